//! What a test says of each content.

use super::{Estimate, Posterior, Prior};
use crate::Model;

/// The ability in one content.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Subscore {
    /// The content.
    pub content: u16,
    /// How many answers it rests on.
    pub answers: u16,
    /// The ability there.
    pub estimate: Estimate,
}

/// The ability in each content that was asked, by rising content, from answers as (content, model, score).
///
/// Few items of one content say little by themselves, so the answers to all other contents serve as the prior: the ability in a
/// content is the overall one plus a normal deviation of standard deviation `spread`, 0 to 3 (0.4 is usual: abilities in contents then
/// correlate by 0.86). No answer counts twice. It is the idea of augmented subscores (Wainer et al. 2001) with the
/// correlation given and not estimated. A spread outside is taken as the nearest end, one below 0.1 as
/// none.
///
/// ```
/// use irt::{Item, Model, Prior, per_content};
/// let item = Model::from(Item::two_parameter(1.5, 0.0).unwrap());
/// let answers = [(1, &item, 1), (1, &item, 1), (2, &item, 0)];
/// let scores = per_content(&answers, Prior::STANDARD, 0.4);
/// assert_eq!(scores.len(), 2);
/// assert!(scores[0].estimate.theta() > scores[1].estimate.theta());
/// ```
#[must_use]
pub fn per_content(answers: &[(u16, &Model, u8)], prior: Prior, spread: f64) -> Vec<Subscore> {
    let mut contents: Vec<u16> = answers.iter().map(|(content, _, _)| *content).collect();
    contents.sort_unstable();
    contents.dedup();
    contents.into_iter().map(|content| subscore(answers, content, prior, spread)).collect()
}

fn subscore(answers: &[(u16, &Model, u8)], content: u16, prior: Prior, spread: f64) -> Subscore {
    let (own, others): (Vec<_>, Vec<_>) = answers.iter().partition(|(of, _, _)| *of == content);
    let elsewhere = learn(Posterior::new(prior), &others);
    let spread = if spread.is_nan() { 0.0 } else { spread.clamp(0.0, 3.0) };
    let estimate = learn(elsewhere.blurred(spread), &own).estimate();
    Subscore { content, answers: u16::try_from(own.len()).unwrap_or(u16::MAX), estimate }
}

fn learn(mut posterior: Posterior, answers: &[(u16, &Model, u8)]) -> Posterior {
    for (_, model, score) in answers {
        posterior.answer(model, *score);
    }
    posterior
}
