//! Entering the code.

use domain::text::Lang;
use maud::{Markup, html};

use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, Field, FieldKind, FormState};
use crate::urls;

/// Entering the code, in the field `code`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExamCode {
    /// What was typed and what is wrong with it.
    pub form: FormState,
}

impl ExamCode {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        let code =
            Field { name: "code", label: m.exam_code(), hint: m.exam_code_hint(), kind: FieldKind::Text };
        html! {
            (ui::error_summary(m, &self.form))
            h1 { (m.exam_title()) }
            p { (m.exam_lead()) }
            form method="post" action=(urls::exam()) {
                (ui::text_field(code, &self.form))
                (ui::button(m.go_on()))
            }
            p.center { (ui::link_quiet(&urls::exam_return(), m.exam_have_seat())) }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, m.exam_title(), &self.main(m), &[])
    }

    /// Untouched; a wrong code.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let wrong =
            FormState::default().keep("code", "K7M-4XQ").refuse("code", Messages(lang).exam_code_wrong());
        vec![Self { form: FormState::default() }, Self { form: wrong }]
    }
}
