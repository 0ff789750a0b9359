//! Putting the name on one's own certificate right: type it, look once more, confirm.

use domain::text::Lang;
use maud::{Markup, html};

use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, Field, FieldKind, FormState, Tone};
use crate::urls;

/// The steps of correcting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CertificateCorrect {
    /// The name, in the field `name`; the form comes back here with it.
    Name {
        /// The number of the certificate.
        number: String,
        /// The name as it stands, and what is wrong with what was typed.
        form: FormState,
    },
    /// Check your answers; confirming posts `name`.
    Check {
        /// The number of the certificate.
        number: String,
        /// The name as it stands.
        old: String,
        /// The name as it will be printed.
        new: String,
    },
    /// Its holder can't any more; an officer can.
    AskOfficer {
        /// The number of the certificate.
        number: String,
    },
}

impl CertificateCorrect {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        match self {
            Self::Name { number, form } => name_form(m, number, form),
            Self::Check { number, old, new } => check(m, number, old, new),
            Self::AskOfficer { number } => html! {
                (ui::back(m, &urls::certificate(number)))
                h1 { (m.correct_title()) }
                (ui::boxed(Tone::Info, &html! { p { (m.correct_over()) } }))
            },
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        let forms: &[&str] = if matches!(self, Self::Check { .. }) { &["act"] } else { &[] };
        layout(frame, m.correct_title(), &self.main(m), forms)
    }

    /// Every step, and the same name again.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let number = "HVS-2026-000123".to_owned();
        let form = FormState::default().keep("name", "Nguyễn Thị Mai");
        let refused = form.clone().refuse("name", Messages(lang).correct_same());
        vec![
            Self::Name { number: number.clone(), form },
            Self::Name { number: number.clone(), form: refused },
            Self::Check {
                number: number.clone(),
                old: "Nguyễn Thị Mai".into(),
                new: "Tôn Nữ Công Tằng Thị Hoàng Nguyên".into(),
            },
            Self::AskOfficer { number },
        ]
    }
}

fn name_form(m: Messages, number: &str, form: &FormState) -> Markup {
    let field = Field { name: "name", label: m.ask_label(), hint: m.ask_hint(), kind: FieldKind::FullName };
    html! {
        (ui::back(m, &urls::certificate(number)))
        (ui::error_summary(m, form))
        h1 { (m.correct_title()) }
        p.muted { (m.correct_lead()) }
        form method="get" action=(urls::certificate_correct(number)) {
            (ui::text_field(field, form))
            (ui::button(m.go_on()))
        }
    }
}

fn check(m: Messages, number: &str, old: &str, new: &str) -> Markup {
    let again = urls::certificate_correct(number);
    html! {
        (ui::back(m, &again))
        h1 { (m.ask_check_title()) }
        (ui::boxed(Tone::Warn, &html! { p { (m.correct_check_lead()) } }))
        (ui::facts(&[
            (m.correct_old(), html! { (old) }),
            (m.correct_new(), html! { b { (new) } " · " a href=(again) { (m.change()) } }),
        ]))
        form #act method="post" action=(again) {
            input type="hidden" name="name" value=(new);
            (ui::button(m.correct_confirm()))
        }
    }
}
