//! Chance that is given: numbers made of a seed, the same on every machine.

/// A stream of evenly spread numbers from a seed: SplitMix64 (Steele, Lea & Flood 2014).
///
/// ```
/// use irt::Chance;
/// let mut chance = Chance::new(1234567);
/// assert_eq!(chance.next_u64(), 6457827717110365317); // the worked value of the authors' program
/// assert_eq!(chance.next_u64(), 3203168211198807973);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chance {
    state: u64,
}

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

impl Chance {
    /// The stream of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next number.
    pub fn next_u64(&mut self) -> u64 {
        self.state = self.state.wrapping_add(GOLDEN);
        mixed(self.state)
    }

    /// The next number from 0 up to, but not, 1.
    pub fn unit(&mut self) -> f64 {
        unit(self.next_u64())
    }

    /// The next number below a bound; 0 when the bound is 0. Its unevenness is below 2⁻³² for bounds that fit in 32 bits.
    pub fn below(&mut self, bound: usize) -> usize {
        self.next_u64().checked_rem(bound as u64).map_or(0, |rest| rest as usize)
    }

    /// The next number of the standard normal distribution (Box & Muller 1958).
    pub fn normal(&mut self) -> f64 {
        let radius = (-2.0 * libm::log(1.0 - self.unit())).sqrt();
        radius * libm::cos(core::f64::consts::TAU * self.unit())
    }
}

/// The number that a key and a place make: for chance without a stream.
pub(crate) fn drawn_from(key: u64, place: u64) -> u64 {
    mixed(key ^ place.wrapping_mul(GOLDEN))
}

/// The key that a seed and a step make.
pub(crate) fn keyed(seed: u64, step: u64) -> u64 {
    mixed(seed ^ mixed(step.wrapping_add(GOLDEN)))
}

/// A word as a number from 0 up to, but not, 1: its upper 53 bits.
pub(crate) fn unit(word: u64) -> f64 {
    (word >> 11) as f64 / (1_u64 << 53) as f64
}

/// The final mix of SplitMix64.
pub(crate) fn mixed(word: u64) -> u64 {
    let word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ (word >> 31)
}
