//! The record: one entry for each act, append-only, in the person's own order.
//!
//! # Words
//! An *entry* is what the house reads of an act; a *statement* (xAPI 2.0) is how it is written down and sent. One to one.
//!
//! # Laws
//! 1. `Entry → Statement → Entry` loses nothing.
//! 2. What an act proved is written in its statement; nothing else is needed to count it.

mod entry;
mod sent;
mod statement;
mod words;

pub use entry::{AnswerMark, Began, CheckResult, Entry, NotOurs, Subject, TapMark, VoidReason};
pub use sent::sent;
pub use statement::{columns, entry, person, read, statement, write};
pub use words::HOME;
