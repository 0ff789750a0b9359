//! A person who learns, as one value that a decision takes and gives back.

use serde::{Deserialize, Serialize};

use super::{Book, Workbook};
use crate::content::{Profile, Syllabus};
use crate::ids::PersonId;
use crate::tally;

/// A person who learns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Learner {
    /// Who.
    pub person: PersonId,
    /// How many acts are in the record: the next entry's place in the person's order.
    pub version: u64,
    /// What counts.
    pub book: Book,
    /// Where the person stands in lessons, practices and checks.
    pub workbook: Workbook,
}

impl Learner {
    /// A person who has done nothing yet.
    #[must_use]
    pub fn new(person: PersonId) -> Self {
        Self { person, version: 0, book: Book::default(), workbook: Workbook::default() }
    }

    /// The profile that is asked of this person.
    #[must_use]
    pub fn profile<'s>(&self, syllabus: &'s Syllabus) -> Option<&'s Profile> {
        tally::profile(syllabus, &self.book.place)
    }

    /// Whether this person meets the profile that is asked of them.
    #[must_use]
    pub fn has_attained(&self, syllabus: &Syllabus) -> bool {
        self.profile(syllabus).is_some_and(|profile| tally::attained(profile, &self.book))
    }
}
