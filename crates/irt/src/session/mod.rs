//! A test while it is taken.
//!
//! A session is a pure value: bank, rules, sheet, seed and the answers so far determine the next item, to the last bit and on every
//! machine. What is recorded of a test is therefore enough to take it again, step by step ([`Session::replay`]).

mod choose;

use crate::ability::{Estimate, Posterior, Prior, Subscore, per_content};
use crate::bank::{Bank, Role};
use crate::exposure::Sheet;
use crate::places::Places;
use crate::quota::{Quota, Standings};
use crate::stop::{Progress, Rule, Why};
use crate::{Chance, chance};

/// How the next scored item is chosen of those that are eligible and fit the quotas.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Method {
    /// The most informative at the ability estimated so far (Lord 1980, chapter 10).
    MostInformative,
    /// One of the `among` most informative, by chance (Kingsbury & Zara 1989).
    Randomesque {
        /// Of how many; 0 counts as 1.
        among: u8,
    },
    /// By chance at first and by information later (Revuelta & Ponsoda 1998): the greatest of (1 − W) R + W I, where I is
    /// the item's information, R a number drawn evenly from 0 to the greatest information of any item, and W rises from 0 at the first
    /// item to 1 after `ramp` items,
    ///
    /// > W = Σ (f − 1)ᵗ up to the item f, over the same sum up to `ramp`
    ///
    /// with the acceleration t (Barrada, Olea, Ponsoda & Abad 2008): t = 0 is a straight line, greater ones leave more to chance.
    Progressive {
        /// After how many scored items chance has no say.
        ramp: u16,
        /// How late information takes over, −1 to 5; what is outside is taken as the nearest end.
        acceleration: f64,
    },
}

/// How a test goes.
#[derive(Debug, Clone, PartialEq)]
pub struct Rules {
    /// Items per content; none at all means that contents do not matter.
    pub quotas: Vec<Quota>,
    /// When it ends.
    pub stop: Rule,
    /// How items are chosen.
    pub method: Method,
    /// How many unscored items are mixed in, at places that the seed gives; none is the first.
    pub pretest: u8,
    /// What is believed of the ability beforehand.
    pub prior: Prior,
}

impl Rules {
    /// Exactly so many items, always the most informative.
    #[must_use]
    pub fn plain(length: u16) -> Self {
        Self {
            quotas: Vec::new(),
            stop: Rule::length(length),
            method: Method::MostInformative,
            pretest: 0,
            prior: Prior::STANDARD,
        }
    }
}

/// All that determines a test besides its answers.
#[derive(Debug, Clone, Copy)]
pub struct Plan<'a> {
    /// The items.
    pub bank: &'a Bank,
    /// The rules.
    pub rules: &'a Rules,
    /// What may be shown.
    pub sheet: &'a Sheet,
    /// Chance.
    pub seed: u64,
}

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Show the item at this place.
    Ask {
        /// The place in the bank.
        place: usize,
        /// What its answer is for.
        role: Role,
    },
    /// The test has ended.
    Stop(Why),
}

/// An answer as it is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// The place of the item.
    pub place: usize,
    /// The score: 0 wrong, 1 right, or partial credit of a graded item.
    pub score: u8,
}

/// Why an answer is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Surprise {
    /// The bank has no such place.
    #[error("the bank has no item at place {0}")]
    Unknown(usize),
    /// The item was answered before.
    #[error("the item at place {0} was answered before")]
    Twice(usize),
    /// A record is not of this plan: at this answer another step was due.
    #[error("answer {at} of the record is not to what was due there")]
    NotDue {
        /// Which answer, from 0.
        at: usize,
        /// What was due.
        due: Step,
    },
}

/// A test while it is taken.
///
/// ```
/// use irt::exposure::Sheet;
/// use irt::{Answer, Bank, Entry, Item, Plan, Rules, Session, Step};
/// let bank = Bank::new((-10..=10).map(|b| Entry::scored(Item::two_parameter(1.5, f64::from(b) / 5.0).unwrap(), 0)).collect());
/// let (rules, sheet) = (Rules::plain(5), Sheet::open(bank.len()));
/// let plan = Plan { bank: &bank, rules: &rules, sheet: &sheet, seed: 1 };
/// let mut session = Session::begin(plan);
/// while let Step::Ask { place, .. } = session.step() {
///     session.answer(Answer { place, score: 1 }).unwrap();
/// }
/// assert!(session.estimate().theta() > 1.0);
/// let again = Session::replay(plan, session.answers()).unwrap();
/// assert_eq!(again.estimate(), session.estimate());
/// ```
#[derive(Debug, Clone)]
pub struct Session<'a> {
    plan: Plan<'a>,
    /// Of all items, those not asked yet.
    unasked: Places,
    standings: Standings,
    posterior: Posterior,
    answers: Vec<Answer>,
    scored: usize,
    /// At which steps, from 0, unscored items stand; rising.
    pretest_steps: Vec<usize>,
}

