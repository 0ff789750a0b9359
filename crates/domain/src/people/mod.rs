//! People: the little that must be known of a person.
//!
//! # Laws
//! 1. Nobody needs a name to learn; a certificate needs one.
//! 2. Children are never shown by name, to nobody but themselves.

mod duty;
mod name;
mod role;

pub use duty::Duty;
pub use name::{BadName, Name};
pub use role::RoleKind;

/// The age, in the year of an act, below which a person is shown as a child: never by name.
pub const CHILD_BELOW_AGE: i16 = 18;

/// Whether a person born in `birth_year` is a child in `year`. Who has told no birth year is no child.
///
/// ```
/// assert!(domain::people::is_child(Some(2014), 2026));
/// assert!(!domain::people::is_child(Some(1956), 2026));
/// ```
#[must_use]
pub fn is_child(birth_year: Option<i16>, year: i16) -> bool {
    birth_year.is_some_and(|born| year - born < CHILD_BELOW_AGE)
}
