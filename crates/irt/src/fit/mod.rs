//! Whether an item's curve is the one that answers follow.
//!
//! # Residuals by group
//! For each person who answered the item, the ability is estimated from *other* answers of that person, and from it
//! the score u that the curve lets expect and its variance; both are exact under the model, whatever items the person was given.
//! Persons are put in order of that ability and cut into up to ten groups g of equal size:
//!
//! > X² = Σg (Σ u − Σ E u)² / Σ Var u
//!
//! It is Yen's Q₁ (1981) with the ability taken from the rest of the answers, as S-X² takes the rest score
//! (Orlando & Thissen 2000), which planned missing data do not have. Chi-square with as many degrees of freedom as
//! there are groups, less the item's parameters when they come from the same answers.
//!
//! In an adaptive test the items that come after an answer depend on it, so the answers to them are no longer fair witnesses:
//! there ask for [`Witnesses::Earlier`] answers only. Then u − E u is a martingale difference, and the sum keeps its distribution
//! however items are chosen; groups of few earlier answers tell less.
//!
//! # Effect size
//! With many answers every curve is found wrong. So the root mean squared deviation of the observed curve from the modelled one
//! over the persons who answered (Khorramdel, Shin & von Davier 2019) stands beside, as a share of the full score:
//! from 0.10 it should be watched, from 0.15 it is poor.
//!
//! # Sources
//! - W. M. Yen, *Using simulation results to choose a latent trait model*, Applied Psychological Measurement 5(2),
//!   245–262, 1981.
//! - M. Orlando & D. Thissen, *Likelihood-based item-fit indices for dichotomous item response theory models*, Applied
//!   Psychological Measurement 24(1), 50–64, 2000.
//! - L. Khorramdel, H. J. Shin & M. von Davier, *GDM software mdltm including parallel EM algorithm*, in M. von Davier &
//!   Y.-S. Lee (eds.), *Handbook of Diagnostic Classification Models*, Springer 2019.
//! - Y. Benjamini & Y. Hochberg, *Controlling the false discovery rate*, Journal of the Royal Statistical Society B
//!   57(1), 289–300, 1995.

mod observed;
mod residuals;

use crate::Model;
use crate::calibrate::curve::of_model;
use crate::calibrate::quadrature::{FEW, MANY};
use crate::calibrate::scored::is_long;
use crate::calibrate::{Population, Responses};
use crate::distribution::{chi_square_above, false_finding_rates};

pub use residuals::Group;

/// Where the effect size begins to be watched, and where it is poor.
pub const RMSD_MARKS: (f64, f64) = (0.10, 0.15);

/// Which other answers of a person tell the ability.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Witnesses {
    /// All others: where which items a person is given does not depend on answers.
    Others,
    /// Those given before: in an adaptive test. [`Responses`] must hold answers in the order in which they were given.
    Earlier,
}

/// Where the curves come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// From these answers; each parameter costs a degree of freedom.
    TheseAnswers,
    /// From other answers.
    Elsewhere,
}

/// What the effect size says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Below 0.10.
    Good,
    /// From 0.10.
    Watch,
    /// From 0.15.
    Poor,
}

impl Mark {
    /// The mark of an effect size.
    #[must_use]
    pub fn of(rmsd: f64) -> Self {
        if rmsd >= RMSD_MARKS.1 {
            Self::Poor
        } else if rmsd >= RMSD_MARKS.0 {
            Self::Watch
        } else {
            Self::Good
        }
    }
}

/// How well an item's curve fits.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// How many answers were read.
    pub answers: usize,
    /// Groups of persons from the least able to the ablest: what to draw beside the curve.
    pub groups: Vec<Group>,
    /// X².
    pub chi_square: f64,
    /// Its degrees of freedom; 0 when there are too few answers for a test, and then `p` is 1.
    pub df: usize,
    /// How likely chance alone makes X² so great.
    pub p: f64,
    /// The rate of false findings among all items tested with this one (Benjamini & Hochberg 1995).
    pub q: f64,
    /// The effect size, 0 to 1.
    pub rmsd: f64,
    /// What it says.
    pub mark: Mark,
}

/// How well curves fit answers. Items without a model or without answers have no fit; answers to items without a
/// model, and scores that a model does not have, are not read.
///
/// ```
/// use irt::calibrate::{Answer, Population, Responses};
/// use irt::fit::{Origin, Witnesses, fit};
/// use irt::{Item, Model};
/// let model = Model::from(Item::two_parameter(1.0, 0.0).unwrap());
/// let mut responses = Responses::new(2);
/// responses.push(&[Answer { item: 0, score: 1 }]).unwrap();
/// let fits = fit(&responses, &[Some(model), None], Population::STANDARD, Witnesses::Others, Origin::Elsewhere);
/// assert_eq!(fits[0].as_ref().unwrap().answers, 1);
/// assert!(fits[1].is_none());
/// ```
#[must_use]
pub fn fit(
    responses: &Responses,
    models: &[Option<Model>],
    population: Population,
    witnesses: Witnesses,
    origin: Origin,
) -> Vec<Option<Fit>> {
    let gather = if is_long(responses) { observed::gather::<MANY> } else { observed::gather::<FEW> };
    let observed = gather(responses, models, population.held(), witnesses);
    let fits = observed.into_iter().zip(models).map(|(observed, model)| {
        let parameters = model.as_ref().map_or(0, |model| of_model(model).0.parameters());
        let spent = if origin == Origin::TheseAnswers { parameters } else { 0 };
        (!observed.residuals.is_empty()).then(|| judged(observed, spent))
    });
    let mut fits: Vec<Option<Fit>> = fits.collect();
    let tested = || fits.iter().flatten().filter(|fit| fit.df > 0);
    let rates = false_finding_rates(&tested().map(|fit| fit.p).collect::<Vec<f64>>());
    for (fit, rate) in fits.iter_mut().flatten().filter(|fit| fit.df > 0).zip(rates) {
        fit.q = rate;
    }
    fits
}

fn judged(observed: observed::Observed, spent: usize) -> Fit {
    let answers = observed.residuals.len();
    let rmsd = observed.rmsd;
    let groups = residuals::grouped(observed.residuals);
    let chi_square = groups.iter().map(Group::square).sum();
    let df = groups.len().saturating_sub(spent);
    let p = if df > 0 { chi_square_above(chi_square, df as f64) } else { 1.0 };
    Fit { answers, groups, chi_square, df, p, q: 1.0, rmsd, mark: Mark::of(rmsd) }
}
