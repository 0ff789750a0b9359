//! Finding a unit by a bit of its name, to see its figures.

use domain::text::Lang;
use jiff::civil::{Date, date};
use maud::{Markup, html};

use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::targets::UnitName;
use crate::ui::{self, Field, FieldKind, Tone, icon};
use crate::urls;

/// A unit found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundUnit {
    /// The unit.
    pub unit: UnitName,
    /// What it is or was part of.
    pub within: String,
    /// Its last day, when it has ended.
    pub until: Option<Date>,
}

/// The search of units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Units {
    /// What was looked for; `None` before the first search.
    pub query: Option<String>,
    /// What was found, best first.
    pub found: Vec<FoundUnit>,
    /// The id of the country, offered before a search.
    pub country: String,
}

impl Units {
    /// The inside of `<main>`. The search gets `q` at [`urls::units`].
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        let field =
            Field { name: "q", label: m.units_label(), hint: m.units_hint(), kind: FieldKind::Search };
        html! {
            h1 { (m.units_title()) }
            form role="search" method="get" action=(urls::units()) {
                (ui::search_field(m, field, self.query.as_deref().unwrap_or_default()))
            }
            @match &self.query {
                None => { (ui::link_secondary(&urls::targets(&self.country), m.units_country())) }
                Some(query) if self.found.is_empty() => {
                    (ui::boxed(Tone::Info, &html! { p { (m.units_none(query)) } }))
                }
                Some(_) => { (self.results(m)) }
            }
        }
    }

    fn results(&self, m: Messages) -> Markup {
        html! {
            p.muted role="status" { (m.units_found(self.found.len())) }
            ul.plain { @for found in &self.found { li { (result(m, found)) } } }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, m.units_title(), &self.main(m), &[])
    }

    /// Before a search; found, with an ended one; not found.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let found = |id: &str, name: &str, until| FoundUnit {
            unit: UnitName { id: id.into(), name: name.into() },
            within: "thành phố Hà Nội".into(),
            until,
        };
        let units = vec![
            found("00166", "phường Nghĩa Đô", None),
            found("A006", "quận Đống Đa", Some(date(2025, 6, 30))),
        ];
        vec![
            Self { query: None, found: vec![], country: "VN".into() },
            Self { query: Some("do".into()), found: units, country: "VN".into() },
            Self { query: Some("xyz".into()), found: vec![], country: "VN".into() },
        ]
    }
}

fn result(m: Messages, found: &FoundUnit) -> Markup {
    html! {
        a.card.tap-card href=(urls::targets(&found.unit.id)) {
            (icon("map-pin"))
            span {
                b { (found.unit.name) }
                span.hint {
                    (found.within)
                    @if let Some(date) = found.until { " · " (m.units_until(&m.date(date))) }
                }
            }
            (icon("chevron-right"))
        }
    }
}
