//! What was typed into the fields of a screen: compared at once, then forgotten.

use serde::{Deserialize, Serialize};

use crate::content::{Element, Field, PhoneScreen};
use crate::ids::FieldId;

/// Whether one field held what the practice asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Typed {
    /// The field.
    pub field: FieldId,
    /// Whether it was right.
    pub right: bool,
}

/// The field of an id on a screen.
#[must_use]
pub fn field<'s>(screen: &'s PhoneScreen, id: &FieldId) -> Option<&'s Field> {
    fields(screen).find(|field| field.id == *id)
}

fn fields(screen: &PhoneScreen) -> impl Iterator<Item = &Field> {
    screen.elements.iter().filter_map(|element| match element {
        Element::Field(field) => Some(field),
        _ => None,
    })
}

/// Compares what was typed with what each field of the screen asks for. Capitals, tone marks and blanks are forgiven.
#[must_use]
pub fn compare(screen: &PhoneScreen, typed: impl Fn(&FieldId) -> Option<String>) -> Vec<Typed> {
    let right = |field: &Field| typed(&field.id).is_some_and(|text| squeeze(&text) == squeeze(&field.answer));
    fields(screen).map(|field| Typed { field: field.id.clone(), right: right(field) }).collect()
}

fn squeeze(text: &str) -> String {
    territory::fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}
