//! The leader's page of a unit: the sentence first, then each group against what was promised, then time, then where to go
//! next.

use domain::text::Lang;
use jiff::civil::{Date, date};
use maud::{Markup, html};

use crate::figure::{Figure, Total};
use crate::frame::{Frame, layout_desk};
use crate::messages::Messages;
use crate::ui::{self, Count, Head, Rung, Table, Tone, Trend};
use crate::urls::{self, Url};

/// A unit as an id and a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitName {
    /// The id of the unit.
    pub id: String,
    /// Its name with its kind: "phường Ngọc Hà".
    pub name: String,
}

/// What was promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TargetValue {
    /// A share of the group, in thousandths.
    Share(u32),
    /// A number of people.
    People(u64),
    /// A place among the first.
    Rank(u64),
    /// Words without a number.
    Words,
}

/// How it stands with a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TargetStanding {
    /// Reached.
    Met,
    /// So many people are missing.
    Missing(u64),
    /// Our figures do not measure it.
    Unmeasured,
    /// The unit ended in a way that leaves no honest figure.
    NotAttributable,
}

/// One promise, as its document words it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetLine {
    /// Its words, quoted.
    pub wording: String,
    /// Who issued it.
    pub issuer: String,
    /// The document.
    pub document: String,
    /// When it was issued, if the source says.
    pub issued: Option<Date>,
    /// Where we have it from.
    pub source: String,
    /// What is promised.
    pub value: TargetValue,
    /// By when.
    pub due: Date,
    /// How it stands.
    pub standing: TargetStanding,
}

/// A group with its figure and what was promised for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupPart {
    /// The figure.
    pub figure: Figure,
    /// The promises that it is measured against.
    pub targets: Vec<TargetLine>,
}

/// A figure that somebody else stated; never mixed with ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// What it is.
    pub what: String,
    /// Its value, as stated.
    pub value: String,
    /// Who stated it.
    pub source: String,
    /// The day it is of.
    pub on: Date,
}

/// A unit that has ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// Its last day.
    pub on: Date,
    /// Today's units on its ground.
    pub today: Vec<UnitName>,
    /// Whether some of them also hold ground of other former units; the figures count them whole.
    pub is_split: bool,
}

/// A unit within this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Below {
    /// The unit.
    pub unit: UnitName,
    /// How many count there.
    pub reached: Count,
    /// Out of how many.
    pub total: Option<u64>,
    /// The share in thousandths, when it may be shown.
    pub permille: Option<u32>,
    /// How many are missing to the target.
    pub missing: Option<u64>,
}

/// What the table of units is sorted by; the caller sorts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortBy {
    /// By name.
    Name,
    /// By people reached.
    Reached,
    /// By share.
    Share,
    /// By people missing.
    Missing,
}

impl SortBy {
    /// The word in the address (`?sort=share`).
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Reached => "reached",
            Self::Share => "share",
            Self::Missing => "missing",
        }
    }

    /// The order of a word; anything unknown is by name.
    #[must_use]
    pub fn of_word(word: &str) -> Self {
        let all = [Self::Reached, Self::Share, Self::Missing];
        all.into_iter().find(|sort| sort.word() == word).unwrap_or(Self::Name)
    }
}

/// The page of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Targets {
    /// The unit.
    pub unit: UnitName,
    /// What it is part of, from the widest.
    pub above: Vec<UnitName>,
    /// Whether it has ended.
    pub ended: Option<Ended>,
    /// Each group; the first one's figure is the sentence on top.
    pub groups: Vec<GroupPart>,
    /// Promises that none of our figures measures.
    pub unmeasured: Vec<TargetLine>,
    /// What others stated.
    pub stated: Vec<Stated>,
    /// The first group's running total.
    pub trend: Trend,
    /// The units within.
    pub below: Vec<Below>,
    /// What they are sorted by.
    pub sort: SortBy,
    /// Where an authorised viewer sees the people behind the first figure.
    pub walk_down: Option<Url>,
}

