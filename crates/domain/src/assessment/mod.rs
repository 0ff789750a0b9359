//! Assessment: asking questions and saying what the answers show.
//!
//! # Words
//! A *blueprint* says what a test asks; its kinds are *diagnosis* (where to begin), *check* (after a course) and *examination* (for a
//! certificate). An *attempt* is one person going once through one of them: one question after the other, explained at the end.
//! A *bank* is the set of questions with their parameters; its *versions* are never changed. Questions that *score* make the
//! result, *pretest* questions are mixed in to be learned from. *Assurance* says whether somebody watched.
//!
//! # States
//! An attempt is open (one question waits), or ended in one of the ways of [`Ending`].
//!
//! # Laws
//! 1. An ended attempt refuses answers; only the open question can be answered.
//! 2. The same answers to the same attempt always give the same next question and the same result; the statements of an attempt
//!    are enough to go through it again ([`replay()`]).
//! 3. A skill is passed when the ability estimated from all answers that score reaches the cut *and* enough of the skill's own
//!    questions were answered right. A diagnosis and an attempt in haste or at random prove nothing.
//! 4. What a pretest question was answered changes no result and no later question.
//!
//! # On the server only
//! [`decide()`] is not reached from [`crate::learning::decide`]: keys and engine never come to a phone.
//!
//! # Adding a verb
//! Add it to [`Deed`], write `<verb>.rs`, give it a [`crate::record::Subject`], let [`replay()`] read it.

mod answer;
mod attempt;
mod bank;
mod begin;
mod choose;
mod decide;
mod haste;
mod outcome;
mod replay;
mod rules;
mod score;
mod uses;

pub use attempt::{Attempt, End, Given, Open, Pace};
pub use bank::{Bank, BankItem, BankVersion, Status};
pub use begin::retest;
pub use choose::{order, shown};
pub use decide::{Act, Decided, Deed, Desk, Refused, Time, decide};
pub use haste::{at_random, in_haste, is_rapid};
pub use outcome::{Advice, Assurance, Band, Ending, Manner, Outcome, PartResult};
pub use replay::{NotReplayed, replay};
pub use rules::{Basis, Rules};
pub use uses::Uses;
