//! Whether an item has changed between two calibrations.
//!
//! # Measures
//! - **z** of the difference of slopes and of difficulties, against the errors of both calibrations:
//!   (b₂ − b₁) / √(se₁² + se₂²).
//! - **Robust z** of the difference of difficulties against what all items did: (d − median) / (0.74 · interquartile range)
//!   (Huynh & Meyer 2010). It does not mind when a scale has shifted as a whole.
//! - **Distance** of the two curves, √ ∫ (P₂ − P₁)² f, over the population, as a share of the full score: the root of D²
//!   (Wells, Hambleton, Kirkpatrick & Meng 2014).
//!
//! An item becomes easier when its answer has gone round, or when people have learnt; harder when the world has moved
//! on from it. Which, a person must look at.
//!
//! # Sources
//! - H. Huynh & P. Meyer, *Use of robust z in detecting unstable items in item response theory models*, Practical
//!   Assessment, Research & Evaluation 15(2), 2010.
//! - C. S. Wells, R. K. Hambleton, R. Kirkpatrick & Y. Meng, *An examination of two procedures for identifying
//!   consequential item parameter drift*, Applied Measurement in Education 27(3), 214–231, 2014.

use crate::Model;
use crate::calibrate::quadrature::{FEW, points, weights};
use crate::calibrate::{Estimated, Population};

/// A robust z from here is a signal: one in a hundred items that did not change.
pub const ROBUST_Z: f64 = 2.58;
/// Curves this far apart are a signal when the difference is sure as well.
pub const DISTANCE: f64 = 0.10;
/// The fewest items whose median and spread mean something.
const ITEMS_MIN: usize = 5;

/// How an item changed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Drift {
    /// By how much the slope grew.
    pub slope: f64,
    /// That, in standard errors.
    pub slope_z: f64,
    /// By how much the difficulty grew; for a graded item the mean of its thresholds.
    pub difficulty: f64,
    /// That, in standard errors.
    pub difficulty_z: f64,
    /// That, against what all items did; none with fewer than five items or when all moved alike.
    pub robust_z: Option<f64>,
    /// How far apart the curves are, 0 to 1.
    pub distance: f64,
}

impl Drift {
    /// Whether a person should look at the item: it moved apart from the others, and so far that it matters.
    #[must_use]
    pub fn is_signal(&self) -> bool {
        let z = self.robust_z.unwrap_or(self.difficulty_z);
        let sure = z.abs() >= ROBUST_Z || self.slope_z.abs() >= ROBUST_Z;
        sure && self.distance >= DISTANCE
    }
}

/// Compares two calibrations item by item; an item that was not estimated in both has nothing to compare.
///
/// ```
/// use irt::calibrate::{Estimated, Population, StandardErrors};
/// use irt::{Item, Model, drift::drift};
/// let estimated = |b| Estimated {
///     model: Model::from(Item::two_parameter(1.0, b).unwrap()),
///     errors: StandardErrors { slope: 0.1, difficulties: vec![0.1], guessing: None },
///     answers: 1_000,
///     at_bound: false,
/// };
/// let (before, after) = (estimated(0.5), estimated(-0.5));
/// let drift = drift(&[Some(&before)], &[Some(&after)], Population::STANDARD)[0].unwrap();
/// assert!((drift.difficulty_z + 7.071).abs() < 0.001);
/// assert!(drift.is_signal());
/// ```
#[must_use]
pub fn drift(
    before: &[Option<&Estimated>],
    after: &[Option<&Estimated>],
    population: Population,
) -> Vec<Option<Drift>> {
    let pairs =
        before.iter().zip(after).map(|(before, after)| Some(compared((*before)?, (*after)?, population)));
    let mut drifts: Vec<Option<Drift>> = pairs.collect();
    let moved: Vec<f64> = drifts.iter().flatten().map(|drift| drift.difficulty).collect();
    if let Some((median, spread)) = middle(moved) {
        for drift in drifts.iter_mut().flatten() {
            drift.robust_z = Some((drift.difficulty - median) / spread);
        }
    }
    drifts
}

fn compared(before: &Estimated, after: &Estimated, population: Population) -> Drift {
    let (left, right) = (numbers(before), numbers(after));
    let z = |off: f64, left: f64, right: f64| {
        let error = (left * left + right * right).sqrt();
        if error > 0.0 { off / error } else { 0.0 }
    };
    let slope = right.slope - left.slope;
    let difficulty = right.difficulty - left.difficulty;
    Drift {
        slope,
        slope_z: z(slope, before.errors.slope, after.errors.slope),
        difficulty,
        difficulty_z: z(difficulty, left.error, right.error),
        robust_z: None,
        distance: distance(&before.model, &after.model, population),
    }
}

struct Numbers {
    slope: f64,
    difficulty: f64,
    error: f64,
}

/// Errors of thresholds are taken as one: they move together.
fn numbers(estimated: &Estimated) -> Numbers {
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len().max(1) as f64;
    let error = mean(&estimated.errors.difficulties);
    match &estimated.model {
        Model::Logistic(item) => Numbers { slope: item.slope(), difficulty: item.difficulty(), error },
        Model::Graded(item) => Numbers { slope: item.slope(), difficulty: mean(item.thresholds()), error },
    }
}

/// How far apart two curves are over a population, as a share of the full score, 0 to 1.
#[must_use]
pub fn distance(left: &Model, right: &Model, population: Population) -> f64 {
    let share = |model: &Model, theta: f64| model.expected(theta) / f64::from(model.top());
    let squares = points::<FEW>().into_iter().zip(weights::<FEW>(population.held()));
    let total = squares.map(|(theta, weight)| weight * (share(left, theta) - share(right, theta)).powi(2));
    total.sum::<f64>().sqrt()
}

/// The median, and 0.74 times the interquartile range, which for normal values is the standard deviation.
fn middle(mut values: Vec<f64>) -> Option<(f64, f64)> {
    values.sort_by(f64::total_cmp);
    let at = |share: f64| {
        let place = share * (values.len().checked_sub(1)?) as f64;
        let (low, part) = (place.floor(), place.fract());
        let below = *values.get(low as usize)?;
        let above = *values.get(low as usize + 1).unwrap_or(&below);
        Some(below + part * (above - below))
    };
    let spread = 0.74 * (at(0.75)? - at(0.25)?);
    (values.len() >= ITEMS_MIN && spread > 1e-9).then_some((at(0.5)?, spread))
}
