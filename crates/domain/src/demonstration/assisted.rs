//! Learning with a helper: an evening class, or visits at home.

use super::calendar::{MINUTE, calling_hour};
use super::crowd::MadeHelper;
use super::diary::{Diary, Over};
use crate::community::HowFar;
use crate::ids::{PersonId, SkillId};
use crate::standing::Rung;

/// The helpers near a person: of the commune where they live, and of the one they move to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Near<'d> {
    pub(super) home: &'d [MadeHelper],
    pub(super) after: &'d [MadeHelper],
}

/// What a person can expect of visits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Temper {
    /// On how many days somebody comes.
    pub(super) days: i64,
    /// At most so many days lie between.
    pub(super) apart: i64,
    /// How often, in a thousand, a visit goes a step further than being shown, or than with help.
    pub(super) able: i64,
}

/// An evening class: something of most skills is shown, one after the other.
pub(super) fn class(diary: &mut Diary<'_>, near: Near<'_>, skills: &[SkillId]) -> Result<(), Over> {
    let helper = helper(diary, near)?;
    let shown = diary.chance.within(2..=4);
    for (_, skill) in (0..shown).zip(skills) {
        diary.visited(helper, skill.clone(), HowFar::Shown)?;
        diary.pass(12 * MINUTE, 20 * MINUTE);
    }
    Ok(())
}

/// Visits, day by day: each takes up what stands lowest, now and then what the person needs just then.
pub(super) fn visits(
    diary: &mut Diary<'_>,
    near: Near<'_>,
    skills: &[SkillId],
    temper: Temper,
) -> Result<(), Over> {
    for day in 0..temper.days {
        if day > 0 || !diary.learner.book.standings.is_empty() {
            let (days, minute) = (diary.chance.within(2..=temper.apart), calling_hour(&mut diary.chance));
            diary.another_day(days, minute)?;
        }
        let helper = helper(diary, near)?;
        for _ in 0..diary.chance.within(1..=2) {
            let Some(skill) = topic(diary, skills) else { return Ok(()) };
            let how_far = how_far(diary, &skill, temper.able);
            diary.visited(helper, skill, how_far)?;
            diary.pass(10 * MINUTE, 25 * MINUTE);
        }
    }
    Ok(())
}

/// One who lives near; nobody teaches themselves.
pub(super) fn helper(diary: &mut Diary<'_>, near: Near<'_>) -> Result<PersonId, Over> {
    let moved = near.home.first().is_some_and(|helper| helper.unit != diary.learner.book.place.unit);
    let near = if moved && !near.after.is_empty() { near.after } else { near.home };
    diary.chance.pick(near).map(|helper| helper.person).ok_or(Over)
}

/// What to take up: of the skills not yet done alone the one that stands lowest, or any of them.
fn topic(diary: &mut Diary<'_>, skills: &[SkillId]) -> Option<SkillId> {
    let book = &diary.learner.book;
    let open: Vec<&SkillId> = skills.iter().filter(|skill| book.rung(skill) < Some(Rung::Alone)).collect();
    let lowest = open.iter().min_by_key(|skill| book.rung(skill)).copied();
    let any = diary.chance.happens(120);
    if any { diary.chance.pick(&open).copied().cloned() } else { lowest.cloned() }
}

fn how_far(diary: &mut Diary<'_>, skill: &SkillId, able: i64) -> HowFar {
    let further = diary.chance.happens(able);
    let at_once = further && diary.chance.happens(350);
    match (diary.learner.book.rung(skill), further) {
        (None, false) => HowFar::Shown,
        (None | Some(Rung::Attended), true) if !at_once => HowFar::WithHelp,
        (Some(_), false) => HowFar::WithHelp,
        (_, true) => HowFar::Alone,
    }
}
