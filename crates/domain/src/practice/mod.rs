//! Practising: going through a simulated phone, tap by tap.
//!
//! # Words
//! A *run* is one going-through of a practice in one *mode*: guided (the next tap is shown), together (somebody
//! beside looks it up and tells) or alone.
//!
//! # Laws
//! 1. A wrong tap costs nothing but is counted; the run can always be finished.
//! 2. A finished run refuses taps.
//! 3. The same taps from the same start always give the same run.
//! 4. What a person types is compared and not kept.

mod run;
mod typed;

pub use run::{Mode, Run, Said, TapRefused, Tapped, begin, tap};
pub use typed::{Typed, compare, field};
