//! From cards and lines to SVG.

use domain::content::Practice;
use maud::{Markup, html};

use super::cards::{Card, GAP, LINE, MARGIN, PAD, Row, RowKind, WIDTH};
use super::lanes::{Way, WayKind, ways};
use crate::messages::Messages;

const INK: &str = "#1f2933";
const MUTED: &str = "#52606d";
const GREEN: &str = "#0b6e4f";
const RED: &str = "#b3261e";
const GREY: &str = "#9aa5b1";
/// The line with what the lines mean.
const LEGEND: i32 = 34;
/// The line with the name of the practice.
const NAME: i32 = 30;

pub(super) fn draw(mut cards: Vec<Card>, practice: &Practice, m: Messages) -> Markup {
    let ways = ways(&mut cards);
    let width = cards.iter().map(Card::right).max().unwrap_or(0).max(620) + MARGIN;
    let height = cards.iter().map(Card::bottom).max().unwrap_or(0) + MARGIN;
    let all = height + NAME + LEGEND;
    html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (width) " " (all) } width=(width) height=(all) role="img"
            aria-label=(m.graph_title(practice.title.get(m.0))) font-family="system-ui, sans-serif" font-size="13" {
            (arrows())
            rect width=(width) height=(all) fill="#ffffff" {}
            text x=(MARGIN) y="24" font-size="16" font-weight="bold" fill=(INK) { (practice.title.get(m.0)) }
            g transform={ "translate(0 " (NAME) ")" } {
                @for way in &ways { (line(way, &cards)) }
                @for one in &cards { (card(one, m)) }
            }
            g transform={ "translate(" (MARGIN) " " (height + NAME + 12) ")" } { (legend(m)) }
        }
    }
}

/// The heads of the lines, one for each colour.
fn arrows() -> Markup {
    html! {
        defs {
            @for (name, colour) in [("way", GREEN), ("astray", RED), ("other", MUTED), ("back", GREY)] {
                marker id={ "arrow-" (name) } viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8"
                    markerUnits="userSpaceOnUse" orient="auto" {
                    path d="M0 0L8 4L0 8z" fill=(colour) {}
                }
            }
        }
    }
}

fn line(way: &Way, cards: &[Card]) -> Markup {
    let (from, to) = (&cards[way.from], &cards[way.to]);
    let words = from.rows.get(way.row).map_or("", |row| row.label.as_str());
    html! {
        g data-way="" {
            title { (from.id) " → " (words) " → " (to.id) }
            (stroke(way.kind, &way.path))
        }
    }
}

fn stroke(kind: WayKind, path: &str) -> Markup {
    let (colour, width, dashes, arrow) = match kind {
        WayKind::Right => (GREEN, "3", None, "way"),
        WayKind::Astray => (RED, "1.6", None, "astray"),
        WayKind::Other => (MUTED, "1.4", None, "other"),
        WayKind::Back => (GREY, "1.2", Some("5 3"), "back"),
    };
    html! {
        path d=(path) fill="none" stroke=(colour) stroke-width=(width) stroke-dasharray=[dashes] stroke-linejoin="round"
            marker-end={ "url(#arrow-" (arrow) ")" } {}
    }
}

fn card(card: &Card, m: Messages) -> Markup {
    let (edge, fill) = match (card.is_finish, card.on_way) {
        (true, _) => (GREEN, "#dff3ea"),
        (false, true) => (GREEN, "#f5fbf8"),
        (false, false) => (RED, "#fdf4f3"),
    };
    let first = card.y + PAD + LINE - 5;
    let lines = |at: usize| i32::try_from(at).unwrap_or(0) * LINE;
    html! {
        g data-card="" {
            title { (card.id) }
            rect x=(card.x) y=(card.y) width=(WIDTH) height=(card.height()) rx="8" fill=(fill) stroke=(edge)
                stroke-width=(if card.is_finish { "3" } else { "1.5" }) {}
            @for (at, title) in card.title.iter().enumerate() {
                text x=(card.x + 10) y=(first + lines(at)) font-size="14" font-weight="bold" fill=(INK) { (title) }
            }
            text x=(card.x + 10) y=(first + lines(card.title.len())) font-size="11" fill=(MUTED) { (card.look) }
            @for (at, one) in card.rows.iter().enumerate() { (row(card, at, one)) }
            @if card.is_finish {
                text x=(card.right()) y=(card.bottom() + 16) text-anchor="end" font-weight="bold" fill=(GREEN) { "✓ " (m.graph_finish()) }
            }
        }
    }
}

fn row(card: &Card, at: usize, row: &Row) -> Markup {
    let (mark, colour, weight) = match row.kind {
        RowKind::Right => ("▸", GREEN, Some("bold")),
        RowKind::Other => ("▹", INK, None),
        RowKind::Wrong => ("✕", RED, None),
        RowKind::Field => ("▭", MUTED, None),
    };
    let y = card.row(at);
    html! {
        text x=(card.x + 8) y=(y) font-size="12" fill=(colour) { (mark) }
        text x=(card.x + 22) y=(y) font-size="12" fill=(colour) font-weight=[weight] { (row.label) }
    }
}

/// What the lines and marks mean.
fn legend(m: Messages) -> Markup {
    let lines = [
        (WayKind::Right, m.graph_guided()),
        (WayKind::Astray, m.graph_astray()),
        (WayKind::Back, m.graph_back()),
    ];
    html! {
        @for (at, (kind, words)) in (0_i32..).zip(lines) {
            @let x = at * (WIDTH - GAP / 2);
            (stroke(kind, &format!("M{x} 0H{}", x + 26)))
            text x=(x + 32) y="4" font-size="12" fill=(INK) { (words) }
        }
        text x=(3 * (WIDTH - GAP / 2)) y="4" font-size="12" fill=(RED) { "✕ " (m.graph_wrong()) }
    }
}
