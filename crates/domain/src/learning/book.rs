//! What counts of a person, and how an entry moves it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::content::Syllabus;
use crate::ids::SkillId;
use crate::place::Place;
use crate::record::{Entry, Subject};
use crate::standing::{Rung, Standing, climb};
use crate::tally::{Delta, differences};

/// What counts of a person: where and as whom, and on which rung for each skill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Book {
    /// Where and as whom the person counts.
    pub place: Place,
    /// The standing for each skill.
    pub standings: BTreeMap<SkillId, Standing>,
}

impl Default for Book {
    fn default() -> Self {
        Self { place: Place::unknown(), standings: BTreeMap::new() }
    }
}

impl Book {
    /// The rung for a skill, `None` below the ladder.
    #[must_use]
    pub fn rung(&self, skill: &SkillId) -> Option<Rung> {
        self.standings.get(skill).map(|standing| standing.rung)
    }
}

/// Posts an entry into a book: the book after, the skills whose standing moved, and the deltas of the tallies.
#[must_use]
pub fn post(syllabus: &Syllabus, book: &Book, entry: &Entry) -> (Book, Vec<SkillId>, Vec<Delta>) {
    let (after, moved) = fold(book, entry);
    let deltas = moves(syllabus, book, &after, entry.at);
    (after, moved, deltas)
}

/// The deltas between two books, on the day of an instant.
pub(crate) fn moves(syllabus: &Syllabus, before: &Book, after: &Book, at: Timestamp) -> Vec<Delta> {
    if before == after { Vec::new() } else { differences(syllabus, before, after, day_of(at)) }
}

/// Posts an entry: the book after it, and the skills whose standing moved.
pub(crate) fn fold(book: &Book, entry: &Entry) -> (Book, Vec<SkillId>) {
    let mut after = book.clone();
    if let Subject::Settled = entry.subject {
        after.place = entry.place.clone();
    }
    let mut moved = Vec::new();
    for evidence in &entry.evidence {
        let current = after.standings.get(&evidence.skill);
        if let Some(standing) = climb(current, evidence, entry.at, entry.id, entry.helper) {
            after.standings.insert(evidence.skill.clone(), standing);
            moved.push(evidence.skill.clone());
        }
    }
    (after, moved)
}

/// The day of an instant in Viet Nam, which has kept UTC+7 without daylight saving since 1975.
#[must_use]
pub fn day_of(at: Timestamp) -> Date {
    jiff::tz::Offset::constant(7).to_datetime(at).date()
}
