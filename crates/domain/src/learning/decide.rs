//! The door through which every act of a learner comes.

use jiff::Timestamp;

use super::book::{fold, moves};
use super::{Book, Learner, LessonMark, drill};
use crate::content::{Curriculum, Version};
use crate::drill::{Answer, JudgeRefused};
use crate::ids::{DrillId, GroupId, LessonId, PathId, PracticeId, ScreenId, SkillId, StatementId};
use crate::place::Place;
use crate::practice::{self, Mode, TapRefused, Tapped, Typed};
use crate::record::{Entry, Subject, TapMark};
use crate::review::{Day, Grade};
use crate::standing::{Evidence, Rung};
use crate::tally::Delta;
use territory::UnitId;

/// One thing a person does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// Made by the device, so that sending it twice is harmless.
    pub id: StatementId,
    /// When it was done, by the device's clock.
    pub at: Timestamp,
    /// What is done.
    pub deed: Deed,
}

/// What is done.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Tell commune and group; what is not told stays as it was.
    Settle {
        /// The commune.
        unit: Option<UnitId>,
        /// The plain group.
        group: Option<GroupId>,
    },
    /// Choose a path.
    Choose {
        /// The path.
        path: PathId,
    },
    /// Read a screen of a lesson, numbered from 1.
    Read {
        /// The lesson.
        lesson: LessonId,
        /// The screen.
        screen: u16,
        /// The version that was shown, where that is known.
        version: Option<Version>,
    },
    /// Begin a practice afresh.
    Begin {
        /// The practice.
        practice: PracticeId,
        /// How.
        mode: Mode,
        /// The version that was shown, where that is known.
        version: Option<Version>,
    },
    /// Tap in the open run of a practice.
    Tap {
        /// The practice.
        practice: PracticeId,
        /// The screen on which the tap was made.
        screen: ScreenId,
        /// The number of the element.
        element: u16,
        /// Which fields held what was asked for.
        typed: Vec<Typed>,
    },
    /// Begin a round of the drills of a skill.
    BeginDrill {
        /// The skill.
        skill: SkillId,
        /// The messages that a device chose while it was without a network; empty for those that are chosen now.
        messages: Vec<DrillId>,
    },
    /// Judge the message at which the open round stands.
    Judge {
        /// The skill.
        skill: SkillId,
        /// The message.
        message: DrillId,
        /// The answer.
        answer: Answer,
    },
}

impl Act {
    /// The act that an entry records, when it is one that a learner's own device may send. Answers to a test are not: their
    /// keys never leave the server. Telling commune and group is not: only the form knows which communes are alive today, the
    /// service worker leaves it to the server, and a statement would get around it.
    #[must_use]
    pub fn of_entry(entry: &Entry) -> Option<Self> {
        let deed = match &entry.subject {
            Subject::Chose { path } => Deed::Choose { path: path.clone() },
            Subject::Read { lesson, screen, version, .. } => {
                Deed::Read { lesson: lesson.clone(), screen: *screen, version: *version }
            }
            Subject::Began { practice, mode, version } => {
                Deed::Begin { practice: practice.clone(), mode: *mode, version: *version }
            }
            Subject::Tapped(tap) => Deed::Tap {
                practice: tap.practice.clone(),
                screen: tap.screen.clone(),
                element: tap.element,
                typed: tap.typed.clone(),
            },
            Subject::BeganDrill { skill, messages, .. } => {
                Deed::BeginDrill { skill: skill.clone(), messages: messages.clone() }
            }
            Subject::Judged { skill, message, answer, .. } => {
                Deed::Judge { skill: skill.clone(), message: message.clone(), answer: *answer }
            }
            Subject::Settled
            | Subject::BeganCheck { .. }
            | Subject::Answered { .. }
            | Subject::EndedCheck { .. }
            | Subject::Visited { .. }
            | Subject::Voided { .. } => return None,
        };
        Some(Self { id: entry.id, at: entry.at, deed })
    }
}

/// What an act leads to: to be saved as one transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The learner after it.
    pub learner: Learner,
    /// The entry for the record; its place in the person's order is `learner.version - 1`.
    pub entry: Entry,
    /// The skills whose standing moved.
    pub moved: Vec<SkillId>,
    /// How the tallies move.
    pub deltas: Vec<Delta>,
}

