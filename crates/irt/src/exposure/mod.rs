//! How often items are shown: so that none is worn out or passed on by those who took the test before.
//!
//! # Eligibility
//! Before a test begins, each item is made eligible for it or not by chance, with a probability that holds its exposure under a cap
//! (van der Linden & Veldkamp 2004); and so for each stratum of ability apart, since an item may be rare over all and yet be shown to
//! every able person (van der Linden & Veldkamp 2007). With α the number of tests that showed the item and ε those for which it
//! was eligible,
//!
//! > P(eligible) = min(1, cap · ε / α)
//!
//! both over all tests and in the stratum; the smaller counts. An item whose exposure has reached a cap is not eligible at all: so the caps hold
//! from the first persons on, not only on average. A test then chooses among the items that are eligible in the
//! stratum of the ability estimated so far. All is drawn once, into a [`Sheet`] that is kept with the test: the same sheet, seed
//! and answers give the same test again.
//!
//! Where too few items are eligible for the quotas, the least exposed are let in after all: quotas always hold.
//!
//! [`sympson_hetter()`] is the older way: probabilities found by simulation beforehand (Sympson & Hetter 1985).

mod draw;
mod ledger;
mod sheet;
mod sympson_hetter;

pub use draw::{Draw, draw};
pub use ledger::Ledger;
pub use sheet::{Sheet, SheetError};
pub use sympson_hetter::sympson_hetter;

/// How many strata of ability are told apart: a quarter of a standard deviation each, about what a test can tell; the outermost are open.
/// Wider ones hide that an item is shown to most persons at its own difficulty and to few others.
pub const STRATA: usize = 18;

/// The stratum of an ability, 0 to 17.
///
/// ```
/// use irt::exposure::stratum;
/// assert_eq!([-3.0, -0.3, 0.0, 0.3, 3.0].map(stratum), [0, 7, 9, 10, 17]);
/// ```
#[must_use]
pub fn stratum(theta: f64) -> usize {
    let borders = (1_u8..18).map(|k| f64::from(k) / 4.0 - 2.25);
    borders.filter(|border| theta >= *border).count()
}

/// What share of tests may show an item, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Caps {
    /// Of all tests.
    pub overall: f64,
    /// Of the tests of one stratum of ability.
    pub at_equal_ability: f64,
}

impl Default for Caps {
    fn default() -> Self {
        Self { overall: 0.20, at_equal_ability: 0.30 }
    }
}
