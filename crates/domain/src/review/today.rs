//! What comes back today.

use jiff::Timestamp;

use super::{Day, Past};
use crate::content::{Curriculum, Practice, Route};
use crate::ids::{PracticeId, SkillId};
use crate::learning::Learner;
use crate::standing::Rung;

/// How long the reviews of a day take at most, in minutes.
pub const MINUTES_MAX: u16 = 5;

/// How long one review takes at most, so that one always fits.
const MINUTES_OF_ONE_MAX: u16 = 4;
/// How long a round of drills takes.
const MINUTES_OF_DRILL: u16 = 3;
/// How long a step of a practice takes whoever reads it well.
const SECONDS_OF_STEP: u16 = 10;

/// What comes back.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A practice, alone.
    Practice(PracticeId),
    /// A round of the drills of a skill.
    Drill(SkillId),
}

/// Why it comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The skill was passed on this day, long enough ago: done with care, it is retained.
    Recheck(Day),
    /// It fades.
    Fades,
}

/// One review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// What.
    pub what: What,
    /// The skill it is about.
    pub skill: SkillId,
    /// Why.
    pub why: Why,
    /// The last day on which it was done; nothing for what was never done alone.
    pub last: Option<Day>,
    /// About how long it takes.
    pub minutes: u16,
}

/// What a memory says of a past.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recall {
    /// How likely it is remembered today, of a thousand.
    pub permille: u16,
    /// From which day on it should come back.
    pub due: Day,
}

/// The reviews of a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Today {
    /// What is to be done, in order.
    pub due: Vec<Due>,
    /// What was done.
    pub done: Vec<Due>,
    /// How many more are due and wait for another day.
    pub later: usize,
    /// When something comes back next, when nothing is to be done now.
    pub next: Option<Day>,
}

/// What was done alone before, and what the memory says of it.
struct Known<'a> {
    what: What,
    skill: &'a SkillId,
    past: &'a Past,
    last: Day,
    recall: Recall,
    minutes: u16,
}

impl Known<'_> {
    fn due(&self, why: Why) -> Due {
        let (what, skill) = (self.what.clone(), self.skill.clone());
        Due { what, skill, why, last: Some(self.last), minutes: self.minutes }
    }

    /// From what is remembered least; of two alike, from what was done longest ago.
    fn urgency(&self) -> (u16, Day) {
        (self.recall.permille, self.last)
    }
}

/// What comes back to a learner on the day of `now`, when `recall` tells how well a past is remembered on a day.
#[must_use]
pub fn today(
    curriculum: &Curriculum,
    learner: &Learner,
    now: Timestamp,
    recall: impl Fn(&Past, Day) -> Recall,
) -> Today {
    let day = Day::of(now);
    let known = known(curriculum, learner, |past| recall(past, day));
    let (done, rest): (Vec<_>, Vec<_>) = known.iter().partition(|known| known.last == day);
    let is_review = |known: &&Known| known.past.has_returned() || is_long_passed(learner, known.skill, now);
    let done: Vec<Due> = done.into_iter().filter(is_review).map(|known| known.due(Why::Fades)).collect();
    let mut waiting = rechecks(curriculum, learner, &known, now);
    let is_rechecked = |what: &What| waiting.iter().any(|due| due.what == *what);
    let mut fading: Vec<&Known> =
        rest.into_iter().filter(|known| known.recall.due <= day && !is_rechecked(&known.what)).collect();
    fading.sort_by_key(|known| known.urgency());
    waiting.extend(fading.into_iter().map(|known| known.due(Why::Fades)));
    let (due, later) = fit(waiting, &done);
    let next = if !due.is_empty() {
        None
    } else if later > 0 {
        Some(day.after(1))
    } else {
        next(learner, &known, day)
    };
    Today { due, done, later, next }
}

/// What was done alone and is still there.
fn known<'a>(
    curriculum: &'a Curriculum,
    learner: &'a Learner,
    recall: impl Fn(&Past) -> Recall,
) -> Vec<Known<'a>> {
    let one = |what: What, skill: &'a SkillId, past: &'a Past, minutes: u16| {
        Some(Known { what, skill, past, last: past.last()?.day, recall: recall(past), minutes })
    };
    let practices = learner.workbook.practices.iter().filter_map(|(id, mark)| {
        let practice = curriculum.practices.get(id)?;
        one(What::Practice(id.clone()), &practice.skill, &mark.past, minutes(practice))
    });
    let drills = learner.workbook.drills.iter().filter_map(|mark| {
        let is_there = curriculum.syllabus.drilled.contains(&mark.skill);
        let round = one(What::Drill(mark.skill.clone()), &mark.skill, &mark.past, MINUTES_OF_DRILL)?;
        is_there.then_some(round)
    });
    practices.chain(drills).collect()
}

