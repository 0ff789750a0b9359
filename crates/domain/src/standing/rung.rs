//! The ladder of evidence.

use serde::{Deserialize, Serialize};

/// A rung of the ladder, from what is weakest to what is strongest.
///
/// ```
/// use domain::standing::Rung;
/// assert!(Rung::Alone > Rung::Helped);
/// assert_eq!(Rung::parse("passed"), Some(Rung::Passed));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rung {
    /// Was there: read the lesson, or was shown.
    Attended,
    /// Did it with help: of a person, or of the guided mode.
    Helped,
    /// Did it alone.
    Alone,
    /// Passed a check.
    Passed,
    /// Did it again, alone, long after.
    Retained,
}

impl Rung {
    /// All rungs, from the lowest.
    pub const ALL: [Self; 5] = [Self::Attended, Self::Helped, Self::Alone, Self::Passed, Self::Retained];

    /// The word in files, statements and addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Attended => "attended",
            Self::Helped => "helped",
            Self::Alone => "alone",
            Self::Passed => "passed",
            Self::Retained => "retained",
        }
    }

    /// The rung of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rung| rung.as_str() == word)
    }

    /// Its height, 1 to 5.
    #[must_use]
    pub const fn height(self) -> u8 {
        match self {
            Self::Attended => 1,
            Self::Helped => 2,
            Self::Alone => 3,
            Self::Passed => 4,
            Self::Retained => 5,
        }
    }
}
