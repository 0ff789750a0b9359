//! Estimating an ability.

use crate::Item;

/// The lowest ability of the grid.
pub const THETA_MIN: f64 = -6.0;
/// The highest ability of the grid.
pub const THETA_MAX: f64 = 6.0;

const POINTS: usize = 81;
const STEP: f64 = 0.15;
/// The spread of a uniform variable one step wide: what a posterior narrower than the grid is still unsure by.
const SE_MIN: f64 = STEP * 0.288_675_134_594_812_9;
/// Answers multiplied before a logarithm is taken. One is likely by e⁻²⁶⁰ at least (slope 10, twenty-six apart), so
/// two by e⁻⁵²⁰, which a double holds with digits to spare.
const ANSWERS_PER_LOGARITHM: usize = 2;

type Grid = [f64; POINTS];

/// What is believed of an ability before any answer: a normal distribution, cut to the grid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prior {
    mu: f64,
    sigma: f64,
}

/// Why two numbers are no prior.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum PriorError {
    /// The mean is not from −6 to 6.
    #[error("mean {0}; it must be from -6 to 6")]
    Mean(f64),
    /// The standard deviation is not from 0.2, below which the grid is too coarse, to 6.
    #[error("standard deviation {0}; it must be from 0.2 to 6")]
    Deviation(f64),
}

impl Prior {
    /// Mean 0 and standard deviation 1, which is what fixes the scale of abilities.
    pub const STANDARD: Self = Self { mu: 0.0, sigma: 1.0 };

    /// A prior of mean `mu`, −6 to 6, and standard deviation `sigma`, 0.2 to 6.
    ///
    /// # Errors
    /// When one of them is outside, infinite or not a number.
    ///
    /// ```
    /// use irt::{Prior, PriorError};
    /// assert_eq!(Prior::new(0.0, 1.0), Ok(Prior::STANDARD));
    /// assert_eq!(Prior::new(0.0, 0.0), Err(PriorError::Deviation(0.0)));
    /// ```
    pub fn new(mu: f64, sigma: f64) -> Result<Self, PriorError> {
        if !(THETA_MIN..=THETA_MAX).contains(&mu) {
            return Err(PriorError::Mean(mu));
        }
        if !(0.2..=6.0).contains(&sigma) {
            return Err(PriorError::Deviation(sigma));
        }
        Ok(Self { mu, sigma })
    }

    fn log_density(self, theta: f64) -> f64 {
        let z = (theta - self.mu) / self.sigma;
        -0.5 * z * z
    }
}

/// An ability and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    theta: f64,
    se: f64,
}

impl Estimate {
    /// The ability: the mean of the posterior, −6 to 6.
    #[must_use]
    pub fn theta(&self) -> f64 {
        self.theta
    }

    /// Its standard error: the standard deviation of the posterior. Never below 0.043, which is what the grid can
    /// tell; only thousands of answers come near.
    #[must_use]
    pub fn se(&self) -> f64 {
        self.se
    }
}

/// The ability that answers show: the posterior's mean and standard deviation. `true` is a right answer.
///
/// The order of answers does not matter, up to rounding. No answers give the prior, and thousands neither
/// underflow nor overflow.
///
/// ```
/// use irt::{Item, Prior, eap};
/// let item = Item::two_parameter(1.0, 0.0).unwrap();
/// let none = eap(&[], Prior::STANDARD);
/// assert!(none.theta().abs() < 1e-12 && (none.se() - 1.0).abs() < 1e-6);
/// let right = eap(&[(item, true)], Prior::STANDARD);
/// assert!((right.theta() - 0.413_241_928_283_814).abs() < 1e-6);
/// ```
#[must_use]
pub fn eap(answers: &[(Item, bool)], prior: Prior) -> Estimate {
    let mut logs: Grid = [0.0; POINTS];
    for (log, theta) in logs.iter_mut().zip(points()) {
        *log = prior.log_density(theta);
    }
    for few in answers.chunks(ANSWERS_PER_LOGARITHM) {
        let mut likelihood = [1.0; POINTS];
        for (item, right) in few {
            weigh(&mut likelihood, item, *right);
        }
        for (log, likelihood) in logs.iter_mut().zip(likelihood) {
            *log += libm::log(likelihood);
        }
    }
    moments(&logs)
}

fn points() -> impl Iterator<Item = f64> {
    (0..=u8::MAX).map(|k| THETA_MIN + f64::from(k) * STEP).take(POINTS)
}

/// Multiplies each point's likelihood by that of one answer.
///
/// On even points exp(−a (θ − b)) is a geometric series, so an answer costs two exponentials and not 81.
fn weigh(likelihood: &mut Grid, item: &Item, right: bool) {
    let mut odds_wrong = libm::exp(-item.slope() * (THETA_MIN - item.difficulty()));
    let c = item.guessing();
    let ratio = libm::exp(-item.slope() * STEP);
    for likelihood in likelihood {
        let chance = if right { 1.0 + c * odds_wrong } else { (1.0 - c) * odds_wrong };
        *likelihood *= chance / (1.0 + odds_wrong);
        odds_wrong *= ratio;
    }
}

/// Mean and standard deviation of the grid under weights given by their logarithms, the greatest scaled to 1.
fn moments(logs: &Grid) -> Estimate {
    let top = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let weights = logs.map(|log| libm::exp(log - top));
    let total: f64 = weights.iter().sum();
    let mean = |value: &dyn Fn(f64) -> f64| {
        weights.iter().zip(points()).map(|(weight, at)| weight * value(at)).sum::<f64>() / total
    };
    let theta = mean(&|at| at).clamp(THETA_MIN, THETA_MAX);
    let variance = mean(&|at| (at - theta) * (at - theta));
    Estimate { theta, se: variance.sqrt().max(SE_MIN) }
}
