//! What is counted.

use core::fmt;

use crate::ids::SkillId;
use crate::standing::Rung;

/// A person's level over a whole profile: the lowest rung over its skills.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Stands on the ladder for some skills, not for all.
    Started,
    /// Stands on this rung or higher for every skill, on this rung for one at least.
    All(Rung),
}

impl Level {
    /// All levels, from the lowest.
    pub const ALL: [Self; 6] = [
        Self::Started,
        Self::All(Rung::Attended),
        Self::All(Rung::Helped),
        Self::All(Rung::Alone),
        Self::All(Rung::Passed),
        Self::All(Rung::Retained),
    ];

    /// The word in keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Started => "started",
            Self::All(rung) => rung.as_str(),
        }
    }
}

/// What a tally counts: people, each once.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Indicator {
    /// People who stand on the ladder for any skill.
    People,
    /// People on this level of the profile of their group.
    Ladder(Level),
    /// People who meet the profile of their group.
    Attained,
    /// People on this rung of this skill.
    Skill(SkillId, Rung),
}

impl fmt::Display for Indicator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::People => f.write_str("people"),
            Self::Ladder(level) => write!(f, "ladder/{}", level.as_str()),
            Self::Attained => f.write_str("attained"),
            Self::Skill(skill, rung) => write!(f, "skill/{skill}/{}", rung.as_str()),
        }
    }
}

impl Indicator {
    /// Reads the key that [`fmt::Display`] writes.
    ///
    /// ```
    /// use domain::tally::Indicator;
    /// for key in ["people", "attained", "ladder/started", "ladder/alone", "skill/vneid/passed"] {
    ///     assert_eq!(Indicator::parse(key).unwrap().to_string(), key);
    /// }
    /// assert_eq!(Indicator::parse("skill/vneid"), None);
    /// ```
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        let parts: Vec<&str> = key.split('/').collect();
        match parts.as_slice() {
            ["people"] => Some(Self::People),
            ["attained"] => Some(Self::Attained),
            ["ladder", level] => {
                Level::ALL.into_iter().find(|known| known.as_str() == *level).map(Self::Ladder)
            }
            ["skill", skill, rung] => Some(Self::Skill(SkillId::parse(skill)?, Rung::parse(rung)?)),
            _ => None,
        }
    }
}
