//! Which question comes next, and what the answers say of the ability.

use irt::select::{self, Candidate, Quota};

use super::Given;
use super::attempt::find;
use crate::content::{Blueprint, Item};
use crate::ids::{ItemId, StatementId};

/// How many of the most telling questions chance picks from, so that neighbours do not get the same ones in a row.
const AMONG_BEST: usize = 3;

/// The next question: the most telling at the ability estimated so far, under the quotas of the check.
///
/// Equally telling ones go by their ids, so that the order of files does not matter.
pub(super) fn next<'b>(
    check: &Blueprint,
    bank: &'b [Item],
    given: &[Given],
    attempt: StatementId,
) -> Option<&'b Item> {
    let mut drawn: Vec<(&Item, Candidate)> =
        bank.iter().filter_map(|item| Some((item, candidate(check, item)?))).collect();
    drawn.sort_by(|(left, _), (right, _)| left.id.cmp(&right.id));
    let (items, candidates): (Vec<&Item>, Vec<Candidate>) = drawn.into_iter().unzip();
    let place = |given: &Given| items.iter().position(|item| item.id == given.item);
    // A question that has left the bank since still took its place in the test.
    let asked: Vec<usize> = given.iter().map(|given| place(given).unwrap_or(usize::MAX)).collect();

    let length = usize::from(check.card.most);
    let theta = ability(bank, given).theta();
    let chance = spread(attempt, given.len());
    let chosen = select::next(&candidates, &asked, &quotas(check), length, theta, AMONG_BEST, chance)?;
    items.get(chosen).copied()
}

/// An item as one of its part of the check, `None` when no part asks about its skill.
fn candidate(check: &Blueprint, item: &Item) -> Option<Candidate> {
    let part = check.parts.iter().position(|part| part.skill == item.skill)?;
    Some(Candidate { item: item.model, content: u16::try_from(part).ok()? })
}

fn quotas(check: &Blueprint) -> Vec<Quota> {
    let parts = (0..).zip(&check.parts);
    parts.map(|(content, part)| Quota { content, least: part.least, most: part.most }).collect()
}

fn ability(bank: &[Item], given: &[Given]) -> irt::Estimate {
    let answers: Vec<(irt::Item, bool)> =
        given.iter().filter_map(|given| Some((find(bank, &given.item)?.model, given.right))).collect();
    irt::eap(&answers, irt::Prior::STANDARD)
}

/// The ability and its standard error, in thousandths.
pub(super) fn ability_milli(bank: &[Item], given: &[Given]) -> (i32, i32) {
    let estimate = ability(bank, given);
    (milli(estimate.theta()), milli(estimate.se()))
}

/// Thousandths of a number that lies within the grid of the model, far inside `i32`.
#[expect(clippy::cast_possible_truncation, reason = "a grid of abilities spans single digits")]
fn milli(value: f64) -> i32 {
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
    let mut places: Vec<u8> = (0..choices).collect();
    let salt = item.as_str().bytes().map(usize::from).sum::<usize>();
    for last in (1..places.len()).rev() {
        let other = spread_below(attempt, salt + last, last + 1);
        places.swap(last, other);
    }
    places
}

/// A place below a bound; 0 when there is none.
fn spread_below(attempt: StatementId, step: usize, bound: usize) -> usize {
    let rest = u64::try_from(bound).ok().and_then(|bound| spread(attempt, step).checked_rem(bound));
    rest.and_then(|rest| usize::try_from(rest).ok()).unwrap_or(0)
}

/// A number made of an attempt's chance and a step, evenly spread (FNV-1a, then a final mix as in MurmurHash3).
///
/// In 64 bits whatever the machine: a phone (wasm32) and the server must make the same one.
fn spread(attempt: StatementId, step: usize) -> u64 {
    let step = u64::try_from(step).unwrap_or(u64::MAX);
    let bytes = attempt.0.as_bytes().iter().copied().chain(step.to_le_bytes());
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let mixed = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    (mixed ^ (mixed >> 33)) >> 33
}
