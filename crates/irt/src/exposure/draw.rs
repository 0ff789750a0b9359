//! Drawing a sheet.

use super::{Caps, Ledger, STRATA, Sheet};
use crate::places::Places;
use crate::quota::Quota;
use crate::{Bank, chance};

/// Which of the numbers of a seed are for eligibility.
const STEP: u64 = 1 << 32;

/// What a sheet is drawn for.
#[derive(Debug, Clone, Copy)]
pub struct Draw<'a> {
    /// How often an item may be shown; without caps every item may be.
    pub caps: Option<Caps>,
    /// The quotas that must stay within reach.
    pub quotas: &'a [Quota],
    /// How many scored items the test has at most.
    pub length: u16,
    /// Places that are not to be shown to this person: those of the last attempts. Where the quotas cannot do without
    /// them, they are let in last.
    pub seen: &'a [usize],
    /// Chance.
    pub seed: u64,
}

/// Draws which items may be shown in a test: the same ledger and the same draw give the same sheet.
///
/// ```
/// use irt::exposure::{Caps, Draw, Ledger, draw};
/// use irt::{Bank, Entry, Item};
/// let item = Item::two_parameter(1.0, 0.0).unwrap();
/// let bank = Bank::new(vec![Entry::scored(item, 0); 100]);
/// let ledger = Ledger::new(bank.len());
/// let asked = Draw { caps: Some(Caps::default()), quotas: &[], length: 20, seen: &[7], seed: 1 };
/// let sheet = draw(&bank, &ledger, &asked);
/// assert!(!sheet.has(4, 7) && sheet.has(4, 8));
/// ```
#[must_use]
pub fn draw(bank: &Bank, ledger: &Ledger, asked: &Draw<'_>) -> Sheet {
    let mut fresh = Places::all(bank.len());
    asked.seen.iter().for_each(|place| fresh.take(*place));
    let mut strata = match asked.caps {
        None => vec![fresh.clone(); STRATA],
        Some(caps) => admitted(bank, ledger, caps, asked.seed, &fresh),
    };
    for (stratum, places) in strata.iter_mut().enumerate() {
        let exposure = |place: &usize| {
            (!fresh.has(*place), ledger.share_at(stratum, *place), ledger.share(*place), *place)
        };
        keep_within_reach(bank, asked, places, &exposure);
    }
    Sheet::new(bank.len(), strata)
}

/// What chance admits in each stratum of the items not seen. One number an item serves all strata, so that an item is in or out of
/// a test much the same whatever the ability.
fn admitted(bank: &Bank, ledger: &Ledger, caps: Caps, seed: u64, fresh: &Places) -> Vec<Places> {
    let key = chance::keyed(seed, STEP);
    let mut strata = vec![fresh.clone(); STRATA];
    for place in bank.scored().iter() {
        let number = chance::unit(chance::drawn_from(key, place as u64));
        let overall = ledger.overall().admits(place, caps.overall, number);
        for (places, account) in strata.iter_mut().zip(ledger.strata()) {
            if !overall || !account.admits(place, caps.at_equal_ability, number) {
                places.take(place);
            }
        }
    }
    strata
}

/// The order in which items are let in after all.
type Exposure<'e> = &'e dyn Fn(&usize) -> (bool, f64, f64, usize);

/// Lets in the least exposed until each content has what it must have, and all together have the length.
///
/// With at least `least` eligible items in each content and Σ min(most, eligible) ≥ length in every stratum, a choice that fits the
/// quotas exists at every step, however the ability moves between strata.
fn keep_within_reach(bank: &Bank, asked: &Draw<'_>, eligible: &mut Places, exposure: Exposure<'_>) {
    let mut together = 0;
    for (content, places) in bank.contents() {
        let quota = Quota::of(asked.quotas, *content);
        let least = usize::from(quota.least.min(quota.most));
        let had = eligible.count_shared(places);
        if had < least {
            admit(places, least - had, eligible, exposure);
        }
        together += had.max(least.min(places.count())).min(usize::from(quota.most));
    }
    let missing = usize::from(asked.length).saturating_sub(together);
    if missing > 0 {
        admit_anywhere(bank, asked, missing, eligible, exposure);
    }
}

/// Lets in the least exposed of some places.
fn admit(places: &Places, count: usize, eligible: &mut Places, exposure: Exposure<'_>) {
    let mut closed: Vec<usize> = places.iter().filter(|place| !eligible.has(*place)).collect();
    closed.sort_by(|one, other| compare(exposure(one), exposure(other)));
    closed.into_iter().take(count).for_each(|place| eligible.put(place));
}

/// Lets in the least exposed of all contents that have room.
fn admit_anywhere(
    bank: &Bank,
    asked: &Draw<'_>,
    missing: usize,
    eligible: &mut Places,
    exposure: Exposure<'_>,
) {
    let mut roomy = Places::none(bank.len());
    for (content, places) in bank.contents() {
        let room =
            usize::from(Quota::of(asked.quotas, *content).most).saturating_sub(eligible.count_shared(places));
        let mut some = eligible.clone();
        admit(places, room.min(missing), &mut some, exposure);
        some.keep(places);
        roomy.join(&some);
    }
    admit(&roomy, missing, eligible, exposure);
}

fn compare(one: (bool, f64, f64, usize), other: (bool, f64, f64, usize)) -> core::cmp::Ordering {
    one.0
        .cmp(&other.0)
        .then(one.1.total_cmp(&other.1))
        .then(one.2.total_cmp(&other.2))
        .then(one.3.cmp(&other.3))
}
