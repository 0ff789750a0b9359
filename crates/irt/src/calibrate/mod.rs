//! Estimating the parameters of items from the answers of many persons.
//!
//! # Method
//! Marginal maximum likelihood (Bock & Aitkin 1981): abilities are taken as drawn from a normal population, and the
//! likelihood of the answers, integrated over it,
//!
//! > ln L = Σₚ ln Σₖ wₖ Πᵢ P(uₚᵢ | θₖ)
//!
//! is climbed by EM on an even grid of 40 points from −6 to 6 (120 where somebody answered more than 60 items), with
//! leaps between turns (SQUAREM, Varadhan & Roland 2008). Items that a person was not given do not count, whether the
//! plan of the test left them out or the answers so far did: what is missing for such reasons can be left alone
//! (Mislevy & Wu 1996).
//!
//! | [`Family`] | P | priors |
//! |---|---|---|
//! | one parameter | L(a (θ − b)), one a for all | none |
//! | two parameters | L(a (θ − b)) | on ln a, when asked for |
//! | three parameters | c + (1 − c) L(a (θ − b)) | on c, Beta; on ln a, [`SlopePrior::MILD`] unless told |
//! | graded | P(score ≥ j) = L(a (θ − bⱼ)) | on ln a, when asked for |
//!
//! # What is not estimated
//! An item with few answers, with all answers alike, with a score that nobody got, or whose slope falls to the lower
//! bound is named with the [`Reason`]; no number is made up. The first three are left out of the likelihood.
//!
//! # Scale
//! With nothing fixed the population has mean 0 and deviation 1 and items stand on that scale. With items kept as they
//! are ([`Start::Fixed`], anchors) the new ones come onto their scale, and the population may be estimated
//! (Kim 2006: fixed parameter calibration).
//!
//! # Laws
//! 1. The order of persons changes nothing, not a bit; the order of items nothing but rounding.
//! 2. An item that nobody was given changes nothing for the others.
//! 3. Nothing fails on any answers that [`Responses`] takes.
//!
//! ```
//! use irt::calibrate::{Answer, Options, Responses, calibrate};
//! let mut responses = Responses::new(2);
//! for person in 0..200_u32 {
//!     let score = |item: u32| u8::from((person * 7 + item * 3) % 10 < 6);
//!     responses.push(&[Answer { item: 0, score: score(0) }, Answer { item: 1, score: score(1) }])?;
//! }
//! let calibration = calibrate(&responses, &[], &Options::default())?;
//! assert_eq!(calibration.items.len(), 2);
//! assert!(calibration.log_likelihood < 0.0);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Sources
//! - R. D. Bock & M. Aitkin, *Marginal maximum likelihood estimation of item parameters: application of an EM
//!   algorithm*, Psychometrika 46(4), 443–459, 1981.
//! - R. Varadhan & C. Roland, *Simple and globally convergent methods for accelerating the convergence of any EM
//!   algorithm*, Scandinavian Journal of Statistics 35(2), 335–353, 2008.
//! - R. J. Mislevy & P.-K. Wu, *Missing responses and IRT ability estimation: omits, choice, time limits, and adaptive
//!   testing*, ETS Research Report RR-96-30, 1996.
//! - S. Kim, *A comparative study of IRT fixed parameter calibration methods*, Journal of Educational Measurement 43(4),
//!   355–381, 2006.
//! - M. F. Zimowski, E. Muraki, R. J. Mislevy & R. D. Bock, *BILOG-MG 3*, Scientific Software 2003.
//! - G. J. McLachlan & T. Krishnan, *The EM Algorithm and Extensions*, 2nd ed., Wiley 2008.

pub(crate) mod curve;
pub(crate) mod expect;
mod iterate;
pub(crate) mod matrix;
mod maturity;
pub(crate) mod maximise;
mod precision;
mod priors;
pub(crate) mod quadrature;
mod responses;
mod result;
pub(crate) mod scored;
mod sheet;
mod start;

