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
//! 1 answered at their difficulty. Beyond, the grid tells no more: see [`Estimate::se`]. The prior is N(0, 1) unless another population is
//! given ([`Prior`]).
//!
//! [`Posterior`] is the same, kept while answers come in: one more costs a fraction of a microsecond. It also tells how probable an ability
//! above a cut is. For research there are the likeliest ability, [`mle`], and Warm's, [`wle`]; for the person's report
//! [`per_content`].
//!
//! # Selection
//! A [`Bank`] is prepared once. [`Bank::most_informative`] then finds the most informative item at an ability (Lord 1980, chapter 10)
//! exactly and in well under a microsecond, since it stops looking when no other can be better. [`Method`] names the ways to choose with
//! chance in them, so that no item is worn out; [`Quota`] how many items of each content a test holds; [`exposure`] how often an item may be
//! shown. Quotas always hold, caps as far as quotas allow, and information decides among the rest.
//!
//! # A test on a server
//! 1. Once a bank version: [`Bank::new`]. It is a value that threads share.
//! 2. Once an attempt: [`exposure::draw`] makes its [`Sheet`](exposure::Sheet) from the [`Ledger`](exposure::Ledger), without the items that the
//!    person saw lately. Record bank version, rules, seed and [`Sheet::to_bytes`](exposure::Sheet::to_bytes).
//! 3. At each request: [`Session::replay`] with the answers recorded so far (some microseconds an answer), and [`Session::step`]: the item to
//!    show, or why the test has ended ([`stop`]). Record the answer.
//! 4. At the end: [`Session::estimate`], [`Session::per_content`], and [`Ledger::note`](exposure::Ledger::note) with the places shown.
//!
//! Who doubts a result takes the record and goes through the test again, to the last bit. [`simulate`] says beforehand what a bank
//! and rules are worth.
//!
//! ```
//! use irt::exposure::{Caps, Draw, Ledger, Sheet, draw};
//! use irt::stop::{Cut, Rule};
//! use irt::{Answer, Bank, Entry, Item, Method, Plan, Prior, Quota, Rules, Session, Step};
//!
//! let item = |k: u16| Item::two_parameter(1.2, f64::from(k) / 20.0 - 2.0).map(|item| Entry::scored(item, k % 2));
//! let bank = Bank::new((0..80).map(item).collect::<Result<_, _>>()?);
//! let rules = Rules {
//!     quotas: vec![Quota { content: 0, least: 3, most: 9 }, Quota { content: 1, least: 3, most: 9 }],
//!     stop: Rule { least: 8, most: 16, se: None, cut: Some(Cut::at(0.5)) },
//!     method: Method::Progressive { ramp: 8, acceleration: 1.0 },
//!     pretest: 0,
//!     prior: Prior::STANDARD,
//! };
//!
//! // An attempt begins.
//! let mut ledger = Ledger::new(bank.len());
//! let seed = 20_261_126;
//! let asked = Draw { caps: Some(Caps::default()), quotas: &rules.quotas, length: 16, seen: &[3, 4], seed };
//! let sheet = draw(&bank, &ledger, &asked);
//!
//! // Each request begins from the record.
//! let mut record: Vec<Answer> = Vec::new();
//! let plan = Plan { bank: &bank, rules: &rules, sheet: &sheet, seed };
//! let session = loop {
//!     let session = Session::replay(plan, &record).expect("our own record");
//!     match session.step() {
//!         Step::Ask { place, .. } => record.push(Answer { place, score: 1 }),
//!         Step::Stop(why) => break session,
//!     }
//! };
//!
//! // It has ended.
//! assert!(session.estimate().theta() > 0.5);
//! assert!((8..=16).contains(&session.scored()));
//! let shown: Vec<usize> = record.iter().map(|answer| answer.place).collect();
//! ledger.note(&sheet, session.estimate().theta(), &shown);
//! # Ok::<(), irt::ItemError>(())
//! ```
//!
//! # Keeping a bank
//! [`calibrate`] estimates items from the answers of many persons; [`fit`](mod@fit) asks whether their curves are the ones that answers
//! follow, [`dif`] whether they are as hard for one group as for another, [`drift`] whether they have changed. Each page says its formula and
//! its source. [`irregularity`] looks at persons instead: haste, answers that don't go together, knowledge of items beforehand, answers too much alike.
//! What any of them finds is for people to look at.
//!
//! # Laws
//! 1. After [`Item::new`] and [`Prior::new`], nothing fails; no finite number makes anything panic.
//! 2. The order of answers does not matter to an estimate.
//! 3. An estimate lies within the grid; all right is above all wrong. What is known of an ability grows with each answer on average; one
//!    surprising answer can raise the standard error, but not by more than half of the prior's.
//! 4. Quotas that can be met are met, and none is overstepped.
//! 5. Bank, rules, sheet, seed and answers determine the test.
//! 6. Information adds up, and the most informative item found is the most informative that there is.
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
//! - H. Wainer, J. L. Vevea, F. Camacho and others, *Augmented scores: “borrowing strength” to compute scores based on small numbers of items*, in
//!   D. Thissen & H. Wainer, *Test Scoring*, Erlbaum 2001.
//! - J. Revuelta & V. Ponsoda, *A comparison of item exposure control methods in computerized adaptive testing*, Journal of
//!   Educational Measurement 35(4), 311–327, 1998.
//! - J. R. Barrada, J. Olea, V. Ponsoda & F. J. Abad, *Incorporating randomness in the Fisher information for improving item-exposure control in
//!   CATs*, British Journal of Mathematical and Statistical Psychology 61(2), 493–513, 2008.
//! - J. B. Sympson & R. D. Hetter, *Controlling item-exposure rates in computerized adaptive testing*, Proceedings of the 27th annual
//!   meeting of the Military Testing Association, 973–977, 1985.
//! - W. J. van der Linden & B. P. Veldkamp, *Constraining item exposure in computerized adaptive testing with shadow tests*, Journal of
//!   Educational and Behavioral Statistics 29(3), 273–291, 2004; *Conditional item-exposure control in adaptive testing using
//!   item-ineligibility probabilities*, the same 32(4), 398–418, 2007.
//! - R. P. Chalmers, *Generating adaptive and non-adaptive test interfaces for multidimensional item response theory applications*, Journal of
//!   Statistical Software 71(5), 1–38, 2016 (mirtCAT).
//! - G. E. P. Box & M. E. Muller, *A note on the generation of random normal deviates*, Annals of Mathematical Statistics 29(2), 610–611, 1958;
//!   G. L. Steele, D. Lea & C. H. Flood, *Fast splittable pseudorandom number generators*, OOPSLA 2014 (SplitMix64).
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
