//! What a person does next: the one obvious step.

use super::{Learner, TestMark, Workbook};
use crate::content::{Course, LessonCard, Syllabus};
use crate::ids::{BlueprintId, LessonId, PracticeId};
use crate::practice::Mode;
use crate::standing::Rung;

/// The next step of a course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// Read on in a lesson, at this screen.
    Lesson {
        /// The lesson.
        lesson: LessonId,
        /// The screen, from 1.
        screen: u16,
    },
    /// Practise.
    Practice {
        /// The practice.
        practice: PracticeId,
        /// How.
        mode: Mode,
        /// Whether a run of it is open.
        open: bool,
    },
    /// Take the check, or go on with it.
    Check {
        /// The check.
        check: BlueprintId,
        /// Whether an attempt is open.
        open: bool,
    },
    /// Ask for the certificate.
    Certificate,
    /// Everything is done.
    Nothing,
}

/// The next step of a learner in a course: the certificate, as soon as it can be had; until then each lesson, then its practice
/// guided, then alone; then the check. Who took a diagnosis begins with the lesson that it named; what lies before it comes
/// back when the check was not passed.
#[must_use]
pub fn next(syllabus: &Syllabus, course: &Course, learner: &Learner) -> Next {
    if learner.has_attained(syllabus) {
        return Next::Certificate;
    }
    let (before, from) = advised(course, &learner.workbook);
    let in_lessons = |cards: &[LessonCard]| cards.iter().find_map(|card| in_lesson(card, &learner.workbook));
    let left_out =
        || if is_open(course, learner) || !has_failed(course, learner) { None } else { in_lessons(before) };
    in_lessons(from).or_else(left_out).or_else(|| in_check(course, learner)).unwrap_or(Next::Nothing)
}

/// The lessons before the one that a diagnosis named, and from it on.
fn advised<'c>(course: &'c Course, workbook: &Workbook) -> (&'c [LessonCard], &'c [LessonCard]) {
    let named = |advice: &LessonId| course.lessons.iter().position(|card| card.id == *advice);
    let at = workbook.advice.as_ref().and_then(named).unwrap_or(0);
    course.lessons.split_at_checked(at).unwrap_or_default()
}

fn mark<'l>(course: &Course, learner: &'l Learner) -> Option<&'l TestMark> {
    learner.workbook.tests.get(&course.check.as_ref()?.id)
}

fn is_open(course: &Course, learner: &Learner) -> bool {
    mark(course, learner).is_some_and(|mark| mark.open.is_some())
}

fn has_failed(course: &Course, learner: &Learner) -> bool {
    mark(course, learner).and_then(|mark| mark.last.as_ref()).is_some_and(|last| !last.all)
}

fn in_lesson(card: &LessonCard, workbook: &Workbook) -> Option<Next> {
    let mark = workbook.lessons.get(&card.id).cloned().unwrap_or_default();
    if !mark.finished {
        let screen = mark.read.saturating_add(1).min(card.screens);
        return Some(Next::Lesson { lesson: card.id.clone(), screen });
    }
    let practice = card.practice.as_ref()?.id.clone();
    let mark = workbook.practices.get(&practice).cloned().unwrap_or_default();
    if let Some(run) = mark.run.filter(|run| !run.finished) {
        return Some(Next::Practice { practice, mode: run.mode, open: true });
    }
    match (mark.guided, mark.alone) {
        (_, 1..) => None,
        (0, 0) => Some(Next::Practice { practice, mode: Mode::Guided, open: false }),
        _ => Some(Next::Practice { practice, mode: Mode::Alone, open: false }),
    }
}

fn in_check(course: &Course, learner: &Learner) -> Option<Next> {
    let check = &course.check.as_ref()?.id;
    let open = is_open(course, learner);
    let below = |card: &LessonCard| learner.book.rung(&card.skill) < Some(Rung::Passed);
    (open || course.lessons.iter().any(below)).then(|| Next::Check { check: check.clone(), open })
}
