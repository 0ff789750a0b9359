//! What is to be learned: the next step on top, then the courses of the path, then the others.

use domain::content::{Course, Syllabus, TestKind};
use domain::learning::{Learner, Next, is_done, next};
use domain::text::Lang;
use maud::{Markup, html};

use super::course::{advised, left_open, open_test, review_card, step, test_card};
use crate::messages::Messages;
use crate::ui::{self, icon};
use crate::urls::{self, Url};

/// What is to be learned, as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LearnPage {
    /// The path: its name and what it is for.
    pub path: Option<(String, String)>,
    /// Where the next step leads and what it is called; `None` when all is done.
    pub next: Option<(Url, String)>,
    /// The course in which it is.
    pub next_course: Option<String>,
    /// The lesson that a diagnosis named, as long as it is not read.
    pub advised: Option<String>,
    /// A test that was left in the middle.
    pub open: Option<Url>,
    /// Whether a certificate can be had.
    pub has_certificate: bool,
    /// Where a newcomer finds out where to begin.
    pub where_to_begin: Option<Url>,
    /// Whether something was done alone that may come back.
    pub has_past: bool,
    /// The courses of the path.
    pub courses: Vec<CourseCard>,
    /// The other courses.
    pub others: Vec<CourseCard>,
    /// Where the examination is.
    pub exam: Option<Url>,
}

/// A course in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseCard {
    /// Its page.
    pub url: Url,
    /// Its name.
    pub title: String,
    /// Lessons read to the end, of how many.
    pub read: (usize, usize),
    /// Practices done alone, of how many.
    pub alone: (usize, usize),
    /// Whether nothing is left to do in it.
    pub is_done: bool,
}

impl LearnPage {
    /// The page for a learner.
    #[must_use]
    pub fn of(syllabus: &Syllabus, learner: &Learner, lang: Lang) -> Self {
        let path = learner.path(syllabus);
        let mine = syllabus.courses_of(path);
        let others = syllabus.courses.iter().filter(|course| !mine.iter().any(|it| it.id == course.id));
        let (course, next) = next(syllabus, learner);
        let card = |course: &Course| CourseCard::of(course, learner, lang);
        Self {
            path: path.map(|path| (path.title.get(lang).to_owned(), path.about.get(lang).to_owned())),
            next: Some(next)
                .filter(|next| *next != Next::Certificate)
                .and_then(|it| step(syllabus, it, lang)),
            next_course: course.map(|course| course.title.get(lang).to_owned()),
            advised: advised(syllabus, learner, lang),
            open: left_open(learner),
            has_certificate: learner.has_attained(syllabus),
            where_to_begin: test(syllabus, TestKind::Diagnosis).filter(|_| is_new(learner)),
            has_past: learner.workbook.has_past(),
            others: others.map(card).collect(),
            courses: mine.into_iter().map(card).collect(),
            exam: test(syllabus, TestKind::Examination),
        }
    }

    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, lang: Lang) -> Markup {
        let m = Messages(lang);
        html! {
            @match &self.path {
                Some((title, about)) => { h1 { (title) } p { (about) } }
                None => { h1 { (m.learn_title()) } }
            }
            @if let Some(lesson) = &self.advised { p { (m.course_advised(lesson)) } }
            @if let Some(url) = &self.open { (open_test(m, url)) }
            @if let Some((url, label)) = &self.next {
                div.actions.first {
                    (ui::link_button(url, label))
                    @if let Some(course) = &self.next_course { small.muted.center { (m.learn_in_course(course)) } }
                }
            } @else {
                (ui::boxed(ui::Tone::Good, &html! { p { (m.learn_all_done()) } }))
            }
            @if self.has_past { (review_card(m)) }
            @if self.has_certificate {
                (test_card(&urls::certificate_ask(), "star", m.learn_certificate(), m.learn_certificate_about()))
            }
            @if let Some(url) = &self.where_to_begin {
                (test_card(url, "hand-helping", m.course_where_to_begin(), m.course_where_about()))
            }
            h2 { (if self.path.is_some() { m.learn_courses() } else { m.learn_all_courses() }) }
            (list(m, &self.courses))
            @if self.path.is_some() { p { (ui::link_quiet(&urls::paths(), m.paths_change())) } }
            @if !self.others.is_empty() {
                details.more {
                    summary { (m.learn_others(self.others.len())) }
                    (list(m, &self.others))
                }
            }
            @if let Some(url) = &self.exam { (test_card(url, "star", m.course_exam(), m.course_exam_about())) }
        }
    }
}

fn list(m: Messages, cards: &[CourseCard]) -> Markup {
    html! { ol.plain { @for card in cards { li { (card.show(m)) } } } }
}

fn test(syllabus: &Syllabus, kind: TestKind) -> Option<Url> {
    syllabus.tests.contains(&kind).then(|| urls::test_of(kind.as_str()))
}

/// Whether nothing was begun and nothing found out yet.
fn is_new(learner: &Learner) -> bool {
    learner.workbook.lessons.is_empty() && learner.workbook.advice.is_none()
}

impl CourseCard {
    fn of(course: &Course, learner: &Learner, lang: Lang) -> Self {
        let (lessons, practices) = (&learner.workbook.lessons, &learner.workbook.practices);
        let read =
            |card: &&domain::content::LessonCard| lessons.get(&card.id).is_some_and(|mark| mark.finished);
        let there = course.lessons.iter().filter_map(|card| card.practice.as_ref());
        let alone = |card: &&domain::content::PracticeCard| {
            practices.get(&card.id).is_some_and(|mark| mark.alone > 0)
        };
        Self {
            url: urls::course(course.id.as_str()),
            title: course.title.get(lang).to_owned(),
            read: (course.lessons.iter().filter(read).count(), course.lessons.len()),
            alone: (there.clone().filter(alone).count(), there.count()),
            is_done: is_done(course, learner),
        }
    }

    fn show(&self, m: Messages) -> Markup {
        let ((read, lessons), (alone, practices)) = (self.read, self.alone);
        html! {
            a.card.tap-card href=(self.url) {
                (icon(if self.is_done { "check" } else { "book" }))
                span {
                    b { (self.title) }
                    small.muted {
                        @if self.is_done { (m.learn_course_done()) " · " }
                        @if read + alone == 0 && !self.is_done {
                            (m.learn_lessons(lessons))
                        } @else {
                            (m.learn_read(read, lessons))
                            @if practices > 0 { ", " (m.learn_alone(alone, practices)) }
                        }
                    }
                }
                (icon("chevron-right"))
            }
        }
    }
}
