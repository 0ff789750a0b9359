//! The models of an item: how the chance of an answer depends on an ability.

mod graded;
mod item;

pub use graded::Graded;
pub use item::{Item, information};

/// The flattest slope taken: an item below it tells nothing.
const SLOPE_MIN: f64 = 0.001;
/// The steepest slope taken; in practice estimates beyond it are faults of the data.
const SLOPE_MAX: f64 = 10.0;
/// How far from 0 a difficulty may lie. Flat items that almost everybody knows are estimated far out.
const DIFFICULTY_MAX: f64 = 20.0;
/// The greatest chance of guessing rightly: that of an item with two choices.
const GUESSING_MAX: f64 = 0.5;

/// Why numbers are no item.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum ItemError {
    /// The slope is not from 0.001 to 10.
    #[error("slope {0}; it must be from 0.001 to 10")]
    Slope(f64),
    /// A difficulty is not from −20 to 20.
    #[error("difficulty {0}; it must be from -20 to 20")]
    Difficulty(f64),
    /// The chance of guessing rightly is not from 0 to 0.5.
    #[error("guessing {0}; it must be from 0 to 0.5")]
    Guessing(f64),
    /// A graded item has no threshold or more than 15.
    #[error("{0} thresholds; there must be 1 to 15")]
    Thresholds(usize),
    /// A threshold is not above the one before it.
    #[error("threshold {0} is not above the one before it")]
    Order(f64),
}

/// A model of an item's answers. A score is 0 for the least and [`Model::top`] for the full answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Model {
    /// Right or wrong: scores 1 and 0.
    Logistic(Item),
    /// Partial credit in ordered categories.
    Graded(Graded),
}

impl From<Item> for Model {
    fn from(item: Item) -> Self {
        Self::Logistic(item)
    }
}

impl From<Graded> for Model {
    fn from(graded: Graded) -> Self {
        Self::Graded(graded)
    }
}

impl Model {
    /// The score of a full answer: 1 for right and wrong, the number of thresholds for a graded item.
    #[must_use]
    pub fn top(&self) -> u8 {
        match self {
            Self::Logistic(_) => 1,
            Self::Graded(graded) => graded.top(),
        }
    }

    /// The probability of a score at an ability, 0 to 1. A score above the top counts as the top.
    ///
    /// ```
    /// use irt::{Item, Model};
    /// let model = Model::from(Item::two_parameter(1.0, 0.5).unwrap());
    /// assert_eq!(model.probability(1, 0.5), 0.5);
    /// ```
    #[must_use]
    pub fn probability(&self, score: u8, theta: f64) -> f64 {
        match self {
            Self::Logistic(item) if score == 0 => item.probability_wrong(theta),
            Self::Logistic(item) => item.probability(theta),
            Self::Graded(graded) => graded.probability(score, theta),
        }
    }

    /// The score to be expected at an ability: 0 to [`Model::top`].
    #[must_use]
    pub fn expected(&self, theta: f64) -> f64 {
        match self {
            Self::Logistic(item) => item.probability(theta),
            Self::Graded(graded) => graded.expected(theta),
        }
    }

    /// The Fisher information at an ability.
    #[must_use]
    pub fn information(&self, theta: f64) -> f64 {
        match self {
            Self::Logistic(item) => item.information(theta),
            Self::Graded(graded) => graded.information(theta),
        }
    }

    /// The first derivative of the logarithm of a score's probability: what the answer says for a greater ability.
    #[must_use]
    pub fn pull(&self, score: u8, theta: f64) -> f64 {
        match self {
            Self::Logistic(item) => item.pull(score > 0, theta),
            Self::Graded(graded) => graded.pull(score, theta),
        }
    }

    /// Warm's J, the sum over the scores of P′ P″ / P: what first-order bias grows with (Warm 1989; for graded
    /// items Samejima 1993).
    #[must_use]
    pub fn skew(&self, theta: f64) -> f64 {
        match self {
            Self::Logistic(item) => item.skew(theta),
            Self::Graded(graded) => graded.skew(theta),
        }
    }
}

/// A logistic value and what it lacks to 1, of the smaller side, so that nothing overflows and both tails keep
/// their digits.
fn logistic(x: f64) -> (f64, f64) {
    let odds = libm::exp(-x.abs());
    let (large, small) = (1.0 / (1.0 + odds), odds / (1.0 + odds));
    if x < 0.0 { (small, large) } else { (large, small) }
}

fn slope_within(a: f64) -> Result<f64, ItemError> {
    if (SLOPE_MIN..=SLOPE_MAX).contains(&a) { Ok(a) } else { Err(ItemError::Slope(a)) }
}

fn difficulty_within(b: f64) -> Result<f64, ItemError> {
    if b.abs() <= DIFFICULTY_MAX { Ok(b) } else { Err(ItemError::Difficulty(b)) }
}
