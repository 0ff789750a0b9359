//! Asking for the certificate: correct the name, look once more, confirm.

use domain::text::Lang;
use maud::{Markup, html};

use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, Field, FieldKind, FormState, Rung, Tone};
use crate::urls;

/// The steps of asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CertificateAsk {
    /// Not yet: what is missing.
    NotYet(Vec<(String, Rung)>),
    /// The name, in the field `name`; the form gets [`urls::certificate_ask`] with it.
    Name(FormState),
    /// Check your answers; confirming posts `name`.
    Check {
        /// The name as it will be printed.
        name: String,
        /// What the certificate says was completed.
        profile: String,
        /// The commune, if told.
        place: Option<String>,
    },
}

impl CertificateAsk {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        match self {
            Self::NotYet(missing) => not_yet(m, missing),
            Self::Name(form) => name_form(m, form),
            Self::Check { name, profile, place } => check(m, name, profile, place.as_deref()),
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        let forms: &[&str] = if matches!(self, Self::Check { .. }) { &["act"] } else { &[] };
        layout(frame, self.title(m), &self.main(m), forms)
    }

    const fn title(&self, m: Messages) -> &'static str {
        match self {
            Self::NotYet(_) => m.ask_not_yet(),
            Self::Name(_) => m.ask_title(),
            Self::Check { .. } => m.ask_check_title(),
        }
    }

    /// Every step, and the name refused.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        vec![
            Self::NotYet(vec![("Nhận ra lừa đảo".into(), Rung::Passed)]),
            Self::Name(FormState::default().keep("name", "Nguyễn Thị Mai")),
            Self::Name(FormState::default().refuse("name", Messages(lang).ask_empty())),
            Self::Check {
                name: "Tôn Nữ Công Tằng Thị Hoàng Nguyên".into(),
                profile: "Kỹ năng số ban đầu cho người dân".into(),
                place: Some("phường Nghĩa Đô, thành phố Hà Nội".into()),
            },
        ]
    }
}

fn not_yet(m: Messages, missing: &[(String, Rung)]) -> Markup {
    html! {
        (ui::back(m, &urls::me()))
        h1 { (m.ask_not_yet()) }
        p { (m.me_missing()) }
        ul { @for (skill, rung) in missing { li { (m.me_missing_one(skill, m.rung(*rung))) } } }
        div.actions { (ui::link_button(&urls::learn(), m.go_on())) }
    }
}

fn name_form(m: Messages, form: &FormState) -> Markup {
    let field = Field { name: "name", label: m.ask_label(), hint: m.ask_hint(), kind: FieldKind::FullName };
    html! {
        (ui::back(m, &urls::me()))
        (ui::error_summary(m, form))
        h1 { (m.ask_title()) }
        form method="get" action=(urls::certificate_ask()) {
            (ui::text_field(field, form))
            (ui::button(m.go_on()))
        }
    }
}

fn check(m: Messages, name: &str, profile: &str, place: Option<&str>) -> Markup {
    html! {
        (ui::back(m, &urls::certificate_ask()))
        h1 { (m.ask_check_title()) }
        (ui::boxed(Tone::Warn, &html! { p { (m.ask_check_lead()) } }))
        (ui::facts(&[
            (m.ask_label(), html! { b { (name) } " · " a href=(urls::certificate_ask()) { (m.change()) } }),
            (m.verify_for(), html! { (profile) }),
            (m.cert_place(), html! { (place.unwrap_or(m.me_unknown())) }),
        ]))
        form #act method="post" action=(urls::certificate_ask()) {
            input type="hidden" name="name" value=(name);
            (ui::button(m.ask_confirm()))
        }
    }
}