pub use maturity::{ANSWERS_ELSEWHERE, ANSWERS_NEAR_CUT, NEAR_CUT, answers_wanted, is_mature};
pub use priors::{GuessPrior, SlopePrior};
pub use quadrature::Population;
pub use responses::{Answer, ResponseError, Responses, SCORE_MAX};
pub use result::{Calibration, Ending, Estimated, Outcome, Reason, StandardErrors};
pub use start::{CalibrateError, Start};

use iterate::{Ended, Problem};
use precision::Covariance;
use quadrature::{FEW, LONG, MANY};
use sheet::Sheet;

/// Which curves items have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// Right or wrong, all items of one slope (Rasch 1960, with the slope estimated and the population fixed).
    OneParameter,
    /// Right or wrong, each item with its slope (Birnbaum 1968).
    TwoParameter,
    /// Right or wrong, and a chance of guessing.
    ThreeParameter,
    /// Scores 0, 1, 2, … in order (Samejima 1969). An item on which nobody got more than 1 becomes one of two
    /// parameters.
    Graded,
}

/// How to calibrate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// The curves.
    pub family: Family,
    /// The population that the answers come from, or from which its estimation starts.
    pub population: Population,
    /// Whether the population's mean and deviation are estimated too; that takes at least one item that is fixed.
    pub population_is: Known,
    /// The prior on slopes; with [`Family::OneParameter`] it is not used.
    pub slope_prior: Option<SlopePrior>,
    /// The prior on guessing, used with [`Family::ThreeParameter`].
    pub guess_prior: GuessPrior,
    /// An item with fewer answers is not estimated.
    pub answers_min: usize,
    /// It is over when no parameter moves by more in a turn.
    pub tolerance: f64,
    /// The most turns.
    pub turns_max: usize,
}

/// Whether the population is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// It is as told.
    Fixed,
    /// It is estimated.
    Estimated,
}

impl Options {
    /// What is usual for a family: a standard normal population, 20 answers at least, to within 10⁻⁵.
    #[must_use]
    pub fn of(family: Family) -> Self {
        Self {
            family,
            population: Population::STANDARD,
            population_is: Known::Fixed,
            slope_prior: (family == Family::ThreeParameter).then_some(SlopePrior::MILD),
            guess_prior: GuessPrior::FIVE_CHOICES,
            answers_min: 20,
            tolerance: 1e-5,
            turns_max: 500,
        }
    }
}

impl Default for Options {
    /// The two-parameter model.
    fn default() -> Self {
        Self::of(Family::TwoParameter)
    }
}

/// Estimates items from answers.
///
/// `starts` says for each item what is known of it; an empty slice says that nothing is.
///
/// # Errors
/// When `starts` has another length than there are items, when an item has a score that its curve has not, or when the
/// population is to be estimated and no item is fixed.
pub fn calibrate(
    responses: &Responses,
    starts: &[Start],
    options: &Options,
) -> Result<Calibration, CalibrateError> {
    let begun = start::begin(responses, starts, options)?;
    let sheet = Sheet::new(responses, &begun.scores());
    let problem = begun.problem(&sheet, options);
    let tolerance = if options.tolerance.is_finite() { options.tolerance.max(1e-12) } else { 1e-5 };
    let population = options.population.held();
    let solve = if sheet.longest > LONG { solve::<MANY> } else { solve::<FEW> };
    let (ended, covariances) =
        solve(&problem, Problem::gathered(&begun.values, population), tolerance, options.turns_max);
    Ok(result::of(&problem, begun.refused, &ended, &covariances, tolerance))
}

fn solve<const Q: usize>(
    problem: &Problem,
    start: Vec<f64>,
    tolerance: f64,
    turns_max: usize,
) -> (Ended, Vec<Covariance>) {
    let ended = problem.solve::<Q>(start, tolerance, turns_max);
    let covariances = precision::covariances::<Q>(problem, &ended.values);
    (ended, covariances)
}
