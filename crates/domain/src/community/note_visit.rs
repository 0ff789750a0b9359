//! Note a visit.

use jiff::Timestamp;

use crate::content::Curriculum;
use crate::ids::{PersonId, SkillId, StatementId};
use crate::learning::{Decision, Learner, believable, posted};
use crate::record::{Entry, Subject};
use crate::standing::{Evidence, Rung};

/// How far a visit went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HowFar {
    /// The helper showed it.
    Shown,
    /// The person did it with help.
    WithHelp,
    /// The person did it alone, before the helper's eyes.
    Alone,
}

impl HowFar {
    /// All, from the least.
    pub const ALL: [Self; 3] = [Self::Shown, Self::WithHelp, Self::Alone];

    /// How far a visit went that proves this rung.
    #[must_use]
    pub fn of_rung(rung: Rung) -> Option<Self> {
        Self::ALL.into_iter().find(|far| far.rung() == rung)
    }

    /// The word in the audit.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::WithHelp => "with-help",
            Self::Alone => "alone",
        }
    }

    /// The rung that it proves.
    #[must_use]
    pub const fn rung(self) -> Rung {
        match self {
            Self::Shown => Rung::Attended,
            Self::WithHelp => Rung::Helped,
            Self::Alone => Rung::Alone,
        }
    }
}

/// A visit to be noted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// Made by the helper's device.
    pub id: StatementId,
    /// When, by the helper's device.
    pub at: Timestamp,
    /// Who helped.
    pub helper: PersonId,
    /// What it was about.
    pub skill: SkillId,
    /// How far it went.
    pub how_far: HowFar,
}

/// Why a visit was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VisitRefused {
    /// Helper and person are the same.
    Oneself,
    /// There is no such skill.
    NoSuchSkill(SkillId),
}

/// Notes a visit in the record of the person visited.
///
/// # Errors
/// When the helper visits themselves or the skill does not exist.
pub fn note_visit(
    learner: &Learner,
    curriculum: &Curriculum,
    visit: &Visit,
    stored: Timestamp,
) -> Result<Decision, VisitRefused> {
    if visit.helper == learner.person {
        return Err(VisitRefused::Oneself);
    }
    if curriculum.syllabus.skill(&visit.skill).is_none() {
        return Err(VisitRefused::NoSuchSkill(visit.skill.clone()));
    }
    let rung = visit.how_far.rung();
    let entry = Entry {
        id: visit.id,
        person: learner.person,
        at: believable(visit.at, stored),
        stored,
        place: learner.book.place.clone(),
        helper: Some(visit.helper),
        evidence: vec![Evidence::of(visit.skill.clone(), rung)],
        subject: Subject::Visited { skill: visit.skill.clone(), rung },
    };
    Ok(posted(&learner.book, learner.clone(), curriculum, entry))
}
