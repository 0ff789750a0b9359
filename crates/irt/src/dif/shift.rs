//! One item in two groups: its curve, and by how much the focal group's is shifted.

use crate::calibrate::curve::{PARAMETERS, Point, Shape, point};
use crate::calibrate::matrix::Factor;
use crate::calibrate::maximise::{Lean, hold, lean};
use crate::calibrate::quadrature::{dot, points, sum};

/// A parameter moves by no more in a round.
const STEP: f64 = 1.0;
/// Settled when the likelihood gains less.
const SETTLED: f64 = 1e-4;
/// Rounds at most.
const ROUNDS: usize = 60;

/// An answer, and where the person who gave it is likely to be by other answers.
pub(crate) struct Witness<const Q: usize> {
    group: usize,
    score: usize,
    told: [f64; Q],
}

impl<const Q: usize> Witness<Q> {
    pub(crate) fn new(group: usize, score: usize, likelihood: &[f64; Q], prior: &[f64; Q]) -> Self {
        let told: [f64; Q] = core::array::from_fn(|k| likelihood[k] * prior[k]);
        let total = sum(&told);
        Self { group, score, told: told.map(|weight| weight / total) }
    }
}

/// Which shifts are sought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Freedom {
    None,
    Uniform,
    Both,
}

/// The curve of the reference group and the shifts of the focal group's.
pub(crate) struct Shift {
    shape: Shape,
    values: Vec<f64>,
    /// δ: by how much intercepts are greater.
    pub(crate) delta: f64,
    /// γ: by how much the slope is greater.
    pub(crate) gamma: f64,
}

impl Shift {
    pub(crate) fn new(shape: Shape, values: Vec<f64>) -> Self {
        Self { shape, values, delta: 0.0, gamma: 0.0 }
    }

    /// Climbs to where the answers are likeliest and gives the logarithm of their likelihood there.
    pub(crate) fn fitted<const Q: usize>(&mut self, witnesses: &[Witness<Q>], freedom: Freedom) -> f64 {
        let mut last = f64::NEG_INFINITY;
        for _ in 0..ROUNDS {
            let (counts, log_likelihood) = self.expected(witnesses);
            if log_likelihood - last < SETTLED {
                return log_likelihood.max(last);
            }
            last = log_likelihood;
            self.improve(&counts, freedom);
        }
        last
    }

    /// The values in a group.
    fn in_group(&self, group: usize) -> Vec<f64> {
        let mut values = self.values.clone();
        if group == 1 {
            values[0] += self.gamma;
            let intercepts = 1..self.shape.scores();
            values[intercepts].iter_mut().for_each(|intercept| *intercept += self.delta);
        }
        hold(self.shape, &mut values);
        values
    }

    fn curves<const Q: usize>(&self, group: usize) -> Vec<[f64; Q]> {
        let values = self.in_group(group);
        let mut curves = vec![[0.0; Q]; self.shape.scores()];
        let mut at = Point::NOTHING;
        for (k, theta) in points::<Q>().into_iter().enumerate() {
            point(self.shape, &values, theta, &mut at);
            curves.iter_mut().zip(at.p).for_each(|(curve, p)| curve[k] = p);
        }
        curves
    }

    /// How many of each group at each point gave each score.
    fn expected<const Q: usize>(&self, witnesses: &[Witness<Q>]) -> ([Vec<[f64; Q]>; 2], f64) {
        let curves = [self.curves::<Q>(0), self.curves::<Q>(1)];
        let mut counts = [vec![[0.0; Q]; self.shape.scores()], vec![[0.0; Q]; self.shape.scores()]];
        let mut log_likelihood = 0.0;
        for witness in witnesses {
            let curve = &curves[witness.group][witness.score];
            let p = dot(&witness.told, curve);
            log_likelihood += libm::log(p);
            let scale = 1.0 / p;
            let count = &mut counts[witness.group][witness.score];
            for ((count, told), curve) in count.iter_mut().zip(&witness.told).zip(curve) {
                *count += scale * told * curve;
            }
        }
        (counts, log_likelihood)
    }

    /// One step of scoring. The unknowns are slope and intercepts, then δ, then γ; guessing stays.
    fn improve<const Q: usize>(&mut self, counts: &[Vec<[f64; Q]>; 2], freedom: Freedom) {
        let scores = self.shape.scores();
        let size = scores
            + match freedom {
                Freedom::None => 0,
                Freedom::Uniform => 1,
                Freedom::Both => 2,
            };
        let mut gradient = [0.0; PARAMETERS + 2];
        let mut information = vec![0.0; size * size];
        for (group, counts) in counts.iter().enumerate() {
            self.add(
                group,
                &lean(self.shape, &self.in_group(group), counts),
                size,
                &mut gradient,
                &mut information,
            );
        }
        let step = &mut gradient[..size];
        let Some(factor) = Factor::new(&information, size) else { return };
        factor.solve(step);
        if !step.iter().all(|step| step.is_finite()) {
            return;
        }
        for (value, step) in self.values[..scores].iter_mut().zip(step.iter()) {
            *value += step.clamp(-STEP, STEP);
        }
        hold(self.shape, &mut self.values);
        self.delta += step.get(scores).map_or(0.0, |step| step.clamp(-STEP, STEP));
        self.gamma += step.get(scores + 1).map_or(0.0, |step| step.clamp(-STEP, STEP));
    }

    /// Adds one group's gradient and information, by the chain rule: an unknown moves the group's own values.
    fn add(
        &self,
        group: usize,
        own: &Lean,
        size: usize,
        gradient: &mut [f64; PARAMETERS + 2],
        information: &mut [f64],
    ) {
        let scores = self.shape.scores();
        let width = self.shape.parameters();
        let moves = |unknown: usize, value: usize| -> bool {
            if unknown < scores {
                unknown == value
            } else if unknown == scores {
                group == 1 && (1..scores).contains(&value)
            } else {
                group == 1 && value == 0
            }
        };
        let symmetric =
            |row: usize, column: usize| own.information[row.max(column) * width + row.min(column)];
        for first in 0..size {
            for value in (0..width).filter(|value| moves(first, *value)) {
                gradient[first] += own.gradient[value];
                for second in 0..=first {
                    let along = (0..width).filter(|other| moves(second, *other));
                    information[first * size + second] +=
                        along.map(|other| symmetric(value, other)).sum::<f64>();
                }
            }
        }
    }

    /// How far apart the curves of the groups are over weights on the grid, as a share of the full score.
    pub(crate) fn distance<const Q: usize>(&self, weights: &[f64; Q]) -> f64 {
        let (reference, focal) = (self.curves::<Q>(0), self.curves::<Q>(1));
        let full = (self.shape.scores() - 1) as f64;
        let mean = |curves: &[[f64; Q]], k: usize| {
            curves.iter().enumerate().map(|(score, curve)| score as f64 * curve[k]).sum::<f64>() / full
        };
        let at = |k: usize| weights[k] * (mean(&reference, k) - mean(&focal, k)).powi(2);
        (0..Q).map(at).sum::<f64>().sqrt()
    }
}
