//! Charts drawn by the server. Each has a table twin in a fold below it, so that the drawing is never the only place of a
//! figure. Positions are SVG percentages: the drawing stretches, the letters do not.

use domain::standing::Rung;
use jiff::civil::Date;
use maud::{Markup, html};

use super::count::Count;
use super::ladder::{fill, share};
use super::table::{Head, Table, table};
use crate::messages::Messages;

/// A bar of people by their highest rung, against a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bullet {
    /// People whose highest rung this is, from the lowest.
    pub on: [Count; 5],
    /// People who have begun, below the lowest rung; told in the table only.
    pub started: Count,
    /// The people that the bar is full with.
    pub of: u64,
    /// From this rung up a person counts.
    pub from: Rung,
    /// How many count (told apart from `on`, which may hide small counts).
    pub reached: Count,
    /// The target in thousandths of `of`.
    pub goal_permille: Option<u32>,
}

/// The bar: rungs that count stand tall, those below stay low, the target is a mark across it. With its table twin.
#[must_use]
pub fn bullet(m: Messages, label: &str, bullet: &Bullet) -> Markup {
    let reached = bullet.reached.drawn();
    let at = permille(reached, bullet.of);
    html! {
        svg.bullet role="img" aria-label=(label) {
            rect.track x="0" y="22" width="100%" height="22" rx="4" {}
            @for (rung, from, width) in segments(bullet) {
                @let (y, height) = if rung >= bullet.from { (22, 22) } else { (34, 10) };
                rect class=(fill(rung)) x=(from) y=(y) width=(width) height=(height) {}
            }
            @match bullet.reached {
                Count::Exact(_) => { text x=(percent(at)) y="14" text-anchor=(anchor(at)) font-weight="600" { (m.permille(at)) } }
                few @ Count::Under(_) => { text x="0" y="14" font-weight="600" { (few.say(m)) } }
            }
            @if let Some(goal) = bullet.goal_permille {
                line.goal x1=(percent(goal)) x2=(percent(goal)) y1="16" y2="48" {}
                text x=(percent(goal)) y="66" text-anchor=(anchor(goal)) { (m.goal_mark(&m.permille(goal))) }
            }
        }
        (fold(m, &rungs_table(m, bullet)))
    }
}

fn segments(bullet: &Bullet) -> Vec<(Rung, String, String)> {
    let mut from = 0;
    let pairs = Rung::ALL.into_iter().zip(bullet.on).rev();
    pairs
        .map(|(rung, count)| {
            let start = share(from, bullet.of);
            from += count.drawn();
            (rung, start, share(count.drawn(), bullet.of))
        })
        .collect()
}

fn rungs_table(m: Messages, bullet: &Bullet) -> Table {
    let rows = Rung::ALL.into_iter().zip(bullet.on).rev();
    Table {
        caption: m.by_rung().into(),
        heads: vec![Head::words(m.rung_word()), Head::figures(m.people())],
        rows: rows
            .map(|(rung, count)| vec![html! { (m.rung(rung)) }, html! { (count.say(m)) }])
            .chain([vec![html! { (m.only_started()) }, html! { (bullet.started.say(m)) }]])
            .collect(),
    }
}

/// A count by day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trend {
    /// Day and running total, from the oldest.
    pub points: Vec<(Date, u64)>,
    /// The target as a number of people.
    pub goal: Option<u64>,
}

/// The line of a running total, with the target as a broken line. With its table twin. Nothing for fewer than two days.
#[must_use]
pub fn trend(m: Messages, label: &str, trend: &Trend) -> Markup {
    let (Some(first), Some(last)) = (trend.points.first(), trend.points.last()) else { return html! {} };
    let top = trend.points.iter().map(|(_, count)| *count).chain(trend.goal).max().unwrap_or(1).max(1);
    let curve = curve(&trend.points, top);
    html! {
        svg.trend role="img" aria-label=(label) {
            line.grid x1="0" x2="100%" y1="150" y2="150" {}
            svg x="0" y="20" width="100%" height="130" viewBox="0 0 1000 1000" preserveAspectRatio="none" {
                path.under d={ (curve) "L1000 1000L0 1000z" } {}
                path.curve d=(curve) {}
            }
            @if let Some(goal) = trend.goal {
                @let y = 150 - goal.saturating_mul(130) / top;
                line.goal x1="0" x2="100%" y1=(y) y2=(y) {}
                text x="0" y=(y.saturating_sub(5).max(12)) { (m.goal_mark(&m.number(goal))) }
            }
            text x="0" y="170" { (m.date(first.0)) }
            text x="100%" y="170" text-anchor="end" { (m.date(last.0)) ": " (m.number(last.1)) }
        }
        (fold(m, &days_table(m, trend)))
    }
}

fn curve(points: &[(Date, u64)], top: u64) -> String {
    let Some((start, _)) = points.first() else { return String::new() };
    let days = |date: Date| i64::from(date.since(*start).map_or(0, |span| span.get_days()));
    let length = points.last().map_or(1, |(date, _)| days(*date)).max(1);
    let spots = points.iter().map(|(date, count)| (days(*date) * 1000 / length, 1000 - count * 1000 / top));
    spots.enumerate().map(|(at, (x, y))| format!("{}{x} {y}", if at == 0 { 'M' } else { 'L' })).collect()
}

fn days_table(m: Messages, trend: &Trend) -> Table {
    let row = |(date, count): &(Date, u64)| vec![html! { (m.date(*date)) }, html! { (m.number(*count)) }];
    Table {
        caption: m.by_day().into(),
        heads: vec![Head::words(m.day()), Head::figures(m.people())],
        rows: trend.points.iter().rev().map(row).collect(),
    }
}

fn fold(m: Messages, twin: &Table) -> Markup {
    html! { details.twin { summary { (m.see_table()) } (table(twin)) } }
}

fn permille(part: u64, of: u64) -> u32 {
    u32::try_from((part * 1000).checked_div(of).unwrap_or(0)).unwrap_or(u32::MAX)
}

fn percent(permille: u32) -> String {
    share(u64::from(permille), 1000)
}

/// Which end of a label stands at its place, so that it stays within the drawing.
const fn anchor(permille: u32) -> &'static str {
    match permille {
        0..=120 => "start",
        121..=850 => "middle",
        _ => "end",
    }
}
