//! The drills of a skill before a round.

use domain::content::Curriculum;
use domain::drill::Score;
use domain::ids::SkillId;
use domain::learning::Learner;
use maud::{Markup, html};

use super::{end, messages, onward};
use crate::messages::Messages;
use crate::ui::{self, Tone};
use crate::urls::{self, Url};

/// The drills of a skill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrillPage {
    /// Where the form goes.
    pub start: Url,
    /// Where an open round goes on.
    pub open: Option<Url>,
    /// How the last round ended, and where it can be looked at.
    pub last: Option<(Score, Option<Url>)>,
}

impl DrillPage {
    /// The drills of a skill for a learner.
    #[must_use]
    pub fn of(curriculum: &Curriculum, learner: &Learner, skill: &SkillId) -> Self {
        let mark = learner.workbook.drill(skill);
        let there = mark.filter(|mark| messages(curriculum, &mark.round).is_some());
        let end = || urls::drill_end(skill.as_str());
        Self {
            start: urls::drill_start(skill.as_str()),
            open: there.filter(|mark| mark.is_open()).map(|_| onward(learner, skill)),
            last: mark
                .and_then(|mark| mark.scores.last())
                .map(|score| (*score, there.filter(|mark| !mark.is_open()).map(|_| end()))),
        }
    }

    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        let begin = if self.last.is_some() { m.drill_again() } else { m.drill_begin() };
        html! {
            (ui::back(m, &urls::learn()))
            h1 { (m.drill_title()) }
            p { (m.drill_about()) }
            p { (m.drill_how()) }
            @if let Some((score, url)) = &self.last {
                div.card {
                    h2 { (m.drill_last()) }
                    p { b { (m.drill_verdict(score.verdict()).0) } br; (end::counts(m, score)) }
                    @if let Some(url) = url { (ui::link_quiet(url, m.drill_see_last())) }
                }
            }
            (ui::boxed(Tone::Info, &html! { p { (m.drill_harmless()) } }))
            form.actions #act method="post" action=(self.start) {
                @if let Some(open) = &self.open {
                    (ui::link_button(open, m.drill_go_on()))
                    button.btn-2 { (m.drill_again()) }
                } @else {
                    (ui::button(begin))
                }
            }
        }
    }
}
