//! SQLite: readers in the tasks, one writer in a thread of its own.
//!
//! Group commit: the disk can confirm only so many commits a second, whatever is in them. So the writer takes all batches that
//! are waiting, puts each in a savepoint (one that fails is undone alone) and commits them together. Nobody is answered before the commit.

use super::migrate::{self, Applied};
use super::row::Columns;
use super::{Batch, Constraint, ConstraintKind, Migration, Options, Row, Sql, StoreError, Value, Written};
use rusqlite::config::DbConfig;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, ErrorCode, OpenFlags, Statement, ffi};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, oneshot};

/// Batches that may wait for the writer before the next caller waits too.
const QUEUE: usize = 1024;
/// Statements gathered into one transaction at most, so that nobody waits for more than a moment.
const GROUP_STEPS: usize = 4096;
/// How long to wait for another program that writes to the same file (a command beside the server), in ms.
const BUSY_MS: u64 = 10_000;

#[derive(Clone)]
pub(super) struct Sqlite {
    readers: Arc<Readers>,
    writer: mpsc::Sender<Order>,
}

struct Readers {
    path: PathBuf,
    options: Options,
    idle: Mutex<Vec<Connection>>,
    permits: Arc<Semaphore>,
}

enum Order {
    Write(Waiting),
    Close(oneshot::Sender<()>),
}

struct Waiting {
    batch: Batch,
    answer: oneshot::Sender<Result<Written, StoreError>>,
}

impl Sqlite {
    pub(super) fn open(path: &Path, options: Options) -> Result<Sqlite, StoreError> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| folder_fault(folder, &error))?;
        }
        let writer = connect(path, options.reader_cache_kib * 4)?;
        if let Some(pages) = options.pages_max {
            writer.pragma_update(None, "max_page_count", pages).map_err(|error| fault(&error, path))?;
        }
        let (sender, orders) = mpsc::channel(QUEUE);
        std::thread::Builder::new()
            .name("sqlite-writer".into())
            .spawn(move || write_until_closed(writer, orders))
            .map_err(|error| folder_fault(path, &error))?;
        let permits = Arc::new(Semaphore::new(options.connections.max(1)));
        let readers = Readers { path: path.into(), options, idle: Mutex::default(), permits };
        Ok(Sqlite { readers: Arc::new(readers), writer: sender })
    }

    pub(super) fn path(&self) -> &Path {
        &self.readers.path
    }

    pub(super) async fn reader(&self) -> Result<Reader, StoreError> {
        let permit = Arc::clone(&self.readers.permits).acquire_owned().await.map_err(|_| closing())?;
        let idle = self.readers.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = idle.map_or_else(|| self.readers.connect(), Ok)?;
        Ok(Reader { connection: Some(connection), home: Arc::clone(&self.readers), _permit: permit })
    }

    pub(super) async fn write(&self, batch: Batch) -> Result<Written, StoreError> {
        let (answer, answered) = oneshot::channel();
        self.writer.send(Order::Write(Waiting { batch, answer })).await.map_err(|_| closing())?;
        answered.await.map_err(|_| closing())?
    }

    pub(super) async fn close(&self) {
        let (done, finished) = oneshot::channel();
        if self.writer.send(Order::Close(done)).await.is_ok() {
            // An error means that the writer is gone already, which is what we want.
            let _ = finished.await;
        }
        self.readers.permits.close();
        self.readers.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    pub(super) fn script(&self, text: &str) -> Result<(), StoreError> {
        let connection = connect(self.path(), self.readers.options.reader_cache_kib)?;
        script(&connection, text)
    }

    pub(super) fn migrate(&self, all: &[Migration]) -> Result<usize, StoreError> {
        let connection = connect(self.path(), self.readers.options.reader_cache_kib)?;
        let mut count = 0;
        while migrate_one(&connection, all)? {
            count += 1;
        }
        Ok(count)
    }
}

