//! Typing the number of a certificate, for whoever can't scan its code.

use domain::text::Lang;
use maud::{Markup, html};

use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, Field, FieldKind, FormState};
use crate::urls;

/// Typing a number. Field: `number`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyAsk {
    /// What was typed and what is wrong with it.
    pub form: FormState,
}

impl VerifyAsk {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        let number = Field {
            name: "number",
            label: m.verify_ask_number(),
            hint: m.verify_ask_hint(),
            kind: FieldKind::Text,
        };
        html! {
            (ui::back(m, &urls::home()))
            (ui::error_summary(m, &self.form))
            h1 { (m.verify_title()) }
            p { (m.verify_ask_lead()) }
            form method="get" action=(urls::verify_ask()) {
                (ui::text_field(number, &self.form))
                (ui::button(m.verify_ask_do()))
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, m.verify_title(), &self.main(m), &[])
    }

    /// Untouched; nothing typed.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let empty = FormState::default().refuse("number", Messages(lang).verify_ask_need());
        vec![Self { form: FormState::default() }, Self { form: empty }]
    }
}
