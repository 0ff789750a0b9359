//! The bank's keepers: how each question works, taking one out, and what a calibration would change before it is applied.
//!
//! # Words
//! A *keeper* looks after the questions. [`Material`] is all answers, gathered once. [`figures()`] says how each question
//! works; a [`Proposal`] says what parameters the answers give and what would follow; *applying* one makes a new
//! version of the bank. A [`Flag`] says that an attempt should be looked at.
//!
//! # States
//! A question is asked (starting, calibrated or pretest), under review, or retired; see [`crate::assessment::Status`].
//!
//! # Laws
//! 1. A version never changes: every verb gives the next version, and attempts that are open go on with theirs.
//! 2. A question that is retired or under review is never asked in attempts begun afterwards.
//! 3. A proposal is applied to the version that it was made of, and to no other.
//! 4. Neither a proposal nor a flag changes anybody's result.
//!
//! # Adding a verb
//! Add it to [`Deed`], say in [`change`] where it fits, give it a message and a button.

mod effect;
mod figures;
mod flag;

mod keep;
mod link;
mod material;
mod propose;

pub use effect::{Effect, Judged};
pub use figures::{DifLine, FitLine, Folk, ItemFigures, Point, STRATA, Share, figures};

pub use flag::{Flag, FlagKind, Watch};
pub use irt::fit::Mark as FitMark;
pub use keep::{Deed, Refused, Shortage, WORDS_MAX, Words, change, shortages};
pub use link::Link;
pub use material::{Age, Answered, Material, Who};
pub use propose::{Change, DriftLine, Family, Proposal, Verdict, apply, propose};
