//! Attempts that a person should look at. A flag fails nobody.

use irt::calibrate::{Answer, Population};
use irt::irregularity::{self, Sitter, Timed};
use irt::{Item, Model, Prior};
use serde::{Deserialize, Serialize};

use super::figures::{ItemFigures, milli, plain};
use super::material::Answered;
use crate::assessment::BankVersion;

/// A question that so many have answered may have gone round.
const OLD_FROM: u32 = 500;
/// A question that fewer have answered is fresh.
const FRESH_BELOW: u32 = 100;
/// So many answers are needed on either side before old and fresh questions are compared.
const SIDE_MIN: usize = 5;

/// What was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FlagKind {
    /// Answers faster than one can read.
    Rapid,
    /// Easy questions wrong and hard ones right.
    Odd,
    /// Better on questions that went round than on fresh ones.
    Foreknown,
    /// Two people of one sitting agree too much.
    Alike,
}

impl FlagKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Rapid, Self::Odd, Self::Foreknown, Self::Alike];

    /// The word in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rapid => "rapid",
            Self::Odd => "odd",
            Self::Foreknown => "foreknown",
            Self::Alike => "alike",
        }
    }

    /// The kind of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// One sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flag {
    /// What was seen.
    pub kind: FlagKind,
    /// How strongly, in thousandths of its measure: the share of answers given with effort, l_z*, the signed likelihood ratio,
    /// or the logarithm to base 10 of how likely so much agreement is.
    pub value_milli: i32,
}

/// What is known of the questions, against which attempts are held.
#[derive(Debug, Clone, PartialEq)]
pub struct Watch {
    models: Vec<Option<Model>>,
    rapid_ms: Vec<Option<u32>>,
    asked: Vec<u32>,
}

impl Watch {
    /// What a version and the figures of its questions tell, both by place.
    #[must_use]
    pub fn new(version: &BankVersion, figures: &[ItemFigures]) -> Self {
        let of = |at: usize| figures.get(at);
        let places = 0..version.items.len();
        Self {
            models: version.items.iter().map(|item| plain(item).map(Model::from)).collect(),
            rapid_ms: places.clone().map(|at| of(at).and_then(|figures| figures.rapid_ms)).collect(),
            asked: places.map(|at| of(at).map_or(0, |figures| figures.asked)).collect(),
        }
    }

    /// The flags of one attempt.
    #[must_use]
    pub fn look(&self, answers: &[Answered]) -> Vec<Flag> {
        [self.rapid(answers), self.odd(answers), self.foreknown(answers)].into_iter().flatten().collect()
    }

    /// The pairs of attempts of one sitting that agree too much, by their places.
    #[must_use]
    pub fn look_at_sitting(&self, attempts: &[Vec<Answered>]) -> Vec<(usize, usize, Flag)> {
        let sitters: Vec<Sitter> = attempts.iter().map(|answers| self.sitter(answers)).collect();
        let pairs = irregularity::pairs(&sitters, &self.models);
        let flagged = pairs.iter().filter(|pair| pair.agreement.is_flag(pairs.len()));
        let flag = |p: f64| Flag { kind: FlagKind::Alike, value_milli: milli(p.max(1e-30).log10()) };
        flagged.map(|pair| (pair.one, pair.other, flag(pair.agreement.p))).collect()
    }

    fn rapid(&self, answers: &[Answered]) -> Option<Flag> {
        let timed = |answer: &Answered| {
            let threshold_ms = *self.rapid_ms.get(place(answer))?;
            Some(Timed { time_ms: answer.ms, threshold_ms: threshold_ms? })
        };
        let effort = irregularity::effort(&answers.iter().filter_map(timed).collect::<Vec<_>>());
        effort.is_flag().then(|| Flag { kind: FlagKind::Rapid, value_milli: milli(effort.share()) })
    }

    fn odd(&self, answers: &[Answered]) -> Option<Flag> {
        let fit = irregularity::person_fit(&self.scores(answers, |_| true), Population::STANDARD)?;
        fit.is_flag().then(|| Flag { kind: FlagKind::Odd, value_milli: milli(fit.value) })
    }

    fn foreknown(&self, answers: &[Answered]) -> Option<Flag> {
        let old = self.scores(answers, |asked| asked >= OLD_FROM);
        let fresh = self.scores(answers, |asked| asked < FRESH_BELOW);
        if old.len().min(fresh.len()) < SIDE_MIN {
            return None;
        }
        let found = irregularity::foreknowledge(&old, &fresh)?;
        found.is_flag().then(|| Flag { kind: FlagKind::Foreknown, value_milli: milli(found.value) })
    }

    fn scores(&self, answers: &[Answered], wanted: impl Fn(u32) -> bool) -> Vec<(&Model, u8)> {
        let score = |answer: &Answered| {
            let model = self.models.get(place(answer))?.as_ref()?;
            let asked = self.asked.get(place(answer)).copied().unwrap_or(0);
            wanted(asked).then_some((model, u8::from(answer.right)))
        };
        answers.iter().filter_map(score).collect()
    }

    fn sitter(&self, answers: &[Answered]) -> Sitter {
        let model = |answer: &Answered| match self.models.get(place(answer))?.as_ref()? {
            Model::Logistic(item) => Some((*item, answer.right)),
            Model::Graded(_) => None,
        };
        let known: Vec<(Item, bool)> = answers.iter().filter_map(model).collect();
        Sitter {
            answers: answers.iter().map(|it| Answer { item: it.item, score: u8::from(it.right) }).collect(),
            theta: irt::eap(&known, Prior::STANDARD).theta(),
        }
    }
}

fn place(answer: &Answered) -> usize {
    usize::try_from(answer.item).unwrap_or(usize::MAX)
}
