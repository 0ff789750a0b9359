//! Administrative units of Viet Nam that have a life: they are born, renamed, merged, split and abolished.
//!
//! Every question is asked *as of a day*. A [`Territory`] answers it from three registers (units, successions,
//! aliases) that are given as rows; it does no IO and reads no clock.
//!
//! - **Unit**: a territory with an id for life ([`UnitId`]). A new name or kind is a new row under the same id;
//!   a changed territory is a new id, tied to the old one by a [`Succession`].
//! - **Life**: half-open, `valid_from <= day < valid_to`; a missing bound is open.
//! - **Level**: country, province, district (none since 2025-07-01), commune.
//!
//! Laws the crate keeps:
//!
//! 1. A figure is never divided by guess: [`Territory::roll`] says *not attributable* instead.
//! 2. What goes into a roll comes out of it: attributed + not attributable = given.
//! 3. A new unit is not the old one of the same name: [`Territory::heirs`] goes by territory, not by name.
//!
//! ```
//! use jiff::civil::date;
//! use territory::{Territory, read_aliases, read_successions, read_units};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let units = read_units(include_str!("../../../data/territory/units.csv"))?;
//! let successions = read_successions(include_str!("../../../data/territory/succession.csv"))?;
//! let aliases = read_aliases(include_str!("../../../data/territory/aliases.csv"))?;
//! let territory = Territory::new(units, successions, &aliases)?;
//!
//! let today = date(2026, 11, 22);
//! let hit = &territory.search("ngoc ha ha noi", today, 5)[0];
//! assert_eq!(territory.path_label(hit.unit.id, today).as_deref(), Some("Phường Ngọc Hà, thành phố Hà Nội"));
//! # Ok(()) }
//! ```

mod check;
mod error;
mod fold;
mod heirs;
mod id;
mod register;
mod roll;
mod search;
mod succession;
mod territory;
mod unit;

pub use error::{LoadError, Problem, Register};
pub use fold::fold;
pub use heirs::Heirs;
pub use id::{InvalidUnitId, UnitId};
pub use register::{
    Alias, Measure, Population, Quality, read_aliases, read_populations, read_successions, read_units,
};
pub use roll::{NotAttributable, Rolled};
pub use search::{Hit, Rank};
pub use succession::{InvalidShare, Share, Succession, SuccessionKind};
pub use territory::Territory;
pub use unit::{InvalidLevel, Level, Unit};
