//! A numerator beside its denominator.

use jiff::civil::Date;
use territory::UnitId;

use crate::ids::GroupId;
use crate::text::Text;

/// Counts below this, other than none, could point at a person, and are not published.
pub const SMALL_BELOW: i64 = 5;

/// How many people of a group a unit has, by which source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Denominator {
    /// The unit.
    pub unit: UnitId,
    /// The group.
    pub group: GroupId,
    /// How many people.
    pub value: i64,
    /// Who says so, and how it was reckoned.
    pub source: Text,
    /// As of when, as the source says it: a year or a day.
    pub as_of: String,
    /// Whether it belongs to made-up people.
    pub demonstration: bool,
}

/// A numerator with its denominator, if one is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// How many people.
    pub numerator: i64,
    /// Out of how many.
    pub denominator: Option<Denominator>,
    /// Counted up to and including this day.
    pub on: Date,
}

impl Figure {
    /// The share in thousandths, rounded down, so that a target not reached never looks reached. `None` without a
    /// denominator above zero.
    ///
    /// ```
    /// use domain::targets::{Denominator, Figure};
    /// use domain::text::Text;
    /// let denominator = Denominator {
    ///     unit: "B01".parse().unwrap(),
    ///     group: domain::ids::GroupId::parse("adults").unwrap(),
    ///     value: 9_880,
    ///     source: Text::new("x", "x"),
    ///     as_of: "2026".into(),
    ///     demonstration: false,
    /// };
    /// let figure = Figure { numerator: 6_214, denominator: Some(denominator), on: "2026-11-22".parse().unwrap() };
    /// assert_eq!(figure.permille(), Some(628));
    /// ```
    #[must_use]
    pub fn permille(&self) -> Option<i64> {
        let denominator = self.denominator.as_ref().filter(|denominator| denominator.value > 0)?;
        Some(self.numerator.saturating_mul(1000) / denominator.value)
    }

    /// How many people are still wanted for a share in thousandths of the denominator; zero when it is reached.
    #[must_use]
    pub fn missing_for(&self, permille: i64) -> Option<i64> {
        let denominator = self.denominator.as_ref()?;
        let wanted = denominator.value.saturating_mul(permille).saturating_add(999) / 1000;
        Some((wanted - self.numerator).max(0))
    }
}

/// A count as it may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// The count.
    Count(i64),
    /// From 1 to 4: said to be few, no more.
    Few,
}

/// A count as the public may see it.
#[must_use]
pub const fn shown(count: i64) -> Shown {
    if count > 0 && count < SMALL_BELOW { Shown::Few } else { Shown::Count(count) }
}
