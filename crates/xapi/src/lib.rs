//! xAPI statements: IEEE 9274.1.1 ("xAPI 2.0"), reading 1.0.3 as well.
//!
//! A statement says that someone did something: `actor`, `verb`, `object`, and what came of it in which context.
//! This crate holds the types, writes them, and reads them strictly. It does no input or output, asks no clock and
//! no chance, and builds for the browser; writing does not pull in the reader.
//!
//! # Laws
//! 1. What was read and is written again reads as the same, timestamps cut to milliseconds.
//! 2. What is not in the standard is refused, with its place; nothing is mended on the way.
//! 3. Two statements of [`same_meaning()`] may be posted under one id; any others may not.
//!
//! Section numbers in these pages are those of the xAPI 1.0.3 text, part two ("Data"), which is open to read; the
//! IEEE standard keeps its demands, and where it differs the page says so.

mod actor;
mod attachment;
mod context;
mod definition;
mod extensions;
mod interaction;
mod invalid;
mod language_map;
mod object;
mod read;
mod result;
mod same_meaning;
mod statement;
mod verb;
mod word;
mod write;

pub use actor::{Actor, Agent, Group, Identifier};
pub use attachment::Attachment;
pub use context::{Context, ContextActivities, ContextAgent, ContextGroup};
pub use definition::Definition;
pub use extensions::Extensions;
pub use interaction::{Interaction, InteractionComponent, InteractionKind};
pub use invalid::{Invalid, Problem};
pub use language_map::{LanguageMap, in_language};
pub use object::{Activity, Object, SubStatement};
pub use result::{Outcome, Score, duration_of_ms};
pub use same_meaning::same_meaning;
pub use statement::Statement;
pub use verb::{VOIDED, Verb};
