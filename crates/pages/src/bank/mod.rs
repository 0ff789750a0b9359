//! For the keepers of the bank: all questions, one question, calibrations, and attempts that should be looked at.

mod ask;
mod calibration;
mod calibrations;
mod curve;
mod flags;
mod item;
mod list;

pub use ask::ItemAsk;
pub use calibration::{CalibrationPage, ChangeLine, Decide, Done};
pub use calibrations::{CalibrationLine, Calibrations, State};
pub use curve::{Curves, Dot};
pub use flags::{FlagLine, Flags};
pub use item::{ActLine, ChoiceLine, ItemPage, VersionLine};
pub use list::{BankLine, BankList, Busy, Counted, Sort, Work};
