//! Whether two people agree more than two who work alone.

use crate::Model;
use crate::calibrate::Answer;

/// The fewest items in common that are worth comparing.
const COMMON_MIN: usize = 8;

/// How far two people agree.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreement {
    /// Items that both answered.
    pub common: usize,
    /// Items on which both have the same score.
    pub alike: usize,
    /// How many such are to be expected.
    pub expected: f64,
    /// How likely so many, or more, are for two who work alone.
    pub p: f64,
}

impl Agreement {
    /// Below this, divided by the number of pairs that were compared, it is a flag.
    pub const MARK: f64 = 0.01;

    /// Whether a person should look, when so many pairs were compared.
    #[must_use]
    pub fn is_flag(&self, pairs: usize) -> bool {
        self.p < Self::MARK / pairs.max(1) as f64
    }
}

/// Compares the scores of two people on the items that both answered, by the generalised binomial test (van der Linden
/// & Sotaridona 2006): given their abilities, item i is scored alike with the probability Σ P(s | θ₁) P(s | θ₂) over the
/// scores s, and the number of items alike is a sum of independent trials, whose distribution is built up item by item.
///
/// Abilities come from all the answers of each, copied ones among them, which makes the test milder, never harsher.
///
/// ```
/// use irt::irregularity::agreement;
/// use irt::{Item, Model};
/// let item = Model::from(Item::two_parameter(1.0, 0.0).unwrap());
/// // At the item's difficulty two people agree as often as two coins: at least 9 of 10 with 11 / 1024.
/// let common: Vec<_> = (0..10).map(|k| (&item, u8::from(k % 2 == 0), u8::from(k % 2 == 0 && k > 0))).collect();
/// let agreement = agreement(&common, 0.0, 0.0);
/// assert_eq!((agreement.alike, agreement.expected), (9, 5.0));
/// assert!((agreement.p - 11.0 / 1024.0).abs() < 1e-15);
/// ```
#[must_use]
pub fn agreement(common: &[(&Model, u8, u8)], one: f64, other: f64) -> Agreement {
    let chances: Vec<f64> = common.iter().map(|(model, ..)| alike(model, one, other)).collect();
    let alike = common.iter().filter(|(_, one, other)| one == other).count();
    let expected = chances.iter().sum();
    Agreement { common: common.len(), alike, expected, p: at_least(&chances, alike) }
}

/// The chance that both have the same score.
fn alike(model: &Model, one: f64, other: f64) -> f64 {
    let both = (0..=model.top()).map(|score| model.probability(score, one) * model.probability(score, other));
    both.sum::<f64>().clamp(0.0, 1.0)
}

/// The chance of at least so many successes in independent trials of these chances.
fn at_least(chances: &[f64], wanted: usize) -> f64 {
    let mut exactly = vec![0.0; chances.len() + 1];
    exactly[0] = 1.0;
    for (before, chance) in chances.iter().enumerate() {
        for count in (0..=before).rev() {
            exactly[count + 1] += exactly[count] * chance;
            exactly[count] *= 1.0 - chance;
        }
    }
    // The tail by itself, from the small end, so that it keeps its digits.
    exactly.iter().skip(wanted).rev().sum::<f64>().min(1.0)
}

/// One person of a sitting.
#[derive(Debug, Clone, PartialEq)]
pub struct Sitter {
    /// The answers, each item once.
    pub answers: Vec<Answer>,
    /// The ability that they show.
    pub theta: f64,
}

/// Two persons of a sitting, by their places, the earlier first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The one.
    pub one: usize,
    /// The other.
    pub other: usize,
    /// How far they agree.
    pub agreement: Agreement,
}

/// Compares everybody with everybody who has at least eight items in common; the least likely pair first. How many pairs
/// there are is what [`Agreement::is_flag`] wants to know. Answers to items without a model are passed over.
///
/// ```
/// use irt::calibrate::Answer;
/// use irt::irregularity::{Sitter, pairs};
/// use irt::{Item, Model};
/// let models: Vec<_> = (0..9).map(|_| Some(Model::from(Item::two_parameter(1.0, 0.0).unwrap()))).collect();
/// let sitter = |odd: u32| Sitter {
///     answers: (0..9).map(|item| Answer { item, score: u8::from(item % 2 == odd) }).collect(),
///     theta: 0.0,
/// };
/// let pairs = pairs(&[sitter(0), sitter(1), sitter(0)], &models);
/// assert_eq!(pairs.len(), 3);
/// assert_eq!((pairs[0].one, pairs[0].other, pairs[0].agreement.alike), (0, 2, 9));
/// ```
#[must_use]
pub fn pairs(sitters: &[Sitter], models: &[Option<Model>]) -> Vec<Pair> {
    let sorted: Vec<Vec<Answer>> = sitters.iter().map(|sitter| sorted(&sitter.answers)).collect();
    let mut pairs = Vec::new();
    for (other, later) in sitters.iter().enumerate() {
        for (one, earlier) in sitters.iter().enumerate().take(other) {
            let common = common(&sorted[one], &sorted[other], models);
            if common.len() >= COMMON_MIN {
                pairs.push(Pair { one, other, agreement: agreement(&common, earlier.theta, later.theta) });
            }
        }
    }
    pairs.sort_by(|left, right| {
        let places = (left.one, left.other).cmp(&(right.one, right.other));
        left.agreement.p.total_cmp(&right.agreement.p).then(places)
    });
    pairs
}

fn sorted(answers: &[Answer]) -> Vec<Answer> {
    let mut answers = answers.to_vec();
    answers.sort_unstable_by_key(|answer| answer.item);
    answers
}

/// The items that both answered, with both scores.
fn common<'m>(one: &[Answer], other: &[Answer], models: &'m [Option<Model>]) -> Vec<(&'m Model, u8, u8)> {
    let both = one.iter().filter_map(|answer| {
        let place = other.binary_search_by_key(&answer.item, |answer| answer.item).ok()?;
        let model = models.get(answer.item as usize)?.as_ref()?;
        Some((model, answer.score, other.get(place)?.score))
    });
    both.collect()
}
