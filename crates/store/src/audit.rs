//! The audit: one row for every act of an official, committed along with the act.

use crate::db::{Batch, Row, StoreError};
use crate::read::{instant, maybe_parsed, maybe_text, ms};
use crate::{Store, params};
use jiff::Timestamp;
use territory::UnitId;

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audited {
    /// Its id, made as any other.
    pub id: String,
    /// When.
    pub at: Timestamp,
    /// The account.
    pub login: String,
    /// What was done: a word of the caller's.
    pub act: String,
    /// To what, by its id.
    pub object: Option<String>,
    /// Where.
    pub unit: Option<UnitId>,
    /// What else explains it. No personal data.
    pub detail: Option<String>,
}

/// The step that adds a row, to be committed along with the act.
#[must_use]
pub fn step_add(it: &Audited) -> Batch {
    let sql =
        "INSERT INTO audit (id, at, login, act, object, unit, detail) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let (object, detail) = (it.object.as_deref(), it.detail.as_deref());
    Batch::new()
        .expect_one(sql, params![&it.id, ms(it.at), &it.login, &it.act, object, maybe_text(it.unit), detail])
}

/// Adds a row by itself, for acts that change nothing else, such as looking at a list of people.
///
/// # Errors
/// `Conflict` when there is a row of this id; `Unavailable`.
pub async fn add(store: &Store, it: &Audited) -> Result<(), StoreError> {
    store.db.write(step_add(it)).await.map(|_| ())
}

/// The rows before an instant, the newest first.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list(store: &Store, before: Timestamp, limit: u32) -> Result<Vec<Audited>, StoreError> {
    let sql = "SELECT id, at, login, act, object, unit, detail FROM audit WHERE at < ?1 ORDER BY at DESC, id DESC LIMIT ?2";
    store.db.rows(sql, params![ms(before), limit]).await?.iter().map(audited).collect()
}

fn audited(row: &Row) -> Result<Audited, StoreError> {
    Ok(Audited {
        id: row.get("id")?,
        at: instant(row, "at")?,
        login: row.get("login")?,
        act: row.get("act")?,
        object: row.get("object")?,
        unit: maybe_parsed(row, "unit")?,
        detail: row.get("detail")?,
    })
}
