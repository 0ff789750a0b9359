//! How sure the parameters are.
//!
//! The information is the empirical one, the sum over persons of the score vector with itself, Σ sₚ sₚᵀ, where sₚ is
//! the posterior mean of ∂ ln P (Fisher's identity; McLachlan & Krishnan 2008, section 4.3). With at most
//! [`WHOLE_MAX`] parameters and ten persons to each, the whole matrix is inverted. Beyond, it is inverted item by item,
//! which leaves out how little items know of each other: errors come out low by some hundredths in a long bank.

use super::Family;
use super::curve::{Point, Shape, point};
use super::expect::{posterior, table};
use super::iterate::Problem;
use super::matrix::Factor;
use super::maximise::Lean;
use super::quadrature::{dot, points, weights};

/// The most parameters whose information is inverted as a whole.
const WHOLE_MAX: usize = 400;
/// The fewest persons to a parameter for that.
const PERSONS_PER_PARAMETER: f64 = 10.0;

/// The covariance of an item's parameters, row by row; `None` where the answers do not determine them.
pub(crate) type Covariance = Option<Vec<f64>>;

/// Covariances of the estimated items' parameters; items that are not estimated have none.
pub(crate) fn covariances<const Q: usize>(problem: &Problem, values: &[f64]) -> Vec<Covariance> {
    let gathered = Gathered::new::<Q>(problem, values);
    gathered.whole().unwrap_or_else(|| gathered.by_item())
}

/// Where a parameter of an item stands in the whole matrix.
struct Layout {
    /// For each item, for each of its parameters.
    places: Vec<Vec<usize>>,
    size: usize,
}

impl Layout {
    fn new(problem: &Problem) -> Self {
        let shared = problem.family == Family::OneParameter;
        let mut size = usize::from(shared);
        let places = problem.shapes.iter().enumerate().map(|(item, shape)| {
            let parameters = if problem.free[item] { shape.parameters() } else { 0 };
            let each = (0..parameters).map(|parameter| {
                if shared && parameter == 0 {
                    return 0;
                }
                size += 1;
                size - 1
            });
            each.collect()
        });
        let places = places.collect();
        Self { places, size }
    }
}

struct Gathered {
    layout: Layout,
    shared: bool,
    /// The whole information, when it is wanted.
    whole: Option<Vec<f64>>,
    /// The information of each item.
    blocks: Vec<Vec<f64>>,
    /// The information of the slope that items share.
    slope: f64,
}

impl Gathered {
    fn new<const Q: usize>(problem: &Problem, values: &[f64]) -> Self {
        let layout = Layout::new(problem);
        let persons: f64 = problem.sheet.times.iter().sum();
        let whole = layout.size <= WHOLE_MAX && persons >= PERSONS_PER_PARAMETER * layout.size as f64;
        let blocks = layout.places.iter().map(|places| vec![0.0; places.len() * places.len()]).collect();
        let whole = whole.then(|| vec![0.0; layout.size * layout.size]);
        let shared = problem.family == Family::OneParameter;
        let mut gathered = Self { layout, shared, whole, blocks, slope: 0.0 };
        gathered.gather::<Q>(problem, values);
        gathered.believe(problem, &problem.items(values));
        gathered
    }

    fn gather<const Q: usize>(&mut self, problem: &Problem, values: &[f64]) {
        let items = problem.items(values);
        let table = table::<Q>(problem.sheet, &problem.shapes, &items);
        let pulls = Pulls::<Q>::new(problem, &items);
        let prior = weights::<Q>(problem.population(values));
        let mut scores: Vec<(usize, f64)> = Vec::new();
        for (rows, times) in problem.sheet.patterns() {
            let (posterior, _) = posterior(rows, &table, &prior);
            scores.clear();
            let mut slope = 0.0;
            for row in rows {
                let (item, each) = pulls.of(*row as usize);
                let from = scores.len();
                let places = &self.layout.places[item];
                scores.extend(places.iter().zip(each).map(|(place, pull)| (*place, dot(&posterior, pull))));
                add_block(&mut self.blocks[item], &scores[from..], times);
                if self.shared && !places.is_empty() {
                    slope += scores.remove(from).1;
                }
            }
            if self.shared {
                self.slope += times * slope * slope;
                scores.insert(0, (0, slope));
            }
            if let Some(whole) = &mut self.whole {
                add_whole(whole, self.layout.size, &scores, times);
            }
        }
    }

