//! An official's desk: one card for each thing that their roles are there to do.

use domain::people::Duty;
use domain::text::Lang;
use maud::{Markup, html};

use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, Tone, icon};
use crate::urls::{self, Url};

/// What is done in one unit, or in none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// Id and name of the unit; `None` for what is the same everywhere.
    pub unit: Option<(String, String)>,
    /// What is done there.
    pub duties: Vec<Duty>,
}

/// The desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// First what is the same everywhere, then unit by unit.
    pub areas: Vec<Area>,
}

impl Desk {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            h1 { (m.desk_title()) }
            @if self.areas.is_empty() {
                (ui::boxed(Tone::Info, &html! { p { (m.desk_empty()) } }))
            } @else {
                p.muted { (m.desk_lead()) }
            }
            @for area in &self.areas {
                @if let Some((_, name)) = &area.unit { h2 { (name) } }
                ul.plain { @for duty in &area.duties { li { (card(m, *duty, area.unit.as_ref())) } } }
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, m.desk_title(), &self.main(m), &[])
    }

    /// Nothing yet; an officer who also keeps the bank; a leader of two units.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let unit = |id: &str, name: &str| Some((id.to_owned(), name.to_owned()));
        let duties = vec![Duty::NoteVisit, Duty::Visits, Duty::Sittings, Duty::Bank, Duty::Coverage];
        let everywhere = Area { unit: None, duties };
        let of_unit = |unit| Area {
            unit,
            duties: vec![Duty::People, Duty::Batch, Duty::Certificates, Duty::Reviews, Duty::Figures],
        };
        vec![
            Self { areas: vec![] },
            Self {
                areas: vec![everywhere, of_unit(unit("B00160", "Phường Nghĩa Đô, thành phố Hà Nội"))]
            },
            Self {
                areas: vec![of_unit(unit("B01", "Thành phố Hà Nội")), of_unit(unit("VN", "Việt Nam"))]
            },
        ]
    }
}

fn card(m: Messages, duty: Duty, unit: Option<&(String, String)>) -> Markup {
    let (title, about) = words(m, duty);
    let unit = unit.map_or("", |(id, _)| id.as_str());
    html! {
        a.card.tap-card href=(address(duty, unit)) {
            span { b { (title) } span.hint { (about) } }
            (icon("chevron-right"))
        }
    }
}

fn address(duty: Duty, unit: &str) -> Url {
    match duty {
        Duty::NoteVisit => urls::visit_new(),
        Duty::Visits => urls::visits(),
        Duty::Sittings => urls::sittings(),
        Duty::People => urls::standings().with("unit", unit),
        Duty::Batch => urls::certificate_batch().with("unit", unit),
        Duty::Certificates => urls::certificates().with("unit", unit),
        Duty::Reviews => urls::reviews().with("unit", unit),
        Duty::Figures => urls::targets(unit),
        Duty::Bank => urls::bank(),
        Duty::Coverage => urls::coverage(),
    }
}

const fn words(m: Messages, duty: Duty) -> (&'static str, &'static str) {
    match duty {
        Duty::NoteVisit => (m.desk_note_visit(), m.desk_note_visit_about()),
        Duty::Visits => (m.desk_visits(), m.desk_visits_about()),
        Duty::Sittings => (m.desk_sittings(), m.desk_sittings_about()),
        Duty::People => (m.desk_people(), m.desk_people_about()),
        Duty::Batch => (m.desk_batch(), m.desk_batch_about()),
        Duty::Certificates => (m.desk_certificates(), m.desk_certificates_about()),
        Duty::Reviews => (m.desk_reviews(), m.desk_reviews_about()),
        Duty::Figures => (m.desk_figures(), m.desk_figures_about()),
        Duty::Bank => (m.desk_bank(), m.desk_bank_about()),
        Duty::Coverage => (m.desk_coverage(), m.desk_coverage_about()),
    }
}
