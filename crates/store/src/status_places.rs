//! Places of credentials in the status lists that are published.

use crate::db::{Batch, Row, StoreError};
use crate::read::ms;
use crate::{Store, params};
use jiff::Timestamp;

/// A place in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Which list, from 1.
    pub list: u32,
    /// Where in it, from 0.
    pub place: u32,
}

/// The place of a credential, if it has one.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn find(store: &Store, credential: &str) -> Result<Option<Place>, StoreError> {
    let sql = "SELECT list, place FROM status_places WHERE credential = ?1";
    let row = store.db.maybe_row(sql, params![credential]).await?;
    row.as_ref().map(place).transpose()
}

/// Takes this place for a credential. It stays without one when the place is taken; one that has a place keeps it.
///
/// # Errors
/// `Unavailable`.
pub async fn add(store: &Store, credential: &str, at: Place) -> Result<(), StoreError> {
    let sql =
        "INSERT INTO status_places (list, place, credential) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
    store.db.write(Batch::new().at_most_one(sql, params![at.list, at.place, credential])).await.map(|_| ())
}

/// How many places are taken, in all lists.
///
/// # Errors
/// `Unavailable`.
pub async fn count(store: &Store) -> Result<u64, StoreError> {
    store.db.row("SELECT COUNT(*) FROM status_places", vec![]).await?.get(0)
}

/// The places of a list whose credentials were revoked, or replaced because they named somebody wrongly.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_revoked(store: &Store, list: u32) -> Result<Vec<Place>, StoreError> {
    let sql = "SELECT p.list, p.place FROM status_places p LEFT JOIN certificates c ON c.id = p.credential
        LEFT JOIN certificates n ON n.id = c.replaced_by
        WHERE p.list = ?1 AND (p.revoked_at IS NOT NULL OR c.revoked_at IS NOT NULL OR n.replaces_because = 'name')
        ORDER BY p.place";
    store.db.rows(sql, params![list]).await?.iter().map(place).collect()
}

/// Revokes a credential that a client had signed, after the steps of `first`.
///
/// # Errors
/// `Expectation` when it has no place, or was revoked before; `Unavailable`.
pub async fn revoke(store: &Store, first: Batch, credential: &str, at: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE status_places SET revoked_at = ?2 WHERE credential = ?1 AND revoked_at IS NULL";
    store.db.write(first.expect_one(sql, params![credential, ms(at)])).await.map(|_| ())
}

fn place(row: &Row) -> Result<Place, StoreError> {
    Ok(Place { list: row.get("list")?, place: row.get("place")? })
}
