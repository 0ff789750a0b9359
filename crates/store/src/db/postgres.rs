//! PostgreSQL: a pool, reads in one round trip, a batch pipelined in two (its steps, then the commit).

use super::migrate::{self, Applied};
use super::row::Columns;
use super::{Batch, Constraint, ConstraintKind, Migration, Options, Row, Sql, StoreError, Value, Written};
use bytes::BytesMut;
use deadpool_postgres::{
    Manager, ManagerConfig, Object, Pool, PoolError, RecyclingMethod, Runtime, TimeoutType,
};
use std::collections::HashMap;
use std::error::Error as _;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::{Arc, PoisonError, RwLock};
use std::task::Poll;
use std::time::Duration;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres::error::SqlState;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use tokio_postgres::{Config, NoTls, Statement};

/// How long to wait for a server that does not answer, or for a free connection.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often a batch that lost to another is tried again.
const TRIES: u32 = 6;
/// Steps sent before the first answer is awaited; bounds the memory of a bulk load.
const PIPELINE: usize = 64;
/// Two programs that migrate at the same time wait for each other on this lock ("hocvuso" in ASCII).
const MIGRATION_LOCK: &str = "SELECT pg_advisory_xact_lock(29397591263966063)";

#[derive(Clone)]
pub(super) struct Postgres {
    pool: Pool,
    texts: Arc<Texts>,
    place: Arc<str>,
}

impl Postgres {
    pub(super) async fn open(url: &str, options: Options) -> Result<Postgres, StoreError> {
        let config = parse(url)?;
        let place = Arc::from(place(&config));
        let manager =
            Manager::from_config(config, NoTls, ManagerConfig { recycling_method: RecyclingMethod::Fast });
        let pool = Pool::builder(manager)
            .max_size(options.connections.max(2))
            .wait_timeout(Some(PATIENCE))
            .create_timeout(Some(PATIENCE))
            .runtime(Runtime::Tokio1)
            .build()
            .map_err(|error| StoreError::unavailable(error.to_string(), "Check the database URL"))?;
        let db = Postgres { pool, texts: Arc::default(), place };
        db.hold().await?;
        Ok(db)
    }

    pub(super) async fn rows(&self, sql: &Sql, params: &[Value]) -> Result<Vec<Row>, StoreError> {
        self.hold().await?.rows(sql, params).await
    }

    pub(super) async fn frozen(&self) -> Result<Held, StoreError> {
        let mut held = self.hold().await?;
        held.busy = true;
        // The moment begins with the first read, so read something.
        held.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1").await?;
        Ok(held)
    }

    pub(super) async fn write(&self, batch: &Batch) -> Result<Written, StoreError> {
        let mut tried = 1;
        loop {
            let mut held = self.hold().await?;
            let outcome = held.write(batch).await;
            if held.end(outcome.is_ok()).await && tried < TRIES && matches!(&outcome, Err(lost) if lost.again)
            {
                drop(held);
                tokio::time::sleep(Duration::from_millis(5 << tried)).await;
                tried += 1;
                continue;
            }
            return outcome.map_err(|lost| lost.error);
        }
    }

    pub(super) async fn script(&self, text: &str) -> Result<(), StoreError> {
        self.hold().await?.run(text).await
    }

    pub(super) async fn migrate(&self, all: &[Migration]) -> Result<usize, StoreError> {
        let mut count = 0;
        loop {
            let mut held = self.hold().await?;
            held.busy = true;
            held.run("BEGIN").await?;
            if !held.migrate_one(all).await? {
                held.finish().await;
                return Ok(count);
            }
            held.run("COMMIT").await?;
            held.busy = false;
            count += 1;
        }
    }

    pub(super) fn close(&self) {
        self.pool.close();
    }

    async fn hold(&self) -> Result<Held, StoreError> {
        let object = self.pool.get().await.map_err(|error| self.unreachable(error))?;
        Ok(Held { object: Some(object), texts: Arc::clone(&self.texts), busy: false })
    }

