//! Review: what was learned fades, and comes back gently. Not the review of a certificate, which is [`crate::recognition`]'s.
//!
//! # Words
//! A *review* is a practice done again alone, or another round of drills. A *past* is the days on which that happened, each with
//! a *grade* from the mistakes. What a memory makes of a past is told to [`today()`] from outside, as a [`Recall`]: the server
//! asks a memory model, a phone only keeps the past. A *re-check* is the review of a skill that was passed so long ago that
//! doing it again lifts it to *retained*.
//!
//! # Laws
//! 1. A day's reviews take at most [`MINUTES_MAX`] minutes, those that are done included; when something is due and nothing
//!    was done yet, there is at least one.
//! 2. Nothing comes twice a day.
//! 3. Re-checks come first, then what is remembered least.
//! 4. A past holds each day once, in order: what is done again on the same day says nothing about remembering.

mod day;
mod grade;
mod past;
mod today;

pub use day::Day;
pub use grade::{Grade, MISTAKES_MAX};
pub use past::{Past, Reviewed};
pub use today::{Due, MINUTES_MAX, Recall, Today, What, Why, today};
