//! Incidents.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What kind of thing happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteKind {
    /// The network, the power or a device failed.
    Technical,
    /// Somebody felt unwell or had to go out.
    Health,
    /// Noise, a visitor, an alarm.
    Disturbance,
    /// Somebody helped or was helped, looked something up, took a picture.
    Rules,
    /// It is not sure who sits there.
    Identity,
    /// Anything else.
    Other,
}

impl NoteKind {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Technical, Self::Health, Self::Disturbance, Self::Rules, Self::Identity, Self::Other];

    /// The word in a form.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Technical => "technical",
            Self::Health => "health",
            Self::Disturbance => "disturbance",
            Self::Rules => "rules",
            Self::Identity => "identity",
            Self::Other => "other",
        }
    }

    /// The kind of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// An incident as the organiser told it; it stays with the sitting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// When it was noted.
    #[serde(with = "jiff::fmt::serde::timestamp::millisecond::required")]
    pub at: Timestamp,
    /// What kind of thing.
    pub kind: NoteKind,
    /// In the organiser's words.
    pub words: String,
}
