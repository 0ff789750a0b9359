//! Where a person stands in each lesson, practice and test. Kept so that going on is easy; never counted.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::assessment::Outcome;
use crate::content::Version;
use crate::drill;
use crate::ids::{BlueprintId, LessonId, PathId, PracticeId, SkillId, StatementId};
use crate::practice::Run;
use crate::review::Past;

/// A person's workbook.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workbook {
    /// The path that was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<PathId>,
    /// Lessons begun.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub lessons: BTreeMap<LessonId, LessonMark>,
    /// Practices begun.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub practices: BTreeMap<PracticeId, PracticeMark>,
    /// Tests begun.
    #[serde(default, rename = "checks", skip_serializing_if = "BTreeMap::is_empty")]
    pub tests: BTreeMap<BlueprintId, TestMark>,
    /// Drills begun, skill by skill.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub drills: Vec<drill::Mark>,
    /// The lesson with which a diagnosis said to begin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advice: Option<LessonId>,
}

impl Workbook {
    /// Where a person stands in the drills of a skill; `None` where none was begun.
    #[must_use]
    pub fn drill(&self, skill: &SkillId) -> Option<&drill::Mark> {
        self.drills.iter().find(|mark| mark.skill == *skill)
    }
}

impl Workbook {
    /// Whether something was done alone, so that it may come back.
    #[must_use]
    pub fn has_past(&self) -> bool {
        self.practices.values().any(|mark| !mark.past.is_empty())
            || self.drills.iter().any(|mark| !mark.past.is_empty())
    }
}

/// Where a person stands in a lesson.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonMark {
    /// Screens read so far, from the first.
    pub read: u16,
    /// Whether the last screen was read once.
    pub finished: bool,
    /// The version of which a screen was read last; none in the oldest workbooks, which go by today's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<Version>,
    /// How many screens that version has; 0 where it is not known.
    #[serde(default)]
    pub screens: u16,
}

impl LessonMark {
    /// The version by which somebody in the middle of the lesson goes on.
    #[must_use]
    pub fn goes_by(&self) -> Option<Version> {
        self.version.filter(|_| !self.finished)
    }

    /// How many screens the lesson has as it was read last; `today` where that is not known.
    #[must_use]
    pub const fn screens_or(&self, today: u16) -> u16 {
        if self.screens > 0 { self.screens } else { today }
    }
}

/// Where a person stands in a practice.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PracticeMark {
    /// The run now open, or the one last finished.
    pub run: Option<Run>,
    /// How often it was finished guided.
    #[serde(default)]
    pub guided: u16,
    /// How often it was finished with somebody beside.
    #[serde(default, skip_serializing_if = "is_none")]
    pub together: u16,
    /// How often it was finished alone.
    #[serde(default)]
    pub alone: u16,
    /// On which days it was done alone, and how well.
    #[serde(default, skip_serializing_if = "Past::is_empty")]
    pub past: Past,
}

impl PracticeMark {
    /// How often it was finished with help: of the ring, or of somebody beside.
    #[must_use]
    pub const fn helped(&self) -> u16 {
        self.guided.saturating_add(self.together)
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
const fn is_none(count: &u16) -> bool {
    *count == 0
}

/// Where a person stands in a test. The attempt itself never comes to a device; see [`crate::assessment::Attempt`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TestMark {
    /// The attempt now open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<StatementId>,
    /// How the last attempt ended.
    #[serde(default)]
    pub last: Option<Outcome>,
    /// How many attempts counted.
    #[serde(default)]
    pub finished: u16,
}
