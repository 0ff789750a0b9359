//! From values of a row to values of the domain.

use crate::db::{FromValue, Row, StoreError, Value};
use core::str::FromStr;
use domain::ids::GroupId;
use domain::place::Place;
use domain::standing::Rung;
use domain::tally::Level;
use jiff::Timestamp;

/// A column, read by `read`; what it does not understand is corrupt.
pub(crate) fn with<'r, V: FromValue<'r>, T>(
    row: &'r Row,
    column: &str,
    wanted: &str,
    read: impl FnOnce(V) -> Option<T>,
) -> Result<T, StoreError> {
    let value: V = row.get(column)?;
    read(value).ok_or_else(|| row.corrupt(column, None, wanted))
}

/// The same where nothing may stand.
pub(crate) fn maybe<'r, V: FromValue<'r>, T>(
    row: &'r Row,
    column: &str,
    wanted: &str,
    read: impl FnOnce(V) -> Option<T>,
) -> Result<Option<T>, StoreError> {
    match row.get::<Option<V>>(column)? {
        None => Ok(None),
        Some(value) => read(value).map(Some).ok_or_else(|| row.corrupt(column, None, wanted)),
    }
}

/// An id, a day, a unit.
pub(crate) fn parsed<T: FromStr>(row: &Row, column: &str) -> Result<T, StoreError> {
    with(row, column, "an id or a day", |text: &str| text.parse().ok())
}

pub(crate) fn maybe_parsed<T: FromStr>(row: &Row, column: &str) -> Result<Option<T>, StoreError> {
    maybe(row, column, "an id or a day", |text: &str| text.parse().ok())
}

pub(crate) fn instant(row: &Row, column: &str) -> Result<Timestamp, StoreError> {
    with(row, column, "an instant", |ms: i64| Timestamp::from_millisecond(ms).ok())
}

pub(crate) fn maybe_instant(row: &Row, column: &str) -> Result<Option<Timestamp>, StoreError> {
    maybe(row, column, "an instant", |ms: i64| Timestamp::from_millisecond(ms).ok())
}

/// The place in columns `unit` and `grps`.
pub(crate) fn place(row: &Row) -> Result<Place, StoreError> {
    let groups = |text: &str| {
        let names = text.split(',').filter(|name| !name.is_empty());
        names.map(GroupId::parse).collect::<Option<Vec<_>>>()
    };
    Ok(Place { unit: parsed(row, "unit")?, groups: with(row, "grps", "names of groups", groups)? })
}

/// The groups as column `grps` keeps them: with a comma on both sides of each, so that one can be looked for.
pub(crate) fn groups(place: &Place) -> String {
    let names: String = place.groups.iter().map(|group| format!("{group},")).collect();
    if names.is_empty() { names } else { format!(",{names}") }
}

pub(crate) fn rung(height: i64) -> Option<Rung> {
    Rung::ALL.into_iter().find(|rung| i64::from(rung.height()) == height)
}

/// Column `level`: 0 started, else the height of the rung.
pub(crate) fn level_height(level: Level) -> i64 {
    match level {
        Level::Started => 0,
        Level::All(rung) => i64::from(rung.height()),
    }
}

pub(crate) fn level(height: i64) -> Option<Level> {
    Level::ALL.into_iter().find(|level| level_height(*level) == height)
}

/// An instant as it is kept.
pub(crate) fn ms(at: Timestamp) -> Value {
    Value::Int(at.as_millisecond())
}

/// An id as it is kept.
pub(crate) fn text(id: impl core::fmt::Display) -> Value {
    Value::Text(id.to_string())
}

/// An id that may be missing.
pub(crate) fn maybe_text(id: Option<impl core::fmt::Display>) -> Value {
    id.map_or(Value::Null, text)
}
