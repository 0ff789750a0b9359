//! Seating somebody.

use domain::text::Lang;
use maud::{Markup, html};

use super::SAMPLE_ID;
use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, Choice, Field, FieldKind, FormState};
use crate::urls;

/// The value of `person` in the form for somebody not on the list.
pub const NEW_SEAT: &str = "new";

/// Seating somebody. Fields: `person` (an id or [`NEW_SEAT`]), `name`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatAdd {
    /// The sitting.
    pub id: String,
    /// What name was looked for.
    pub query: Option<String>,
    /// People of the area; the hint says year and hamlet.
    pub people: Vec<Choice>,
    /// What was typed and what is wrong with it.
    pub form: FormState,
}

impl SeatAdd {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        let find =
            Field { name: "q", label: m.visit_find(), hint: m.visit_find_hint(), kind: FieldKind::Search };
        html! {
            (ui::back(m, &urls::sitting(&self.id)))
            (ui::error_summary(m, &self.form))
            h1 { (m.seat_add_title()) }
            p.muted { (m.seat_add_lead()) }
            form role="search" method="get" action=(urls::sitting_seats(&self.id)) {
                (ui::search_field(m, find, self.query.as_deref().unwrap_or_default()))
            }
            @if self.query.is_some() && self.people.is_empty() { p { (m.visit_find_none()) } }
            form #act method="post" action=(urls::sitting_seats(&self.id)) {
                (self.whom(m))
                (ui::button(m.seat_add()))
            }
        }
    }

    fn whom(&self, m: Messages) -> Markup {
        let newcomer = Choice {
            value: NEW_SEAT.into(),
            label: m.visit_new_person().into(),
            hint: String::new(),
            icon: "plus".into(),
        };
        let people: Vec<_> = self.people.iter().cloned().chain([newcomer]).collect();
        let name = Field { name: "name", label: m.seat_add_new(), hint: "", kind: FieldKind::Text };
        html! {
            @if !self.people.is_empty() {
                (ui::pick("person", &html! { h2 { (m.seat_add_whom()) } }, &people, &self.form))
            }
            (ui::text_field(name, &self.form))
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, m.seat_add_title(), &self.main(m), &["act"])
    }

    /// Untouched; people found; nobody found and refused.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let m = Messages(lang);
        let mai = Choice {
            value: "p1".into(),
            label: "Nguyễn Thị Mai".into(),
            hint: "1955 · Tổ dân phố 12".into(),
            icon: "user".into(),
        };
        let empty = Self { id: SAMPLE_ID.into(), query: None, people: vec![], form: FormState::default() };
        vec![
            empty.clone(),
            Self { query: Some("mai".into()), people: vec![mai], ..empty.clone() },
            Self {
                query: Some("xyz".into()),
                form: FormState::default().refuse("name", m.seat_add_need()),
                ..empty
            },
        ]
    }
}