/// About how long a practice takes.
fn minutes(practice: &Practice) -> u16 {
    let steps = Route::of(practice).remaining(&practice.start).unwrap_or(u16::MAX);
    steps.saturating_mul(SECONDS_OF_STEP).div_ceil(60).clamp(1, MINUTES_OF_ONE_MAX)
}

fn is_long_passed(learner: &Learner, skill: &SkillId, now: Timestamp) -> bool {
    learner.book.standings.get(skill).is_some_and(|standing| standing.is_long_passed(now))
}

/// The skills that were passed long enough ago and are not retained, each once, what is remembered least first.
fn rechecks(curriculum: &Curriculum, learner: &Learner, known: &[Known], now: Timestamp) -> Vec<Due> {
    let passed = learner.book.standings.iter();
    let passed = passed.filter(|(_, standing)| standing.rung == Rung::Passed && standing.is_long_passed(now));
    let found = passed.filter_map(|(skill, standing)| {
        let of_skill: Vec<&Known> = known.iter().filter(|known| known.skill == skill).collect();
        let why = Why::Recheck(Day::of(standing.passed_at?));
        if of_skill.is_empty() {
            return Some((0, never_done(curriculum, skill, why)?));
        }
        recheck(&of_skill, standing.ripe()?, Day::of(now))
            .map(|known| (known.recall.permille, known.due(why)))
    });
    let mut found: Vec<(u16, Due)> = found.collect();
    found.sort_by_key(|(permille, due)| (*permille, due.last));
    found.into_iter().map(|(_, due)| due).collect()
}

/// With what a skill is checked again: what is remembered least of what was not tried since the skill is ripe for it, or fades
/// again since. Nothing on a day on which the skill was practised already.
fn recheck<'k, 'a>(of_skill: &[&'k Known<'a>], ripe: Day, day: Day) -> Option<&'k Known<'a>> {
    if of_skill.iter().any(|known| known.last == day) {
        return None;
    }
    let open = of_skill.iter().filter(|known| known.last < ripe || known.recall.due <= day);
    open.min_by_key(|known| known.urgency()).copied()
}

/// With what a skill is checked again of which nothing was ever done alone: its first practice, or a round of drills.
fn never_done(curriculum: &Curriculum, skill: &SkillId, why: Why) -> Option<Due> {
    let cards = curriculum.syllabus.courses.iter().flat_map(|course| &course.lessons);
    let of_skill = cards.filter(|card| card.skill == *skill).filter_map(|card| card.practice.as_ref());
    let practice = of_skill.filter_map(|card| curriculum.practices.get(&card.id)).next();
    let (what, minutes) = match practice {
        Some(practice) => (What::Practice(practice.id.clone()), minutes(practice)),
        None => {
            let drilled = curriculum.syllabus.drilled.iter().find(|drilled| *drilled == skill)?;
            (What::Drill(drilled.clone()), MINUTES_OF_DRILL)
        }
    };
    Some(Due { what, skill: skill.clone(), why, last: None, minutes })
}

/// What fits into the minutes that are left of the day, and how many have to wait.
fn fit(waiting: Vec<Due>, done: &[Due]) -> (Vec<Due>, usize) {
    let mut left = MINUTES_MAX.saturating_sub(done.iter().map(|due| due.minutes).sum());
    let mut fits = |due: &Due| {
        let rest = left.checked_sub(due.minutes);
        left = rest.unwrap_or(left);
        rest.is_some()
    };
    let (due, later): (Vec<_>, Vec<_>) = waiting.into_iter().partition(&mut fits);
    (due, later.len())
}

/// When something comes back next, when nothing does today.
fn next(learner: &Learner, known: &[Known], day: Day) -> Option<Day> {
    let passed = learner.book.standings.iter().filter(|(_, standing)| standing.rung == Rung::Passed);
    let ripe = passed.filter_map(|(skill, standing)| {
        let ripe = standing.ripe()?;
        // What was practised today is checked again tomorrow at the earliest; what was tried, when it fades.
        let mut of_skill = known.iter().filter(|known| known.skill == skill).peekable();
        let is_open = of_skill.peek().is_none() || of_skill.any(|known| known.last < ripe);
        is_open.then_some(ripe)
    });
    let fades = known.iter().map(|known| known.recall.due);
    ripe.chain(fades).map(|next| next.max(day.after(1))).min()
}
