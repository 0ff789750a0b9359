//! Answers that do not go together, by their likelihood.

use crate::calibrate::Population;
use crate::distribution::normal_above;
use crate::{Model, THETA_MAX, THETA_MIN};

/// Places looked at for the likeliest ability before it is narrowed down.
const LOOKS: u32 = 48;
const HALVINGS: u32 = 40;
/// A variance below this tells nothing.
const VARIANCE_MIN: f64 = 1e-9;

/// How well a person's answers go together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PersonFit {
    /// The ability by which they are judged: the likeliest with the population as prior.
    pub theta: f64,
    /// l_z* (Snijders 2001; Sinharay 2016): about standard normal for who answers as the model says.
    pub value: f64,
    /// How likely so low a value, or a lower one, is.
    pub p: f64,
}

impl PersonFit {
    /// Below this it is a flag: one in a hundred who answer as the model says.
    pub const MARK: f64 = -2.33;

    /// Whether a person should look.
    #[must_use]
    pub fn is_flag(&self) -> bool {
        self.value < Self::MARK
    }
}

/// Whether a person's answers go together: l_z (Drasgow, Levine & Williams 1985), the standardised logarithm of their
/// likelihood, corrected for the ability being estimated from the same answers. `None` where they tell nothing, as with
/// none.
///
/// With w = ln P(score) and the pull r = (ln P)′ of each score, c = Σ E(r w) / Σ E(r²), w̃ = w − c r,
///
/// > l_z* = Σ (w̃ of the score − E w̃) / √ Σ Var w̃
///
/// at the mode of the posterior, where Σ r and the pull of the prior balance. In an adaptive test, whose items all
/// lie near the ability, it varies less than a normal variable, and flags fewer.
///
/// ```
/// use irt::calibrate::Population;
/// use irt::irregularity::person_fit;
/// use irt::{Item, Model};
/// let items: Vec<Model> =
///     (0..21).map(|k| Item::two_parameter(1.5, f64::from(k) * 0.2 - 2.0).unwrap().into()).collect();
/// let fit = |right: &dyn Fn(usize) -> bool| {
///     let answers: Vec<_> = items.iter().enumerate().map(|(k, item)| (item, u8::from(right(k)))).collect();
///     person_fit(&answers, Population::STANDARD).unwrap()
/// };
/// assert!(!fit(&|k| k < 10).is_flag(), "easy right, hard wrong");
/// assert!(fit(&|k| k > 10).is_flag(), "easy wrong, hard right");
/// ```
#[must_use]
pub fn person_fit(answers: &[(&Model, u8)], population: Population) -> Option<PersonFit> {
    let theta = likeliest(answers, population.held());
    let [leaning, square] = answers.iter().fold([0.0, 0.0], |[leaning, square], (model, _)| {
        let [own, own_square] = scores(model, theta).fold([0.0, 0.0], |[own, own_square], score| {
            [own + score.p * score.pull * score.log, own_square + score.p * score.pull * score.pull]
        });
        [leaning + own, square + own_square]
    });
    let c = if square > 0.0 { leaning / square } else { 0.0 };
    let (mut off, mut variance) = (0.0, 0.0);
    for (model, score) in answers {
        let weight = |score: &Score| score.log - c * score.pull;
        let mean: f64 = scores(model, theta).map(|score| score.p * weight(&score)).sum();
        variance += scores(model, theta).map(|score| score.p * (weight(&score) - mean).powi(2)).sum::<f64>();
        off += weight(&Score::of(model, (*score).min(model.top()), theta)) - mean;
    }
    let value = off / variance.sqrt();
    (variance > VARIANCE_MIN && value.is_finite()).then(|| PersonFit {
        theta,
        value,
        p: normal_above(-value),
    })
}

/// One score at an ability.
struct Score {
    p: f64,
    log: f64,
    pull: f64,
}

impl Score {
    fn of(model: &Model, score: u8, theta: f64) -> Self {
        let p = model.probability(score, theta).max(1e-300);
        Self { p, log: libm::log(p), pull: model.pull(score, theta) }
    }
}

fn scores(model: &Model, theta: f64) -> impl Iterator<Item = Score> {
    (0..=model.top()).map(move |score| Score::of(model, score, theta))
}

/// The mode of the posterior; of several the likeliest.
fn likeliest(answers: &[(&Model, u8)], population: Population) -> f64 {
    let variance = population.deviation * population.deviation;
    let pull = |theta: f64| {
        let own: f64 = answers.iter().map(|(model, score)| model.pull(*score, theta)).sum();
        own - (theta - population.mean) / variance
    };
    let height = |theta: f64| {
        let logs =
            answers.iter().map(|(model, score)| libm::log(model.probability(*score, theta).max(1e-300)));
        logs.sum::<f64>() - 0.5 * (theta - population.mean).powi(2) / variance
    };
    let step = (THETA_MAX - THETA_MIN) / f64::from(LOOKS);
    let heights = (0..=LOOKS).map(|k| THETA_MIN + step * f64::from(k)).map(|place| (height(place), place));
    let best = heights.max_by(|(one, _), (other, _)| one.total_cmp(other)).map_or(0.0, |(_, place)| place);
    let (mut low, mut high) = ((best - step).max(THETA_MIN), (best + step).min(THETA_MAX));
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if pull(middle) > 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}
