//! Where a person stands in the drills of a skill.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Judgement, Round, Score};
use crate::ids::DrillId;

/// The highest level of a message.
const LEVEL_MAX: u8 = 3;
/// How many scores are kept.
const SCORES_MAX: usize = 5;

/// Where a person stands in the drills of a skill.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The round now open, or the one last finished.
    #[serde(default)]
    pub round: Round,
    /// How many were begun.
    #[serde(default)]
    pub begun: u16,
    /// How the last ones ended, the newest last.
    #[serde(default)]
    pub scores: Vec<Score>,
    /// The messages seen.
    #[serde(default)]
    pub seen: BTreeMap<DrillId, Seen>,
}

/// When a message was seen last and what it was said to be. It travels as one number, since there are many: the round four
/// times, and one, two or three for the judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "u32", into = "u32")]
pub struct Seen {
    /// In which round, counted from 1.
    pub round: u16,
    /// What it was said to be.
    pub said: Judgement,
}

impl From<Seen> for u32 {
    fn from(seen: Seen) -> Self {
        let said = match seen.said {
            Judgement::Safe => 1,
            Judgement::Unsure => 2,
            Judgement::Scam => 3,
        };
        Self::from(seen.round) * 4 + said
    }
}

impl From<u32> for Seen {
    fn from(code: u32) -> Self {
        let said = match code % 4 {
            1 => Judgement::Safe,
            3 => Judgement::Scam,
            _ => Judgement::Unsure,
        };
        Self { round: u16::try_from(code / 4).unwrap_or(u16::MAX), said }
    }
}

impl Mark {
    /// The level of the next round: up after a good one, down after one that went wrong both ways.
    #[must_use]
    pub fn level(&self) -> u8 {
        let Some(last) = self.scores.last() else { return 1 };
        let level = match (last.finds_scams(), last.trusts_genuine()) {
            _ if last.is_good() => last.level.saturating_add(1),
            (false, false) => last.level.saturating_sub(1),
            _ => last.level,
        };
        level.clamp(1, LEVEL_MAX)
    }

    /// Whether a round is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.round.is_over()
    }

    /// Keeps a score.
    pub(crate) fn keep(&mut self, score: Score) {
        self.scores.push(score);
        if self.scores.len() > SCORES_MAX {
            self.scores.remove(0);
        }
    }
}
