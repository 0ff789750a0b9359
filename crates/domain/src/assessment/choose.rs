//! Which question comes next, when it is enough, and what the answers say of the ability.

use irt::exposure::Sheet;
use irt::{Answer, Estimate, Item, Plan, Posterior, Prior, Role, Session, Step};

use super::bank::Prepared;
use super::{Attempt, Bank, Given};
use crate::content::{self, ItemKind};
use crate::ids::{ItemId, StatementId};

/// The next question of an attempt, `None` when enough was asked or none fits.
pub(super) fn next(attempt: &Attempt, bank: &Bank) -> Option<ItemId> {
    let prepared = bank.prepared(attempt.kind, &attempt.rules);
    let sheet = sheet(attempt, &prepared);
    let (bank_of_test, rules, seed) = (&prepared.bank, &prepared.rules, seed(attempt.id));
    let mut session = Session::begin(Plan { bank: bank_of_test, rules, sheet: &sheet, seed });
    let given =
        attempt.given.iter().filter_map(|given| Some((prepared.place(bank.place(&given.item)?)?, given)));
    for (place, given) in given {
        // A question whose text is no more is passed over, and none is given twice: nothing is left to be refused.
        let _ = session.answer(Answer { place, score: u8::from(given.right) });
    }
    match session.step() {
        Step::Ask { place, .. } => bank.item(prepared.version_place(place)?).map(|item| item.item.clone()),
        Step::Stop(_) => None,
    }
}

/// The sheet of an attempt; everything may be asked where it cannot be read.
fn sheet(attempt: &Attempt, prepared: &Prepared) -> Sheet {
    let read = bytes(&attempt.sheet).and_then(|bytes| Sheet::from_bytes(&bytes).ok());
    read.filter(|sheet| sheet.items() == prepared.bank.len())
        .unwrap_or_else(|| Sheet::open(prepared.bank.len()))
}

/// Whether a question scores under the rules of an attempt.
pub(super) fn scores(attempt: &Attempt, bank: &Bank, item: &ItemId) -> bool {
    let prepared = bank.prepared(attempt.kind, &attempt.rules);
    let place = bank.place(item).and_then(|place| prepared.place(place));
    place.and_then(|place| prepared.bank.get(place)).is_some_and(|entry| entry.role == Role::Scored)
}

/// What is believed of an ability after these answers.
pub(super) fn posterior(answers: &[(Item, bool)], prior: Prior) -> Posterior {
    let mut posterior = Posterior::new(prior);
    for (item, right) in answers {
        posterior.answer(&(*item).into(), u8::from(*right));
    }
    posterior
}

/// The ability that answers show.
pub(super) fn ability<'g>(given: impl Iterator<Item = &'g Given>, bank: &Bank) -> Estimate {
    posterior(&answers(given, bank), Prior::STANDARD).estimate()
}

/// Answers as the model takes them; those to questions that are no more are left out.
pub(super) fn answers<'g>(given: impl Iterator<Item = &'g Given>, bank: &Bank) -> Vec<(Item, bool)> {
    given.filter_map(|given| Some((bank.model(&given.item)?, given.right))).collect()
}

/// The chance of an attempt: the random half of its id.
pub(super) fn seed(attempt: StatementId) -> u64 {
    attempt.0.as_u64_pair().1
}

/// Bytes as hexadecimal digits.
pub(super) fn digits(bytes: &[u8]) -> String {
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves.filter_map(|half| char::from_digit(u32::from(half), 16)).collect()
}

/// The bytes of hexadecimal digits; `None` of anything else.
pub(super) fn bytes(digits: &str) -> Option<Vec<u8>> {
    let halves: Option<Vec<u8>> =
        digits.chars().map(|digit| digit.to_digit(16).and_then(|half| u8::try_from(half).ok())).collect();
    let halves = halves.filter(|halves| halves.len().is_multiple_of(2))?;
    Some(halves.chunks_exact(2).map(|pair| pair.iter().fold(0, |byte, half| byte << 4 | half)).collect())
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

/// The same of a question as it is shown. What is drawn on a screen stands where it is drawn. Steps to be put in order never stand in the right one, or who changes nothing would
/// have answered.
#[must_use]
pub fn shown(attempt: StatementId, item: &content::Item) -> Vec<u8> {
    let choices = u8::try_from(item.choices.len()).unwrap_or(u8::MAX);
    let mut shown = order(attempt, &item.id, choices);
    match item.kind {
        ItemKind::Tap(_) => shown.sort_unstable(),
        ItemKind::Order if shown.is_sorted() => shown.rotate_left(1),
        _ => {}
    }
    shown
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back_from_their_digits() {
        let some = [0, 1, 16, 255];
        assert_eq!(bytes(&digits(&some)), Some(some.to_vec()));
        assert_eq!((bytes("0"), bytes("0g"), bytes("")), (None, None, Some(vec![])));
    }
}
