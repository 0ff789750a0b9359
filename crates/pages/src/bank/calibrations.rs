//! Calibrations: those that were made, and a new one.

use domain::bank::Family;
use domain::text::Lang;
use jiff::Timestamp;
use maud::{Markup, html};

use super::list::{Busy, Work, busy};
use crate::frame::{Frame, layout_desk};
use crate::messages::Messages;
use crate::ui::{self, Choice, FormState, Head, Table, Tone};
use crate::urls;

/// How it stands with a calibration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nobody has decided.
    Open,
    /// It was left.
    Left,
    /// It became this version.
    Applied(u32),
}

impl State {
    /// In words.
    pub(super) fn say(self, m: Messages) -> String {
        match self {
            Self::Open => m.bank_cals_open().to_owned(),
            Self::Left => m.bank_cals_left().to_owned(),
            Self::Applied(version) => m.bank_cals_applied(version),
        }
    }
}

/// One calibration in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalibrationLine {
    /// Its id.
    pub id: String,
    /// When it was made.
    pub at: Timestamp,
    /// By whose login.
    pub by: String,
    /// With which curves.
    pub family: Family,
    /// Of which version.
    pub base: u32,
    /// How it stands.
    pub state: State,
}

/// The list with the form for a new one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calibrations {
    /// The calibrations, the newest first.
    pub lines: Vec<CalibrationLine>,
    /// How many answers there are.
    pub answers: u64,
    /// What is running.
    pub busy: Option<Busy>,
    /// Whether the last run failed.
    pub has_failed: bool,
    /// What came with the form.
    pub form: FormState,
}

impl Calibrations {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            (ui::back(m, &urls::bank()))
            (ui::error_summary(m, &self.form))
            h1 { (m.bank_cals_title()) }
            p { (m.bank_cals_lead()) }
            @if let Some(running) = &self.busy { (busy(m, running, &urls::bank_calibrations())) }
            @if self.has_failed { (ui::boxed(Tone::Warn, &html! { p { (m.bank_failed()) } })) }
            @if self.lines.is_empty() { p { (m.bank_cals_none()) } } @else { (self.table(m)) }
            @if self.busy.is_none() { (self.begin(m)) }
        }
    }

    fn table(&self, m: Messages) -> Markup {
        let row = |line: &CalibrationLine| {
            vec![
                html! { a href=(urls::bank_calibration(&line.id)) { (ui::unbroken(&m.moment(line.at))) } },
                html! { (m.curves(line.family).0) },
                html! { (line.base) },
                html! { (line.by) },
                html! { (line.state.say(m)) },
            ]
        };
        ui::table(&Table {
            caption: m.bank_cals_title().into(),
            heads: vec![
                Head::words(m.bank_when()),
                Head::words(m.bank_cals_family()),
                Head::figures(m.bank_version()),
                Head::words(m.bank_who()),
                Head::words(m.bank_cals_state()),
            ],
            rows: self.lines.iter().map(row).collect(),
        })
    }

    fn begin(&self, m: Messages) -> Markup {
        let choice = |family: Family| Choice {
            value: family.as_str().into(),
            label: m.curves(family).0.into(),
            hint: m.curves(family).1.into(),
            icon: String::new(),
        };
        html! {
            h2 { (m.bank_cals_new()) }
            p { (m.bank_cals_answers(&m.number(self.answers))) }
            form #act method="post" action=(urls::bank_calibrations()) {
                (ui::pick("family", &html! { (m.bank_cals_family()) }, &Family::ALL.map(choice), &self.form))
                (ui::button(m.bank_cals_begin()))
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        let forms: &[&str] = if self.busy.is_none() { &["act"] } else { &[] };
        layout_desk(frame, m.bank_cals_title(), &self.main(m), forms)
    }

    /// Some of every state; none yet; running; refused.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let at = Timestamp::from_second(1_795_340_000).unwrap_or_default();
        let line = |n: u32, state| CalibrationLine {
            id: format!("01920000-0000-7000-8000-00000000000{n}"),
            at,
            by: "giucauhoi".into(),
            family: Family::Two,
            base: n,
            state,
        };
        let some = Self {
            lines: vec![line(3, State::Open), line(2, State::Applied(3)), line(1, State::Left)],
            answers: 61_812,
            busy: None,
            has_failed: false,
            form: FormState::default().keep("family", "2pl"),
        };
        let running = Busy { work: Work::Calibrate, done: 61_812, of: 61_812 };
        let refused = FormState::default().refuse("family", Messages(lang).bank_busy_refused());
        vec![
            some.clone(),
            Self { lines: vec![], ..some.clone() },
            Self { busy: Some(running), ..some.clone() },
            Self { form: refused, has_failed: true, ..some },
        ]
    }
}
