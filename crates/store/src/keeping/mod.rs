//! What the keepers of the bank need: all answers in one pass, figures of questions, calibrations, their own acts, flags.

mod acts;
mod calibrations;
mod figures;
mod flags;
mod gather;

pub use acts::{ItemAct, Kept, keep, list_acts};
pub use calibrations::{
    Calibration, Decision, Line, add_calibration, apply, find_calibration, leave, list_calibrations,
};
pub use figures::{Counted, find_counted, find_figures, list_figures, save_figures};
pub use flags::{Flagged, Looked, count_flags, find_looked, list_ended, list_flags, save_looked};
pub use gather::{Gathered, count_answers, gather, judge};
