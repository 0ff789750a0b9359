//! The drawn phone while a practice is done.

use domain::content::{self, Curriculum, FieldKind, Practice, Route, TapKind};
use domain::ids::PracticeId;
use domain::learning::Learner;
use domain::practice::{Mode, Run, Said};
use domain::review::{Day, MISTAKES_MAX};
use domain::standing::Rung;
use domain::text::Lang;
use maud::{Markup, html};

use super::course::{course_of, next_step};
use super::drawn;
use crate::messages::Messages;
use crate::ui::{self, Element, FieldLook, Phone, Tap, icon};
use crate::urls::{self, Url};

/// A run of a practice as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunPage {
    /// The name of the practice.
    pub title: String,
    /// How it is done.
    pub mode: Mode,
    /// This step of how many, along the guided path.
    pub step: (u16, u16),
    /// The id of the screen, which the form carries.
    pub screen: String,
    /// The phone.
    pub phone: Phone,
    /// What to do now: told in the guided mode, for the person beside in the mode together.
    pub guide: Option<String>,
    /// What the Enter key taps, when something is typed here.
    pub enter: Option<Tap>,
    /// A remark under the phone.
    pub note: Option<String>,
    /// Kind words about the last tap, when it was a mistake.
    pub wrong: Option<String>,
    /// Mistakes so far.
    pub mistakes: u16,
    /// The page of its course.
    pub course: Url,
    /// Where a tap goes.
    pub tap: Url,
    /// Whether it can be begun again: one that was taken away can't.
    pub is_offered: bool,
    /// Where to start again.
    pub start: Url,
    /// What is said when it is done.
    pub done: Option<Done>,
}

/// The end of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// One warm sentence: what the person can now do.
    pub sentence: String,
    /// How many taps it took.
    pub taps: u16,
    /// The next step of the course.
    pub next: Option<Url>,
    /// What it says of a skill that was passed long before.
    pub kept: Option<Kept>,
}

/// What doing it again says of a skill that was passed long before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// The skill of this name is retained.
    Yes(String),
    /// There were too many mistakes.
    NotYet,
}

