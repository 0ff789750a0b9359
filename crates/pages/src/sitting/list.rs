//! The sittings of an area.

use domain::text::Lang;
use jiff::Timestamp;
use maud::{Markup, html};

use super::{RoomState, SAMPLE_ID, sample_time};
use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, Tone, icon};
use crate::urls;

/// A sitting in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SittingLine {
    /// Its id.
    pub id: String,
    /// The test.
    pub test: String,
    /// Where.
    pub place: String,
    /// When it was opened.
    pub opened: Timestamp,
    /// Where it stands.
    pub state: RoomState,
}

/// The list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sittings {
    /// The newest first.
    pub sittings: Vec<SittingLine>,
}

impl Sittings {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            (ui::back(m, &urls::desk()))
            h1 { (m.sittings_title()) }
            p.muted { (m.sittings_lead()) }
            (ui::link_button(&urls::sitting_new(), m.sittings_new()))
            h2 { (m.sittings_of_list()) }
            @if self.sittings.is_empty() { (ui::boxed(Tone::Info, &html! { p { (m.sittings_none()) } })) }
            ul.plain { @for line in &self.sittings { li { (line.card(m)) } } }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, m.sittings_title(), &self.main(m), &[])
    }

    /// None; one of each kind.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let line = |state| SittingLine {
            id: SAMPLE_ID.into(),
            test: "Thi lấy chứng nhận kỹ năng số ban đầu".into(),
            place: "Nhà văn hóa tổ dân phố 12, phường Nghĩa Đô".into(),
            opened: sample_time(),
            state,
        };
        let states = [RoomState::Open, RoomState::Paused(sample_time()), RoomState::Closed(sample_time())];
        vec![Self { sittings: vec![] }, Self { sittings: states.map(line).to_vec() }]
    }
}

impl SittingLine {
    fn card(&self, m: Messages) -> Markup {
        html! {
            a.card.tap-card href=(urls::sitting(&self.id)) {
                span {
                    b { (self.test) }
                    (m.sitting_line(&self.place, &m.moment(self.opened)))
                    span.hint { (self.state.say(m)) }
                }
                (icon("chevron-right"))
            }
        }
    }
}
