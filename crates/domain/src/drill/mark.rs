//! Where a person stands in the drills of a skill.

use serde::{Deserialize, Serialize};

use super::{Judgement, Round, Score};
use crate::ids::{DrillId, SkillId};
use crate::review::Past;

/// The highest level of a message.
const LEVEL_MAX: u8 = 3;
/// How many scores are kept.
const SCORES_MAX: usize = 5;

/// Where a person stands in the drills of a skill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The skill.
    pub skill: SkillId,
    /// The round now open, or the one last finished.
    pub round: Round,
    /// How many were begun.
    pub begun: u16,
    /// How the last ones ended, the newest last.
    #[serde(with = "kept")]
    pub scores: Vec<Score>,
    /// The messages seen, each with its code (see [`Mark::seen`]): there may be many.
    pub seen: Vec<(DrillId, u32)>,
    /// On which days a round was finished, and how well.
    #[serde(default, skip_serializing_if = "Past::is_empty")]
    pub past: Past,
}

/// The scores of a workbook, each as a number: there is little room on a phone for the code that reads names.
mod kept {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Score;

    pub(super) fn serialize<S: Serializer>(scores: &[Score], to: S) -> Result<S::Ok, S::Error> {
        scores.iter().map(Score::code).collect::<Vec<u32>>().serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Score>, D::Error> {
        Vec::<u32>::deserialize(from).map(|codes| codes.into_iter().map(Score::of_code).collect())
    }
}

impl Mark {
    /// Nothing begun yet.
    #[must_use]
    pub fn new(skill: SkillId) -> Self {
        Self {
            skill,
            round: Round::default(),
            begun: 0,
            scores: Vec::new(),
            seen: Vec::new(),
            past: Past::default(),
        }
    }

    /// In which round, counted from 1, a message was seen last, and what it was said to be. The code is four times the round,
    /// and one, two or three for the judgement.
    #[must_use]
    pub fn seen(&self, id: &DrillId) -> Option<(u16, Judgement)> {
        let (_, code) = self.seen.iter().find(|(seen, _)| seen == id)?;
        Some((u16::try_from(code / 4).unwrap_or(u16::MAX), Judgement::of_code(code % 4)?))
    }

    /// Keeps what a message was said to be in this round.
    pub(crate) fn see(&mut self, id: &DrillId, said: Judgement) {
        self.seen.retain(|(seen, _)| seen != id);
        self.seen.push((id.clone(), u32::from(self.begun) * 4 + said.code()));
    }

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
