//! What fades, and when it should come back: one memory by FSRS-6, the *free spaced repetition scheduler*.
//!
//! # Words
//! *Stability* is the number of days after which something is still remembered nine times in ten. *Difficulty* (1 to 10) says
//! how slowly that grows. A *grade* says how well it was remembered. *Recall* is how likely it is remembered on a day.
//!
//! # Laws
//! 1. Recall begins at 1 and only falls with the days.
//! 2. A better grade leaves a memory that is at least as stable.
//! 3. What was remembered after a day or more is more stable than before, what was forgotten less.
//!
//! The parameters are those that fit most people; nobody's own are fitted. Nothing here knows what is remembered, or by whom.
//!
//! ```
//! use memory::{Grade, Memory};
//! let learned = Memory::learned(Grade::Good);
//! assert_eq!(learned.days_until(0.8), 8);
//! let again = learned.after(8, Grade::Good);
//! assert!(again.days_until(0.8) > 30);
//! ```

use std::sync::LazyLock;

use fsrs::{FSRS, FSRS6_DEFAULT_DECAY, ItemState, MemoryState, NextStates, current_retrievability};

/// A hundred years: nothing needs to come back later, and every number stays in its range.
const DAYS_MAX: u16 = 36_500;

static MODEL: LazyLock<FSRS> = LazyLock::new(FSRS::default);

/// How well something was remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// It was not.
    Again,
    /// With effort.
    Hard,
    /// It was.
    Good,
    /// Without a thought.
    Easy,
}

/// A memory on the day on which it was last reviewed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Memory {
    stability: f32,
    difficulty: f32,
}

impl Memory {
    /// The memory of something that was learned just now.
    #[must_use]
    pub fn learned(grade: Grade) -> Self {
        Self::of(None, 0, grade)
    }

    /// The memory after a review, so many days after the last one.
    #[must_use]
    pub fn after(self, days: u16, grade: Grade) -> Self {
        Self::of(Some(self.state()), days, grade)
    }

    /// How likely it is remembered after so many days, from 0 to 1.
    #[must_use]
    pub fn recall(self, days: u16) -> f32 {
        current_retrievability(self.state(), days.into(), FSRS6_DEFAULT_DECAY).clamp(0.0, 1.0)
    }

    /// After how many days, one at least, it is remembered no better than `recall`.
    #[must_use]
    pub fn days_until(self, recall: f32) -> u16 {
        let (mut before, mut from) = (0, DAYS_MAX);
        while from - before > 1 {
            let middle = before + (from - before) / 2;
            if self.recall(middle) > recall { before = middle } else { from = middle }
        }
        from
    }

    fn of(before: Option<MemoryState>, days: u16, grade: Grade) -> Self {
        // The default parameters and a finite memory give a finite one; the retention asked for plays no part in it.
        let states = MODEL.next_states(before, 0.9, days.into()).expect("a finite memory has a next one");
        let MemoryState { stability, difficulty } = state(states, grade).memory;
        Self { stability, difficulty }
    }

    fn state(self) -> MemoryState {
        MemoryState { stability: self.stability, difficulty: self.difficulty }
    }
}

fn state(states: NextStates, grade: Grade) -> ItemState {
    match grade {
        Grade::Again => states.again,
        Grade::Hard => states.hard,
        Grade::Good => states.good,
        Grade::Easy => states.easy,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn grades() -> impl Strategy<Value = Grade> {
        prop::sample::select(vec![Grade::Again, Grade::Hard, Grade::Good, Grade::Easy])
    }

    /// A memory with some past.
    fn memories() -> impl Strategy<Value = Memory> {
        (grades(), prop::collection::vec((0u16..800, grades()), 0..30)).prop_map(|(first, reviews)| {
            reviews
                .into_iter()
                .fold(Memory::learned(first), |memory, (days, grade)| memory.after(days, grade))
        })
    }

    proptest! {
        #[test]
        fn recall_begins_whole_and_only_falls(memory in memories(), days in 0u16..30_000, more in 1u16..3000) {
            prop_assert!(memory.recall(0) > 0.999);
            prop_assert!(memory.recall(days + more) <= memory.recall(days));
            prop_assert!((0.0..=1.0).contains(&memory.recall(days)));
        }

        #[test]
        fn a_better_grade_is_remembered_longer(memory in memories(), days in 1u16..1000) {
            let after = |grade| memory.after(days, grade).days_until(0.8);
            let all = [Grade::Again, Grade::Hard, Grade::Good, Grade::Easy].map(after);
            prop_assert!(all.is_sorted(), "{all:?}");
        }

        #[test]
        fn it_comes_back_on_the_first_day_that_asks_for_it(memory in memories(), percent in 50u8..95) {
            let wanted = f32::from(percent) / 100.0;
            let days = memory.days_until(wanted);
            prop_assert!(days >= 1 && (days == 1 || memory.recall(days - 1) > wanted));
            prop_assert!(days == DAYS_MAX || memory.recall(days) <= wanted);
        }
    }

    #[test]
    fn the_days_between_reviews_grow_and_shrink_when_it_was_forgotten() {
        let mut memory = Memory::learned(Grade::Good);
        let mut gaps = Vec::new();
        for grade in [Grade::Good, Grade::Good, Grade::Again, Grade::Good] {
            let days = memory.days_until(0.8);
            gaps.push(days);
            memory = memory.after(days, grade);
        }
        assert!(gaps[0] < gaps[1] && gaps[1] < gaps[2] && gaps[3] < gaps[2], "{gaps:?}");
    }
}
