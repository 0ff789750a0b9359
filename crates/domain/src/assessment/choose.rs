//! Which question comes next, when it is enough, and what the answers say of the ability.

use std::collections::BTreeSet;

use irt::select::{self, Candidate, Quota};
use irt::{Estimate, Item, Prior};

use super::{Attempt, Bank, Given, Rules};
use crate::ids::{ItemId, StatementId};

/// How many of the most telling questions chance picks from, so that neighbours do not get the same ones in a row.
const AMONG_BEST: usize = 3;
/// The streams of an attempt's chance: what scores, where pretest questions stand, and which ones.
const SCORED: usize = 0;
const PLACES: usize = 1 << 16;
const PRETEST: usize = 2 << 16;
/// Nobody begins with a question that may be odd.
const PRETEST_FROM: usize = 2;

/// The next question of an attempt, `None` when there is none that fits.
pub(super) fn next(attempt: &Attempt, bank: &Bank) -> Option<ItemId> {
    let place = if is_pretest_place(attempt) { pretest(attempt, bank) } else { None };
    let place = place.or_else(|| scored(attempt, bank))?;
    bank.item(place).map(|item| item.item.clone())
}

/// Whether a question scores under the rules of an attempt.
pub(super) fn scores(attempt: &Attempt, bank: &Bank, item: &ItemId) -> bool {
    let place = bank.place(item);
    bank.askable(&attempt.rules).any(|(at, _, scores, _)| scores && Some(at) == place)
}

/// Whether enough was asked: all quotas met, and either the most questions or sure enough.
pub(super) fn is_enough(attempt: &Attempt, bank: &Bank) -> bool {
    let rules = &attempt.rules;
    let scored = attempt.scored().count();
    if scored >= usize::from(rules.most) {
        return true;
    }
    let of_part = |part: &crate::content::Part| {
        attempt.scored().filter(|given| bank.skill(&given.item) == Some(&part.skill)).count()
    };
    let owed = rules.parts.iter().any(|part| of_part(part) < usize::from(part.least));
    scored >= usize::from(rules.least) && !owed && is_sure(rules, ability(attempt.scored(), bank))
}

fn is_sure(rules: &Rules, estimate: Estimate) -> bool {
    let sure = rules.stop.sure_permille.map(|sure| f64::from(sure) / 1000.0);
    let above = above(estimate, rules.cut());
    let sure = sure.is_some_and(|sure| above >= sure || above <= 1.0 - sure);
    sure || rules.stop.se_milli.is_some_and(|se| estimate.se() <= f64::from(se) / 1000.0)
}

/// The probability of an ability above a cut: of the normal distribution with the estimate's mean and standard error, by the
/// logistic curve of slope 1.702, which is nowhere off by more than 0.0095 (Camilli 1994).
pub(super) fn above(estimate: Estimate, cut: f64) -> f64 {
    1.0 / (1.0 + (-1.702 * (estimate.theta() - cut) / estimate.se()).exp())
}

/// The ability that answers show.
pub(super) fn ability<'g>(given: impl Iterator<Item = &'g Given>, bank: &Bank) -> Estimate {
    irt::eap(&answers(given, bank), Prior::STANDARD)
}

/// Answers as the model takes them; those to questions that are no more are left out.
pub(super) fn answers<'g>(given: impl Iterator<Item = &'g Given>, bank: &Bank) -> Vec<(Item, bool)> {
    given.filter_map(|given| Some((bank.model(&given.item)?, given.right))).collect()
}

/// The place in the bank of the most telling question at the ability estimated so far, under the quotas.
fn scored(attempt: &Attempt, bank: &Bank) -> Option<usize> {
    let kept = Bank::places(&attempt.kept);
    let given = |place: &usize| bank.item(*place).is_some_and(|item| was_given(attempt, &item.item));
    let askable = bank.askable(&attempt.rules).filter(|(_, _, scores, _)| *scores);
    let (places, candidates): (Vec<usize>, Vec<Candidate>) = askable
        .filter(|(place, ..)| !kept.contains(place) || given(place))
        .map(|(place, content, _, item)| (place, Candidate { item, content }))
        .unzip();
    let asked: Vec<usize> = attempt
        .scored()
        .map(|given| {
            let place = bank.place(&given.item);
            // A question whose text is no more still took its place in the test.
            places.iter().position(|at| Some(*at) == place).unwrap_or(usize::MAX)
        })
        .collect();
    let most = usize::from(attempt.rules.most);
    let theta = ability(attempt.scored(), bank).theta();
    let chance = spread(attempt.id, SCORED + asked.len());
    let quotas = quotas(&attempt.rules);
    let chosen = select::next(&candidates, &asked, &quotas, most, theta, AMONG_BEST, chance)?;
    places.get(chosen).copied()
}

