//! The step that maximises: the curves that fit best what was expected.
//!
//! Fisher scoring, which for the two-parameter model is Newton's method: gradient Σ r ∂ln P, information
//! Σ n Σ (∂P)² / P. Steps are held short, and parameters within bounds.

use super::curve::{PARAMETERS, Point, Shape, logistic, logit, point};
use super::matrix::Factor;
use super::priors::Priors;
use super::quadrature::points;

/// The flattest and the steepest slope taken.
pub(crate) const SLOPES: (f64, f64) = (0.05, 6.0);
/// How far out a difficulty may lie.
pub(crate) const DIFFICULTY: f64 = 12.0;
/// The least and the greatest chance of guessing.
const GUESSES: (f64, f64) = (0.001, 0.499);
/// Thresholds of a graded item are at least so far apart, as intercepts.
const GAP: f64 = 0.01;
/// The longest step of a slope and of any other parameter.
const STEPS: (f64, f64) = (0.7, 1.5);
/// A step shorter than this is the last.
const SETTLED: f64 = 1e-4;
/// How often a step that fits worse is halved.
const HALVINGS: usize = 6;
/// Worse by less is rounding.
const ROUNDING: f64 = 1e-12;
/// Steps within one maximisation. More would be lost on expectations that change anyway.
const ROUNDS: usize = 3;
/// Fewer persons than this at a point of the grid say nothing.
const NOBODY: f64 = 1e-9;

/// Gradient and information of one item.
pub(crate) struct Lean {
    pub(crate) gradient: [f64; PARAMETERS],
    /// Row by row, as wide as there are parameters.
    pub(crate) information: Vec<f64>,
}

/// Improves the values of one item.
pub(crate) fn maximise<const Q: usize>(
    shape: Shape,
    values: &mut [f64],
    counts: &[[f64; Q]],
    priors: &Priors,
) {
    let mut height = height(shape, values, counts, priors);
    for _ in 0..ROUNDS {
        let mut lean = lean(shape, values, counts);
        priors.lean(shape, values, &mut lean);
        let before = values.to_vec();
        let moved = stepped(shape, values, &mut lean);
        match no_lower(shape, values, &before, height, counts, priors) {
            Some(reached) => height = reached,
            None => return values.copy_from_slice(&before),
        }
        if moved < SETTLED {
            return;
        }
    }
}

/// Goes back half the way, and half again, until values fit no worse than those before; `None` when they don't.
fn no_lower<const Q: usize>(
    shape: Shape,
    values: &mut [f64],
    before: &[f64],
    least: f64,
    counts: &[[f64; Q]],
    priors: &Priors,
) -> Option<f64> {
    for _ in 0..HALVINGS {
        let reached = height(shape, values, counts, priors);
        if reached >= least - ROUNDING * least.abs() {
            return Some(reached);
        }
        for (value, before) in values.iter_mut().zip(before) {
            *value = f64::midpoint(*value, *before);
        }
    }
    None
}

/// How well values fit what was expected: Σ r ln P, and the priors.
fn height<const Q: usize>(shape: Shape, values: &[f64], counts: &[[f64; Q]], priors: &Priors) -> f64 {
    let mut at = Point::NOTHING;
    let mut height = priors.log_density(shape, values);
    for (k, theta) in points::<Q>().into_iter().enumerate() {
        if counts.iter().all(|row| row[k] < NOBODY) {
            continue;
        }
        point(shape, values, theta, &mut at);
        height += counts.iter().zip(at.p).map(|(row, p)| row[k] * libm::log(p)).sum::<f64>();
    }
    height
}

/// Improves the intercepts of all items and the one slope they share.
///
/// The information has the form of an arrow: intercepts touch each other through the slope only.
pub(crate) fn maximise_shared<const Q: usize>(items: &mut [(&mut [f64], &[[f64; Q]])]) {
    for _ in 0..ROUNDS {
        let (mut gradient, mut information) = (0.0, 0.0);
        let leans: Vec<Lean> =
            items.iter().map(|(values, counts)| lean(Shape::Logistic, values, counts)).collect();
        for lean in &leans {
            let [slope, cross, own] = arrow(lean);
            gradient += lean.gradient[0] - cross / own * lean.gradient[1];
            information += slope - cross * cross / own;
        }
        let longer = if information > 0.0 { gradient / information } else { 0.0 };
        let longer = longer.clamp(-STEPS.0, STEPS.0);
        let mut moved = longer.abs();
        for (lean, (values, _)) in leans.iter().zip(items.iter_mut()) {
            let [_, cross, own] = arrow(lean);
            let step = ((lean.gradient[1] - cross * longer) / own).clamp(-STEPS.1, STEPS.1);
            values[0] += longer;
            values[1] += step;
            moved = moved.max(step.abs());
            values[0] = values[0].clamp(SLOPES.0, SLOPES.1);
            values[1] = values[1].clamp(-DIFFICULTY * values[0], DIFFICULTY * values[0]);
        }
        if moved < SETTLED {
            return;
        }
    }
}

