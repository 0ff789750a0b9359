//! When an item may count for a score.

/// Answers after which an item scores, away from a cut.
pub const ANSWERS_ELSEWHERE: usize = 500;
/// Answers after which an item scores near a cut, where it decides who passes.
pub const ANSWERS_NEAR_CUT: usize = 1_000;
/// A difficulty this near to a cut or nearer counts as near.
pub const NEAR_CUT: f64 = 0.5;

/// How many answers an item of difficulty `b` needs before it scores in a test that is decided at `cut`.
///
/// From 1,000 answers under planned missing data slopes and difficulties come out with errors of about 0.12 (so the
/// measuring program `calibration` of this repository); from 500 with about 1.4 times that.
///
/// ```
/// use irt::calibrate::answers_wanted;
/// assert_eq!(answers_wanted(0.3, Some(0.0)), 1_000);
/// assert_eq!(answers_wanted(0.6, Some(0.0)), 500);
/// assert_eq!(answers_wanted(0.0, None), 500);
/// ```
#[must_use]
pub fn answers_wanted(b: f64, cut: Option<f64>) -> usize {
    match cut {
        Some(cut) if (b - cut).abs() < NEAR_CUT => ANSWERS_NEAR_CUT,
        _ => ANSWERS_ELSEWHERE,
    }
}

/// Whether an item has the answers that it needs.
///
/// ```
/// use irt::calibrate::is_mature;
/// assert!(is_mature(500, 1.0, Some(0.0)));
/// assert!(!is_mature(999, 0.1, Some(0.0)));
/// ```
#[must_use]
pub fn is_mature(answers: usize, b: f64, cut: Option<f64>) -> bool {
    answers >= answers_wanted(b, cut)
}
