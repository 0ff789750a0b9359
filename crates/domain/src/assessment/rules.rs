//! The rules of one attempt: what it took over from its blueprint when it began, so that it goes on with them and can be
//! gone through again after the blueprint was changed.

use serde::{Deserialize, Serialize};

use crate::content::{Blueprint, Part, Stop};
use crate::ids::SkillId;

/// On what the difficulties of the questions that score rest.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// On enough answers of people.
    Calibrated,
    /// On their authors' first estimates, at least in part. The result says so.
    #[default]
    Starting,
}

/// What an attempt took over from its blueprint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// At least so many questions that score.
    pub least: u16,
    /// At most so many.
    pub most: u16,
    /// So many questions that do not score.
    pub pretest: u8,
    /// The ability from which a skill is passed, in thousandths.
    pub cut_milli: i32,
    /// When it may end before.
    pub stop: Stop,
    /// What is asked of each skill.
    pub parts: Vec<Part>,
    /// On what the difficulties rest.
    pub basis: Basis,
}

impl Rules {
    /// The rules of a blueprint.
    #[must_use]
    pub fn of(blueprint: &Blueprint, basis: Basis) -> Self {
        Self {
            least: blueprint.card.least,
            most: blueprint.card.most,
            pretest: blueprint.pretest,
            cut_milli: blueprint.cut_milli,
            stop: blueprint.stop,
            parts: blueprint.parts.clone(),
            basis,
        }
    }

    /// The number of a skill among the parts, `None` when nothing is asked of it.
    #[must_use]
    pub fn part_of(&self, skill: &SkillId) -> Option<u16> {
        self.parts.iter().position(|part| part.skill == *skill).and_then(|part| u16::try_from(part).ok())
    }

    /// The cut on the scale of the items.
    #[must_use]
    pub fn cut(&self) -> f64 {
        f64::from(self.cut_milli) / 1000.0
    }
}
