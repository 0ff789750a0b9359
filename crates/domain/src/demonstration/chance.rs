//! Chance from a seed.

use std::ops::RangeInclusive;

/// SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014). Small, fast, and good enough
/// to make people up; never for secrets.
#[derive(Debug, Clone)]
pub(super) struct Chance(u64);

impl Chance {
    /// The stream of a seed for one thing: a kind of thing and its number. Streams do not depend on each other, so the
    /// thousandth person can be made without the others.
    pub(super) fn of(seed: u64, kind: u64, number: u64) -> Self {
        let mut root = Self(seed);
        let mut branch = Self(root.next() ^ kind.wrapping_mul(0xd6e8_feb8_6659_fd93));
        Self(branch.next() ^ number.wrapping_mul(0xa076_1d64_78bd_642f))
    }

    /// 64 bits.
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`; 0 when there is none.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        u64::try_from((u128::from(self.next()) * u128::from(end)) >> 64).unwrap_or(0)
    }

    /// A number of a range.
    pub(super) fn within(&mut self, range: RangeInclusive<i64>) -> i64 {
        let span = u64::try_from(range.end() - range.start()).unwrap_or(0);
        range.start() + i64::try_from(self.below(span + 1)).unwrap_or(0)
    }

    /// True so many times in a thousand.
    pub(super) fn happens(&mut self, permille: i64) -> bool {
        self.within(0..=999) < permille
    }

    /// One of these, each as likely.
    pub(super) fn pick<'t, T>(&mut self, from: &'t [T]) -> Option<&'t T> {
        let end = u64::try_from(from.len()).unwrap_or(u64::MAX);
        from.get(usize::try_from(self.below(end)).unwrap_or(0))
    }

    /// One of these, as likely as its weight says.
    pub(super) fn weighted<T: Copy>(&mut self, from: &[(T, u64)]) -> Option<T> {
        let mut left = self.below(from.iter().map(|(_, weight)| weight).sum());
        let at = from.iter().position(|(_, weight)| {
            let here = left < *weight;
            left = left.saturating_sub(*weight);
            here
        });
        from.get(at?).map(|(value, _)| *value)
    }

    /// A number from 0 up to and without 1.
    pub(super) fn share(&mut self) -> f64 {
        f64::from(u32::try_from(self.next() >> 32).unwrap_or(0)) / (f64::from(u32::MAX) + 1.0)
    }

    /// A number around 0 with deviation 1: twelve shares less six (Irwin–Hall), so never beyond six.
    pub(super) fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.share()).sum::<f64>() - 6.0
    }

    /// What an id wants.
    pub(super) fn bytes(&mut self) -> crate::ids::Chance {
        let mut bytes = [0; 10];
        let drawn = self.next().to_le_bytes().into_iter().chain(self.next().to_le_bytes());
        bytes.iter_mut().zip(drawn).for_each(|(byte, drawn)| *byte = drawn);
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first numbers of SplitMix64 for the seed 1234567, as its reference implementation gives them.
    #[test]
    fn the_generator_is_the_published_one() {
        let mut chance = Chance(1_234_567);
        let drawn: Vec<u64> = (0..3).map(|_| chance.next()).collect();
        assert_eq!(drawn, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn what_is_drawn_stays_within_its_range() {
        let mut chance = Chance::of(1, 2, 3);
        for _ in 0..10_000 {
            assert!((-2..=3).contains(&chance.within(-2..=3)));
            assert!((0.0..1.0).contains(&chance.share()));
            assert_ne!(chance.weighted(&[('a', 3), ('b', 0), ('c', 1)]), Some('b'));
        }
        assert_eq!(chance.pick::<u8>(&[]), None);
        assert_eq!(chance.weighted::<u8>(&[]), None);
    }
}
