//! Exposure by probabilities fixed beforehand (Sympson & Hetter 1985).
//!
//! Each item has a parameter K: the probability that it is shown when it is chosen. K is found by simulating tests again and again: with
//! P(S) the share of tests in which the item is chosen, K = cap / P(S) where P(S) exceeds the cap, else 1.
//! One draw for an item settles it for the whole test, so a test's draws are a [`Sheet`].

use super::{STRATA, Sheet};
use crate::places::Places;
use crate::{Bank, chance};

/// Which of the numbers of a seed are for these draws.
const STEP: u64 = 1 << 33;

/// Draws a sheet: each scored item is in with its probability. Items without one are in.
#[must_use]
pub fn draw(bank: &Bank, parameters: &[f64], seed: u64) -> Sheet {
    let mut eligible = Places::all(bank.len());
    for (place, parameter) in parameters.iter().enumerate().take(bank.len()) {
        if chance::unit(chance::drawn(seed, STEP, place as u64)) >= *parameter {
            eligible.take(place);
        }
    }
    Sheet::new(bank.len(), vec![eligible; STRATA])
}

/// The parameters after one more round: `chosen` is the share of tests in which each item was chosen, that is eligible and shown,
/// or would have been.
#[must_use]
pub fn adjusted(chosen: &[f64], cap: f64) -> Vec<f64> {
    chosen.iter().map(|share| if *share > cap { cap / share } else { 1.0 }).collect()
}
