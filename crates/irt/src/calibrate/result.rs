//! What a calibration says.

use super::Population;
use super::curve::{Shape, logistic, to_model};
use super::iterate::{Ended, Problem};
use super::maximise::{SLOPES, is_held};
use super::precision::Covariance;
use crate::Model;

/// Items as answers show them.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibration {
    /// What became of each item.
    pub items: Vec<Outcome>,
    /// The population, as told or as estimated.
    pub population: Population,
    /// The logarithm of the likelihood of all the answers that were read, without priors.
    pub log_likelihood: f64,
    /// Persons with at least one answer that was read.
    pub persons: usize,
    /// How many parameters were estimated, the population's among them.
    pub parameters: usize,
    /// How it ended.
    pub ending: Ending,
}

/// How the iteration ended.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ending {
    /// How often all the answers were read.
    pub turns: usize,
    /// By how much the parameter that moved most still moved.
    pub change: f64,
    /// Whether that was within the tolerance.
    pub converged: bool,
}

/// What became of an item.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// It was estimated.
    Estimated(Estimated),
    /// It was fixed and is as it was.
    Fixed(Model),
    /// It can't be estimated from these answers.
    NotEstimated(Reason),
}

impl Outcome {
    /// The model, where there is one.
    #[must_use]
    pub fn model(&self) -> Option<&Model> {
        match self {
            Self::Estimated(estimated) => Some(&estimated.model),
            Self::Fixed(model) => Some(model),
            Self::NotEstimated(_) => None,
        }
    }

    /// The estimate, where it was estimated.
    #[must_use]
    pub fn estimated(&self) -> Option<&Estimated> {
        match self {
            Self::Estimated(estimated) => Some(estimated),
            _ => None,
        }
    }
}

/// An item estimated.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimated {
    /// Its model.
    pub model: Model,
    /// How sure the parameters are.
    pub errors: StandardErrors,
    /// From how many answers.
    pub answers: usize,
    /// Whether a parameter lies at a bound of the search (slope 6, difficulty ±12, guessing 0.499): then the estimate
    /// and its errors tell little, and a person should look at the item.
    pub at_bound: bool,
}

/// Standard errors, in the metric of the model.
#[derive(Debug, Clone, PartialEq)]
pub struct StandardErrors {
    /// Of the slope.
    pub slope: f64,
    /// Of the difficulty, or of each threshold.
    pub difficulties: Vec<f64>,
    /// Of the chance of guessing, where it was estimated.
    pub guessing: Option<f64>,
}

/// Why an item can't be estimated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// Too few answers.
    #[error("{answers} answers; at least {wanted} are wanted")]
    TooFew {
        /// How many there are.
        answers: usize,
        /// How many are wanted.
        wanted: usize,
    },
    /// Everybody has the same score, all right or all wrong.
    #[error("everybody has score {score}")]
    AllAlike {
        /// The score.
        score: u8,
    },
    /// A score between the least and the highest that nobody has: put it together with its neighbour.
    #[error("nobody has score {score}, though some have a higher one")]
    NobodyGot {
        /// The score.
        score: u8,
    },
    /// The slope fell to the lower bound: the able do no better on it than others. The key may be wrong.
    #[error("who is able does no better on it than others; look at its key")]
    TellsNothing,
    /// The answers do not determine the parameters.
    #[error("the answers do not determine its parameters")]
    Undetermined,
}

/// Puts together what came out.
pub(crate) fn of(
    problem: &Problem,
    refused: Vec<Option<Reason>>,
    ended: &Ended,
    covariances: &[Covariance],
    tolerance: f64,
) -> Calibration {
    let values = problem.items(&ended.values);
    let items = refused.into_iter().enumerate().map(|(item, refused)| match refused {
        Some(reason) => Outcome::NotEstimated(reason),
        None => outcome(problem, item, values[item], &covariances[item]),
    });
    let persons: f64 = problem.sheet.times.iter().sum();
    Calibration {
        items: items.collect(),
        population: problem.population(&ended.values),
        log_likelihood: ended.log_likelihood,
        persons: persons as usize,
        parameters: problem.parameters(),
        ending: Ending { turns: ended.turns, change: ended.change, converged: ended.change < tolerance },
    }
}

fn outcome(problem: &Problem, item: usize, values: &[f64], covariance: &Covariance) -> Outcome {
    let shape = problem.shapes[item];
    let Some(model) = to_model(shape, values) else {
        return Outcome::NotEstimated(Reason::Undetermined);
    };
    if !problem.free[item] {
        return Outcome::Fixed(model);
    }
    if values[0] <= SLOPES.0 * 1.001 {
        return Outcome::NotEstimated(Reason::TellsNothing);
    }
    match covariance.as_ref().and_then(|covariance| errors(shape, values, covariance)) {
        Some(errors) => Outcome::Estimated(Estimated {
            model,
            errors,
            answers: problem.answers[item],
            at_bound: is_held(shape, values),
        }),
        None => Outcome::NotEstimated(Reason::Undetermined),
    }
}

/// From intercepts to difficulties by the delta method: b = −d / a, so ∂b/∂d = −1 / a and ∂b/∂a = −b / a.
fn errors(shape: Shape, values: &[f64], covariance: &[f64]) -> Option<StandardErrors> {
    let size = values.len();
    let a = values[0];
    let at = |row: usize, column: usize| covariance[row * size + column];
    let difficulty = |place: usize| {
        let b = -values[place] / a;
        ((at(place, place) + 2.0 * b * at(0, place) + b * b * at(0, 0)) / (a * a)).sqrt()
    };
    let guessing = (shape == Shape::Guessing).then(|| {
        let c = logistic(values[2]);
        c * (1.0 - c) * at(2, 2).sqrt()
    });
    let errors = StandardErrors {
        slope: at(0, 0).sqrt(),
        difficulties: (1..shape.scores()).map(difficulty).collect(),
        guessing,
    };
    let all = errors.difficulties.iter().copied().chain(errors.guessing).chain([errors.slope]);
    all.into_iter().all(f64::is_finite).then_some(errors)
}
