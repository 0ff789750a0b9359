//! Versions of the bank of questions. Written once, never changed.

use crate::db::{Batch, Row, StoreError};
use crate::read::{instant, ms, with};
use crate::{Store, params};
use domain::assessment::BankVersion;
use jiff::Timestamp;

/// Where a version comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// When it was made.
    pub at: Timestamp,
    /// By which account's login; `None` of one that a start of the program made.
    pub by: Option<String>,
    /// Why, in words.
    pub note: String,
}

/// Adds a version. Its number is one above the latest: of two who add at once one is told of a race.
///
/// # Errors
/// `Conflict` or `Expectation` when the number is taken; `Unavailable`.
pub async fn add(store: &Store, version: &BankVersion, made: &Made) -> Result<(), StoreError> {
    store.db.write(step_add(version, made)).await.map(|_| ())
}

/// The step of [`add`].
#[must_use]
pub fn step_add(version: &BankVersion, made: &Made) -> Batch {
    let json = serde_json::to_string(version).expect("a version is made of names and finite numbers");
    let columns = ["version", "made_at", "made_by", "note", "json"];
    let by = made.by.as_deref();
    let row = params![version.number, ms(made.at), by, &made.note, json];
    Batch::new().insert_many("bank_versions", &columns, "", [row])
}

/// A version by its number.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn load(store: &Store, number: u32) -> Result<Option<BankVersion>, StoreError> {
    let row =
        store.db.maybe_row("SELECT json FROM bank_versions WHERE version = ?1", params![number]).await?;
    row.as_ref().map(version).transpose()
}

/// The latest version, if there is one.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn latest(store: &Store) -> Result<Option<BankVersion>, StoreError> {
    let sql = "SELECT json FROM bank_versions ORDER BY version DESC LIMIT 1";
    let row = store.db.maybe_row(sql, vec![]).await?;
    row.as_ref().map(version).transpose()
}

/// The number of the latest version, if there is one: cheap enough to ask again and again.
///
/// # Errors
/// `Unavailable`.
pub async fn latest_number(store: &Store) -> Result<Option<u32>, StoreError> {
    store.db.row("SELECT MAX(version) FROM bank_versions", vec![]).await?.get(0)
}

/// All versions, the newest first: number and where it comes from.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list(store: &Store) -> Result<Vec<(u32, Made)>, StoreError> {
    let sql = "SELECT version, made_at, made_by, note FROM bank_versions ORDER BY version DESC";
    let rows = store.db.rows(sql, vec![]).await?;
    let read = |row: &Row| {
        let made = Made { at: instant(row, "made_at")?, by: row.get("made_by")?, note: row.get("note")? };
        Ok((row.get("version")?, made))
    };
    rows.iter().map(read).collect()
}

fn version(row: &Row) -> Result<BankVersion, StoreError> {
    with(row, "json", "a version of the bank", |json: &str| serde_json::from_str(json).ok())
}
