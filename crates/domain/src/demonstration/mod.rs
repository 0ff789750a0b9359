//! The demonstration: made-up people over real communes, with a plausible year behind them.
//!
//! Who looks at the product for the first time should see it full. No person here exists; names are put together by chance
//! from common ones. Everything that counts of them comes about as it does for real people: by [`crate::learning::decide`]
//! and [`crate::community::note_visit`]; no standing and no tally is ever written here.
//!
//! # Words
//! The *crowd* is everybody, spread over communes by population. A *sketch* is what is settled of a person before their year
//! begins: where, how old, as whom, by which *way* they learn. A *diary* is the year itself, act by act.
//!
//! # Laws
//! 1. The same seed, people, curriculum, communes and day give the same people, entry for entry.
//! 2. Nothing happens after `today`, nor before the year that ends with it.
//! 3. The denominators count exactly the people made.
//!
//! # Adding a way of learning
//! Add it to `sketch::Way`, write what it does beside `assisted.rs` and `alone.rs`, call it from `life.rs`.

mod alone;
mod assisted;
mod calendar;
mod chance;
mod check;
mod crowd;
mod diary;
mod life;
mod names;
mod sketch;

pub use crowd::{Demonstration, MadeHelper, MadePerson};
