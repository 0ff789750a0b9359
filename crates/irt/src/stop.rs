//! When a test ends.

use crate::Posterior;

/// When a test ends. Lengths count scored items.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// It does not end before so many, as long as there are items.
    pub least: u16,
    /// It ends with so many.
    pub most: u16,
    /// It ends when the standard error is no greater.
    pub se: Option<f64>,
    /// It ends when it is clear on which side of a cut the ability lies.
    pub cut: Option<Cut>,
}

/// A cut on the ability scale and how sure one wants to be of the side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cut {
    /// The cut.
    pub theta: f64,
    /// The side is clear when the probability of being above is no more than this …
    pub low: f64,
    /// … or no less than this.
    pub high: f64,
}

impl Cut {
    /// A cut with the usual bounds, 0.05 and 0.95.
    #[must_use]
    pub fn at(theta: f64) -> Self {
        Self { theta, low: 0.05, high: 0.95 }
    }
}

/// Why a test has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The ability is surely above the cut.
    Above,
    /// The ability is surely below the cut.
    Below,
    /// The standard error is small enough.
    Precise,
    /// It has its full length.
    Full,
    /// No item is left that fits.
    Exhausted,
}

/// How far a test has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Scored items answered.
    pub answered: usize,
    /// Items that contents are still owed by their quotas.
    pub owed: usize,
}

impl Rule {
    /// A test of exactly so many items.
    #[must_use]
    pub fn length(items: u16) -> Self {
        Self { least: items, most: items, se: None, cut: None }
    }

    /// Whether a test ends here, and why; `None` means to go on. The quotas are met before any end but the full length.
    ///
    /// ```
    /// use irt::stop::{Cut, Progress, Rule, Why};
    /// use irt::{Posterior, Prior};
    /// let rule = Rule { least: 20, most: 40, se: None, cut: Some(Cut::at(-3.0)) };
    /// let posterior = Posterior::new(Prior::STANDARD);
    /// let after = |answered, owed| rule.decide(Progress { answered, owed }, &posterior);
    /// assert_eq!(after(19, 0), None, "too few");
    /// assert_eq!(after(20, 1), None, "a quota is not met");
    /// assert_eq!(after(20, 0), Some(Why::Above));
    /// assert_eq!(after(40, 0), Some(Why::Above));
    /// ```
    #[must_use]
    pub fn decide(&self, progress: Progress, posterior: &Posterior) -> Option<Why> {
        let full = progress.answered >= usize::from(self.most);
        let may_end = progress.answered >= usize::from(self.least) && progress.owed == 0;
        if !full && !may_end {
            return None;
        }
        let early = self.side(posterior).or_else(|| self.precise(posterior));
        early.or(full.then_some(Why::Full))
    }

    fn side(&self, posterior: &Posterior) -> Option<Why> {
        let cut = self.cut?;
        let above = posterior.above(cut.theta);
        if above >= cut.high { Some(Why::Above) } else { (above <= cut.low).then_some(Why::Below) }
    }

    fn precise(&self, posterior: &Posterior) -> Option<Why> {
        self.se.filter(|se| posterior.estimate().se() <= *se).map(|_| Why::Precise)
    }
}
