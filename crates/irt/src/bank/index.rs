//! What makes choosing fast: the ability scale cut into cells, with what each item can tell in each.
//!
//! For each cell the items with the highest *ceiling* stand in order: a number that the item's information exceeds nowhere in the cell.
//! To find the most informative item at an ability, one walks down the cell's order, computes the exact information, and stops
//! where the ceiling falls below the best found: usually after a few steps out of thousands.
//!
//! The information at the borders of the cells is kept as well: between two borders it is interpolated where chance has a say in the
//! choice anyway.

use super::{Entry, Role};
use crate::Model;
use crate::ability::{THETA_MAX, THETA_MIN};

const CELLS: usize = 120;
const CELL_WIDTH: f64 = (THETA_MAX - THETA_MIN) / CELLS as f64;
/// How many items stand in order in each cell. When none of them fits, all are looked at.
const DEPTH: usize = 128;
/// Above the rounding of ceilings to 32 bits.
const MARGIN: f64 = 1.000_001;

#[derive(Debug, Clone)]
pub(crate) struct Index {
    /// For each cell, the scored items with the highest ceilings, falling; of equal ones the earlier first.
    order: Vec<Vec<Ranked>>,
    /// For each border of cells, the information of each item there; 0 for pretest items.
    borders: Vec<Row>,
}

#[derive(Debug, Clone, Copy)]
struct Ranked {
    ceiling: f32,
    place: u32,
}

/// The information of every item at one ability.
#[derive(Debug, Clone)]
struct Row {
    each: Vec<f32>,
    greatest: f32,
}

/// The information of every item at an ability between two borders, interpolated.
pub(crate) struct Between<'i> {
    low: &'i Row,
    high: &'i Row,
    part: f32,
}

impl Index {
    pub(super) fn new(entries: &[Entry]) -> Self {
        let borders: Vec<Row> = (0..=CELLS).map(|k| Row::new(entries, border(k))).collect();
        let summits: Vec<Summit> =
            (0_u32..).zip(entries).filter_map(|(place, entry)| Summit::of(place, entry)).collect();
        let order = (0..CELLS).map(|cell| order(&summits, &borders, cell)).collect();
        Self { order, borders }
    }

    pub(super) fn best(&self, entries: &[Entry], theta: f64, fits: &impl Fn(usize) -> bool) -> Option<usize> {
        let mut best: Option<(f64, usize)> = None;
        let (order, whole) = self.order_at(theta, entries.len());
        for ranked in order {
            if best.is_some_and(|(information, _)| f64::from(ranked.ceiling) < information) {
                return best.map(|(_, place)| place);
            }
            consider(entries, ranked.place as usize, theta, fits, &mut best);
        }
        if !whole {
            (0..entries.len()).for_each(|place| consider(entries, place, theta, fits, &mut best));
        }
        best.map(|(_, place)| place)
    }

    pub(super) fn few(
        &self,
        entries: &[Entry],
        theta: f64,
        count: usize,
        fits: &impl Fn(usize) -> bool,
    ) -> Vec<usize> {
        let mut few: Vec<usize> = Vec::new();
        for _ in 0..count.min(entries.len()) {
            let next = self.best(entries, theta, &|place| fits(place) && !few.contains(&place));
            match next {
                Some(place) => few.push(place),
                None => break,
            }
        }
        few
    }

    /// The information of every item at an ability, interpolated between borders: within 0.4 % of a² of the exact one.
    pub(crate) fn between(&self, theta: f64) -> Between<'_> {
        let theta = theta.clamp(THETA_MIN, THETA_MAX);
        let cell = cell(theta).unwrap_or(0);
        let part = (theta - border(cell)) / CELL_WIDTH;
        Between { low: &self.borders[cell], high: &self.borders[cell + 1], part: part as f32 }
    }

    /// The order of the cell of an ability, and whether it holds every item that can be chosen.
    fn order_at(&self, theta: f64, items: usize) -> (&[Ranked], bool) {
        match cell(theta) {
            Some(cell) => (&self.order[cell], items.min(self.order[cell].len() + 1) <= DEPTH),
            None => (&[], false),
        }
    }
}

