//! The parts in which the curriculum travels.
//!
//! A pack is written in the form of `postcard`: values in order, without the names of fields. It is read by the version of
//! the code that wrote it (both hang on one manifest), so nothing in it may be left out or have a default.

use core::fmt;
#[cfg(feature = "learn")]
use std::collections::BTreeSet;

#[cfg(feature = "learn")]
use domain::content::{Block, Course, Curriculum, Element, Lesson, Practice};
use domain::ids::CourseId;
#[cfg(feature = "learn")]
use serde::{Deserialize, Serialize};

/// The lessons of a course with their practices: what a person needs to go through it without a network.
#[cfg(feature = "learn")]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoursePack {
    /// The lessons.
    pub lessons: Vec<Lesson>,
    /// Their practices.
    pub practices: Vec<Practice>,
}

#[cfg(feature = "learn")]
impl CoursePack {
    /// The pack of a course.
    #[must_use]
    pub fn of(curriculum: &Curriculum, course: &Course) -> Self {
        let practices = course.lessons.iter().filter_map(|card| card.practice.as_ref());
        let practices = practices.filter_map(|card| curriculum.practices.get(&card.id)).cloned();
        let lessons = course.lessons.iter().filter_map(|card| curriculum.lessons.get(&card.id)).cloned();
        Self { lessons: lessons.collect(), practices: practices.collect() }
    }

    /// The asset names of the pictures that it shows.
    #[must_use]
    pub fn pictures(&self) -> BTreeSet<&str> {
        let screens = self.lessons.iter().flat_map(|lesson| &lesson.screens);
        let blocks = screens.flat_map(|screen| screen.vi.blocks.iter().chain(&screen.en.blocks));
        let in_lessons = blocks.filter_map(|block| match block {
            Block::Picture { asset, .. } => Some(asset.as_str()),
            _ => None,
        });
        let screens = self.practices.iter().flat_map(|practice| &practice.screens);
        let in_practices = screens.flat_map(|screen| &screen.elements).filter_map(|element| match element {
            Element::Picture { asset, .. } => Some(asset.as_str()),
            _ => None,
        });
        in_lessons.chain(in_practices).collect()
    }
}

/// Writes the content of a pack.
#[cfg(feature = "learn")]
#[must_use]
pub fn pack(content: &impl Serialize) -> Vec<u8> {
    // Content is plain data of known length: writing it into memory does not fail.
    postcard::to_allocvec(content).unwrap_or_default()
}

/// The name of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackName {
    /// What is always at hand.
    Syllabus,
    /// The lessons and practices of a course.
    Course(CourseId),
    /// All messages to judge.
    Drills,
    /// What is known of certificates.
    Certificates,
}

impl PackName {
    /// Reads a name as it is shown.
    ///
    /// ```
    /// use offline::PackName;
    /// let name = PackName::parse("course-first-steps").unwrap();
    /// assert_eq!(name.to_string(), "course-first-steps");
    /// assert_eq!(PackName::parse("course-"), None);
    /// ```
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "syllabus" => Some(Self::Syllabus),
            "drills" => Some(Self::Drills),
            "certificates" => Some(Self::Certificates),
            _ => CourseId::parse(name.strip_prefix("course-")?).map(Self::Course),
        }
    }
}

impl fmt::Display for PackName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syllabus => f.write_str("syllabus"),
            Self::Drills => f.write_str("drills"),
            Self::Certificates => f.write_str("certificates"),
            Self::Course(course) => write!(f, "course-{course}"),
        }
    }
}
