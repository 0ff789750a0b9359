//! How many items of each content a test holds.
//!
//! An item may be asked when its content is not full, and there is room left after it for all that other contents
//! are still owed. Contents only compete for room, so this is also enough: whoever asks so to the end meets every
//! `least` that length and bank allow, and no choice of an item is ever regretted.

use crate::Bank;
use crate::places::Places;

/// How many items of one content a test holds. Of two quotas for one content the first counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    /// The content.
    pub content: u16,
    /// At least so many, as far as `most`, the bank and the length of the test allow.
    pub least: u16,
    /// At most so many.
    pub most: u16,
}

impl Quota {
    /// The quota of a content: items of a content without one are not asked, unless there are no quotas at all.
    pub(crate) fn of(quotas: &[Self], content: u16) -> Self {
        if quotas.is_empty() {
            return Self { content, least: 0, most: u16::MAX };
        }
        let found = quotas.iter().copied().find(|quota| quota.content == content);
        found.unwrap_or(Self { content, least: 0, most: 0 })
    }
}

/// How the contents stand in a test so far.
#[derive(Debug, Clone)]
pub(crate) struct Standings {
    each: Vec<Standing>,
}

#[derive(Debug, Clone, Copy)]
struct Standing {
    quota: Quota,
    had: usize,
    /// Items that were not asked yet.
    fresh: usize,
}

impl Standing {
    /// How many may still be asked.
    fn room(&self) -> usize {
        usize::from(self.quota.most).saturating_sub(self.had).min(self.fresh)
    }

    /// How many must still be asked and are there.
    fn owed(&self) -> usize {
        usize::from(self.quota.least).saturating_sub(self.had).min(self.room())
    }
}

impl Standings {
    /// Before the first item.
    pub(crate) fn new(bank: &Bank, quotas: &[Quota]) -> Self {
        let standing = |(content, places): &(u16, Places)| Standing {
            quota: Quota::of(quotas, *content),
            had: 0,
            fresh: places.count(),
        };
        Self { each: bank.contents().iter().map(standing).collect() }
    }

    /// One item of a content was asked.
    pub(crate) fn ask(&mut self, bank: &Bank, content: u16) {
        let at = bank.contents().binary_search_by_key(&content, |(content, _)| *content);
        if let Some(standing) = at.ok().and_then(|at| self.each.get_mut(at)) {
            standing.had += 1;
            standing.fresh = standing.fresh.saturating_sub(1);
        }
    }

    /// How many items all contents together are still owed.
    pub(crate) fn owed(&self) -> usize {
        self.each.iter().map(Standing::owed).sum()
    }

    /// Takes out of `open` what does not fit when `left` items are still to be asked.
    pub(crate) fn keep_fitting(&self, bank: &Bank, left: usize, open: &mut Places) {
        let owed = self.owed();
        let fits = |standing: &Standing| standing.room() > 0 && (standing.owed() > 0 || owed < left);
        if self.each.iter().all(fits) {
            return;
        }
        let mut fitting = Places::none(bank.len());
        for (standing, (_, places)) in self.each.iter().zip(bank.contents()) {
            if fits(standing) {
                fitting.join(places);
            }
        }
        open.keep(&fitting);
    }
}
