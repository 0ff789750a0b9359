//! Where the cards stand.

use domain::content::{Element, Look, PhoneScreen, Practice, Tap, TapKind};
use domain::text::Lang;

use crate::messages::Messages;

/// Width of a card.
pub(super) const WIDTH: i32 = 196;
/// Room between two columns, for the lines.
pub(super) const GAP: i32 = 64;
/// Height of a line of a card.
pub(super) const LINE: i32 = 18;
/// Room above the first line of a card.
pub(super) const PAD: i32 = 8;
/// Room around the picture, and above the cards for ways back.
pub(super) const MARGIN: i32 = 16;
/// So many letters of a title fit on a line, and so many of a tap.
const TITLE_LETTERS: usize = 21;
const TAP_LETTERS: usize = 25;

/// A screen as a card.
#[derive(Debug)]
pub(super) struct Card {
    pub(super) title: Vec<String>,
    pub(super) look: String,
    pub(super) id: String,
    pub(super) rows: Vec<Row>,
    pub(super) column: usize,
    /// Whether it stands on the guided way.
    pub(super) on_way: bool,
    pub(super) is_finish: bool,
    pub(super) x: i32,
    pub(super) y: i32,
}

impl Card {
    pub(super) fn height(&self) -> i32 {
        PAD * 2 + LINE * (count(self.title.len()) + 1 + count(self.rows.len()))
    }

    pub(super) fn right(&self) -> i32 {
        self.x + WIDTH
    }

    pub(super) fn bottom(&self) -> i32 {
        self.y + self.height()
    }

    pub(super) fn middle(&self) -> i32 {
        self.x + WIDTH / 2
    }

    /// Where the base line of a row of it is.
    pub(super) fn row(&self, at: usize) -> i32 {
        self.y + PAD + LINE * (count(self.title.len()) + 1 + count(at)) + LINE - 5
    }
}

/// A tap or a field of a screen.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) label: String,
    pub(super) kind: RowKind,
    /// The card it leads to.
    pub(super) go: Option<usize>,
}

/// What a tap is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowKind {
    /// The next tap of the guided way.
    Right,
    /// Leads elsewhere, and is no mistake.
    Other,
    /// A mistake.
    Wrong,
    /// Typed or chosen, not tapped.
    Field,
}

/// The cards of a practice, in the order of its screens, each in its place.
pub(super) fn lay_out(practice: &Practice, m: Messages) -> Vec<Card> {
    let mut cards: Vec<Card> = practice.screens.iter().map(|screen| card(practice, screen, m)).collect();
    let way = way(practice, &cards);
    for (column, at) in way.iter().enumerate() {
        cards[*at].column = column;
        cards[*at].on_way = true;
    }
    columns(&mut cards, &way);
    cards
}

/// Gives each card its place. `lanes` are the lines that must pass above the cards, and between the guided way and what is below it.
pub(super) fn place(cards: &mut [Card], lanes: [i32; 2]) {
    let top = MARGIN + lanes[0] * super::lanes::STEP;
    let below = top
        + cards.iter().filter(|card| card.on_way).map(Card::height).max().unwrap_or(0)
        + 28
        + lanes[1] * super::lanes::STEP;
    let mut next = vec![below; cards.iter().map(|card| card.column + 1).max().unwrap_or(0)];
    for card in cards {
        card.x = MARGIN + count(card.column) * (WIDTH + GAP);
        card.y = if card.on_way { top } else { next[card.column] };
        if !card.on_way {
            next[card.column] = card.bottom() + 20;
        }
    }
}

/// The guided way from the start, as far as it goes without coming back to itself.
fn way(practice: &Practice, cards: &[Card]) -> Vec<usize> {
    let mut way = Vec::new();
    let mut at = practice.screens.iter().position(|screen| screen.id == practice.start);
    while let Some(card) = at.filter(|at| !way.contains(at)) {
        way.push(card);
        at = cards[card].rows.iter().find(|row| row.kind == RowKind::Right).and_then(|row| row.go);
    }
    way
}

/// Whatever is off the way stands a column after the screen that first leads there.
fn columns(cards: &mut [Card], way: &[usize]) {
    let mut queue: Vec<usize> = way.to_vec();
    let mut next = 0;
    while let Some(from) = queue.get(next).copied() {
        next += 1;
        let column = cards[from].column + 1;
        let led: Vec<usize> = cards[from].rows.iter().filter_map(|row| row.go).collect();
        for to in led {
            if !queue.contains(&to) {
                cards[to].column = column;
                queue.push(to);
            }
        }
    }
}

fn card(practice: &Practice, screen: &PhoneScreen, m: Messages) -> Card {
    let row = |element: &Element| match element {
        Element::Tap(tap) => Some(tap_row(practice, tap, m.0)),
        Element::Field(field) => {
            Some(Row { label: cut(field.label.get(m.0), TAP_LETTERS), kind: RowKind::Field, go: None })
        }
        _ => None,
    };
    Card {
        title: wrap(screen.title.get(m.0)),
        look: cut(&look(&screen.look, m), TAP_LETTERS + 2),
        id: screen.id.to_string(),
        rows: screen.elements.iter().filter_map(row).collect(),
        column: 0,
        on_way: false,
        is_finish: screen.id == practice.finish,
        x: 0,
        y: 0,
    }
}

fn tap_row(practice: &Practice, tap: &Tap, lang: Lang) -> Row {
    let kind = match (tap.right, tap.wrong.is_some()) {
        (true, _) => RowKind::Right,
        (false, true) => RowKind::Wrong,
        (false, false) => RowKind::Other,
    };
    let go = tap.go.as_ref().and_then(|go| practice.screens.iter().position(|screen| screen.id == *go));
    let mark = if tap.kind == TapKind::Back { "‹ " } else { "" };
    Row { label: cut(&format!("{mark}{}", tap.label.get(lang)), TAP_LETTERS), kind, go }
}

/// What kind of screen it is, in words.
fn look(look: &Look, m: Messages) -> String {
    let named = |kind: &str, name: &str| format!("{kind}: {name}");
    match look {
        Look::Launcher => m.graph_launcher().into(),
        Look::Settings => m.graph_settings().into(),
        Look::Lock => m.graph_lock().into(),
        Look::Camera => m.graph_camera().into(),
        Look::Browser(address) => named(m.graph_browser(), address),
        Look::App(name) => named(m.graph_app(), name.get(m.0)),
        Look::Dialog(name) => named(m.graph_dialog(), name.get(m.0)),
        Look::Call(name) => named(m.graph_call(), name.get(m.0)),
        Look::Chat(name) => named(m.graph_chat(), name.get(m.0)),
        Look::Sms(name) => named(m.graph_sms(), name.get(m.0)),
        Look::Mail(name) => named(m.graph_mail(), name.get(m.0)),
        Look::Scene(name) => named(m.graph_scene(), name.get(m.0)),
    }
}

/// A title on at most two lines.
fn wrap(text: &str) -> Vec<String> {
    let mut first = String::new();
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words
        .next_if(|word| first.is_empty() || first.chars().count() + 1 + word.chars().count() <= TITLE_LETTERS)
    {
        if !first.is_empty() {
            first.push(' ');
        }
        first.push_str(word);
    }
    let rest = words.collect::<Vec<_>>().join(" ");
    let mut lines = vec![cut(&first, TITLE_LETTERS)];
    if !rest.is_empty() {
        lines.push(cut(&rest, TITLE_LETTERS));
    }
    lines
}

fn cut(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let start: String = text.chars().take(letters - 1).collect();
    format!("{}…", start.trim_end())
}

fn count(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX / 1024)
}