impl<'a> Session<'a> {
    /// A test before its first item.
    #[must_use]
    pub fn begin(plan: Plan<'a>) -> Self {
        let Plan { bank, rules, seed, .. } = plan;
        Self {
            plan,
            unasked: Places::all(bank.len()),
            standings: Standings::new(bank, &rules.quotas),
            posterior: Posterior::new(rules.prior),
            answers: Vec::with_capacity(usize::from(rules.stop.most.min(200))),
            scored: 0,
            pretest_steps: pretest_steps(rules, bank, seed),
        }
    }

    /// A test as its record says. Each answer must be to the item that was due.
    ///
    /// # Errors
    /// [`Surprise::NotDue`] when the record is of another bank, rules, sheet or seed.
    pub fn replay(plan: Plan<'a>, answers: &[Answer]) -> Result<Self, Surprise> {
        let mut session = Self::begin(plan);
        for (at, answer) in answers.iter().enumerate() {
            let due = session.step();
            match due {
                Step::Ask { place, .. } if place == answer.place => session.answer(*answer)?,
                _ => return Err(Surprise::NotDue { at, due }),
            }
        }
        Ok(session)
    }

    /// What comes next.
    #[must_use]
    pub fn step(&self) -> Step {
        if let Some(place) = self.pretest_due() {
            return Step::Ask { place, role: Role::Pretest };
        }
        let progress = Progress { answered: self.scored, owed: self.standings.owed() };
        if let Some(why) = self.plan.rules.stop.decide(progress, &self.posterior) {
            return Step::Stop(why);
        }
        match choose::next(self) {
            Some(place) => Step::Ask { place, role: Role::Scored },
            None => Step::Stop(Why::Exhausted),
        }
    }

    /// Takes an answer. It need not be to the item that was due: what was asked counts.
    ///
    /// # Errors
    /// When the bank has no such place or it was answered before. Nothing has changed then.
    pub fn answer(&mut self, answer: Answer) -> Result<(), Surprise> {
        let entry = self.plan.bank.get(answer.place).ok_or(Surprise::Unknown(answer.place))?;
        if !self.unasked.has(answer.place) {
            return Err(Surprise::Twice(answer.place));
        }
        self.unasked.take(answer.place);
        self.answers.push(answer);
        if entry.role == Role::Scored {
            self.scored += 1;
            self.standings.ask(self.plan.bank, entry.content);
            self.posterior.answer(&entry.model, answer.score);
        }
        Ok(())
    }

    /// The ability so far, of the scored answers.
    #[must_use]
    pub fn estimate(&self) -> Estimate {
        self.posterior.estimate()
    }

    /// What is believed of the ability so far.
    #[must_use]
    pub fn posterior(&self) -> &Posterior {
        &self.posterior
    }

    /// The ability in each content that was asked, see [`per_content`].
    #[must_use]
    pub fn per_content(&self, spread: f64) -> Vec<Subscore> {
        let entries =
            self.answers.iter().filter_map(|answer| Some((self.plan.bank.get(answer.place)?, answer)));
        let scored = entries.filter(|(entry, _)| entry.role == Role::Scored);
        let answers: Vec<_> =
            scored.map(|(entry, answer)| (entry.content, &entry.model, answer.score)).collect();
        per_content(&answers, self.plan.rules.prior, spread)
    }

    /// The answers so far, in their order, unscored ones among them.
    #[must_use]
    pub fn answers(&self) -> &[Answer] {
        &self.answers
    }

    /// How many scored items were answered.
    #[must_use]
    pub fn scored(&self) -> usize {
        self.scored
    }

    /// The unscored item to be shown now, when one is: any of them, by chance.
    fn pretest_due(&self) -> Option<usize> {
        let step = self.answers.len();
        self.pretest_steps.binary_search(&step).ok()?;
        let mut open = self.plan.bank.pretest().clone();
        open.keep(&self.unasked);
        open.keep(self.plan.sheet.eligible(0));
        let key = chance::keyed(self.plan.seed, choose::PRETEST + step as u64);
        open.iter().max_by_key(|place| chance::drawn_from(key, *place as u64))
    }
}

/// At which steps unscored items stand: any but the first, spread over the least length.
fn pretest_steps(rules: &Rules, bank: &Bank, seed: u64) -> Vec<usize> {
    let count = usize::from(rules.pretest).min(bank.pretest().count());
    let all = usize::from(rules.stop.least) + count;
    let mut steps: Vec<usize> = (1..all).collect();
    let mut chance = Chance::new(chance::keyed(seed, choose::PRETEST));
    for k in 0..count.min(steps.len()) {
        let other = k + chance.below(steps.len() - k);
        steps.swap(k, other);
    }
    steps.truncate(count);
    steps.sort_unstable();
    steps
}
