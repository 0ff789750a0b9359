//! The year of one person, by the way in which they learn.

use super::assisted::{self, Near};
use super::calendar::{calling_hour, own_hour};
use super::diary::{Diary, Over};
use super::sketch::{Sketch, Way};
use super::{alone, check};
use crate::community::HowFar;
use crate::content::Course;
use crate::ids::SkillId;
use crate::learning::Deed;
use crate::standing::{RETAINED_AFTER_DAYS, Rung};
use territory::UnitId;

/// Lives a sketched person's year.
pub(super) fn live(diary: &mut Diary<'_>, sketch: &Sketch, home: UnitId, pace: i64, near: Near<'_>) {
    // A year may end in the middle of something; a move that was to come still comes.
    begin(diary, sketch, home).and_then(|()| learn(diary, sketch, pace, near)).unwrap_or(());
    diary.close().unwrap_or(());
}

fn begin(diary: &mut Diary<'_>, sketch: &Sketch, home: UnitId) -> Result<(), Over> {
    diary.act(Deed::Settle { unit: Some(home), group: Some(sketch.group.clone()) })?;
    diary.pass(20_000, 90_000);
    Ok(())
}

fn learn(diary: &mut Diary<'_>, sketch: &Sketch, pace: i64, near: Near<'_>) -> Result<(), Over> {
    let Some(course) = diary.curriculum.syllabus.courses.first() else { return Ok(()) };
    match sketch.way {
        Way::NotBegun => Ok(()),
        Way::Alone | Way::Helper => by_oneself(diary, sketch, course),
        Way::Class => {
            assisted::class(diary, near, &skills(course))?;
            with_helper(diary, sketch, course, pace - 200, near)
        }
        Way::Visits => with_helper(diary, sketch, course, pace, near),
    }
}

fn by_oneself(diary: &mut Diary<'_>, sketch: &Sketch, course: &Course) -> Result<(), Over> {
    let helps = sketch.way == Way::Helper;
    let days = if helps { 12 } else { diary.chance.within(1..=5) };
    let ability = if helps { sketch.ability.max(0.0) + 1.0 } else { sketch.ability };
    let thorough = diary.chance.happens(if helps { 200 } else { 450 });
    let interrupted = if helps { 0 } else { 130 };
    let temper = alone::Temper { ability, days, steps: 3, interrupted, thorough };
    alone::study(diary, course, temper)?;
    if !comes_back(diary, course, 350) {
        return Ok(());
    }
    let (days, minute) =
        (i64::from(RETAINED_AFTER_DAYS) + diary.chance.within(1..=40), own_hour(&mut diary.chance));
    diary.another_day(days, minute)?;
    let again = course.lessons.iter().filter_map(|card| card.practice.as_ref());
    for practice in again.take(usize::try_from(diary.chance.within(1..=2)).unwrap_or(1)) {
        alone::practise_again(diary, &practice.id, temper)?;
    }
    Ok(())
}

fn with_helper(
    diary: &mut Diary<'_>,
    sketch: &Sketch,
    course: &Course,
    pace: i64,
    near: Near<'_>,
) -> Result<(), Over> {
    let skills = skills(course);
    let old = sketch.age >= 60;
    let days = 1 + (0..5).filter(|_| diary.chance.happens((pace * 9 / 10).max(60))).count();
    let temper = assisted::Temper {
        days: i64::try_from(days).unwrap_or(1),
        apart: if old { 32 } else { 18 },
        able: (if old { 350 } else { 560 }) + pace * 3 / 10,
    };
    assisted::visits(diary, near, &skills, temper)?;
    let Some(card) = course.check.as_ref() else { return Ok(()) };
    let ready = skills.iter().all(|skill| diary.learner.book.rung(skill) >= Some(Rung::Helped));
    if !ready || !diary.chance.happens(if old { 280 } else { 600 }) {
        return Ok(());
    }
    let (days, minute) = (diary.chance.within(1..=12), calling_hour(&mut diary.chance));
    diary.another_day(days, minute)?;
    check::take_until_passed(diary, &card.id, sketch.ability)?;
    if comes_back(diary, course, 300) {
        called_again(diary, near, &skills)?;
    }
    Ok(())
}

/// Whether everything is passed and somebody looks again weeks later.
fn comes_back(diary: &mut Diary<'_>, course: &Course, permille: i64) -> bool {
    let passed = course.lessons.iter().all(|card| diary.learner.book.rung(&card.skill) >= Some(Rung::Passed));
    passed && diary.chance.happens(permille)
}

/// A helper calls again after a month and more: does it still work alone?
fn called_again(diary: &mut Diary<'_>, near: Near<'_>, skills: &[SkillId]) -> Result<(), Over> {
    let (days, minute) =
        (i64::from(RETAINED_AFTER_DAYS) + diary.chance.within(1..=40), calling_hour(&mut diary.chance));
    diary.another_day(days, minute)?;
    let helper = assisted::helper(diary, near)?;
    for skill in skills {
        if diary.chance.happens(750) {
            diary.visited(helper, skill.clone(), HowFar::Alone)?;
            diary.pass(240_000, 600_000);
        }
    }
    Ok(())
}

fn skills(course: &Course) -> Vec<SkillId> {
    course.lessons.iter().map(|card| card.skill.clone()).collect()
}
