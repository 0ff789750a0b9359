//! A course: its next step, then the lessons with the rung of each skill.

use domain::content::{Course, LessonCard, Syllabus};
use domain::ids::PracticeId;
use domain::learning::{Learner, Next, next, next_in};
use domain::practice::Mode;
use domain::standing::Rung;
use domain::text::Lang;
use maud::{Markup, html};

use super::drill;
use crate::messages::Messages;
use crate::ui::{self, icon};
use crate::urls::{self, Url};

/// The course as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoursePage {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What it is for.
    pub about: String,
    /// Where the next step leads and what it is called; `None` when all is done.
    pub next: Option<(Url, String)>,
    /// Its lessons.
    pub lessons: Vec<LessonLine>,
    /// Its check: address, name, number of questions.
    pub check: Option<(Url, String, u16)>,
    /// The drills of the skills that its lessons teach.
    pub drills: Vec<Url>,
}

/// A lesson in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LessonLine {
    /// Where it goes on.
    pub url: Url,
    /// Its name.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// How long it takes.
    pub minutes: u16,
    /// Pages read, of how many.
    pub read: (u16, u16),
    /// The rung of its skill.
    pub rung: Option<Rung>,
    /// Its practice: address, name, and how often it was done in each mode.
    pub practice: Option<(Url, String, [u16; 3])>,
}

impl CoursePage {
    /// The page of a course for a learner.
    #[must_use]
    pub fn of(syllabus: &Syllabus, course: &Course, learner: &Learner, lang: Lang) -> Self {
        let lessons = course.lessons.iter().map(|card| LessonLine::of(card, learner, lang)).collect();
        let check = course.check.as_ref();
        Self {
            id: course.id.to_string(),
            title: course.title.get(lang).to_owned(),
            about: course.about.get(lang).to_owned(),
            next: step(syllabus, next_in(course, learner), lang),
            lessons,
            check: check
                .map(|card| (urls::check(card.id.as_str()), card.title.get(lang).to_owned(), card.most)),
            drills: drill::of_course(syllabus, course),
        }
    }

    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, lang: Lang) -> Markup {
        let m = Messages(lang);
        html! {
            (ui::back(m, &urls::learn()))
            h1 { (self.title) }
            p { (self.about) }
            @match &self.next {
                Some((url, label)) => { p.actions { (ui::link_button(url, label)) } }
                None => {
                    (ui::boxed(ui::Tone::Good, &html! { p { (m.course_done_here()) } }))
                    p { (ui::link_quiet(&urls::learn(), m.learn_back())) }
                }
            }
            h2 { (m.course_lessons()) }
            ol.plain {
                @for line in &self.lessons { li { (line.card(m)) } }
                @for url in &self.drills { li { (drill::card_of(m, url)) } }
                @if let Some((url, title, length)) = &self.check {
                    li { (test_card(url, "star", title, &m.course_check_about(*length))) }
                }
            }
            (self.keep(m))
        }
    }

    /// Keeping the course on the phone: shown by the script that speaks with the service worker, which knows its size.
    fn keep(&self, m: Messages) -> Markup {
        html! {
            section.card #keep hidden data-course=(self.id) aria-live="polite" {
                div data-when="away failed" {
                    button.btn-2 type="button" { (icon("download")) (m.keep_button()) }
                    p.muted.small.center { (m.keep_size()) " " span data-size {} " KB." }
                }
                p data-when="coming" hidden { (m.keep_fetching()) }
                p data-when="here" hidden { (icon("check")) " " (m.keep_done()) }
                p data-when="failed" hidden { (m.keep_failed()) }
            }
        }
    }
}

/// The way back to a test that was left in the middle.
pub(crate) fn open_test(m: Messages, url: &Url) -> Markup {
    test_card(url, "clock", m.course_open(), m.course_open_about())
}

/// The test that a learner left in the middle.
#[must_use]
pub fn left_open(learner: &Learner) -> Option<Url> {
    let mut tests = learner.workbook.tests.iter();
    tests.find(|(_, mark)| mark.open.is_some()).map(|(id, _)| urls::check(id.as_str()))
}

/// The way to what comes back. What is due today only the server knows, so the card does not say.
pub(crate) fn review_card(m: Messages) -> Markup {
    test_card(&urls::today(), "refresh", m.today_link(), m.today_link_about())
}

pub(super) fn test_card(url: &Url, sign: &str, title: &str, about: &str) -> Markup {
    html! {
        a.card.tap-card href=(url) {
            (icon(sign))
            span { b { (title) } small { (about) } }
            (icon("chevron-right"))
        }
    }
}

/// The name of the lesson that a diagnosis named, as long as it is not read to its end.
#[must_use]
pub fn advised(syllabus: &Syllabus, learner: &Learner, lang: Lang) -> Option<String> {
    let advice = learner.workbook.advice.as_ref()?;
    let read = learner.workbook.lessons.get(advice).is_some_and(|mark| mark.finished);
    let (_, card) = syllabus.lesson(advice).filter(|_| !read)?;
    Some(card.title.get(lang).to_owned())
}

