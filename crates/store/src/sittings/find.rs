//! Find and list.

use super::{Annulment, Placed, Sitting, json};
use crate::db::{Row, StoreError};
use crate::read::{instant, ms, parsed, text};
use crate::{Scope, Store, params};
use domain::ids::{PersonId, SittingId};
use domain::sitting::{Act, Code};
use jiff::Timestamp;

const ROOM: &str = "r.id AS sitting, r.version AS room_version, r.unit, r.organiser, r.json AS room_json";
const SEAT: &str = "s.sitting, s.no, s.version, s.person, s.name, s.birth_year, s.json";

/// A sitting by its id.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn find(store: &Store, id: SittingId) -> Result<Option<Sitting>, StoreError> {
    let sql = format!("SELECT {ROOM} FROM sittings r WHERE r.id = ?1");
    store.db.maybe_row(sql, params![text(id)]).await?.as_ref().map(Sitting::try_from).transpose()
}

/// The sitting that is open under a code.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn find_open(store: &Store, code: &Code) -> Result<Option<Sitting>, StoreError> {
    let sql = format!("SELECT {ROOM} FROM sittings r WHERE r.code = ?1 AND r.closed_at IS NULL");
    store.db.maybe_row(sql, params![code.as_str()]).await?.as_ref().map(Sitting::try_from).transpose()
}

/// The sittings of a scope, the newest first.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list(store: &Store, scope: &Scope, limit: u32) -> Result<Vec<Sitting>, StoreError> {
    let sql = format!(
        "{} SELECT {ROOM} FROM sittings r WHERE {} ORDER BY r.opened_at DESC, r.id DESC LIMIT ?2",
        scope.with(),
        scope.on("r.unit"),
    );
    store.db.rows(sql, params![scope.param(), limit]).await?.iter().map(Sitting::try_from).collect()
}

/// The seats of a sitting, by number.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_seats(store: &Store, sitting: SittingId) -> Result<Vec<Placed>, StoreError> {
    let sql = format!("SELECT {SEAT} FROM seats s WHERE s.sitting = ?1 ORDER BY s.no");
    store.db.rows(sql, params![text(sitting)]).await?.iter().map(Placed::try_from).collect()
}

/// A seat by its number.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn find_seat(store: &Store, sitting: SittingId, no: u16) -> Result<Option<Placed>, StoreError> {
    let sql = format!("SELECT {SEAT} FROM seats s WHERE s.sitting = ?1 AND s.no = ?2");
    store.db.maybe_row(sql, params![text(sitting), no]).await?.as_ref().map(Placed::try_from).transpose()
}

/// A person's seat in a sitting.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn find_seat_of(
    store: &Store,
    sitting: SittingId,
    person: PersonId,
) -> Result<Option<Placed>, StoreError> {
    let sql = format!("SELECT {SEAT} FROM seats s WHERE s.person = ?2 AND s.sitting = ?1");
    let row = store.db.maybe_row(sql, params![text(sitting), text(person)]).await?;
    row.as_ref().map(Placed::try_from).transpose()
}

/// The sitting in which a person took a seat last, and that seat.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn find_current_of(
    store: &Store,
    person: PersonId,
) -> Result<Option<(Sitting, Placed)>, StoreError> {
    let sql = format!(
        "SELECT {SEAT}, r.version AS room_version, r.unit, r.organiser, r.json AS room_json
         FROM seats s JOIN sittings r ON r.id = s.sitting WHERE s.person = ?1 ORDER BY r.opened_at DESC, r.id DESC LIMIT 1"
    );
    let row = store.db.maybe_row(sql, params![text(person)]).await?;
    row.as_ref().map(|row| Ok((Sitting::try_from(row)?, Placed::try_from(row)?))).transpose()
}

/// The record of a sitting, in the order in which it was written.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_acts(store: &Store, sitting: SittingId) -> Result<Vec<Act>, StoreError> {
    let sql = "SELECT id, at, login, json FROM sitting_acts WHERE sitting = ?1 ORDER BY at, seat, seq";
    store.db.rows(sql, params![text(sitting)]).await?.iter().map(act).collect()
}

fn act(row: &Row) -> Result<Act, StoreError> {
    let (id, at) = (parsed(row, "id")?, instant(row, "at")?);
    Ok(Act { id, at, by: row.get("login")?, deed: json(row, "json", "an act of a sitting")? })
}

/// What organisers annulled since an instant, the oldest first: whoever looks after certificates reads it on from where they were.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_annulled(
    store: &Store,
    since: Timestamp,
    limit: u32,
) -> Result<Vec<Annulment>, StoreError> {
    let sql = "SELECT person, attempt, sitting, at, login, kind, words FROM annulments
        WHERE at >= ?1 ORDER BY at, person, attempt LIMIT ?2";
    store.db.rows(sql, params![ms(since), limit]).await?.iter().map(Annulment::try_from).collect()
}
