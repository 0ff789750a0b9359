//! What the worker has in memory: the packs it was given.

#[cfg(feature = "learn")]
use domain::content::{Curriculum, Syllabus};
#[cfg(feature = "verify")]
use domain::recognition::snapshot::Snapshot;

#[cfg(feature = "learn")]
use crate::packs::CoursePack;
use crate::packs::PackName;

/// The worker: the curriculum and what is known of certificates, as far as its packs were loaded.
#[derive(Debug, Clone, Default)]
pub struct Worker {
    #[cfg(feature = "learn")]
    pub(crate) curriculum: Curriculum,
    #[cfg(feature = "verify")]
    pub(crate) certificates: Option<Snapshot>,
}

/// A pack that can't be read: of an unknown name, or written by another version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadPack;

impl Worker {
    /// Takes in a pack. A new syllabus forgets the lessons: they may be of an older version.
    ///
    /// # Errors
    /// When the name or the content is none of ours.
    pub fn load(&mut self, name: &str, bytes: &[u8]) -> Result<(), BadPack> {
        match PackName::parse(name).ok_or(BadPack)? {
            #[cfg(feature = "learn")]
            PackName::Syllabus => {
                let syllabus: Syllabus = postcard::from_bytes(bytes).map_err(|_| BadPack)?;
                self.curriculum = Curriculum { syllabus, ..Curriculum::default() };
            }
            #[cfg(feature = "verify")]
            PackName::Certificates => {
                let text = core::str::from_utf8(bytes).map_err(|_| BadPack)?;
                self.certificates = Some(Snapshot::read(text).ok_or(BadPack)?);
            }
            #[cfg(feature = "learn")]
            PackName::Course(_) => {
                let CoursePack { lessons, practices } = postcard::from_bytes(bytes).map_err(|_| BadPack)?;
                for practice in practices {
                    self.curriculum.practices.insert(practice.id.clone(), practice);
                }
                for lesson in lessons {
                    self.curriculum.lessons.insert(lesson.id.clone(), lesson);
                }
            }
            #[cfg(feature = "learn")]
            PackName::Drills => {
                self.curriculum.drills = postcard::from_bytes(bytes).map_err(|_| BadPack)?;
            }
            #[cfg(not(all(feature = "learn", feature = "verify")))]
            _ => return Err(BadPack),
        }
        Ok(())
    }
}
