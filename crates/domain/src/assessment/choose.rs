//! Which question comes next, and what the answers say of the ability.

use irt::Item2pl;

use super::Given;
use super::attempt::find;
use crate::content::{Check, Item};
use crate::ids::{ItemId, SkillId, StatementId};

/// How many of the most telling questions chance picks from, so that neighbours do not get the same ones in a row.
const AMONG_BEST: usize = 3;

/// The next question: the most telling at the ability estimated so far, under the quotas of the check.
pub(super) fn next<'b>(
    check: &Check,
    bank: &'b [Item],
    given: &[Given],
    attempt: StatementId,
) -> Option<&'b Item> {
    let theta = ability(bank, given).theta();
    let left = usize::from(check.card.length).saturating_sub(given.len());
    let asked = |skill: &SkillId| {
        given.iter().filter(|given| find(bank, &given.item).is_some_and(|item| item.skill == *skill)).count()
    };
    let owed: usize =
        check.parts.iter().map(|part| usize::from(part.least).saturating_sub(asked(&part.skill))).sum();
    let fits = |item: &&Item| {
        let part = check.parts.iter().find(|part| part.skill == item.skill);
        part.is_some_and(|part| {
            let had = asked(&part.skill);
            let still_owed = had < usize::from(part.least);
            had < usize::from(part.most) && (still_owed || owed < left)
        })
    };
    let fresh = |item: &&Item| !given.iter().any(|given| given.item == item.id);
    let mut telling: Vec<(f64, &Item)> =
        bank.iter().filter(fresh).filter(fits).map(|item| (item.model.information(theta), item)).collect();
    telling.sort_by(|(a, left), (b, right)| b.total_cmp(a).then_with(|| left.id.cmp(&right.id)));
    let among = telling.len().min(AMONG_BEST);
    let pick = spread(attempt, given.len()).checked_rem(among)?;
    telling.get(pick).map(|(_, item)| *item)
}

fn ability(bank: &[Item], given: &[Given]) -> irt::Estimate {
    let answers: Vec<(Item2pl, bool)> =
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
        let other = spread(attempt, salt + last).checked_rem(last + 1).unwrap_or(0);
        places.swap(last, other);
    }
    places
}

/// A number made of an attempt's chance and a step, evenly spread (FNV-1a, then a final mix as in MurmurHash3).
fn spread(attempt: StatementId, step: usize) -> usize {
    let bytes = attempt.0.as_bytes().iter().copied().chain(step.to_le_bytes());
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let mixed = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    usize::try_from((mixed ^ (mixed >> 33)) >> 33).unwrap_or(0)
}
