//! A look before a sitting closes.

use domain::text::Lang;
use maud::{Markup, html};

use super::SAMPLE_ID;
use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, Tone};
use crate::urls;

/// A look before a sitting closes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SittingClose {
    /// The sitting.
    pub id: String,
    /// How many are still answering.
    pub answering: usize,
}

impl SittingClose {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            (ui::back(m, &urls::sitting(&self.id)))
            h1 { (m.close_title()) }
            p { (m.close_lead()) }
            @if self.answering > 0 {
                (ui::boxed(Tone::Warn, &html! { p { b { (m.close_still(self.answering)) } } }))
            } @else { (ui::boxed(Tone::Good, &html! { p { (m.close_nobody()) } })) }
            form #act.actions method="post" action=(urls::sitting(&self.id)) {
                input type="hidden" name="do" value="close";
                (ui::button_danger(m.close_do()))
                (ui::link_quiet(&urls::sitting(&self.id), m.close_not()))
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, m.close_title(), &self.main(m), &["act"])
    }

    /// Some still answering; nobody.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        [3, 0].map(|answering| Self { id: SAMPLE_ID.into(), answering }).to_vec()
    }
}
