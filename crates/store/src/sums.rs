//! Deltas summed by cell and day, in the order in which shared rows are written.

use crate::db::{Batch, Value};
use crate::params;
use domain::ids::GroupId;
use domain::tally::{Delta, Indicator, Level, everyone};
use jiff::civil::Date;
use std::collections::BTreeMap;
use territory::UnitId;

/// A cell: whom, where, what.
pub(crate) type Cell = (GroupId, UnitId, Indicator);

/// Deltas summed by cell and day. Ordered, so that two batches take shared rows in the same order.
#[derive(Debug, Default)]
pub(crate) struct Sums(BTreeMap<Cell, BTreeMap<Date, i64>>);

impl Sums {
    pub(crate) fn add(&mut self, delta: &Delta) {
        let cell = (delta.group.clone(), delta.unit, delta.indicator.clone());
        *self.0.entry(cell).or_default().entry(delta.day).or_default() += delta.by;
    }

    /// Takes a cell's day out; zero when there is none.
    pub(crate) fn take(&mut self, cell: &Cell, day: Date) -> i64 {
        self.0.get_mut(cell).and_then(|days| days.remove(&day)).unwrap_or(0)
    }

    /// What is left, cells and days that sum to nothing apart.
    pub(crate) fn days(&self) -> impl Iterator<Item = (&Cell, Date, i64)> {
        let days = self.0.iter().flat_map(|(cell, days)| days.iter().map(move |(day, by)| (cell, *day, *by)));
        days.filter(|(_, _, by)| *by != 0)
    }

    /// The sum over all days of each cell.
    pub(crate) fn totals(&self) -> impl Iterator<Item = (&Cell, i64)> {
        self.0.iter().map(|(cell, days)| (cell, days.values().sum())).filter(|(_, by)| *by != 0)
    }

    /// Adds everything to what the tables hold: tallies, then totals, each sorted by key.
    pub(crate) fn batch(&self) -> Batch {
        let totals = self.totals().map(|(cell, by)| total_row(cell, by));
        add_tallies(self.days().map(|(cell, day, by)| tally_row(cell, day, by))).then(add_totals(totals))
    }
}

/// Adds rows to tallies; they come sorted and each key once.
pub(crate) fn add_tallies(rows: impl IntoIterator<Item = Vec<Value>>) -> Batch {
    let tail = "ON CONFLICT (grp, unit, indicator, day) DO UPDATE SET count = tallies.count + excluded.count";
    Batch::new().insert_many("tallies", &["grp", "unit", "indicator", "day", "count"], tail, rows)
}

/// Adds rows to totals; they come sorted and each key once.
pub(crate) fn add_totals(rows: impl IntoIterator<Item = Vec<Value>>) -> Batch {
    let tail = "ON CONFLICT (grp, unit, indicator) DO UPDATE SET count = totals.count + excluded.count";
    Batch::new().insert_many("totals", &["grp", "unit", "indicator", "count"], tail, rows)
}

pub(crate) fn tally_row((group, unit, indicator): &Cell, day: Date, by: i64) -> Vec<Value> {
    params![group.as_str(), unit.as_str(), indicator.to_string(), day.to_string(), by]
}

pub(crate) fn total_row((group, unit, indicator): &Cell, by: i64) -> Vec<Value> {
    params![group.as_str(), unit.as_str(), indicator.to_string(), by]
}

/// How deltas move the two marks that a person's own row keeps. What nets to nothing (a move to another commune) stays.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    /// The level over the profile, when it moves: to another one, or to none.
    pub(crate) level: Option<Option<Level>>,
    /// Whether the profile is met, when that moves.
    pub(crate) attained: Option<bool>,
}

impl Marks {
    pub(crate) fn of<'d>(deltas: impl IntoIterator<Item = &'d Delta>) -> Self {
        let everyone = everyone();
        let mut levels: BTreeMap<Level, i64> = BTreeMap::new();
        let mut attained = 0;
        for delta in deltas.into_iter().filter(|delta| delta.group == everyone) {
            match delta.indicator {
                Indicator::Ladder(level) => *levels.entry(level).or_default() += delta.by,
                Indicator::Attained => attained += delta.by,
                Indicator::People | Indicator::Skill(..) => {}
            }
        }
        let reached = levels.iter().find(|(_, by)| **by > 0).map(|(level, _)| *level);
        let left = levels.values().any(|by| *by < 0);
        Self {
            level: (reached.is_some() || left).then_some(reached),
            attained: (attained != 0).then_some(attained > 0),
        }
    }
}
