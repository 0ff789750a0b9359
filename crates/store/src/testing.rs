//! Databases for tests: each is empty, its own, and gone when the test ends. The same story runs on both.
//!
//! PostgreSQL is found through `HOCVUSO_TEST_POSTGRES=postgres://…` (see `tools/postgres-for-tests`; `./test` always sets it).

use crate::Store;
use crate::db::{Db, Location, Options, StoreError};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// The variable with the URL of a PostgreSQL server that tests may fill.
pub const POSTGRES: &str = "HOCVUSO_TEST_POSTGRES";

/// An empty database of one test.
pub struct TestDatabase {
    /// Where it is, for opening it (again).
    pub location: Location,
    folder: Folder,
}

impl TestDatabase {
    /// One of each kind; only SQLite, with a printed line, when no PostgreSQL was named.
    ///
    /// # Errors
    /// When the server that was named does not work.
    pub async fn each() -> Result<Vec<TestDatabase>, StoreError> {
        let mut each = vec![TestDatabase::sqlite()];
        each.extend(TestDatabase::postgres().await?);
        Ok(each)
    }

    /// A file in a folder of its own.
    #[must_use]
    pub fn sqlite() -> TestDatabase {
        let folder = Folder::new();
        TestDatabase { location: Location::Sqlite(folder.path.join("hocvuso.sqlite3")), folder }
    }

    /// A schema of its own on the named server.
    ///
    /// # Errors
    /// When the server that was named does not work.
    pub async fn postgres() -> Result<Option<TestDatabase>, StoreError> {
        let Ok(url) = std::env::var(POSTGRES) else {
            say(&format!("PostgreSQL skipped: {POSTGRES} is not set"));
            return Ok(None);
        };
        let folder = Folder::new();
        let schema = folder.name.replace('-', "_");
        let server = Db::open(&Location::Postgres(url.clone()), Options::default()).await?;
        server.script(&format!("DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema};")).await?;
        server.close().await;
        let mark = if url.contains('?') { '&' } else { '?' };
        let location = Location::Postgres(format!("{url}{mark}options=-c%20search_path%3D{schema}"));
        Ok(Some(TestDatabase { location, folder }))
    }

    /// A folder that goes with this database, for backups and the like.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder.path
    }

    /// Opens it with the schema in it.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn store(&self) -> Result<Store, StoreError> {
        Store::open(&self.location, Options::default()).await
    }

    /// Opens it as it is.
    ///
    /// # Errors
    /// As [`Db::open`].
    pub async fn open(&self) -> Result<Db, StoreError> {
        Db::open(&self.location, Options::default()).await
    }
}

fn say(line: &str) {
    eprintln!("{line}");
}

struct Folder {
    path: PathBuf,
    name: String,
}

impl Folder {
    /// Unique by process and count: no clock, no chance.
    fn new() -> Folder {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("hocvuso-test-{}-{count}", std::process::id());
        let path = std::env::temp_dir().join(&name);
        // A folder left by a killed process with the same number; a missing one is what we want.
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("the temporary folder is writable");
        Folder { path, name }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed is left to the system's own cleaning.
        let _ = std::fs::remove_dir_all(&self.path);
    }
}
