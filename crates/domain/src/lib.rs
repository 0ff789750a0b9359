//! The movement's own rules, by context. Pure: no IO, no clock, no chance; decisions are values.

pub mod assessment;
pub mod bank;
pub mod community;
pub mod content;
pub mod demonstration;
pub mod drill;
pub mod ids;
pub mod learning;
pub mod people;
pub mod place;
pub mod practice;
pub mod recognition;
pub mod record;
pub mod review;
pub mod sitting;
pub mod standing;
pub mod tally;
pub mod targets;
pub mod text;
