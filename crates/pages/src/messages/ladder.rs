//! The words of the ladder.

use super::Messages;
use crate::ui::Rung;

impl Messages {
    /// The word of a rung: "Tự làm".
    #[must_use]
    pub const fn rung(self, rung: Rung) -> &'static str {
        match rung {
            Rung::Attended => self.rung_1(),
            Rung::Helped => self.rung_2(),
            Rung::Alone => self.rung_3(),
            Rung::Passed => self.rung_4(),
            Rung::Retained => self.rung_5(),
        }
    }

    /// What a rung means, in one sentence.
    #[must_use]
    pub const fn rung_meaning(self, rung: Rung) -> &'static str {
        match rung {
            Rung::Attended => self.rung_1_means(),
            Rung::Helped => self.rung_2_means(),
            Rung::Alone => self.rung_3_means(),
            Rung::Passed => self.rung_4_means(),
            Rung::Retained => self.rung_5_means(),
        }
    }
}