impl Row {
    fn new(entries: &[Entry], theta: f64) -> Self {
        let information = |entry: &Entry| match entry.role {
            Role::Scored => entry.model.information(theta) as f32,
            Role::Pretest => 0.0,
        };
        let each: Vec<f32> = entries.iter().map(information).collect();
        let greatest = each.iter().copied().fold(0.0, f32::max);
        Self { each, greatest }
    }
}

impl Between<'_> {
    pub(crate) fn at(&self, place: usize) -> f32 {
        let (low, high) = (self.low.each[place], self.high.each[place]);
        low + (high - low) * self.part
    }

    /// What no item exceeds.
    pub(crate) fn greatest(&self) -> f32 {
        self.low.greatest.max(self.high.greatest)
    }
}

/// Takes a place as the best when it fits and tells more, or as much and stands earlier.
fn consider(
    entries: &[Entry],
    place: usize,
    theta: f64,
    fits: &impl Fn(usize) -> bool,
    best: &mut Option<(f64, usize)>,
) {
    let entry = &entries[place];
    if entry.role == Role::Pretest || !fits(place) {
        return;
    }
    let information = entry.model.information(theta);
    let better = best.is_none_or(|(most, at)| information > most || (information == most && place < at));
    if better {
        *best = Some((information, place));
    }
}

/// What bounds the information of a scored item between two borders.
struct Summit {
    place: u32,
    bound: Bound,
}

enum Bound {
    /// A logistic item's information has one summit, here and so high.
    Peak { at: f64, height: f64 },
    /// A graded item's, Σ P s² with the pull s = P′ / P, rises by at most 2a³, since |s| ≤ a and |s′| ≤ a² / 2: so much above the nearer border.
    Rise(f64),
}

impl Summit {
    fn of(place: u32, entry: &Entry) -> Option<Self> {
        let bound = match &entry.model {
            Model::Logistic(item) => {
                let at = item.peak();
                Bound::Peak { at, height: item.information(at) }
            }
            Model::Graded(graded) => {
                let a = graded.slope();
                Bound::Rise(2.0 * a * a * a * (CELL_WIDTH / 2.0))
            }
        };
        (entry.role == Role::Scored).then_some(Self { place, bound })
    }

    /// What the information exceeds nowhere in a cell, given the most of it at the cell's borders.
    fn ceiling(&self, cell: usize, at_borders: f32) -> f32 {
        let most = f64::from(at_borders);
        let most = match self.bound {
            Bound::Peak { at, height } if at >= border(cell) && at <= border(cell + 1) => most.max(height),
            Bound::Peak { .. } => most,
            Bound::Rise(rise) => most + rise,
        };
        (most * MARGIN) as f32 + f32::MIN_POSITIVE
    }
}

fn order(summits: &[Summit], borders: &[Row], cell: usize) -> Vec<Ranked> {
    let falling = |one: &Ranked, other: &Ranked| {
        other.ceiling.total_cmp(&one.ceiling).then(one.place.cmp(&other.place))
    };
    let (low, high) = (&borders[cell].each, &borders[cell + 1].each);
    let ranked = summits.iter().map(|summit| {
        let at = summit.place as usize;
        Ranked { ceiling: summit.ceiling(cell, low[at].max(high[at])), place: summit.place }
    });
    let mut ranked: Vec<Ranked> = ranked.collect();
    if ranked.len() > DEPTH {
        ranked.select_nth_unstable_by(DEPTH, falling);
        ranked.truncate(DEPTH);
        ranked.shrink_to_fit();
    }
    ranked.sort_unstable_by(falling);
    ranked
}

fn border(k: usize) -> f64 {
    THETA_MIN + k as f64 * CELL_WIDTH
}

fn cell(theta: f64) -> Option<usize> {
    (THETA_MIN..=THETA_MAX).contains(&theta).then(|| {
        // A last digit may put an ability at a border into the cell beside it.
        let near = (((theta - THETA_MIN) / CELL_WIDTH) as usize).min(CELLS - 1);
        if theta < border(near) {
            near.saturating_sub(1)
        } else if theta > border(near + 1) {
            (near + 1).min(CELLS - 1)
        } else {
            near
        }
    })
}
