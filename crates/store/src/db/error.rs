//! What can go wrong below the domain. Three questions part the kinds: did somebody else do it first (`Conflict`,
//! `Expectation`: load and decide again, or refuse), can an operator mend it (`Unavailable`, `NewerDatabase` …: the message
//! says how), or is it a fault in the program or the data (`Misuse`, `BadValue`, `Corrupt`: the log wants it).
//!
//! Errors are values that can be cloned, because one failed commit answers every batch that waited for it.

use std::fmt;

/// Why a read or a write did not happen. Nothing of a failed batch is kept.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum StoreError {
    /// A rule of the schema forbids it: such a row exists already, or what it points at does not.
    #[error("{0}")]
    Conflict(Constraint),
    /// A step of a batch touched another number of rows than it had to, usually because somebody moved the version first.
    #[error("step {step} on {table} touched {touched} rows where {expected} was expected")]
    Expectation {
        /// Place of the step in the batch, from 0.
        step: usize,
        /// The table it writes.
        table: String,
        /// What the step expected, in words.
        expected: String,
        /// How many rows it touched.
        touched: u64,
    },
    /// The database cannot be reached or cannot write now. For a write that was already being committed on PostgreSQL it
    /// may have happened all the same: sending it again is harmless when its rows have ids of their own.
    #[error("{what}. {remedy}")]
    Unavailable {
        /// What happened.
        what: String,
        /// What the operator can do.
        remedy: String,
    },
    /// A stored value is not what the program writes.
    #[error("table {table}, column {column}, row {row}: {found}")]
    Corrupt {
        /// The table.
        table: String,
        /// The column.
        column: String,
        /// The first value of the row, by which it can be found.
        row: String,
        /// What stood there and what was expected.
        found: String,
    },
    /// A value that the two databases would keep differently.
    #[error("parameter ?{parameter} is {fault}, which is not stored")]
    BadValue {
        /// Number of the parameter, from 1.
        parameter: usize,
        /// What is wrong with it.
        fault: &'static str,
    },
    /// A query for exactly one row found none.
    #[error("no such row in {table}")]
    Missing {
        /// The table asked.
        table: String,
    },
    /// The database was migrated by a newer program.
    #[error(
        "The database has migration {database}, this program knows only up to {program}. Run the newer hocvuso, or restore a backup made before the update"
    )]
    NewerDatabase {
        /// The newest migration in the database.
        database: i64,
        /// The newest migration the program knows.
        program: i64,
    },
    /// An applied migration is not the one in the program.
    #[error(
        "Migration {id} in the database differs from the one in this program. Run the hocvuso that made this database; applied migrations are never edited"
    )]
    MigrationChanged {
        /// Its number.
        id: i64,
    },
    /// This database has another tool for it.
    #[error("{what}. {instead}")]
    NotHere {
        /// What was asked.
        what: String,
        /// What to use instead.
        instead: String,
    },
    /// A fault in the program: SQL that the database does not understand, or parameters that do not fit.
    #[error("fault in a query: {cause}; in: {sql}")]
    Misuse {
        /// What the database said.
        cause: String,
        /// The text.
        sql: String,
    },
}

impl StoreError {
    pub(super) fn unavailable(what: impl Into<String>, remedy: impl Into<String>) -> StoreError {
        StoreError::Unavailable { what: what.into(), remedy: remedy.into() }
    }

    pub(super) fn misuse(cause: impl fmt::Display, sql: &str) -> StoreError {
        StoreError::Misuse { cause: cause.to_string(), sql: sql.to_owned() }
    }

    /// Somebody else was first: load again, decide again.
    #[must_use]
    pub fn is_race(&self) -> bool {
        matches!(self, StoreError::Conflict(_) | StoreError::Expectation { .. })
    }
}

/// The rule that a write broke. `kind` and `table` are the same on both databases; `name` is for the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constraint {
    /// What kind of rule.
    pub kind: ConstraintKind,
    /// The table that was written.
    pub table: String,
    /// What the database calls the rule.
    pub name: String,
    /// Place of the step in its batch, from 0.
    pub step: usize,
}

/// What kind of rule a write broke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConstraintKind {
    /// A row with this key exists.
    Unique,
    /// It points at a row that does not exist, or others point at it.
    Reference,
    /// A value outside what the column allows, or none where one is needed.
    Check,
}

impl fmt::Display for Constraint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.kind {
            ConstraintKind::Unique => "such a row exists already",
            ConstraintKind::Reference => "what it refers to does not exist, or is still referred to",
            ConstraintKind::Check => "a value is not allowed",
        };
        write!(f, "step {} on {}: {kind} ({})", self.step, self.table, self.name)
    }
}
