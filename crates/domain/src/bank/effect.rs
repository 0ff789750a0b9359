//! What would have been otherwise with other parameters.

use irt::{Item, Prior};
use serde::{Deserialize, Serialize};

use crate::assessment::{Attempt, BankItem, BankVersion};

/// An attempt that ended, as far as another scoring needs it: the right answers that a skill demands do not hang on
/// parameters, so that only the cut has to be looked at again.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    cut_milli: i32,
    /// Whether all that is not a matter of parameters was met.
    met: bool,
    /// Whether the person was told to have passed.
    passed: bool,
    /// Places in the version and whether right.
    answers: Vec<(u32, bool)>,
}

impl Judged {
    /// An attempt that proves something, `None` of any other. `place` finds a question in the version, `skill` tells its
    /// skill's number among the parts of the attempt.
    #[must_use]
    pub fn of(
        attempt: &Attempt,
        place: impl Fn(&crate::ids::ItemId) -> Option<u32>,
        skill: impl Fn(&crate::ids::ItemId) -> Option<u16>,
    ) -> Option<Self> {
        let end = attempt.end.as_ref().filter(|end| end.outcome.ending.proves() && attempt.kind.proves())?;
        let rules = &attempt.rules;
        let mut right = vec![0_u16; rules.parts.len()];
        for given in attempt.scored().filter(|given| given.right) {
            if let Some(count) = skill(&given.item).and_then(|part| right.get_mut(usize::from(part))) {
                *count += 1;
            }
        }
        let enough = attempt.scored().count() >= usize::from(rules.least);
        let answers = attempt.scored().filter_map(|given| Some((place(&given.item)?, given.right))).collect();
        Some(Self {
            cut_milli: rules.cut_milli,
            met: enough && rules.parts.iter().zip(right).all(|(part, right)| right >= part.right),
            passed: end.outcome.all,
            answers,
        })
    }

    fn would_pass(&self, models: &[Option<Item>]) -> bool {
        let model = |item: u32| *usize::try_from(item).ok().and_then(|item| models.get(item))?;
        let answers: Vec<(Item, bool)> =
            self.answers.iter().filter_map(|(item, right)| Some((model(*item)?, *right))).collect();
        let theta = irt::eap(&answers, Prior::STANDARD).theta();
        self.met && (theta * 1000.0).round() >= f64::from(self.cut_milli)
    }
}

/// How many attempts would have ended otherwise. No result is changed by it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effect {
    /// Attempts scored again.
    pub attempts: u32,
    /// Not passed, and would be.
    pub up: u32,
    /// Passed, and would not be.
    pub down: u32,
}

impl Effect {
    /// Scores attempts again with the parameters of a version.
    #[must_use]
    pub fn of(judged: &[Judged], version: &BankVersion) -> Self {
        let models: Vec<Option<Item>> = version.items.iter().map(scoring).collect();
        let mut effect = Self::default();
        for attempt in judged {
            effect.attempts += 1;
            match (attempt.passed, attempt.would_pass(&models)) {
                (false, true) => effect.up += 1,
                (true, false) => effect.down += 1,
                _ => {}
            }
        }
        effect
    }
}

/// The item as it scores: an unsure difficulty makes the curve flatter.
pub(super) fn scoring(item: &BankItem) -> Option<Item> {
    Item::new(item.a, item.b, item.c).ok().map(|model| model.attenuated(item.se_b))
}
