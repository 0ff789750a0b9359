//! Items with partial credit: the graded response model.

use super::{ItemError, difficulty_within, logistic, slope_within};

const THRESHOLDS_MAX: usize = 15;

/// An item scored in ordered categories 0, 1, … (Samejima 1969), in the logistic metric (D = 1).
///
/// The chance of at least score k is logistic, 1 / (1 + exp(−a (θ − bₖ))), with one slope and a threshold for each score above 0;
/// a score's own chance is the difference of two of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Graded {
    a: f64,
    thresholds: Box<[f64]>,
}

/// A score at an ability: the chances of at least this score and of at least the next, and what they lack to 1.
struct Band {
    low: (f64, f64),
    high: (f64, f64),
}

impl Graded {
    /// A graded item of slope `a`, from 0.001 to 10, and 1 to 15 rising thresholds from −20 to 20.
    ///
    /// # Errors
    /// When a number is outside, infinite or not a number, or a threshold is not above the one before it.
    ///
    /// ```
    /// use irt::{Graded, ItemError};
    /// assert_eq!(Graded::new(1.5, &[-1.0, 0.0, 1.2]).unwrap().top(), 3);
    /// assert_eq!(Graded::new(1.5, &[0.0, 0.0]), Err(ItemError::Order(0.0)));
    /// assert_eq!(Graded::new(1.5, &[]), Err(ItemError::Thresholds(0)));
    /// ```
    pub fn new(a: f64, thresholds: &[f64]) -> Result<Self, ItemError> {
        let a = slope_within(a)?;
        if !(1..=THRESHOLDS_MAX).contains(&thresholds.len()) {
            return Err(ItemError::Thresholds(thresholds.len()));
        }
        for threshold in thresholds {
            difficulty_within(*threshold)?;
        }
        let unordered = thresholds.windows(2).find(|pair| pair[1] <= pair[0]);
        match unordered {
            Some(pair) => Err(ItemError::Order(pair[1])),
            None => Ok(Self { a, thresholds: thresholds.into() }),
        }
    }

    /// The slope.
    #[must_use]
    pub fn slope(&self) -> f64 {
        self.a
    }

    /// The thresholds, rising.
    #[must_use]
    pub fn thresholds(&self) -> &[f64] {
        &self.thresholds
    }

    /// The highest score: the number of thresholds.
    #[must_use]
    pub fn top(&self) -> u8 {
        u8::try_from(self.thresholds.len()).unwrap_or(u8::MAX)
    }

    /// The probability of a score at an ability, 0 to 1. A score above the top counts as the top.
    ///
    /// ```
    /// let graded = irt::Graded::new(1.0, &[-1.0, 1.0]).unwrap();
    /// assert!((graded.probability(1, 0.0) - 0.462_117_157_260_009_76).abs() < 1e-15);
    /// ```
    #[must_use]
    pub fn probability(&self, score: u8, theta: f64) -> f64 {
        self.band(score, theta).probability()
    }

    /// The score to be expected at an ability: the sum of the chances of at least each score.
    #[must_use]
    pub fn expected(&self, theta: f64) -> f64 {
        self.thresholds.iter().map(|b| logistic(self.a * (theta - b)).0).sum()
    }

    /// The Fisher information at an ability, Σ P′ₖ² / Pₖ (Samejima 1969, chapter 6).
    ///
    /// ```
    /// // With one threshold it is the two-parameter item.
    /// let graded = irt::Graded::new(2.0, &[0.5]).unwrap();
    /// assert_eq!(graded.information(0.5), 1.0);
    /// ```
    #[must_use]
    pub fn information(&self, theta: f64) -> f64 {
        self.a
            * self.a
            * self.bands(theta).map(|band| band.probability() * band.lean() * band.lean()).sum::<f64>()
    }

    /// The thresholds below and above a score; the least has none below, the top none above.
    pub(crate) fn bounds(&self, score: u8) -> [Option<f64>; 2] {
        let at = |place: u8| self.thresholds.get(usize::from(place)).copied();
        [score.checked_sub(1).and_then(at), at(score)]
    }

    pub(super) fn pull(&self, score: u8, theta: f64) -> f64 {
        self.a * self.band(score, theta).lean()
    }

    /// Σ P′ P″ / P: with s = P′ / P, P″ / P is s² + s′.
    pub(super) fn skew(&self, theta: f64) -> f64 {
        let cube = self.a * self.a * self.a;
        let each = |band: Band| {
            let lean = band.lean();
            band.probability() * lean * (lean * lean - band.bend())
        };
        cube * self.bands(theta).map(each).sum::<f64>()
    }

    fn bands(&self, theta: f64) -> impl Iterator<Item = Band> {
        (0..=self.top()).map(move |score| self.band(score, theta))
    }

    fn band(&self, score: u8, theta: f64) -> Band {
        let at_least = |score: u8| match score.checked_sub(1) {
            None => (1.0, 0.0),
            Some(place) => match self.thresholds.get(usize::from(place)) {
                Some(b) => logistic(self.a * (theta - b)),
                None => (0.0, 1.0),
            },
        };
        let score = score.min(self.top());
        Band { low: at_least(score), high: at_least(score + 1) }
    }
}

impl Band {
    /// The difference, taken on the side where it keeps its digits.
    fn probability(&self) -> f64 {
        let difference = if self.low.0 < 0.5 { self.low.0 - self.high.0 } else { self.high.1 - self.low.1 };
        difference.max(0.0)
    }

    /// P′ / (a P) = 1 − P*ₖ − P*ₖ₊₁, −1 to 1.
    fn lean(&self) -> f64 {
        self.low.1 - self.high.0
    }

    /// −(P′ / (a P))′ / a.
    fn bend(&self) -> f64 {
        self.low.0 * self.low.1 + self.high.0 * self.high.1
    }
}