/// The information of slope, of slope with intercept, and of the intercept.
fn arrow(lean: &Lean) -> [f64; 3] {
    [lean.information[0], lean.information[2], lean.information[3].max(f64::MIN_POSITIVE)]
}

/// Gradient and information of the expected answers.
pub(crate) fn lean<const Q: usize>(shape: Shape, values: &[f64], counts: &[[f64; Q]]) -> Lean {
    let size = shape.parameters();
    let mut lean = Lean { gradient: [0.0; PARAMETERS], information: vec![0.0; size * size] };
    let mut at = Point::NOTHING;
    for (k, theta) in points::<Q>().into_iter().enumerate() {
        let persons: f64 = counts.iter().map(|row| row[k]).sum();
        if persons < NOBODY {
            continue;
        }
        point(shape, values, theta, &mut at);
        for ((row, p), slopes) in counts.iter().zip(at.p).zip(&at.slopes) {
            let (pull, weight) = (row[k] / p, persons / p);
            for (first, along) in slopes[..size].iter().enumerate() {
                lean.gradient[first] += pull * along;
                let scaled = weight * along;
                let information = &mut lean.information[first * size..=first * size + first];
                for (information, across) in information.iter_mut().zip(slopes) {
                    *information += scaled * across;
                }
            }
        }
    }
    lean
}

/// Takes one step and says how long it was.
fn stepped(shape: Shape, values: &mut [f64], lean: &mut Lean) -> f64 {
    let size = shape.parameters();
    rest_at_bounds(values, lean, size);
    let step = &mut lean.gradient[..size];
    match factored(&mut lean.information, size) {
        Some(factor) => factor.solve(step),
        None => return 0.0,
    }
    if !step.iter().all(|step| step.is_finite()) {
        return 0.0;
    }
    let over = step.iter().enumerate().map(|(place, step)| {
        let longest = if place == 0 { STEPS.0 } else { STEPS.1 };
        step.abs() / longest
    });
    let over = over.fold(1.0, f64::max);
    let mut moved = 0.0_f64;
    for (value, step) in values.iter_mut().zip(step) {
        *value += *step / over;
        moved = moved.max(step.abs() / over);
    }
    hold(shape, values);
    moved
}

/// Leaves a slope or a first intercept that lies at its bound and is driven beyond where it is, so that the others are the best
/// beside it.
fn rest_at_bounds(values: &[f64], lean: &mut Lean, size: usize) {
    let [a, d, ..] = *values else { return };
    let far = DIFFICULTY * a;
    let driven = |value: f64, gradient: f64, low: f64, high: f64| {
        (value <= low && gradient < 0.0) || (value >= high && gradient > 0.0)
    };
    let rests = [driven(a, lean.gradient[0], SLOPES.0, SLOPES.1), driven(d, lean.gradient[1], -far, far)];
    for (place, _) in rests.into_iter().enumerate().filter(|(_, rests)| *rests) {
        lean.gradient[place] = 0.0;
        for other in 0..size {
            let (row, column) = (place.max(other), place.min(other));
            lean.information[row * size + column] = if other == place { 1.0 } else { 0.0 };
        }
    }
}

/// Factors the information; a singular one is first made heavier on the diagonal.
fn factored(information: &mut [f64], size: usize) -> Option<Factor> {
    for more in [0.0, 1e-6, 1e-3, 1e-1] {
        for place in 0..size {
            let own = &mut information[place * size + place];
            *own += more * (*own + 1e-3);
        }
        if let Some(factor) = Factor::new(information, size) {
            return Some(factor);
        }
    }
    None
}

/// Draws values back within their bounds.
pub(crate) fn hold(shape: Shape, values: &mut [f64]) {
    let [a, rest @ ..] = values else { return };
    *a = a.clamp(SLOPES.0, SLOPES.1);
    let far = DIFFICULTY * *a;
    match (shape, rest) {
        (Shape::Guessing, [d, gamma]) => {
            *d = d.clamp(-far, far);
            *gamma = gamma.clamp(logit(GUESSES.0), logit(GUESSES.1));
        }
        (_, thresholds) => {
            let mut highest = far;
            for d in thresholds {
                *d = d.max(-far).min(highest);
                highest = *d - GAP;
            }
        }
    }
}

/// Whether values lie at one of their bounds.
pub(crate) fn is_held(shape: Shape, values: &[f64]) -> bool {
    let [a, rest @ ..] = values else { return false };
    let guess = shape == Shape::Guessing && rest.last().is_some_and(|gamma| logistic(*gamma) >= GUESSES.1);
    let far = rest.iter().take(shape.scores() - 1).any(|d| d.abs() >= 0.999 * DIFFICULTY * a);
    *a >= 0.999 * SLOPES.1 || far || guess
}
