//! Sittings: rooms, seats, and the record of what was done in them.
//!
//! A room and a seat are written under their own versions, with the act that moved them, in one transaction. A write about a
//! seat also takes the room's row at the version that was decided upon, so that nobody begins in a room that was just closed.

mod find;
mod save;

pub use find::{
    find, find_current_of, find_open, find_seat, find_seat_of, list, list_acts, list_annulled, list_seats,
};
pub use save::{
    AddSeat, AddSitting, MoveSeat, Opened, Saved, Who, add, add_seat, move_seat, save_room, step_move,
    step_tell_person,
};

use crate::db::{Row, StoreError};
use crate::read::{instant, maybe_parsed, parsed, with};
use domain::ids::{PersonId, SittingId, StatementId};
use domain::people::Name;
use domain::sitting::{Note, NoteKind, Room, Seat};
use serde::de::DeserializeOwned;
use territory::UnitId;

/// A sitting as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitting {
    /// Its id.
    pub id: SittingId,
    /// How often the room was moved.
    pub version: u64,
    /// Where it is; who may organise there sees it.
    pub unit: UnitId,
    /// The account that opened it.
    pub organiser: String,
    /// The room.
    pub room: Room,
}

/// A seat as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Of which sitting.
    pub sitting: SittingId,
    /// Its number, from 1.
    pub no: u16,
    /// How often it was moved.
    pub version: u64,
    /// Who sits there; nobody while it is only kept.
    pub person: Option<PersonId>,
    /// The name told, or the one on the organiser's list.
    pub name: Name,
    /// The year of birth, if told.
    pub birth_year: Option<i16>,
    /// The seat.
    pub seat: Seat,
}

/// An attempt that an organiser annulled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annulment {
    /// Whose.
    pub person: PersonId,
    /// Which.
    pub attempt: StatementId,
    /// In which sitting.
    pub sitting: SittingId,
    /// The account.
    pub login: String,
    /// When and why.
    pub why: Note,
}

impl TryFrom<&Row> for Sitting {
    type Error = StoreError;
    fn try_from(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: parsed(row, "sitting")?,
            version: row.get("room_version")?,
            unit: parsed(row, "unit")?,
            organiser: row.get("organiser")?,
            room: json(row, "room_json", "a room")?,
        })
    }
}

impl TryFrom<&Row> for Placed {
    type Error = StoreError;
    fn try_from(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            sitting: parsed(row, "sitting")?,
            no: with(row, "no", "the number of a seat", |no: i64| u16::try_from(no).ok())?,
            version: row.get("version")?,
            person: maybe_parsed(row, "person")?,
            name: with(row, "name", "a name", |text: &str| Name::parse(text).ok())?,
            birth_year: crate::people::birth_year(row)?,
            seat: json(row, "json", "a seat")?,
        })
    }
}

impl TryFrom<&Row> for Annulment {
    type Error = StoreError;
    fn try_from(row: &Row) -> Result<Self, StoreError> {
        let kind = with(row, "kind", "a kind of incident", NoteKind::parse)?;
        Ok(Self {
            person: parsed(row, "person")?,
            attempt: parsed(row, "attempt")?,
            sitting: parsed(row, "sitting")?,
            login: row.get("login")?,
            why: Note { at: instant(row, "at")?, kind, words: row.get("words")? },
        })
    }
}

fn json<T: DeserializeOwned>(row: &Row, column: &str, wanted: &str) -> Result<T, StoreError> {
    with(row, column, wanted, |text: &str| serde_json::from_str(text).ok())
}