impl Readers {
    fn connect(&self) -> Result<Connection, StoreError> {
        let connection = connect(&self.path, self.options.reader_cache_kib)?;
        connection.pragma_update(None, "query_only", true).map_err(|error| fault(&error, &self.path))?;
        Ok(connection)
    }
}

fn connect(path: &Path, cache_kib: u32) -> Result<Connection, StoreError> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let set_up = || {
        let connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(std::time::Duration::from_millis(BUSY_MS))?;
        connection.execute_batch(&format!(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA mmap_size = 0;
             PRAGMA trusted_schema = OFF; PRAGMA journal_size_limit = 33554432; PRAGMA cache_size = -{cache_kib};"
        ))?;
        connection.set_prepared_statement_cache_capacity(128);
        // Plan each text once. Without this SQLite plans it anew whenever a value that it took a hint from is bound.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        Ok(connection)
    };
    set_up().map_err(|error: rusqlite::Error| fault(&error, path))
}

/// A connection on loan; it goes home when dropped.
pub(super) struct Reader {
    connection: Option<Connection>,
    home: Arc<Readers>,
    _permit: OwnedSemaphorePermit,
}

impl Reader {
    pub(super) fn rows(&mut self, sql: &Sql, params: &[Value]) -> Result<Vec<Row>, StoreError> {
        let connection = self.connection.as_ref().ok_or_else(closing)?;
        rows(connection, sql, params)
    }

    /// The same connection inside a read transaction.
    pub(super) fn frozen(self) -> Result<Reader, StoreError> {
        let connection = self.connection.as_ref().ok_or_else(closing)?;
        // The moment begins with the first read, so read something.
        run(connection, "BEGIN")?;
        rows(connection, &Sql::Written("SELECT count(*) FROM sqlite_schema"), &[])?;
        Ok(self)
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let Some(connection) = self.connection.take() else { return };
        let free = connection.is_autocommit() || run(&connection, "ROLLBACK").is_ok();
        if free && !self.home.permits.is_closed() {
            self.home.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        }
    }
}

fn rows(connection: &Connection, sql: &Sql, params: &[Value]) -> Result<Vec<Row>, StoreError> {
    let told = |error: rusqlite::Error| refused(&error, 0, sql);
    let mut statement = connection.prepare_cached(sql.text()).map_err(told)?;
    bind(&mut statement, sql, params)?;
    let names = statement.column_names().map(str::to_owned).collect();
    let columns = Arc::new(Columns { names, sql: sql.clone() });
    let mut found = statement.raw_query();
    let mut rows = Vec::new();
    while let Some(row) = found.next().map_err(told)? {
        let values =
            (0..columns.names.len()).map(|at| row.get_ref(at).map_err(told).and_then(|it| owned(it, sql)));
        rows.push(Row::new(&columns, values.collect::<Result<_, _>>()?));
    }
    Ok(rows)
}

fn owned(value: ValueRef<'_>, sql: &Sql) -> Result<Value, StoreError> {
    let strange = |found: &str| StoreError::Corrupt {
        table: sql.table(),
        column: "?".into(),
        row: "?".into(),
        found: found.into(),
    };
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(int) => Value::Int(int),
        ValueRef::Real(real) => Value::Real(real),
        ValueRef::Text(text) => {
            let text = std::str::from_utf8(text).map_err(|_| strange("text that is not UTF-8"))?;
            Value::Text(text.to_owned())
        }
        ValueRef::Blob(_) => return Err(strange("bytes where a number or text was expected")),
    })
}

