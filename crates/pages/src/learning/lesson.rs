//! One screen of a lesson.

use domain::content::{Answer, Block, Curriculum, Page, Span, Version};
use domain::ids::LessonId;
use domain::learning::Learner;
use domain::text::Lang;
use maud::{Markup, html};

use super::drill;
use crate::messages::Messages;
use crate::ui::{self, icon};
use crate::urls::{self, Url};

/// One screen of a lesson as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LessonPage {
    /// The heading of the screen.
    pub title: String,
    /// The name of the lesson.
    pub lesson: String,
    /// This screen, of how many.
    pub step: (u16, u16),
    /// Where the form goes.
    pub url: Url,
    /// The screen before, or the course.
    pub back: Url,
    /// The page of its course.
    pub course: Url,
    /// What the button says.
    pub button: &'static str,
    /// Where the skill is drilled, on the last screen.
    pub drill: Option<Url>,
    /// Which text of the lesson this is; the form carries it.
    pub version: Version,
    /// Whether the person began with a text that is nowhere any more.
    pub is_instead: bool,
    /// What stands below the heading.
    pub blocks: Vec<Block>,
    /// The screen read aloud, when its author supplied a recording.
    pub audio: Option<Url>,
}

impl LessonPage {
    /// A screen of a lesson, as this learner reads it; `None` when there is no such screen. What no course has any more is
    /// there for those who are in the middle of it.
    #[must_use]
    pub fn of(
        curriculum: &Curriculum,
        learner: &Learner,
        id: &LessonId,
        screen: u16,
        lang: Lang,
    ) -> Option<Self> {
        let found = learner.lesson(curriculum, id)?;
        let (lesson, listed) = (found.content, curriculum.syllabus.lesson(id));
        if listed.is_none() && learner.version_of_lesson(id) != Some(lesson.version) {
            return None;
        }
        let course = listed.map_or_else(urls::learn, |(course, _)| urls::course(course.id.as_str()));
        let has_practice = listed.is_some_and(|(_, card)| card.practice.is_some());
        let Page { title, blocks, audio } =
            lesson.screens.get(usize::from(screen).checked_sub(1)?)?.get(lang).clone();
        let m = Messages(lang);
        let last = screen == lesson.count();
        Some(Self {
            title,
            lesson: lesson.title.get(lang).to_owned(),
            step: (screen, lesson.count()),
            url: urls::lesson(id.as_str(), usize::from(screen)),
            back: if screen > 1 {
                urls::lesson(id.as_str(), usize::from(screen) - 1)
            } else {
                course.clone()
            },
            button: match (last, has_practice) {
                (false, _) => m.lesson_next(),
                (true, true) => m.lesson_to_practice(),
                (true, false) => m.lesson_finish(),
            },
            course,
            drill: drill::card(&curriculum.syllabus, &lesson.skill).filter(|_| last),
            version: lesson.version,
            is_instead: found.is_instead,
            blocks,
            audio: audio.map(|asset| urls::static_file(&asset)),
        })
    }

    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, lang: Lang) -> Markup {
        let m = Messages(lang);
        let (step, of) = self.step;
        html! {
            (ui::back(m, &self.back))
            @if self.audio.is_none() { (ui::listen(m.listen(), m.listen_stop())) }
            p.muted { (self.lesson) }
            (ui::steps(m, usize::from(step), usize::from(of)))
            @if self.is_instead { (ui::boxed(ui::Tone::Info, &html! { p { (m.lesson_rewritten()) } })) }
            h1 { (self.title) }
            @if let Some(audio) = &self.audio { audio controls preload="none" src=(audio) aria-label=(m.listen_recording()) {} }
            @for (number, one) in self.blocks.iter().enumerate() { (block(m, number, one)) }
            form.actions #act method="post" action=(self.url) {
                input type="hidden" name="version" value=(self.version);
                (ui::button(self.button))
                (ui::link_quiet(&self.course, m.lesson_to_course()))
            }
            @if let Some(drill) = &self.drill { (drill::card_of(m, drill)) }
        }
    }
}

fn block(m: Messages, number: usize, block: &Block) -> Markup {
    html! {
        @match block {
            Block::Paragraph(text) => { p { (spans(text)) } }
            Block::Bullets(items) => { ul { @for item in items { li { (spans(item)) } } } }
            Block::Steps(items) => { ol { @for item in items { li { (spans(item)) } } } }
            Block::Tip(text) => {
                div.box.box-warn { (icon("star")) div { p { b { (m.lesson_tip()) ": " } (spans(text)) } } }
            }
            Block::Picture { asset, alt } => {
                img.scene src=(urls::static_file(asset)) alt=(alt) width="320" height="200";
            }
            Block::Question { ask, answers } => { (question(m, number, ask, answers)) }
        }
    }
}

/// A question whose answers open in place, one at a time. Nothing is sent.
fn question(m: Messages, number: usize, ask: &[Span], answers: &[Answer]) -> Markup {
    let name = format!("ask-{number}");
    html! {
        div.card.try role="group" aria-labelledby=(name) {
            p id=(name) { small { (m.lesson_try()) } b { (spans(ask)) } }
            @for answer in answers {
                details name={ (name) "-answer" } {
                    summary { (spans(&answer.text)) }
                    p.try-right[answer.right] { (icon(if answer.right { "circle-check" } else { "info" })) span { (spans(&answer.because)) } }
                }
            }
        }
    }
}

fn spans(spans: &[Span]) -> Markup {
    html! {
        @for span in spans {
            @if span.strong { strong { (span.text) } } @else { (span.text) }
        }
    }
}
