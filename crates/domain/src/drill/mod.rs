//! Drills: an eye practised on messages, of which some are genuine and some are not.
//!
//! # Words
//! A *round* is eight messages judged one after the other, each as safe, not sure or scam, and then by what one does next. A
//! *hit* is a scam called one; a *false alarm* is a genuine message called a scam. "Not sure" counts half in both.
//!
//! # Laws
//! 1. A round has eight different messages, three to five of them genuine: who calls everything a scam gains nothing.
//! 2. The same seed, messages and mark give the same round.
//! 3. What was not seen lately comes first, and nothing beyond the person's level as long as there is enough else.
//! 4. An answer is given once: a round never goes back.
//! 5. More hits, or fewer false alarms, never make a worse score.
//!
//! # Sources
//! The measures are those of signal detection (Green & Swets 1966, *Signal Detection Theory and Psychophysics*): sensitivity
//! d′ = z(H) − z(F) and criterion c = −(z(H) + z(F)) / 2 (Macmillan & Creelman 2005, *Detection Theory*, 2nd ed.), with the
//! log-linear correction H = (hits + ½) / (scams + 1), F likewise, which is less biased than leaving out zeros (Hautus 1995,
//! *Behavior Research Methods, Instruments, & Computers* 27, 46–51).

mod choose;
mod judge;
mod mark;
mod score;

pub use choose::{choose, is_enough, is_round};
pub use judge::{Answer, JudgeRefused, Judged, Judgement, Round, judge};
pub use mark::Mark;
pub use score::{Score, Verdict};

/// The messages of a round.
pub const MESSAGES: usize = 8;
/// The fewest of each kind in a round.
pub const OF_A_KIND: usize = 3;
