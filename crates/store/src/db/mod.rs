//! The layer over two databases. It knows nothing of the movement.
//!
//! - **One SQL text for both.** Parameters are `?1, ?2 …`; PostgreSQL gets `$1, $2 …`, rewritten once a text. The common subset is `TEXT`
//!   (sorts by bytes on both), `BIGINT`, `DOUBLE PRECISION`, 0/1, `ON CONFLICT`, `RETURNING`, CTE, window functions, partial indexes.
//!   `CAST` every `SUM` and `AVG` to `BIGINT` or `DOUBLE PRECISION`.
//! - **Reads run in the task.** They must be short: at most a few thousand rows. Walk a large table by key, a page at a time.
//! - **Writes are values.** A [`Batch`] commits as one transaction or fails as a whole. SQLite has one writer thread which commits all
//!   waiting batches together (see `sqlite.rs`); PostgreSQL gets a batch pipelined and tries again when it was chosen as the victim of a deadlock.
//! - Shared rows come last in a batch, sorted by key, so that two batches cannot deadlock.

mod batch;
mod error;
mod files;
mod migrate;
mod postgres;
mod row;
mod sqlite;
mod value;

pub use batch::{Batch, Written};
pub use error::{Constraint, ConstraintKind, StoreError};
pub use files::restore;
pub use migrate::Migration;
pub use row::{Column, FromValue, Row};
pub use value::{Sql, Value};

use std::path::{Path, PathBuf};

/// Where the database is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// A file; it and its folder are made when missing.
    Sqlite(PathBuf),
    /// `postgres://user:password@host:port/database`
    Postgres(String),
}

/// Which database it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Embedded SQLite.
    Sqlite,
    /// A PostgreSQL server.
    Postgres,
}

/// How much the layer may use.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Connections that read at the same time: SQLite readers, or the PostgreSQL pool (which also writes).
    pub connections: usize,
    /// Page cache of each SQLite reader in KiB; the writer has four times as much.
    pub reader_cache_kib: u32,
    /// SQLite refuses to grow beyond so many pages of 4 KiB, as if the disk were full.
    pub pages_max: Option<u32>,
}

impl Default for Options {
    fn default() -> Options {
        Options { connections: 8, reader_cache_kib: 1024, pages_max: None }
    }
}

/// An open database; clones share it.
#[derive(Clone)]
pub struct Db(Inner);

#[derive(Clone)]
enum Inner {
    Sqlite(sqlite::Sqlite),
    Postgres(postgres::Postgres),
}

/// What [`Db::health`] found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// Which database answered.
    pub kind: Kind,
    /// Its version, as it says itself.
    pub version: String,
}

impl Db {
    /// Opens the database and tries it once.
    ///
    /// # Errors
    /// `Unavailable` with a remedy: folder not writable, file not a database, server not answering, user refused, database missing.
    pub async fn open(location: &Location, options: Options) -> Result<Db, StoreError> {
        let inner = match location {
            Location::Sqlite(path) => Inner::Sqlite(sqlite::Sqlite::open(path, options)?),
            Location::Postgres(url) => Inner::Postgres(postgres::Postgres::open(url, options).await?),
        };
        Ok(Db(inner))
    }

    /// Brings the schema up to date: each missing migration in a transaction of its own. A second call changes nothing,
    /// and two programs starting together wait for each other. Returns how many were applied.
    ///
    /// # Errors
    /// `NewerDatabase`, `MigrationChanged`; `Unavailable`; `Misuse` for a migration the database does not understand.
    pub async fn migrate(&self, all: &[Migration]) -> Result<usize, StoreError> {
        match &self.0 {
            Inner::Sqlite(db) => db.migrate(all),
            Inner::Postgres(db) => db.migrate(all).await,
        }
    }

