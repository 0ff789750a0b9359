//! Going on at a seat, on any device.

use domain::text::Lang;
use maud::{Markup, html};

use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, Field, FieldKind, FormState};
use crate::urls;

/// Going on at a seat. Fields: `code`, `no`, `seat`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExamReturn {
    /// What was typed and what is wrong with it.
    pub form: FormState,
}

impl ExamReturn {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        let field = |name, label, hint, kind| ui::text_field(Field { name, label, hint, kind }, &self.form);
        html! {
            (ui::back(m, &urls::exam()))
            (ui::error_summary(m, &self.form))
            h1 { (m.exam_return_title()) }
            p { (m.exam_return_lead()) }
            form method="post" action=(urls::exam_return()) {
                (field("code", m.exam_code(), m.exam_code_hint(), FieldKind::Text))
                (field("no", m.exam_seat_no(), "", FieldKind::Digits))
                (field("seat", m.exam_seat_code(), m.exam_seat_code_hint(), FieldKind::Digits))
                (ui::button(m.exam_return()))
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, m.exam_return_title(), &self.main(m), &[])
    }

    /// Untouched; refused.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let wrong = FormState::default()
            .keep("code", "K7M-4XP")
            .keep("no", "7")
            .refuse("seat", Messages(lang).exam_return_wrong());
        vec![Self { form: FormState::default() }, Self { form: wrong }]
    }
}
