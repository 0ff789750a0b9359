//! Bringing a calibration onto the scale of the bank, so that a cut goes on meaning what it meant.

use irt::calibrate::{Estimated, StandardErrors};
use irt::{Item, Model};
use serde::{Deserialize, Serialize};

/// So many questions are needed before the unit of the scale is reckoned too, and not only its origin.
const ANCHORS_MIN: usize = 5;

/// How estimates come onto the scale: θ = slope · θ′ + shift, so that b = slope · b′ + shift and a = a′ / slope (mean and sigma,
/// Marco 1977).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// By how much a unit of the calibration is longer.
    pub slope: f64,
    /// Where its origin lies.
    pub shift: f64,
    /// Over how many questions it was reckoned.
    pub anchors: u32,
}

impl Link {
    /// The link over pairs of difficulties, the bank's and the calibration's. With few of them, or when the bank's are
    /// authors' guesses (`is_sure` is false), only the origin is moved.
    pub(super) fn over(pairs: &[(f64, f64)], is_sure: bool) -> Self {
        let anchors = u32::try_from(pairs.len()).unwrap_or(u32::MAX);
        if pairs.is_empty() {
            return Self { slope: 1.0, shift: 0.0, anchors };
        }
        let (old, new) = (moments(pairs.iter().map(|it| it.0)), moments(pairs.iter().map(|it| it.1)));
        let has_spread = old.1 > 0.1 && new.1 > 0.1;
        let slope = if is_sure && has_spread && pairs.len() >= ANCHORS_MIN {
            (old.1 / new.1).clamp(0.5, 2.0)
        } else {
            1.0
        };
        Self { slope, shift: old.0 - slope * new.0, anchors }
    }

    /// An estimate on the scale of the bank; none when it falls outside of what a question may have.
    pub(super) fn moved(self, estimated: &Estimated) -> Option<Estimated> {
        let Model::Logistic(item) = &estimated.model else { return None };
        let (a, b) = (item.slope() / self.slope, self.slope * item.difficulty() + self.shift);
        let model = Item::new(a, b, item.guessing()).ok()?;
        let errors = StandardErrors {
            slope: estimated.errors.slope / self.slope,
            difficulties: estimated.errors.difficulties.iter().map(|error| error * self.slope).collect(),
            guessing: estimated.errors.guessing,
        };
        Some(Estimated { model: model.into(), errors, ..estimated.clone() })
    }
}

/// Mean and standard deviation.
fn moments(values: impl Iterator<Item = f64> + Clone) -> (f64, f64) {
    let count = values.clone().count().max(1) as f64;
    let mean = values.clone().sum::<f64>() / count;
    let variance = values.map(|value| (value - mean) * (value - mean)).sum::<f64>() / count;
    (mean, variance.sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_that_was_moved_is_moved_back() {
        let old = [-1.5, -0.5, 0.0, 0.7, 1.8, 2.0];
        let pairs: Vec<(f64, f64)> = old.iter().map(|b| (*b, (b - 0.3) / 1.2)).collect();
        let link = Link::over(&pairs, true);
        assert!((link.slope - 1.2).abs() < 1e-9 && (link.shift - 0.3).abs() < 1e-9, "{link:?}");
        let link = Link::over(&pairs, false);
        assert!((link.slope - 1.0).abs() < 1e-12, "guesses fix no unit");
        assert_eq!(Link::over(&[], true), Link { slope: 1.0, shift: 0.0, anchors: 0 });
    }
}
