//! Save what was decided.

use super::{Placed, Sitting, find};
use crate::db::{Batch, StoreError, Value};
use crate::read::{maybe_text, ms, text};
use crate::{Store, params};
use domain::ids::{PersonId, SittingId, StatementId};
use domain::people::Name;
use domain::sitting::{Act, Deed, Room, Seat, SeatCode, SeatDeed};
use serde::Serialize;
use territory::{UnitId, fold};

/// What became of a save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// It is on the disk.
    Added,
    /// The same form was saved before; nothing was changed.
    AlreadyThere,
    /// Somebody else was first: load again, decide again. Nothing was changed.
    Raced,
}

/// What became of opening a sitting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opened {
    /// It is open.
    Added,
    /// The same form opened it before.
    AlreadyThere,
    /// Another open sitting has this code: mint another.
    CodeTaken,
}

/// Who sits, or is to sit, at a seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// The person, once known.
    pub person: Option<PersonId>,
    /// The name told.
    pub name: Name,
    /// The year of birth, if told.
    pub birth_year: Option<i16>,
}

/// A sitting to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddSitting<'a> {
    /// Its id.
    pub id: SittingId,
    /// Where.
    pub unit: UnitId,
    /// The account that opens it.
    pub organiser: &'a str,
    /// The room as it opens.
    pub room: &'a Room,
    /// Seats kept for the names on the list.
    pub kept: &'a [(Name, SeatCode)],
}

/// A seat to be put up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AddSeat<'a> {
    /// The sitting at the version decided upon.
    pub sitting: &'a Sitting,
    /// Its number.
    pub no: u16,
    /// Who.
    pub who: &'a Who,
    /// The seat as it was put up, and after it was taken when that happened at once.
    pub seat: &'a Seat,
    /// The form.
    pub id: StatementId,
    /// The organiser, when they put it up.
    pub by: Option<&'a str>,
    /// Whether somebody takes it at once.
    pub is_taken: bool,
    /// When.
    pub at: jiff::Timestamp,
}

/// A seat that moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoveSeat<'a> {
    /// The sitting at the version decided upon.
    pub sitting: &'a Sitting,
    /// The seat before.
    pub before: &'a Placed,
    /// The seat after.
    pub after: &'a Seat,
    /// Who sits there from now on.
    pub who: &'a Who,
    /// What moved it.
    pub act: &'a Act,
}

/// Opens a sitting, after the steps of `first` (such as [`crate::audit::step_add`]).
///
/// # Errors
/// `Unavailable`; what the steps of `first` meet.
pub async fn add(store: &Store, first: Batch, new: &AddSitting<'_>) -> Result<Opened, StoreError> {
    match store.db.write(first.then(step_add(new))).await {
        Ok(_) => Ok(Opened::Added),
        Err(error) if error.is_race() => match find::find(store, new.id).await? {
            Some(_) => Ok(Opened::AlreadyThere),
            None if find::find_open(store, &new.room.code).await?.is_some() => Ok(Opened::CodeTaken),
            None => Err(error),
        },
        Err(error) => Err(error),
    }
}

fn step_add(new: &AddSitting<'_>) -> Batch {
    let sql =
        "INSERT INTO sittings (id, version, unit, organiser, blueprint, code, opened_at, closed_at, json)
        VALUES (?1, 0, ?2, ?3, ?4, ?5, ?6, NULL, ?7)";
    let room = params![
        text(new.id),
        new.unit.as_str(),
        new.organiser,
        new.room.plan.blueprint.as_str(),
        new.room.code.as_str(),
        ms(new.room.opened),
        written(new.room),
    ];
    let at = new.room.opened;
    let mut batch = Batch::new().expect_one(sql, room);
    for (no, (name, code)) in (1u16..).zip(new.kept) {
        let who = Who { person: None, name: name.clone(), birth_year: None };
        let id = Act::beside(StatementId(new.id.0), no);
        let act = Act { id, at, by: Some(new.organiser.to_owned()), deed: Deed::Keep { no, code: *code } };
        batch = batch
            .then(step_seat(new.id, no, 0, &who, &Seat::kept(*code)))
            .then(step_act(new.id, no, 0, &act));
    }
    batch
}

/// Saves a room that moved, with the act that moved it, after the steps of `first`.
///
/// # Errors
/// `Unavailable`; what the steps of `first` meet.
pub async fn save_room(
    store: &Store,
    first: Batch,
    before: &Sitting,
    after: &Room,
    act: &Act,
) -> Result<Saved, StoreError> {
    let sql =
        "UPDATE sittings SET version = version + 1, json = ?3, closed_at = ?4 WHERE id = ?1 AND version = ?2";
    let closed = after.closed_at().map_or(Value::Null, ms);
    let moved = params![text(before.id), number(before.version), written(after), closed];
    let batch = first.expect_one(sql, moved).then(step_act(before.id, 0, before.version + 1, act));
    outcome(store, store.db.write(batch).await.map(|_| ()), before.id, act.id).await
}

