//! A person who learns, as one value that a decision takes and gives back.

use serde::{Deserialize, Serialize};

use super::{Book, Held, Workbook};
use crate::content::{Path, Profile, Syllabus};
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
    /// Versions of lessons and practices that are not today's. A shell finds them; they are no part of what is saved.
    #[serde(skip)]
    pub held: Held,
}

impl Learner {
    /// A person who has done nothing yet.
    #[must_use]
    pub fn new(person: PersonId) -> Self {
        Self {
            person,
            version: 0,
            book: Book::default(),
            workbook: Workbook::default(),
            held: Held::default(),
        }
    }

    /// The profile that is asked of this person.
    #[must_use]
    pub fn profile<'s>(&self, syllabus: &'s Syllabus) -> Option<&'s Profile> {
        tally::profile(syllabus, &self.book.place)
    }

    /// The path this person goes: the one they chose; until then the first that is suggested to their group, or the first
    /// of all.
    #[must_use]
    pub fn path<'s>(&self, syllabus: &'s Syllabus) -> Option<&'s Path> {
        let chosen = self.workbook.path.as_ref().and_then(|path| syllabus.path(path));
        let group = self.book.place.group();
        let mut paths = syllabus.paths.iter();
        let suggested = || group.and_then(|group| paths.find(|path| path.groups.contains(group)));
        chosen.or_else(suggested).or(syllabus.paths.first())
    }

    /// Whether this person meets the profile that is asked of them.
    #[must_use]
    pub fn has_attained(&self, syllabus: &Syllabus) -> bool {
        self.profile(syllabus).is_some_and(|profile| tally::attained(profile, &self.book))
    }
}