fn was_given(attempt: &Attempt, item: &ItemId) -> bool {
    attempt.given.iter().any(|given| given.item == *item)
}

fn quotas(rules: &Rules) -> Vec<Quota> {
    let parts = (0..).zip(&rules.parts);
    parts.map(|(content, part)| Quota { content, least: part.least, most: part.most }).collect()
}

/// Whether a question that does not score stands at the next place.
fn is_pretest_place(attempt: &Attempt) -> bool {
    let pretest = usize::from(attempt.rules.pretest);
    let last = (usize::from(attempt.rules.least) + pretest).saturating_sub(1);
    let places: Vec<usize> = (PRETEST_FROM..last).collect();
    let shuffled = shuffled(attempt.id, PLACES, places);
    shuffled.iter().take(pretest).any(|place| *place == attempt.given.len())
}

/// One of the questions that do not score, by chance.
fn pretest(attempt: &Attempt, bank: &Bank) -> Option<usize> {
    let kept = Bank::places(&attempt.kept);
    let given: BTreeSet<usize> = attempt.given.iter().filter_map(|given| bank.place(&given.item)).collect();
    let waiting = bank.askable(&attempt.rules).filter(|(_, _, scores, _)| !scores);
    let waiting: Vec<usize> = waiting
        .map(|(place, ..)| place)
        .filter(|place| !kept.contains(place) && !given.contains(place))
        .collect();
    let at = spread_below(attempt.id, PRETEST + attempt.given.len(), waiting.len());
    waiting.get(at).copied()
}

/// Thousandths of a number that lies within the grid of the model, far inside `i32`.
#[expect(clippy::cast_possible_truncation, reason = "a grid of abilities spans single digits")]
pub(super) fn milli(value: f64) -> i32 {
    (value * 1000.0).round() as i32
}

/// In which order the answers of a question are shown in an attempt: the places of the file's answers.
///
/// ```
/// use domain::assessment::order;
/// use domain::ids::{ItemId, StatementId, mint};
/// let attempt = StatementId(mint("2026-11-22T08:00:00Z".parse().unwrap(), [3; 10]));
/// let mut shown = order(attempt, &ItemId::parse("vneid-01").unwrap(), 4);
/// shown.sort_unstable();
/// assert_eq!(shown, [0, 1, 2, 3]);
/// ```
#[must_use]
pub fn order(attempt: StatementId, item: &ItemId, choices: u8) -> Vec<u8> {
    let salt = item.as_str().bytes().map(usize::from).sum::<usize>();
    shuffled(attempt, salt, (0..choices).collect())
}

/// The values in an order of the attempt's chance.
fn shuffled<T>(attempt: StatementId, salt: usize, mut values: Vec<T>) -> Vec<T> {
    for last in (1..values.len()).rev() {
        let other = spread_below(attempt, salt + last, last + 1);
        values.swap(last, other);
    }
    values
}

/// A place below a bound; 0 when there is none.
fn spread_below(attempt: StatementId, step: usize, bound: usize) -> usize {
    let rest = u64::try_from(bound).ok().and_then(|bound| spread(attempt, step).checked_rem(bound));
    rest.and_then(|rest| usize::try_from(rest).ok()).unwrap_or(0)
}

/// A number made of an attempt's chance and a step, evenly spread (FNV-1a, then a final mix as in MurmurHash3).
///
/// In 64 bits whatever the machine, so that an attempt can be gone through again anywhere.
fn spread(attempt: StatementId, step: usize) -> u64 {
    let step = u64::try_from(step).unwrap_or(u64::MAX);
    let bytes = attempt.0.as_bytes().iter().copied().chain(step.to_le_bytes());
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let mixed = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    (mixed ^ (mixed >> 33)) >> 33
}
