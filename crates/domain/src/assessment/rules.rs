//! The rules of one attempt: what it took over from its blueprint when it began, so that it goes on with them and can be
//! gone through again after the blueprint was changed.

use irt::stop::{Cut, Rule};
use irt::{Method, Prior, Quota};
use serde::{Deserialize, Serialize};

use crate::content::{Blueprint, Part, Stop, TestKind};
use crate::ids::SkillId;

/// How many of the most telling questions chance picks from, so that neighbours do not get the same ones in a row.
const AMONG_BEST: u8 = 3;

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

    /// The rules in the words of the engine. An examination leaves much to chance at first, so that no question is worn out.
    pub(super) fn of_engine(&self, kind: TestKind) -> irt::Rules {
        let quotas = (0..).zip(&self.parts);
        let quotas = quotas.map(|(content, part)| Quota { content, least: part.least, most: part.most });
        let share = |permille: u16| f64::from(permille) / 1000.0;
        let cut = self.stop.sure_permille.map(share);
        let cut = cut.map(|sure| Cut { theta: self.cut(), low: 1.0 - sure, high: sure });
        let se = self.stop.se_milli.map(share);
        let method = match kind {
            TestKind::Examination => Method::Progressive { ramp: self.least, acceleration: 1.0 },
            TestKind::Diagnosis | TestKind::Check => Method::Randomesque { among: AMONG_BEST },
        };
        irt::Rules {
            quotas: quotas.collect(),
            stop: Rule { least: self.least, most: self.most, se, cut },
            method,
            pretest: self.pretest,
            prior: Prior::STANDARD,
        }
    }

    /// The cut on the scale of the items.
    #[must_use]
    pub fn cut(&self) -> f64 {
        f64::from(self.cut_milli) / 1000.0
    }
}