    fn unreachable(&self, error: PoolError) -> StoreError {
        let place = &self.place;
        match error {
            PoolError::Backend(error) => match error.as_db_error() {
                Some(_) => fault(&error, &format!("PostgreSQL at {place}")),
                None => StoreError::unavailable(
                    format!("PostgreSQL does not answer at {place}: {}", chain(&error)),
                    "Check that the server runs and that host and port are right",
                ),
            },
            PoolError::Timeout(TimeoutType::Wait) => StoreError::unavailable(
                format!("All connections to PostgreSQL at {place} are in use"),
                "Try again; if it stays so, look for slow queries",
            ),
            PoolError::Closed => StoreError::unavailable(
                "The database is being closed",
                "Try again when the server has started",
            ),
            other => StoreError::unavailable(
                format!("PostgreSQL does not answer at {place}: {other}"),
                "Check that the server runs and that host and port are right",
            ),
        }
    }
}

/// The URL, with what we cannot do refused rather than ignored.
fn parse(url: &str) -> Result<Config, StoreError> {
    let no_tls = || {
        StoreError::unavailable(
            "This build speaks to PostgreSQL without TLS, and the URL asks for it with sslmode",
            "Use a server on this machine or a private network (sslmode=prefer), or a local tunnel such as stunnel or PgBouncer",
        )
    };
    if ["sslmode=require", "sslmode=verify"].iter().any(|mode| url.contains(mode)) {
        return Err(no_tls());
    }
    let mut config: Config = url.parse().map_err(|error| {
        StoreError::unavailable(
            format!("The database URL is not understood: {}", chain(&error)),
            "It looks like postgres://user:password@host:5432/database",
        )
    })?;
    if config.get_ssl_mode() == SslMode::Require {
        return Err(no_tls());
    }
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(PATIENCE);
    }
    if config.get_application_name().is_none() {
        config.application_name("hocvuso");
    }
    Ok(config)
}

/// Host, port and database for messages; never the password.
fn place(config: &Config) -> String {
    let host = match config.get_hosts().first() {
        Some(Host::Tcp(host)) => host.clone(),
        #[cfg(unix)]
        Some(Host::Unix(path)) => path.display().to_string(),
        None => "localhost".into(),
    };
    let port = config.get_ports().first().unwrap_or(&5432);
    format!("{host}:{port}, database {}", config.get_dbname().unwrap_or("of the user's name"))
}

/// A connection on loan. Dropped while `busy` (its task was cancelled inside a transaction) it is closed and not given to
/// the next, so that the server rolls back.
pub(super) struct Held {
    object: Option<Object>,
    texts: Arc<Texts>,
    busy: bool,
}

/// A failed try; `again` when only the moment was wrong.
struct Lost {
    error: StoreError,
    again: bool,
}

impl From<StoreError> for Lost {
    fn from(error: StoreError) -> Lost {
        Lost { error, again: false }
    }
}

impl Lost {
    fn to(error: &tokio_postgres::Error, step: usize, sql: &Sql) -> Lost {
        Lost { error: refused(error, step, sql), again: is_moment(error) }
    }
}

impl Held {
    fn client(&self) -> Result<&Object, StoreError> {
        self.object.as_ref().ok_or_else(|| StoreError::unavailable("The connection is closed", "Try again"))
    }

    pub(super) async fn rows(&mut self, sql: &Sql, params: &[Value]) -> Result<Vec<Row>, StoreError> {
        let client = self.client()?;
        let told = |error: tokio_postgres::Error| refused(&error, 0, sql);
        let statement = client.prepare_cached(&self.texts.dollars(sql)?).await.map_err(told)?;
        fits(statement.params().len(), params, sql)?;
        let names = statement.columns().iter().map(|column| column.name().to_owned()).collect();
        let columns = Arc::new(Columns { names, sql: sql.clone() });
        let found = client.query(&statement, &borrowed(params)).await.map_err(told)?;
        found.iter().map(|row| Ok(Row::new(&columns, owned(row, &columns)?))).collect()
    }

