//! What a test is, once read: its blueprint.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use territory::UnitId;

use crate::ids::{BlueprintId, FrameworkId, GroupId, ProfileId, SkillId};
use crate::text::Text;

/// What a test is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TestKind {
    /// Says where to begin; nobody passes or fails, and it proves nothing.
    Diagnosis,
    /// Follows a course.
    Check,
    /// Stands behind a certificate.
    Examination,
}

impl TestKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Diagnosis, Self::Check, Self::Examination];

    /// The word in files and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Diagnosis => "diagnosis",
            Self::Check => "check",
            Self::Examination => "examination",
        }
    }

    /// The kind of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// Whether its passed skills are evidence.
    #[must_use]
    pub const fn proves(self) -> bool {
        !matches!(self, Self::Diagnosis)
    }
}

/// Whether somebody watches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Supervision {
    /// Everybody does it by themselves.
    None,
    /// In a sitting or by oneself; the result says which.
    Optional,
    /// In a sitting only.
    Required,
}

impl Supervision {
    /// The choice of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "none" => Some(Self::None),
            "optional" => Some(Self::Optional),
            "required" => Some(Self::Required),
            _ => None,
        }
    }
}

/// What a list shows of a test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TestCard {
    /// The test's blueprint.
    pub id: BlueprintId,
    /// What it is for.
    pub kind: TestKind,
    /// Its name.
    pub title: Text,
    /// What it is.
    pub about: Text,
    /// At least so many questions that count.
    pub least: u16,
    /// At most so many questions that count.
    pub most: u16,
}

/// What a test asks, of whom, and what passing means. All of it is data: see `docs/guides/write-a-blueprint.md`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blueprint {
    /// What a list shows.
    pub card: TestCard,
    /// Whose skills it asks about.
    pub framework: FrameworkId,
    /// For these plain groups only; for everybody when empty.
    pub groups: Vec<GroupId>,
    /// For people of this province only.
    pub province: Option<UnitId>,
    /// The profile of whose certificate it is the examination.
    pub profile: Option<ProfileId>,
    /// So many questions are mixed in that do not count: the bank learns from them.
    pub pretest: u8,
    /// The ability from which a skill can be passed, in thousandths of the scale of the items.
    pub cut_milli: i32,
    /// When the test may end before its last question.
    pub stop: Stop,
    /// What is drawn and asked of each skill.
    pub parts: Vec<Part>,
    /// How long the whole may take; without a limit when `None`.
    pub minutes: Option<u16>,
    /// How long to wait before trying again, in hours.
    pub again_after_hours: u32,
    /// How many attempts count within twelve months; any number when `None`.
    pub a_year: Option<u16>,
    /// Whether somebody watches.
    pub supervision: Supervision,
    /// How long what it proves is valid, where its certificate says otherwise than the profile.
    pub valid_months: Option<u16>,
    /// Who confirms the result.
    pub confirmed_by: Option<Text>,
    /// How many of a thousand people may be asked the same question; as many as it comes when `None`.
    pub exposure: Option<Caps>,
}

/// When a test that has asked enough may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Stop {
    /// When the probability of being above the cut is so sure, in thousandths, above or below: 950 ends at 0.95 and 0.05.
    pub sure_permille: Option<u16>,
    /// When the standard error is at most this, in thousandths.
    pub se_milli: Option<u16>,
}

/// Caps of how often one question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caps {
    /// Of a thousand people.
    pub overall_permille: u16,
    /// Of a thousand people of about the same ability.
    pub alike_permille: u16,
}

impl Caps {
    /// What is usual: 0.20, and 0.30 at equal ability.
    pub const USUAL: Self = Self { overall_permille: 200, alike_permille: 300 };
}

/// What a test draws and asks of one skill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The skill.
    pub skill: SkillId,
    /// At least so many questions.
    pub least: u16,
    /// At most so many questions.
    pub most: u16,
    /// At least so many right answers for the skill to be passed.
    pub right: u16,
}

impl Blueprint {
    /// From when on a test whose last attempt ended at `last` may be tried again.
    #[must_use]
    pub fn again_from(&self, last: Timestamp) -> Timestamp {
        let seconds = last.as_second().saturating_add(3600 * i64::from(self.again_after_hours));
        Timestamp::from_second(seconds).unwrap_or(Timestamp::MAX)
    }

    /// Whether it is meant for a person of this group and province, and how closely: a province weighs more than a group.
    /// `None` when it is meant for others.
    #[must_use]
    pub fn fits(&self, group: Option<&GroupId>, province: Option<UnitId>) -> Option<u8> {
        let here = match self.province {
            None => Some(0),
            Some(own) => (province == Some(own)).then_some(2),
        };
        let theirs = if self.groups.is_empty() {
            Some(0)
        } else {
            group.is_some_and(|group| self.groups.contains(group)).then_some(1)
        };
        Some(here? + theirs?)
    }
}
