//! Counts of people, with the small ones hidden.

use crate::messages::Messages;

/// How many people; a count so small that it might point at somebody is only said to be under a bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// So many.
    Exact(u64),
    /// Fewer than so many, at least one.
    Under(u64),
}

impl Count {
    /// In words: "6.214", "dưới 5".
    #[must_use]
    pub fn say(self, m: Messages) -> String {
        match self {
            Self::Exact(count) => m.number(count),
            Self::Under(bound) => m.under(bound),
        }
    }

    /// For the length of a bar: a hidden count is drawn as nothing.
    #[must_use]
    pub const fn drawn(self) -> u64 {
        match self {
            Self::Exact(count) => count,
            Self::Under(_) => 0,
        }
    }
}
