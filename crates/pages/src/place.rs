//! Where am I: finding my commune or ward by typing a bit of its name. Skippable.

use domain::text::Lang;
use maud::{Markup, html};

use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, Choice, Field, FieldKind, FormState};
use crate::urls;

/// The question "Bạn ở xã, phường nào?".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What was looked for; `None` before the first search.
    pub query: Option<String>,
    /// The communes found: value is the unit's id, the hint says what it is part of.
    pub found: Vec<Choice>,
    /// What is wrong with the choice; the field is `unit`.
    pub form: FormState,
}

impl Place {
    /// The inside of `<main>`. The search gets `q`, the choice posts `unit`, both at [`urls::start_place`].
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            (ui::back(m, &urls::start()))
            (ui::error_summary(m, &self.form))
            h1 { (m.place_title()) }
            p.muted { (m.place_why()) }
            (finder(m, self.query.as_deref()))
            @if let Some(query) = &self.query { (self.results(m, query)) }
            div.actions { (ui::link_quiet(&urls::learn(), m.skip())) }
        }
    }

    fn results(&self, m: Messages, query: &str) -> Markup {
        html! {
            @if self.found.is_empty() {
                (ui::boxed(ui::Tone::Info, &html! { p { (m.place_none(query)) } }))
            } @else {
                form #act method="post" action=(urls::start_place()) {
                    (ui::pick("unit", &html! { (m.place_found(self.found.len())) }, &self.found, &self.form))
                    (ui::button(m.go_on()))
                }
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        let forms: &[&str] = if self.found.is_empty() { &[] } else { &["act"] };
        layout(frame, m.place_title(), &self.main(m), forms)
    }

    /// Before a search; found; not found; sent without a choice.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let m = Messages(lang);
        let choice = |(value, label): (&str, &str)| Choice {
            value: value.into(),
            label: label.into(),
            hint: "thành phố Hà Nội".into(),
            icon: "map-pin".into(),
        };
        let found: Vec<_> = [("00166", "phường Nghĩa Đô"), ("00160", "phường Tây Hồ")].map(choice).into();
        let form = FormState::default();
        vec![
            Self { query: None, found: vec![], form: form.clone() },
            Self { query: Some("nghia do".into()), found: found.clone(), form: form.clone() },
            Self { query: Some("xyz".into()), found: vec![], form: form.clone() },
            Self { query: Some("nghia do".into()), found, form: form.refuse("unit", m.place_choose()) },
        ]
    }
}

fn finder(m: Messages, query: Option<&str>) -> Markup {
    let field = Field { name: "q", label: m.place_label(), hint: m.place_hint(), kind: FieldKind::Search };
    html! {
        form role="search" method="get" action=(urls::start_place()) {
            (ui::search_field(m, field, query.unwrap_or_default()))
        }
    }
}
