//! Programs that may have credentials issued and verified.

use crate::db::{Batch, Row, StoreError};
use crate::read::{instant, ms};
use crate::{Store, params};
use jiff::Timestamp;

/// A program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiClient {
    /// Its name.
    pub name: String,
    /// Whether what it has signed gets a place in a status list.
    pub with_status: bool,
    /// Since when.
    pub made_at: Timestamp,
}

/// Adds a program, or gives a known one another token, after the steps of `first`.
///
/// # Errors
/// `Unavailable`.
pub async fn add(
    store: &Store,
    first: Batch,
    client: &ApiClient,
    token_hash: &str,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO api_clients (name, token_hash, with_status, made_at) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (name) DO UPDATE SET token_hash = excluded.token_hash,
            with_status = excluded.with_status, made_at = excluded.made_at";
    let row = params![&client.name, token_hash, client.with_status, ms(client.made_at)];
    store.db.write(first.expect_one(sql, row)).await.map(|_| ())
}

/// The program with a token of this digest.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn find(store: &Store, token_hash: &str) -> Result<Option<ApiClient>, StoreError> {
    let sql = "SELECT name, with_status, made_at FROM api_clients WHERE token_hash = ?1";
    let row = store.db.maybe_row(sql, params![token_hash]).await?;
    row.as_ref().map(ApiClient::try_from).transpose()
}

/// All programs, by name.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list(store: &Store) -> Result<Vec<ApiClient>, StoreError> {
    let sql = "SELECT name, with_status, made_at FROM api_clients ORDER BY name";
    store.db.rows(sql, vec![]).await?.iter().map(ApiClient::try_from).collect()
}

/// Takes a program's right away, after the steps of `first`.
///
/// # Errors
/// `Expectation` when there is none of this name; `Unavailable`.
pub async fn remove(store: &Store, first: Batch, name: &str) -> Result<(), StoreError> {
    let sql = "DELETE FROM api_clients WHERE name = ?1";
    store.db.write(first.expect_one(sql, params![name])).await.map(|_| ())
}

impl TryFrom<&Row> for ApiClient {
    type Error = StoreError;
    fn try_from(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            name: row.get("name")?,
            with_status: row.get("with_status")?,
            made_at: instant(row, "made_at")?,
        })
    }
}
