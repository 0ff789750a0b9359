//! Badges: what a person may be proud of, computed from what counts, kept nowhere.

use jiff::Timestamp;

use crate::content::{Course, Syllabus};
use crate::ids::{CourseId, SkillId};
use crate::learning::{Book, Learner};
use crate::people::is_child;
use crate::standing::Rung;

/// From which rung a skill is a badge: what one did with help is the helper's too.
pub const BADGE_FROM: Rung = Rung::Alone;
/// How many confirmed visits make a helper's badges.
pub const HELPER_STEPS: [u32; 5] = [1, 5, 20, 50, 200];

/// A badge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Badge {
    /// A skill, on its rung since an instant.
    Skill {
        /// The skill.
        skill: SkillId,
        /// The rung, [`BADGE_FROM`] or higher.
        rung: Rung,
        /// Since when.
        since: Timestamp,
    },
    /// Every skill of a course, done alone at least.
    Course {
        /// The course.
        course: CourseId,
        /// When the last of its skills was.
        since: Timestamp,
    },
    /// So many visits that were confirmed: the highest of [`HELPER_STEPS`] reached.
    Helper {
        /// The step.
        step: u32,
        /// The visits confirmed.
        confirmed: u32,
    },
}

impl Badge {
    /// Its word in addresses and in the database, such as `skill/vneid`; which rung or step it is of changes as one climbs.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Skill { skill, .. } => format!("skill/{skill}"),
            Self::Course { course, .. } => format!("course/{course}"),
            Self::Helper { .. } => "helper".to_owned(),
        }
    }
}

/// The badges of a person, of whose visits to others so many are confirmed.
#[must_use]
pub fn badges(book: &Book, syllabus: &Syllabus, confirmed: u32) -> Vec<Badge> {
    let skills = syllabus.skills.iter().filter_map(|skill| {
        let standing = book.standings.get(&skill.id).filter(|standing| standing.rung >= BADGE_FROM)?;
        Some(Badge::Skill { skill: skill.id.clone(), rung: standing.rung, since: standing.since })
    });
    let courses = syllabus.courses.iter().filter_map(|course| of_course(book, course));
    let step = HELPER_STEPS.into_iter().rfind(|step| *step <= confirmed);
    let helper = step.map(|step| Badge::Helper { step, confirmed });
    skills.chain(courses).chain(helper).collect()
}

fn of_course(book: &Book, course: &Course) -> Option<Badge> {
    let reached = |skill: &SkillId| {
        book.standings.get(skill).filter(|standing| standing.rung >= BADGE_FROM).map(|it| it.since)
    };
    let since: Option<Vec<Timestamp>> = course.lessons.iter().map(|lesson| reached(&lesson.skill)).collect();
    let since = since?.into_iter().max()?;
    Some(Badge::Course { course: course.id.clone(), since })
}

/// Why a badge is not shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareRefused {
    /// The person does not have it.
    NoSuch,
    /// A child's work is shown to nobody.
    Child,
}

/// Whether a person may make a public link to a badge of theirs. A child never may: neither one whose year of birth says so,
/// nor anybody who learns among the pupils.
///
/// # Errors
/// When it is a child, or the badge is not theirs.
pub fn share(
    learner: &Learner,
    syllabus: &Syllabus,
    (birth_year, year): (Option<i16>, i16),
    confirmed: u32,
    key: &str,
) -> Result<Badge, ShareRefused> {
    if is_child(birth_year, year) || learner.book.place.groups.iter().any(|group| group.as_str() == "pupil") {
        return Err(ShareRefused::Child);
    }
    badges(&learner.book, syllabus, confirmed)
        .into_iter()
        .find(|badge| badge.key() == key)
        .ok_or(ShareRefused::NoSuch)
}
