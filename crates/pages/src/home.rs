//! The front door: what this is, and one obvious first step.

use domain::text::Lang;
use maud::{Markup, html};

use crate::frame::{Frame, layout};
use crate::learning::{open_test, review_card};
use crate::messages::Messages;
use crate::next_step::NextStep;
use crate::ui::{self, Rung, Scene, icon};
use crate::urls::{self, Url};

/// The front door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    /// Where somebody who was here before goes on; `None` for a newcomer.
    pub next: Option<NextStep>,
    /// The lesson that a diagnosis named.
    pub advised: Option<String>,
    /// A test that was left in the middle.
    pub open: Option<Url>,
    /// Whether something was done alone that may come back.
    pub has_past: bool,
}

impl Home {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            (ui::scene(m, Scene::Family))
            h1 { (m.home_title()) }
            p.lead { (m.home_lead()) }
            div.actions.first { (self.first_step(m)) }
            @if let Some(url) = &self.open { (open_test(m, url)) }
            @if self.has_past { (review_card(m)) }
            p.muted.center { (m.home_free()) }
            (abilities(m))
            h2 { (m.home_ladder()) }
            p { (m.home_ladder_lead()) }
            (ui::big(m, Some(Rung::Alone)))
            h2 { (m.home_others()) }
            ul.plain {
                li { a.card.tap-card href=(urls::exam()) { (icon("id-card")) span { (m.exam_home_link()) } (icon("chevron-right")) } }
                li { a.card.tap-card href=(urls::verify_ask()) { (icon("shield-check")) span { (m.home_checker()) } (icon("chevron-right")) } }
                li { a.card.tap-card href=(urls::units()) { (icon("chart-column")) span { (m.home_leader()) } (icon("chevron-right")) } }
                li { a.card.tap-card href=(urls::visit_new()) { (icon("hand-helping")) span { (m.home_helper()) } (icon("chevron-right")) } }
            }
        }
    }

    fn first_step(&self, m: Messages) -> Markup {
        match &self.next {
            Some(next) => html! {
                (ui::link_button(&next.url(), m.go_on()))
                p.center { @if let Some(lesson) = &self.advised { (m.course_advised(lesson)) } @else { (next.say(m)) } }
            },
            None => ui::link_button(&urls::start(), m.begin()),
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, m.product(), &self.main(m), &[])
    }

    /// A newcomer; somebody in the middle of a lesson; somebody told where to begin; somebody in the middle of a test.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let next =
            NextStep::Lesson {
                id: "vneid".into(), screen: 3, title: "Tài khoản định danh VNeID".into()
            };
        let advised = Some("Tài khoản định danh VNeID".to_owned());
        let middle = Self { next: Some(next), advised: None, open: None, has_past: false };
        let open = Some(urls::check("first-steps-exam"));
        vec![
            Self { next: None, advised: None, open: None, has_past: false },
            middle.clone(),
            Self { advised, ..middle.clone() },
            Self { open, has_past: true, ..middle },
        ]
    }
}

fn abilities(m: Messages) -> Markup {
    let abilities = [
        ("id-card", m.home_can_1()),
        ("file-text", m.home_can_2()),
        ("shield-check", m.home_can_3()),
        ("wifi", m.home_can_4()),
    ];
    html! {
        h2 { (m.home_what()) }
        ul.abilities {
            @for (name, words) in abilities { li { (icon(name)) span { (words) } } }
        }
    }
}
