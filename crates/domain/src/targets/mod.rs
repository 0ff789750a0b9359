//! Targets: what was promised, by whom, for whom, and how far it is.
//!
//! # Words
//! A *target* is a record: issuer, wording, group, value, unit, date. A *denominator* is a number of people of a unit and a
//! group, with its source and date. A *figure* is a numerator beside its denominator, counted from a rung up.
//!
//! # Laws
//! 1. A share is never computed without a denominator that names its source.
//! 2. A count from 1 to 4 is not published.

mod figure;
mod target;

pub use figure::{Denominator, Figure, SMALL_BELOW, Shown, shown};
pub use target::{Plan, Target, Value, read};
