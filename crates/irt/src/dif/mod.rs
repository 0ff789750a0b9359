//! Whether an item is harder for one group than for another of the same ability: differential item functioning.
//!
//! # Method
//! Logistic regression (Swaminathan & Rogers 1990) on the ability itself and not on an estimate of it, which is the
//! likelihood-ratio test of item response theory (Thissen, Steinberg & Wainer 1993):
//!
//! > logit P = a θ + d + g (δ + γ θ), g = 0 in the reference group, 1 in the focal group
//!
//! Each person's θ is known by the posterior from the *other* answers and the mean and deviation of the person's own
//! group, so that neither missing data nor a difference in ability between the groups passes for a fault of the item.
//! Twice what the likelihood gains by δ (uniform: harder at every ability), by γ beyond δ (non-uniform), and by both is
//! chi-square with 1, 1 and 2 degrees of freedom. With guessing, the chance of it stays as calibrated; on a graded item δ moves all thresholds.
//!
//! # Effect size
//! On the delta scale of ETS, Δ = 2.35 δ, negative where the item is harder for the focal group, with its classes
//! (Zwick 2012): A, |Δ| < 1 or not surely other than 0 (5 %); C, |Δ| ≥ 1.5 and surely over 1 in size; B between. The standard error of δ
//! is |δ| / √χ². For non-uniform differences the root mean squared distance of the two curves over the focal group
//! stands beside, as a share of the full score.
//!
//! Items found in class C, or with curves 0.10 or more apart and false findings under 0.05, are taken out of the others'
//! posteriors, and all is done once more. In an adaptive test the answers after an item depend on it a little; a
//! finding there should be confirmed on answers to items given in a fixed or random order, such as pretests.
//!
//! An item that functions differently is looked at by people who know the groups: the difference may belong to what is
//! measured. It is never dropped by a number alone.
//!
//! # Sources
//! - H. Swaminathan & H. J. Rogers, *Detecting differential item functioning using logistic regression procedures*,
//!   Journal of Educational Measurement 27(4), 361–370, 1990.
//! - D. Thissen, L. Steinberg & H. Wainer, *Detection of differential item functioning using the parameters of item
//!   response models*, in P. W. Holland & H. Wainer (eds.), *Differential Item Functioning*, Erlbaum 1993.
//! - R. Zwick, *A review of ETS differential item functioning assessment procedures*, ETS Research Report RR-12-08, 2012.
//! - Y. Benjamini & Y. Hochberg, *Controlling the false discovery rate*, Journal of the Royal Statistical Society B
//!   57(1), 289–300, 1995.

mod compared;
mod people;
mod shift;

use crate::Model;
use crate::calibrate::quadrature::{FEW, MANY};
use crate::calibrate::scored::is_long;
use crate::calibrate::{Population, Responses};
use crate::distribution::{chi_square_above, false_finding_rates};

/// Curves this far apart are worth a look.
pub const DISTANCE: f64 = 0.10;

/// Which group a person is in, for this comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The group that the other is compared with, such as the largest.
    Reference,
    /// The group asked about.
    Focal,
    /// Neither, or not told: the answers are not read.
    Neither,
}

/// A test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Test {
    /// The chi-square.
    pub chi_square: f64,
    /// How likely chance alone makes it so great.
    pub p: f64,
}

impl Test {
    fn of(gain: f64, df: f64) -> Self {
        let chi_square = (2.0 * gain).max(0.0);
        Self { chi_square, p: chi_square_above(chi_square, df) }
    }
}

/// The classes of ETS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Negligible.
    A,
    /// Moderate.
    B,
    /// Large: to be looked at before the item is used again.
    C,
}

/// How an item functions in two groups.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dif {
    /// Answers of the reference group.
    pub reference: usize,
    /// Answers of the focal group.
    pub focal: usize,
    /// Whether it is harder or easier for the focal group throughout.
    pub uniform: Test,
    /// Whether that depends on ability.
    pub non_uniform: Test,
    /// Both together.
    pub both: Test,
    /// The rate of false findings of `both` among all items tested with this one.
    pub q: f64,
    /// Δ: negative where it is harder for the focal group.
    pub delta: f64,
    /// The class by Δ.
    pub class: Class,
    /// How far the curves of the two groups are apart, 0 to 1.
    pub distance: f64,
}

impl Dif {
    /// Whether a person should look at the item.
    #[must_use]
    pub fn is_signal(&self) -> bool {
        self.class == Class::C || (self.q < 0.05 && self.distance >= DISTANCE)
    }
}

/// A comparison of two groups.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// For each item, how it functions; none where a group has too few answers to it, or it has no model.
    pub items: Vec<Option<Dif>>,
    /// The abilities of the reference group.
    pub reference: Population,
    /// The abilities of the focal group.
    pub focal: Population,
}

/// Compares two groups on all items. `sides` says for each person which group it is in (persons beyond its end are in
/// neither), `answers_min` how many answers to an item each group must have for it to be tested; 100 is a sensible least.
///
/// ```
/// use irt::calibrate::Responses;
/// use irt::dif::compare;
/// let comparison = compare(&Responses::new(3), &[None, None, None], &[], 100);
/// assert_eq!(comparison.items, [None, None, None]);
/// ```
#[must_use]
pub fn compare(
    responses: &Responses,
    models: &[Option<Model>],
    sides: &[Side],
    answers_min: usize,
) -> Comparison {
    let once = if is_long(responses) { compared::once::<MANY> } else { compared::once::<FEW> };
    let mut first = once(responses, models, sides, answers_min, &[]);
    rate(&mut first.items);
    let apart: Vec<bool> = first.items.iter().map(|dif| dif.is_some_and(|dif| dif.is_signal())).collect();
    let trusted = models.iter().zip(&apart).filter(|(model, apart)| model.is_some() && !**apart).count();
    if !apart.contains(&true) || trusted == 0 {
        return first;
    }
    let mut second = once(responses, models, sides, answers_min, &apart);
    rate(&mut second.items);
    second
}

fn rate(items: &mut [Option<Dif>]) {
    let rates = false_finding_rates(&items.iter().flatten().map(|dif| dif.both.p).collect::<Vec<f64>>());
    for (dif, rate) in items.iter_mut().flatten().zip(rates) {
        dif.q = rate;
    }
}

/// The class of ETS of a δ and the chi-square that it is tested by.
fn class(delta: f64, uniform: Test) -> Class {
    let size = delta.abs();
    let error = if uniform.chi_square > 0.0 { size / uniform.chi_square.sqrt() } else { f64::INFINITY };
    if size < 1.0 || uniform.p >= 0.05 {
        Class::A
    } else if size >= 1.5 && size - 1.0 > 1.645 * error {
        Class::C
    } else {
        Class::B
    }
}