impl LessonLine {
    fn of(card: &LessonCard, learner: &Learner, lang: Lang) -> Self {
        let mark = learner.workbook.lessons.get(&card.id).cloned().unwrap_or_default();
        let screens = if mark.finished { card.screens } else { mark.screens_or(card.screens) };
        let screen = if mark.finished { 1 } else { mark.read.saturating_add(1).min(screens) };
        let practice = card.practice.as_ref().map(|practice| {
            let done = learner.workbook.practices.get(&practice.id).cloned().unwrap_or_default();
            let url = urls::practice(practice.id.as_str());
            (url, practice.title.get(lang).to_owned(), [done.guided, done.together, done.alone])
        });
        Self {
            url: urls::lesson(card.id.as_str(), usize::from(screen)),
            title: card.title.get(lang).to_owned(),
            summary: card.summary.get(lang).to_owned(),
            minutes: card.minutes,
            read: (if mark.finished { screens } else { mark.read }, screens),
            rung: learner.book.rung(&card.skill),
            practice,
        }
    }

    fn card(&self, m: Messages) -> Markup {
        let (read, of) = self.read;
        html! {
            article.card {
                h3 { a href=(self.url) { (self.title) } }
                p { (self.summary) }
                p { (ui::chip(m, self.rung)) " " small.muted {
                    @if read == of { (m.course_lesson_read()) }
                    @else if read > 0 { (m.course_read(read, of)) }
                    @else { (m.course_minutes(self.minutes)) }
                } }
                @if let Some((url, title, done)) = &self.practice {
                    a.quiet href=(url) { (icon("phone")) (m.course_practice()) ": " (title) }
                    @if done.iter().any(|times| *times > 0) {
                        br;
                        small.muted { (m.course_practice_done(&times(m, *done))) }
                    }
                }
            }
        }
    }
}

/// The page of the course that a practice belongs to.
pub(super) fn course_of(syllabus: &Syllabus, id: &PracticeId) -> Url {
    syllabus.lesson_of_practice(id).map_or_else(urls::learn, |(course, _)| urls::course(course.id.as_str()))
}

/// How often in each mode, without those of never.
fn times(m: Messages, [guided, together, alone]: [u16; 3]) -> String {
    let mut told = Vec::new();
    if guided > 0 {
        told.push(m.course_practice_guided(guided));
    }
    if together > 0 {
        told.push(m.course_practice_together(together));
    }
    if alone > 0 {
        told.push(m.course_practice_alone(alone));
    }
    told.join(", ")
}

/// The next step as a link: in a course, or along the path when there is none or nothing is left to do in it.
#[must_use]
pub(crate) fn next_step(
    syllabus: &Syllabus,
    course: Option<&Course>,
    learner: &Learner,
    lang: Lang,
) -> Option<(Url, String)> {
    let here = course.map(|course| next_in(course, learner)).filter(|next| *next != Next::Nothing);
    step(syllabus, here.unwrap_or_else(|| next(syllabus, learner).1), lang)
}

/// A next step as a link, in words.
pub(super) fn step(syllabus: &Syllabus, next: Next, lang: Lang) -> Option<(Url, String)> {
    let m = Messages(lang);
    let lesson_title = |id: &domain::ids::LessonId| {
        syllabus.lesson(id).map_or_else(String::new, |(_, card)| card.title.get(lang).to_owned())
    };
    let practice_title = |id: &PracticeId| {
        let card = syllabus.lesson_of_practice(id).and_then(|(_, card)| card.practice.as_ref());
        card.map_or_else(String::new, |card| card.title.get(lang).to_owned())
    };
    Some(match next {
        Next::Lesson { lesson, screen } => {
            let title = lesson_title(&lesson);
            let label = if screen > 1 { m.course_go_on_lesson(&title) } else { m.course_next_lesson(&title) };
            (urls::lesson(lesson.as_str(), usize::from(screen)), label)
        }
        Next::Practice { practice, open: true, .. } => {
            (urls::practice_run(practice.as_str()), m.course_go_on_practice(&practice_title(&practice)))
        }
        Next::Practice { practice, mode, .. } => {
            let title = practice_title(&practice);
            let label = match mode {
                Mode::Guided => m.course_next_guided(&title),
                Mode::Together => m.course_next_together(&title),
                Mode::Alone => m.course_next_alone(&title),
            };
            (urls::practice(practice.as_str()), label)
        }
        Next::Check { check, open: true } => {
            (urls::check_question(check.as_str()), m.course_go_on_check().to_owned())
        }
        Next::Check { check, .. } => (urls::check(check.as_str()), m.course_next_check().to_owned()),
        Next::Certificate => (urls::certificate_ask(), m.course_next_certificate().to_owned()),
        Next::Nothing => return None,
    })
}
