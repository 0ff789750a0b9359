//! Sets of places of a bank.

const BITS: usize = u64::BITS as usize;

/// A set of places below a bound, one bit each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Places {
    words: Vec<u64>,
}

impl Places {
    pub(crate) fn none(bound: usize) -> Self {
        Self { words: vec![0; bound.div_ceil(BITS)] }
    }

    pub(crate) fn all(bound: usize) -> Self {
        let mut places = Self { words: vec![u64::MAX; bound.div_ceil(BITS)] };
        if let Some(last) = places.words.last_mut() {
            *last >>= (BITS - bound % BITS) % BITS;
        }
        places
    }

    pub(crate) fn has(&self, place: usize) -> bool {
        self.words.get(place / BITS).is_some_and(|word| word >> (place % BITS) & 1 == 1)
    }

    pub(crate) fn put(&mut self, place: usize) {
        if let Some(word) = self.words.get_mut(place / BITS) {
            *word |= 1 << (place % BITS);
        }
    }

    pub(crate) fn take(&mut self, place: usize) {
        if let Some(word) = self.words.get_mut(place / BITS) {
            *word &= !(1 << (place % BITS));
        }
    }

    pub(crate) fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub(crate) fn count_shared(&self, other: &Self) -> usize {
        self.words.iter().zip(&other.words).map(|(one, other)| (one & other).count_ones() as usize).sum()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Keeps what the other has as well.
    pub(crate) fn keep(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Takes in what the other has.
    pub(crate) fn join(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    /// The places, rising.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> {
        self.words.iter().enumerate().flat_map(|(k, word)| Ones { word: *word, first: k * BITS })
    }

    pub(crate) fn words(&self) -> &[u64] {
        &self.words
    }
}

/// The places of one word.
struct Ones {
    word: u64,
    first: usize,
}

impl Iterator for Ones {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.word == 0 {
            return None;
        }
        let place = self.first + self.word.trailing_zeros() as usize;
        self.word &= self.word - 1;
        Some(place)
    }
}
