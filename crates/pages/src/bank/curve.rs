//! The curves of a question, drawn by the server, each with its table twin, and the bar of a difficulty.

use maud::{Markup, html};

use crate::messages::Messages;
use crate::ui::{self, Head, Table};

/// People of like ability, all in thousandths but the count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dot {
    /// Their place on the scale.
    pub theta_milli: i32,
    /// How many they are.
    pub people: u32,
    /// The share right that was seen.
    pub seen_permille: u32,
    /// The share right that was expected.
    pub expected_permille: u32,
}

/// What a question's curves look like, at even steps of ability from −4 to 4.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Curves {
    /// The share right, in thousandths.
    pub share_permille: Vec<u32>,
    /// The information, in thousandths.
    pub info_milli: Vec<u32>,
    /// What was seen.
    pub dots: Vec<Dot>,
}

/// The scale that is drawn goes so far to either side, in thousandths.
const SPAN: i32 = 4_000;
/// Above and below the drawing, in pixels; and its height.
const TOP: u32 = 18;
const HEIGHT: u32 = 170;

/// The curve of the share right with what was seen.
pub(super) fn shares(m: Messages, item: &str, curves: &Curves) -> Markup {
    html! {
        svg.trend.icc role="img" aria-label=(m.bank_curve_label(item)) {
            @for part in [0, 500, 1000] {
                @let y = height(part);
                line.grid x1="0" x2="100%" y1=(y) y2=(y) {}
                text x="0" y=(y - 4) { (m.permille(part)) }
            }
            (line(&curves.share_permille, 1000))
            @for dot in &curves.dots {
                circle.dot cx=(place(dot.theta_milli)) cy=(height(dot.seen_permille)) r=(radius(dot.people)) {}
            }
            (axis(m))
        }
        @if !curves.dots.is_empty() { (fold(m, &dots_table(m, &curves.dots))) }
    }
}

/// The curve of the information.
pub(super) fn info(m: Messages, item: &str, curves: &Curves) -> Markup {
    let most = curves.info_milli.iter().copied().max().unwrap_or(0);
    let at = curves.info_milli.iter().position(|value| *value == most).unwrap_or(0);
    let peak = theta_at(at, curves.info_milli.len());
    let rows = curves.info_milli.iter().enumerate().filter(|(at, _)| at % 5 == 0);
    let rows = rows.map(|(at, value)| {
        let theta = theta_at(at, curves.info_milli.len());
        vec![html! { (m.decimal(theta)) }, html! { (m.decimal(i32::try_from(*value).unwrap_or(i32::MAX))) }]
    });
    let twin = Table {
        caption: m.bank_info_title().into(),
        heads: vec![Head::words(m.bank_ability()), Head::figures(m.bank_info_value())],
        rows: rows.collect(),
    };
    html! {
        svg.trend.icc role="img" aria-label=(m.bank_info_label(item, &m.decimal(peak))) {
            line.grid x1="0" x2="100%" y1=(height(0)) y2=(height(0)) {}
            (line(&curves.info_milli, most.max(1)))
            text x=(place(peak)) y=(TOP - 5) text-anchor="middle" { (m.decimal(peak)) }
            (axis(m))
        }
        (fold(m, &twin))
    }
}

/// A difficulty with its interval, on the scale from −4 to 4.
pub(super) fn bar(m: Messages, b_milli: i32, se_milli: u32) -> Markup {
    let (low, high) = interval(b_milli, se_milli);
    let label = format!("{}: {}–{}", m.decimal(b_milli), m.decimal(low), m.decimal(high));
    html! {
        svg.range role="img" aria-label=(label) {
            line.grid x1="0" x2="100%" y1="8" y2="8" {}
            line.grid x1="50%" x2="50%" y1="3" y2="13" {}
            line.span x1=(place(low)) x2=(place(high)) y1="8" y2="8" {}
            circle.dot cx=(place(b_milli)) cy="8" r="5" {}
        }
    }
}

/// Where a difficulty probably lies: 1.96 standard errors to either side.
pub(super) fn interval(b_milli: i32, se_milli: u32) -> (i32, i32) {
    let half = i32::try_from(u64::from(se_milli) * 196 / 100).unwrap_or(i32::MAX);
    (b_milli.saturating_sub(half), b_milli.saturating_add(half))
}

/// A curve in a drawing that stretches.
fn line(values: &[u32], top: u32) -> Markup {
    let last = values.len().saturating_sub(1).max(1);
    let spot = |(at, value): (usize, &u32)| {
        let y = 1000 - u64::from(*value) * 1000 / u64::from(top);
        format!("{}{} {y}", if at == 0 { 'M' } else { 'L' }, at * 1000 / last)
    };
    let path: String = values.iter().enumerate().map(spot).collect();
    html! {
        svg x="0" y=(TOP) width="100%" height=(HEIGHT - 2 * TOP) viewBox="0 0 1000 1000" preserveAspectRatio="none" {
            path.curve d=(path) {}
        }
    }
}

fn axis(m: Messages) -> Markup {
    html! {
        @for theta in [-4_000, -2_000, 0, 2_000, 4_000] {
            @let anchor = match theta { -4_000 => "start", 4_000 => "end", _ => "middle" };
            text x=(place(theta)) y=(HEIGHT + 6) text-anchor=(anchor) { (theta_word(m, theta)) }
        }
    }
}

fn theta_word(m: Messages, theta: i32) -> String {
    let whole = m.number(u64::from(theta.unsigned_abs() / 1000));
    if theta < 0 { format!("−{whole}") } else { whole }
}

fn dots_table(m: Messages, dots: &[Dot]) -> Table {
    let row = |dot: &Dot| {
        vec![
            html! { (m.decimal(dot.theta_milli)) },
            html! { (m.number(u64::from(dot.people))) },
            html! { (m.permille(dot.seen_permille)) },
            html! { (m.permille(dot.expected_permille)) },
        ]
    };
    Table {
        caption: m.bank_curve_title().into(),
        heads: vec![
            Head::words(m.bank_ability()),
            Head::figures(m.bank_people()),
            Head::figures(m.bank_seen()),
            Head::figures(m.bank_expected()),
        ],
        rows: dots.iter().map(row).collect(),
    }
}

fn fold(m: Messages, twin: &Table) -> Markup {
    html! { details.twin { summary { (m.see_table()) } (ui::table(twin)) } }
}

/// Where a place on the scale is drawn.
fn place(theta_milli: i32) -> String {
    let from_left = theta_milli.clamp(-SPAN, SPAN) + SPAN;
    let permille = from_left * 1000 / (2 * SPAN);
    format!("{}.{}%", permille / 10, permille % 10)
}

fn height(permille: u32) -> u32 {
    let room = HEIGHT - 2 * TOP;
    TOP + room - room * permille.min(1000) / 1000
}

/// The area of a dot follows the number of people.
fn radius(people: u32) -> u32 {
    (3 + people.isqrt() / 4).min(11)
}

fn theta_at(at: usize, count: usize) -> i32 {
    let last = i32::try_from(count.saturating_sub(1).max(1)).unwrap_or(1);
    -SPAN + 2 * SPAN * i32::try_from(at).unwrap_or(0) / last
}