/// Why an act was refused. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such group, path, lesson or practice.
    NoSuch {
        /// What was looked for.
        kind: &'static str,
        /// Its name.
        name: String,
    },
    /// The lesson has no such screen.
    NoSuchScreen {
        /// How many it has.
        screens: u16,
    },
    /// No run of this practice is open.
    NoRun,
    /// The tap does not fit the run.
    Tap(TapRefused),
    /// There are too few messages for a drill of this skill.
    NoDrill,
    /// The answer does not fit the round.
    Judge(JudgeRefused),
}

/// Decides an act that arrives at `stored`.
///
/// # Errors
/// A [`Refusal`] when the act does not fit the learner or the curriculum.
pub fn decide(
    learner: &Learner,
    curriculum: &Curriculum,
    act: &Act,
    stored: Timestamp,
) -> Result<Decision, Refusal> {
    let decision = decide_on_device(learner, curriculum, act, stored)?;
    Ok(reckoned(&learner.book, curriculum, decision))
}

/// The same without deltas: a device keeps no tallies.
///
/// # Errors
/// A [`Refusal`] when the act does not fit the learner or the curriculum.
pub fn decide_on_device(
    learner: &Learner,
    curriculum: &Curriculum,
    act: &Act,
    stored: Timestamp,
) -> Result<Decision, Refusal> {
    let at = believable(act.at, stored);
    let mut next = learner.clone();
    let (subject, evidence) = match &act.deed {
        Deed::Settle { unit, group } => settle(&mut next, curriculum, *unit, group.as_ref())?,
        Deed::Choose { path } => choose(&mut next, curriculum, path)?,
        Deed::Read { lesson, screen, version } => read(&mut next, curriculum, lesson, *screen, *version)?,
        Deed::Begin { practice, mode, version } => begin(&mut next, curriculum, practice, *mode, *version)?,
        Deed::Tap { practice, screen, element, typed } => {
            tap(&mut next, curriculum, practice, screen, *element, typed, at)?
        }
        Deed::BeginDrill { skill, messages } => drill::begin(&mut next, curriculum, skill, messages, act.id)?,
        Deed::Judge { skill, message, answer } => {
            drill::judge(&mut next, curriculum, skill, message, *answer, at)?
        }
    };
    let place = next.book.place.clone();
    let entry =
        Entry { id: act.id, person: learner.person, at, stored, place, helper: None, evidence, subject };
    Ok(closed(&learner.book, next, entry))
}

/// Folds an entry into the learner's book and closes the decision, without deltas.
fn closed(before: &Book, mut next: Learner, entry: Entry) -> Decision {
    let (book, moved) = fold(before, &entry);
    next.book = book;
    next.version += 1;
    Decision { learner: next, entry, moved, deltas: Vec::new() }
}

/// Posts an entry into the learner's book and closes the decision.
pub(crate) fn posted(before: &Book, next: Learner, curriculum: &Curriculum, entry: Entry) -> Decision {
    reckoned(before, curriculum, closed(before, next, entry))
}

/// A decision with how it moves the tallies.
fn reckoned(before: &Book, curriculum: &Curriculum, decision: Decision) -> Decision {
    let deltas = moves(&curriculum.syllabus, before, &decision.learner.book, decision.entry.at);
    Decision { deltas, ..decision }
}

/// The instant of an act: the device's clock, unless it runs ahead of ours or is older than the movement.
pub(crate) fn believable(at: Timestamp, stored: Timestamp) -> Timestamp {
    // 1 January 2025, before the movement began.
    const EARLIEST_S: i64 = 1_735_689_600;
    if at > stored || at.as_second() < EARLIEST_S { stored } else { at }
}

pub(super) type Done = (Subject, Vec<Evidence>);

pub(super) fn no_such(kind: &'static str, name: &impl ToString) -> Refusal {
    Refusal::NoSuch { kind, name: name.to_string() }
}

