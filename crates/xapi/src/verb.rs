//! What was done (1.0.3: Data 2.4.3 "Verb").

use serde_json::Value;

use crate::read::{Fields, Path};
use crate::word::iri;
use crate::write::Writer;
use crate::{Invalid, LanguageMap, language_map};

/// The one verb the standard itself defines: it takes back another statement.
pub const VOIDED: &str = "http://adlnet.gov/expapi/verbs/voided";

/// What was done. The meaning is in the IRI; the display is only for people.
///
/// ```
/// let verb = xapi::Verb::new("http://adlnet.gov/expapi/verbs/answered");
/// assert!(verb.display.is_empty());
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Verb {
    /// An IRI.
    pub id: String,
    /// How people read it; carries no meaning.
    pub display: LanguageMap,
}

impl Verb {
    /// A verb without display.
    pub fn new(iri: impl Into<String>) -> Self {
        Self { id: iri.into(), display: LanguageMap::new() }
    }

    pub(crate) fn read(value: Value, path: &Path<'_>) -> Result<Self, Invalid> {
        let mut fields = Fields::open(value, path)?;
        let verb = Self {
            id: fields.required("id", iri)?,
            display: fields.or_empty("display", language_map::read)?,
        };
        fields.finish()?;
        Ok(verb)
    }

    pub(crate) fn to_value(&self) -> Value {
        Writer::default().put("id", self.id.as_str()).map("display", &self.display).done()
    }
}
