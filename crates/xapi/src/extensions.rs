//! What a community of practice adds (1.0.3: Data 4.1 "Extensions").

use std::collections::BTreeMap;

use serde_json::Value;

use crate::Invalid;
use crate::read::{Path, object};
use crate::word::iri;

/// Free JSON by IRI; the one place of a statement where `null` may stand. Empty means absent.
pub type Extensions = BTreeMap<String, Value>;

pub(crate) fn read(value: Value, path: &Path<'_>) -> Result<Extensions, Invalid> {
    let entry = |(key, value): (String, Value)| {
        iri(Value::String(key.clone()), &Path::Key(path, &key))?;
        Ok((key, value))
    };
    object(value, path)?.into_iter().map(entry).collect()
}
