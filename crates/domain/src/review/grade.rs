//! How well something was done, from the mistakes that were made.

use crate::content::{Practice, Route};
use crate::drill::Score;
use crate::practice::Run;

/// How many mistakes a run may have and still show that a skill was kept.
pub const MISTAKES_MAX: u16 = 2;

/// How well something was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// With many mistakes: as good as forgotten.
    Again,
    /// With a few.
    Hard,
    /// With none.
    Good,
    /// With none, and straight.
    Easy,
}

impl Grade {
    /// Of a run that was done alone: straight is without one tap more than the way needs.
    #[must_use]
    pub fn of_run(practice: &Practice, run: &Run) -> Self {
        let way = || Route::of(practice).remaining(&practice.start).unwrap_or(0);
        match run.wrong {
            0 if run.taps <= way() => Self::Easy,
            0 => Self::Good,
            1..=MISTAKES_MAX => Self::Hard,
            _ => Self::Again,
        }
    }

    /// Of a round of drills.
    #[must_use]
    pub fn of_round(score: &Score) -> Self {
        match (score.finds_scams(), score.trusts_genuine()) {
            _ if score.is_good() && score.is_faultless() => Self::Easy,
            _ if score.is_good() => Self::Good,
            (false, false) => Self::Again,
            _ => Self::Hard,
        }
    }

    /// Whether it shows that what was learned is still there.
    #[must_use]
    pub fn is_kept(self) -> bool {
        self > Self::Again
    }
}
