//! How well a round went, in the measures of signal detection.

use serde::{Deserialize, Serialize};

/// How a round went, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// The level at which it was done.
    pub level: u8,
    /// How many messages were scams.
    pub scams: u8,
    /// How many of them were called scams.
    pub hits: u8,
    /// Of how many of them the person was not sure.
    pub doubts: u8,
    /// How many messages were genuine.
    pub genuine: u8,
    /// How many of them were called scams.
    pub alarms: u8,
    /// Of how many of them the person was not sure.
    pub qualms: u8,
    /// How often the next step was right.
    pub steps: u8,
}

/// What a score says of an eye.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It finds scams and lets genuine messages be.
    Sharp,
    /// It takes genuine messages for scams.
    TooSuspicious,
    /// It lets scams pass.
    TooTrusting,
    /// It can't tell yet.
    NotSure,
}

/// Beyond this a criterion leans to one side: a fifth of a standard deviation.
const LEANS_MILLI: i32 = 200;

impl Score {
    /// It as one number: four bits for each count. No round has more than fifteen of anything.
    #[must_use]
    pub fn code(&self) -> u32 {
        let Self { level, scams, hits, doubts, genuine, alarms, qualms, steps } = *self;
        let counts = [level, scams, hits, doubts, genuine, alarms, qualms, steps];
        counts.into_iter().fold(0, |code, count| code << 4 | u32::from(count & 15))
    }

    /// The score of such a number.
    #[must_use]
    pub fn of_code(code: u32) -> Self {
        let count = |place: u32| u8::try_from(code >> (4 * place) & 15).unwrap_or(0);
        Self {
            level: count(7),
            scams: count(6),
            hits: count(5),
            doubts: count(4),
            genuine: count(3),
            alarms: count(2),
            qualms: count(1),
            steps: count(0),
        }
    }

    /// Whether at least three in four scams were found.
    #[must_use]
    pub fn finds_scams(&self) -> bool {
        2 * self.half_hits() >= 3 * u16::from(self.scams)
    }

    /// Whether at most one in four genuine messages was taken for a scam.
    #[must_use]
    pub fn trusts_genuine(&self) -> bool {
        2 * self.half_alarms() <= u16::from(self.genuine)
    }

    /// Whether it proves that the person can do this alone: scams found, genuine messages trusted, and sure of at least half.
    #[must_use]
    pub fn is_good(&self) -> bool {
        let is_sure = 2 * self.unsure() <= self.scams + self.genuine;
        self.finds_scams() && self.trusts_genuine() && is_sure
    }

    /// Whether nothing was wrong, not even a next step.
    #[must_use]
    pub const fn is_faultless(&self) -> bool {
        self.hits == self.scams && self.alarms + self.unsure() == 0 && self.steps == self.scams + self.genuine
    }

    /// How often the person was not sure.
    #[must_use]
    pub const fn unsure(&self) -> u8 {
        self.doubts + self.qualms
    }

    /// Twice the hits: "not sure" counts half.
    fn half_hits(&self) -> u16 {
        2 * u16::from(self.hits) + u16::from(self.doubts)
    }

    /// Twice the false alarms, likewise.
    fn half_alarms(&self) -> u16 {
        2 * u16::from(self.alarms) + u16::from(self.qualms)
    }

    /// Sensitivity d′ = z(H) − z(F), in thousandths: 0 for an eye that sees no difference.
    ///
    /// ```
    /// use domain::drill::Score;
    /// let all_right = Score { scams: 4, hits: 4, genuine: 4, ..Score::default() };
    /// assert_eq!(all_right.sensitivity_milli(), 2563);
    /// ```
    #[must_use]
    pub fn sensitivity_milli(&self) -> i32 {
        let (hits, alarms) = self.z();
        milli(hits - alarms)
    }

    /// Criterion c = −(z(H) + z(F)) / 2, in thousandths: below 0 for an eye that is quick to say "scam".
    #[must_use]
    pub fn criterion_milli(&self) -> i32 {
        let (hits, alarms) = self.z();
        milli(-(hits + alarms) / 2.0)
    }

    /// What it says of the eye.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match (self.finds_scams(), self.trusts_genuine()) {
            (true, true) if self.is_good() => Verdict::Sharp,
            (true, true) => Verdict::NotSure,
            (true, false) => Verdict::TooSuspicious,
            (false, true) => Verdict::TooTrusting,
            (false, false) if self.criterion_milli() <= -LEANS_MILLI => Verdict::TooSuspicious,
            (false, false) if self.criterion_milli() >= LEANS_MILLI => Verdict::TooTrusting,
            (false, false) => Verdict::NotSure,
        }
    }

    fn z(&self) -> (f64, f64) {
        (z(self.half_hits(), self.scams), z(self.half_alarms(), self.genuine))
    }
}

/// The normal quantile of the corrected rate (halves / 2 + ½) / (all + 1).
fn z(halves: u16, all: u8) -> f64 {
    quantile((f64::from(halves) + 1.0) / (2.0 * (f64::from(all) + 1.0)))
}

/// The standard normal quantile for 0.025 < p < 0.975, to nine digits, as the quotient of two polynomials (the middle region
/// of P. J. Acklam's algorithm). The correction keeps rates of a round between 1/12 and 11/12.
fn quantile(p: f64) -> f64 {
    const ABOVE: [f64; 6] = [
        -39.696_830_286_653_76,
        220.946_098_424_520_5,
        -275.928_510_446_968_7,
        138.357_751_867_269,
        -30.664_798_066_147_16,
        2.506_628_277_459_239,
    ];
    const BELOW: [f64; 6] = [
        -54.476_098_798_224_06,
        161.585_836_858_040_9,
        -155.698_979_859_886_6,
        66.801_311_887_719_72,
        -13.280_681_552_885_72,
        1.0,
    ];
    let q = p - 0.5;
    let horner = |terms: &[f64; 6]| terms.iter().fold(0.0, |sum, term| sum * (q * q) + term);
    q * horner(&ABOVE) / horner(&BELOW)
}

fn milli(value: f64) -> i32 {
    let thousandths = value * 1000.0;
    #[expect(clippy::cast_possible_truncation, reason = "between -3000 and 3000")]
    let whole = (thousandths + thousandths.signum() * 0.5) as i32;
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_the_tables() {
        for (p, expect) in [
            (0.5, 0.0),
            (0.75, 0.674_489_750_2),
            (0.9, 1.281_551_565_5),
            (1.0 / 12.0, -1.382_994_127_1),
            (11.0 / 12.0, 1.382_994_127_1),
        ] {
            assert!((quantile(p) - expect).abs() < 1e-8, "{p}: {}", quantile(p));
        }
    }
}
