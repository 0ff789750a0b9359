//! Assessment: asking questions and saying what the answers show.
//!
//! # Words
//! An *attempt* is one person going once through one *check*: one question after the other, explained at the end.
//!
//! # Laws
//! 1. A finished attempt refuses answers; only the open question can be answered.
//! 2. The same answers to the same attempt always give the same next question and the same result.
//! 3. A skill is passed when the ability estimated from all answers reaches the check's cut *and* enough of the skill's own
//!    questions were answered right.

mod attempt;
mod choose;

pub use attempt::{Attempt, Given, Outcome, Refused, answer, begin};
pub use choose::order;
