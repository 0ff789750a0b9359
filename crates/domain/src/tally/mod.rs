//! Tallies: how many people stand where, by commune, group, indicator and day.
//!
//! # Words
//! A *cell* is a group and an indicator in which a person counts once. A *delta* moves a cell of a commune on a day.
//!
//! # Laws
//! 1. A person stands in exactly one rung of each skill, and in one level of the ladder, for each of their groups.
//! 2. Deltas are the difference of cells before and after: applied to any tally they add up to the cells after.
//! 3. A move to another commune takes every cell along.

mod cells;
mod indicator;

pub use cells::{Delta, differences, everyone};
pub(crate) use cells::{attained, profile};
pub use indicator::{Indicator, Level};
