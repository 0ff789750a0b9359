//! Where the iteration begins, and which items it leaves alone.

use super::curve::{Shape, logit, of_model};
use super::iterate::Problem;
use super::maximise::hold;
use super::priors::Priors;
use super::responses::{Responses, SCORE_MAX};
use super::result::Reason;
use super::sheet::Sheet;
use super::{Family, Known, Options};
use crate::Model;

type Counts = [usize; SCORE_MAX as usize + 1];

/// What is known of an item before.
#[derive(Debug, Clone, PartialEq)]
pub enum Start {
    /// Nothing.
    Unknown,
    /// It is about so: a calibration gets there faster. A model of another family counts as nothing.
    Near(Model),
    /// It is so, and stays: an anchor.
    Fixed(Model),
}

/// Why a calibration can't begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CalibrateError {
    /// Not one start for each item.
    #[error("{starts} starts for {items} items; give one for each, or none")]
    Starts {
        /// How many were given.
        starts: usize,
        /// How many items there are.
        items: usize,
    },
    /// A score that the item's curve does not have.
    #[error("score {score} at item {item}, whose highest is {top}")]
    Score {
        /// The item.
        item: usize,
        /// The score.
        score: u8,
        /// The highest that the curve has.
        top: u8,
    },
    /// The population is to be estimated, and nothing holds the scale.
    #[error("nothing holds the scale: to estimate the population, fix an item at least")]
    Unanchored,
}

/// The items as the iteration finds them.
pub(crate) struct Begun {
    pub(crate) shapes: Vec<Shape>,
    pub(crate) values: Vec<Vec<f64>>,
    pub(crate) refused: Vec<Option<Reason>>,
    pub(crate) fixed: Vec<bool>,
    pub(crate) answers: Vec<usize>,
}

impl Begun {
    /// How many scores of each item are read.
    pub(crate) fn scores(&self) -> Vec<usize> {
        let each = self.shapes.iter().zip(&self.refused);
        each.map(|(shape, refused)| if refused.is_some() { 0 } else { shape.scores() }).collect()
    }

    pub(crate) fn problem<'a>(&self, sheet: &'a Sheet, options: &Options) -> Problem<'a> {
        let mut place = 0;
        let ends = self.shapes.iter().map(|shape| {
            place += shape.parameters();
            place
        });
        let places = core::iter::once(0).chain(ends).collect();
        let free = self.fixed.iter().zip(&self.refused).map(|(fixed, refused)| !fixed && refused.is_none());
        Problem {
            sheet,
            shapes: self.shapes.clone(),
            free: free.collect(),
            answers: self.answers.clone(),
            family: options.family,
            population_free: options.population_is == Known::Estimated,
            priors: Priors { slope: options.slope_prior, guess: options.guess_prior }.held(),
            places,
        }
    }
}

/// Looks at every item.
pub(crate) fn begin(
    responses: &Responses,
    starts: &[Start],
    options: &Options,
) -> Result<Begun, CalibrateError> {
    let items = responses.items();
    if !starts.is_empty() && starts.len() != items {
        return Err(CalibrateError::Starts { starts: starts.len(), items });
    }
    let anchored = starts.iter().any(|start| matches!(start, Start::Fixed(_)));
    if options.population_is == Known::Estimated && !anchored {
        return Err(CalibrateError::Unanchored);
    }
    let mut begun = Begun { shapes: vec![], values: vec![], refused: vec![], fixed: vec![], answers: vec![] };
    for (item, counts) in responses.counts().iter().enumerate() {
        let start = starts.get(item).unwrap_or(&Start::Unknown);
        begun.take(item, counts, start, options)?;
    }
    if options.family == Family::OneParameter {
        begun.share_slope();
    }
    Ok(begun)
}

impl Begun {
    fn take(
        &mut self,
        item: usize,
        counts: &Counts,
        start: &Start,
        options: &Options,
    ) -> Result<(), CalibrateError> {
        let top = counts.iter().rposition(|count| *count > 0).unwrap_or(0);
        let shape = match start {
            Start::Fixed(model) => of_model(model).0,
            _ => shape(options.family, top),
        };
        if top >= shape.scores() {
            let whole = |score: usize| u8::try_from(score).unwrap_or(SCORE_MAX);
            return Err(CalibrateError::Score { item, score: whole(top), top: whole(shape.scores() - 1) });
        }
        let (values, refused) = match start {
            Start::Fixed(model) => (of_model(model).1, None),
            Start::Near(model) if of_model(model).0 == shape => {
                (of_model(model).1, reason(counts, shape, options.answers_min))
            }
            _ => (guessed(shape, counts, options), reason(counts, shape, options.answers_min)),
        };
        self.fixed.push(matches!(start, Start::Fixed(_)));
        self.answers.push(counts.iter().sum());
        self.values.push(values);
        if let (Some(values), Some(false)) = (self.values.last_mut(), self.fixed.last()) {
            hold(shape, values);
        }
        self.shapes.push(shape);
        self.refused.push(refused);
        Ok(())
    }

    /// Gives all items that are estimated the same slope, difficulties staying.
    fn share_slope(&mut self) {
        let free = self.values.iter().zip(&self.fixed).filter(|(_, fixed)| !**fixed);
        let (count, total) =
            free.fold((0.0, 0.0), |(count, total), (values, _)| (count + 1.0, total + values[0]));
        let slope = if count > 0.0 { total / count } else { 1.0 };
        for (values, fixed) in self.values.iter_mut().zip(&self.fixed) {
            if !fixed {
                values[1] *= slope / values[0];
                values[0] = slope;
            }
        }
    }
}

fn shape(family: Family, top: usize) -> Shape {
    match family {
        Family::OneParameter | Family::TwoParameter => Shape::Logistic,
        Family::ThreeParameter => Shape::Guessing,
        Family::Graded if top > 1 => Shape::Graded(top),
        Family::Graded => Shape::Logistic,
    }
}

/// Why an item can't be estimated, seen from its counts alone.
fn reason(counts: &Counts, shape: Shape, answers_min: usize) -> Option<Reason> {
    let answers: usize = counts.iter().sum();
    if answers < answers_min.max(1) {
        return Some(Reason::TooFew { answers, wanted: answers_min.max(1) });
    }
    let score = |place: usize| u8::try_from(place).unwrap_or(SCORE_MAX);
    if let Some(all) = counts.iter().position(|count| *count == answers) {
        return Some(Reason::AllAlike { score: score(all) });
    }
    let missing = counts[..shape.scores()].iter().position(|count| *count == 0);
    missing.map(|place| Reason::NobodyGot { score: score(place) })
}

/// A first guess from how many reached each score. The 1.2 undoes about what the spread of abilities flattens.
fn guessed(shape: Shape, counts: &Counts, options: &Options) -> Vec<f64> {
    let answers: usize = counts.iter().sum();
    let floor = if shape == Shape::Guessing { options.guess_prior.mode.clamp(0.01, 0.5) } else { 0.0 };
    let intercepts = (1..shape.scores()).map(|score| {
        let reached: usize = counts[score..].iter().sum();
        let share = (reached as f64 + 0.5) / (answers as f64 + 1.0);
        let known = ((share - floor) / (1.0 - floor)).clamp(0.02, 0.98);
        1.2 * logit(known)
    });
    let mut values: Vec<f64> = core::iter::once(1.0).chain(intercepts).collect();
    if shape == Shape::Guessing {
        values.push(logit(floor));
    }
    values
}