    async fn run(&self, sql: &str) -> Result<(), StoreError> {
        let told = |error: tokio_postgres::Error| refused(&error, 0, &Sql::from(sql.to_owned()));
        self.client()?.batch_execute(sql).await.map_err(told)
    }

    async fn write(&mut self, batch: &Batch) -> Result<Written, Lost> {
        let statements = self.prepare(batch).await?;
        self.busy = true;
        self.run("BEGIN").await?;
        let touched = self.apply(batch, &statements).await?;
        let committed = self.client()?.batch_execute("COMMIT").await;
        committed.map_err(|error| Lost::to(&error, 0, &Sql::Written("COMMIT")))?;
        Ok(Written { touched })
    }

    async fn prepare(&self, batch: &Batch) -> Result<Vec<Statement>, StoreError> {
        let client = self.client()?;
        let mut statements = Vec::with_capacity(batch.len());
        for (at, step) in batch.steps.iter().enumerate() {
            let prepared = client.prepare_cached(&self.texts.dollars(&step.sql)?).await;
            let statement = prepared.map_err(|error| refused(&error, at, &step.sql))?;
            fits(statement.params().len(), &step.params, &step.sql)?;
            statements.push(statement);
        }
        Ok(statements)
    }

    async fn apply(&self, batch: &Batch, statements: &[Statement]) -> Result<Vec<u64>, Lost> {
        let client = self.client()?;
        let mut touched = Vec::with_capacity(batch.len());
        let steps: Vec<_> = batch.steps.iter().zip(statements).enumerate().collect();
        for window in steps.chunks(PIPELINE) {
            let sent = window.iter().map(|(_, (step, statement))| {
                let params = borrowed(&step.params);
                async move { client.execute(*statement, &params).await }
            });
            // The first refusal is the reason; what follows it only says that the transaction is lost.
            for ((at, (step, _)), answer) in window.iter().zip(in_order(sent.collect()).await) {
                let rows = answer.map_err(|error| Lost::to(&error, *at, &step.sql))?;
                touched.push(step.met(*at, rows)?);
            }
        }
        Ok(touched)
    }

    /// After a batch: makes the connection fit for the next. False when it is lost.
    async fn end(&mut self, committed: bool) -> bool {
        let free = committed || !self.busy || self.run("ROLLBACK").await.is_ok();
        self.busy = !free;
        free
    }

    async fn migrate_one(&mut self, all: &[Migration]) -> Result<bool, StoreError> {
        self.run(MIGRATION_LOCK).await?;
        self.run(migrate::TABLE).await?;
        let found = self.rows(&Sql::Written(migrate::LIST), &[]).await?;
        let applied = found.iter().map(Applied::from_row).collect::<Result<Vec<_>, _>>()?;
        let Some(next) = migrate::next(all, &applied, |it| it.postgres)? else { return Ok(false) };
        self.run(&migrate::for_postgres(next.postgres)).await?;
        let record = Sql::Written(migrate::RECORD);
        self.rows(&record, &next.record(next.postgres)).await?;
        Ok(true)
    }

    pub(super) async fn finish(mut self) {
        self.end(false).await;
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(object) = self.object.take().filter(|_| self.busy) {
            drop(Object::take(object));
        }
    }
}

