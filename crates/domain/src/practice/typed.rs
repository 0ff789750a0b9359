//! What was typed into the fields of a screen, or chosen: compared at once, then forgotten.

use serde::{Deserialize, Serialize};

use crate::content::{Element, Field, FieldKind, PhoneScreen};
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

/// Compares what was typed or chosen with what each field of the screen asks for. Capitals, tone marks and blanks are forgiven;
/// amounts are compared as numbers; a check box that was not sent is not ticked.
#[must_use]
pub fn compare(screen: &PhoneScreen, typed: impl Fn(&FieldId) -> Option<String>) -> Vec<Typed> {
    let right = |field: &Field| is_right(field, typed(&field.id).as_deref());
    fields(screen).map(|field| Typed { field: field.id.clone(), right: right(field) }).collect()
}

fn is_right(field: &Field, typed: Option<&str>) -> bool {
    match (&field.kind, typed) {
        (FieldKind::Tick(_), typed) => (typed == Some("on")) == (field.answer == "on"),
        (_, None) => false,
        (FieldKind::Money, Some(typed)) => amount(typed).is_some_and(|it| Some(it) == amount(&field.answer)),
        (FieldKind::Pick(_), Some(typed)) => typed == field.answer,
        (_, Some(typed)) => squeeze(typed) == squeeze(&field.answer),
    }
}

/// An amount in đồng, however its digits are parted and whatever stands after it.
fn amount(text: &str) -> Option<u64> {
    text.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok()
}

fn squeeze(text: &str) -> String {
    territory::fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}
