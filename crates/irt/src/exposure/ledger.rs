//! What was shown so far.

use super::{STRATA, Sheet, stratum};

/// How often each item of a bank was eligible and was shown, in all tests and in each stratum of ability.
///
/// It is the sum of its tests, in any order: kept in memory, it can be made again from the record of tests.
///
/// ```
/// use irt::exposure::{Ledger, Sheet};
/// let mut ledger = Ledger::new(4);
/// ledger.note(&Sheet::open(4), 0.3, &[1, 2]);
/// ledger.note(&Sheet::open(4), -1.0, &[2, 3]);
/// assert_eq!(ledger.tests(), 2);
/// assert_eq!(ledger.shown(2), 2);
/// assert_eq!(ledger.share(1), 0.5);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    overall: Account,
    strata: Vec<Account>,
}

/// Counts of the tests of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Account {
    pub(super) tests: u32,
    pub(super) shown: Vec<u32>,
    pub(super) eligible: Vec<u32>,
}

impl Ledger {
    /// Nothing was shown of a bank of so many items.
    #[must_use]
    pub fn new(items: usize) -> Self {
        let account = Account { tests: 0, shown: vec![0; items], eligible: vec![0; items] };
        Self { strata: vec![account.clone(); STRATA], overall: account }
    }

    /// Takes in a test that has ended: its sheet, the ability found and the places shown. Places outside the bank
    /// are passed over.
    pub fn note(&mut self, sheet: &Sheet, theta: f64, shown: &[usize]) {
        let stratum = stratum(theta);
        let eligible = sheet.eligible(stratum);
        for account in self.strata.get_mut(stratum).into_iter().chain([&mut self.overall]) {
            account.tests = account.tests.saturating_add(1);
            for (count, place) in account.eligible.iter_mut().zip(0..) {
                *count = count.saturating_add(u32::from(eligible.has(place)));
            }
            for place in shown {
                if let Some(count) = account.shown.get_mut(*place) {
                    *count = count.saturating_add(1);
                }
            }
        }
    }

    /// How many tests it knows of.
    #[must_use]
    pub fn tests(&self) -> u32 {
        self.overall.tests
    }

    /// In how many tests an item was shown.
    #[must_use]
    pub fn shown(&self, place: usize) -> u32 {
        self.overall.shown.get(place).copied().unwrap_or(0)
    }

    /// In what share of all tests an item was shown; 0 without tests.
    #[must_use]
    pub fn share(&self, place: usize) -> f64 {
        self.overall.share(place)
    }

    /// In what share of the tests of a stratum an item was shown; 0 without tests.
    #[must_use]
    pub fn share_at(&self, stratum: usize, place: usize) -> f64 {
        self.strata.get(stratum).map_or(0.0, |account| account.share(place))
    }

    pub(super) fn overall(&self) -> &Account {
        &self.overall
    }

    pub(super) fn strata(&self) -> &[Account] {
        &self.strata
    }
}

impl Account {
    fn share(&self, place: usize) -> f64 {
        let shown = self.shown.get(place).copied().unwrap_or(0);
        if self.tests == 0 { 0.0 } else { f64::from(shown) / f64::from(self.tests) }
    }

    /// Whether a number from 0 to 1 lets an item in: it is below cap · ε / α, and the exposure is below the cap.
    pub(super) fn admits(&self, place: usize, cap: f64, chance: f64) -> bool {
        let (Some(shown), Some(eligible)) = (self.shown.get(place), self.eligible.get(place)) else {
            return true;
        };
        let (shown, eligible) = (f64::from(*shown), f64::from(*eligible));
        shown == 0.0 || (shown < cap * f64::from(self.tests) && chance * shown < cap * eligible)
    }
}
