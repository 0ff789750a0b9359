//! Community: a helper sits with a person.
//!
//! # Words
//! A *visit* is helper × person × skill × how far, once. It counts at once, marked as assisted.
//!
//! # Laws
//! 1. A visit proves at most *alone*: only a check proves *passed*.
//! 2. Nobody visits themselves.

mod note_visit;

pub use note_visit::{HowFar, Visit, VisitRefused, note_visit};
