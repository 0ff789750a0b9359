//! From a JSON value to a checked one, remembering the way there.

use std::fmt;

use serde_json::{Map, Value};

use crate::{Invalid, Problem};

/// Where the reader stands. Borrowed step by step, so that no text is built unless something is wrong.
#[derive(Clone, Copy)]
pub(crate) enum Path<'a> {
    Root,
    Key(&'a Path<'a>, &'a str),
    Index(&'a Path<'a>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Path::Root => f.write_str("$"),
            Path::Key(parent, key) if is_plain_name(key) => write!(f, "{parent}.{key}"),
            Path::Key(parent, key) => write!(f, "{parent}['{key}']"),
            Path::Index(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

fn is_plain_name(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

impl Path<'_> {
    pub(crate) fn invalid(&self, problem: Problem) -> Invalid {
        Invalid { path: self.to_string(), problem }
    }

    fn wrong_type(&self, expected: &'static str, value: &Value) -> Invalid {
        self.invalid(Problem::WrongType { expected, found: kind(value) })
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

/// The properties of one object, taken out one by one; what is left at the end is refused.
pub(crate) struct Fields<'p> {
    pub(crate) path: &'p Path<'p>,
    map: Map<String, Value>,
}

impl<'p> Fields<'p> {
    pub(crate) fn open(value: Value, path: &'p Path<'p>) -> Result<Self, Invalid> {
        Ok(Self { path, map: object(value, path)? })
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.map.contains_key(key)
    }

    pub(crate) fn optional<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(Value, &Path<'_>) -> Result<T, Invalid>,
    ) -> Result<Option<T>, Invalid> {
        self.map.remove(key).map(|value| read(value, &Path::Key(self.path, key))).transpose()
    }

    pub(crate) fn required<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(Value, &Path<'_>) -> Result<T, Invalid>,
    ) -> Result<T, Invalid> {
        self.optional(key, read)?.ok_or_else(|| self.path.invalid(Problem::Missing { property: key }))
    }

    /// For maps and lists, where absent means empty.
    pub(crate) fn or_empty<T: Default>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(Value, &Path<'_>) -> Result<T, Invalid>,
    ) -> Result<T, Invalid> {
        Ok(self.optional(key, read)?.unwrap_or_default())
    }

    pub(crate) fn finish(self) -> Result<(), Invalid> {
        match self.map.keys().next() {
            Some(key) => Err(Path::Key(self.path, key).invalid(Problem::Unknown)),
            None => Ok(()),
        }
    }
}

pub(crate) fn object(value: Value, path: &Path<'_>) -> Result<Map<String, Value>, Invalid> {
    match value {
        Value::Object(map) => Ok(map),
        other => Err(path.wrong_type("an object", &other)),
    }
}

pub(crate) fn string(value: Value, path: &Path<'_>) -> Result<String, Invalid> {
    match value {
        Value::String(text) => Ok(text),
        other => Err(path.wrong_type("a string", &other)),
    }
}

pub(crate) fn boolean(value: Value, path: &Path<'_>) -> Result<bool, Invalid> {
    match (value.as_bool(), value) {
        (Some(found), _) => Ok(found),
        (None, other) => Err(path.wrong_type("a boolean", &other)),
    }
}

pub(crate) fn number(value: Value, path: &Path<'_>) -> Result<f64, Invalid> {
    match (value.as_f64(), value) {
        (Some(found), _) => Ok(found),
        (None, other) => Err(path.wrong_type("a number", &other)),
    }
}

pub(crate) fn count(value: Value, path: &Path<'_>) -> Result<u64, Invalid> {
    match (value.as_u64(), value) {
        (Some(found), _) => Ok(found),
        (None, other) => Err(path.wrong_type("a whole number from 0", &other)),
    }
}

pub(crate) fn list<T>(
    value: Value,
    path: &Path<'_>,
    read: impl Fn(Value, &Path<'_>) -> Result<T, Invalid>,
) -> Result<Vec<T>, Invalid> {
    let Value::Array(items) = value else { return Err(path.wrong_type("an array", &value)) };
    items.into_iter().enumerate().map(|(index, item)| read(item, &Path::Index(path, index))).collect()
}
