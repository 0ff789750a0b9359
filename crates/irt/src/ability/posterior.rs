//! The posterior of an ability on the grid, and its mean.

use super::{Estimate, POINTS, Prior, STEP, THETA_MAX, THETA_MIN};
use crate::{Graded, Item, Model};

type Grid = [f64; POINTS];

/// The spread of a uniform variable one step wide: what a posterior narrower than the grid is still unsure by.
const SE_MIN: f64 = STEP * 0.288_675_134_594_812_9;
/// How far a product of likelihoods may fall, as a logarithm, before it is put away as one: a double holds e⁻⁷⁰⁸.
const FALL_MAX: f64 = 640.0;
const LN_2: f64 = core::f64::consts::LN_2;

/// What is believed of an ability after some answers: weights on 81 evenly spaced points from −6 to 6.
///
/// An answer multiplies 81 numbers; a logarithm is taken only every few dozen answers. So a test that estimates after each
/// answer pays for one answer and not for all before it.
///
/// ```
/// use irt::{Item, Model, Posterior, Prior, eap};
/// let item = Item::two_parameter(1.0, 0.0).unwrap();
/// let mut posterior = Posterior::new(Prior::STANDARD);
/// posterior.answer(&Model::from(item), 1);
/// assert_eq!(posterior.estimate(), eap(&[(item, true)], Prior::STANDARD));
/// assert!(posterior.above(0.0) > 0.6);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Posterior {
    /// The logarithms of prior and answers put away, the greatest 0.
    logs: Grid,
    /// Their exponentials.
    base: Grid,
    /// The likelihood of the answers since.
    fresh: Grid,
    /// How far that may have fallen at most, as a logarithm.
    fallen: f64,
}

impl Posterior {
    /// What is believed before any answer.
    #[must_use]
    pub fn new(prior: Prior) -> Self {
        let mut logs = [0.0; POINTS];
        for (log, theta) in logs.iter_mut().zip(points()) {
            *log = prior.log_density(theta);
        }
        Self { logs, base: logs.map(libm::exp), fresh: [1.0; POINTS], fallen: 0.0 }
    }

    /// Learns from one answer: its score, which counts as the top one when it is above.
    pub fn answer(&mut self, model: &Model, score: u8) {
        match model {
            Model::Logistic(item) => self.answer_item(item, score > 0),
            Model::Graded(graded) => self.answer_graded(graded, score.min(graded.top())),
        }
    }

    fn answer_item(&mut self, item: &Item, right: bool) {
        self.make_room(item.slope() * (THETA_MAX + item.difficulty().abs()) + 2.0 * LN_2);
        let c = item.guessing();
        // Right: (1 + c o) / (1 + o); wrong: (1 − c) o / (1 + o), with the odds o of not knowing.
        let (constant, factor) = if right { (1.0, c) } else { (0.0, 1.0 - c) };
        for (fresh, odds) in self.fresh.iter_mut().zip(odds(item.slope(), item.difficulty())) {
            *fresh *= (constant + factor * odds) / (1.0 + odds);
        }
    }

    fn answer_graded(&mut self, graded: &Graded, score: u8) {
        let a = graded.slope();
        let fall = |b: f64| a * (THETA_MAX + b.abs()) + 2.0 * LN_2;
        match graded.bounds(score) {
            [None, None] => {}
            [None, Some(high)] => {
                self.make_room(fall(high));
                self.fall_below(a, high);
            }
            [Some(low), None] => {
                self.make_room(fall(low));
                self.rise_above(a, low);
            }
            [Some(low), Some(high)] => {
                // A narrow band is unlikely everywhere; the factors are the band's width and two flanks.
                let narrow = -libm::log(libm::expm1(a * (high - low)).min(1.0));
                self.make_room(fall(low).max(fall(high)) + narrow);
                self.stay_between(a, low, high);
            }
        }
    }

    fn fall_below(&mut self, a: f64, high: f64) {
        for (fresh, odds) in self.fresh.iter_mut().zip(odds(a, high)) {
            *fresh *= odds / (1.0 + odds);
        }
    }

    fn rise_above(&mut self, a: f64, low: f64) {
        for (fresh, odds) in self.fresh.iter_mut().zip(odds(a, low)) {
            *fresh *= 1.0 / (1.0 + odds);
        }
    }

    /// 1 / (1 + o) − 1 / (1 + r o) = (r − 1) o / ((1 + o) (1 + r o)), with the odds of the two thresholds r apart:
    /// no digits are lost to the difference.
    fn stay_between(&mut self, a: f64, low: f64, high: f64) {
        let apart = libm::exp(a * (high - low));
        let more = libm::expm1(a * (high - low));
        for (fresh, odds) in self.fresh.iter_mut().zip(odds(a, low)) {
            *fresh *= more / (1.0 + odds) * (odds / (1.0 + apart * odds));
        }
    }

