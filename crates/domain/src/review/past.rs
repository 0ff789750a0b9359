//! On which days something was done alone, and how well.

use serde::{Deserialize, Serialize};

use super::{Day, Grade};

/// How many are kept. The days between two grow, so this is a life of learning.
const KEPT_MAX: usize = 24;

/// The days on which something was done alone, each once, the newest last. Each travels as one number, four times the day and
/// the grade from 0 to 3: there may be many, and little room on a phone for the code that reads names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Past(Vec<u32>);

/// One of those days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reviewed {
    /// The day.
    pub day: Day,
    /// How well it was done.
    pub grade: Grade,
}

impl Reviewed {
    fn code(self) -> u32 {
        let grade = match self.grade {
            Grade::Again => 0,
            Grade::Hard => 1,
            Grade::Good => 2,
            Grade::Easy => 3,
        };
        u32::from(self.day.0) * 4 + grade
    }

    fn of_code(code: u32) -> Self {
        let grade = match code % 4 {
            0 => Grade::Again,
            1 => Grade::Hard,
            2 => Grade::Good,
            _ => Grade::Easy,
        };
        Self { day: Day(u16::try_from(code / 4).unwrap_or(u16::MAX)), grade }
    }
}

impl Past {
    /// Keeps what was done, when it is the first time that day, and says whether it shows that something is remembered.
    ///
    /// Acts of a phone that was without a network may come after those of a later day: they count for no day. The very first
    /// time is never easy: the way was shown just before.
    pub fn keep(&mut self, day: Day, grade: Grade) -> bool {
        if self.last().is_some_and(|last| last.day >= day) {
            return false;
        }
        let grade = if self.is_empty() { grade.min(Grade::Good) } else { grade };
        if self.0.len() >= KEPT_MAX {
            // The first one stays: learning began with it.
            self.0.remove(1);
        }
        self.0.push(Reviewed { day, grade }.code());
        grade.is_kept()
    }

    /// Those days.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = Reviewed> {
        self.0.iter().copied().map(Reviewed::of_code)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it was done more than once: the first time is learning, what follows is review.
    #[must_use]
    pub fn has_returned(&self) -> bool {
        self.0.len() > 1
    }

    /// The last one.
    #[must_use]
    pub fn last(&self) -> Option<Reviewed> {
        self.all().next_back()
    }
}