fn bind(statement: &mut Statement<'_>, sql: &Sql, params: &[Value]) -> Result<(), StoreError> {
    if statement.parameter_count() != params.len() {
        let count = format!("{} parameters given, {} asked", params.len(), statement.parameter_count());
        return Err(StoreError::misuse(count, sql.text()));
    }
    let bound = params.iter().enumerate().try_for_each(|(at, value)| match value {
        Value::Null => statement.raw_bind_parameter(at + 1, rusqlite::types::Null),
        Value::Int(int) => statement.raw_bind_parameter(at + 1, int),
        Value::Real(real) => statement.raw_bind_parameter(at + 1, real),
        Value::Text(text) => statement.raw_bind_parameter(at + 1, text),
    });
    bound.map_err(|error| refused(&error, 0, sql))
}

/// The life of the writer thread: it ends when it is told to, or when nobody is left to write, and drains the queue first.
fn write_until_closed(connection: Connection, mut orders: mpsc::Receiver<Order>) {
    let mut done = Vec::new();
    while let Some(first) = orders.blocking_recv() {
        let mut group = Vec::new();
        let mut steps = 0;
        let mut next = Some(first);
        while let Some(order) = next {
            match order {
                Order::Write(waiting) => {
                    steps += waiting.batch.len();
                    group.push(waiting);
                }
                Order::Close(answer) => {
                    orders.close();
                    done.push(answer);
                }
            }
            next = if steps < GROUP_STEPS { orders.try_recv().ok() } else { None };
        }
        commit(&connection, group);
    }
    // The last connection to close folds the log into the file; a failure leaves the log, which the next start reads.
    drop(connection);
    for answer in done {
        let _ = answer.send(());
    }
}

/// Commits the group and answers each; a waiter who went away is no reason not to keep what was handed in.
fn commit(connection: &Connection, group: Vec<Waiting>) {
    if group.is_empty() {
        return;
    }
    match commit_all(connection, &group) {
        Ok(outcomes) => group.into_iter().zip(outcomes).for_each(|(waiting, outcome)| {
            let _ = waiting.answer.send(outcome);
        }),
        Err(error) => {
            if !connection.is_autocommit() {
                // When even this fails SQLite rolls back by itself at the next start.
                let _ = run(connection, "ROLLBACK");
            }
            group.into_iter().for_each(|waiting| {
                let _ = waiting.answer.send(Err(error.clone()));
            });
        }
    }
}

fn commit_all(
    connection: &Connection,
    group: &[Waiting],
) -> Result<Vec<Result<Written, StoreError>>, StoreError> {
    run(connection, "BEGIN IMMEDIATE")?;
    let outcomes = group.iter().map(|waiting| in_savepoint(connection, &waiting.batch));
    let outcomes = outcomes.collect::<Result<Vec<_>, _>>()?;
    run(connection, "COMMIT")?;
    Ok(outcomes)
}

/// Outer error: the transaction as a whole is lost. Inner error: this batch alone was undone.
fn in_savepoint(connection: &Connection, batch: &Batch) -> Result<Result<Written, StoreError>, StoreError> {
    run(connection, "SAVEPOINT batch")?;
    let outcome = apply(connection, batch);
    match &outcome {
        Ok(_) => {}
        Err(error @ StoreError::Unavailable { .. }) => return Err(error.clone()),
        // SQLite may have rolled back everything by itself; then no batch of the group is kept.
        Err(error) if connection.is_autocommit() => {
            return Err(StoreError::unavailable(error.to_string(), "Try again"));
        }
        Err(_) => run(connection, "ROLLBACK TO batch")?,
    }
    run(connection, "RELEASE batch")?;
    Ok(outcome)
}

fn apply(connection: &Connection, batch: &Batch) -> Result<Written, StoreError> {
    let mut touched = Vec::with_capacity(batch.len());
    for (at, step) in batch.steps.iter().enumerate() {
        let told = |error: rusqlite::Error| refused(&error, at, &step.sql);
        let mut statement = connection.prepare_cached(step.sql.text()).map_err(told)?;
        bind(&mut statement, &step.sql, &step.params)?;
        let rows = statement.raw_execute().map_err(told)?;
        touched.push(step.met(at, rows as u64)?);
    }
    Ok(Written { touched })
}

