//! Answers to items whose curves are known, on the grid.

use super::curve::{Point, of_model, point};
use super::quadrature::{LONG, dot, points, sum};
use super::responses::{Answer, Responses};
use crate::Model;

/// Whether somebody answered so many items that the fine grid is wanted.
pub(crate) fn is_long(responses: &Responses) -> bool {
    responses.iter().any(|answers| answers.len() > LONG)
}

/// How likely each score of each item is at each point. Items without a model have no rows.
pub(crate) struct Rows<const Q: usize> {
    first: Vec<usize>,
    table: Vec<[f64; Q]>,
}

impl<const Q: usize> Rows<Q> {
    pub(crate) fn new(models: &[Option<Model>]) -> Self {
        let mut rows = Self { first: vec![0], table: Vec::new() };
        for model in models {
            if let Some(model) = model {
                rows.add(model);
            }
            rows.first.push(rows.table.len());
        }
        rows
    }

    fn add(&mut self, model: &Model) {
        let (shape, values) = of_model(model);
        let begin = self.table.len();
        self.table.resize(begin + shape.scores(), [0.0; Q]);
        let mut at = Point::NOTHING;
        for (k, theta) in points::<Q>().into_iter().enumerate() {
            point(shape, &values, theta, &mut at);
            for (row, p) in self.table[begin..].iter_mut().zip(at.p) {
                row[k] = p;
            }
        }
    }

    /// The row of an answer; none when the item has no model or its model no such score.
    pub(crate) fn row(&self, answer: Answer) -> Option<u32> {
        let item = answer.item as usize;
        let row = *self.first.get(item)? + usize::from(answer.score);
        (row < *self.first.get(item + 1)?).then(|| u32::try_from(row).ok()).flatten()
    }

    /// The rows of an item, by score.
    pub(crate) fn of(&self, item: usize) -> &[[f64; Q]] {
        &self.table[self.first[item]..self.first[item + 1]]
    }

    /// All the rows.
    pub(crate) fn table(&self) -> &[[f64; Q]] {
        &self.table
    }
}

/// What is known of a score before it is seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Foreseen {
    /// The mean of the score.
    pub(crate) mean: f64,
    /// Its variance.
    pub(crate) variance: f64,
}

/// The score to be expected of somebody with these weights on the grid.
pub(crate) fn foresee<const Q: usize>(weights: &[f64; Q], scores: &[[f64; Q]]) -> Foreseen {
    let total = sum(weights);
    let (mut mean, mut square) = (0.0, 0.0);
    for (score, row) in scores.iter().enumerate() {
        let p = dot(weights, row) / total;
        mean += p * score as f64;
        square += p * (score * score) as f64;
    }
    Foreseen { mean, variance: (square - mean * mean).max(0.0) }
}

/// The mean ability of weights on the grid.
pub(crate) fn mean<const Q: usize>(weights: &[f64; Q]) -> f64 {
    dot(weights, &points::<Q>()) / sum(weights)
}

/// Takes an answer out of weights again, or puts it in where it was not.
pub(crate) fn without<const Q: usize>(weights: &[f64; Q], row: &[f64; Q]) -> [f64; Q] {
    core::array::from_fn(|k| weights[k] / row[k])
}
