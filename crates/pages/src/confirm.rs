//! Visits that wait to be confirmed: by the person visited, or by an official, session by session.

use domain::text::Lang;
use jiff::civil::{Date, date};
use maud::{Markup, html};

use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::targets::UnitName;
use crate::ui::{self, Tone};
use crate::urls;

/// A visit to the viewer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitToMe {
    /// The statement that records it.
    pub statement: String,
    /// The helper's name.
    pub helper: String,
    /// The skill.
    pub skill: String,
    /// The day.
    pub on: Date,
}

/// The visits to the viewer that wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitsToMe {
    /// The newest first.
    pub visits: Vec<VisitToMe>,
}

impl VisitsToMe {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            (ui::back(m, &urls::me()))
            h1 { (m.confirm_title()) }
            @if self.visits.is_empty() { (ui::boxed(Tone::Info, &html! { p { (m.confirm_none()) } })) }
            @else { p.muted { (m.confirm_lead()) } }
            @for visit in &self.visits {
                form.card method="post" action=(urls::visits_to_me()) {
                    p { (ui::unbroken(&m.confirm_one(&visit.helper, &visit.skill, &m.date(visit.on)))) }
                    button.btn-2 name="statement" value=(visit.statement) { (m.confirm_button()) }
                }
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, m.confirm_title(), &self.main(m), &[])
    }

    /// One; none.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let visit = VisitToMe {
            statement: "s1".into(),
            helper: "Tôn Nữ Công Tằng Thị Hoàng Nguyên".into(),
            skill: "Nộp hồ sơ trên Cổng Dịch vụ công quốc gia".into(),
            on: date(2026, 11, 22),
        };
        vec![Self { visits: vec![visit] }, Self { visits: Vec::new() }]
    }
}

/// What one helper noted on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The opaque id of the helper.
    pub helper: String,
    /// The helper's name.
    pub name: String,
    /// The day.
    pub on: Date,
    /// How many visits.
    pub count: usize,
    /// Whether they are the viewer's own, which somebody else confirms.
    pub is_own: bool,
}

/// The sessions of a unit that wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sessions {
    /// The unit.
    pub unit: UnitName,
    /// The newest first.
    pub sessions: Vec<Session>,
}

impl Sessions {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            (ui::back(m, &urls::standings().with("unit", &self.unit.id)))
            h1 { (m.sessions_title()) }
            p.muted { (m.sessions_lead(&self.unit.name)) }
            @if self.sessions.is_empty() { (ui::boxed(Tone::Good, &html! { p { (m.reviews_none()) } })) }
            @for session in &self.sessions { (self.one(m, session)) }
        }
    }

    fn one(&self, m: Messages, session: &Session) -> Markup {
        let (said, day) =
            (m.sessions_one(&session.name, &m.date(session.on), session.count), session.on.to_string());
        if session.is_own {
            return html! { div.card { p { (ui::unbroken(&said)) } p.muted { (m.sessions_own()) } } };
        }
        html! {
            form.card method="post" action=(urls::visits_confirm()) {
                p { (ui::unbroken(&said)) }
                input type="hidden" name="unit" value=(self.unit.id);
                input type="hidden" name="helper" value=(session.helper);
                button.btn-2 name="day" value=(day) { (m.sessions_button()) }
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, m.sessions_title(), &self.main(m), &[])
    }

    /// Two, one of them the viewer's; none.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let unit = UnitName { id: "00004".into(), name: "Phường Ngọc Hà".into() };
        let session = |is_own| Session {
            helper: "p1".into(),
            name: "Tôn Nữ Công Tằng Thị Hoàng Nguyên".into(),
            on: date(2026, 11, 22),
            count: 7,
            is_own,
        };
        let sessions = vec![session(false), session(true)];
        vec![Self { unit: unit.clone(), sessions }, Self { unit, sessions: Vec::new() }]
    }
}
