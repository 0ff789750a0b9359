//! Standings: for each person and skill the highest rung of the ladder of evidence, since when, by which act.
//!
//! # Words
//! The *ladder of evidence*: attended < with help < alone < passed < retained. *Evidence* is what one act proves.
//!
//! # Laws
//! 1. A standing never falls by an act.
//! 2. The standing after a sequence of evidence depends on nothing but that sequence.
//! 3. *Retained* needs *passed* first, and again alone (or passed again) at least [`RETAINED_AFTER_DAYS`] later,
//!    with at most a few mistakes and for the first time that day.

mod climb;
mod rung;

pub use climb::{Evidence, RETAINED_AFTER_DAYS, Standing, climb};
pub use rung::Rung;