fn settle(
    next: &mut Learner,
    curriculum: &Curriculum,
    unit: Option<UnitId>,
    group: Option<&GroupId>,
) -> Result<Done, Refusal> {
    if let Some(group) = group.filter(|group| curriculum.syllabus.group(group).is_none()) {
        return Err(no_such("group", group));
    }
    let was = &next.book.place;
    let unit = unit.unwrap_or(was.unit);
    let group = group.or(was.group()).cloned();
    next.book.place = Place::of(&curriculum.syllabus, Some(unit), group.as_ref());
    Ok((Subject::Settled, Vec::new()))
}

fn choose(next: &mut Learner, curriculum: &Curriculum, path: &PathId) -> Result<Done, Refusal> {
    if curriculum.syllabus.path(path).is_none() {
        return Err(no_such("path", path));
    }
    next.workbook.path = Some(path.clone());
    Ok((Subject::Chose { path: path.clone() }, Vec::new()))
}

fn read(
    next: &mut Learner,
    curriculum: &Curriculum,
    id: &LessonId,
    screen: u16,
    shown: Option<Version>,
) -> Result<Done, Refusal> {
    let Learner { held, workbook, .. } = next;
    let wanted = workbook.lessons.get(id).and_then(LessonMark::goes_by).or(shown);
    let found = held.lesson(curriculum, id, wanted).ok_or_else(|| no_such("lesson", id))?;
    let lesson = found.content;
    // What no course has any more is read to its end, and not begun.
    if curriculum.syllabus.lesson(id).is_none() && (wanted.is_none() || found.is_instead) {
        return Err(no_such("lesson", id));
    }
    let screens = lesson.count();
    if !(1..=screens).contains(&screen) {
        return Err(Refusal::NoSuchScreen { screens });
    }
    let (last, version) = (screen == screens, Some(lesson.version));
    let mark = workbook.lessons.entry(id.clone()).or_default();
    let read = mark.read.max(screen);
    *mark = LessonMark { read, finished: mark.finished || last, version, screens };
    let evidence = if last { vec![Evidence::of(lesson.skill.clone(), Rung::Attended)] } else { Vec::new() };
    Ok((Subject::Read { lesson: id.clone(), screen, last, version }, evidence))
}

fn begin(
    next: &mut Learner,
    curriculum: &Curriculum,
    id: &PracticeId,
    mode: Mode,
    shown: Option<Version>,
) -> Result<Done, Refusal> {
    let found = next.held.practice(curriculum, id, shown).ok_or_else(|| no_such("practice", id))?;
    let version = Some(found.content.version);
    let run = practice::begin(found.content, mode);
    next.workbook.practices.entry(id.clone()).or_default().run = Some(run);
    Ok((Subject::Began { practice: id.clone(), mode, version }, Vec::new()))
}

fn tap(
    next: &mut Learner,
    curriculum: &Curriculum,
    id: &PracticeId,
    screen: &ScreenId,
    element: u16,
    typed: &[Typed],
    at: Timestamp,
) -> Result<Done, Refusal> {
    let Learner { held, workbook, .. } = next;
    let version = workbook.practices.get(id).and_then(|mark| mark.run.as_ref()?.version);
    let practice = held.practice(curriculum, id, version).ok_or_else(|| no_such("practice", id))?.content;
    let mark = workbook.practices.get_mut(id).ok_or(Refusal::NoRun)?;
    let run = mark.run.as_ref().ok_or(Refusal::NoRun)?;
    let (after, tapped) = practice::tap(practice, run, screen, element, typed).map_err(Refusal::Tap)?;
    let (mode, done) = (after.mode, tapped == Tapped::Finished);
    let finished = done.then_some((after.taps, after.wrong));
    let mut evidence = Vec::new();
    if done {
        let (count, rung) = match mode {
            Mode::Guided => (&mut mark.guided, Rung::Helped),
            Mode::Together => (&mut mark.together, Rung::Helped),
            Mode::Alone => (&mut mark.alone, Rung::Alone),
        };
        *count = count.saturating_add(1);
        let unsteady = mode == Mode::Alone && !mark.past.keep(Day::of(at), Grade::of_run(practice, &after));
        evidence.push(Evidence { unsteady, ..Evidence::of(practice.skill.clone(), rung) });
    }
    mark.run = Some(after);
    let (practice, screen, typed) = (id.clone(), screen.clone(), typed.to_vec());
    Ok((Subject::Tapped(TapMark { practice, mode, screen, element, typed, finished }), evidence))
}
