//! How a round went.

use domain::content::Curriculum;
use domain::drill::{Judgement, Score, Verdict};
use domain::ids::SkillId;
use domain::learning::Learner;
use domain::standing::Rung;
use domain::text::Lang;
use maud::{Markup, html};

use super::super::course::next_step;
use super::{lesson, messages};
use crate::messages::Messages;
use crate::ui::{self, icon};
use crate::urls::{self, Url};

/// How a round went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrillEnd {
    /// The skill.
    pub skill: String,
    /// The score.
    pub score: Score,
    /// Its messages: where each is looked at again, whom it came from, whether it was a scam, what it was said to be.
    pub messages: Vec<(Url, String, bool, Judgement)>,
    /// Where the form goes.
    pub start: Url,
    /// The lesson to read again.
    pub lesson: Option<(Url, String)>,
    /// The next step of the course.
    pub next: Option<(Url, String)>,
}

impl DrillEnd {
    /// The end of the last round of a learner; `None` when none is over.
    #[must_use]
    pub fn of(curriculum: &Curriculum, learner: &Learner, skill: &SkillId, lang: Lang) -> Option<Self> {
        let mark = learner.workbook.drill(skill).filter(|mark| !mark.is_open())?;
        let all = messages(curriculum, &mark.round)?;
        let syllabus = &curriculum.syllabus;
        let told = all.iter().zip(&mark.round.answers).enumerate().map(|(at, (message, judged))| {
            let url = urls::drill_message(skill.as_str(), at + 1);
            let is_scam = message.truth == domain::content::Truth::Scam;
            (url, message.from.get(lang).to_owned(), is_scam, judged.said)
        });
        let course =
            syllabus.courses.iter().find(|course| course.lessons.iter().any(|card| card.skill == *skill));
        Some(Self {
            skill: syllabus.skill(skill).map_or_else(String::new, |skill| skill.title.get(lang).to_owned()),
            score: *mark.scores.last()?,
            messages: told.collect(),
            start: urls::drill_start(skill.as_str()),
            lesson: lesson(syllabus, skill)
                .map(|card| (urls::lesson(card.id.as_str(), 1), card.title.get(lang).to_owned())),
            next: next_step(syllabus, course, learner, lang),
        })
    }

    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        let verdict = self.score.verdict();
        let (title, about) = m.drill_verdict(verdict);
        let score = &self.score;
        html! {
            (ui::back(m, &urls::learn()))
            h1 { (title) }
            p { (about) }
            div.card {
                p { b { (counts(m, score)) } }
                p { (m.drill_steps(score.steps, score.scams + score.genuine)) }
                @if score.is_good() { p { (m.drill_proves(&self.skill)) " " (ui::chip(m, Some(Rung::Alone))) } }
                (why(m, score))
            }
            form.actions #act method="post" action=(self.start) {
                @match (verdict, &self.next, &self.lesson) {
                    (Verdict::Sharp, Some((url, label)), _) => { (ui::link_button(url, label)) }
                    (_, _, Some((url, title))) => { (ui::link_button(url, &m.drill_read_lesson(title))) }
                    _ => {}
                }
                button.btn-2 { (m.drill_again()) }
                (ui::link_quiet(&urls::learn(), m.lesson_to_course()))
            }
            h2 { (m.drill_messages()) }
            ol.plain { @for one in &self.messages { li { (line(m, one)) } } }
        }
    }
}

/// Hits and false alarms in words, with what they are of.
pub(super) fn counts(m: Messages, score: &Score) -> Markup {
    html! {
        (m.drill_hits(score.hits, score.scams)) "; " (m.drill_alarms(score.alarms, score.genuine))
        @if score.unsure() > 0 { "; " (m.drill_doubts(score.unsure())) }
        "."
    }
}

fn why(m: Messages, score: &Score) -> Markup {
    html! {
        details {
            summary { (m.drill_why()) }
            small {
                p { (m.drill_sensitivity(&tenths(m, score.sensitivity_milli()))) }
                p { (m.drill_criterion(&tenths(m, score.criterion_milli()))) }
                p { (m.drill_measured()) }
            }
        }
    }
}

fn line(m: Messages, (url, from, is_scam, said): &(Url, String, bool, Judgement)) -> Markup {
    let (sign, truth) =
        if *is_scam { ("shield-alert", m.drill_scam()) } else { ("shield-check", m.drill_safe()) };
    html! {
        a.card.tap-card href=(url) {
            (icon(sign))
            span { b { (from) } small { (truth) " · " (m.drill_you_said(m.judgement(*said))) } }
            (icon("chevron-right"))
        }
    }
}

/// Thousandths as a number with one decimal: −0,3 in Vietnamese, −0.3 in English.
fn tenths(m: Messages, milli: i32) -> String {
    let tenths = (milli.unsigned_abs() + 50) / 100;
    let sign = if milli < 0 && tenths > 0 { "−" } else { "" };
    let comma = match m.0 {
        Lang::Vi => ",",
        Lang::En => ".",
    };
    format!("{sign}{}{comma}{}", tenths / 10, tenths % 10)
}
