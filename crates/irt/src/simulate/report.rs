//! What came out of simulated tests.

use crate::Bank;
use crate::ability::Estimate;

/// Borders of the bands of true ability within which persons count as of equal ability.
const BANDS: usize = 8;
const BAND_MIN: f64 = -2.0;
const BAND_WIDTH: f64 = 0.5;
/// Fewer persons say nothing of how often an item is shown.
const BAND_PEOPLE_MIN: u32 = 200;

/// Figures of a simulation.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Persons.
    pub people: u32,
    /// The root of the mean squared error of the ability.
    pub rmse: f64,
    /// The mean error.
    pub bias: f64,
    /// Scored items, on average.
    pub mean_length: f64,
    /// The root mean square of the standard errors, divided by the RMSE: 1 when errors are told truly.
    pub se_over_rmse: f64,
    /// The share of persons whose ability lies in their 95 % interval.
    pub coverage: f64,
    /// The share of persons found on their side of the cut, with a cut.
    pub right_at_cut: Option<f64>,
    /// The greatest share of tests in which one scored item was shown.
    pub exposure_max: f64,
    /// The same among persons of equal ability: the greatest of the bands half a standard deviation wide from −2 to 2.
    pub exposure_max_at_equal_ability: f64,
    /// What share of a test two persons have in common, on average.
    pub overlap: f64,
    /// The same for two persons of equal ability, on average over the bands.
    pub overlap_at_equal_ability: f64,
    /// The share of scored items that were shown to somebody.
    pub bank_used: f64,
    /// Tests in which a quota does not hold.
    pub quota_violations: u32,
}

/// One test that has ended.
pub(super) struct Outcome<'o> {
    pub(super) theta: f64,
    pub(super) estimate: Estimate,
    /// The scored items.
    pub(super) shown: &'o [usize],
    pub(super) quotas_hold: bool,
}

/// Sums over tests.
pub(super) struct Tally {
    cut: Option<f64>,
    people: u32,
    error: f64,
    error_squared: f64,
    se_squared: f64,
    covered: u32,
    right: u32,
    violations: u32,
    overall: Shown,
    bands: Vec<Shown>,
}

/// How often each item was shown to some persons.
#[derive(Clone)]
struct Shown {
    people: u32,
    each: Vec<u32>,
    together: u64,
}

impl Tally {
    pub(super) fn new(items: usize, cut: Option<f64>) -> Self {
        let shown = Shown { people: 0, each: vec![0; items], together: 0 };
        Self {
            cut,
            people: 0,
            error: 0.0,
            error_squared: 0.0,
            se_squared: 0.0,
            covered: 0,
            right: 0,
            violations: 0,
            bands: vec![shown.clone(); BANDS],
            overall: shown,
        }
    }

    pub(super) fn add(&mut self, outcome: &Outcome<'_>) {
        let (theta, estimate) = (outcome.theta, outcome.estimate);
        let error = estimate.theta() - theta;
        let (low, high) = estimate.interval();
        self.people += 1;
        self.error += error;
        self.error_squared += error * error;
        self.se_squared += estimate.se() * estimate.se();
        self.covered += u32::from((low..=high).contains(&theta));
        self.right += u32::from(self.cut.is_some_and(|cut| (theta > cut) == (estimate.theta() > cut)));
        self.violations += u32::from(!outcome.quotas_hold);
        self.overall.add(outcome.shown);
        if let Some(band) = band(theta).and_then(|band| self.bands.get_mut(band)) {
            band.add(outcome.shown);
        }
    }

    /// In what share of tests each item was shown.
    pub(super) fn shares(&self) -> impl Iterator<Item = f64> {
        let people = f64::from(self.people.max(1));
        self.overall.each.iter().map(move |shown| f64::from(*shown) / people)
    }

    pub(super) fn report(&self, bank: &Bank) -> Report {
        let people = f64::from(self.people.max(1));
        let rmse = (self.error_squared / people).sqrt();
        let bands = || self.bands.iter().filter(|band| band.people >= BAND_PEOPLE_MIN);
        let banded: u32 = bands().map(|band| band.people).sum();
        let overlaps: f64 = bands().map(|band| band.overlap() * f64::from(band.people)).sum();
        Report {
            people: self.people,
            rmse,
            bias: self.error / people,
            mean_length: self.overall.together as f64 / people,
            se_over_rmse: if rmse > 0.0 { (self.se_squared / people).sqrt() / rmse } else { 0.0 },
            coverage: f64::from(self.covered) / people,
            right_at_cut: self.cut.map(|_| f64::from(self.right) / people),
            exposure_max: self.overall.greatest(),
            exposure_max_at_equal_ability: bands().map(Shown::greatest).fold(0.0, f64::max),
            overlap: self.overall.overlap(),
            overlap_at_equal_ability: overlaps / f64::from(banded.max(1)),
            bank_used: self.overall.used(bank),
            quota_violations: self.violations,
        }
    }
}

impl Shown {
    fn add(&mut self, shown: &[usize]) {
        self.people += 1;
        self.together += shown.len() as u64;
        for place in shown {
            if let Some(count) = self.each.get_mut(*place) {
                *count += 1;
            }
        }
    }

    fn greatest(&self) -> f64 {
        f64::from(self.each.iter().copied().max().unwrap_or(0)) / f64::from(self.people.max(1))
    }

    /// Pairs of persons that share an item, over the items that all pairs have: Σ n (n − 1) / ((N − 1) Σ n).
    fn overlap(&self) -> f64 {
        let pairs: u64 = self.each.iter().map(|n| u64::from(*n) * u64::from(n.saturating_sub(1))).sum();
        let all = self.together as f64 * f64::from(self.people.saturating_sub(1));
        if all > 0.0 { pairs as f64 / all } else { 0.0 }
    }

    fn used(&self, bank: &Bank) -> f64 {
        let used = bank.scored().iter().filter(|place| self.each.get(*place).is_some_and(|n| *n > 0)).count();
        used as f64 / bank.scored().count().max(1) as f64
    }
}

fn band(theta: f64) -> Option<usize> {
    let band = ((theta - BAND_MIN) / BAND_WIDTH).floor();
    (0.0..BANDS as f64).contains(&band).then_some(band as usize)
}
