//! A row that was read, and taking typed values out of it.

use super::{Sql, StoreError, Value};
use std::{fmt, sync::Arc};

/// One row of an answer. Rows of one answer share their column names.
#[derive(Clone, Debug)]
pub struct Row {
    columns: Arc<Columns>,
    values: Vec<Value>,
}

#[derive(Debug)]
pub(super) struct Columns {
    pub(super) names: Vec<String>,
    pub(super) sql: Sql,
}

impl Row {
    pub(super) fn new(columns: &Arc<Columns>, values: Vec<Value>) -> Row {
        Row { columns: Arc::clone(columns), values }
    }

    /// The value of a column, by its name or its place from 0: `row.get::<i64>("version")`, `row.get::<&str>(0)`.
    ///
    /// # Errors
    /// `Corrupt` with table, column and row when the column is missing, or holds something else than was asked for.
    pub fn get<'r, T: FromValue<'r>>(&'r self, column: impl Column) -> Result<T, StoreError> {
        let value = column.place(&self.columns.names).and_then(|place| self.values.get(place));
        value.and_then(T::from_value).ok_or_else(|| self.corrupt(column, value, T::WANTED))
    }

    /// All values, in the order of the columns.
    #[must_use]
    pub fn values(&self) -> &[Value] {
        &self.values
    }

    /// The error for a column whose value has the right kind but not a meaning, for example an unknown verb.
    pub fn corrupt(&self, column: impl Column, found: Option<&Value>, wanted: &str) -> StoreError {
        StoreError::Corrupt {
            table: self.columns.sql.table(),
            column: column.to_string(),
            row: self.values.first().map_or_else(String::new, Value::to_string),
            found: format!(
                "{} where {wanted} was expected",
                found.map_or("no such column".into(), Value::to_string)
            ),
        }
    }
}

/// A way to say which column: its name, or its place from 0.
pub trait Column: Copy + fmt::Display {
    /// The place of the column among `names`.
    fn place(self, names: &[String]) -> Option<usize>;
}

impl Column for usize {
    fn place(self, _names: &[String]) -> Option<usize> {
        Some(self)
    }
}

impl Column for &str {
    fn place(self, names: &[String]) -> Option<usize> {
        names.iter().position(|name| name == self)
    }
}

/// A Rust type that a stored value can be read as.
pub trait FromValue<'r>: Sized {
    /// The words for it in an error.
    const WANTED: &'static str;
    /// The value, when it is of this kind.
    fn from_value(value: &'r Value) -> Option<Self>;
}

macro_rules! from_value {
    ($($kind:ty, $wanted:literal, $pattern:pat => $take:expr;)+) => { $(
        impl<'r> FromValue<'r> for $kind {
            const WANTED: &'static str = $wanted;
            fn from_value(value: &'r Value) -> Option<Self> {
                match value { $pattern => $take, _ => None }
            }
        }
    )+ };
}

from_value! {
    i64, "a whole number", Value::Int(int) => Some(*int);
    u8, "a whole number from 0 to 255", Value::Int(int) => u8::try_from(*int).ok();
    u32, "a whole number from 0 to 4294967295", Value::Int(int) => u32::try_from(*int).ok();
    u64, "a whole number, not negative", Value::Int(int) => u64::try_from(*int).ok();
    bool, "0 or 1", Value::Int(int @ (0 | 1)) => Some(*int == 1);
    f64, "a number", Value::Real(real) => Some(*real);
    &'r str, "text", Value::Text(text) => Some(text.as_str());
    String, "text", Value::Text(text) => Some(text.clone());
}

impl<'r, T: FromValue<'r>> FromValue<'r> for Option<T> {
    const WANTED: &'static str = T::WANTED;
    fn from_value(value: &'r Value) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            value => T::from_value(value).map(Some),
        }
    }
}