    /// Which database this is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match &self.0 {
            Inner::Sqlite(_) => Kind::Sqlite,
            Inner::Postgres(_) => Kind::Postgres,
        }
    }

    /// Asks the database whether it is there.
    ///
    /// # Errors
    /// `Unavailable` when it is not.
    pub async fn health(&self) -> Result<Health, StoreError> {
        let sql = match self.kind() {
            Kind::Sqlite => "SELECT 'SQLite ' || sqlite_version()",
            Kind::Postgres => "SELECT 'PostgreSQL ' || current_setting('server_version')",
        };
        Ok(Health { kind: self.kind(), version: self.row(sql, vec![]).await?.get(0)? })
    }

    /// All rows of a query.
    ///
    /// # Errors
    /// `Unavailable`, `Misuse`, `BadValue`, `Corrupt`.
    pub async fn rows(&self, sql: impl Into<Sql>, params: Vec<Value>) -> Result<Vec<Row>, StoreError> {
        value::check(&params)?;
        match &self.0 {
            Inner::Sqlite(db) => db.reader().await?.rows(&sql.into(), &params),
            Inner::Postgres(db) => db.rows(&sql.into(), &params).await,
        }
    }

    /// The first row of a query that must have one.
    ///
    /// # Errors
    /// As [`Db::rows`]; `Missing` when there is none.
    pub async fn row(&self, sql: impl Into<Sql>, params: Vec<Value>) -> Result<Row, StoreError> {
        let sql = sql.into();
        self.maybe_row(sql.clone(), params).await?.ok_or_else(|| StoreError::Missing { table: sql.table() })
    }

    /// The first row of a query, if there is one.
    ///
    /// # Errors
    /// As [`Db::rows`].
    pub async fn maybe_row(
        &self,
        sql: impl Into<Sql>,
        params: Vec<Value>,
    ) -> Result<Option<Row>, StoreError> {
        Ok(self.rows(sql, params).await?.into_iter().next())
    }

    /// A view of one moment for several queries. Hold it shortly: it occupies a connection.
    ///
    /// # Errors
    /// `Unavailable`.
    pub async fn snapshot(&self) -> Result<Snapshot, StoreError> {
        Ok(Snapshot(match &self.0 {
            Inner::Sqlite(db) => Moment::Sqlite(db.reader().await?.frozen()?),
            Inner::Postgres(db) => Moment::Postgres(db.frozen().await?),
        }))
    }

    /// Commits the batch as one transaction; when this returns `Ok`, it is on the disk.
    ///
    /// # Errors
    /// `Conflict`, `Expectation`, `BadValue`, `Misuse` concern this batch alone; `Unavailable` concerns all that were waiting.
    /// Nothing of a failed batch is kept.
    pub async fn write(&self, batch: Batch) -> Result<Written, StoreError> {
        batch.check()?;
        if batch.is_empty() {
            return Ok(Written::default());
        }
        match &self.0 {
            Inner::Sqlite(db) => db.write(batch).await,
            Inner::Postgres(db) => db.write(&batch).await,
        }
    }

    /// Runs a text of several statements without parameters, outside any transaction: for tests and tools.
    ///
    /// # Errors
    /// As [`Db::write`].
    pub async fn script(&self, text: &str) -> Result<(), StoreError> {
        match &self.0 {
            Inner::Sqlite(db) => db.script(text),
            Inner::Postgres(db) => db.script(text).await,
        }
    }

    /// Copies the database into one file while it is in use, and puts it in place only when it is whole.
    /// Returns its size in bytes.
    ///
    /// # Errors
    /// `Unavailable` when the file cannot be written; `NotHere` on PostgreSQL, whose own tools do it better.
    pub async fn backup(&self, to: &Path) -> Result<u64, StoreError> {
        match &self.0 {
            Inner::Sqlite(db) => files::backup(db.path(), to).await,
            Inner::Postgres(_) => Err(files::postgres_has_its_own("backup")),
        }
    }

    /// Finishes what was handed in, takes nothing more, and closes the files.
    pub async fn close(&self) {
        match &self.0 {
            Inner::Sqlite(db) => db.close().await,
            Inner::Postgres(db) => db.close(),
        }
    }
}

/// A view of one moment: what is written meanwhile is not seen.
pub struct Snapshot(Moment);

enum Moment {
    Sqlite(sqlite::Reader),
    Postgres(postgres::Held),
}

impl Snapshot {
    /// All rows of a query, as of that moment.
    ///
    /// # Errors
    /// As [`Db::rows`].
    pub async fn rows(&mut self, sql: impl Into<Sql>, params: Vec<Value>) -> Result<Vec<Row>, StoreError> {
        value::check(&params)?;
        match &mut self.0 {
            Moment::Sqlite(reader) => reader.rows(&sql.into(), &params),
            Moment::Postgres(held) => held.rows(&sql.into(), &params).await,
        }
    }

    /// The first row of a query as of that moment, if there is one.
    ///
    /// # Errors
    /// As [`Db::rows`].
    pub async fn maybe_row(
        &mut self,
        sql: impl Into<Sql>,
        params: Vec<Value>,
    ) -> Result<Option<Row>, StoreError> {
        Ok(self.rows(sql, params).await?.into_iter().next())
    }

    /// Lets go of the moment. Dropping it does so too, but on PostgreSQL at the price of the connection.
    pub async fn done(self) {
        if let Moment::Postgres(held) = self.0 {
            held.finish().await;
        }
    }
}
