//! How often the questions of one test were asked: what holds their exposure under the caps of its blueprint.

use irt::exposure::{Ledger, Sheet};

use super::choose::bytes;
use super::{Attempt, Bank};

/// The uses of one version of the bank in one test. Reckoned from ended attempts, in any order.
#[derive(Debug, Clone, Default)]
pub struct Uses {
    /// With how many questions the test draws; a change of the blueprint begins a new count.
    known: Option<(usize, Ledger)>,
}

impl Uses {
    /// Takes in an attempt that has ended; one that has not, or of which nothing was asked, tells nothing.
    pub fn note(&mut self, bank: &Bank, attempt: &Attempt) {
        let Some(end) = attempt.end.as_ref().filter(|_| !attempt.given.is_empty()) else { return };
        let Some(sheet) = bytes(&attempt.sheet).and_then(|bytes| Sheet::from_bytes(&bytes).ok()) else {
            return;
        };
        let prepared = bank.prepared(attempt.kind, &attempt.rules);
        let shown = attempt.given.iter().filter_map(|given| prepared.place(bank.place(&given.item)?));
        let shown: Vec<usize> = shown.collect();
        let items = sheet.items();
        let (size, ledger) = self.known.get_or_insert_with(|| (items, Ledger::new(items)));
        if *size == items {
            ledger.note(&sheet, f64::from(end.outcome.theta_milli) / 1000.0, &shown);
        }
    }

    /// The ledger for a test that draws from so many questions.
    pub(super) fn ledger(&self, items: usize) -> Option<&Ledger> {
        self.known.as_ref().filter(|(size, _)| *size == items).map(|(_, ledger)| ledger)
    }

    /// In what share of the attempts a question was asked, in thousandths; 0 of one that is not known.
    #[must_use]
    pub fn share_permille(&self, bank: &Bank, attempt: &Attempt, item: &crate::ids::ItemId) -> u16 {
        let prepared = bank.prepared(attempt.kind, &attempt.rules);
        let place = bank.place(item).and_then(|place| prepared.place(place));
        let ledger = self.ledger(prepared.bank.len());
        let asked = place.zip(ledger).map(|(place, ledger)| (ledger.shown(place), ledger.tests()));
        let permille = asked.and_then(|(shown, tests)| (shown * 1000).checked_div(tests)).unwrap_or(0);
        u16::try_from(permille).unwrap_or(u16::MAX)
    }
}
