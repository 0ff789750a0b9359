//! What the answers of an attempt show.

use irt::Prior;
use jiff::Timestamp;

use super::choose::{ability, answers, milli, posterior};
use super::{Advice, Attempt, Band, Bank, End, Ending, Outcome, PartResult};
use crate::content::{Curriculum, Part, TestKind};
use crate::ids::SkillId;
use crate::standing::{Evidence, Rung};

/// How much a skill may differ from the whole: the standard deviation of one skill around the ability of the whole test.
const SKILL_SIGMA: f64 = 0.7;

/// Ends an attempt: no question is open any more, and what the answers show is kept with it.
pub(super) fn end(
    attempt: &mut Attempt,
    curriculum: &Curriculum,
    bank: &Bank,
    ending: Ending,
    at: Timestamp,
) {
    attempt.open = None;
    let parts: Vec<PartResult> = attempt.rules.parts.iter().map(|part| result(attempt, bank, part)).collect();
    let whole = ability(attempt.scored(), bank);
    let passed: Vec<SkillId> =
        parts.iter().filter(|part| part.passed).map(|part| part.skill.clone()).collect();
    let outcome = Outcome {
        at,
        attempt: Some(attempt.id),
        ending,
        right: count(attempt.scored().filter(|given| given.right).count()),
        asked: count(attempt.scored().count()),
        theta_milli: milli(whole.theta()),
        se_milli: milli(whole.se()),
        all: passed.len() == parts.len(),
        passed,
    };
    let advice = (attempt.kind == TestKind::Diagnosis && ending == Ending::Completed)
        .then(|| advice(curriculum, &parts));
    attempt.end = Some(End { outcome, parts, advice });
}

/// What an ended attempt proves: its passed skills, when its kind and its ending prove anything.
pub(super) fn evidence(attempt: &Attempt) -> Vec<Evidence> {
    let Some(end) = &attempt.end else { return Vec::new() };
    if !attempt.kind.proves() || !end.outcome.ending.proves() {
        return Vec::new();
    }
    let assurance = Some(attempt.assurance());
    let passed = end.outcome.passed.iter();
    passed.map(|skill| Evidence { assurance, ..Evidence::of(skill.clone(), Rung::Passed) }).collect()
}

fn result(attempt: &Attempt, bank: &Bank, part: &Part) -> PartResult {
    let rules = &attempt.rules;
    let own = || attempt.scored().filter(|given| bank.skill(&given.item) == Some(&part.skill));
    let whole = ability(attempt.scored(), bank);
    let right = own().filter(|given| given.right).count();
    let enough = attempt.scored().count() >= usize::from(rules.least);
    let passed = enough && milli(whole.theta()) >= rules.cut_milli && right >= usize::from(part.right);
    let prior = Prior::new(whole.theta(), SKILL_SIGMA).unwrap_or(Prior::STANDARD);
    let believed = posterior(&answers(own(), bank), prior);
    let skill = believed.estimate();
    PartResult {
        skill: part.skill.clone(),
        right: count(right),
        asked: count(own().count()),
        theta_milli: milli(skill.theta()),
        se_milli: milli(skill.se()),
        passed,
        band: band(passed, believed.above(rules.cut())),
    }
}

/// A passed skill is near or firm, one not passed at most near: the words never gainsay the result.
fn band(passed: bool, above: f64) -> Band {
    match passed {
        true if above >= 0.8 => Band::Firm,
        true => Band::Near,
        false if above >= 0.35 => Band::OnTheWay,
        false => Band::Begin,
    }
}

/// The first lesson whose skill was asked about and not shown.
fn advice(curriculum: &Curriculum, parts: &[PartResult]) -> Advice {
    let mut cards = curriculum.syllabus.courses.iter().flat_map(|course| &course.lessons);
    let first = cards.find(|card| parts.iter().any(|part| part.skill == card.skill && !part.passed));
    Advice { lesson: first.map(|card| card.id.clone()) }
}

fn count(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}
