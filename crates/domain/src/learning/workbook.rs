//! Where a person stands in each lesson, practice and check. Kept so that going on is easy; never counted.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::assessment::{Attempt, Outcome};
use crate::ids::{BlueprintId, LessonId, PracticeId};
use crate::practice::Run;

/// A person's workbook.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workbook {
    /// Lessons begun.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub lessons: BTreeMap<LessonId, LessonMark>,
    /// Practices begun.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub practices: BTreeMap<PracticeId, PracticeMark>,
    /// Checks begun.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub checks: BTreeMap<BlueprintId, CheckMark>,
}

/// Where a person stands in a lesson.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonMark {
    /// Screens read so far, from the first.
    pub read: u16,
    /// Whether the last screen was read once.
    pub finished: bool,
}

/// Where a person stands in a practice.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PracticeMark {
    /// The run now open, or the one last finished.
    pub run: Option<Run>,
    /// How often it was finished guided.
    #[serde(default)]
    pub guided: u16,
    /// How often it was finished alone.
    #[serde(default)]
    pub alone: u16,
}

/// Where a person stands in a check.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckMark {
    /// The attempt now open, or the one last finished.
    pub attempt: Option<Attempt>,
    /// How the last attempt ended.
    #[serde(default)]
    pub last: Option<Outcome>,
    /// How many attempts were finished.
    #[serde(default)]
    pub finished: u16,
}
