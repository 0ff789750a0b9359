//! Which version of a lesson or a practice a person goes by.
//!
//! Who is in the middle of one goes on with the version with which they began. Today's stands in the curriculum; a shell puts an
//! older one beside it, into [`Held`]. Where that version is nowhere any more, today's takes its place.

use std::sync::Arc;

use super::{Learner, LessonMark};
use crate::content::{Curriculum, Lesson, Practice, Version};
use crate::ids::{LessonId, PracticeId};

/// Versions that are not today's, at hand for a person who goes by them. Never saved: they follow from the workbook and from
/// the act that is decided.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Held {
    /// Lessons.
    pub lessons: Vec<Arc<Lesson>>,
    /// Practices.
    pub practices: Vec<Arc<Practice>>,
}

/// A lesson or a practice as a person is shown it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InHand<'c, T> {
    /// What is shown.
    pub content: &'c T,
    /// Whether this is today's version in the place of one that is nowhere any more.
    pub is_instead: bool,
}

impl Held {
    /// A lesson in the version that is wanted; today's when none is, or when that one is nowhere.
    #[must_use]
    pub fn lesson<'c>(
        &'c self,
        curriculum: &'c Curriculum,
        id: &LessonId,
        wanted: Option<Version>,
    ) -> Option<InHand<'c, Lesson>> {
        let version = |lesson: &Lesson| (&lesson.id == id).then_some(lesson.version);
        pick(curriculum.lessons.get(id), &self.lessons, wanted, version)
    }

    /// A practice in the version that is wanted; today's when none is, or when that one is nowhere.
    #[must_use]
    pub fn practice<'c>(
        &'c self,
        curriculum: &'c Curriculum,
        id: &PracticeId,
        wanted: Option<Version>,
    ) -> Option<InHand<'c, Practice>> {
        let version = |practice: &Practice| (&practice.id == id).then_some(practice.version);
        pick(curriculum.practices.get(id), &self.practices, wanted, version)
    }
}

/// The one that is wanted, from today's and those that are held; today's when none is, or instead of one that is nowhere.
/// `version_of` tells the version of what bears the id.
fn pick<'c, T>(
    now: Option<&'c T>,
    held: &'c [Arc<T>],
    wanted: Option<Version>,
    version_of: impl Fn(&T) -> Option<Version>,
) -> Option<InHand<'c, T>> {
    if wanted.is_none() {
        return now.map(in_hand);
    }
    let mut all = now.into_iter().chain(held.iter().map(AsRef::as_ref));
    all.find(|content| version_of(content) == wanted).map(in_hand).or_else(|| now.map(instead))
}

const fn in_hand<T>(content: &T) -> InHand<'_, T> {
    InHand { content, is_instead: false }
}

const fn instead<T>(content: &T) -> InHand<'_, T> {
    InHand { content, is_instead: true }
}

impl Learner {
    /// The version by which this person reads a lesson; `None` when they are not in the middle of it.
    #[must_use]
    pub fn version_of_lesson(&self, id: &LessonId) -> Option<Version> {
        self.workbook.lessons.get(id).and_then(LessonMark::goes_by)
    }

    /// The version of the last run of a practice.
    #[must_use]
    pub fn version_of_practice(&self, id: &PracticeId) -> Option<Version> {
        self.workbook.practices.get(id)?.run.as_ref()?.version
    }

    /// A lesson as this person reads it.
    #[must_use]
    pub fn lesson<'c>(&'c self, curriculum: &'c Curriculum, id: &LessonId) -> Option<InHand<'c, Lesson>> {
        self.held.lesson(curriculum, id, self.version_of_lesson(id))
    }

    /// A practice as its last run goes by it.
    #[must_use]
    pub fn practice<'c>(
        &'c self,
        curriculum: &'c Curriculum,
        id: &PracticeId,
    ) -> Option<InHand<'c, Practice>> {
        self.held.practice(curriculum, id, self.version_of_practice(id))
    }
}
