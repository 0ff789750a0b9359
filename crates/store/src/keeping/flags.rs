//! Signs that an attempt should be looked at, and how far examinations were looked through.

use crate::db::{Batch, Row, StoreError};
use crate::read::{instant, ms, parsed, text, with};
use crate::{Scope, Store, meta, params};
use domain::assessment::Attempt;
use domain::bank::{Flag, FlagKind};
use domain::ids::{PersonId, StatementId};
use jiff::Timestamp;
use territory::UnitId;

const LOOKED: &str = "attempts-looked-through";

/// A flag as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flagged {
    /// Whose attempt.
    pub person: PersonId,
    /// The attempt.
    pub attempt: StatementId,
    /// What was seen.
    pub flag: Flag,
    /// The attempt that it agrees with too much.
    pub other: Option<StatementId>,
    /// When it was seen.
    pub seen_at: Timestamp,
}

/// An examination that ended: whose, where the person counts, the attempt, and the statement with which it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// Whose.
    pub person: PersonId,
    /// Where the person counts.
    pub unit: UnitId,
    /// The attempt.
    pub attempt: Attempt,
    /// When it ended.
    pub ended: Timestamp,
    /// The statement with which it ended.
    pub statement: Option<StatementId>,
}

/// How far examinations were looked through: those that ended until then.
///
/// # Errors
/// `Unavailable`.
pub async fn find_looked(store: &Store) -> Result<Option<(Timestamp, PersonId)>, StoreError> {
    let value = meta::find(store, LOOKED).await?;
    Ok(value.and_then(|value| {
        let (at, person) = value.split_once(' ')?;
        Some((Timestamp::from_millisecond(at.parse().ok()?).ok()?, person.parse().ok()?))
    }))
}

/// Examinations that ended after a place in that order, the earliest first.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_ended(
    store: &Store,
    after: Option<(Timestamp, PersonId)>,
    limit: u32,
) -> Result<Vec<Looked>, StoreError> {
    let sql = "SELECT a.person, a.id, a.state, a.ended, p.unit,
            (SELECT MAX(s.id) FROM statements s WHERE s.person = a.person AND s.at = a.ended) AS statement
        FROM attempts a JOIN persons p ON p.id = a.person
        WHERE a.kind = 'examination' AND a.ended IS NOT NULL AND (a.ended, a.person) > (?1, ?2)
        ORDER BY a.ended, a.person, a.id LIMIT ?3";
    let (at, person) =
        after.map_or((i64::MIN, String::new()), |(at, person)| (at.as_millisecond(), person.to_string()));
    store.db.rows(sql, params![at, person, limit]).await?.iter().map(looked).collect()
}

fn looked(row: &Row) -> Result<Looked, StoreError> {
    let read = |json: &str| serde_json::from_str::<Attempt>(json).ok();
    Ok(Looked {
        person: parsed(row, "person")?,
        unit: parsed(row, "unit")?,
        attempt: with(row, "state", "an attempt", read)?,
        ended: instant(row, "ended")?,
        statement: crate::read::maybe_parsed(row, "statement")?,
    })
}

/// Keeps flags, the steps that open their reviews, and how far was looked, all or nothing. A flag that is there already stays.
///
/// # Errors
/// `Unavailable`.
pub async fn save_looked(
    store: &Store,
    flags: &[Flagged],
    reviews: Batch,
    until: (Timestamp, PersonId),
) -> Result<(), StoreError> {
    let columns = ["person", "attempt", "kind", "other", "value_milli", "seen_at"];
    let row = |it: &Flagged| {
        let other = it.other.map(|other| other.to_string()).unwrap_or_default();
        let (person, attempt) = (text(it.person), text(it.attempt));
        params![person, attempt, it.flag.kind.as_str(), other, i64::from(it.flag.value_milli), ms(it.seen_at)]
    };
    let batch = Batch::new()
        .insert_many("flags", &columns, "ON CONFLICT DO NOTHING", flags.iter().map(row))
        .then(reviews)
        .then(meta::step(LOOKED, &format!("{} {}", until.0.as_millisecond(), until.1)));
    store.db.write(batch).await.map(|_| ())
}

/// The flags of a scope's people, the newest first.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_flags(
    store: &Store,
    scope: &Scope,
    limit: u32,
) -> Result<Vec<(Flagged, UnitId)>, StoreError> {
    let sql = format!(
        "{} SELECT f.person, f.attempt, f.kind, f.other, f.value_milli, f.seen_at, p.unit
        FROM flags f JOIN persons p ON p.id = f.person WHERE {} ORDER BY f.seen_at DESC, f.person, f.attempt, f.kind LIMIT ?2",
        scope.with(),
        scope.on("p.unit")
    );
    store.db.rows(sql, params![scope.param(), limit]).await?.iter().map(flagged).collect()
}

/// How many flags there are of each kind.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn count_flags(store: &Store) -> Result<Vec<(FlagKind, u64)>, StoreError> {
    let rows =
        store.db.rows("SELECT kind, COUNT(*) AS n FROM flags GROUP BY kind ORDER BY kind", vec![]).await?;
    rows.iter()
        .map(|row| Ok((with(row, "kind", "a kind of flag", FlagKind::parse)?, row.get("n")?)))
        .collect()
}

fn flagged(row: &Row) -> Result<(Flagged, UnitId), StoreError> {
    let value: i64 = row.get("value_milli")?;
    let other: &str = row.get("other")?;
    let flag = Flag {
        kind: with(row, "kind", "a kind of flag", FlagKind::parse)?,
        value_milli: i32::try_from(value).unwrap_or(i32::MAX),
    };
    let flagged = Flagged {
        person: parsed(row, "person")?,
        attempt: parsed(row, "attempt")?,
        flag,
        other: other.parse().ok(),
        seen_at: instant(row, "seen_at")?,
    };
    Ok((flagged, parsed(row, "unit")?))
}
