//! Migrations: numbered texts, only ever appended. The table `schema_migrations` keeps which were applied, with a checksum,
//! so that an edited one and a database of a newer program are noticed.

use super::{Row, StoreError, Value};
use crate::params;

/// One step of the schema.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// Its number, higher than those before it.
    pub id: i64,
    /// Its name, for the reader.
    pub name: &'static str,
    /// What SQLite runs; `/*sqlite: … */` in it is unwrapped.
    pub sqlite: &'static str,
    /// What PostgreSQL runs; each column of type `TEXT` gets the collation `"C"`, so that text sorts by bytes as in SQLite.
    pub postgres: &'static str,
}

impl Migration {
    /// One text for both databases.
    #[must_use]
    pub const fn new(id: i64, name: &'static str, text: &'static str) -> Migration {
        Migration { id, name, sqlite: text, postgres: text }
    }

    pub(super) fn record(&self, text: &str) -> Vec<Value> {
        params![self.id, self.name, checksum(text)]
    }
}

pub(super) const TABLE: &str = "CREATE TABLE IF NOT EXISTS schema_migrations (
    id BIGINT PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at TEXT NOT NULL)";
pub(super) const LIST: &str = "SELECT id, checksum FROM schema_migrations ORDER BY id";
pub(super) const RECORD: &str = "INSERT INTO schema_migrations (id, name, checksum, applied_at)
    VALUES (?1, ?2, ?3, CAST(CURRENT_TIMESTAMP AS TEXT))";

pub(super) struct Applied {
    id: i64,
    checksum: String,
}

impl Applied {
    pub(super) fn from_row(row: &Row) -> Result<Applied, StoreError> {
        Ok(Applied { id: row.get("id")?, checksum: row.get("checksum")? })
    }
}

/// The first migration that is not applied yet, after a look at those that are.
pub(super) fn next<'a>(
    all: &'a [Migration],
    applied: &[Applied],
    text: impl Fn(&Migration) -> &'static str,
) -> Result<Option<&'a Migration>, StoreError> {
    for done in applied {
        let Some(known) = all.iter().find(|it| it.id == done.id) else {
            let program = all.iter().map(|it| it.id).max().unwrap_or_default();
            return Err(StoreError::NewerDatabase { database: done.id.max(newest(applied)), program });
        };
        if checksum(text(known)) != done.checksum {
            return Err(StoreError::MigrationChanged { id: done.id });
        }
    }
    Ok(all.iter().find(|it| it.id > newest(applied)))
}

fn newest(applied: &[Applied]) -> i64 {
    applied.iter().map(|it| it.id).max().unwrap_or_default()
}

/// FNV-1a, 64 bits: it guards against a slip, not against an enemy. Line ends do not count.
fn checksum(text: &str) -> String {
    let bytes = text.bytes().filter(|byte| *byte != b'\r');
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

/// `/*sqlite: WITHOUT ROWID */` → `WITHOUT ROWID`: what only SQLite has, in a text that PostgreSQL reads as a comment.
pub(super) fn for_sqlite(text: &str) -> String {
    let mut parts = text.split("/*sqlite:");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |whole, part| whole + &part.replacen("*/", "", 1))
}

/// `name TEXT NOT NULL` → `name TEXT COLLATE "C" NOT NULL`. Comments are left alone.
pub(super) fn for_postgres(text: &str) -> String {
    let line = |line: &str| match line.split_once("--") {
        Some((code, comment)) => format!("{}--{comment}", collated(code)),
        None => collated(line),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn collated(code: &str) -> String {
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    let mut parts = code.split(" TEXT");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |whole, rest| whole + if ends(rest) { " TEXT COLLATE \"C\"" } else { " TEXT" } + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn migration(id: i64) -> Migration {
        Migration::new(id, "a", "CREATE TABLE a (b TEXT)")
    }

    fn applied(id: i64) -> Applied {
        Applied { id, checksum: checksum(migration(id).sqlite) }
    }

    fn next_id(all: &[Migration], done: &[Applied]) -> Result<Option<i64>, StoreError> {
        next(all, done, |it| it.sqlite).map(|it| it.map(|it| it.id))
    }

    #[test]
    fn the_next_migration_follows_the_newest_applied() {
        let all = [migration(1), migration(2)];
        assert_eq!(next_id(&all, &[]), Ok(Some(1)));
        assert_eq!(next_id(&all, &[applied(1)]), Ok(Some(2)));
        assert_eq!(next_id(&all, &[applied(1), applied(2)]), Ok(None));
    }

    #[test]
    fn a_newer_database_and_an_edited_migration_are_refused() {
        let newer = next_id(&[migration(1)], &[applied(1), applied(3)]);
        assert_eq!(newer, Err(StoreError::NewerDatabase { database: 3, program: 1 }));
        let edited = Applied { id: 1, checksum: "0".into() };
        assert_eq!(next_id(&[migration(1)], &[edited]), Err(StoreError::MigrationChanged { id: 1 }));
    }

    #[test]
    fn dialects_differ_only_where_marked() {
        let text = "a TEXT, b TEXT NOT NULL, -- TEXT\n TEXTILE) /*sqlite: WITHOUT ROWID */;";
        assert_eq!(for_sqlite(text), "a TEXT, b TEXT NOT NULL, -- TEXT\n TEXTILE)  WITHOUT ROWID ;");
        assert_eq!(
            for_postgres(text),
            "a TEXT COLLATE \"C\", b TEXT COLLATE \"C\" NOT NULL, -- TEXT\n TEXTILE) /*sqlite: WITHOUT ROWID */;"
        );
    }

    #[test]
    fn line_ends_do_not_change_a_checksum() {
        assert_eq!(checksum("a\r\nb"), checksum("a\nb"));
        assert_ne!(checksum("a"), checksum("b"));
    }
}
