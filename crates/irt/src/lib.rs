//! Item response theory: what right and wrong answers say of an ability, and which question to ask next.
//!
//! The crate knows of no people and no texts. It does no IO, draws no chance and reads no clock; numbers come out
//! with the same bits on every platform, so that a phone and a server choose the same question.
//!
//! # Model
//! The logistic models of two and three parameters (Birnbaum 1968), in the logistic metric, that is with D = 1. A person of
//! ability θ answers an [`Item`] of slope a, difficulty b and chance c of guessing rightly with the probability
//!
//! > P(θ) = c + (1 − c) L, L = 1 / (1 + exp(−a (θ − b))), Q = 1 − P
//!
//! Abilities and difficulties share one scale, on which the usual prior of abilities has mean 0 and standard
//! deviation 1. A slope from a table in the normal metric (D = 1.7) is multiplied by 1.7 first. The Fisher
//! information of an item is
//!
//! > I(θ) = P′² / (P Q) = a² (Q / P) ((P − c) / (1 − c))²
//!
//! With c = 0 it is greatest at θ = b, where it is a² / 4; [`Item::peak`] says where otherwise. The information of a
//! test is the sum over its items (Lord 1980, chapter 5). Partial credit is scored by the graded response model,
//! [`Graded`] (Samejima 1969); [`Model`] is either.
//!
//! # Ability
//! [`eap`] gives the mean of the posterior of θ, *expected a posteriori*, and the posterior standard deviation as
//! its standard error (Bock & Mislevy 1982), by quadrature over 81 evenly spaced points from −6 to 6:
//!
//! > θ̂ = Σ θₖ w(θₖ) / Σ w(θₖ), se² = Σ (θₖ − θ̂)² w(θₖ) / Σ w(θₖ), w = prior × Π P or (1 − P)
//!
//! It exists for every set of answers, also none and all right, where maximum likelihood has no value. Its error
//! from the grid is under 10⁻⁶ as long as the posterior is wider than 0.15, which is more than 150 items of slope
//! 1 answered at their difficulty. Beyond, the grid tells no more: see [`Estimate::se`].
//!
//! # Selection
//! [`select::next`] takes the most informative item at the ability estimated so far (Lord 1980, chapter 10) of
//! those that leave every content quota within reach, and lets a given chance choose among the few best, so that
//! no item is worn out (the *randomesque* way of Kingsbury & Zara 1989).
//!
//! # Keeping a bank
//! [`calibrate`] estimates items from the answers of many persons; [`fit`](mod@fit) asks whether their curves are the ones that answers
//! follow, [`dif`] whether they are as hard for one group as for another, [`drift`] whether they have changed. Each page says its formula and
//! its source. [`irregularity`] looks at persons instead: haste, answers that don't go together, knowledge of items beforehand, answers too much alike.
//! What any of them finds is for people to look at.
//!
//! # Laws
//! 1. After [`Item::new`] and [`Prior::new`], nothing fails.
//! 2. The order of answers does not matter.
//! 3. An estimate lies within the grid; all right is above all wrong; an answer that tells something makes the
//!    standard error smaller than the prior's.
//! 4. Quotas that can be met are met.
//!
//! ```
//! use irt::{Item, Prior, eap};
//! let easy = Item::two_parameter(1.2, -1.0)?;
//! let hard = Item::two_parameter(1.2, 1.5)?;
//! let estimate = eap(&[(easy, true), (hard, false)], Prior::STANDARD);
//! assert!(estimate.theta() > 0.0 && estimate.theta() < 0.5);
//! assert!(estimate.se() < 1.0);
//! # Ok::<(), irt::ItemError>(())
//! ```
//!
//! # Sources
//! - A. Birnbaum, *Some latent trait models and their use in inferring an examinee's ability*, in F. M. Lord &
//!   M. R. Novick, *Statistical Theories of Mental Test Scores*, Addison-Wesley 1968.
//! - F. M. Lord, *Applications of Item Response Theory to Practical Testing Problems*, Erlbaum 1980.
//! - R. D. Bock & R. J. Mislevy, *Adaptive EAP estimation of ability in a microcomputer environment*, Applied
//!   Psychological Measurement 6(4), 431–444, 1982.
//! - G. G. Kingsbury & A. R. Zara, *Procedures for selecting items for computerized adaptive tests*, Applied
//!   Measurement in Education 2(4), 359–375, 1989.
//! - F. Samejima, *Estimation of latent ability using a response pattern of graded scores*, Psychometrika Monograph 17,
//!   1969.
//! - N. L. Johnson & S. Kotz, *Distributions in Statistics: Continuous Univariate Distributions 2*, Wiley 1970.
//! - S. L. Zeger, K.-Y. Liang & P. S. Albert, *Models for longitudinal data: a generalized estimating equation approach*,
//!   Biometrics 44(4), 1049–1060, 1988.
//! - T. A. Warm, *Weighted likelihood estimation of ability in item response theory*, Psychometrika 54(3), 427–450, 1989.
//! - F. Samejima, *An approximation for the bias function of the maximum likelihood estimate of a latent variable for
//!   the general case where the item responses are discrete*, Psychometrika 58(1), 119–138, 1993.

mod ability;
mod bank;
pub mod calibrate;
mod chance;
pub mod dif;
mod distribution;
pub mod drift;
pub mod exposure;
pub mod fit;
pub mod irregularity;
mod model;
mod places;
mod quota;
pub mod select;
mod session;
pub mod simulate;
pub mod stop;

pub use ability::{
    Estimate, Likeliest, Posterior, Prior, PriorError, Subscore, THETA_MAX, THETA_MIN, eap, mle, per_content,
    wle,
};
pub use bank::{Bank, Entry, Role};
pub use chance::Chance;
pub use model::{Graded, Item, ItemError, Model, information};
pub use quota::Quota;
pub use session::{Answer, Method, Plan, Rules, Session, Step, Surprise};
