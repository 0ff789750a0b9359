//! Residuals, and groups of them.

use crate::calibrate::scored::Foreseen;

/// The most groups.
const GROUPS_MAX: usize = 10;
/// The fewest persons of a group.
const PERSONS_MIN: usize = 20;

/// One answer, beside what was to be expected of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Residual {
    pub(crate) theta: f64,
    pub(crate) score: f64,
    pub(crate) foreseen: Foreseen,
}

/// Persons of like ability.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Group {
    /// Their mean ability, by other answers.
    pub theta: f64,
    /// How many they are.
    pub persons: usize,
    /// Their mean score.
    pub observed: f64,
    /// What the curve lets expect.
    pub expected: f64,
    /// The standard error of the mean score under the curve.
    pub error: f64,
}

impl Group {
    fn of(residuals: &[Residual]) -> Self {
        let count = residuals.len() as f64;
        let mean = |of: &dyn Fn(&Residual) -> f64| residuals.iter().map(of).sum::<f64>() / count;
        Self {
            theta: mean(&|residual| residual.theta),
            persons: residuals.len(),
            observed: mean(&|residual| residual.score),
            expected: mean(&|residual| residual.foreseen.mean),
            error: (mean(&|residual| residual.foreseen.variance) / count).sqrt(),
        }
    }

    /// How far the mean score is from what was expected, in squared standard errors.
    pub(crate) fn square(&self) -> f64 {
        let off = self.observed - self.expected;
        if self.error > 0.0 { (off / self.error).powi(2) } else { 0.0 }
    }
}

/// Up to ten groups of equal size, in order of ability.
pub(crate) fn grouped(mut residuals: Vec<Residual>) -> Vec<Group> {
    // Nothing else may decide between equals: by their scores, a group would be of one score.
    residuals.sort_by(|left, right| left.theta.total_cmp(&right.theta));
    let groups = (residuals.len() / PERSONS_MIN).clamp(1, GROUPS_MAX);
    let end = |group: usize| group * residuals.len() / groups;
    (0..groups).map(|group| Group::of(&residuals[end(group)..end(group + 1)])).collect()
}