/// Puts up a seat, after the steps of `first`.
///
/// # Errors
/// `Unavailable`; what the steps of `first` meet.
pub async fn add_seat(store: &Store, first: Batch, new: &AddSeat<'_>) -> Result<Saved, StoreError> {
    let act = |id, deed| Act { id, at: new.at, by: new.by.map(str::to_owned), deed };
    let (sitting, no) = (new.sitting.id, new.no);
    let keep = act(new.id, Deed::Keep { no, code: new.seat.code });
    let taken = Act::beside(new.id, 1);
    let take = act(taken, Deed::Seat { no, deed: SeatDeed::Take });
    let version = u64::from(new.is_taken);
    let mut batch = first
        .then(step_hold(new.sitting))
        .then(step_seat(sitting, no, version, new.who, new.seat))
        .then(step_act(sitting, no, 0, &keep));
    if new.is_taken {
        batch = batch.then(step_act(sitting, no, 1, &take));
    }
    outcome(store, store.db.write(batch).await.map(|_| ()), sitting, new.id).await
}

/// Saves a seat that moved, with the act that moved it, after the steps of `first`.
///
/// # Errors
/// `Unavailable`; what the steps of `first` meet.
pub async fn move_seat(store: &Store, first: Batch, moved: &MoveSeat<'_>) -> Result<Saved, StoreError> {
    let sitting = moved.sitting.id;
    let written = store.db.write(first.then(step_move(moved))).await.map(|_| ());
    outcome(store, written, sitting, moved.act.id).await
}

/// The steps that move a seat, to be committed along with another write, such as the beginning of an attempt.
#[must_use]
pub fn step_move(moved: &MoveSeat<'_>) -> Batch {
    let MoveSeat { sitting, before, after, who, act } = *moved;
    let sql = "UPDATE seats SET version = version + 1, person = ?4, name = ?5, birth_year = ?6, json = ?7
        WHERE sitting = ?1 AND no = ?2 AND version = ?3";
    let row = params![
        text(sitting.id),
        before.no,
        number(before.version),
        maybe_text(who.person),
        who.name.as_str(),
        who.birth_year.map(i32::from),
        written(after),
    ];
    step_hold(sitting)
        .expect_one(sql, row)
        .then(step_act(sitting.id, before.no, before.version + 1, act))
        .then(step_annul(moved))
}

/// The fact that an attempt was annulled, for whoever looks after what stands on it.
fn step_annul(moved: &MoveSeat<'_>) -> Batch {
    let annulled = moved.after.annulled.as_ref().filter(|_| moved.before.seat.annulled.is_none());
    let (Some(why), Some(began), Some(person)) = (annulled, moved.after.began(), moved.who.person) else {
        return Batch::new();
    };
    let sql = "INSERT INTO annulments (person, attempt, sitting, at, login, kind, words) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let row = params![
        text(person),
        text(began.attempt),
        text(moved.sitting.id),
        ms(why.at),
        moved.act.by.as_deref().unwrap_or_default(),
        why.kind.as_str(),
        &why.words,
    ];
    Batch::new().expect_one(sql, row)
}

/// Tells a person's row the name and year of birth told at a seat, as far as nothing was told before.
#[must_use]
pub fn step_tell_person(person: PersonId, name: &Name, birth_year: Option<i16>) -> Batch {
    let sql = "UPDATE persons SET name_folded = CASE WHEN name IS NULL THEN CAST(?3 AS TEXT) ELSE name_folded END,
        name = COALESCE(name, CAST(?2 AS TEXT)), birth_year = COALESCE(birth_year, CAST(?4 AS BIGINT)) WHERE id = ?1";
    let row = params![text(person), name.as_str(), fold(name.as_str()), birth_year.map(i32::from)];
    Batch::new().expect_one(sql, row)
}

/// Takes the room's row as it was when it was decided.
fn step_hold(sitting: &Sitting) -> Batch {
    let sql = "UPDATE sittings SET version = version WHERE id = ?1 AND version = ?2";
    Batch::new().expect_one(sql, params![text(sitting.id), number(sitting.version)])
}

fn step_seat(sitting: SittingId, no: u16, version: u64, who: &Who, seat: &Seat) -> Batch {
    let sql = "INSERT INTO seats (sitting, no, version, person, name, birth_year, json) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let row = params![
        text(sitting),
        no,
        number(version),
        maybe_text(who.person),
        who.name.as_str(),
        who.birth_year.map(i32::from),
        written(seat),
    ];
    Batch::new().expect_one(sql, row)
}

fn step_act(sitting: SittingId, seat: u16, seq: u64, act: &Act) -> Batch {
    let sql = "INSERT INTO sitting_acts (sitting, seat, seq, id, at, login, json) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let row = params![
        text(sitting),
        seat,
        number(seq),
        text(act.id),
        ms(act.at),
        act.by.as_deref(),
        written(&act.deed),
    ];
    Batch::new().expect_one(sql, row)
}

/// What became of a write; when somebody was first, whether it was this very form.
async fn outcome(
    store: &Store,
    written: Result<(), StoreError>,
    sitting: SittingId,
    act: StatementId,
) -> Result<Saved, StoreError> {
    match written {
        Ok(()) => Ok(Saved::Added),
        Err(error) if error.is_race() => {
            let sql = "SELECT seq FROM sitting_acts WHERE sitting = ?1 AND id = ?2";
            let known = store.db.maybe_row(sql, params![text(sitting), text(act)]).await?;
            Ok(if known.is_some() { Saved::AlreadyThere } else { Saved::Raced })
        }
        Err(error) => Err(error),
    }
}

fn number(version: u64) -> i64 {
    i64::try_from(version).unwrap_or(i64::MAX)
}

fn written(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("rooms, seats and acts are plain values")
}
