//! The organiser's pages of supervised examinations. They work on any phone; what refreshes by itself holds no field to type in.

mod add;
mod close;
mod list;
mod note;
mod open;
mod room;
mod seat;
mod sheet;
mod words;

pub use add::{NEW_SEAT, SeatAdd};
pub use close::SittingClose;
pub use list::{SittingLine, Sittings};
pub use note::{NoteLine, SittingNote};
pub use open::{SittingCheck, SittingNew};
pub use room::{Room, RoomState};
pub use seat::{SeatPage, manner_words};
pub use sheet::Sheet;
pub use words::{Left, SeatLine, SeatState};

use jiff::Timestamp;

/// 19:30 on the day of the samples.
pub(crate) fn sample_time() -> Timestamp {
    Timestamp::from_second(1_795_350_600).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The id of the samples.
pub(crate) const SAMPLE_ID: &str = "01920000-0000-7000-8000-00000000000b";
