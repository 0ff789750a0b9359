//! Which of the learning addresses a path is.

use domain::ids::{CourseId, LessonId, PracticeId, SkillId};

use crate::urls::{self, Url};

/// A learning address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// What is to be learned.
    Learn,
    /// The paths to choose from; a POST chooses one.
    Paths,
    /// A course.
    Course(CourseId),
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
    /// The drills.
    Drills,
    /// The drills of a skill.
    Drill(SkillId),
    /// POST: begin a round.
    BeginDrill(SkillId),
    /// A message of the round, counted from 1; a POST judges it.
    DrillMessage(SkillId, u16),
    /// How the round went.
    DrillEnd(SkillId),
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
            ["learn"] => Some(Self::Learn),
            ["learn", "paths"] => Some(Self::Paths),
            ["learn", "course", id] => CourseId::parse(id).map(Self::Course),
            ["learn", lesson, screen] => Some(Self::Lesson(LessonId::parse(lesson)?, screen.parse().ok()?)),
            ["practice", id] => PracticeId::parse(id).map(Self::Practice),
            ["practice", id, "start"] => PracticeId::parse(id).map(Self::Begin),
            ["practice", id, "run"] => PracticeId::parse(id).map(Self::Run),
            ["practice", id, "tap"] => PracticeId::parse(id).map(Self::Tap),
            ["drill"] => Some(Self::Drills),
            ["drill", skill] => SkillId::parse(skill).map(Self::Drill),
            ["drill", skill, "start"] => SkillId::parse(skill).map(Self::BeginDrill),
            ["drill", skill, "end"] => SkillId::parse(skill).map(Self::DrillEnd),
            ["drill", skill, "message", place] => {
                Some(Self::DrillMessage(SkillId::parse(skill)?, place.parse().ok()?))
            }
            _ => None,
        }
    }

    /// The address.
    #[must_use]
    pub fn url(&self) -> Url {
        match self {
            Self::Learn => urls::learn(),
            Self::Paths => urls::paths(),
            Self::Course(id) => urls::course(id.as_str()),
            Self::Lesson(lesson, screen) => urls::lesson(lesson.as_str(), usize::from(*screen)),
            Self::Practice(id) => urls::practice(id.as_str()),
            Self::Begin(id) => urls::practice_start(id.as_str()),
            Self::Run(id) => urls::practice_run(id.as_str()),
            Self::Tap(id) => urls::practice_tap(id.as_str()),
            Self::Drills => urls::drills(),
            Self::Drill(skill) => urls::drill(skill.as_str()),
            Self::BeginDrill(skill) => urls::drill_start(skill.as_str()),
            Self::DrillMessage(skill, place) => urls::drill_message(skill.as_str(), usize::from(*place)),
            Self::DrillEnd(skill) => urls::drill_end(skill.as_str()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_learning_address_is_read_back() {
        let paths = [
            "/learn",
            "/learn/paths",
            "/learn/course/a",
            "/learn/a/1",
            "/practice/a",
            "/practice/a/start",
            "/practice/a/run",
            "/practice/a/tap",
            "/drill",
            "/drill/a",
            "/drill/a/start",
            "/drill/a/end",
            "/drill/a/message/3",
        ];
        for path in paths {
            assert_eq!(Route::parse(path).unwrap().url().as_str(), path);
            assert!(urls::is_ours(path));
        }
    }
}
