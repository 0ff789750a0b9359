//! The record of a sitting: what was done, in order.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Refused, Room, RoomDeed, Seat, SeatCode, SeatDeed};
use crate::ids::StatementId;

/// One thing done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// Made by the form: sending it twice is harmless.
    pub id: StatementId,
    /// When.
    pub at: Timestamp,
    /// The account of the organiser; the person at the seat has none.
    pub by: Option<String>,
    /// What.
    pub deed: Deed,
}

/// What was done, to what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deed {
    /// To the whole room.
    Room(RoomDeed),
    /// A seat was put up.
    Keep {
        /// Its number, from 1.
        no: u16,
        /// Its code.
        code: SeatCode,
    },
    /// At one seat.
    Seat {
        /// Its number.
        no: u16,
        /// What.
        deed: SeatDeed,
    },
}

impl Act {
    /// The id of the `n`th further act that one form leads to; the same form always gives the same ones.
    #[must_use]
    pub fn beside(form: StatementId, n: u16) -> StatementId {
        StatementId(Uuid::from_u128(form.0.as_u128() ^ u128::from(n)))
    }
}

/// What a record tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replayed {
    /// The room.
    pub room: Room,
    /// The seats, by number.
    pub seats: BTreeMap<u16, Seat>,
}

/// Plays a record again from the room as it was opened.
///
/// # Errors
/// The first act that does not fit: such a record was not written by these rules.
pub fn replay(opened: Room, acts: &[Act]) -> Result<Replayed, Refused> {
    let start = Replayed { room: opened, seats: BTreeMap::new() };
    acts.iter().try_fold(start, |Replayed { room, mut seats }, act| {
        let room = match &act.deed {
            Deed::Room(deed) => room.change(deed, act.at)?,
            Deed::Keep { no, code } => {
                seats.insert(*no, Seat::kept(*code));
                room
            }
            Deed::Seat { no, deed } => {
                let seat = seats.remove(no).ok_or(Refused::NotTaken)?;
                seats.insert(*no, seat.change(&room, deed, act.at)?);
                room
            }
        };
        Ok(Replayed { room, seats })
    })
}
