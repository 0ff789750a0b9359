//! What is kept: SQL for SQLite and PostgreSQL, one text for both.
//!
//! [`db`] is the layer over the two databases; it knows nothing of the movement. [`migrations`] is the schema. Each other module
//! is one context, with one function for each query. Nothing is decided here: a write takes what `domain` decided.
//!
//! Verbs: `get` (must exist), `find` (may not), `list`, `count`, `add`, `save`, `remove`. Instants are kept to the millisecond.

pub mod accounts;
pub mod api_clients;
pub mod attempts;
pub mod audit;
pub mod badges;
pub mod banks;
pub mod bulk;
pub mod certificates;
pub mod content_versions;
pub mod db;
pub mod denominators;
pub mod doctor;
pub mod figures;
pub mod issuer_keys;
pub mod keeping;
pub mod learners;
pub mod limits;
mod meta;
pub mod migrations;
pub mod people;
mod read;
pub mod record;
pub mod recount;
pub mod reviews;
mod scope;
pub mod sessions;
pub mod sittings;
pub mod standings;
pub mod status_places;
mod sums;
pub mod syllabus;
#[cfg(feature = "testing")]
pub mod testing;
pub mod units;
pub mod visits;
pub mod withdrawals;

pub use db::StoreError;
pub use scope::Scope;

use db::{Db, Location, Options};

/// The open store; clones share it.
#[derive(Clone)]
pub struct Store {
    pub(crate) db: Db,
    pub(crate) location: Location,
}

impl Store {
    /// Opens the database and brings its schema up to date.
    ///
    /// # Errors
    /// As [`Db::open`] and [`Db::migrate`].
    pub async fn open(location: &Location, options: Options) -> Result<Self, StoreError> {
        let db = Db::open(location, options).await?;
        db.migrate(migrations::ALL).await?;
        Ok(Self { db, location: location.clone() })
    }

    /// The layer below, for health, backup and closing.
    #[must_use]
    pub fn db(&self) -> &Db {
        &self.db
    }
}
