//! Whether a person does better on items that have been seen by many than on fresh ones.

use crate::distribution::normal_above;
use crate::{Model, mle};

/// How the answers to old and to fresh items differ.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Foreknowledge {
    /// The likeliest ability by the old items, −6 to 6.
    pub old: f64,
    /// The likeliest ability by the fresh items, −6 to 6.
    pub fresh: f64,
    /// The signed root of the likelihood ratio: about standard normal for one ability behind both, positive where the
    /// old items were answered better.
    pub value: f64,
    /// How likely so great a value, or a greater one, is.
    pub p: f64,
}

impl Foreknowledge {
    /// Above this it is a flag: one in a hundred of those who have seen nothing.
    pub const MARK: f64 = 2.33;

    /// Whether a person should look.
    #[must_use]
    pub fn is_flag(&self) -> bool {
        self.value > Self::MARK
    }
}

/// Compares the answers to items that many have seen with those to fresh ones (Sinharay 2017):
///
/// > Λ = 2 (ℓ_old(θ̂_old) + ℓ_fresh(θ̂_fresh) − ℓ(θ̂)), value = ± √Λ
///
/// with the likeliest abilities between −6 and 6. With fewer than about five answers on either side the distribution is
/// rough. `None` when one side has no answers.
///
/// ```
/// use irt::irregularity::foreknowledge;
/// use irt::{Item, Model};
/// let item = Model::from(Item::two_parameter(1.5, 0.5).unwrap());
/// let all = |score| vec![(&item, score); 8];
/// assert!(foreknowledge(&all(1), &all(0)).unwrap().is_flag());
/// assert_eq!(foreknowledge(&all(1), &all(1)).unwrap().value, 0.0);
/// assert!(foreknowledge(&all(1), &[]).is_none());
/// ```
#[must_use]
pub fn foreknowledge(old: &[(&Model, u8)], fresh: &[(&Model, u8)]) -> Option<Foreknowledge> {
    let all: Vec<(&Model, u8)> = old.iter().chain(fresh).copied().collect();
    let likeliest = |answers: &[(&Model, u8)]| Some(mle(answers)?.estimate.theta());
    let (by_old, by_fresh, by_all) = (likeliest(old)?, likeliest(fresh)?, likeliest(&all)?);
    let apart = log_likelihood(old, by_old) + log_likelihood(fresh, by_fresh);
    let ratio = (2.0 * (apart - log_likelihood(&all, by_all))).max(0.0);
    let value = if by_old >= by_fresh { ratio.sqrt() } else { -ratio.sqrt() };
    Some(Foreknowledge { old: by_old, fresh: by_fresh, value, p: normal_above(value) })
}

fn log_likelihood(answers: &[(&Model, u8)], theta: f64) -> f64 {
    answers.iter().map(|(model, score)| libm::log(model.probability(*score, theta).max(1e-300))).sum()
}
