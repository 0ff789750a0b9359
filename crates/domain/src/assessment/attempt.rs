//! One attempt at a test.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{Advice, Assurance, Ending, Manner, Outcome, PartResult, Rules};
use crate::content::{Response, TestKind};
use crate::ids::{BlueprintId, ItemId, SittingId, StatementId};

/// An attempt: the questions answered so far and the one now open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// The act that began it; the chance of its choices comes from here.
    pub id: StatementId,
    /// Which test.
    pub blueprint: BlueprintId,
    /// What the test is for.
    pub kind: TestKind,
    /// The version of the bank it draws from.
    pub bank: u32,
    /// The sitting it is done in; `None` of one that nobody watches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sitting: Option<SittingId>,
    /// How the questions reach the person.
    pub manner: Manner,
    /// The rules it goes by.
    pub rules: Rules,
    /// Which questions may be asked, drawn when it began: not those of the attempts before, nor those asked of too many. The bytes of
    /// a sheet of the engine, as hexadecimal digits.
    pub sheet: String,
    /// When it began.
    #[serde(with = "jiff::fmt::serde::timestamp::millisecond::required")]
    pub began: Timestamp,
    /// How much time there is. Not part of the record: an organiser may change it.
    #[serde(skip)]
    pub pace: Pace,
    /// What was answered, in order.
    pub given: Vec<Given>,
    /// The open question; `None` when the attempt has ended.
    pub open: Option<Open>,
    /// How it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<End>,
}

/// How much time there is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pace {
    /// Until when it may be answered; without a limit when `None`.
    pub deadline: Option<Timestamp>,
    /// Since when it rests, when an organiser paused it.
    pub paused_since: Option<Timestamp>,
}

impl Pace {
    /// An answer that was on its way when the time ran out is still taken.
    pub const GRACE: SignedDuration = SignedDuration::from_secs(20);

    /// Whether the time is over. While it rests, none passes.
    #[must_use]
    pub fn is_over(&self, now: Timestamp) -> bool {
        let at = self.paused_since.unwrap_or(now);
        self.deadline.is_some_and(|deadline| at.duration_since(deadline) > Self::GRACE)
    }

    /// The pace with rest beginning now; one that rests already stays as it is.
    #[must_use]
    pub fn paused(self, now: Timestamp) -> Self {
        Self { paused_since: self.paused_since.or(Some(now)), ..self }
    }

    /// The pace going on: the deadline moves by as long as it rested.
    #[must_use]
    pub fn resumed(self, now: Timestamp) -> Self {
        let rested = self.paused_since.map_or(SignedDuration::ZERO, |since| now.duration_since(since));
        Self { paused_since: None, ..self.with_more(rested.max(SignedDuration::ZERO)) }
    }

    /// The pace with more time; without a limit it stays without.
    #[must_use]
    pub fn with_more(self, more: SignedDuration) -> Self {
        let deadline = self.deadline.map(|deadline| deadline.checked_add(more).unwrap_or(Timestamp::MAX));
        Self { deadline, ..self }
    }
}

/// The open question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Open {
    /// The question.
    pub item: ItemId,
    /// When it was shown first.
    #[serde(with = "jiff::fmt::serde::timestamp::millisecond::required")]
    pub since: Timestamp,
}

/// One answer given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// The question.
    pub item: ItemId,
    /// The answer.
    #[serde(rename = "choice")]
    pub answer: Response,
    /// Whether it was right.
    pub right: bool,
    /// Whether it counts for the result.
    pub scored: bool,
    /// Milliseconds between showing and answering, as the server saw them.
    pub ms: u32,
    /// When it was answered.
    #[serde(with = "jiff::fmt::serde::timestamp::millisecond::required")]
    pub at: Timestamp,
}

/// How an attempt ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// In short.
    pub outcome: Outcome,
    /// Skill by skill.
    pub parts: Vec<PartResult>,
    /// Of a diagnosis: where to begin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advice: Option<Advice>,
}

impl Attempt {
    /// The answers that score.
    pub fn scored(&self) -> impl Iterator<Item = &Given> {
        self.given.iter().filter(|given| given.scored)
    }

    /// Whether somebody watches.
    #[must_use]
    pub fn assurance(&self) -> Assurance {
        if self.sitting.is_some() { Assurance::Supervised } else { Assurance::SelfTaken }
    }

    /// Whether it waits for an answer.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// In which way it ended; `None` while it is open.
    #[must_use]
    pub fn ending(&self) -> Option<Ending> {
        self.end.as_ref().map(|end| end.outcome.ending)
    }

    /// At most so many questions, those that do not score among them.
    #[must_use]
    pub fn length_most(&self) -> u16 {
        self.rules.most.saturating_add(u16::from(self.rules.pretest))
    }
}
