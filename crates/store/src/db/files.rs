//! Backup and restore of an SQLite database, each put in place in one move so that a half copy is never found.

use super::{Location, Migration, StoreError, sqlite};
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::{fs, io};

pub(super) async fn backup(from: &Path, to: &Path) -> Result<u64, StoreError> {
    let (from, to) = (from.to_owned(), to.to_owned());
    off_the_runtime(move || copy_whole(&from, &to)).await
}

/// Puts a backup in the place of the database, whose server must be stopped. The old file is kept beside it as
/// `….before-restore`, or the first free of `….before-restore-2`, `-3` and so on; its path is returned when there was one.
///
/// # Errors
/// `Unavailable` when the backup cannot be read, is damaged, or the database is in use; `NewerDatabase` when it was made by a newer
/// program than one that knows `all`; `NotHere` on PostgreSQL. The database is then as it was.
pub async fn restore(
    backup: &Path,
    location: &Location,
    all: &[Migration],
) -> Result<Option<PathBuf>, StoreError> {
    let Location::Sqlite(target) = location else { return Err(postgres_has_its_own("restore")) };
    let program = all.iter().map(|it| it.id).max().unwrap_or_default();
    let (backup, target) = (backup.to_owned(), target.clone());
    off_the_runtime(move || {
        inspect(&backup, program)?;
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(|error| broken(folder, &error))?;
        }
        let part = beside(&target, ".part");
        copy_whole(&backup, &part)?;
        let old = set_aside(&target)?;
        rename(&part, &target).map(|()| old)
    })
    .await
}

pub(super) fn postgres_has_its_own(what: &str) -> StoreError {
    let tool = if what == "backup" {
        "pg_dump --format=custom --file=FILE URL"
    } else {
        "pg_restore --dbname=URL FILE"
    };
    StoreError::NotHere {
        what: format!("`{what}` copies SQLite files; this database is PostgreSQL"),
        instead: format!(
            "Use `{tool}`: it takes one consistent moment, any version of the server reads it, and it runs where the data is"
        ),
    }
}

async fn off_the_runtime<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|error| {
        Err(StoreError::unavailable(format!("Copying stopped: {error}"), "Try again"))
    })
}

/// `VACUUM INTO` reads one moment while others write, and its copy is compact and needs no log beside it. It takes an empty
/// file that is there already, so the copy can be its owner's alone from the first byte.
fn copy_whole(from: &Path, to: &Path) -> Result<u64, StoreError> {
    let part = beside(to, ".copy");
    remove(&part)?;
    create_private(&part)?;
    let told = |error: rusqlite::Error| sqlite::fault(&error, to);
    let copied = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_WRITE)
        .map_err(|error| sqlite::fault(&error, from))
        .and_then(|it| it.execute("VACUUM INTO ?1", [part.to_string_lossy()]).map_err(told));
    if let Err(error) = copied {
        remove(&part)?;
        return Err(error);
    }
    let size = fs::File::open(&part)
        .and_then(|file| file.sync_all().and(file.metadata()))
        .map_err(|error| broken(&part, &error))?
        .len();
    rename(&part, to).map(|()| size)
}

/// Is the file a whole database that this program can read?
fn inspect(backup: &Path, program: i64) -> Result<(), StoreError> {
    let told = |error: rusqlite::Error| sqlite::fault(&error, backup);
    let connection = Connection::open_with_flags(backup, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(told)?;
    let verdict: String =
        connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(told)?;
    if verdict != "ok" {
        return Err(StoreError::unavailable(
            format!("{}: {verdict}", backup.display()),
            "Use another backup",
        ));
    }
    let newest = connection.query_row("SELECT max(id) FROM schema_migrations", [], |row| row.get(0));
    let database: Option<i64> = newest.map_err(|_| {
        let what = format!("{} is an SQLite database, but not one of hocvuso", backup.display());
        StoreError::unavailable(what, "Give a file made by `hocvuso backup`")
    })?;
    match database {
        Some(database) if database > program => Err(StoreError::NewerDatabase { database, program }),
        _ => Ok(()),
    }
}

/// Moves the present database out of the way. Leaving the log mode succeeds only when nobody else has it open, and folds
/// the log into the file first.
fn set_aside(target: &Path) -> Result<Option<PathBuf>, StoreError> {
    if !target.exists() {
        return Ok(None);
    }
    let told = |error: rusqlite::Error| sqlite::fault(&error, target);
    let connection = Connection::open_with_flags(target, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(told)?;
    connection.pragma_update(None, "journal_mode", "DELETE").map_err(told)?;
    drop(connection);
    let kept = free_beside(target, ".before-restore");
    rename(target, &kept).map(|()| Some(kept))
}

/// The first name of this ending that no file has: an older copy may be the only good one.
fn free_beside(path: &Path, ending: &str) -> PathBuf {
    let numbered = (2..).map(|number: u32| beside(path, &format!("{ending}-{number}")));
    let mut names = std::iter::once(beside(path, ending)).chain(numbered);
    names.find(|name| !name.exists()).unwrap_or_else(|| unreachable!("the numbers do not end"))
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// An empty file that its owner alone may read: a copy holds everybody's names.
fn create_private(path: &Path) -> Result<(), StoreError> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(|_| ()).map_err(|error| broken(path, &error))
}

fn remove(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(broken(path, &error)),
        _ => Ok(()),
    }
}

/// Renames, and makes the folder remember it.
fn rename(from: &Path, to: &Path) -> Result<(), StoreError> {
    fs::rename(from, to).map_err(|error| broken(to, &error))?;
    let folder = to.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::File::open(folder).and_then(|it| it.sync_all()).map_err(|error| broken(folder, &error))
}

fn broken(path: &Path, error: &io::Error) -> StoreError {
    StoreError::unavailable(
        format!("{}: {error}", path.display()),
        "Check that the folder exists, has room, and that this user may write to it",
    )
}
