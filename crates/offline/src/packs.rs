//! The parts in which the curriculum travels.

use core::fmt;

use domain::content::{Curriculum, Lesson, Practice};
use domain::ids::LessonId;
use serde::{Deserialize, Serialize};

/// A lesson with its practice: what a person needs to go through it without a network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonPack {
    /// The lesson.
    pub lesson: Lesson,
    /// Its practice.
    pub practice: Option<Practice>,
}

impl LessonPack {
    /// The pack of a lesson.
    #[must_use]
    pub fn of(curriculum: &Curriculum, lesson: &Lesson) -> Self {
        let (_, card) = curriculum.syllabus.lesson(&lesson.id).unzip();
        let practice = card.and_then(|card| card.practice.as_ref());
        let practice = practice.and_then(|practice| curriculum.practices.get(&practice.id));
        Self { lesson: lesson.clone(), practice: practice.cloned() }
    }
}

/// The name of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackName {
    /// What is always at hand.
    Syllabus,
    /// A lesson with its practice.
    Lesson(LessonId),
    /// What is known of certificates.
    Certificates,
}

impl PackName {
    /// Reads a name as it is shown.
    ///
    /// ```
    /// use offline::PackName;
    /// let name = PackName::parse("lesson-vneid").unwrap();
    /// assert_eq!(name.to_string(), "lesson-vneid");
    /// assert_eq!(PackName::parse("lesson-"), None);
    /// ```
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "syllabus" => Some(Self::Syllabus),
            "certificates" => Some(Self::Certificates),
            _ => LessonId::parse(name.strip_prefix("lesson-")?).map(Self::Lesson),
        }
    }
}

impl fmt::Display for PackName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syllabus => f.write_str("syllabus"),
            Self::Certificates => f.write_str("certificates"),
            Self::Lesson(lesson) => write!(f, "lesson-{lesson}"),
        }
    }
}