impl Targets {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            (self.path(m))
            h1 { (self.unit.name) }
            (self.sentence(m))
            @if let Some(ended) = &self.ended { (ended_note(m, ended)) }
            (ui::legend(m))
            h2 { (m.groups_title()) }
            div.two { @for group in &self.groups { (group_part(m, group)) } }
            @if !self.unmeasured.is_empty() {
                h2 { (m.target_unmeasured()) }
                ul.promises { @for target in &self.unmeasured { (target_line(m, target)) } }
            }
            (self.stated(m))
            @if self.trend.points.len() > 1 {
                h2 { (m.trend_title()) }
                (ui::trend(m, m.trend_title(), &self.trend))
            }
            @if !self.below.is_empty() { h2 { (m.below_title()) } (self.below_table(m)) }
            p.muted.small { (m.kept_small()) }
        }
    }

    fn path(&self, m: Messages) -> Markup {
        let links = self.above.iter().map(|unit| (urls::targets(&unit.id), unit.name.clone()));
        let links: Vec<_> =
            std::iter::once((urls::units(), m.units_title().to_owned())).chain(links).collect();
        ui::breadcrumbs(m.path_label(), &links)
    }

    fn sentence(&self, m: Messages) -> Markup {
        html! {
            @if let Some(first) = self.groups.first() {
                p.sentence {
                    (first.figure.sentence(m, &self.unit.name)) "; " (ui::unbroken(&verdict(m, &first.targets)))
                }
                @if let Some(people) = &self.walk_down {
                    p {
                        (ui::link_quiet(people, m.walk_down())) " "
                        (ui::link_quiet(&urls::standings().with("unit", &self.unit.id), m.walk_down_all()))
                    }
                }
            }
        }
    }

    fn stated(&self, m: Messages) -> Markup {
        html! {
            @if !self.stated.is_empty() {
                section.card {
                    h2 { (m.stated_title()) }
                    p.muted { (m.stated_means()) }
                    ul {
                        @for one in &self.stated {
                            li { (one.what) ": " b { (one.value) } " " span.muted { "(" (one.source) ", " (m.date(one.on)) ")" } }
                        }
                    }
                }
            }
        }
    }

    fn below_table(&self, m: Messages) -> Markup {
        let by = |head: Head, sort: SortBy| {
            let link = (self.sort != sort).then(|| urls::targets(&self.unit.id).with("sort", sort.word()));
            head.sorted_by(link)
        };
        let heads = vec![
            by(Head::words(m.below_name()), SortBy::Name),
            by(Head::figures(m.figure_reached()), SortBy::Reached),
            Head::figures(m.below_of()),
            by(Head::figures(m.below_share()), SortBy::Share),
            by(Head::figures(m.below_needed()), SortBy::Missing),
        ];
        let rows = self.below.iter().map(|below| below_row(m, below)).collect();
        ui::table(&Table { caption: m.below_title().into(), heads, rows })
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        layout_desk(frame, &self.unit.name, &self.main(frame.messages()), &[])
    }

    /// A ward; a city with its units; an ended district; a unit with nothing yet.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        vec![sample_ward(), sample_city(), sample_district(), sample_empty()]
    }
}

fn verdict(m: Messages, targets: &[TargetLine]) -> String {
    match targets.first() {
        None => m.headline_no_target().into(),
        Some(target) => match target.standing {
            TargetStanding::Met => m.headline_met().into(),
            TargetStanding::Missing(count) => m.headline_needed(&m.number(count), &m.date(target.due)),
            TargetStanding::Unmeasured => format!("{}.", m.target_unmeasured()),
            TargetStanding::NotAttributable => format!("{}.", m.target_not_attributable()),
        },
    }
}

