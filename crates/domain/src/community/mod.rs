//! Community: a helper sits with a person.
//!
//! # Words
//! A *visit* is helper × person × skill × how far, once. It counts at once, marked as assisted.
//!
//! # Laws
//! 1. A visit proves at most *alone*: only a check proves *passed*.
//! 2. Nobody visits themselves.
//! 3. A visit is a helper's merit once the person visited, or an official, confirmed it: never by the helper's own word.

mod confirm_visit;
mod note_visit;

pub use confirm_visit::{ConfirmRefused, Confirmer, confirm_visit};
pub use note_visit::{HowFar, Visit, VisitRefused, note_visit};
