//! Signs that a test did not measure what a person can do.
//!
//! Four measures, each a number beside the mark from which it is a flag:
//!
//! | what it sees | measure | a flag |
//! |---|---|---|
//! | answers faster than one can read | [`Effort`]: response-time effort by normative thresholds | share below 0.90 |
//! | easy ones wrong, hard ones right | [`PersonFit`]: l_z* | below −2.33 |
//! | better on questions that went round than on fresh ones | [`Foreknowledge`]: signed likelihood ratio | above 2.33 |
//! | two people who agree too much | [`Agreement`]: generalised binomial test | p below 0.01 / pairs compared |
//!
//! **A flag opens a review by a person. It never fails anyone**, and no measure here gives a verdict: 1 honest person in 100
//! is flagged by each, by construction, and illness, a noisy room, a helper who read aloud wrongly or two friends who learnt
//! together look the same from here.
//!
//! # Sources
//! - S. L. Wise & X. Kong, *Response time effort: a new measure of examinee motivation in computer-based tests*, Applied
//!   Measurement in Education 18(2), 163–183, 2005.
//! - S. L. Wise & L. Ma, *Setting response time thresholds for a CAT item pool: the normative threshold method*, paper
//!   presented at the annual meeting of the National Council on Measurement in Education, Vancouver 2012.
//! - F. Drasgow, M. V. Levine & E. A. Williams, *Appropriateness measurement with polychotomous item response models
//!   and standardized indices*, British Journal of Mathematical and Statistical Psychology 38(1), 67–86, 1985.
//! - T. A. B. Snijders, *Asymptotic null distribution of person fit statistics with estimated person parameter*,
//!   Psychometrika 66(3), 331–342, 2001.
//! - S. Sinharay, *Asymptotically correct standardization of person-fit statistics beyond dichotomous items*,
//!   Psychometrika 81(4), 992–1013, 2016.
//! - S. Sinharay, *Detection of item preknowledge using likelihood ratio test and score test*, Journal of Educational
//!   and Behavioral Statistics 42(1), 46–68, 2017.
//! - W. J. van der Linden & L. Sotaridona, *Detecting answer copying when the regular response process follows a known
//!   response model*, Journal of Educational and Behavioral Statistics 31(3), 283–304, 2006.

mod agreement;
mod effort;
mod foreknowledge;
mod person_fit;

pub use agreement::{Agreement, Pair, Sitter, agreement, pairs};
pub use effort::{Effort, Timed, effort, threshold_ms};
pub use foreknowledge::{Foreknowledge, foreknowledge};
pub use person_fit::{PersonFit, person_fit};