    /// Puts the likelihood away as logarithms when one more answer could underflow it.
    fn make_room(&mut self, fall: f64) {
        if self.fallen + fall > FALL_MAX {
            self.settle();
        }
        self.fallen += fall;
    }

    fn settle(&mut self) {
        for (log, fresh) in self.logs.iter_mut().zip(&self.fresh) {
            *log += libm::log(*fresh);
        }
        let top = self.logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        self.logs = self.logs.map(|log| log - top);
        self.base = self.logs.map(libm::exp);
        self.fresh = [1.0; POINTS];
        self.fallen = 0.0;
    }

    /// What is believed of the ability plus a normal deviation of mean 0: the sum over the grid of weight times normal density.
    /// A deviation below 0.1, which the grid cannot tell, is none.
    pub(super) fn blurred(&self, deviation: f64) -> Self {
        let weights = self.weights();
        let base = if deviation < 0.1 { weights } else { spread_out(&weights, deviation) };
        let top = base.iter().copied().fold(0.0, f64::max);
        let base = base.map(|weight| weight / top);
        Self { logs: base.map(libm::log), base, fresh: [1.0; POINTS], fallen: 0.0 }
    }

    fn weights(&self) -> Grid {
        let mut weights = self.base;
        for (weight, fresh) in weights.iter_mut().zip(&self.fresh) {
            *weight *= fresh;
        }
        weights
    }

    /// The mean of the posterior, *expected a posteriori*, and its standard deviation as the standard error
    /// (Bock & Mislevy 1982).
    #[must_use]
    pub fn estimate(&self) -> Estimate {
        let weights = self.weights();
        // About the middle of the grid first: one pass for all three sums.
        let (mut total, mut first, mut second) = (0.0, 0.0, 0.0);
        for (weight, theta) in weights.iter().zip(points()) {
            total += weight;
            first += weight * theta;
            second += weight * theta * theta;
        }
        let theta = (first / total).clamp(THETA_MIN, THETA_MAX);
        let variance = (second / total - theta * theta).max(0.0);
        Estimate { theta, se: variance.sqrt().max(SE_MIN) }
    }

    /// The probability that the ability is above a cut, 0 to 1. Each point stands for the step around it.
    ///
    /// ```
    /// use irt::{Posterior, Prior};
    /// let nothing = Posterior::new(Prior::STANDARD);
    /// assert!((nothing.above(0.0) - 0.5).abs() < 1e-12);
    /// assert!((nothing.above(1.0) - 0.1587).abs() < 1e-3);
    /// ```
    #[must_use]
    pub fn above(&self, cut: f64) -> f64 {
        let (mut total, mut above) = (0.0, 0.0);
        for (weight, theta) in self.weights().iter().zip(points()) {
            total += weight;
            above += weight * ((theta - cut) / STEP + 0.5).clamp(0.0, 1.0);
        }
        above / total
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
    let mut posterior = Posterior::new(prior);
    for (item, right) in answers {
        posterior.answer_item(item, *right);
    }
    posterior.estimate()
}

fn spread_out(weights: &Grid, deviation: f64) -> Grid {
    let mut density = [0.0; POINTS];
    for (density, far) in density.iter_mut().zip(0_u8..) {
        let z = f64::from(far) * STEP / deviation;
        *density = libm::exp(-0.5 * z * z);
    }
    let at = |k: usize| weights.iter().enumerate().map(|(j, weight)| weight * density[k.abs_diff(j)]).sum();
    core::array::from_fn(at)
}

fn points() -> impl Iterator<Item = f64> {
    (0..=u8::MAX).map(|k| THETA_MIN + f64::from(k) * STEP).take(POINTS)
}

/// exp(−a (θ − b)) at each point.
///
/// On even points it is a geometric series, so it costs three exponentials and not 81; four series side by side keep the processor busy.
fn odds(a: f64, b: f64) -> Grid {
    let ratio = libm::exp(-a * STEP);
    let fourth = libm::exp(-a * (4.0 * STEP));
    let mut odds = [0.0; POINTS];
    odds[0] = libm::exp(-a * (THETA_MIN - b));
    for k in 1..4 {
        odds[k] = odds[k - 1] * ratio;
    }
    for k in 4..POINTS {
        odds[k] = odds[k - 4] * fourth;
    }
    odds
}
