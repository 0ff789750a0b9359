//! Limits: how often something may be tried in a while.

use crate::db::{Batch, StoreError};
use crate::read::ms;
use crate::{Store, params};
use jiff::Timestamp;

/// Whether one more try is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowance {
    /// It was counted and may go on.
    Allowed,
    /// The limit is reached.
    Refused,
}

/// Counts a try of `key` in the window that began at `window_start`, unless `limit` tries were counted in it already.
/// Tries at the same time are counted one after the other.
///
/// # Errors
/// `Unavailable`.
pub async fn hit(
    store: &Store,
    key: &str,
    window_start: Timestamp,
    limit: u32,
) -> Result<Allowance, StoreError> {
    let sql = "INSERT INTO rate_limits (key, window_start, count) VALUES (?1, ?2, 1)
        ON CONFLICT (key) DO UPDATE SET window_start = excluded.window_start,
            count = CASE WHEN rate_limits.window_start = excluded.window_start THEN rate_limits.count + 1 ELSE 1 END
        WHERE rate_limits.window_start <> excluded.window_start OR rate_limits.count < ?3";
    let batch = Batch::new().at_most_one(sql, params![key, ms(window_start), limit]);
    let written = store.db.write(batch).await?;
    Ok(if written.touched == [1] { Allowance::Allowed } else { Allowance::Refused })
}

/// Forgets windows that began before an instant.
///
/// # Errors
/// `Unavailable`.
pub async fn remove_before(store: &Store, instant: Timestamp) -> Result<u64, StoreError> {
    let batch = Batch::new().any("DELETE FROM rate_limits WHERE window_start < ?1", params![ms(instant)]);
    Ok(store.db.write(batch).await?.touched.iter().sum())
}