impl RunPage {
    /// The page of the open or just finished run; `None` when there is none.
    #[must_use]
    pub fn of(curriculum: &Curriculum, learner: &Learner, id: &PracticeId, lang: Lang) -> Option<Self> {
        let practice = learner.practice(curriculum, id)?.content;
        let run = learner.workbook.practices.get(id)?.run.as_ref()?;
        let screen = practice.screen(&run.screen)?;
        let guided = run.mode == Mode::Guided && !run.finished;
        let has_help = run.mode != Mode::Alone && !run.finished;
        Some(Self {
            title: practice.title.get(lang).to_owned(),
            mode: run.mode,
            step: step(practice, run),
            screen: screen.id.to_string(),
            phone: Phone {
                look: drawn::look(&screen.look, lang),
                title: screen.title.get(lang).to_owned(),
                elements: elements(screen, run, guided, lang),
                back: back(screen, guided, lang),
            },
            guide: screen.guide.as_ref().filter(|_| has_help).map(|guide| guide.get(lang).to_owned()),
            enter: enter(screen),
            note: screen.note.as_ref().map(|note| note.get(lang).to_owned()),
            wrong: said(practice, run, lang),
            mistakes: run.wrong,
            course: course_of(&curriculum.syllabus, id),
            tap: urls::practice_tap(id.as_str()),
            is_offered: curriculum.practices.contains_key(id),
            start: urls::practice_start(id.as_str()),
            done: run.finished.then(|| Done {
                sentence: screen.done.as_ref().map_or_else(String::new, |done| done.get(lang).to_owned()),
                taps: run.taps,
                next: next_url(curriculum, learner, id, lang),
                kept: kept(curriculum, learner, practice, run, lang),
            }),
        })
    }

    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, lang: Lang) -> Markup {
        let m = Messages(lang);
        html! {
            @if self.done.is_none() { (ui::listen(m.listen(), m.listen_stop())) }
            h1.small { (self.title) }
            @match &self.done {
                Some(done) => { (self.ended(m, done)) }
                None => { (self.going(m)) }
            }
        }
    }

    fn going(&self, m: Messages) -> Markup {
        let (step, of) = self.step;
        html! {
            (ui::steps(m, usize::from(step), usize::from(of)))
            @if let Some(wrong) = &self.wrong {
                div role="status" {
                    (ui::boxed(ui::Tone::Warn, &html! { p { b { (m.run_wrong_title()) ". " } (wrong) } }))
                }
            }
            @if let Some(guide) = self.guide.as_ref().filter(|_| self.mode == Mode::Guided) { (ui::guide(guide)) }
            form #act method="post" action=(self.tap) autocomplete="off" {
                input type="hidden" name="screen" value=(self.screen);
                @if let Some(enter) = &self.enter { (ui::enter(m.run_enter(), enter)) }
                (ui::phone(m.run_phone(), &self.phone))
            }
            @if let Some(guide) = self.guide.as_ref().filter(|_| self.mode == Mode::Together) { (aside(m, guide)) }
            @if let Some(note) = &self.note { p.muted { (icon("info")) " " (note) } }
            p.muted {
                (match self.mode {
                    Mode::Guided => m.run_guided(),
                    Mode::Together => m.run_together(),
                    Mode::Alone => m.run_alone(),
                })
                @if self.mistakes > 0 { " · " (m.run_mistakes(self.mistakes)) }
            }
            p { (ui::link_quiet(&self.course, m.run_leave())) }
        }
    }

    fn ended(&self, m: Messages, done: &Done) -> Markup {
        let count = match self.mistakes {
            0 => m.run_done_no_mistake(done.taps),
            wrong => m.run_done_taps(done.taps, wrong),
        };
        html! {
            (ui::boxed(ui::Tone::Good, &html! {
                h2 { (m.run_done_title()) }
                p { (done.sentence) }
            }))
            @match &done.kept {
                Some(Kept::Yes(skill)) => {
                    (ui::big(m, Some(Rung::Retained)))
                    p { b { (m.kept_yes(skill)) } }
                }
                Some(Kept::NotYet) => { p { (m.kept_not_yet(m.rung(Rung::Retained))) } }
                None => {}
            }
            form #act method="post" action=(self.start) {
                p.muted { (count) }
                div.actions {
                    @if self.mode != Mode::Alone && self.is_offered {
                        button.btn name="mode" value=(Mode::Alone.as_str()) { (m.run_then_alone()) }
                    } @else if let Some(next) = &done.next {
                        (ui::link_button(next, m.run_then_on()))
                    }
                    @if self.is_offered {
                        button.btn-2 name="mode" value=(self.mode.as_str()) { (m.run_again()) }
                    }
                    (ui::link_quiet(&self.course, m.lesson_to_course()))
                }
            }
            div.ended inert { (ui::phone(m.run_phone(), &self.phone)) }
        }
    }
}

/// The next step for the person beside, folded.
fn aside(m: Messages, guide: &str) -> Markup {
    html! {
        details.aside {
            summary { (icon("hand-helping")) span { (m.run_aside()) } }
            p { b { (guide) } }
            p.muted { (m.run_aside_how()) }
        }
    }
}

/// What the Enter key of the keyboard means while something is typed: the first tap that needs what is typed.
fn enter(screen: &content::PhoneScreen) -> Option<Tap> {
    let needs = |one: &content::Element| matches!(one, content::Element::Tap(tap) if !tap.needs.is_empty());
    let number = screen.elements.iter().position(needs)?;
    Some(Tap { value: number.to_string(), is_next: false })
}

/// What this run says of a skill that was passed long before. The day of the run is the last of the practice's past.
fn kept(
    curriculum: &Curriculum,
    learner: &Learner,
    practice: &Practice,
    run: &Run,
    lang: Lang,
) -> Option<Kept> {
    let last =
        learner.workbook.practices.get(&practice.id)?.past.last().filter(|_| run.mode == Mode::Alone)?;
    let standing = learner.book.standings.get(&practice.skill)?;
    match standing.rung {
        Rung::Retained if Day::of(standing.since) == last.day => {
            let skill = curriculum.syllabus.skill(&practice.skill)?;
            Some(Kept::Yes(skill.title.get(lang).to_owned()))
        }
        Rung::Passed if run.wrong > MISTAKES_MAX && standing.ripe().is_some_and(|ripe| ripe <= last.day) => {
            Some(Kept::NotYet)
        }
        _ => None,
    }
}

