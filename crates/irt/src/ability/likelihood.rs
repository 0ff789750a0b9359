//! Ability without a prior: the likeliest, and the likeliest with its bias taken away.

use super::{Estimate, THETA_MAX, THETA_MIN};
use crate::Model;

/// Places looked at for a maximum before one is narrowed down; 3PL likelihoods can have several.
const LOOKS: u32 = 160;
/// Halvings of the step between two looks: below the last digit.
const HALVINGS: u32 = 60;

/// An ability found without a prior.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likeliest {
    /// The ability, and 1 / √I as its standard error, infinite where the answers tell nothing.
    pub estimate: Estimate,
    /// The likelihood still rises at the end of the grid: the ability is that end, and could be any beyond.
    pub at_the_end: bool,
}

/// The ability at which the answers are likeliest (Birnbaum 1968; Lord 1980, chapter 4), with its standard error by
/// the information. `None` without answers.
///
/// All right or all wrong has no maximum; then the end of the grid, 6 or −6, is given and said to be one. Of several
/// maxima, which guessing can make, the likeliest is given.
///
/// ```
/// use irt::{Item, Model, mle};
/// let item = Model::from(Item::two_parameter(1.0, 0.5).unwrap());
/// let half = mle(&[(&item, 1), (&item, 0)]).unwrap();
/// assert!((half.estimate.theta() - 0.5).abs() < 1e-9);
/// assert!((half.estimate.se() - 2_f64.sqrt()).abs() < 1e-9);
/// assert!(mle(&[(&item, 1)]).unwrap().at_the_end);
/// ```
#[must_use]
pub fn mle(answers: &[(&Model, u8)]) -> Option<Likeliest> {
    likeliest(answers, &pull, &log_likelihood)
}

/// Warm's weighted likelihood estimate: where the pull of the answers and J / (2 I) balance, which takes away the
/// first-order bias of [`mle`] (Warm 1989). It is finite for all right and all wrong as well, though at the end of the grid
/// for far items. `None` without answers.
///
/// ```
/// use irt::{Item, Model, wle};
/// // One item answered rightly: 1 − P = (P − Q) / 2, so P = 3/4 (with J / I = a (Q − P)).
/// let item = Model::from(Item::two_parameter(1.0, 0.0).unwrap());
/// let right = wle(&[(&item, 1)]).unwrap();
/// assert!((right.estimate.theta() - 3_f64.ln()).abs() < 1e-9 && !right.at_the_end);
/// ```
#[must_use]
pub fn wle(answers: &[(&Model, u8)]) -> Option<Likeliest> {
    let balanced = |answers: &[(&Model, u8)], theta: f64| {
        let skew: f64 = answers.iter().map(|(model, _)| model.skew(theta)).sum();
        let information = information(answers, theta);
        let correction = if information > 0.0 { skew / (2.0 * information) } else { 0.0 };
        pull(answers, theta) + correction
    };
    // Where the correction comes from exactly when nothing is guessed, and nearly otherwise: it only ranks maxima.
    let weighted = |answers: &[(&Model, u8)], theta: f64| {
        log_likelihood(answers, theta) + 0.5 * libm::log(information(answers, theta))
    };
    likeliest(answers, &balanced, &weighted)
}

type Measure<'f> = &'f dyn Fn(&[(&Model, u8)], f64) -> f64;

fn likeliest(answers: &[(&Model, u8)], rise: Measure<'_>, height: Measure<'_>) -> Option<Likeliest> {
    if answers.is_empty() {
        return None;
    }
    let place = |k: u32| THETA_MIN + (THETA_MAX - THETA_MIN) * f64::from(k) / f64::from(LOOKS);
    let rises: Vec<f64> = (0..=LOOKS).map(|k| rise(answers, place(k))).collect();
    let mut summits = Vec::new();
    if rises.first().is_some_and(|rise| *rise <= 0.0) {
        summits.push((THETA_MIN, true));
    }
    for (k, pair) in (0..).zip(rises.windows(2)) {
        if pair[0] > 0.0 && pair[1] <= 0.0 {
            summits.push((balance(answers, rise, place(k), place(k + 1)), false));
        }
    }
    if rises.last().is_some_and(|rise| *rise > 0.0) {
        summits.push((THETA_MAX, true));
    }
    let best = summits.into_iter().max_by(|(one, _), (other, _)| {
        height(answers, *one).total_cmp(&height(answers, *other)).then(other.abs().total_cmp(&one.abs()))
    });
    best.map(|(theta, at_the_end)| {
        let se = 1.0 / information(answers, theta).sqrt();
        Likeliest { estimate: Estimate { theta, se }, at_the_end }
    })
}

/// Where the rise from `low` to `high` turns into a fall.
fn balance(answers: &[(&Model, u8)], rise: Measure<'_>, mut low: f64, mut high: f64) -> f64 {
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if rise(answers, middle) > 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

fn pull(answers: &[(&Model, u8)], theta: f64) -> f64 {
    answers.iter().map(|(model, score)| model.pull(*score, theta)).sum()
}

fn information(answers: &[(&Model, u8)], theta: f64) -> f64 {
    answers.iter().map(|(model, _)| model.information(theta)).sum()
}

fn log_likelihood(answers: &[(&Model, u8)], theta: f64) -> f64 {
    answers.iter().map(|(model, score)| libm::log(model.probability(*score, theta))).sum()
}
