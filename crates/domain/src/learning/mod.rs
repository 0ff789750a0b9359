//! Learning: a person reads and practises; each act is decided here. (Acts of tests are decided in [`crate::assessment`].)
//!
//! # Words
//! An *act* is one thing a person does, with an id that their device made. A person's *book* is what counts of them: place
//! and standings. Their *workbook* is what makes going on pleasant: where they stand in each lesson, practice and check.
//!
//! # Laws
//! 1. The same acts in the same order give the same learner, on the server and in the service worker.
//! 2. An act that is refused changes nothing.
//! 3. The book after an act is the book before, with the act's entry posted: `recount` needs entries alone.
//! 4. Who is in the middle of a lesson or a practice goes on with the version with which they began, to its end ([`Held`]).
//! 5. Where a statement was voided, the book is that of the entries without it ([`History`]).
//!
//! # Adding a verb
//! Add it to [`Deed`], write `<verb>.rs` with its decision, give it a [`crate::record::Subject`].

mod book;
mod decide;
mod drill;
mod held;
mod history;
mod learner;
mod next;
mod workbook;

pub use book::{Book, day_of, post};
pub use decide::{Act, Decision, Deed, Refusal, decide, decide_on_device};
pub(crate) use decide::{believable, posted};
pub use held::{Held, InHand};
pub use history::History;
pub use learner::Learner;
pub use next::{Next, is_begun, is_done, next, next_in};
pub use workbook::{LessonMark, PracticeMark, TestMark, Workbook};
