//! What a person does next: the one obvious step.

use super::{Learner, TestMark, Workbook};
use crate::content::{Course, LessonCard, Syllabus};
use crate::ids::{BlueprintId, LessonId, PracticeId};
use crate::practice::Mode;
use crate::standing::Rung;

/// A next step.
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

/// The next step of a learner along their path, and the course in which it is: the first course of the path that is not done.
/// A certificate that can be had does not end learning; it is the next step when nothing else is. Who took a diagnosis begins
/// with the course of the lesson that it named, and comes back to the courses before it when those behind it are done.
#[must_use]
pub fn next<'s>(syllabus: &'s Syllabus, learner: &Learner) -> (Option<&'s Course>, Next) {
    let courses = syllabus.courses_of(learner.path(syllabus));
    let advice = learner.workbook.advice.as_ref();
    let named = |course: &&Course| course.lessons.iter().any(|card| Some(&card.id) == advice);
    let (before, from) = courses.split_at(courses.iter().position(named).unwrap_or(0));
    for course in from.iter().chain(before) {
        match next_in(course, learner) {
            Next::Nothing => {}
            step => return (Some(course), step),
        }
    }
    (None, if learner.has_attained(syllabus) { Next::Certificate } else { Next::Nothing })
}

/// Whether a lesson or a practice of a course was begun.
#[must_use]
pub fn is_begun(course: &Course, learner: &Learner) -> bool {
    let Workbook { lessons, practices, .. } = &learner.workbook;
    let in_practice =
        |card: &LessonCard| card.practice.as_ref().is_some_and(|it| practices.contains_key(&it.id));
    course.lessons.iter().any(|card| lessons.contains_key(&card.id) || in_practice(card))
}

/// Whether nothing is left to do in a course: every skill of it was passed, or there is nothing to pass and all was done.
#[must_use]
pub fn is_done(course: &Course, learner: &Learner) -> bool {
    next_in(course, learner) == Next::Nothing
}

/// The next step of a learner in one course: each lesson, then its practice guided, then alone; then the check. Nothing, once
/// every skill of the course was passed. Who took a diagnosis begins with the lesson that it named; what lies before it comes
/// back when the check was not passed.
#[must_use]
pub fn next_in(course: &Course, learner: &Learner) -> Next {
    let below = |card: &LessonCard| learner.book.rung(&card.skill) < Some(Rung::Passed);
    let is_open = is_open(course, learner);
    if !is_open && !course.lessons.iter().any(below) {
        return Next::Nothing;
    }
    let (before, from) = advised(course, &learner.workbook);
    let in_lessons = |cards: &[LessonCard]| cards.iter().find_map(|card| in_lesson(card, &learner.workbook));
    let left_out = || if is_open || !has_failed(course, learner) { None } else { in_lessons(before) };
    let check = || Some(Next::Check { check: course.check.as_ref()?.id.clone(), open: is_open });
    in_lessons(from).or_else(left_out).or_else(check).unwrap_or(Next::Nothing)
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
        let screen = mark.read.saturating_add(1).min(mark.screens_or(card.screens));
        return Some(Next::Lesson { lesson: card.id.clone(), screen });
    }
    let practice = card.practice.as_ref()?.id.clone();
    let mark = workbook.practices.get(&practice).cloned().unwrap_or_default();
    if let Some(run) = mark.run.as_ref().filter(|run| !run.finished) {
        return Some(Next::Practice { practice, mode: run.mode, open: true });
    }
    match (mark.helped(), mark.alone) {
        (_, 1..) => None,
        (0, 0) => Some(Next::Practice { practice, mode: Mode::Guided, open: false }),
        _ => Some(Next::Practice { practice, mode: Mode::Alone, open: false }),
    }
}
