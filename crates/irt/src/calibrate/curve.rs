//! An item's curves in the form that is estimated: slope and intercepts, which stand less in each other's way
//! than slope and difficulties.

use crate::{Graded, Item, Model};

use super::responses::SCORE_MAX;

/// The most parameters of an item: a slope and fifteen thresholds.
pub(crate) const PARAMETERS: usize = SCORE_MAX as usize + 1;
/// The most scores of an item.
pub(crate) const SCORES: usize = SCORE_MAX as usize + 1;

/// No answer is less likely than this, so that a product of twelve keeps its digits.
const LEAST: f64 = 1e-20;

/// Which parameters a curve has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// a, d: P = L(a θ + d).
    Logistic,
    /// a, d, γ: P = c + (1 − c) L(a θ + d) with c = L(γ).
    Guessing,
    /// a, d₁ > d₂ > …: P(score ≥ j) = L(a θ + dⱼ).
    Graded(usize),
}

impl Shape {
    /// How many parameters.
    pub(crate) const fn parameters(self) -> usize {
        match self {
            Self::Logistic => 2,
            Self::Guessing => 3,
            Self::Graded(thresholds) => 1 + thresholds,
        }
    }

    /// How many scores.
    pub(crate) const fn scores(self) -> usize {
        match self {
            Self::Logistic | Self::Guessing => 2,
            Self::Graded(thresholds) => 1 + thresholds,
        }
    }
}

/// How likely each score is at one ability, and how that moves with each parameter.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Point {
    pub(crate) p: [f64; SCORES],
    /// By score, then by parameter.
    pub(crate) slopes: [[f64; PARAMETERS]; SCORES],
}

impl Point {
    pub(crate) const NOTHING: Self = Self { p: [0.0; SCORES], slopes: [[0.0; PARAMETERS]; SCORES] };
}

/// L(x) = 1 / (1 + e⁻ˣ).
pub(crate) fn logistic(x: f64) -> f64 {
    let odds = libm::exp(-x.abs());
    if x < 0.0 { odds / (1.0 + odds) } else { 1.0 / (1.0 + odds) }
}

/// The inverse of [`logistic`].
pub(crate) fn logit(p: f64) -> f64 {
    libm::log(p / (1.0 - p))
}

/// Writes how likely each score is, and the slopes, at an ability. Entries beyond the shape's are left as they are.
pub(crate) fn point(shape: Shape, values: &[f64], theta: f64, out: &mut Point) {
    match (shape, values) {
        (Shape::Logistic, &[a, d, ..]) => binary(a * theta + d, 0.0, theta, out),
        (Shape::Guessing, &[a, d, gamma, ..]) => guessing(a * theta + d, gamma, theta, out),
        (Shape::Graded(_), [a, thresholds @ ..]) => graded(*a, thresholds, theta, out),
        _ => {}
    }
}

fn binary(x: f64, c: f64, theta: f64, out: &mut Point) {
    let odds = libm::exp(-x.abs());
    let (greater, smaller) = (1.0 / (1.0 + odds), odds / (1.0 + odds));
    let (l, m) = if x < 0.0 { (smaller, greater) } else { (greater, smaller) };
    let steep = (1.0 - c) * greater * smaller;
    out.p[1] = (c + (1.0 - c) * l).max(LEAST);
    out.p[0] = ((1.0 - c) * m).max(LEAST);
    out.slopes[1][0] = steep * theta;
    out.slopes[1][1] = steep;
    out.slopes[0][0] = -steep * theta;
    out.slopes[0][1] = -steep;
}

fn guessing(x: f64, gamma: f64, theta: f64, out: &mut Point) {
    let c = logistic(gamma);
    binary(x, c, theta, out);
    // dP/dγ = (1 − L) c (1 − c), and (1 − L)(1 − c) is what is wrong.
    let moved = out.p[0] * c;
    out.slopes[1][2] = moved;
    out.slopes[0][2] = -moved;
}

fn graded(a: f64, thresholds: &[f64], theta: f64, out: &mut Point) {
    let (mut reached, mut missed, mut steep) = (1.0, 0.0, 0.0);
    let beyond = thresholds.iter().map(|d| a * theta + d).chain([f64::NEG_INFINITY]);
    for (score, x) in beyond.enumerate().take(SCORES) {
        let odds = libm::exp(-x.abs());
        let (greater, smaller) = (1.0 / (1.0 + odds), odds / (1.0 + odds));
        let (l, m) = if x < 0.0 { (smaller, greater) } else { (greater, smaller) };
        let next = greater * smaller;
        // Of the smaller side, so that the difference keeps its digits.
        let between: f64 = if x > 0.0 { m - missed } else { reached - l };
        out.p[score] = between.max(LEAST);
        let slopes = &mut out.slopes[score];
        slopes[0] = (steep - next) * theta;
        slopes.iter_mut().skip(1).for_each(|slope| *slope = 0.0);
        if score > 0 {
            slopes[score] = steep;
        }
        if score < thresholds.len() {
            slopes[score + 1] = -next;
        }
        (reached, missed, steep) = (l, m, next);
    }
}

/// The form that is estimated of a model.
pub(crate) fn of_model(model: &Model) -> (Shape, Vec<f64>) {
    match model {
        Model::Logistic(item) if item.guessing() > 0.0 => {
            (Shape::Guessing, vec![item.slope(), -item.slope() * item.difficulty(), logit(item.guessing())])
        }
        Model::Logistic(item) => (Shape::Logistic, vec![item.slope(), -item.slope() * item.difficulty()]),
        Model::Graded(item) => {
            let intercepts = item.thresholds().iter().map(|b| -item.slope() * b);
            (
                Shape::Graded(item.thresholds().len()),
                core::iter::once(item.slope()).chain(intercepts).collect(),
            )
        }
    }
}

/// The model of the form that is estimated.
pub(crate) fn to_model(shape: Shape, values: &[f64]) -> Option<Model> {
    match (shape, values) {
        (Shape::Logistic, &[a, d, ..]) => Item::new(a, -d / a, 0.0).ok().map(Model::Logistic),
        (Shape::Guessing, &[a, d, gamma, ..]) => {
            Item::new(a, -d / a, logistic(gamma)).ok().map(Model::Logistic)
        }
        (Shape::Graded(_), [a, intercepts @ ..]) => {
            let thresholds: Vec<f64> = intercepts.iter().map(|d| -d / a).collect();
            Graded::new(*a, &thresholds).ok().map(Model::Graded)
        }
        _ => None,
    }
}
