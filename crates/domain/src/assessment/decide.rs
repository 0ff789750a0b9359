//! The door through which every act of a test comes. On the server only.

use jiff::Timestamp;

use super::{Attempt, Bank, Manner, Uses, answer, begin};
use crate::content::{Curriculum, Response};
use crate::ids::{BlueprintId, ItemId, SittingId, StatementId};
use crate::learning::{Decision, Learner, believable, posted};
use crate::record::{Entry, Subject};
use crate::standing::Evidence;

/// One thing a person does in a test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// Made by the device, so that sending it twice is harmless.
    pub id: StatementId,
    /// When it was done.
    pub at: Timestamp,
    /// What is done.
    pub deed: Deed,
}

/// What is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Begin an attempt.
    Begin {
        /// Which test.
        blueprint: BlueprintId,
        /// How the questions reach the person.
        manner: Manner,
        /// How much time there is.
        time: Time,
        /// The sitting it is done in, to which the person was let in.
        sitting: Option<SittingId>,
    },
    /// Answer the open question.
    Answer {
        /// Which test.
        blueprint: BlueprintId,
        /// The question.
        item: ItemId,
        /// The answer.
        answer: Response,
    },
    /// Stop the attempt; it counts as one.
    GiveUp {
        /// Which test.
        blueprint: BlueprintId,
    },
    /// See the result of an attempt whose time is over.
    Close {
        /// Which test.
        blueprint: BlueprintId,
    },
}

/// How much time an attempt has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// As the blueprint says.
    Usual,
    /// No limit: the person needs it.
    Unlimited,
    /// Until an instant that an organiser set.
    Until(Timestamp),
}

impl Deed {
    /// Which test.
    #[must_use]
    pub fn blueprint(&self) -> &BlueprintId {
        match self {
            Self::Begin { blueprint, .. }
            | Self::Answer { blueprint, .. }
            | Self::GiveUp { blueprint }
            | Self::Close { blueprint } => blueprint,
        }
    }
}

/// What lies on the desk: what can be asked.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'d> {
    /// The texts and the blueprints.
    pub curriculum: &'d Curriculum,
    /// The bank: its latest version to begin, the attempt's own version for everything else.
    pub bank: &'d Bank,
    /// How often each question was asked, where a test holds that down.
    pub uses: Option<&'d Uses>,
}

/// What an act leads to: to be saved as one transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The learner, the entry and what moved.
    pub decision: Decision,
    /// The attempt after it.
    pub attempt: Attempt,
    /// An attempt that could not go on and gave way to this one.
    pub withdrawn: Option<Attempt>,
}

/// Why an act was refused. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// There is no such test.
    NoSuchTest(BlueprintId),
    /// It is done in a sitting only.
    OnlySupervised,
    /// It may be tried again later.
    TooSoon {
        /// From when on.
        from: Timestamp,
    },
    /// All attempts of twelve months were used.
    EnoughThisYear {
        /// From when on there is another.
        from: Timestamp,
    },
    /// An attempt is open: it goes on with its open question. Otherwise a draw that looks hard could be thrown away.
    AlreadyOpen,
    /// No attempt is open.
    NotOpen,
    /// The bank on the desk is not the attempt's.
    OtherBank {
        /// The version that it needs.
        wanted: u32,
    },
    /// An organiser paused it.
    Paused,
    /// The time is over; it can be closed.
    TimeOver,
    /// There is time left; it can't be closed, only given up.
    TimeLeft,
    /// The answer was meant for another question (a second tab, the back button).
    OtherItem {
        /// The open question.
        open: ItemId,
    },
    /// The question has no such answer.
    NoSuchAnswer(Response),
    /// The bank has no question that fits.
    BankTooSmall,
}

pub(super) struct Done {
    pub(super) attempt: Attempt,
    pub(super) withdrawn: Option<Attempt>,
    pub(super) subject: Subject,
    pub(super) evidence: Vec<Evidence>,
}

/// Decides an act that arrives at `stored`. `past` are the person's attempts, the newest first: all tests, at least those of
/// twelve months.
///
/// # Errors
/// When the act does not fit.
pub fn decide(
    learner: &Learner,
    desk: Desk<'_>,
    past: &[Attempt],
    act: &Act,
    stored: Timestamp,
) -> Result<Decided, Refused> {
    let at = believable(act.at, stored);
    let done = match &act.deed {
        Deed::Begin { blueprint, manner, time, sitting } => {
            let how = begin::How { manner: *manner, time: *time, sitting: *sitting };
            begin::begin(desk, past, blueprint, how, act.id, at)?
        }
        Deed::Answer { blueprint, item, answer: given } => {
            answer::answer(desk, open(past, blueprint)?, item, *given, at)?
        }
        Deed::GiveUp { blueprint } => answer::give_up(desk, open(past, blueprint)?, at)?,
        Deed::Close { blueprint } => answer::close(desk, open(past, blueprint)?, at)?,
    };
    let mut next = learner.clone();
    note(&mut next, &done.attempt);
    let place = next.book.place.clone();
    let (subject, evidence) = (done.subject, done.evidence);
    let entry =
        Entry { id: act.id, person: learner.person, at, stored, place, helper: None, evidence, subject };
    let decision = posted(&learner.book, next, desk.curriculum, entry);
    Ok(Decided { decision, attempt: done.attempt, withdrawn: done.withdrawn })
}

fn open<'p>(past: &'p [Attempt], blueprint: &BlueprintId) -> Result<&'p Attempt, Refused> {
    let open = past.iter().find(|attempt| attempt.blueprint == *blueprint && attempt.is_open());
    open.ok_or(Refused::NotOpen)
}

/// Notes in the workbook whether an attempt is open, and how the last one ended.
fn note(next: &mut Learner, attempt: &Attempt) {
    let mark = next.workbook.tests.entry(attempt.blueprint.clone()).or_default();
    mark.open = attempt.is_open().then_some(attempt.id);
    let Some(end) = &attempt.end else { return };
    if end.outcome.ending.counts() {
        mark.finished = mark.finished.saturating_add(1);
    }
    mark.last = Some(end.outcome.clone());
    if let Some(advice) = &end.advice {
        next.workbook.advice = advice.lesson.clone();
    }
}
