//! Expecting and maximising in turn until nothing moves, with long strides where they help.
//!
//! One turn of EM is a map x → F(x) that climbs slowly. SQUAREM (Varadhan & Roland 2008) reads from two turns in a
//! row how the way goes on, x − 2 α r + α² v with r = F(x) − x, v = F(F(x)) − F(x) − r, α = −|r| / |v|, and leaps;
//! the leap counts when the likelihood after it is no lower than before.

use super::curve::{Shape, to_model};
use super::expect::{Expected, expect, table};
use super::maximise::{hold, maximise, maximise_shared};
use super::priors::Priors;
use super::quadrature::moments;
use super::sheet::Sheet;
use super::{Family, Population};

/// A leap is refused when the objective falls by more than rounding does.
const ROUNDING: f64 = 1e-9;
/// The longest stride, in turns.
const STRIDE_MAX: f64 = 64.0;

/// Everything that stays as it is while parameters move.
pub(crate) struct Problem<'a> {
    pub(crate) sheet: &'a Sheet,
    pub(crate) shapes: Vec<Shape>,
    /// Which items are estimated.
    pub(crate) free: Vec<bool>,
    /// How many answers each item has.
    pub(crate) answers: Vec<usize>,
    pub(crate) family: Family,
    pub(crate) population_free: bool,
    pub(crate) priors: Priors,
    /// Where each item's values stand among all, and behind the last item's where the population's do.
    pub(crate) places: Vec<usize>,
}

/// How the iteration ended.
pub(crate) struct Ended {
    pub(crate) values: Vec<f64>,
    pub(crate) log_likelihood: f64,
    pub(crate) turns: usize,
    /// The greatest change of a parameter in the last turn.
    pub(crate) change: f64,
}

/// One turn of EM.
struct Turn {
    next: Vec<f64>,
    /// The likelihood, with the priors, at the values before the turn.
    objective: f64,
    log_likelihood: f64,
    change: f64,
}

impl<'a> Problem<'a> {
    /// Where the population's mean and the logarithm of its deviation stand.
    fn population_place(&self) -> usize {
        self.places.last().copied().unwrap_or(0)
    }

    /// The values of each item.
    pub(crate) fn items<'v>(&self, values: &'v [f64]) -> Vec<&'v [f64]> {
        self.places.windows(2).map(|ends| &values[ends[0]..ends[1]]).collect()
    }

    /// The population that values tell.
    pub(crate) fn population(&self, values: &[f64]) -> Population {
        let place = self.population_place();
        Population { mean: values[place], deviation: libm::exp(values[place + 1]) }.held()
    }

    /// All values in one row.
    pub(crate) fn gathered(items: &[Vec<f64>], population: Population) -> Vec<f64> {
        let tail = [population.mean, libm::log(population.deviation)];
        items.iter().flatten().copied().chain(tail).collect()
    }

    fn turn<const Q: usize>(&self, values: &[f64]) -> Turn {
        let items = self.items(values);
        let table = table::<Q>(self.sheet, &self.shapes, &items);
        let expected = expect(self.sheet, &table, self.population(values));
        let believed = self.estimated().map(|item| self.priors.log_density(self.shapes[item], items[item]));
        let objective = expected.log_likelihood + believed.sum::<f64>();
        let mut next = values.to_vec();
        self.maximised(&mut next, &expected);
        let change = next.iter().zip(values).map(|(next, before)| (next - before).abs()).fold(0.0, f64::max);
        Turn { next, objective, log_likelihood: expected.log_likelihood, change }
    }

    pub(crate) fn estimated(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.shapes.len()).filter(|item| self.free[*item])
    }

    /// How many parameters are estimated.
    pub(crate) fn parameters(&self) -> usize {
        let of_items: usize = match self.family {
            Family::OneParameter => self.estimated().count() + usize::from(self.estimated().next().is_some()),
            _ => self.estimated().map(|item| self.shapes[item].parameters()).sum(),
        };
        of_items + 2 * usize::from(self.population_free)
    }

    fn maximised<const Q: usize>(&self, values: &mut [f64], expected: &Expected<Q>) {
        let (mut rest, population) = values.split_at_mut(self.population_place());
        if self.population_free {
            let moments = moments(&expected.persons).held();
            population.copy_from_slice(&[moments.mean, libm::log(moments.deviation)]);
        }
        let mut shared = Vec::new();
        for (item, shape) in self.shapes.iter().enumerate() {
            let (own, others) = rest.split_at_mut(shape.parameters());
            rest = others;
            let counts = &expected.counts[self.sheet.rows_of(item)];
            match (self.free[item], self.family) {
                (false, _) => {}
                (true, Family::OneParameter) => shared.push((own, counts)),
                (true, _) => maximise(*shape, own, counts, &self.priors),
            }
        }
        if !shared.is_empty() {
            maximise_shared(&mut shared);
        }
    }

    /// The leap from two turns in a row, or `None` when they tell of none.
    fn leap(&self, from: &[f64], once: &[f64], twice: &[f64]) -> Option<Vec<f64>> {
        let (mut first, mut bend) = (0.0, 0.0);
        for ((from, once), twice) in from.iter().zip(once).zip(twice) {
            let r = once - from;
            let v = twice - once - r;
            first += r * r;
            bend += v * v;
        }
        let stride = (first / bend).sqrt().min(STRIDE_MAX);
        if !stride.is_finite() || stride <= 1.0 {
            return None;
        }
        let leapt = from.iter().zip(once).zip(twice).map(|((from, once), twice)| {
            let r = once - from;
            from + 2.0 * stride * r + stride * stride * (twice - once - r)
        });
        let mut leapt: Vec<f64> = leapt.collect();
        self.held(&mut leapt, twice);
        Some(leapt)
    }

    /// Draws values back within bounds; a curve that can't be stays where it was.
    fn held(&self, values: &mut [f64], before: &[f64]) {
        for (item, ends) in self.places.windows(2).enumerate() {
            let own = &mut values[ends[0]..ends[1]];
            hold(self.shapes[item], own);
            if self.free[item] && to_model(self.shapes[item], own).is_none() {
                own.copy_from_slice(&before[ends[0]..ends[1]]);
            }
        }
    }

    /// Goes on until no parameter moves by more than the tolerance in a turn, or turns are used up.
    pub(crate) fn solve<const Q: usize>(&self, start: Vec<f64>, tolerance: f64, turns_max: usize) -> Ended {
        let mut turns = 1;
        let mut first = self.turn::<Q>(&start);
        let mut from = start;
        loop {
            if first.change < tolerance || turns + 2 > turns_max {
                return Ended {
                    values: from,
                    log_likelihood: first.log_likelihood,
                    turns,
                    change: first.change,
                };
            }
            let second = self.turn::<Q>(&first.next);
            turns += 1;
            if second.change < tolerance {
                let log_likelihood = second.log_likelihood;
                return Ended { values: first.next, log_likelihood, turns, change: second.change };
            }
            let leapt =
                self.leap(&from, &first.next, &second.next).map(|leapt| (self.turn::<Q>(&leapt), leapt));
            turns += usize::from(leapt.is_some());
            let least = second.objective - ROUNDING * second.objective.abs();
            (first, from) = match leapt {
                Some((turn, leapt)) if turn.objective >= least => (turn, leapt),
                _ => {
                    turns += 1;
                    (self.turn::<Q>(&second.next), second.next)
                }
            };
        }
    }
}
