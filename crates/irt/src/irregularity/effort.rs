//! Rapid guessing, by response times.

/// An answer this share of the item's mean time or faster is rapid.
const SHARE_OF_MEAN: f64 = 0.10;
/// No threshold is above ten seconds.
const THRESHOLD_MS_MAX: u32 = 10_000;
/// The fewest times that tell a mean.
const TIMES_MIN: usize = 20;
/// A time beyond ten minutes is a person who was called away, and counts as so much.
const TIME_MS_MAX: u32 = 600_000;

/// The time below which an answer to an item is a guess: a tenth of the mean time that people took, ten seconds at
/// most (NT10, Wise & Ma 2012). None with fewer than 20 times.
///
/// ```
/// use irt::irregularity::threshold_ms;
/// assert_eq!(threshold_ms(&[30_000; 20]), Some(3_000));
/// assert_eq!(threshold_ms(&[300_000; 20]), Some(10_000));
/// assert_eq!(threshold_ms(&[30_000; 19]), None);
/// ```
#[must_use]
pub fn threshold_ms(times_ms: &[u32]) -> Option<u32> {
    let total: u64 = times_ms.iter().map(|time| u64::from((*time).min(TIME_MS_MAX))).sum();
    let mean = total as f64 / times_ms.len() as f64;
    (times_ms.len() >= TIMES_MIN).then(|| ((mean * SHARE_OF_MEAN) as u32).min(THRESHOLD_MS_MAX))
}

/// How long an answer took, beside its item's threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timed {
    /// How long the answer took.
    pub time_ms: u32,
    /// The threshold of the item.
    pub threshold_ms: u32,
}

/// How many answers a person gave with effort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// Answers whose item has a threshold.
    pub answers: usize,
    /// Those faster than it.
    pub rapid: usize,
}

impl Effort {
    /// Below this share of answers given with effort it is a flag (Wise & Kong 2005).
    pub const MARK: f64 = 0.90;
    /// One rapid answer is no flag, however short the test.
    pub const RAPID_MIN: usize = 2;

    /// The share of answers given with effort, 0 to 1: response-time effort. 1 without answers.
    #[must_use]
    pub fn share(&self) -> f64 {
        if self.answers > 0 { 1.0 - self.rapid as f64 / self.answers as f64 } else { 1.0 }
    }

    /// Whether a person should look.
    #[must_use]
    pub fn is_flag(&self) -> bool {
        self.rapid >= Self::RAPID_MIN && self.share() < Self::MARK
    }
}

/// How many answers were given with effort.
///
/// ```
/// use irt::irregularity::{Timed, effort};
/// let timed = |time_ms| Timed { time_ms, threshold_ms: 3_000 };
/// let effort = effort(&[timed(900), timed(1_000), timed(20_000), timed(3_000)]);
/// assert_eq!((effort.rapid, effort.share()), (2, 0.5));
/// assert!(effort.is_flag());
/// ```
#[must_use]
pub fn effort(answers: &[Timed]) -> Effort {
    let rapid = answers.iter().filter(|answer| answer.time_ms < answer.threshold_ms).count();
    Effort { answers: answers.len(), rapid }
}
