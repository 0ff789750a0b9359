//! Which messages a round has.

use super::{MESSAGES, Mark, OF_A_KIND};
use crate::content::{DrillMessage, Truth};
use crate::ids::{DrillId, StatementId};

/// The messages of a new round; `None` when there are too few. The seed is the act that begins it.
#[must_use]
pub fn choose(messages: &[&DrillMessage], mark: &Mark, seed: StatementId) -> Option<Vec<DrillId>> {
    let of = |truth| messages.iter().filter(|message| message.truth == truth).count();
    let (genuine, scams) = (of(Truth::Genuine), of(Truth::Scam));
    if !is_enough(genuine, scams) {
        return None;
    }
    let least = MESSAGES.saturating_sub(scams).max(OF_A_KIND);
    let most = genuine.min(MESSAGES - OF_A_KIND);
    let count = (OF_A_KIND + below(seed, b"genuine", MESSAGES - 2 * OF_A_KIND + 1)).clamp(least, most);
    let mut chosen = wanted(messages, mark, seed, Truth::Genuine, count);
    chosen.append(&mut wanted(messages, mark, seed, Truth::Scam, MESSAGES - count));
    for (at, left) in (0..MESSAGES).zip((1..=MESSAGES).rev()) {
        let other = at + below(seed, chosen[at].id.as_str().as_bytes(), left);
        chosen.swap(at, other);
    }
    Some(chosen.into_iter().map(|message| message.id.clone()).collect())
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

/// So many messages of a kind, the most wanted ones: not above the level, not seen lately, lately added; then by chance. They
/// are picked one by one, which is less code on a phone than a sort.
fn wanted<'m>(
    messages: &[&'m DrillMessage],
    mark: &Mark,
    seed: StatementId,
    truth: Truth,
    count: usize,
) -> Vec<&'m DrillMessage> {
    let level = mark.level();
    let rank = |message: &DrillMessage| {
        let seen = mark.seen(&message.id).map_or(0, |(round, _)| round);
        let chance = roll(seed, message.id.as_str().as_bytes());
        (u32::from(message.level.saturating_sub(level)) << 16 | u32::from(seen), chance)
    };
    let mut left: Vec<_> = messages.iter().filter(|message| message.truth == truth).collect();
    let mut chosen = Vec::new();
    while chosen.len() < count && !left.is_empty() {
        let mut best = 0;
        for at in 1..left.len() {
            let ((wanted, chance), (least, luck)) = (rank(left[at]), rank(left[best]));
            let is_better = (wanted, &left[best].added, chance) < (least, &left[at].added, luck);
            if is_better {
                best = at;
            }
        }
        chosen.push(*left.swap_remove(best));
    }
    chosen
}

/// A number below `end` by chance.
fn below(seed: StatementId, word: &[u8], end: usize) -> usize {
    usize::from(roll(seed, word).to_le_bytes()[0]) % end
}

/// A number by chance, always the same for a seed and a word: FNV-1a, mixed as splitmix64 does.
fn roll(seed: StatementId, word: &[u8]) -> u64 {
    let bytes = seed.0.as_bytes().iter().chain(word);
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3)
    });
    let mixed = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
