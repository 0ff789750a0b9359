//! Estimating an ability.

mod likelihood;
mod posterior;
mod subscore;

pub use likelihood::{Likeliest, mle, wle};
pub use posterior::{Posterior, eap};
pub use subscore::{Subscore, per_content};

/// The lowest ability of the grid.
pub const THETA_MIN: f64 = -6.0;
/// The highest ability of the grid.
pub const THETA_MAX: f64 = 6.0;

/// Points of the grid.
const POINTS: usize = 81;
/// From one point of the grid to the next.
const STEP: f64 = 0.15;

/// What is believed of an ability before any answer: a normal distribution, cut to the grid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prior {
    mu: f64,
    sigma: f64,
}

/// Why two numbers are no prior.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum PriorError {
    /// The mean is not from −6 to 6.
    #[error("mean {0}; it must be from -6 to 6")]
    Mean(f64),
    /// The standard deviation is not from 0.2, below which the grid is too coarse, to 6.
    #[error("standard deviation {0}; it must be from 0.2 to 6")]
    Deviation(f64),
}

impl Prior {
    /// Mean 0 and standard deviation 1, which is what fixes the scale of abilities.
    pub const STANDARD: Self = Self { mu: 0.0, sigma: 1.0 };

    /// A prior of mean `mu`, −6 to 6, and standard deviation `sigma`, 0.2 to 6: the population that a person is of.
    ///
    /// # Errors
    /// When one of them is outside, infinite or not a number.
    ///
    /// ```
    /// use irt::{Prior, PriorError};
    /// assert_eq!(Prior::new(0.0, 1.0), Ok(Prior::STANDARD));
    /// assert_eq!(Prior::new(0.0, 0.0), Err(PriorError::Deviation(0.0)));
    /// ```
    pub fn new(mu: f64, sigma: f64) -> Result<Self, PriorError> {
        if !(THETA_MIN..=THETA_MAX).contains(&mu) {
            return Err(PriorError::Mean(mu));
        }
        if !(0.2..=6.0).contains(&sigma) {
            return Err(PriorError::Deviation(sigma));
        }
        Ok(Self { mu, sigma })
    }

    /// The mean.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.mu
    }

    /// The standard deviation.
    #[must_use]
    pub fn deviation(&self) -> f64 {
        self.sigma
    }

    /// The logarithm of the density, up to a constant.
    fn log_density(self, theta: f64) -> f64 {
        let z = (theta - self.mu) / self.sigma;
        -0.5 * z * z
    }
}

/// An ability and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    theta: f64,
    se: f64,
}

impl Estimate {
    /// The ability, −6 to 6.
    #[must_use]
    pub fn theta(&self) -> f64 {
        self.theta
    }

    /// Its standard error. Of a posterior it is the standard deviation, never below 0.043, which is what the grid can
    /// tell; only thousands of answers come near.
    #[must_use]
    pub fn se(&self) -> f64 {
        self.se
    }

    /// From where to where the ability lies with a probability of 95 %: 1.96 standard errors to each side.
    #[must_use]
    pub fn interval(&self) -> (f64, f64) {
        let reach = 1.959_963_984_540_054 * self.se;
        (self.theta - reach, self.theta + reach)
    }
}
