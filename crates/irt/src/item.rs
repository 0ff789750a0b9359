//! The items of the two-parameter logistic model.

use core::ops::RangeInclusive;

use crate::ability::{THETA_MAX, THETA_MIN};

/// The steepest slope taken; in practice estimates beyond it are faults of the data.
const SLOPE_MAX: f64 = 4.0;
const DIFFICULTIES: RangeInclusive<f64> = THETA_MIN..=THETA_MAX;

/// An item: its slope and difficulty, in the logistic metric (D = 1).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Item2pl {
    a: f64,
    b: f64,
}

/// Why two numbers are no item.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum ItemError {
    /// The slope is not above 0 and up to 4.
    #[error("slope {0}; it must be above 0 and up to 4")]
    Slope(f64),
    /// The difficulty is not from −6 to 6.
    #[error("difficulty {0}; it must be from -6 to 6")]
    Difficulty(f64),
}

impl Item2pl {
    /// An item of slope `a`, above 0 and up to 4, and difficulty `b`, from −6 to 6.
    ///
    /// # Errors
    /// When one of them is outside, infinite or not a number.
    ///
    /// ```
    /// use irt::{Item2pl, ItemError};
    /// assert!(Item2pl::new(4.0, -6.0).is_ok());
    /// assert_eq!(Item2pl::new(0.0, 0.0), Err(ItemError::Slope(0.0)));
    /// assert_eq!(Item2pl::new(1.0, 6.1), Err(ItemError::Difficulty(6.1)));
    /// ```
    pub fn new(a: f64, b: f64) -> Result<Self, ItemError> {
        if !(a > 0.0 && a <= SLOPE_MAX) {
            return Err(ItemError::Slope(a));
        }
        if !DIFFICULTIES.contains(&b) {
            return Err(ItemError::Difficulty(b));
        }
        Ok(Self { a, b })
    }

    /// The slope.
    #[must_use]
    pub fn slope(&self) -> f64 {
        self.a
    }

    /// The difficulty.
    #[must_use]
    pub fn difficulty(&self) -> f64 {
        self.b
    }

    /// The probability of a right answer at an ability, 0 to 1.
    ///
    /// ```
    /// let item = irt::Item2pl::new(1.0, 0.5).unwrap();
    /// assert_eq!(item.probability(0.5), 0.5);
    /// assert!((item.probability(1.5) - 0.731_058_578_630_004_9).abs() < 1e-15);
    /// ```
    #[must_use]
    pub fn probability(&self, theta: f64) -> f64 {
        let x = self.a * (theta - self.b);
        // Of the smaller side, so that nothing overflows and both tails keep their digits.
        let odds = libm::exp(-x.abs());
        if x < 0.0 { odds / (1.0 + odds) } else { 1.0 / (1.0 + odds) }
    }

    /// The Fisher information at an ability, a² P (1 − P): 0 to a² / 4.
    ///
    /// ```
    /// let item = irt::Item2pl::new(2.0, 0.5).unwrap();
    /// assert_eq!(item.information(0.5), 1.0);
    /// assert!(item.information(0.0) < 1.0);
    /// ```
    #[must_use]
    pub fn information(&self, theta: f64) -> f64 {
        let odds = libm::exp(-(self.a * (theta - self.b)).abs());
        self.a * self.a * odds / ((1.0 + odds) * (1.0 + odds))
    }
}

/// The information of a test: the sum over its items.
///
/// ```
/// let item = irt::Item2pl::new(2.0, 0.5).unwrap();
/// assert_eq!(irt::information(&[item, item], 0.5), 2.0);
/// ```
#[must_use]
pub fn information(items: &[Item2pl], theta: f64) -> f64 {
    items.iter().map(|item| item.information(theta)).sum()
}
