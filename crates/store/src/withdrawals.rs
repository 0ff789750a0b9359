//! Which certificates were withdrawn before their time: what a device needs to judge without a network.

use crate::db::StoreError;
use crate::read::{instant, parsed, text};
use crate::{Store, params};
use domain::ids::CertificateId;
use jiff::Timestamp;
use jiff::civil::Date;

/// The certificates that were withdrawn, and when, of those whose time is not over on a day anyway.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list(store: &Store, today: Date) -> Result<Vec<(CertificateId, Timestamp)>, StoreError> {
    let sql = "SELECT id, revoked_at FROM certificates WHERE revoked_at IS NOT NULL AND valid_until >= ?1 ORDER BY id";
    let rows = store.db.rows(sql, params![text(today)]).await?;
    rows.iter().map(|row| Ok((parsed(row, "id")?, instant(row, "revoked_at")?))).collect()
}
