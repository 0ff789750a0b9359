//! Learning by oneself, on one's own phone.

use super::calendar::own_hour;
use super::check;
use super::diary::{Diary, Over};
use crate::content::{Course, Element, PhoneScreen, Tap};
use crate::ids::{LessonId, PracticeId};
use crate::learning::{Deed, Next, next_in};
use crate::practice::{Mode, Run, Typed};

/// How a person goes about it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Temper {
    /// Ability before learning.
    pub(super) ability: f64,
    /// On how many days they take the phone up.
    pub(super) days: i64,
    /// How many steps (a lesson, a practice, a check) they take in a day, at most.
    pub(super) steps: i64,
    /// How often, in a thousand, they put the phone down in the middle of a step.
    pub(super) interrupted: i64,
    /// Whether they read screen by screen, or turn to the last one.
    pub(super) thorough: bool,
}

/// Goes through a course, day by day, always taking the next step.
pub(super) fn study(diary: &mut Diary<'_>, course: &Course, temper: Temper) -> Result<(), Over> {
    for day in 0..temper.days {
        if day > 0 {
            let (days, minute) = (diary.chance.within(1..=14), own_hour(&mut diary.chance));
            diary.another_day(days, minute)?;
        }
        for _ in 0..diary.chance.within(1..=temper.steps) {
            let step = next_in(course, &diary.learner);
            if matches!(step, Next::Certificate | Next::Nothing) {
                return Ok(());
            }
            if take(diary, step, temper)? == Took::Interrupted {
                break;
            }
            diary.pass(20_000, 180_000);
        }
    }
    Ok(())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Took {
    Whole,
    Interrupted,
}

fn take(diary: &mut Diary<'_>, step: Next, temper: Temper) -> Result<Took, Over> {
    match step {
        Next::Lesson { lesson, screen } => read(diary, &lesson, screen, temper),
        Next::Practice { practice, mode, open } => practise(diary, &practice, mode, open, temper),
        Next::Check { check, .. } => {
            check::take(diary, &check, temper.ability)?;
            // Who failed does not sit down to it again at once.
            Ok(if check::has_passed(diary, &check) { Took::Whole } else { Took::Interrupted })
        }
        Next::Certificate | Next::Nothing => Ok(Took::Whole),
    }
}

fn read(diary: &mut Diary<'_>, lesson: &LessonId, from: u16, temper: Temper) -> Result<Took, Over> {
    let card = diary.curriculum.syllabus.lesson(lesson).map(|(_, card)| card.screens);
    let last = card.ok_or(Over)?;
    let interrupted = diary.chance.happens(temper.interrupted);
    let stop =
        if interrupted { diary.chance.within(i64::from(from)..=i64::from(last)) } else { i64::from(last) };
    for screen in (from..=last).filter(|screen| temper.thorough || interrupted || *screen == last) {
        if interrupted && i64::from(screen) >= stop {
            return Ok(Took::Interrupted);
        }
        diary.act(Deed::Read { lesson: lesson.clone(), screen, version: None })?;
        diary.pass(12_000, 60_000);
    }
    Ok(Took::Whole)
}

/// Practises alone once more, long after: what shows that a skill was retained.
pub(super) fn practise_again(
    diary: &mut Diary<'_>,
    practice: &PracticeId,
    temper: Temper,
) -> Result<(), Over> {
    practise(diary, practice, Mode::Alone, false, Temper { interrupted: 0, ..temper }).map(|_| ())
}

fn practise(
    diary: &mut Diary<'_>,
    practice: &PracticeId,
    mode: Mode,
    open: bool,
    temper: Temper,
) -> Result<Took, Over> {
    if !open {
        diary.act(Deed::Begin { practice: practice.clone(), mode, version: None })?;
    }
    let interrupted = diary.chance.happens(temper.interrupted);
    let stop = if interrupted { diary.chance.within(0..=7) } else { i64::MAX };
    let mut taps = 0;
    while let Some(run) = running(diary, practice) {
        if taps >= stop {
            return Ok(Took::Interrupted);
        }
        diary.pass(2_000, 12_000);
        tap(diary, practice, &run, temper.ability)?;
        taps += 1;
    }
    Ok(Took::Whole)
}

fn running(diary: &Diary<'_>, practice: &PracticeId) -> Option<Run> {
    let run = diary.learner.workbook.practices.get(practice)?.run.clone()?;
    (!run.finished).then_some(run)
}

/// One tap: the right one, or now and then a mistake, less often when guided.
fn tap(diary: &mut Diary<'_>, id: &PracticeId, run: &Run, ability: f64) -> Result<(), Over> {
    let curriculum = diary.curriculum;
    let screen =
        curriculum.practices.get(id).and_then(|practice| practice.screen(&run.screen)).ok_or(Over)?;
    let slip = match (run.mode, ability < -0.3) {
        (Mode::Guided | Mode::Together, false) => 15,
        (Mode::Guided | Mode::Together, true) => 50,
        (Mode::Alone, false) => 70,
        (Mode::Alone, true) => 160,
    };
    let slips = diary.chance.happens(slip);
    let mistakes: Vec<u16> =
        taps(screen).filter(|(_, tap)| slips && !tap.right && tap.wrong.is_some()).map(|(n, _)| n).collect();
    let right = taps(screen).find(|(_, tap)| tap.right).map(|(number, _)| number).ok_or(Over)?;
    let element = diary.chance.pick(&mistakes).copied().unwrap_or(right);
    // A slip where nothing wrong can be tapped is a slip of the keyboard.
    let typed = typed(screen, !slips || element != right);
    diary.act(Deed::Tap { practice: id.clone(), screen: run.screen.clone(), element, typed })
}

fn taps(screen: &PhoneScreen) -> impl Iterator<Item = (u16, &Tap)> {
    (0u16..).zip(&screen.elements).filter_map(|(number, element)| match element {
        Element::Tap(tap) => Some((number, tap)),
        _ => None,
    })
}

fn typed(screen: &PhoneScreen, right: bool) -> Vec<Typed> {
    let fields = screen.elements.iter().filter_map(|element| match element {
        Element::Field(field) => Some(Typed { field: field.id.clone(), right }),
        _ => None,
    });
    fields.collect()
}
