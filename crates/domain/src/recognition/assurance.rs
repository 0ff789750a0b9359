//! How sure one can be that it was this person who did it.

use serde::{Deserialize, Serialize};

/// How the person was seen to do what is certified. A named value and never a hidden one: the certificate says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Assurance {
    /// Alone, watched by nobody.
    SelfTaken,
    /// In a sitting that an organiser supervised.
    Supervised,
}

impl Assurance {
    /// Its number in a signed code, where 0 says nothing.
    #[must_use]
    pub const fn level(self) -> u8 {
        match self {
            Self::SelfTaken => 1,
            Self::Supervised => 2,
        }
    }

    /// The assurance of a number in a signed code.
    #[must_use]
    pub fn of_level(level: u8) -> Option<Self> {
        [Self::SelfTaken, Self::Supervised].into_iter().find(|assurance| assurance.level() == level)
    }

    /// The word in the database and in credentials.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SelfTaken => "self-taken",
            Self::Supervised => "supervised",
        }
    }
}