/// Awaits all, polling them in their order, so that they are sent in their order.
async fn in_order<T, F: Future<Output = T>>(futures: Vec<F>) -> Vec<T> {
    let mut waiting: Vec<(Pin<Box<F>>, Option<T>)> =
        futures.into_iter().map(|future| (Box::pin(future), None)).collect();
    poll_fn(|context| {
        for (future, answer) in waiting.iter_mut().filter(|(_, answer)| answer.is_none()) {
            if let Poll::Ready(it) = future.as_mut().poll(context) {
                *answer = Some(it);
            }
        }
        if waiting.iter().all(|(_, answer)| answer.is_some()) { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    waiting.into_iter().filter_map(|(_, answer)| answer).collect()
}

/// The texts already rewritten from `?N` to `$N`.
#[derive(Default)]
struct Texts(RwLock<HashMap<String, Arc<str>>>);

impl Texts {
    fn dollars(&self, sql: &Sql) -> Result<Arc<str>, StoreError> {
        if let Some(known) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(sql.text()) {
            return Ok(Arc::clone(known));
        }
        let text: Arc<str> = dollars(sql.text())?.into();
        let mut texts = self.0.write().unwrap_or_else(PoisonError::into_inner);
        Ok(Arc::clone(texts.entry(sql.text().to_owned()).or_insert(text)))
    }
}

/// `?1` → `$1`, outside quotes.
fn dollars(sql: &str) -> Result<String, StoreError> {
    let mut text = String::with_capacity(sql.len());
    let mut quote = None;
    let mut rest = sql.chars().peekable();
    while let Some(c) = rest.next() {
        match (quote, c) {
            (None, '?') if rest.peek().is_none_or(|next| !next.is_ascii_digit()) => {
                return Err(StoreError::misuse("a parameter without its number", sql));
            }
            (None, '?') => text.push('$'),
            (_, c) => {
                if quote == Some(c) {
                    quote = None;
                } else if quote.is_none() && (c == '\'' || c == '"') {
                    quote = Some(c);
                }
                text.push(c);
            }
        }
    }
    Ok(text)
}

fn fits(asked: usize, params: &[Value], sql: &Sql) -> Result<(), StoreError> {
    if asked == params.len() {
        return Ok(());
    }
    Err(StoreError::misuse(format!("{} parameters given, {asked} asked", params.len()), sql.text()))
}

fn borrowed(params: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    params.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

fn owned(row: &tokio_postgres::Row, columns: &Columns) -> Result<Vec<Value>, StoreError> {
    (0..row.len())
        .map(|at| {
            value(row, at).map_err(|found| StoreError::Corrupt {
                table: columns.sql.table(),
                column: columns.names[at].clone(),
                row: "?".into(),
                found,
            })
        })
        .collect()
}

fn value(row: &tokio_postgres::Row, at: usize) -> Result<Value, String> {
    fn read<'r, T: tokio_postgres::types::FromSql<'r>>(
        row: &'r tokio_postgres::Row,
        at: usize,
        make: impl Fn(T) -> Value,
    ) -> Result<Value, String> {
        let found = row.try_get::<_, Option<T>>(at).map_err(|error| chain(&error))?;
        Ok(found.map_or(Value::Null, make))
    }
    match *row.columns()[at].type_() {
        Type::INT8 => read(row, at, Value::Int),
        Type::INT4 => read(row, at, |it: i32| Value::Int(it.into())),
        Type::INT2 => read(row, at, |it: i16| Value::Int(it.into())),
        Type::BOOL => read(row, at, |it: bool| Value::Int(it.into())),
        Type::FLOAT8 => read(row, at, Value::Real),
        Type::TEXT | Type::VARCHAR | Type::NAME | Type::UNKNOWN => read(row, at, Value::Text),
        Type::VOID => Ok(Value::Null),
        ref other => Err(format!("type {other}: CAST it to BIGINT, DOUBLE PRECISION or TEXT")),
    }
}

impl ToSql for Value {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match (self, ty) {
            (Value::Null, _) => Ok(IsNull::Yes),
            (Value::Int(int), &Type::INT8) => int.to_sql(ty, out),
            (Value::Int(int), &Type::INT4) => i32::try_from(*int)?.to_sql(ty, out),
            (Value::Int(int), &Type::INT2) => i16::try_from(*int)?.to_sql(ty, out),
            (Value::Real(real), &Type::FLOAT8) => real.to_sql(ty, out),
            (Value::Text(text), &Type::TEXT | &Type::VARCHAR | &Type::NAME | &Type::UNKNOWN) => {
                text.to_sql(ty, out)
            }
            (value, ty) => Err(format!("{value} where PostgreSQL expects {ty}").into()),
        }
    }

    fn accepts(_ty: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

/// Lost to another transaction, not by a fault of its own.
fn is_moment(error: &tokio_postgres::Error) -> bool {
    matches!(error.code(), Some(code) if *code == SqlState::T_R_SERIALIZATION_FAILURE || *code == SqlState::T_R_DEADLOCK_DETECTED)
}

/// The error of a statement: a rule of the schema, a fault in the query, or the world outside.
fn refused(error: &tokio_postgres::Error, step: usize, sql: &Sql) -> StoreError {
    let Some(told) = error.as_db_error() else {
        let outside =
            error.is_closed() || error.source().is_some_and(<dyn std::error::Error>::is::<std::io::Error>);
        return if outside {
            fault(error, "PostgreSQL")
        } else {
            StoreError::misuse(chain(error), sql.text())
        };
    };
    let kind = match told.code() {
        code if *code == SqlState::UNIQUE_VIOLATION => ConstraintKind::Unique,
        code if *code == SqlState::FOREIGN_KEY_VIOLATION => ConstraintKind::Reference,
        code if code.code().starts_with("23") => ConstraintKind::Check,
        code if ["22", "42", "0A", "21"].iter().any(|class| code.code().starts_with(class)) => {
            return StoreError::misuse(told, sql.text());
        }
        _ => return fault(error, "PostgreSQL"),
    };
    let name = told.constraint().unwrap_or_default().to_owned();
    StoreError::Conflict(Constraint { kind, table: sql.table(), name, step })
}

/// What the world outside did, and what the operator can do about it.
fn fault(error: &tokio_postgres::Error, place: &str) -> StoreError {
    let code = error.code().map_or("", SqlState::code);
    let remedy = match code {
        "28P01" | "28000" => {
            "The server refused this user or password: check both in the URL, and pg_hba.conf on the server"
        }
        "3D000" => "Create the database first: createdb --encoding=UTF8 NAME",
        "42501" => {
            "Give the user the right to create tables in this database: GRANT ALL ON SCHEMA public TO user"
        }
        "53300" => "The server has no connection left: raise its max_connections",
        "53100" => {
            "The server's disk is full: make room. Nothing was half-written; what was refused can be sent again"
        }
        "25006" => "This server is a read-only copy: give the URL of the primary",
        "40001" | "40P01" => "Too many wrote the same rows at once: try again",
        "57P01" | "57P03" => "The server is stopping or starting: try again in a moment",
        _ => "Look at the server's log; what was refused can be sent again",
    };
    StoreError::unavailable(format!("{place}: {}", chain(error)), remedy)
}

/// An error with its causes, which tokio-postgres leaves out of its own words.
fn chain(error: &tokio_postgres::Error) -> String {
    let mut words = error.to_string();
    let mut cause = error.source();
    while let Some(it) = cause {
        if !words.ends_with(&it.to_string()) {
            words = format!("{words}: {it}");
        }
        cause = it.source();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_get_dollars_outside_quotes() {
        assert_eq!(
            dollars("a = ?12 AND b = '?1''?' AND \"c?\" = ?1").as_deref(),
            Ok("a = $12 AND b = '?1''?' AND \"c?\" = $1")
        );
    }

    #[test]
    fn a_parameter_without_a_number_is_refused() {
        assert!(matches!(dollars("a = ?"), Err(StoreError::Misuse { .. })));
    }

    #[test]
    fn tls_is_refused_in_words() {
        for mode in ["require", "verify-full"] {
            let error = parse(&format!("postgres://u@h/d?sslmode={mode}")).unwrap_err();
            assert!(error.to_string().contains("without TLS"), "{error}");
        }
    }

    #[test]
    fn a_password_is_never_told() {
        let config = parse("postgres://an:secret@db.example:5433/hocvuso").expect("a good URL");
        assert_eq!(place(&config), "db.example:5433, database hocvuso");
    }
}
