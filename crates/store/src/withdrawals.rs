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
    // One with the name put right takes the place of the old from its own issue on.
    let sql = "SELECT id, revoked_at AS ended_at FROM certificates WHERE revoked_at IS NOT NULL AND valid_until >= ?1
        UNION ALL
        SELECT old.id, fresh.issued_at FROM certificates fresh JOIN certificates old ON old.id = fresh.replaces
        WHERE fresh.replaces_because = 'name' AND old.revoked_at IS NULL AND old.valid_until >= ?1
        ORDER BY 1";
    let rows = store.db.rows(sql, params![text(today)]).await?;
    rows.iter().map(|row| Ok((parsed(row, "id")?, instant(row, "ended_at")?))).collect()
}
