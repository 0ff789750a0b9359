//! The persons of two groups and what their answers tell of their abilities.

use super::Side;
use crate::Model;
use crate::calibrate::expect::posterior;
use crate::calibrate::quadrature::{dot, moments, sum, weights};
use crate::calibrate::scored::Rows;
use crate::calibrate::{Population, Responses};

/// A population has settled when its mean and deviation move by less.
const SETTLED: f64 = 1e-4;
/// Rounds of estimating it at most.
const ROUNDS: usize = 200;

/// One person of one of the groups.
pub(crate) struct Person<const Q: usize> {
    /// 0 in the reference group, 1 in the focal.
    pub(crate) group: usize,
    /// How likely the trusted answers are at each point, scaled.
    pub(crate) likelihood: [f64; Q],
}

/// One answer to the item in question.
#[derive(Clone, Copy)]
pub(crate) struct Given {
    pub(crate) person: usize,
    pub(crate) score: usize,
}

pub(crate) struct People<const Q: usize> {
    pub(crate) persons: Vec<Person<Q>>,
    /// The answers to each item.
    pub(crate) given: Vec<Vec<Given>>,
    pub(crate) populations: [Population; 2],
}

impl<const Q: usize> People<Q> {
    /// Reads the answers; items marked `apart` don't count for anybody's ability.
    pub(crate) fn new(
        responses: &Responses,
        models: &[Option<Model>],
        rows: &Rows<Q>,
        sides: &[Side],
        apart: &[bool],
    ) -> Self {
        let mut persons = Vec::new();
        let mut given: Vec<Vec<Given>> = models.iter().map(|_| Vec::new()).collect();
        for (answers, side) in responses.iter().zip(sides) {
            let group = match side {
                Side::Reference => 0,
                Side::Focal => 1,
                Side::Neither => continue,
            };
            let mut trusted = Vec::with_capacity(answers.len());
            for answer in answers {
                let (item, Some(row)) = (answer.item as usize, rows.row(*answer)) else { continue };
                given[item].push(Given { person: persons.len(), score: usize::from(answer.score) });
                if !is_apart(apart, item) {
                    trusted.push(row);
                }
            }
            let (likelihood, _) = posterior(&trusted, rows.table(), &[1.0; Q]);
            persons.push(Person { group, likelihood });
        }
        let populations = [0, 1].map(|group| population(&persons, group));
        Self { persons, given, populations }
    }

    /// The share of each person's group at each point.
    pub(crate) fn priors(&self) -> [[f64; Q]; 2] {
        self.populations.map(weights)
    }
}

/// Whether an item is set apart.
pub(crate) fn is_apart(apart: &[bool], item: usize) -> bool {
    apart.get(item).copied().unwrap_or(false)
}

/// The mean and deviation of a group, by EM.
fn population<const Q: usize>(persons: &[Person<Q>], group: usize) -> Population {
    let mut population = Population::STANDARD;
    for _ in 0..ROUNDS {
        let prior = weights::<Q>(population);
        let mut all = [0.0; Q];
        for person in persons.iter().filter(|person| person.group == group) {
            let scale = 1.0 / dot(&prior, &person.likelihood);
            for ((all, prior), likelihood) in all.iter_mut().zip(&prior).zip(&person.likelihood) {
                *all += scale * prior * likelihood;
            }
        }
        if sum(&all) <= 0.0 {
            return Population::STANDARD;
        }
        let next = moments(&all).held();
        let moved = (next.mean - population.mean).abs().max((next.deviation - population.deviation).abs());
        population = next;
        if moved < SETTLED {
            break;
        }
    }
    population
}
