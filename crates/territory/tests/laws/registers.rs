//! The real registers.

use std::sync::LazyLock;

use jiff::civil::{Date, date};
use territory::{Territory, UnitId, read_aliases, read_successions, read_units};

pub(crate) const UNITS: &str = include_str!("../../../../data/territory/units.csv");
pub(crate) const SUCCESSIONS: &str = include_str!("../../../../data/territory/succession.csv");
pub(crate) const ALIASES: &str = include_str!("../../../../data/territory/aliases.csv");

/// The last day of three tiers.
pub(crate) const BEFORE: Date = date(2025, 6, 30);
/// The first day of two tiers.
pub(crate) const REFORM: Date = date(2025, 7, 1);
/// After the changes of April and September 2026.
pub(crate) const AFTER: Date = date(2026, 9, 25);

pub(crate) static REAL: LazyLock<Territory> = LazyLock::new(|| {
    let units = read_units(UNITS).unwrap();
    let successions = read_successions(SUCCESSIONS).unwrap();
    let aliases = read_aliases(ALIASES).unwrap();
    Territory::new(units, successions, &aliases).unwrap()
});

pub(crate) fn id(text: &str) -> UnitId {
    text.parse().unwrap()
}
