//! Made-up persons take tests.

use super::report::{Outcome, Report, Tally};
use crate::exposure::{self, Caps, Draw, Ledger, Sheet};
use crate::quota::Quota;
use crate::{Answer, Bank, Chance, Model, Plan, Role, Rules, Session, Step};

/// A simulation: persons with standard normal abilities take a test one after the other.
#[derive(Debug, Clone, Copy)]
pub struct Study<'a> {
    /// The items.
    pub bank: &'a Bank,
    /// The rules of the test.
    pub rules: &'a Rules,
    /// How exposure is held down.
    pub control: Control<'a>,
    /// How many persons.
    pub people: u32,
    /// The cut at which sides are counted.
    pub cut: Option<f64>,
    /// Chance.
    pub seed: u64,
}

/// How exposure is held down.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Control<'a> {
    /// It is not.
    Open,
    /// By eligibility under caps, reckoned with all tests before ([`exposure::draw`]).
    Eligibility(Caps),
    /// By a parameter for each item ([`sympson_hetter`]).
    SympsonHetter(&'a [f64]),
}

/// Simulates, and says what came out.
///
/// ```
/// use irt::Rules;
/// use irt::simulate::{Control, Kind, Study, bank, run};
/// let (bank, rules) = (bank(Kind::TwoParameter, 200, 1, 1), Rules::plain(20));
/// let study = Study { bank: &bank, rules: &rules, control: Control::Open, people: 200, cut: None, seed: 1 };
/// let report = run(&study);
/// assert!(report.rmse < 0.4 && report.mean_length == 20.0);
/// ```
#[must_use]
pub fn run(study: &Study<'_>) -> Report {
    let mut tally = Tally::new(study.bank.len(), study.cut);
    simulate(study, &mut tally);
    tally.report(study.bank)
}

/// The parameters of Sympson & Hetter (1985) that hold every item under a cap, found by simulating the study so many times. With P(S) the
/// share of tests in which an item is chosen, whether it is then shown or not, its parameter is cap / P(S) where P(S) is above
/// the cap, else 1. Six to ten rounds of some thousand persons settle it.
#[must_use]
pub fn sympson_hetter(study: &Study<'_>, cap: f64, rounds: u32) -> Vec<f64> {
    let mut parameters = vec![1.0; study.bank.len()];
    for round in 0..rounds {
        let seed = study.seed.wrapping_add(u64::from(round));
        let mut tally = Tally::new(study.bank.len(), None);
        simulate(&Study { control: Control::SympsonHetter(&parameters), seed, ..*study }, &mut tally);
        let chosen = tally.shares().zip(&parameters).map(|(share, parameter)| share / parameter);
        parameters = chosen.map(|chosen| if chosen > cap { cap / chosen } else { 1.0 }).collect();
    }
    parameters
}

fn simulate(study: &Study<'_>, tally: &mut Tally) {
    let mut chance = Chance::new(study.seed);
    let mut ledger = Ledger::new(study.bank.len());
    for _ in 0..study.people {
        let (theta, seed) = (chance.normal(), chance.next_u64());
        let sheet = sheet(study, &ledger, seed);
        let session =
            take(Plan { bank: study.bank, rules: study.rules, sheet: &sheet, seed }, theta, &mut chance);
        let shown = scored(&session, study.bank);
        let estimate = session.estimate();
        if let Control::Eligibility(_) = study.control {
            ledger.note(&sheet, estimate.theta(), &shown);
        }
        let quotas_hold = quotas_hold(study, &shown);
        tally.add(&Outcome { theta, estimate, shown: &shown, quotas_hold });
    }
}

fn sheet(study: &Study<'_>, ledger: &Ledger, seed: u64) -> Sheet {
    match study.control {
        Control::Open => Sheet::open(study.bank.len()),
        Control::SympsonHetter(parameters) => exposure::sympson_hetter(study.bank, parameters, seed),
        Control::Eligibility(caps) => {
            let (quotas, length) = (&study.rules.quotas, study.rules.stop.most);
            exposure::draw(study.bank, ledger, &Draw { caps: Some(caps), quotas, length, seen: &[], seed })
        }
    }
}

fn take<'a>(plan: Plan<'a>, theta: f64, chance: &mut Chance) -> Session<'a> {
    let mut session = Session::begin(plan);
    while let Step::Ask { place, .. } = session.step() {
        let Some(entry) = plan.bank.get(place) else { break };
        let score = score(&entry.model, theta, chance.unit());
        if session.answer(Answer { place, score }).is_err() {
            break;
        }
    }
    session
}

/// The score of a person of an ability: chance is laid along the scores by their probabilities.
fn score(model: &Model, theta: f64, chance: f64) -> u8 {
    let mut above = 1.0;
    for score in 0..model.top() {
        above -= model.probability(score, theta);
        if chance >= above {
            return score;
        }
    }
    model.top()
}

fn scored(session: &Session<'_>, bank: &Bank) -> Vec<usize> {
    let places = session.answers().iter().map(|answer| answer.place);
    places.filter(|place| bank.get(*place).is_some_and(|entry| entry.role == Role::Scored)).collect()
}

fn quotas_hold(study: &Study<'_>, shown: &[usize]) -> bool {
    let quotas = &study.rules.quotas;
    let had = |quota: &Quota| {
        let of = shown
            .iter()
            .filter(|place| study.bank.get(**place).is_some_and(|entry| entry.content == quota.content));
        of.count()
    };
    quotas.iter().all(|quota| (usize::from(quota.least)..=usize::from(quota.most)).contains(&had(quota)))
}
