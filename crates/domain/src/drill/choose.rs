//! Which messages a round has.

use core::cmp::Ordering;

use super::{MESSAGES, Mark, OF_A_KIND};
use crate::content::{DrillMessage, Truth};
use crate::ids::{DrillId, StatementId};

/// The messages of a new round; `None` when there are too few. The seed is the act that begins it.
#[must_use]
pub fn choose(messages: &[&DrillMessage], mark: &Mark, seed: StatementId) -> Option<Vec<DrillId>> {
    let of = |truth| ranked(messages, mark, seed, truth);
    let (mut genuine, mut scams) = (of(Truth::Genuine), of(Truth::Scam));
    if !is_enough(genuine.len(), scams.len()) {
        return None;
    }
    let least = MESSAGES.saturating_sub(scams.len()).max(OF_A_KIND);
    let most = genuine.len().min(MESSAGES - OF_A_KIND);
    let wanted =
        OF_A_KIND + usize::from(roll(seed, "genuine").to_le_bytes()[0]) % (MESSAGES - 2 * OF_A_KIND + 1);
    let count = wanted.clamp(least, most);
    genuine.truncate(count);
    scams.truncate(MESSAGES - count);
    genuine.append(&mut scams);
    let place = |message: &DrillMessage| roll(seed, message.id.as_str()).reverse_bits();
    let mixed = sorted(genuine.into_iter(), &|one, other| place(one).cmp(&place(other)));
    Some(mixed.into_iter().map(|message| message.id.clone()).collect())
}

/// Whether so many messages are enough for rounds.
#[must_use]
pub const fn is_enough(genuine: usize, scams: usize) -> bool {
    genuine >= OF_A_KIND && scams >= OF_A_KIND && genuine + scams >= MESSAGES
}

/// Whether these messages make a round by the rules: a phone with the content of yesterday may have chosen otherwise.
#[must_use]
pub fn is_round(messages: &[&DrillMessage]) -> bool {
    let genuine = messages.iter().filter(|message| message.truth == Truth::Genuine).count();
    let is_new = |(at, message): (usize, &&DrillMessage)| {
        messages.iter().position(|one| one.id == message.id) == Some(at)
    };
    messages.len() == MESSAGES
        && (OF_A_KIND..=MESSAGES - OF_A_KIND).contains(&genuine)
        && messages.iter().enumerate().all(is_new)
}

/// The messages of a kind, the most wanted first: not above the level, not seen lately, lately added; then by chance.
fn ranked<'m>(
    messages: &[&'m DrillMessage],
    mark: &Mark,
    seed: StatementId,
    truth: Truth,
) -> Vec<&'m DrillMessage> {
    let level = mark.level();
    sorted(messages.iter().copied().filter(|message| message.truth == truth), &|one, other| {
        let key = |message: &DrillMessage| {
            let seen = mark.seen.get(&message.id).map_or(0, |seen| seen.round);
            (message.level.saturating_sub(level), seen)
        };
        let chance = |message: &DrillMessage| roll(seed, message.id.as_str());
        key(one)
            .cmp(&key(other))
            .then_with(|| other.added.cmp(&one.added))
            .then_with(|| chance(one).cmp(&chance(other)))
    })
}

/// Sorts a few messages by inserting one after the other: the standard library's sort is thousands of bytes in a phone.
fn sorted<'m>(
    messages: impl Iterator<Item = &'m DrillMessage>,
    order: &dyn Fn(&DrillMessage, &DrillMessage) -> Ordering,
) -> Vec<&'m DrillMessage> {
    let mut sorted: Vec<&DrillMessage> = Vec::new();
    for message in messages {
        let at = sorted.partition_point(|other| order(other, message) != Ordering::Greater);
        sorted.insert(at, message);
    }
    sorted
}

/// A number by chance, always the same for a seed and a word: FNV-1a, mixed as splitmix64 does.
fn roll(seed: StatementId, word: &str) -> u64 {
    let bytes = seed.0.as_bytes().iter().copied().chain(word.bytes());
    let hash = bytes
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    let mixed = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
