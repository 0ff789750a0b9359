//! From a checked value to JSON. Goes through `Value` and not through derived code, so that a program which
//! only writes statements (the service worker) does not carry the parser.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::{Map, Number, Value};

/// An object being written; what is absent or empty is left out.
#[derive(Default)]
pub(crate) struct Writer(Map<String, Value>);

impl Writer {
    pub(crate) fn put(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.0.insert(key.to_owned(), value.into());
        self
    }

    pub(crate) fn maybe(self, key: &str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.put(key, value),
            None => self,
        }
    }

    pub(crate) fn text(self, key: &str, value: Option<&String>) -> Self {
        self.maybe(key, value.map(String::as_str))
    }

    pub(crate) fn map<T: Clone + Into<Value>>(self, key: &str, map: &BTreeMap<String, T>) -> Self {
        if map.is_empty() { self } else { self.put(key, map_value(map)) }
    }

    pub(crate) fn list<T>(self, key: &str, items: &[T], write: impl Fn(&T) -> Value) -> Self {
        if items.is_empty() { self } else { self.put(key, items.iter().map(write).collect::<Vec<_>>()) }
    }

    pub(crate) fn done(self) -> Value {
        Value::Object(self.0)
    }
}

pub(crate) fn map_value<T: Clone + Into<Value>>(map: &BTreeMap<String, T>) -> Value {
    map.iter().map(|(key, value)| (key.clone(), value.clone().into())).collect::<Map<_, _>>().into()
}

/// UTC with exactly three decimals, the least precision the standard lets a store keep (1.0.3: Data 4.5).
pub(crate) fn instant(at: Timestamp) -> String {
    format!("{at:.3}")
}

/// The largest whole number up to which every `f64` is exact.
const EXACT_MAX: f64 = 9_007_199_254_740_992.0;

/// Whole numbers are written without `.0`. JSON has no infinities: such a number is left out.
pub(crate) fn number(value: Option<f64>) -> Option<Value> {
    let value = value?;
    if value.fract() == 0.0 && value.abs() < EXACT_MAX {
        return Some(Value::from(value as i64));
    }
    Number::from_f64(value).map(Value::Number)
}