    /// Adds the information of the priors.
    fn believe(&mut self, problem: &Problem, items: &[&[f64]]) {
        for item in problem.estimated() {
            let places = &self.layout.places[item];
            let size = places.len();
            let mut lean =
                Lean { gradient: [0.0; super::curve::PARAMETERS], information: vec![0.0; size * size] };
            if !self.shared {
                problem.priors.lean(problem.shapes[item], items[item], &mut lean);
            }
            for (place, own) in places.iter().enumerate() {
                let more = lean.information[place * size + place];
                self.blocks[item][place * size + place] += more;
                if let Some(whole) = &mut self.whole {
                    whole[own * self.layout.size + own] += more;
                }
            }
        }
    }

    fn whole(&self) -> Option<Vec<Covariance>> {
        let size = self.layout.size;
        let inverse = Factor::new(self.whole.as_ref()?, size)?.inverse();
        let block = |places: &Vec<usize>| {
            let cells = places.iter().flat_map(|row| places.iter().map(move |column| row * size + column));
            Some(cells.map(|cell| inverse[cell]).collect())
        };
        Some(self.layout.places.iter().map(block).collect())
    }

    fn by_item(&self) -> Vec<Covariance> {
        if self.shared {
            return self.by_item_shared();
        }
        let each = self.blocks.iter().zip(&self.layout.places);
        each.map(|(block, places)| Some(Factor::new(block, places.len())?.inverse())).collect()
    }

    /// With a shared slope the information is an arrow, whose inverse can be written down.
    fn by_item_shared(&self) -> Vec<Covariance> {
        let arrows = self.blocks.iter().map(|block| match block[..] {
            [_, _, cross, own] if own > 0.0 => Some((cross / own, own)),
            _ => None,
        });
        let arrows: Vec<Option<(f64, f64)>> = arrows.collect();
        let spent: f64 = arrows.iter().flatten().map(|(ratio, own)| ratio * ratio * own).sum();
        let slope = 1.0 / (self.slope - spent);
        let each = |arrow: Option<(f64, f64)>| {
            let (ratio, own) = arrow?;
            let known = slope.is_finite() && slope > 0.0;
            known.then(|| vec![slope, -ratio * slope, -ratio * slope, 1.0 / own + ratio * ratio * slope])
        };
        arrows.into_iter().map(each).collect()
    }
}

fn add_block(block: &mut [f64], scores: &[(usize, f64)], times: f64) {
    for (row, (_, left)) in block.chunks_exact_mut(scores.len().max(1)).zip(scores) {
        for (cell, (_, right)) in row.iter_mut().zip(scores) {
            *cell += times * left * right;
        }
    }
}

/// Adds to the lower triangle; places rise.
fn add_whole(whole: &mut [f64], size: usize, scores: &[(usize, f64)], times: f64) {
    for (end, (row, left)) in scores.iter().enumerate() {
        let line = &mut whole[row * size..row * size + size];
        let left = times * left;
        for (column, right) in &scores[..=end] {
            line[*column] += left * right;
        }
    }
}

/// ∂ ln P of each row, by parameter, at each point.
struct Pulls<const Q: usize> {
    pulls: Vec<[f64; Q]>,
    /// The item of each row, where its pulls begin, and how many.
    rows: Vec<(usize, usize, usize)>,
}

impl<const Q: usize> Pulls<Q> {
    fn new(problem: &Problem, items: &[&[f64]]) -> Self {
        let mut all = Self { pulls: Vec::new(), rows: Vec::new() };
        for (item, values) in items.iter().enumerate() {
            let rows = problem.sheet.rows_of(item).len();
            let parameters = if problem.free[item] { problem.shapes[item].parameters() } else { 0 };
            let begin = all.pulls.len();
            all.rows.extend((0..rows).map(|score| (item, begin + score * parameters, parameters)));
            all.pulls.extend(std::iter::repeat_n([0.0; Q], rows * parameters));
            fill(problem.shapes[item], values, parameters, &mut all.pulls[begin..]);
        }
        all
    }

    fn of(&self, row: usize) -> (usize, &[[f64; Q]]) {
        let (item, begin, parameters) = self.rows[row];
        (item, &self.pulls[begin..begin + parameters])
    }
}

fn fill<const Q: usize>(shape: Shape, values: &[f64], parameters: usize, pulls: &mut [[f64; Q]]) {
    let mut at = Point::NOTHING;
    for (k, theta) in points::<Q>().into_iter().enumerate() {
        point(shape, values, theta, &mut at);
        for ((row, p), slopes) in pulls.chunks_exact_mut(parameters.max(1)).zip(at.p).zip(&at.slopes) {
            for (pull, slope) in row.iter_mut().zip(slopes) {
                pull[k] = slope / p;
            }
        }
    }
}
