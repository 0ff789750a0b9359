//! Small facts about the database itself.

use crate::db::{Batch, StoreError};
use crate::{Store, params};

pub(crate) async fn find(store: &Store, key: &str) -> Result<Option<String>, StoreError> {
    let row = store.db.maybe_row("SELECT value FROM meta WHERE key = ?1", params![key]).await?;
    row.map(|row| row.get("value")).transpose()
}

pub(crate) fn step(key: &str, value: &str) -> Batch {
    let sql = "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    Batch::new().expect_one(sql, params![key, value])
}
