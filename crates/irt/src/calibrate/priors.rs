//! What is believed of parameters before any answer.

use super::curve::{Shape, logistic};
use super::maximise::Lean;

/// A prior on slopes: ln a is normal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SlopePrior {
    /// The mean of ln a.
    pub mean: f64,
    /// The standard deviation of ln a.
    pub deviation: f64,
}

impl SlopePrior {
    /// Mild: nine slopes in ten from 0.4 to 3.2, as items of tests in use have them (BILOG-MG's default is of the same
    /// form, with 0.5).
    pub const MILD: Self = Self { mean: 0.12, deviation: 0.63 };
}

/// A prior on the chance of guessing: Beta(w m + 1, w (1 − m) + 1), whose mode is m, as BILOG-MG has it
/// (Zimowski et al. 2003, with w = 20 and m = 1 / number of choices).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GuessPrior {
    /// The likeliest chance, such as 0.25 where there are four choices.
    pub mode: f64,
    /// How many answers of persons who know nothing the prior is worth.
    pub weight: f64,
}

impl GuessPrior {
    /// Five choices, worth 20 answers.
    pub const FIVE_CHOICES: Self = Self { mode: 0.2, weight: 20.0 };
}

/// The priors that a calibration uses.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Priors {
    pub(crate) slope: Option<SlopePrior>,
    pub(crate) guess: GuessPrior,
}

impl Priors {
    /// The same with what is no number, or out of reason, drawn back.
    pub(crate) fn held(self) -> Self {
        let or = |value: f64, other: f64| if value.is_finite() { value } else { other };
        let slope = self.slope.map(|prior| SlopePrior {
            mean: or(prior.mean, SlopePrior::MILD.mean).clamp(-2.0, 2.0),
            deviation: or(prior.deviation, SlopePrior::MILD.deviation).clamp(0.05, 10.0),
        });
        let guess = GuessPrior {
            mode: or(self.guess.mode, GuessPrior::FIVE_CHOICES.mode).clamp(0.01, 0.5),
            weight: or(self.guess.weight, GuessPrior::FIVE_CHOICES.weight).clamp(0.1, 10_000.0),
        };
        Self { slope, guess }
    }

    /// Adds what the priors say to an item's gradient and information.
    pub(crate) fn lean(&self, shape: Shape, values: &[f64], lean: &mut Lean) {
        if let (Some(prior), [a, ..]) = (self.slope, values) {
            let precision = 1.0 / (prior.deviation * prior.deviation);
            lean.gradient[0] -= (libm::log(*a) - prior.mean) * precision / a;
            lean.information[0] += precision / (a * a);
        }
        if let (Shape::Guessing, [_, _, gamma]) = (shape, values) {
            let c = logistic(*gamma);
            let GuessPrior { mode, weight } = self.guess;
            lean.gradient[2] += weight * (mode - c);
            lean.information[8] += weight * c * (1.0 - c);
        }
    }

    /// The logarithm of the priors' density at an item's values, but for a constant.
    pub(crate) fn log_density(&self, shape: Shape, values: &[f64]) -> f64 {
        let mut log = 0.0;
        if let (Some(prior), [a, ..]) = (self.slope, values) {
            let z = (libm::log(*a) - prior.mean) / prior.deviation;
            log -= 0.5 * z * z;
        }
        if let (Shape::Guessing, [_, _, gamma]) = (shape, values) {
            let (c, not) = (logistic(*gamma), logistic(-gamma));
            let GuessPrior { mode, weight } = self.guess;
            log += weight * (mode * libm::log(c) + (1.0 - mode) * libm::log(not));
        }
        log
    }
}
