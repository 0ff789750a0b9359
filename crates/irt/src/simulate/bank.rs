//! Made-up banks.

use crate::{Bank, Chance, Entry, Item};

/// The model of a made-up bank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Nothing is guessed.
    TwoParameter,
    /// Rightly guessed with a chance about 0.2.
    ThreeParameter,
}

/// The mean and the standard deviation of the logarithms of slopes.
const LOG_SLOPE: (f64, f64) = (0.2, 0.3);
/// Guessing: mean and standard deviation.
const GUESSING: (f64, f64) = (0.20, 0.03);

/// A bank of scored items, their contents 0 to `contents` − 1 in turn.
///
/// Slopes are log-normal, their logarithms with mean 0.2 and standard deviation 0.3 as in the examples of mirtCAT (Chalmers 2016);
/// difficulties are standard normal within −4 and 4; guessing is normal about 0.20 within 0.05 and 0.35.
///
/// ```
/// use irt::simulate::{Kind, bank};
/// let bank = bank(Kind::ThreeParameter, 100, 6, 1);
/// assert_eq!(bank.len(), 100);
/// ```
#[must_use]
pub fn bank(kind: Kind, items: usize, contents: u16, seed: u64) -> Bank {
    let mut chance = Chance::new(seed);
    let mut content = (0..contents.max(1)).cycle();
    let entry = |_| Some(Entry::scored(item(kind, &mut chance)?, content.next()?));
    Bank::new((0..items).filter_map(entry).collect())
}

/// `None` never: the numbers are within the bounds of items.
fn item(kind: Kind, chance: &mut Chance) -> Option<Item> {
    let a = libm::exp(LOG_SLOPE.0 + LOG_SLOPE.1 * chance.normal()).clamp(0.1, 5.0);
    let b = chance.normal().clamp(-4.0, 4.0);
    let c = match kind {
        Kind::TwoParameter => 0.0,
        Kind::ThreeParameter => (GUESSING.0 + GUESSING.1 * chance.normal()).clamp(0.05, 0.35),
    };
    Item::new(a, b, c).ok()
}