fn run(connection: &Connection, sql: &'static str) -> Result<(), StoreError> {
    let outcome = connection.prepare_cached(sql).and_then(|mut statement| statement.raw_execute());
    outcome.map(|_| ()).map_err(|error| refused(&error, 0, &Sql::Written(sql)))
}

fn script(connection: &Connection, text: &str) -> Result<(), StoreError> {
    connection.execute_batch(text).map_err(|error| refused(&error, 0, &Sql::from(text.to_owned())))
}

/// Applies the next missing migration in a transaction of its own; false when none was missing.
fn migrate_one(connection: &Connection, all: &[Migration]) -> Result<bool, StoreError> {
    script(connection, "BEGIN IMMEDIATE")?;
    let outcome = script(connection, migrate::TABLE).and_then(|()| {
        let found = rows(connection, &Sql::Written(migrate::LIST), &[])?;
        let applied = found.iter().map(Applied::from_row).collect::<Result<Vec<_>, _>>()?;
        let Some(next) = migrate::next(all, &applied, |it| it.sqlite)? else { return Ok(false) };
        script(connection, &migrate::for_sqlite(next.sqlite))?;
        let record = Batch::new().expect_one(migrate::RECORD, next.record(next.sqlite));
        apply(connection, &record).map(|_| true)
    });
    match outcome {
        Ok(applied) => script(connection, "COMMIT").map(|()| applied),
        Err(error) => script(connection, "ROLLBACK").and(Err(error)),
    }
}

fn closing() -> StoreError {
    StoreError::unavailable("The database is being closed", "Try again when the server has started")
}

fn folder_fault(folder: &Path, error: &std::io::Error) -> StoreError {
    StoreError::unavailable(
        format!("Cannot make the folder {}: {error}", folder.display()),
        "Choose another with --data, or give this user the right to write there",
    )
}

/// The error of a statement: a rule of the schema, a fault in the query, or the world outside.
fn refused(error: &rusqlite::Error, step: usize, sql: &Sql) -> StoreError {
    let rusqlite::Error::SqliteFailure(code, message) = error else {
        return StoreError::misuse(error, sql.text());
    };
    let message = message.as_deref().unwrap_or_default();
    match code.code {
        ErrorCode::ConstraintViolation => StoreError::Conflict(Constraint {
            kind: constraint_kind(code.extended_code),
            table: sql.table(),
            name: message.rsplit(": ").next().unwrap_or_default().to_owned(),
            step,
        }),
        ErrorCode::Unknown | ErrorCode::TypeMismatch | ErrorCode::TooBig | ErrorCode::ParameterOutOfRange => {
            StoreError::misuse(error, sql.text())
        }
        _ => fault(error, Path::new("the database")),
    }
}

fn constraint_kind(extended: i32) -> ConstraintKind {
    match extended {
        ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_ROWID => {
            ConstraintKind::Unique
        }
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY => ConstraintKind::Reference,
        _ => ConstraintKind::Check,
    }
}

/// What the world outside did, and what the operator can do about it.
pub(super) fn fault(error: &rusqlite::Error, path: &Path) -> StoreError {
    let remedy = match error.sqlite_error_code() {
        Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
            "Check that the folder exists and that this user may write to it and to the files in it"
        }
        Some(ErrorCode::NotADatabase) => {
            "The file is not an SQLite database: move it away, or choose another folder with --data"
        }
        Some(ErrorCode::DiskFull) => {
            "The disk is full: make room. Nothing was half-written; what was refused can be sent again"
        }
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            "Another program holds the database: stop it, or wait until it has finished"
        }
        Some(ErrorCode::DatabaseCorrupt) => {
            "The file is damaged: stop the server, keep a copy of the file, and `hocvuso restore` the last backup"
        }
        _ => "Look at the disk and at the system log; what was refused can be sent again",
    };
    StoreError::unavailable(format!("SQLite, {}: {error}", path.display()), remedy)
}