fn group_part(m: Messages, part: &GroupPart) -> Markup {
    html! {
        section.card {
            h3.cap { (part.figure.group) }
            (part.figure.show(m))
            @if part.targets.is_empty() { p.muted { (m.targets_none()) } }
            @else {
                h4 { (m.targets_title()) }
                ul.promises { @for target in &part.targets { (target_line(m, target)) } }
            }
        }
    }
}

fn target_line(m: Messages, target: &TargetLine) -> Markup {
    html! {
        li {
            p {
                @if let Some(value) = say_value(m, target.value) { b { (value) } ", " }
                (ui::unbroken(&m.target_due(&m.date(target.due)))) ". "
                @if target.standing != TargetStanding::Unmeasured { (standing(m, target.standing)) }
            }
            blockquote { (target.wording) }
            p.muted.small {
                (target.issuer) ". " (target.document)
                @if let Some(issued) = target.issued { ", " (m.date(issued)) }
                ". " (target.source) "."
            }
        }
    }
}

fn say_value(m: Messages, value: TargetValue) -> Option<String> {
    match value {
        TargetValue::Share(share) => Some(m.target_share(&m.permille(share))),
        TargetValue::People(count) => Some(m.target_people(&m.number(count))),
        TargetValue::Rank(rank) => Some(m.target_rank(&m.number(rank))),
        TargetValue::Words => None,
    }
}

fn standing(m: Messages, standing: TargetStanding) -> Markup {
    let (class, sign, words) = match standing {
        TargetStanding::Met => ("met", "check", m.target_met().to_owned()),
        TargetStanding::Missing(count) => ("missing", "flag", m.target_needed(&m.number(count))),
        TargetStanding::Unmeasured => ("muted", "info", m.target_unmeasured().to_owned()),
        TargetStanding::NotAttributable => ("muted", "info", m.target_not_attributable().to_owned()),
    };
    html! { span class=(class) { (ui::icon(sign)) " " (words) } }
}

fn ended_note(m: Messages, ended: &Ended) -> Markup {
    let content = html! {
        p { b { (m.ended_title(&m.date(ended.on))) } ". " (m.ended_means()) }
        @if ended.is_split { p { (m.ended_split()) } }
        p {
            (m.ended_now()) ": "
            @for (at, unit) in ended.today.iter().enumerate() {
                @if at > 0 { ", " }
                a href=(urls::targets(&unit.id)) { (unit.name) }
            }
        }
    };
    ui::boxed(if ended.is_split { Tone::Warn } else { Tone::Info }, &content)
}

fn below_row(m: Messages, below: &Below) -> Vec<Markup> {
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| m.no_figure().into());
    vec![
        html! { a href=(urls::targets(&below.unit.id)) { (below.unit.name) } },
        html! { (below.reached.say(m)) },
        html! { (or_dash(below.total.map(|total| m.number(total)))) },
        html! { (or_dash(below.permille.map(|share| m.permille(share)))) },
        html! { (or_dash(below.missing.map(|count| m.number(count)))) },
    ]
}

fn sample_unit(id: &str, name: &str) -> UnitName {
    UnitName { id: id.into(), name: name.into() }
}

fn sample_part(scale: u64, missing: u64) -> GroupPart {
    let on = [810, 1402, 3620, 2217, 377].map(|count| Count::Exact(count * scale));
    let total = Total {
        value: 9880 * scale,
        source: "Cục Thống kê, ước theo cơ cấu tuổi".into(),
        as_of: "2025".into(),
    };
    let figure = Figure {
        group: "người trưởng thành".into(),
        on,
        started: Count::Exact(120),
        from: Rung::Alone,
        reached: Count::Exact(6214 * scale),
        total: Some(total),
        permille: Some(628),
        goal_permille: Some(800),
        as_of: date(2026, 11, 22),
    };
    GroupPart {
        figure,
        targets: vec![sample_target(TargetValue::Share(800), TargetStanding::Missing(missing))],
    }
}

