//! Learners: one person as the domain's decisions take and give them.
//!
//! # Laws
//! 1. A decision is saved whole or not at all: version, statement, standings, tallies in one transaction.
//! 2. Of two decisions on the same version one is saved, the other told that it [`Saved::Raced`].
//! 3. An act that is sent twice is kept once.

mod find;
mod save;

pub use find::find;
pub(crate) use find::standing;
pub(crate) use save::{STANDING_COLUMNS, UPSERT_STANDING, standing_row, workbook};
pub use save::{Saved, save, save_all};
