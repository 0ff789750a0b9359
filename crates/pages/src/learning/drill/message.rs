//! A message of a round: seen, judged, explained.

use std::borrow::Cow;

use domain::content::{Curriculum, DrillMessage, Truth};
use domain::drill::{Judged, Judgement};
use domain::ids::SkillId;
use domain::learning::Learner;
use domain::text::Lang;
use maud::{Markup, html};

use super::drawn::drawn;
use super::{FORMS, messages};
use crate::messages::Messages;
use crate::ui::{self, Phone, Tone, icon};
use crate::urls::{self, Url};

/// A message of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrillMessagePage<'c> {
    /// This message of how many.
    pub step: (usize, usize),
    /// The message.
    pub message: Cow<'c, DrillMessage>,
    /// How it was judged so far.
    pub judged: Option<Judged>,
    /// Its picture.
    pub phone: Phone,
    /// Where the form goes.
    pub url: Url,
    /// The message before, or the page before the round; from a round that is over, its end.
    pub back: Url,
    /// The next message, or the end.
    pub onward: Url,
    /// Whether the whole round is over.
    pub is_over: bool,
}

impl<'c> DrillMessagePage<'c> {
    /// A message of the round of a learner; `None` when there is no such round, or it has not come so far.
    #[must_use]
    pub fn of(
        curriculum: &'c Curriculum,
        learner: &Learner,
        skill: &SkillId,
        place: u16,
        lang: Lang,
    ) -> Option<Self> {
        let round = &learner.workbook.drill(skill)?.round;
        let all = messages(curriculum, round)?;
        let (name, place, is_over) = (skill.as_str(), usize::from(place), round.is_over());
        let at = place.checked_sub(1).filter(|at| *at <= round.done())?;
        let message = *all.get(at)?;
        let is_last = place == all.len();
        Some(Self {
            step: (place, all.len()),
            judged: round.answers.get(at).copied(),
            phone: drawn(message, lang),
            message: Cow::Borrowed(message),
            url: urls::drill_message(name, place),
            back: match (is_over, at) {
                (true, _) => urls::drill_end(name),
                (false, 0) => urls::drill(name),
                (false, _) => urls::drill_message(name, at),
            },
            onward: if is_last { urls::drill_end(name) } else { urls::drill_message(name, place + 1) },
            is_over,
        })
    }

    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        let (step, of) = self.step;
        html! {
            (ui::back(m, &self.back))
            (ui::steps(m, step, of))
            @match self.judged {
                None => { (self.to_judge(m)) }
                Some(Judged { said, next: None }) => { (self.to_choose(m, said)) }
                Some(Judged { said, next: Some(next) }) => { (self.explained(m, said, next)) }
            }
        }
    }

    /// The forms of the page: what is explained has none.
    #[must_use]
    pub fn forms(&self) -> &'static [&'static str] {
        let is_done = self.judged.is_some_and(|judged| judged.next.is_some());
        if is_done { &[] } else { FORMS }
    }

    fn to_judge(&self, m: Messages) -> Markup {
        html! {
            (self.told(m))
            h1 { (m.drill_question()) }
            (self.picture(m))
            (self.form(&html! {
                div.judge {
                    @for (said, sign) in SAID {
                        button.btn-2 name="said" value=(said.as_str()) { (icon(sign)) (m.judgement(said)) }
                    }
                }
            }))
        }
    }

    fn to_choose(&self, m: Messages, said: Judgement) -> Markup {
        html! {
            p.muted { (m.drill_said(m.judgement(said))) }
            h1 { (m.drill_role(self.message.role).1) }
            (self.form(&html! {
                div.actions {
                    @for (at, step) in self.message.next.iter().enumerate() {
                        button.btn-2 name="next" value=(at) { (step.text.get(m.0)) }
                    }
                }
            }))
            (self.once_more(m))
        }
    }

    fn explained(&self, m: Messages, said: Judgement, next: u8) -> Markup {
        let is_scam = self.message.truth == Truth::Scam;
        let (is_right, steps) = (said.is_right(self.message.truth), &self.message.next);
        let words = match said {
            _ if is_right => m.drill_right(),
            Judgement::Unsure => m.drill_was_unsure(),
            _ => m.drill_not_right(),
        };
        let chosen = steps.get(usize::from(next)).filter(|step| !step.right);
        let on =
            if self.is_over || self.step.0 == self.step.1 { m.drill_to_end() } else { m.drill_following() };
        html! {
            h1 { (if is_scam { m.drill_is_scam() } else { m.drill_is_genuine() }) }
            @if is_right { p { (icon("circle-check")) " " (words) } }
            @else {
                (ui::boxed(Tone::Warn, &html! { p { (m.drill_said(m.judgement(said))) " " (words) } }))
            }
            h2 { (if is_scam { m.drill_signs_scam() } else { m.drill_signs_genuine() }) }
            ul { @for sign in &self.message.signs { li { (sign.get(m.0)) } } }
            h2 { (m.drill_step()) }
            @if let Some(chosen) = chosen {
                p { (m.drill_your_step(chosen.text.get(m.0))) " " (chosen.because.get(m.0)) }
            }
            @for step in steps.iter().filter(|step| step.right) {
                p { b { (step.text.get(m.0)) } " " (step.because.get(m.0)) }
            }
            p.actions { (ui::link_button(&self.onward, on)) }
            (self.once_more(m))
        }
    }

    /// The form carries the message, so that one of another round does nothing.
    fn form(&self, buttons: &Markup) -> Markup {
        html! {
            form #act method="post" action=(self.url) {
                input type="hidden" name="message" value=(self.message.id);
                (buttons)
            }
        }
    }

    /// Who one is here, and what one knows.
    fn told(&self, m: Messages) -> Markup {
        html! {
            p.muted { (m.drill_role(self.message.role).0) }
            @if let Some(scene) = &self.message.scene { p { (scene.get(m.0)) } }
        }
    }

    fn once_more(&self, m: Messages) -> Markup {
        html! {
            h2 { (m.drill_the_message()) }
            (self.told(m))
            (self.picture(m))
        }
    }

    fn picture(&self, m: Messages) -> Markup {
        html! { div.drill { (ui::phone(m.drill_frame(), &self.phone)) } }
    }
}

/// The three judgements with their signs.
const SAID: [(Judgement, &str); 3] =
    [(Judgement::Safe, "shield-check"), (Judgement::Unsure, "help"), (Judgement::Scam, "shield-alert")];
