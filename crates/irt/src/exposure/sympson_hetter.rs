//! Exposure by probabilities fixed beforehand.

use super::{STRATA, Sheet};
use crate::places::Places;
use crate::{Bank, chance};

/// Which of the numbers of a seed are for these draws.
const STEP: u64 = 1 << 33;

/// Draws a sheet by the older way (Sympson & Hetter 1985): each scored item has a parameter, the probability that it is shown when it is chosen,
/// found by simulation beforehand ([`crate::simulate::sympson_hetter`]). One draw for an item settles it for the whole test. Items without a parameter are in.
#[must_use]
pub fn sympson_hetter(bank: &Bank, parameters: &[f64], seed: u64) -> Sheet {
    let key = chance::keyed(seed, STEP);
    let mut eligible = Places::all(bank.len());
    for (place, parameter) in parameters.iter().enumerate().take(bank.len()) {
        if chance::unit(chance::drawn_from(key, place as u64)) >= *parameter {
            eligible.take(place);
        }
    }
    Sheet::new(bank.len(), vec![eligible; STRATA])
}
