//! The drawn phone while a practice is done.

use domain::content::{self, Curriculum, Practice, Route, TapKind};
use domain::ids::PracticeId;
use domain::learning::Learner;
use domain::practice::{Mode, Run, Said};
use domain::text::Lang;
use maud::{Markup, html};

use super::course::next_step;
use crate::messages::Messages;
use crate::ui::{self, Element, FieldLook, Look, Phone, Tap, icon};
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
    /// What to do now, in the guided mode.
    pub guide: Option<String>,
    /// A remark under the phone.
    pub note: Option<String>,
    /// Kind words about the last tap, when it was a mistake.
    pub wrong: Option<String>,
    /// Mistakes so far.
    pub mistakes: u16,
    /// Where a tap goes.
    pub tap: Url,
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
}

impl RunPage {
    /// The page of the open or just finished run; `None` when there is none.
    #[must_use]
    pub fn of(curriculum: &Curriculum, learner: &Learner, id: &PracticeId, lang: Lang) -> Option<Self> {
        let practice = curriculum.practices.get(id)?;
        let run = learner.workbook.practices.get(id)?.run.as_ref()?;
        let screen = practice.screen(&run.screen)?;
        let guided = run.mode == Mode::Guided && !run.finished;
        Some(Self {
            title: practice.title.get(lang).to_owned(),
            mode: run.mode,
            step: step(practice, run),
            screen: screen.id.to_string(),
            phone: Phone {
                look: look(&screen.look, lang),
                title: screen.title.get(lang).to_owned(),
                elements: elements(screen, run, guided, lang),
            },
            guide: screen.guide.as_ref().filter(|_| guided).map(|guide| guide.get(lang).to_owned()),
            note: screen.note.as_ref().map(|note| note.get(lang).to_owned()),
            wrong: said(practice, run, lang),
            mistakes: run.wrong,
            tap: urls::practice_tap(id.as_str()),
            start: urls::practice_start(id.as_str()),
            done: run.finished.then(|| Done {
                sentence: screen.done.as_ref().map_or_else(String::new, |done| done.get(lang).to_owned()),
                taps: run.taps,
                next: next_url(curriculum, learner, lang),
            }),
        })
    }

    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, lang: Lang) -> Markup {
        let m = Messages(lang);
        html! {
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
            @if let Some(guide) = &self.guide { (ui::guide(guide)) }
            form #act method="post" action=(self.tap) autocomplete="off" {
                input type="hidden" name="screen" value=(self.screen);
                (ui::phone(m.run_phone(), &self.phone))
            }
            @if let Some(note) = &self.note { p.muted { (icon("info")) " " (note) } }
            p.muted {
                (match self.mode { Mode::Guided => m.run_guided(), Mode::Alone => m.run_alone() })
                @if self.mistakes > 0 { " · " (m.run_mistakes(self.mistakes)) }
            }
            p { (ui::link_quiet(&urls::learn(), m.run_leave())) }
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
            form #act method="post" action=(self.start) {
                p.muted { (count) }
                div.actions {
                    @if self.mode == Mode::Guided {
                        button.btn name="mode" value=(Mode::Alone.as_str()) { (m.run_then_alone()) }
                    } @else if let Some(next) = &done.next {
                        (ui::link_button(next, m.run_then_on()))
                    }
                    button.btn-2 name="mode" value=(self.mode.as_str()) { (m.run_again()) }
                    (ui::link_quiet(&urls::learn(), m.lesson_to_course()))
                }
            }
            div.ended inert { (ui::phone(m.run_phone(), &self.phone)) }
        }
    }
}

/// This step of how many. Led astray, a person sees the step they will come back to.
fn step(practice: &Practice, run: &Run) -> (u16, u16) {
    let route = Route::of(practice);
    let all = route.remaining(&practice.start).unwrap_or(1);
    let left = route.remaining(&run.screen).unwrap_or(all).min(all);
    ((all - left + 1).min(all.max(1)), all.max(1))
}

fn next_url(curriculum: &Curriculum, learner: &Learner, lang: Lang) -> Option<Url> {
    let course = curriculum.syllabus.courses.first()?;
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

fn look(look: &content::Look, lang: Lang) -> Look {
    match look {
        content::Look::Launcher => Look::Launcher,
        content::Look::App(name) => Look::App(name.get(lang).to_owned()),
        content::Look::Browser(address) => Look::Browser(address.clone()),
        content::Look::Dialog(name) => Look::Dialog(name.get(lang).to_owned()),
        content::Look::Call(name) => Look::Call(name.get(lang).to_owned()),
        content::Look::Chat(name) => Look::Chat(name.get(lang).to_owned()),
        content::Look::Sms(name) => Look::Sms(name.get(lang).to_owned()),
        content::Look::Settings => Look::Settings,
        content::Look::Lock => Look::Lock,
    }
}

fn elements(screen: &content::PhoneScreen, run: &Run, guided: bool, lang: Lang) -> Vec<Element> {
    let wrong_field = match &run.said {
        Some(Said::Field { screen: at, field }) if *at == screen.id => Some(field),
        _ => None,
    };
    let draw = |(number, one): (usize, &content::Element)| match one {
        content::Element::Text(text) => Element::Text(text.get(lang).to_owned()),
        content::Element::Heading(text) => Element::Heading(text.get(lang).to_owned()),
        content::Element::Detail(text) => Element::Detail(text.get(lang).to_owned()),
        content::Element::Alert(text) => Element::Alert(text.get(lang).to_owned()),
        content::Element::Message(text) => Element::Message(text.get(lang).to_owned()),
        content::Element::Reply(text) => Element::Reply(text.get(lang).to_owned()),
        content::Element::Card { title, icon, lines } => Element::Card {
            title: title.get(lang).to_owned(),
            icon: icon.clone(),
            lines: lines.iter().map(|line| line.get(lang).to_owned()).collect(),
        },
        content::Element::Picture { asset, alt } => {
            Element::Picture { src: urls::static_file(asset).into(), alt: alt.get(lang).to_owned() }
        }
        content::Element::Tap(tap) => tappable(tap, number, guided, lang),
        content::Element::Field(field) => Element::Field {
            id: field.id.to_string(),
            label: field.label.get(lang).to_owned(),
            look: match field.kind {
                content::FieldKind::Digits => FieldLook::Digits,
                content::FieldKind::Text => FieldLook::Text,
                content::FieldKind::Phone => FieldLook::Phone,
            },
            value: if run.right.contains(&field.id) { field.answer.clone() } else { String::new() },
            error: (wrong_field == Some(&field.id)).then(|| field.wrong.get(lang).to_owned()),
            is_next: guided,
        },
    };
    screen.elements.iter().enumerate().map(draw).collect()
}

fn tappable(tap: &content::Tap, number: usize, guided: bool, lang: Lang) -> Element {
    let label = tap.label.get(lang).to_owned();
    let icon = tap.icon.clone();
    let detail = tap.detail.as_ref().map(|detail| detail.get(lang).to_owned());
    let sent = Tap { value: number.to_string(), is_next: guided && tap.right };
    match tap.kind {
        TapKind::App => Element::App { label, icon: icon.unwrap_or_default(), tap: sent },
        TapKind::Button => Element::Button { label, tap: sent },
        TapKind::Link => Element::Link { label, tap: sent },
        TapKind::Row => Element::Row { label, icon, detail, tap: sent },
        TapKind::Toggle => Element::Toggle { label, is_on: tap.on, tap: sent },
    }
}
