//! The grid of abilities and the population on it.

use crate::ability::{THETA_MAX, THETA_MIN};

/// Points of the grid for tests of ordinary length: 0.31 apart. Sums over an even grid are exact to e^(−2π² s²/h²)
/// for a posterior of deviation s and points h apart: 10⁻⁵ at s = 0.25.
pub(crate) const FEW: usize = 40;
/// Points for long tests, whose posteriors are narrow: 0.1 apart.
pub(crate) const MANY: usize = 120;
/// Answers of one person beyond which the grid is the fine one.
pub(crate) const LONG: usize = 60;

/// The distribution of abilities among those who answered: normal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Population {
    /// Its mean.
    pub mean: f64,
    /// Its standard deviation.
    pub deviation: f64,
}

impl Population {
    /// Mean 0 and deviation 1, which is what fixes the scale.
    pub const STANDARD: Self = Self { mean: 0.0, deviation: 1.0 };

    /// The same, drawn to where the grid can hold it: mean −3 to 3, deviation 0.2 to 3. What is no number becomes
    /// [`Self::STANDARD`]'s.
    #[must_use]
    pub(crate) fn held(self) -> Self {
        let or = |value: f64, other: f64| if value.is_finite() { value } else { other };
        Self { mean: or(self.mean, 0.0).clamp(-3.0, 3.0), deviation: or(self.deviation, 1.0).clamp(0.2, 3.0) }
    }
}

/// The abilities of the grid.
pub(crate) fn points<const Q: usize>() -> [f64; Q] {
    let step = (THETA_MAX - THETA_MIN) / (Q - 1) as f64;
    core::array::from_fn(|k| THETA_MIN + step * k as f64)
}

/// The share of the population at each point.
pub(crate) fn weights<const Q: usize>(population: Population) -> [f64; Q] {
    let density = points::<Q>().map(|theta| {
        let z = (theta - population.mean) / population.deviation;
        libm::exp(-0.5 * z * z)
    });
    let total = sum(&density);
    density.map(|density| density / total)
}

/// Mean and deviation of weights on the grid.
pub(crate) fn moments<const Q: usize>(weights: &[f64; Q]) -> Population {
    let points = points::<Q>();
    let total = sum(weights);
    let mean = dot(weights, &points) / total;
    let squares = points.map(|theta| (theta - mean) * (theta - mean));
    Population { mean, deviation: (dot(weights, &squares) / total).sqrt() }
}

/// The sum, in eight strands that the processor adds side by side; the order is fixed, so the bits are.
pub(crate) fn sum<const Q: usize>(values: &[f64; Q]) -> f64 {
    let mut strands = [0.0; 8];
    for chunk in values.chunks_exact(8) {
        for (strand, value) in strands.iter_mut().zip(chunk) {
            *strand += value;
        }
    }
    strands.iter().sum()
}

/// The sum of products, in the same way.
pub(crate) fn dot<const Q: usize>(left: &[f64; Q], right: &[f64; Q]) -> f64 {
    let mut strands = [0.0; 8];
    for (left, right) in left.chunks_exact(8).zip(right.chunks_exact(8)) {
        for (strand, (left, right)) in strands.iter_mut().zip(left.iter().zip(right)) {
            *strand += left * right;
        }
    }
    strands.iter().sum()
}