/// This step of how many. Led astray, a person sees the step they will come back to.
fn step(practice: &Practice, run: &Run) -> (u16, u16) {
    let route = Route::of(practice);
    let all = route.remaining(&practice.start).unwrap_or(1);
    let left = route.remaining(&run.screen).unwrap_or(all).min(all);
    ((all - left + 1).min(all.max(1)), all.max(1))
}

fn next_url(curriculum: &Curriculum, learner: &Learner, id: &PracticeId, lang: Lang) -> Option<Url> {
    let course = curriculum.syllabus.lesson_of_practice(id).map(|(course, _)| course);
    next_step(&curriculum.syllabus, course, learner, lang).map(|(url, _)| url)
}

fn said(practice: &Practice, run: &Run, lang: Lang) -> Option<String> {
    let text = match run.said.as_ref()? {
        Said::Tap { screen, element } => {
            match practice.screen(screen)?.elements.get(usize::from(*element))? {
                content::Element::Tap(tap) => tap.wrong.as_ref()?,
                _ => return None,
            }
        }
        // The words stand beside the field itself; saying them twice would only be loud.
        Said::Field { .. } => return None,
    };
    Some(text.get(lang).to_owned())
}

fn elements(screen: &content::PhoneScreen, run: &Run, guided: bool, lang: Lang) -> Vec<Element> {
    let draw = |(number, one): (usize, &content::Element)| match one {
        content::Element::Tap(tap) => {
            let sent = Tap { value: number.to_string(), is_next: guided && tap.right };
            drawn::tappable(tap, sent, lang)
        }
        content::Element::Field(field) => Some(asked(screen, field, run, guided, lang)),
        plain => drawn::plain(plain, lang),
    };
    screen.elements.iter().enumerate().filter_map(draw).collect()
}

fn back(screen: &content::PhoneScreen, guided: bool, lang: Lang) -> Option<(String, Tap)> {
    screen.elements.iter().enumerate().find_map(|(number, one)| match one {
        content::Element::Tap(tap) if tap.kind == TapKind::Back => {
            let sent = Tap { value: number.to_string(), is_next: guided && tap.right };
            Some((tap.label.get(lang).to_owned(), sent))
        }
        _ => None,
    })
}

/// A field as it is after the last tap: what was right stays filled in.
fn asked(
    screen: &content::PhoneScreen,
    field: &content::Field,
    run: &Run,
    guided: bool,
    lang: Lang,
) -> Element {
    let (id, label) = (field.id.to_string(), field.label.get(lang).to_owned());
    let is_wrong = matches!(&run.said, Some(Said::Field { screen: at, field: wrong })
        if *at == screen.id && *wrong == field.id);
    let error = is_wrong.then(|| field.wrong.get(lang).to_owned());
    let is_right = run.right.contains(&field.id);
    let answer = || field.answer.parse().ok();
    let typed = |look| Element::Field {
        id: id.clone(),
        label: label.clone(),
        look,
        value: if is_right { field.answer.clone() } else { String::new() },
        error: error.clone(),
        is_next: guided,
    };
    match &field.kind {
        FieldKind::Digits => typed(FieldLook::Digits),
        FieldKind::Text => typed(FieldLook::Text),
        FieldKind::Phone => typed(FieldLook::Phone),
        FieldKind::Money => typed(FieldLook::Money),
        FieldKind::Pick(options) => Element::Pick(ui::Pick {
            id,
            label,
            options: options.iter().map(|option| option.get(lang).to_owned()).collect(),
            chosen: answer().filter(|_| is_right),
            next: answer().filter(|_| guided),
            error,
        }),
        FieldKind::Tick(on) => {
            let wanted = field.answer == "on";
            let is_on = if is_right { wanted } else { *on };
            Element::Tick { id, label, is_on, error, is_next: guided && is_on != wanted }
        }
    }
}
