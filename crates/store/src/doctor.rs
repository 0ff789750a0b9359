//! A look at the database's health, for the operator.

use crate::db::{Kind, Location, Row, StoreError};
use crate::read::maybe_instant;
use crate::{Store, meta};
use jiff::Timestamp;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examination {
    /// Which database answered, with its version.
    pub version: String,
    /// The newest migration applied.
    pub migration: u64,
    /// Faults in the file; empty when it is sound. PostgreSQL is not looked at so: its own tools do it better.
    pub faults: Vec<String>,
    /// The rows of each table.
    pub rows: Vec<(&'static str, u64)>,
    /// When the oldest statement arrived.
    pub oldest: Option<Timestamp>,
    /// When the newest statement arrived.
    pub newest: Option<Timestamp>,
    /// How large it is in bytes.
    pub bytes: u64,
    /// Why it cannot be written, if so.
    pub not_writable: Option<String>,
}

const TABLES: [&str; 26] = [
    "units",
    "successions",
    "aliases",
    "denominators",
    "persons",
    "statements",
    "statement_ids",
    "standings",
    "tallies",
    "totals",
    "users",
    "roles",
    "sessions",
    "rate_limits",
    "audit",
    "certificates",
    "sittings",
    "seats",
    "sitting_acts",
    "annulments",
    "reviews",
    "visit_confirmations",
    "badge_shares",
    "issuer_keys",
    "status_places",
    "api_clients",
];

/// Looks at everything. On a large SQLite file it reads all of it.
///
/// # Errors
/// `Unavailable` when the database cannot even be read.
pub async fn examine(store: &Store) -> Result<Examination, StoreError> {
    let migration = store.db.row("SELECT MAX(id) FROM schema_migrations", vec![]).await?.get(0)?;
    let ends = "SELECT MIN(stored) AS oldest, MAX(stored) AS newest FROM statements";
    let ends = store.db.row(ends, vec![]).await?;
    Ok(Examination {
        version: store.db.health().await?.version,
        migration,
        faults: faults(store).await?,
        rows: rows(store).await?,
        oldest: maybe_instant(&ends, "oldest")?,
        newest: maybe_instant(&ends, "newest")?,
        bytes: bytes(store).await?,
        not_writable: store.db.write(meta::step("doctor", "was here")).await.err().map(|it| it.to_string()),
    })
}

async fn faults(store: &Store) -> Result<Vec<String>, StoreError> {
    if store.db.kind() == Kind::Postgres {
        return Ok(Vec::new());
    }
    let told = store.db.rows("PRAGMA integrity_check", vec![]).await?;
    let told = told.iter().map(|row: &Row| row.get::<String>(0)).collect::<Result<Vec<_>, _>>()?;
    Ok(told.into_iter().filter(|line| line != "ok").collect())
}

async fn rows(store: &Store) -> Result<Vec<(&'static str, u64)>, StoreError> {
    let mut rows = Vec::with_capacity(TABLES.len());
    for table in TABLES {
        let count = store.db.row(format!("SELECT COUNT(*) FROM {table}"), vec![]).await?.get(0)?;
        rows.push((table, count));
    }
    Ok(rows)
}

async fn bytes(store: &Store) -> Result<u64, StoreError> {
    match &store.location {
        Location::Sqlite(path) => Ok(std::fs::metadata(path).map_or(0, |file| file.len())),
        Location::Postgres(_) => {
            store.db.row("SELECT pg_database_size(current_database())", vec![]).await?.get(0)
        }
    }
}
