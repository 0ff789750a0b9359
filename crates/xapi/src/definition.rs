//! What is known of an activity (1.0.3: Data 2.4.4 "Activity Definition").

use serde_json::Value;

use crate::interaction::Interaction;
use crate::read::{Fields, Path};
use crate::word::iri;
use crate::write::Writer;
use crate::{Extensions, Invalid, LanguageMap, extensions, language_map};

/// What is known of an activity; not part of what a statement says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Definition {
    /// What people call it.
    pub name: LanguageMap,
    /// What it is about.
    pub description: LanguageMap,
    /// An IRI of its kind (`type` in JSON).
    pub kind: Option<String>,
    /// An IRL where people read more.
    pub more_info: Option<String>,
    /// How it is answered, where it is a question.
    pub interaction: Option<Interaction>,
    /// What else there is to say.
    pub extensions: Extensions,
}

impl Definition {
    pub(crate) fn read(value: Value, path: &Path<'_>) -> Result<Self, Invalid> {
        let mut fields = Fields::open(value, path)?;
        let definition = Self {
            name: fields.or_empty("name", language_map::read)?,
            description: fields.or_empty("description", language_map::read)?,
            kind: fields.optional("type", iri)?,
            more_info: fields.optional("moreInfo", iri)?,
            interaction: Interaction::take(&mut fields)?,
            extensions: fields.or_empty("extensions", extensions::read)?,
        };
        fields.finish()?;
        Ok(definition)
    }

    pub(crate) fn to_value(&self) -> Value {
        let writer = Writer::default()
            .map("name", &self.name)
            .map("description", &self.description)
            .text("type", self.kind.as_ref())
            .text("moreInfo", self.more_info.as_ref())
            .map("extensions", &self.extensions);
        match &self.interaction {
            Some(interaction) => interaction.put(writer).done(),
            None => writer.done(),
        }
    }
}
