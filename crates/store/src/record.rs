//! The record: statements, append-only, in each person's own order.

use crate::db::{Batch, Row, StoreError, Value};
use crate::learners::Saved;
use crate::read::{instant, maybe_text, ms, parsed, text};
use crate::{Store, params};
use domain::ids::{PersonId, StatementId};
use domain::record::{Entry, Subject};
use jiff::Timestamp;

/// A statement as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredStatement {
    /// Whose record it is in.
    pub person: PersonId,
    /// Its place in that person's order, from 0.
    pub seq: u64,
    /// Its id.
    pub id: StatementId,
    /// When it happened.
    pub at: Timestamp,
    /// When it arrived.
    pub stored: Timestamp,
    /// The statement itself (xAPI 2.0).
    pub json: String,
}

impl TryFrom<&Row> for StoredStatement {
    type Error = StoreError;
    fn try_from(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            person: parsed(row, "person")?,
            seq: row.get("seq")?,
            id: parsed(row, "id")?,
            at: instant(row, "at")?,
            stored: instant(row, "stored")?,
            json: row.get("json")?,
        })
    }
}

pub(crate) const COLUMNS: [&str; 12] =
    ["person", "seq", "id", "at", "stored", "verb", "object", "skill", "rung", "unit", "helper", "json"];
pub(crate) const ID_COLUMNS: [&str; 3] = ["id", "person", "seq"];

/// The verb of statements that are not our acts.
pub(crate) const FOREIGN: &str = "other";
/// The verb of statements that void another, whose id is then the object.
pub(crate) const VOIDED: &str = "voided";

/// The row of one of our own acts. Of what it proved, the columns tell the first.
pub(crate) fn row(seq: u64, entry: &Entry, json: String) -> Vec<Value> {
    let (verb, object) = told(&entry.subject);
    let proved = entry.evidence.first();
    // The official who voids helped nobody.
    let helper = entry.helper.filter(|_| verb != VOIDED);
    params![
        text(entry.person),
        number(seq),
        text(entry.id),
        ms(entry.at),
        ms(entry.stored),
        verb,
        object,
        proved.map(|it| it.skill.as_str()),
        proved.map(|it| it.rung.height()),
        entry.place.unit.as_str(),
        maybe_text(helper),
        json,
    ]
}

/// What was done, and to what.
fn told(subject: &Subject) -> (&'static str, String) {
    match subject {
        Subject::Settled => ("settled", String::new()),
        Subject::Chose { path } => ("chose", path.to_string()),
        Subject::Read { lesson, .. } => ("read", lesson.to_string()),
        Subject::Began { practice, .. } => ("began", practice.to_string()),
        Subject::Tapped(mark) => ("tapped", mark.practice.to_string()),
        Subject::BeganCheck { check, .. } => ("began-check", check.to_string()),
        Subject::Answered { check, .. } => ("answered", check.to_string()),
        Subject::EndedCheck { check, .. } => ("ended-check", check.to_string()),
        Subject::BeganDrill { skill, .. } => ("began-drill", skill.to_string()),
        Subject::Judged { message, .. } => ("judged", message.to_string()),
        Subject::Visited { skill, .. } => ("visited", skill.to_string()),
        Subject::Voided { statement, .. } => (VOIDED, statement.to_string()),
    }
}

pub(crate) fn id_row(id: StatementId, person: PersonId, seq: u64) -> Vec<Value> {
    params![text(id), text(person), number(seq)]
}

fn number(seq: u64) -> i64 {
    i64::try_from(seq).unwrap_or(i64::MAX)
}

/// Whose statement this is, if it is known.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn find_owner(store: &Store, id: StatementId) -> Result<Option<PersonId>, StoreError> {
    let row = store.db.maybe_row("SELECT person FROM statement_ids WHERE id = ?1", vec![text(id)]).await?;
    row.map(|row| parsed(&row, "person")).transpose()
}

