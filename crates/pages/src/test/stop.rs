//! Stopping for good, asked once more.

use domain::text::Lang;
use maud::{Markup, html};

use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui;
use crate::urls::{self, Url};

/// The page that asks whether to stop for good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StopPage {
    /// Where the form goes.
    pub stop: Url,
    /// Back to the question.
    pub back: Url,
}

impl StopPage {
    /// The page of a test.
    #[must_use]
    pub fn of(id: &str) -> Self {
        Self { stop: urls::check_stop(id), back: urls::check_question(id) }
    }

    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            h1 { (m.stop_title()) }
            p { (m.stop_about()) }
            form #act method="post" action=(self.stop) {
                div.actions {
                    (ui::link_button(&self.back, m.stop_no()))
                    (ui::button_danger(m.stop_yes()))
                }
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        layout(frame, frame.messages().stop_title(), &self.main(frame.messages()), &["act"])
    }

    /// The only state.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        vec![Self::of("first-steps-exam")]
    }
}
