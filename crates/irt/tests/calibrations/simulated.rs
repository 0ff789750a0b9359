//! Made-up banks and answers, and what tests ask of figures.

use irt::calibrate::{Answer, Responses};
use irt::{Chance, Item, Model};

/// Chance, also normal.
pub(crate) struct Dice(Chance);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(Chance::new(seed))
    }

    pub(crate) fn roll(&mut self) -> f64 {
        self.0.unit()
    }

    pub(crate) fn normal(&mut self) -> f64 {
        let (radius, turn) = (self.roll(), self.roll());
        (-2.0 * (1.0 - radius).ln()).sqrt() * (core::f64::consts::TAU * turn).cos()
    }

    /// So many different items of so many, in a random order.
    pub(crate) fn items(&mut self, all: u32, some: usize) -> Vec<u32> {
        let mut order: Vec<(u64, u32)> = (0..all).map(|item| (self.roll().to_bits(), item)).collect();
        order.sort_unstable();
        order.into_iter().take(some).map(|(_, item)| item).collect()
    }

    /// A score as a model has it at an ability.
    pub(crate) fn score(&mut self, model: &Model, theta: f64) -> u8 {
        let mut left = self.roll();
        let reached = (0..model.top()).find(|score| {
            left -= model.probability(*score, theta);
            left < 0.0
        });
        reached.unwrap_or(model.top())
    }
}

/// A bank of items and answers to it by persons of normal ability, each given so many items at random.
pub(crate) fn simulated(
    seed: u64,
    items: u32,
    persons: usize,
    each: usize,
    c: f64,
    mean: f64,
) -> (Vec<Item>, Vec<Vec<Answer>>) {
    let mut dice = Dice::new(seed);
    let item = |dice: &mut Dice| Item::new((0.25 * dice.normal()).exp() * 1.2, dice.normal(), c).unwrap();
    let bank: Vec<Item> = (0..items).map(|_| item(&mut dice)).collect();
    let persons = (0..persons).map(|_| {
        let theta = mean + dice.normal();
        let given = dice.items(items, each);
        let answer = |item| {
            let score = dice.score(&bank[item as usize].into(), theta);
            Answer { item, score }
        };
        given.into_iter().map(answer).collect()
    });
    let persons = persons.collect();
    (bank, persons)
}

/// The answers of one person to items that lie nearest to what the answers so far show.
pub(crate) fn adaptive(dice: &mut Dice, bank: &[Item], theta: f64, length: u8) -> Vec<Answer> {
    let mut at = 0.0;
    let mut answers: Vec<Answer> = Vec::new();
    for step in 1..=length {
        let fresh =
            (0_u32..).zip(bank).filter(|(place, _)| answers.iter().all(|answer| answer.item != *place));
        let off = |item: &Item| (item.difficulty() - at).abs();
        let (place, item) = fresh.min_by(|(_, one), (_, other)| off(one).total_cmp(&off(other))).unwrap();
        let score = dice.score(&Model::from(*item), theta);
        at += (f64::from(score) - 0.5) * 2.0 / f64::from(step);
        answers.push(Answer { item: place, score });
    }
    answers
}

pub(crate) fn models(bank: &[Item]) -> Vec<Option<Model>> {
    bank.iter().map(|item| Some(Model::from(*item))).collect()
}

pub(crate) fn responses(items: usize, persons: &[Vec<Answer>]) -> Responses {
    let mut responses = Responses::new(items);
    for answers in persons {
        responses.push(answers).unwrap();
    }
    responses
}

pub(crate) fn rmse(pairs: impl Iterator<Item = (f64, f64)>) -> f64 {
    let (count, squares) =
        pairs.fold((0.0, 0.0), |(n, s), (left, right)| (n + 1.0, s + (left - right).powi(2)));
    (squares / count).sqrt()
}

#[track_caller]
pub(crate) fn near(got: f64, wanted: f64, by: f64) {
    assert!((got - wanted).abs() <= by, "{got}, wanted {wanted}");
}
