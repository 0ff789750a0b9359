//! What goes into and comes out of SQL: four kinds of value, the same on both databases.

use super::StoreError;
use std::{fmt, sync::Arc};

/// A value as both databases know it. Times are epoch milliseconds in `Int`, yes/no is `Int` 0 or 1, ids and days are `Text`.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing known.
    Null,
    /// A whole number; the column is `BIGINT`.
    Int(i64),
    /// A finite number; the column is `DOUBLE PRECISION`.
    Real(f64),
    /// Text without NUL characters; the column is `TEXT`.
    Text(String),
}

impl Value {
    /// Why this value may not be stored, if so. SQLite would keep a NUL character and turn NaN into NULL,
    /// PostgreSQL refuses the first and keeps the second: so neither is let in.
    fn fault(&self) -> Option<&'static str> {
        match self {
            Value::Text(text) if text.contains('\0') => Some("text with a NUL character"),
            Value::Real(real) if !real.is_finite() => Some("a number that is not finite"),
            _ => None,
        }
    }
}

/// Refuses the first parameter that the two databases would treat differently.
pub(super) fn check(params: &[Value]) -> Result<(), StoreError> {
    match params.iter().enumerate().find_map(|(at, value)| value.fault().map(|fault| (at, fault))) {
        Some((at, fault)) => Err(StoreError::BadValue { parameter: at + 1, fault }),
        None => Ok(()),
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Null => f.write_str("NULL"),
            Value::Int(int) => write!(f, "{int}"),
            Value::Real(real) => write!(f, "{real}"),
            Value::Text(text) => write!(f, "'{text}'"),
        }
    }
}

macro_rules! value_from {
    ($($kind:ty => $make:expr),+ $(,)?) => { $(
        impl From<$kind> for Value {
            fn from(it: $kind) -> Value { $make(it) }
        }
    )+ };
}

value_from! {
    i64 => Value::Int,
    f64 => Value::Real,
    String => Value::Text,
    &str => |it: &str| Value::Text(it.to_owned()),
    &String => |it: &String| Value::Text(it.clone()),
    i32 => |it: i32| Value::Int(it.into()),
    u32 => |it: u32| Value::Int(it.into()),
    u16 => |it: u16| Value::Int(it.into()),
    u8 => |it: u8| Value::Int(it.into()),
    bool => |it: bool| Value::Int(it.into()),
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(it: Option<T>) -> Value {
        it.map_or(Value::Null, Into::into)
    }
}

/// Parameters `?1, ?2 …` of a statement, in their order.
///
/// ```
/// use store::{db::Value, params};
/// assert_eq!(params!["an", 3, None::<i64>], [Value::Text("an".into()), Value::Int(3), Value::Null]);
/// ```
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { ::std::vec![$($crate::db::Value::from($value)),*] };
}

/// SQL text with numbered parameters `?1, ?2 …`; cheap to clone.
#[derive(Clone, Debug)]
pub enum Sql {
    /// Written in the program.
    Written(&'static str),
    /// Made at run time, once for many uses.
    Made(Arc<str>),
}

impl Sql {
    /// The text as written, with `?N`.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Sql::Written(text) => text,
            Sql::Made(text) => text,
        }
    }

    /// The first table that is read or written: enough to say in an error where to look.
    pub(super) fn table(&self) -> String {
        let mut words = self.text().split(|c: char| c.is_whitespace() || c == '(');
        while let Some(word) = words.next() {
            if ["from", "into", "update"].iter().any(|verb| word.eq_ignore_ascii_case(verb)) {
                return words.find(|word| !word.is_empty()).unwrap_or("?").to_owned();
            }
        }
        "?".to_owned()
    }
}

impl From<&'static str> for Sql {
    fn from(text: &'static str) -> Sql {
        Sql::Written(text)
    }
}

impl From<String> for Sql {
    fn from(text: String) -> Sql {
        Sql::Made(text.into())
    }
}