fn sample_target(value: TargetValue, standing: TargetStanding) -> TargetLine {
    TargetLine {
        wording: "Ít nhất 80% người dân trưởng thành có khả năng làm chủ các công cụ công nghệ trong môi trường số hóa".into(),
        issuer: "Quận Đống Đa".into(),
        document: "Mục tiêu của quận đến năm 2026".into(),
        issued: None,
        source: "Báo chí Hà Nội, 2025".into(),
        value,
        due: date(2026, 12, 31),
        standing,
    }
}

fn sample_trend(scale: u64) -> Trend {
    let months = (1..=11_i8).zip([310, 620, 1180, 1730, 2400, 2950, 3500, 4180, 4900, 5610, 6214]);
    let points = months.map(|(month, count)| (date(2026, month, 1), count * scale)).collect();
    Trend { points, goal: Some(7904 * scale) }
}

fn sample_ward() -> Targets {
    let mut pupils = sample_part(1, 0);
    pupils.figure.group = "học sinh".into();
    pupils.figure.on[0] = Count::Under(5);
    pupils.targets = vec![sample_target(TargetValue::People(500), TargetStanding::Met)];
    Targets {
        unit: sample_unit("00004", "Phường Ngọc Hà"),
        above: vec![sample_unit("VN", "Cả nước"), sample_unit("01", "Thành phố Hà Nội")],
        ended: None,
        groups: vec![sample_part(1, 1690), pupils],
        unmeasured: vec![sample_target(TargetValue::Rank(5), TargetStanding::Unmeasured)],
        stated: vec![],
        trend: sample_trend(1),
        below: vec![],
        sort: SortBy::Name,
        walk_down: Some(urls::standings().with("unit", "B00008")),
    }
}

fn sample_city() -> Targets {
    let below = |(id, name, count): (&str, &str, u64)| Below {
        unit: sample_unit(id, name),
        reached: Count::Exact(count),
        total: Some(9880),
        permille: Some(628),
        missing: Some(1690),
    };
    let hidden = Below {
        reached: Count::Under(5),
        total: None,
        permille: None,
        missing: None,
        ..below(("00325", "Xã Bát Tràng", 0))
    };
    let names = [
        ("00004", "Phường Ngọc Hà", 6214),
        ("00166", "Phường Nghĩa Đô", 5130),
        ("00160", "Phường Tây Hồ", 12_044),
    ];
    Targets {
        unit: sample_unit("01", "Thành phố Hà Nội"),
        above: vec![sample_unit("VN", "Cả nước")],
        groups: vec![sample_part(126, 212_940)],
        stated: vec![Stated {
            what: "Người trưởng thành được xác nhận trên VNeID".into(),
            value: "41,2 %".into(),
            source: "Báo cáo của thành phố".into(),
            on: date(2026, 9, 30),
        }],
        trend: sample_trend(126),
        below: names.into_iter().map(below).chain([hidden]).collect(),
        sort: SortBy::Share,
        walk_down: None,
        ..sample_ward()
    }
}

fn sample_district() -> Targets {
    let today = vec![sample_unit("00226", "Phường Đống Đa"), sample_unit("00229", "Phường Kim Liên")];
    let mut part = sample_part(1, 0);
    part.targets = vec![sample_target(TargetValue::Share(800), TargetStanding::NotAttributable)];
    Targets {
        unit: sample_unit("A006", "Quận Đống Đa"),
        ended: Some(Ended { on: date(2025, 6, 30), today, is_split: true }),
        groups: vec![part],
        ..sample_ward()
    }
}

fn sample_empty() -> Targets {
    let mut part = sample_part(0, 0);
    part.figure.total = None;
    part.figure.permille = None;
    part.targets = vec![];
    Targets {
        groups: vec![part],
        unmeasured: vec![],
        trend: Trend { points: vec![], goal: None },
        walk_down: None,
        ..sample_ward()
    }
}
