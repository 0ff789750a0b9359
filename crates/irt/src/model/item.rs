//! The items of the logistic models of two and three parameters.

use super::{GUESSING_MAX, ItemError, SLOPE_MIN, difficulty_within, logistic, slope_within};

/// 16 √3 / (15 π): the logistic function against the normal one, as [`Item::attenuated`] says.
const LOGISTIC_TO_NORMAL: f64 = 0.588_084_155_116_578_2;

/// An item answered rightly or wrongly: its slope, difficulty and the chance of guessing it, in the logistic metric
/// (D = 1).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Item {
    a: f64,
    b: f64,
    c: f64,
}

impl Item {
    /// An item of slope `a`, from 0.001 to 10, difficulty `b`, from −20 to 20, and chance `c` of guessing rightly,
    /// from 0 to 0.5.
    ///
    /// # Errors
    /// When one of them is outside, infinite or not a number.
    ///
    /// ```
    /// use irt::{Item, ItemError};
    /// assert!(Item::new(10.0, -20.0, 0.5).is_ok());
    /// assert_eq!(Item::new(0.0, 0.0, 0.0), Err(ItemError::Slope(0.0)));
    /// assert_eq!(Item::new(1.0, 20.1, 0.0), Err(ItemError::Difficulty(20.1)));
    /// assert_eq!(Item::new(1.0, 0.0, 0.6), Err(ItemError::Guessing(0.6)));
    /// ```
    pub fn new(a: f64, b: f64, c: f64) -> Result<Self, ItemError> {
        let (a, b) = (slope_within(a)?, difficulty_within(b)?);
        if !(0.0..=GUESSING_MAX).contains(&c) {
            return Err(ItemError::Guessing(c));
        }
        Ok(Self { a, b, c })
    }

    /// An item that is not guessed: `c` is 0.
    ///
    /// # Errors
    /// As [`Item::new`].
    ///
    /// ```
    /// use irt::Item;
    /// assert_eq!(Item::two_parameter(1.2, 0.5), Item::new(1.2, 0.5, 0.0));
    /// ```
    pub fn two_parameter(a: f64, b: f64) -> Result<Self, ItemError> {
        Self::new(a, b, 0.0)
    }

    /// The same item when its difficulty is only known to be normal about `b` with this standard deviation: flatter,
    /// so that an answer says less.
    ///
    /// The mean of the logistic function over the unknown difficulty has no closed form; to within 0.02 it is again
    /// logistic, with the slope a / √(1 + k² a² sd²), k = 16 √3 / (15 π) (Zeger, Liang & Albert 1988;
    /// Johnson & Kotz 1970). A deviation that is no number or negative counts as 0.
    ///
    /// ```
    /// use irt::Item;
    /// let guess = Item::two_parameter(1.0, 0.5).unwrap().attenuated(0.5);
    /// assert!((guess.slope() - 0.959_385).abs() < 1e-6);
    /// assert_eq!(guess.difficulty(), 0.5);
    /// ```
    #[must_use]
    pub fn attenuated(&self, sd_difficulty: f64) -> Self {
        let spread = LOGISTIC_TO_NORMAL * self.a * sd_difficulty.max(0.0);
        let slope = self.a / (1.0 + spread * spread).sqrt();
        Self { a: slope.max(SLOPE_MIN), ..*self }
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

    /// The chance of guessing rightly.
    #[must_use]
    pub fn guessing(&self) -> f64 {
        self.c
    }

    /// The probability of a right answer at an ability, `c` to 1.
    ///
    /// ```
    /// use irt::Item;
    /// assert_eq!(Item::two_parameter(1.0, 0.5).unwrap().probability(0.5), 0.5);
    /// assert_eq!(Item::new(1.0, 0.5, 0.25).unwrap().probability(0.5), 0.625);
    /// ```
    #[must_use]
    pub fn probability(&self, theta: f64) -> f64 {
        let (knows, _) = self.knows(theta);
        self.c + (1.0 - self.c) * knows
    }

    /// The probability of a wrong answer, with its digits where it is small.
    pub(super) fn probability_wrong(&self, theta: f64) -> f64 {
        let (_, not) = self.knows(theta);
        (1.0 - self.c) * not
    }

    /// The first derivative of the probability of a right answer by the ability, (1 − c) a L (1 − L), where L is the
    /// logistic part.
    ///
    /// ```
    /// assert_eq!(irt::Item::two_parameter(2.0, 0.5).unwrap().derivative(0.5), 0.5);
    /// ```
    #[must_use]
    pub fn derivative(&self, theta: f64) -> f64 {
        let (knows, not) = self.knows(theta);
        (1.0 - self.c) * self.a * knows * not
    }

    /// The Fisher information at an ability, a² (Q / P) ((P − c) / (1 − c))² (Lord 1980, chapter 5).
    ///
    /// ```
    /// use irt::Item;
    /// let item = Item::two_parameter(2.0, 0.5).unwrap();
    /// assert_eq!(item.information(0.5), 1.0);
    /// assert!(item.information(0.0) < 1.0);
    /// ```
    #[must_use]
    pub fn information(&self, theta: f64) -> f64 {
        let (knows, not) = self.knows(theta);
        self.a * self.a * knows * not * self.share_known(knows)
    }

    /// The ability at which the item tells most, b + ln((1 + √(1 + 8c)) / 2) / a (Lord 1980, formula 10-4).
    ///
    /// ```
    /// assert_eq!(irt::Item::two_parameter(2.0, 0.5).unwrap().peak(), 0.5);
    /// ```
    #[must_use]
    pub fn peak(&self) -> f64 {
        self.b + libm::log(f64::midpoint(1.0, (1.0 + 8.0 * self.c).sqrt())) / self.a
    }

    pub(super) fn pull(&self, right: bool, theta: f64) -> f64 {
        let (knows, not) = self.knows(theta);
        if right { self.a * not * self.share_known(knows) } else { -self.a * knows }
    }

    pub(super) fn skew(&self, theta: f64) -> f64 {
        let (knows, not) = self.knows(theta);
        self.information(theta) * self.a * (not - knows)
    }

    /// The logistic part: knowing the answer, and not knowing it.
    fn knows(&self, theta: f64) -> (f64, f64) {
        logistic(self.a * (theta - self.b))
    }

    /// Of right answers, the share that is known and not guessed.
    fn share_known(&self, knows: f64) -> f64 {
        if self.c > 0.0 { (1.0 - self.c) * knows / (self.c + (1.0 - self.c) * knows) } else { 1.0 }
    }
}

/// The information of a test: the sum over its items.
///
/// ```
/// let item = irt::Item::two_parameter(2.0, 0.5).unwrap();
/// assert_eq!(irt::information(&[item, item], 0.5), 2.0);
/// ```
#[must_use]
pub fn information(items: &[Item], theta: f64) -> f64 {
    items.iter().map(|item| item.information(theta)).sum()
}
