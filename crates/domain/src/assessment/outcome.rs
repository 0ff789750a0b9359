//! How an attempt ended, as far as others need to know it. Small: the summary goes to the person's device.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ids::{LessonId, SkillId, StatementId};

/// How the person was seen to do it: whether somebody watched. A named value and never a hidden one: results and certificates say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Assurance {
    /// Nobody did.
    SelfTaken,
    /// An organiser did, in a sitting.
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

    /// The assurance of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::SelfTaken, Self::Supervised].into_iter().find(|assurance| assurance.as_str() == word)
    }
}

/// How the questions reach the person. Chosen at the beginning, and told with the result.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Manner {
    /// They read and tap themselves.
    #[default]
    OnScreen,
    /// Somebody reads the questions aloud; they tap themselves.
    ReadAloud,
    /// Somebody reads aloud and taps what they say.
    Oral,
}

impl Manner {
    /// All manners.
    pub const ALL: [Self; 3] = [Self::OnScreen, Self::ReadAloud, Self::Oral];

    /// The word in forms and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OnScreen => "on-screen",
            Self::ReadAloud => "read-aloud",
            Self::Oral => "oral",
        }
    }

    /// The manner of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|manner| manner.as_str() == word)
    }
}

/// In which way an attempt ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// Enough was asked.
    #[default]
    Completed,
    /// The person stopped it.
    GivenUp,
    /// The time was over.
    TimeOver,
    /// It was answered too fast to have been read. It counts for nothing, and may be begun again at once; an examination once in a year.
    InHaste,
    /// It was answered without looking at the questions. It counts for nothing, and may be begun again as one in haste.
    AtRandom,
    /// Its open question left the bank. It counts for nothing.
    Withdrawn,
}

impl Ending {
    /// All endings.
    pub const ALL: [Self; 6] =
        [Self::Completed, Self::GivenUp, Self::TimeOver, Self::InHaste, Self::AtRandom, Self::Withdrawn];

    /// The word in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Completed => "completed",
            Self::GivenUp => "given-up",
            Self::TimeOver => "time-over",
            Self::InHaste => "in-haste",
            Self::AtRandom => "at-random",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The ending of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ending| ending.as_str() == word)
    }

    /// Whether such an attempt is one of the year's, and has to be waited after.
    #[must_use]
    pub const fn counts(self) -> bool {
        matches!(self, Self::Completed | Self::GivenUp | Self::TimeOver)
    }

    /// Whether what was shown until then proves something.
    #[must_use]
    pub const fn proves(self) -> bool {
        matches!(self, Self::Completed | Self::TimeOver)
    }
}

/// How an attempt ended, in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// When it ended.
    #[serde(with = "jiff::fmt::serde::timestamp::millisecond::required")]
    pub at: Timestamp,
    /// Which attempt; `None` of one that ended before attempts had a table.
    #[serde(default)]
    pub attempt: Option<StatementId>,
    /// In which way it ended.
    #[serde(default)]
    pub ending: Ending,
    /// Right answers of those that score.
    pub right: u16,
    /// Questions that score.
    pub asked: u16,
    /// The estimated ability, in thousandths of the scale of the items.
    pub theta_milli: i32,
    /// Its standard error, in thousandths.
    pub se_milli: i32,
    /// The skills passed.
    pub passed: Vec<SkillId>,
    /// Whether every skill of the test is passed.
    pub all: bool,
}

/// How far a skill has come, told in words and as bars, one to four.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Band {
    /// To be learned from its beginning.
    Begin,
    /// On the way.
    OnTheWay,
    /// Nearly there.
    Near,
    /// Firm.
    Firm,
}

impl Band {
    /// All bands, from the lowest.
    pub const ALL: [Self; 4] = [Self::Begin, Self::OnTheWay, Self::Near, Self::Firm];

    /// How many bars of four.
    #[must_use]
    pub const fn bars(self) -> u8 {
        match self {
            Self::Begin => 1,
            Self::OnTheWay => 2,
            Self::Near => 3,
            Self::Firm => 4,
        }
    }
}

/// What an attempt showed of one skill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartResult {
    /// The skill.
    pub skill: SkillId,
    /// Right answers of those that score.
    pub right: u16,
    /// Questions that score.
    pub asked: u16,
    /// The ability in this skill, in thousandths, estimated from its own questions with the whole test as the prior.
    pub theta_milli: i32,
    /// Its standard error, in thousandths.
    pub se_milli: i32,
    /// Whether the skill was shown.
    pub passed: bool,
    /// In words.
    pub band: Band,
}

/// Where a diagnosis says to begin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// The first lesson of the course that teaches something not shown yet; `None` when everything was shown.
    pub lesson: Option<LessonId>,
}
