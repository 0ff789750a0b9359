//! Writes as values: what to change and what each change expects, committed together or not at all.

use super::{Sql, StoreError, Value, value};
use std::fmt;

/// Statements that commit as one transaction, in their order.
///
/// ```
/// use store::{db::Batch, params};
/// let batch = Batch::new()
///     .expect_one("UPDATE persons SET version = 8 WHERE id = ?1 AND version = 7", params!["an"])
///     .any("DELETE FROM sessions WHERE person = ?1", params!["an"]);
/// assert_eq!(batch.len(), 2);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Batch {
    pub(super) steps: Vec<Step>,
}

#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) sql: Sql,
    pub(super) params: Vec<Value>,
    expect: Expect,
}

/// How many rows a step has to touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expect {
    Exactly(u64),
    AtMostOne,
    Any,
}

/// How many rows each step of a committed batch touched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// One count a step, in their order.
    pub touched: Vec<u64>,
}

/// Rows in one `INSERT` of [`Batch::insert_many`]: few sizes, so that each is prepared once and used often.
const CHUNKS: [usize; 3] = [256, 16, 1];
/// SQLite takes at most 32,766 parameters in a statement.
const PARAMS_MAX: usize = 32_766;

impl Batch {
    /// A batch that does nothing yet.
    #[must_use]
    pub fn new() -> Batch {
        Batch::default()
    }

    /// Adds a statement that has to touch exactly one row; otherwise nothing of the batch happens.
    #[must_use]
    pub fn expect_one(self, sql: impl Into<Sql>, params: Vec<Value>) -> Batch {
        self.step(sql.into(), params, Expect::Exactly(1))
    }

    /// Adds a statement that may touch one row or none.
    #[must_use]
    pub fn at_most_one(self, sql: impl Into<Sql>, params: Vec<Value>) -> Batch {
        self.step(sql.into(), params, Expect::AtMostOne)
    }

    /// Adds a statement that may touch any number of rows.
    #[must_use]
    pub fn any(self, sql: impl Into<Sql>, params: Vec<Value>) -> Batch {
        self.step(sql.into(), params, Expect::Any)
    }

    /// Adds rows to a table, many in each statement. `tail` is empty, and then every row has to be new; or an
    /// `ON CONFLICT …` clause. With `DO UPDATE` no key may come twice in `rows` (PostgreSQL refuses it): sum first.
    /// Each row has as many values as there are `columns`; another number of parameters is `Misuse` when written.
    #[must_use]
    pub fn insert_many(
        mut self,
        table: &str,
        columns: &[&str],
        tail: &str,
        rows: impl IntoIterator<Item = Vec<Value>>,
    ) -> Batch {
        let mut rows = rows.into_iter().collect::<Vec<_>>().into_iter();
        for size in CHUNKS.into_iter().filter(|size| size * columns.len() <= PARAMS_MAX) {
            if rows.len() < size {
                continue;
            }
            let sql = Sql::from(insert_text(table, columns, tail, size));
            let expect = if tail.is_empty() { Expect::Exactly(size as u64) } else { Expect::Any };
            while rows.len() >= size {
                let params = rows.by_ref().take(size).flatten().collect();
                self = self.step(sql.clone(), params, expect);
            }
        }
        self
    }

    /// Adds the steps of another batch after these.
    #[must_use]
    pub fn then(mut self, mut other: Batch) -> Batch {
        self.steps.append(&mut other.steps);
        self
    }

    /// How many statements.
    #[must_use]
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Is there nothing to do?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    fn step(mut self, sql: Sql, params: Vec<Value>, expect: Expect) -> Batch {
        self.steps.push(Step { sql, params, expect });
        self
    }

    pub(super) fn check(&self) -> Result<(), StoreError> {
        self.steps.iter().try_for_each(|step| value::check(&step.params))
    }
}

impl Step {
    /// Is `touched` what this step, the `at`th of its batch, expected?
    pub(super) fn met(&self, at: usize, touched: u64) -> Result<u64, StoreError> {
        let met = match self.expect {
            Expect::Exactly(rows) => touched == rows,
            Expect::AtMostOne => touched <= 1,
            Expect::Any => true,
        };
        if met {
            return Ok(touched);
        }
        Err(StoreError::Expectation {
            step: at,
            table: self.sql.table(),
            expected: self.expect.to_string(),
            touched,
        })
    }
}

impl fmt::Display for Expect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Expect::Exactly(rows) => write!(f, "exactly {rows}"),
            Expect::AtMostOne => f.write_str("at most 1"),
            Expect::Any => f.write_str("any"),
        }
    }
}

/// `INSERT INTO t (a, b) VALUES (?1, ?2), (?3, ?4) tail`
fn insert_text(table: &str, columns: &[&str], tail: &str, rows: usize) -> String {
    let row = |at: usize| {
        let params = (1..=columns.len()).map(|column| format!("?{}", at * columns.len() + column));
        format!("({})", params.collect::<Vec<_>>().join(", "))
    };
    let values = (0..rows).map(row).collect::<Vec<_>>().join(", ");
    format!("INSERT INTO {table} ({}) VALUES {values} {tail}", columns.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::params;

    #[test]
    fn many_rows_become_few_statements_of_few_sizes() {
        let rows = (0..300).map(|id| params![i64::from(id), "x"]);
        let batch = Batch::new().insert_many("t", &["id", "name"], "", rows);
        let sizes: Vec<usize> = batch.steps.iter().map(|step| step.params.len() / 2).collect();
        assert_eq!(sizes, [vec![256, 16, 16], vec![1; 12]].concat());
        assert_eq!(batch.steps[3].sql.text().trim(), "INSERT INTO t (id, name) VALUES (?1, ?2)");
    }

    #[test]
    fn an_expectation_tells_step_table_and_rows() {
        let batch = Batch::new().expect_one("UPDATE persons SET version = 2", vec![]);
        let error = batch.steps[0].met(0, 0).unwrap_err();
        assert_eq!(error.to_string(), "step 0 on persons touched 0 rows where exactly 1 was expected");
    }
}
