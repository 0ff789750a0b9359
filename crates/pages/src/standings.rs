//! Under a figure: the list of people, and the standings of one. For those responsible for the place only.

use domain::text::Lang;
use jiff::civil::{Date, date};
use maud::{Markup, html};

use crate::frame::{Frame, layout_desk};
use crate::messages::Messages;
use crate::targets::UnitName;
use crate::ui::{self, Head, Rung, Table, Tone};
use crate::urls::{self, Url};

/// A person in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonLine {
    /// The opaque id.
    pub id: String,
    /// The name, when one was given.
    pub name: Option<String>,
    /// The year of birth, when told.
    pub born: Option<i16>,
    /// The hamlet, when told.
    pub hamlet: Option<String>,
    /// The lowest rung over the skills of the profile: the one that counts.
    pub lowest: Option<Rung>,
}

/// The people under the figure of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingsList {
    /// The unit.
    pub unit: UnitName,
    /// The people of this sheet.
    pub people: Vec<PersonLine>,
    /// Where the next sheet is.
    pub more: Option<Url>,
}

impl StandingsList {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            (ui::back(m, &urls::targets(&self.unit.id)))
            h1 { (m.standings_title()) ": " (self.unit.name) }
            p.muted { (m.standings_lead(&self.unit.name)) }
            p { a href=(urls::certificates().with("unit", &self.unit.id)) { (m.certs_title()) } " · " a href=(urls::visits_confirm().with("unit", &self.unit.id)) { (m.sessions_title()) } }
            @if self.people.is_empty() { (ui::boxed(Tone::Info, &html! { p { (m.standings_none()) } })) }
            @else { (self.table(m)) }
            @if let Some(more) = &self.more { (ui::link_quiet(more, m.standings_more())) }
        }
    }

    fn table(&self, m: Messages) -> Markup {
        let heads = vec![
            Head::words(m.standings_name()),
            Head::figures(m.standings_born()),
            Head::words(m.standings_hamlet()),
            Head::words(m.standings_lowest()),
        ];
        let rows = self.people.iter().map(|person| person_row(m, person)).collect();
        ui::table(&Table { caption: m.standings_title().into(), heads, rows })
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout_desk(frame, m.standings_title(), &self.main(m), &[])
    }

    /// A list with a nameless guest; an empty one.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let unit = UnitName { id: "00004".into(), name: "Phường Ngọc Hà".into() };
        let mai = PersonLine {
            id: "p1".into(),
            name: Some("Tôn Nữ Công Tằng Thị Hoàng Nguyên".into()),
            born: Some(1955),
            hamlet: Some("Tổ dân phố 12".into()),
            lowest: Some(Rung::Alone),
        };
        let guest = PersonLine { id: "p2".into(), name: None, born: None, hamlet: None, lowest: None };
        vec![
            Self {
                unit: unit.clone(),
                people: vec![mai, guest],
                more: Some(urls::standings().with("from", "p2")),
            },
            Self { unit, people: vec![], more: None },
        ]
    }
}

fn person_row(m: Messages, person: &PersonLine) -> Vec<Markup> {
    let dash = m.no_figure();
    vec![
        html! { a href=(urls::person_standings(&person.id)) { (person.name.as_deref().unwrap_or(m.standings_guest())) } },
        html! { @match person.born { Some(year) => (year), None => (dash) } },
        html! { (person.hamlet.as_deref().unwrap_or(dash)) },
        html! { (ui::chip(m, person.lowest)) },
    ]
}

/// One standing with the record that proves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingLine {
    /// The skill.
    pub skill: String,
    /// The rung.
    pub rung: Rung,
    /// Since when.
    pub since: Date,
    /// The id of the statement that proves it.
    pub statement: String,
}

/// The standings of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingDetail {
    /// The name, when one was given.
    pub name: Option<String>,
    /// The unit whose list one comes from.
    pub unit: UnitName,
    /// What the person reached.
    pub standings: Vec<StandingLine>,
}

impl StandingDetail {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            (ui::back(m, &urls::standings().with("unit", &self.unit.id)))
            h1 { (self.name.as_deref().unwrap_or(m.standings_guest())) }
            @if self.standings.is_empty() { (ui::boxed(Tone::Info, &html! { p { (m.rung_none()) } })) }
            @else { (self.table(m)) }
        }
    }

    fn table(&self, m: Messages) -> Markup {
        let heads = vec![
            Head::words(m.standing_skill()),
            Head::words(m.rung_word()),
            Head::figures(m.standing_since()),
            Head::words(m.standing_evidence()),
        ];
        let row = |line: &StandingLine| {
            vec![
                html! { (line.skill) },
                html! { (ui::chip(m, Some(line.rung))) },
                html! { (m.date(line.since)) },
                html! { a href=(urls::statement(&line.statement)) { (m.standing_evidence()) span.vh { ": " (line.skill) } } },
            ]
        };
        let rows = self.standings.iter().map(row).collect();
        ui::table(&Table { caption: m.standing_title().into(), heads, rows })
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout_desk(frame, m.standing_title(), &self.main(m), &[])
    }

    /// With standings; without.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let unit = UnitName { id: "00004".into(), name: "Phường Ngọc Hà".into() };
        let line = StandingLine {
            skill: "Nộp hồ sơ trên Cổng Dịch vụ công quốc gia".into(),
            rung: Rung::Passed,
            since: date(2026, 11, 22),
            statement: "01920000-0000-7000-8000-00000000000a".into(),
        };
        vec![
            Self { name: Some("Nguyễn Thị Mai".into()), unit: unit.clone(), standings: vec![line] },
            Self { name: None, unit, standings: vec![] },
        ]
    }
}
