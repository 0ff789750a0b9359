//! Ids: one newtype per kind of thing.
//!
//! People, statements and certificates get UUIDv7 minted from (now, chance), so that a run can be replayed.
//! Content has names that teachers choose (`spot-scam`); they never change their meaning.

use core::fmt;
use core::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::{Builder, Uuid};

/// Ten bytes of chance, as much as a UUIDv7 holds. Only shells draw it.
pub type Chance = [u8; 10];

/// A UUIDv7 (RFC 9562) of an instant and a chance. Instants before 1970 count as 1970.
///
/// ```
/// let now = "2026-11-22T08:00:00Z".parse().unwrap();
/// let id = domain::ids::mint(now, [7; 10]);
/// assert_eq!(id, domain::ids::mint(now, [7; 10]));
/// assert_eq!(id.get_version_num(), 7);
/// ```
#[must_use]
pub fn mint(now: Timestamp, chance: Chance) -> Uuid {
    let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
    Builder::from_unix_timestamp_millis(millis, &chance).into_uuid()
}

macro_rules! uuid_ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A fresh id of an instant and a chance.
            #[must_use]
            pub fn mint(now: Timestamp, chance: Chance) -> Self {
                Self(mint(now, chance))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::try_parse(text).map(Self)
            }
        }
    )*};
}

uuid_ids! {
    /// A person, learner or helper or both.
    PersonId;
    /// One act, and the statement that records it.
    StatementId;
    /// A certificate.
    CertificateId;
    /// A sitting: a supervised session in which several people do a test.
    SittingId;
    /// A review.
    ReviewId;
}

macro_rules! named_ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Box<str>);

        impl $name {
            /// The id of a name of a–z, 0–9 and `-`, at most 64 long; any other text is `None`.
            #[must_use]
            pub fn parse(name: &str) -> Option<Self> {
                is_name(name).then(|| Self(name.into()))
            }

            /// The name.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

fn is_name(name: &str) -> bool {
    (1..=64).contains(&name.len())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

named_ids! {
    /// A skill, such as `spot-scam`.
    SkillId;
    /// A group of people, plain (`resident`) or composite (`adults`).
    GroupId;
    /// A profile: what a framework demands of a group.
    ProfileId;
    /// A course.
    CourseId;
    /// A path: courses in order for an audience.
    PathId;
    /// A lesson.
    LessonId;
    /// A practice.
    PracticeId;
    /// A screen of a practice.
    ScreenId;
    /// A field of a practice's screen.
    FieldId;
    /// A question.
    ItemId;
    /// A blueprint: what a test asks, be it a diagnosis, a check or an examination.
    BlueprintId;
    /// A framework: whose skills and rungs a profile and a test speak of.
    FrameworkId;
    /// A target.
    TargetId;
    /// A message to judge.
    DrillId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_small_and_plain() {
        for (name, good) in
            [("vneid", true), ("a-1", true), ("", false), ("Á", false), ("a b", false), ("../x", false)]
        {
            assert_eq!(SkillId::parse(name).is_some(), good, "{name:?}");
        }
    }

    #[test]
    fn minted_ids_sort_by_time() {
        let early = PersonId::mint("2026-01-01T00:00:00Z".parse().unwrap(), [255; 10]);
        let late = PersonId::mint("2026-01-01T00:00:00.001Z".parse().unwrap(), [0; 10]);
        assert!(early < late);
    }
}
