//! One statement of the record: readable, and as it stands.

use domain::record::VoidReason;
use domain::text::Lang;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use maud::{Markup, html};

use crate::frame::{Frame, layout_desk};
use crate::messages::Messages;
use crate::ui::{self, Rung, Tone};
use crate::urls::Url;

/// One statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementPage {
    /// Where one comes from.
    pub back: Url,
    /// Who, as far as the viewer may know.
    pub who: String,
    /// What was done, in the page's language.
    pub did: String,
    /// When it happened.
    pub at: Timestamp,
    /// When the record received it; later than `at` when it was done offline.
    pub arrived: Timestamp,
    /// Where the person counted that day.
    pub place: Option<String>,
    /// Who helped.
    pub helper: Option<String>,
    /// The skill and rung it proves.
    pub proves: Option<(String, Rung)>,
    /// The xAPI statement, indented.
    pub json: String,
    /// When and why it was voided.
    pub voided: Option<(Date, VoidReason)>,
    /// Where the viewer can void it, if so.
    pub void: Option<Url>,
}

impl StatementPage {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        let none = m.no_figure();
        html! {
            (ui::back(m, &self.back))
            h1 { (m.statement_title()) }
            @if let Some((on, reason)) = self.voided {
                (ui::boxed(Tone::Warn, &html! { p { (ui::unbroken(&m.void_is_voided(&m.date(on), m.void_reason(reason)))) } }))
            }
            (ui::facts(&[
                (m.statement_who(), html! { (self.who) }),
                (m.statement_did(), html! { (self.did) }),
                (m.statement_when(), html! { (m.moment(self.at)) }),
                (m.statement_arrived(), html! { (m.moment(self.arrived)) }),
                (m.statement_where(), html! { (self.place.as_deref().unwrap_or(none)) }),
                (m.statement_helped_by(), html! { (self.helper.as_deref().unwrap_or(none)) }),
                (m.statement_proves(), self.proof(m)),
            ]))
            @if let Some(void) = &self.void { (ui::link_quiet(void, m.void_link())) }
            h2 { (m.statement_raw()) }
            pre tabindex="0" { code { (self.json) } }
        }
    }

    fn proof(&self, m: Messages) -> Markup {
        html! {
            @match &self.proves {
                Some((skill, rung)) => { (skill) " " (ui::chip(m, Some(*rung))) }
                None => { (m.no_figure()) }
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout_desk(frame, m.statement_title(), &self.main(m), &[])
    }

    /// An act that proves nothing; a visit that was voided; one that was not.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let visit = Self {
            back: crate::urls::person_standings("p1"),
            who: "Nguyễn Thị Mai".into(),
            did: "Được hướng dẫn: Mở căn cước trên VNeID".into(),
            at: Timestamp::UNIX_EPOCH,
            arrived: Timestamp::UNIX_EPOCH,
            place: Some("phường Ngọc Hà".into()),
            helper: Some("Trần Văn Bình".into()),
            proves: Some(("VNeID".into(), Rung::Helped)),
            voided: None,
            void: Some(crate::urls::statement_void("s1")),
            json: "{\n  \"verb\": { \"id\": \"…\" }\n}".into(),
        };
        let voided = Some((date(2026, 11, 22), VoidReason::NotDone));
        let other = Self { place: None, helper: None, proves: None, void: None, ..visit.clone() };
        vec![other, Self { voided, void: None, ..visit.clone() }, visit]
    }
}
