//! Which of the learning addresses a path is.

use domain::ids::{LessonId, PracticeId};

use crate::urls::{self, Url};

/// A learning address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The course.
    Course,
    /// A screen of a lesson; a POST says that it was read.
    Lesson(LessonId, u16),
    /// A practice told before it starts.
    Practice(PracticeId),
    /// POST: begin the practice.
    Begin(PracticeId),
    /// The drawn phone.
    Run(PracticeId),
    /// POST: a tap.
    Tap(PracticeId),
}

impl Route {
    /// Reads a path without its query.
    ///
    /// ```
    /// use pages::learning::Route;
    /// assert!(matches!(Route::parse("/learn/vneid/2"), Some(Route::Lesson(_, 2))));
    /// assert_eq!(Route::parse("/targets/B01"), None);
    /// ```
    #[must_use]
    pub fn parse(path: &str) -> Option<Self> {
        let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
        match parts.as_slice() {
            ["learn"] => Some(Self::Course),
            ["learn", lesson, screen] => Some(Self::Lesson(LessonId::parse(lesson)?, screen.parse().ok()?)),
            ["practice", id] => PracticeId::parse(id).map(Self::Practice),
            ["practice", id, "start"] => PracticeId::parse(id).map(Self::Begin),
            ["practice", id, "run"] => PracticeId::parse(id).map(Self::Run),
            ["practice", id, "tap"] => PracticeId::parse(id).map(Self::Tap),
            _ => None,
        }
    }

    /// The address.
    #[must_use]
    pub fn url(&self) -> Url {
        match self {
            Self::Course => urls::learn(),
            Self::Lesson(lesson, screen) => urls::lesson(lesson.as_str(), usize::from(*screen)),
            Self::Practice(id) => urls::practice(id.as_str()),
            Self::Begin(id) => urls::practice_start(id.as_str()),
            Self::Run(id) => urls::practice_run(id.as_str()),
            Self::Tap(id) => urls::practice_tap(id.as_str()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_learning_address_is_read_back() {
        for path in
            ["/learn", "/learn/a/1", "/practice/a", "/practice/a/start", "/practice/a/run", "/practice/a/tap"]
        {
            assert_eq!(Route::parse(path).unwrap().url().as_str(), path);
            assert!(urls::is_ours(path));
        }
    }
}