/// A statement by its id.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn find(store: &Store, id: StatementId) -> Result<Option<StoredStatement>, StoreError> {
    let sql = "SELECT s.person, s.seq, s.id, s.at, s.stored, s.json FROM statement_ids i
        JOIN statements s ON s.person = i.person AND s.seq = i.seq WHERE i.id = ?1";
    let row = store.db.maybe_row(sql, vec![text(id)]).await?;
    row.as_ref().map(StoredStatement::try_from).transpose()
}

/// A person's statements, the newest first: those before `before`, or the last ones.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_of_person(
    store: &Store,
    person: PersonId,
    before: Option<u64>,
    limit: u32,
) -> Result<Vec<StoredStatement>, StoreError> {
    let sql = "SELECT person, seq, id, at, stored, json FROM statements WHERE person = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT ?3";
    let before = before.map_or(i64::MAX, number);
    let rows = store.db.rows(sql, params![text(person), before, limit]).await?;
    rows.iter().map(StoredStatement::try_from).collect()
}

/// A person's own acts in their order, as [`domain::learning::History`] folds them. What other systems reported is left out.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn entries_of(store: &Store, person: PersonId) -> Result<Vec<Entry>, StoreError> {
    let sql = "SELECT json FROM statements WHERE person = ?1 ORDER BY seq";
    let rows = store.db.rows(sql, vec![text(person)]).await?;
    let texts = rows.iter().map(|row| row.get::<&str>("json")).collect::<Result<Vec<_>, _>>()?;
    Ok(texts.into_iter().filter_map(|json| domain::record::read(json).ok()).collect())
}

/// The statement that voids this one of a person, if there is one.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn find_voiding(
    store: &Store,
    person: PersonId,
    id: StatementId,
) -> Result<Option<StoredStatement>, StoreError> {
    let sql = "SELECT person, seq, id, at, stored, json FROM statements WHERE person = ?1 AND verb = ?2 AND object = ?3";
    let row = store.db.maybe_row(sql, params![text(person), VOIDED, text(id)]).await?;
    row.as_ref().map(StoredStatement::try_from).transpose()
}

/// How many statements there are.
///
/// # Errors
/// `Unavailable`.
pub async fn count(store: &Store) -> Result<u64, StoreError> {
    store.db.row("SELECT COUNT(*) FROM statements", vec![]).await?.get(0)
}

/// A statement that another system reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign {
    /// Whom it is about.
    pub person: PersonId,
    /// Its id.
    pub id: StatementId,
    /// When it happened.
    pub at: Timestamp,
    /// When it arrived.
    pub stored: Timestamp,
    /// The statement itself.
    pub json: String,
}

/// Keeps a statement that is no act of ours: it counts for nothing, and takes its place in the person's order.
///
/// # Errors
/// `Missing` when there is no such person; `Unavailable`.
pub async fn add_foreign(store: &Store, foreign: &Foreign) -> Result<Saved, StoreError> {
    let sql = "SELECT version, unit FROM persons WHERE id = ?1";
    let row = store.db.row(sql, vec![text(foreign.person)]).await?;
    match store.db.write(foreign_batch(foreign, row.get("version")?, row.get("unit")?)).await {
        Ok(_) => Ok(Saved::Added),
        Err(error) if error.is_race() => Ok(match find_owner(store, foreign.id).await? {
            Some(owner) if owner == foreign.person => Saved::AlreadyThere,
            Some(_) => Saved::ForeignId,
            None => Saved::Raced,
        }),
        Err(error) => Err(error),
    }
}

fn foreign_batch(foreign: &Foreign, seq: u64, unit: &str) -> Batch {
    let sql = "UPDATE persons SET version = version + 1 WHERE id = ?1 AND version = ?2";
    let none = None::<&str>;
    let row = params![
        text(foreign.person),
        number(seq),
        text(foreign.id),
        ms(foreign.at),
        ms(foreign.stored),
        FOREIGN,
        "",
        none,
        none,
        unit,
        none,
        &foreign.json,
    ];
    Batch::new()
        .expect_one(sql, params![text(foreign.person), number(seq)])
        .insert_many("statement_ids", &ID_COLUMNS, "", [id_row(foreign.id, foreign.person, seq)])
        .insert_many("statements", &COLUMNS, "", [row])
}
