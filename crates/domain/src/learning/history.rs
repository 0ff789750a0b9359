//! A person's entries as they are folded, one after the other, voided ones taken out again.

use super::{Book, day_of, post};
use crate::content::Syllabus;
use crate::ids::SkillId;
use crate::record::{Entry, Subject};
use crate::tally::{Delta, differences};

/// The fold of a person's entries. Unlike [`post`] it remembers what it was made of, so that an entry can be taken out of it.
#[derive(Debug, Clone, Default)]
pub struct History {
    book: Book,
    /// Those that can move a book: with a place or with evidence. Taps and screens are most of a record and never do.
    moving: Vec<Entry>,
}

impl History {
    /// Posts the next entry: the skills whose standing moved, and the deltas of the tallies. One that voids another is the
    /// difference to the book that never had it, on the day of the voiding: the days before stay as they were counted.
    pub fn post(&mut self, syllabus: &Syllabus, entry: &Entry) -> (Vec<SkillId>, Vec<Delta>) {
        let Subject::Voided { statement, .. } = entry.subject else {
            return self.add(syllabus, entry);
        };
        self.moving.retain(|earlier| earlier.id != statement);
        let fresh = |book: Book, entry: &Entry| post(syllabus, &book, entry).0;
        let after = self.moving.iter().fold(Book::default(), fresh);
        let before = core::mem::replace(&mut self.book, after);
        let skills = before.standings.keys().chain(self.book.standings.keys());
        let differs = |skill: &&SkillId| before.standings.get(*skill) != self.book.standings.get(*skill);
        let mut moved: Vec<SkillId> = skills.filter(differs).cloned().collect();
        moved.sort();
        moved.dedup();
        let deltas = differences(syllabus, &before, &self.book, day_of(entry.at));
        (moved, deltas)
    }

    fn add(&mut self, syllabus: &Syllabus, entry: &Entry) -> (Vec<SkillId>, Vec<Delta>) {
        let (after, moved, deltas) = post(syllabus, &self.book, entry);
        self.book = after;
        if !entry.evidence.is_empty() || entry.subject == Subject::Settled {
            self.moving.push(entry.clone());
        }
        (moved, deltas)
    }

    /// The book so far.
    #[must_use]
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// The book in the end.
    #[must_use]
    pub fn into_book(self) -> Book {
        self.book
    }
}
