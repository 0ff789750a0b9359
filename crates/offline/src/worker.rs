//! What the worker has in memory: the packs it was given.

use domain::content::{Curriculum, Syllabus};

use crate::json::{self, Unreadable};
use crate::packs::{LessonPack, PackName};

/// The worker: the curriculum as far as its packs were loaded.
#[derive(Debug, Clone, Default)]
pub struct Worker {
    pub(crate) curriculum: Curriculum,
}

/// A pack that can't be read: of an unknown name, or written by another version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadPack;

impl Worker {
    /// Takes in a pack. A new syllabus forgets the lessons: they may be of an older version.
    ///
    /// # Errors
    /// When the name or the content is none of ours.
    pub fn load(&mut self, name: &str, text: &[u8]) -> Result<(), BadPack> {
        match PackName::parse(name).ok_or(BadPack)? {
            PackName::Syllabus => {
                let syllabus: Syllabus = json::read(text)?;
                self.curriculum = Curriculum { syllabus, ..Curriculum::default() };
            }
            PackName::Lesson(_) => {
                let LessonPack { lesson, practice } = json::read(text)?;
                self.curriculum.practices.extend(practice.map(|practice| (practice.id.clone(), practice)));
                self.curriculum.lessons.insert(lesson.id.clone(), lesson);
            }
        }
        Ok(())
    }
}

impl From<Unreadable> for BadPack {
    fn from(_: Unreadable) -> Self {
        Self
    }
}
