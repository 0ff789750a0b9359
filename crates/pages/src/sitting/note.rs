//! Incidents.

use domain::sitting::NoteKind;
use domain::text::Lang;
use jiff::Timestamp;
use maud::{Markup, html};

use super::SAMPLE_ID;
use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, Choice, FormState};
use crate::urls;

/// An incident as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteLine {
    /// When it was noted.
    pub at: Timestamp,
    /// What kind of thing.
    pub kind: NoteKind,
    /// In the organiser's words.
    pub words: String,
    /// The seat; `None` of the whole room.
    pub seat: Option<u16>,
}

/// What a kind of incident is called.
#[must_use]
pub(super) const fn kind_words(m: Messages, kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Technical => m.note_technical(),
        NoteKind::Health => m.note_health(),
        NoteKind::Disturbance => m.note_disturbance(),
        NoteKind::Rules => m.note_rules(),
        NoteKind::Identity => m.note_identity(),
        NoteKind::Other => m.note_other(),
    }
}

/// Incidents, one below the other.
#[must_use]
pub(super) fn notes(m: Messages, notes: &[NoteLine]) -> Markup {
    html! {
        ul.plain {
            @for note in notes {
                li {
                    b { (m.note_line(&m.time(note.at), kind_words(m, note.kind))) }
                    @if let Some(no) = note.seat { ", " (m.note_at_seat(no)) }
                    ": " (note.words)
                }
            }
        }
    }
}

/// The fields of an incident: `kind` and `words`.
#[must_use]
pub(super) fn fields(m: Messages, form: &FormState) -> Markup {
    let choice = |kind: NoteKind| Choice {
        value: kind.as_str().into(),
        label: kind_words(m, kind).into(),
        hint: String::new(),
        icon: String::new(),
    };
    html! {
        (ui::pick("kind", &html! { (m.note_kind()) }, &NoteKind::ALL.map(choice), form))
        (ui::text_area("words", m.note_words(), m.note_lead(), form))
    }
}

/// Noting an incident of the whole room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SittingNote {
    /// The sitting.
    pub id: String,
    /// What was typed and what is wrong with it.
    pub form: FormState,
}

impl SittingNote {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            (ui::back(m, &urls::sitting(&self.id)))
            (ui::error_summary(m, &self.form))
            h1 { (m.note_title()) }
            form #act method="post" action=(urls::sitting(&self.id)) {
                input type="hidden" name="do" value="note";
                (fields(m, &self.form))
                (ui::button(m.note_save()))
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, m.note_title(), &self.main(m), &["act"])
    }

    /// Untouched; refused.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let m = Messages(lang);
        let refused =
            FormState::default().refuse("kind", m.note_need_kind()).refuse("words", m.note_need_words());
        let note = |form| Self { id: SAMPLE_ID.into(), form };
        vec![note(FormState::default()), note(refused)]
    }
}
