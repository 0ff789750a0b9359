//! The public halves of the keys that certificates were ever signed with, and what became of them.

use crate::db::{Batch, Row, StoreError};
use crate::read::{instant, maybe_instant, ms};
use crate::{Store, params};
use jiff::Timestamp;

/// A key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuerKey {
    /// Its 32 bytes in hexadecimal.
    pub key: String,
    /// When it was first used.
    pub made_at: Timestamp,
    /// When another took its place.
    pub retired_at: Option<Timestamp>,
    /// When it was revoked: from then on nothing that it signed is believed.
    pub revoked_at: Option<Timestamp>,
    /// Why it was revoked.
    pub why: Option<String>,
}

impl IssuerKey {
    /// Whether it signs.
    #[must_use]
    pub const fn is_active(&self) -> bool {
        self.retired_at.is_none() && self.revoked_at.is_none()
    }
}

/// All keys, the oldest first.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list(store: &Store) -> Result<Vec<IssuerKey>, StoreError> {
    let sql = "SELECT key, made_at, retired_at, revoked_at, why FROM issuer_keys ORDER BY made_at, key";
    store.db.rows(sql, vec![]).await?.iter().map(IssuerKey::try_from).collect()
}

/// Adds a key that signs from now on; every other one that did is retired.
///
/// # Errors
/// `Conflict` when it is there already; `Unavailable`.
pub async fn add_active(store: &Store, first: Batch, key: &str, now: Timestamp) -> Result<(), StoreError> {
    let retire = "UPDATE issuer_keys SET retired_at = ?1 WHERE retired_at IS NULL AND revoked_at IS NULL";
    let add = "INSERT INTO issuer_keys (key, made_at) VALUES (?1, ?2)";
    let batch = first.any(retire, params![ms(now)]).expect_one(add, params![key, ms(now)]);
    store.db.write(batch).await.map(|_| ())
}

/// Revokes a key.
///
/// # Errors
/// `Expectation` when there is none, or it was revoked before; `Unavailable`.
pub async fn revoke(
    store: &Store,
    first: Batch,
    key: &str,
    why: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE issuer_keys SET revoked_at = ?2, why = ?3 WHERE key = ?1 AND revoked_at IS NULL";
    store.db.write(first.expect_one(sql, params![key, ms(now), why])).await.map(|_| ())
}

impl TryFrom<&Row> for IssuerKey {
    type Error = StoreError;
    fn try_from(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            key: row.get("key")?,
            made_at: instant(row, "made_at")?,
            retired_at: maybe_instant(row, "retired_at")?,
            revoked_at: maybe_instant(row, "revoked_at")?,
            why: row.get("why")?,
        })
    }
}
