//! Content: lessons, practices, questions and the catalogue that holds them together, read from text.
//!
//! Files are read by a shell and handed over as (path, text); [`load()`] turns them into a [`Curriculum`] or says, for each
//! fault, the file, the line, what is wrong ([`Fault`]); the words for it stand in the message catalogue.
//!
//! # Laws
//! 1. A curriculum that loads without findings has no reference to a thing that does not exist.
//! 2. Every practice of it can be finished from every screen, and has a guided path.
//! 3. Every blueprint of it can be met by its questions.
//! 4. Every text of it exists in every language.
//! 5. Every skill of it answers to a competence of a framework.
//! 6. Every practice of it belongs to a lesson.
//! 7. Every skill of it that is drilled has enough messages for a round.
//!
//! # Adding a kind of file
//! Read its outline in a new module beside `items.rs`, add its folder to `load.rs`, its faults to `finding.rs`.

mod asked;
mod blueprint;
mod blueprints;
mod catalogue;
mod coverage;
mod drawn;
mod drill_joins;
mod drill_message;
mod drills;
mod fields;
mod finding;
mod framework;
mod framework_joins;
mod framework_sheet;
mod framework_text;
mod frameworks;
mod graph;
mod item;
mod items;
mod lesson;
mod lesson_body;
mod lesson_joins;
mod lessons;
mod load;
mod manifest;
mod model;
mod outline;
mod paths;
mod phone;
mod practices;
mod profile_joins;
mod reading;
mod response;
mod skeleton;
mod version;
mod whole;

pub use blueprint::*;
pub use coverage::{Counts, Coverage, CoverageDomain, CoverageLine};
pub(crate) use drill_message::words;
pub use drill_message::{Channel, DrillMessage, NextStep, Role, Truth};
pub use finding::{Fault, Finding};
pub use framework::*;
pub use framework_sheet::{SheetRow, read_sheet};
pub use framework_text::write_framework;
pub use graph::Route;
pub use item::{Choice, Drawn, Item, ItemKind};
pub use lesson::*;
pub use load::{Source, load};
pub use manifest::*;
pub use model::*;
pub use outline::{Node, parse as parse_outline};
pub use phone::*;
pub use reading::{CommonWords, Reading, SENTENCE_WORDS_MAX};
pub use response::{Response, Way};
pub use skeleton::{Skeleton, skeleton};
pub use version::Version;
pub use whole::lacks;
