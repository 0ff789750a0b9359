//! Files that go with a statement (1.0.3: Data 2.4.11 "Attachments").

use serde_json::Value;

use crate::read::{Fields, Path, count};
use crate::word::{iri, media_type, sha2};
use crate::write::{Writer, map_value};
use crate::{Invalid, LanguageMap, language_map};

/// A file that goes with a statement; only its description is here.
#[derive(Clone, Debug, PartialEq)]
pub struct Attachment {
    /// An IRI of what the file is for.
    pub usage_type: String,
    /// What people call it.
    pub display: LanguageMap,
    /// What it is about.
    pub description: LanguageMap,
    /// Its media type.
    pub content_type: String,
    /// Its length in bytes (`length` in JSON).
    pub length_bytes: u64,
    /// Its SHA-2 sum, in hexadecimal.
    pub sha2: String,
    /// An IRL where it can be had.
    pub file_url: Option<String>,
}

impl Attachment {
    pub(crate) fn read(value: Value, path: &Path<'_>) -> Result<Self, Invalid> {
        let mut fields = Fields::open(value, path)?;
        let attachment = Self {
            usage_type: fields.required("usageType", iri)?,
            display: fields.required("display", language_map::read)?,
            description: fields.or_empty("description", language_map::read)?,
            content_type: fields.required("contentType", media_type)?,
            length_bytes: fields.required("length", count)?,
            sha2: fields.required("sha2", sha2)?,
            file_url: fields.optional("fileUrl", iri)?,
        };
        fields.finish()?;
        Ok(attachment)
    }

    pub(crate) fn to_value(&self) -> Value {
        Writer::default()
            .put("usageType", self.usage_type.as_str())
            .put("display", map_value(&self.display))
            .map("description", &self.description)
            .put("contentType", self.content_type.as_str())
            .put("length", self.length_bytes)
            .put("sha2", self.sha2.as_str())
            .text("fileUrl", self.file_url.as_ref())
            .done()
    }
}
