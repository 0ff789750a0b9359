//! Where the lines between cards run: beside each other, not through cards of the guided way.

use super::cards::{Card, GAP, RowKind, place};

/// Room between two lines that run side by side.
pub(super) const STEP: i32 = 9;

/// A line from a row to a card.
#[derive(Debug)]
pub(super) struct Way {
    pub(super) from: usize,
    pub(super) row: usize,
    pub(super) to: usize,
    pub(super) kind: WayKind,
    /// Its points as the `d` of a path.
    pub(super) path: String,
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WayKind {
    /// The guided way.
    Right,
    /// A wrong turn.
    Astray,
    /// Elsewhere, and no mistake.
    Other,
    /// To an earlier column.
    Back,
}

/// How a line runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Course {
    /// Straight through the gap between two columns that stand beside each other.
    Gap,
    /// Along lane n above the cards.
    Above(i32),
    /// Along lane n between the guided way and the cards below.
    Between(i32),
    /// Around the left of two cards of a column.
    Beside,
}

/// The lines of all cards; gives the cards their places on the way.
pub(super) fn ways(cards: &mut [Card]) -> Vec<Way> {
    let mut taken = [Lanes::default(), Lanes::default()];
    let mut drafts = Vec::new();
    for (from, card) in cards.iter().enumerate() {
        for (row, (line, to)) in
            card.rows.iter().enumerate().filter_map(|(at, row)| Some((at, (row, row.go?))))
        {
            let course = course(card, &cards[to], &mut taken);
            drafts.push((from, row, to, kind(card, line.kind, &cards[to]), course));
        }
    }
    let counts = taken.map(|lanes| i32::try_from(lanes.0.len()).unwrap_or(0));
    place(cards, counts);
    let way = |(from, row, to, kind, course)| {
        let path = path(cards, from, row, to, course);
        Way { from, row, to, kind, path }
    };
    drafts.into_iter().map(way).collect()
}

fn kind(from: &Card, row: RowKind, to: &Card) -> WayKind {
    match row {
        _ if to.column <= from.column => WayKind::Back,
        RowKind::Right => WayKind::Right,
        RowKind::Wrong => WayKind::Astray,
        RowKind::Other | RowKind::Field => WayKind::Other,
    }
}

fn course(from: &Card, to: &Card, taken: &mut [Lanes; 2]) -> Course {
    if to.column == from.column + 1 {
        return Course::Gap;
    }
    let span = (from.column.min(to.column), from.column.max(to.column));
    match (from.on_way, to.on_way) {
        (true, true) => Course::Above(taken[0].take(span)),
        (false, false) if from.column == to.column => Course::Beside,
        _ => Course::Between(taken[1].take(span)),
    }
}

/// Which columns each lane is taken for.
#[derive(Debug, Default)]
struct Lanes(Vec<Vec<(usize, usize)>>);

impl Lanes {
    /// The first lane that is free over these columns.
    fn take(&mut self, span: (usize, usize)) -> i32 {
        let is_free =
            |lane: &Vec<(usize, usize)>| lane.iter().all(|other| other.1 < span.0 || span.1 < other.0);
        let lane = self.0.iter().position(is_free).unwrap_or(self.0.len());
        if lane == self.0.len() {
            self.0.push(Vec::new());
        }
        self.0[lane].push(span);
        i32::try_from(lane).unwrap_or(0)
    }
}

fn path(cards: &[Card], from: usize, row: usize, to: usize, course: Course) -> String {
    let (card, target) = (&cards[from], &cards[to]);
    let y = card.row(row) - 4;
    let forward = target.column > card.column;
    let (start, turn) = if forward {
        (card.right(), card.right() + GAP / 4)
    } else {
        (card.x, card.x - GAP / 4 - i32::try_from(row % 4).unwrap_or(0) * 5)
    };
    let top = cards.iter().filter(|card| card.on_way).map(|card| card.y).min().unwrap_or(0);
    let low = cards.iter().filter(|card| card.on_way).map(Card::bottom).max().unwrap_or(0);
    match course {
        Course::Gap => {
            let (end, at) = (target.x, target.y + 18);
            let bend = GAP / 2;
            format!("M{start} {y}C{} {y} {} {at} {end} {at}", start + bend, end - bend)
        }
        Course::Beside => {
            let at = target.y + 18;
            format!("M{start} {y}H{turn}V{at}H{}", target.x)
        }
        Course::Above(lane) => {
            let at = top - 8 - lane * STEP;
            let end = target.middle() + 12 * (lane % 5 - 2);
            format!("M{start} {y}H{turn}V{at}H{end}V{}", target.y)
        }
        Course::Between(lane) => {
            let at = low + 14 + lane * STEP;
            let end = target.middle() + 12 * (lane % 5 - 2);
            let into = if target.on_way { target.bottom() } else { target.y };
            format!("M{start} {y}H{turn}V{at}H{end}V{into}")
        }
    }
}
