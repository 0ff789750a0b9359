//! Which item to ask next.
//!
//! Content is a number that the caller chooses (a skill, a chapter). A quota says how many items of one content a
//! test holds at least and at most; items of a content without a quota are never asked. Of two quotas for one
//! content the first counts.
//!
//! An item may be asked when its content is not full, and there is room left after it for all that other contents
//! are still owed. Contents only compete for room, so this is also enough: whoever asks by [`next`] to the end
//! meets every `least` that length and bank allow, and no choice of the most informative item is ever regretted.

use crate::Item;
pub use crate::quota::Quota;

/// An item of the bank and its content.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    /// The item.
    pub item: Item,
    /// What it asks about.
    pub content: u16,
}

/// How a content stands in the test so far.
struct Standing {
    content: u16,
    /// Items that may still be asked.
    room: usize,
    /// Items that must still be asked and are there.
    owed: usize,
}

/// The place in the bank of the item to ask next, or `None` when the test is full or nothing fits.
///
/// - `given`: the places of the items asked already; they are not asked again. A place outside the bank counts
///   for the length and for no quota.
/// - `length`: how many items the whole test has.
/// - `theta`: the ability estimated so far.
/// - `among_best`: among how many of the most informative items `chance` chooses; 0 counts as 1.
/// - `chance`: an evenly spread number that the caller draws; the same one gives the same choice.
///
/// Of equally informative items the one earlier in the bank goes first.
///
/// ```
/// use irt::Item;
/// use irt::select::{Candidate, Quota, next};
/// let item = |b, content| Candidate { item: Item::two_parameter(1.0, b).unwrap(), content };
/// let bank = [item(0.0, 1), item(0.1, 1), item(3.0, 2)];
/// let quotas = [Quota { content: 1, least: 0, most: 2 }, Quota { content: 2, least: 1, most: 2 }];
/// assert_eq!(next(&bank, &[], &quotas, 2, 0.0, 1, 0), Some(0), "the most informative");
/// assert_eq!(next(&bank, &[0], &quotas, 2, 0.0, 1, 0), Some(2), "content 2 is owed the last place");
/// assert_eq!(next(&bank, &[0, 2], &quotas, 2, 0.0, 1, 0), None, "the test is full");
/// ```
#[must_use]
pub fn next(
    bank: &[Candidate],
    given: &[usize],
    quotas: &[Quota],
    length: usize,
    theta: f64,
    among_best: usize,
    chance: u64,
) -> Option<usize> {
    let left = length.checked_sub(given.len()).filter(|left| *left > 0)?;
    let asked = marked(bank.len(), given);
    let standings = standings(bank, &asked, quotas);
    let owed: usize = standings.iter().map(|standing| standing.owed).sum();
    let fits = |content: u16| {
        let standing = standings.iter().find(|standing| standing.content == content);
        standing.is_some_and(|standing| standing.room > 0 && (standing.owed > 0 || owed < left))
    };
    let fitting = bank
        .iter()
        .enumerate()
        .filter(|(place, candidate)| asked.get(*place) == Some(&0) && fits(candidate.content));
    let telling = fitting.map(|(place, candidate)| (candidate.item.information(theta), place)).collect();
    ranked(telling, among_best, chance)
}

/// How often each place of the bank was asked.
fn marked(bank: usize, given: &[usize]) -> Vec<usize> {
    let mut asked = vec![0; bank];
    for place in given {
        if let Some(times) = asked.get_mut(*place) {
            *times += 1;
        }
    }
    asked
}

fn standings(bank: &[Candidate], asked: &[usize], quotas: &[Quota]) -> Vec<Standing> {
    let mut standings: Vec<Standing> = Vec::with_capacity(quotas.len());
    for quota in quotas {
        if !standings.iter().any(|standing| standing.content == quota.content) {
            standings.push(standing(bank, asked, quota));
        }
    }
    standings
}

fn standing(bank: &[Candidate], asked: &[usize], quota: &Quota) -> Standing {
    let (mut had, mut fresh) = (0, 0);
    for (_, times) in bank.iter().zip(asked).filter(|(candidate, _)| candidate.content == quota.content) {
        had += times;
        fresh += usize::from(*times == 0);
    }
    let room = usize::from(quota.most).saturating_sub(had).min(fresh);
    let owed = usize::from(quota.least).saturating_sub(had).min(room);
    Standing { content: quota.content, room, owed }
}

/// The place that chance picks among the best.
fn ranked(mut telling: Vec<(f64, usize)>, among_best: usize, chance: u64) -> Option<usize> {
    let among = u64::try_from(telling.len().min(among_best.max(1))).ok()?;
    let rank = usize::try_from(chance.checked_rem(among)?).ok()?;
    let (_, (_, place), _) =
        telling.select_nth_unstable_by(rank, |(a, left), (b, right)| b.total_cmp(a).then(left.cmp(right)));
    Some(*place)
}
