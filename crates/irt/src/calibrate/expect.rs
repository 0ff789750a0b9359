//! The step that expects: where on the grid each person is likely to be, given the curves as they stand.

use super::curve::{Point, Shape};
use super::quadrature::points;
use super::quadrature::{sum, weights};
use super::sheet::Sheet;
use super::{Population, curve};

/// Answers multiplied before a person's likelihoods are scaled to a sum of 1: the least of twelve is 10⁻²⁴⁰, which a
/// double holds.
const ANSWERS_PER_SCALING: usize = 12;

/// What was expected.
pub(crate) struct Expected<const Q: usize> {
    /// How many persons at each point gave the answer of each row.
    pub(crate) counts: Vec<[f64; Q]>,
    /// How many persons are at each point.
    pub(crate) persons: [f64; Q],
    /// The logarithm of the likelihood of all the answers.
    pub(crate) log_likelihood: f64,
}

/// How likely the answer of each row is at each point.
pub(crate) fn table<const Q: usize>(sheet: &Sheet, shapes: &[Shape], values: &[&[f64]]) -> Vec<[f64; Q]> {
    let mut table = vec![[0.0; Q]; sheet.height()];
    let mut at = Point::NOTHING;
    for (item, (shape, values)) in shapes.iter().zip(values).enumerate() {
        let rows = &mut table[sheet.rows_of(item)];
        if rows.is_empty() {
            continue;
        }
        for (k, theta) in points::<Q>().into_iter().enumerate() {
            curve::point(*shape, values, theta, &mut at);
            for (row, p) in rows.iter_mut().zip(at.p) {
                row[k] = p;
            }
        }
    }
    table
}

/// Where each person is likely to be.
pub(crate) fn expect<const Q: usize>(
    sheet: &Sheet,
    table: &[[f64; Q]],
    population: Population,
) -> Expected<Q> {
    let prior = weights::<Q>(population);
    let mut counts = vec![[0.0; Q]; table.len()];
    let (mut persons, mut log_likelihood) = ([0.0; Q], 0.0);
    for (rows, times) in sheet.patterns() {
        let (posterior, log) = posterior(rows, table, &prior);
        log_likelihood += times * log;
        let share = posterior.map(|weight| weight * times);
        add(&mut persons, &share);
        for row in rows {
            add(&mut counts[*row as usize], &share);
        }
    }
    Expected { counts, persons, log_likelihood }
}

/// The posterior of one person, and the logarithm of how likely the answers were.
pub(crate) fn posterior<const Q: usize>(
    rows: &[u32],
    table: &[[f64; Q]],
    prior: &[f64; Q],
) -> ([f64; Q], f64) {
    let (mut likelihood, mut log) = (*prior, 0.0);
    for few in rows.chunks(ANSWERS_PER_SCALING) {
        for row in few {
            for (likelihood, p) in likelihood.iter_mut().zip(&table[*row as usize]) {
                *likelihood *= p;
            }
        }
        let total = sum(&likelihood);
        log += libm::log(total);
        let scale = 1.0 / total;
        likelihood.iter_mut().for_each(|likelihood| *likelihood *= scale);
    }
    (likelihood, log)
}

fn add<const Q: usize>(to: &mut [f64; Q], what: &[f64; Q]) {
    for (to, what) in to.iter_mut().zip(what) {
        *to += what;
    }
}
