//! Signs of irregularity by their laws.

use irt::calibrate::{Answer, Population};
use irt::irregularity::{Sitter, Timed, agreement, effort, foreknowledge, pairs, person_fit, threshold_ms};
use irt::{Graded, Item, Model};
use proptest::prelude::*;

use crate::simulated::{Dice, near, simulated};

fn bank(seed: u64, items: u32, c: f64) -> Vec<Model> {
    simulated(seed, items, 0, 0, c, 0.0).0.into_iter().map(Model::from).collect()
}

fn answered<'m>(dice: &mut Dice, bank: &'m [Model], theta: f64) -> Vec<(&'m Model, u8)> {
    bank.iter().map(|model| (model, dice.score(model, theta))).collect()
}

fn moments(values: &[f64]) -> (f64, f64) {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    (mean, (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / count).sqrt())
}

#[test]
fn person_fit_of_who_answers_as_the_model_says_is_about_standard_normal() {
    let mut graded: Vec<Model> = (0..15)
        .map(|k| Graded::new(1.4, &[f64::from(k) * 0.2 - 2.0, f64::from(k) * 0.2 - 1.0]).unwrap().into())
        .collect();
    graded.extend(bank(32, 15, 0.0));
    for bank in [bank(31, 40, 0.0), bank(31, 40, 0.2), graded] {
        let mut dice = Dice::new(33);
        let values: Vec<f64> = (0..1_500)
            .map(|_| {
                let theta = dice.normal();
                person_fit(&answered(&mut dice, &bank, theta), Population::STANDARD).unwrap().value
            })
            .collect();
        let (mean, deviation) = moments(&values);
        near(mean, 0.0, 0.12);
        near(deviation, 1.0, 0.08);
        let flagged = values.iter().filter(|value| **value < -2.33).count();
        assert!(flagged <= 45, "{flagged} of 1,500");
    }
}

#[test]
fn who_answers_at_random_does_not_fit() {
    let bank = bank(34, 40, 0.0);
    let mut dice = Dice::new(35);
    let flagged = (0..200).filter(|_| {
        let answers: Vec<_> = bank.iter().map(|model| (model, u8::from(dice.roll() < 0.5))).collect();
        person_fit(&answers, Population::STANDARD).unwrap().is_flag()
    });
    assert!(flagged.count() > 140);
    assert_eq!(person_fit(&[], Population::STANDARD), None);
}

#[test]
fn knowing_items_beforehand_shows_and_ability_does_not() {
    let bank = bank(36, 40, 0.0);
    let (old, fresh) = bank.split_at(20);
    let mut dice = Dice::new(37);
    let mut values = Vec::new();
    let mut found = 0;
    for _ in 0..500 {
        let theta = dice.normal();
        let (seen, unseen) = (answered(&mut dice, old, theta), answered(&mut dice, fresh, theta));
        values.push(foreknowledge(&seen, &unseen).unwrap().value);
        let known = answered(&mut dice, old, theta + 3.0);
        found += usize::from(foreknowledge(&known, &unseen).unwrap().is_flag());
    }
    let (mean, deviation) = moments(&values);
    near(mean, 0.0, 0.12);
    near(deviation, 1.0, 0.1);
    assert!(values.iter().filter(|value| **value > 2.33).count() <= 14);
    assert!(found > 400, "{found}");
}

#[test]
fn a_copy_is_found_in_a_room_and_neighbours_are_not() {
    let bank = bank(38, 30, 0.0);
    let mut dice = Dice::new(39);
    let mut sitters: Vec<Sitter> = (0..40)
        .map(|_| {
            let theta = dice.normal() * 0.5;
            let scores = answered(&mut dice, &bank, theta).into_iter().zip(0_u32..);
            Sitter { answers: scores.map(|((_, score), item)| Answer { item, score }).collect(), theta }
        })
        .collect();
    let models: Vec<_> = bank.iter().cloned().map(Some).collect();
    let honest = pairs(&sitters, &models);
    assert_eq!(honest.len(), 780);
    assert!(!honest[0].agreement.is_flag(honest.len()), "{:?}", honest[0]);
    sitters.push(sitters[11].clone());
    let with_copy = pairs(&sitters, &models);
    assert_eq!((with_copy[0].one, with_copy[0].other), (11, 40), "{:?}", with_copy[0]);
}

#[test]
fn two_who_work_alone_agree_as_often_as_is_expected() {
    let bank = bank(41, 30, 0.0);
    let mut dice = Dice::new(42);
    let agreements = (0..1_000).map(|_| {
        let thetas = (dice.normal(), dice.normal());
        let (one, other) = (answered(&mut dice, &bank, thetas.0), answered(&mut dice, &bank, thetas.1));
        let common: Vec<_> =
            one.iter().zip(&other).map(|((model, one), (_, other))| (*model, *one, *other)).collect();
        agreement(&common, thetas.0, thetas.1)
    });
    let agreements: Vec<_> = agreements.collect();
    let off: Vec<f64> =
        agreements.iter().map(|agreement| agreement.alike as f64 - agreement.expected).collect();
    near(moments(&off).0, 0.0, 0.25);
    let surprising = agreements.iter().filter(|agreement| agreement.p < 0.05).count();
    assert!((15..=65).contains(&surprising), "{surprising} of 1,000 below 0.05");
}

#[test]
fn haste_is_measured_against_how_long_others_took() {
    let mut dice = Dice::new(40);
    let times: Vec<u32> = (0..500).map(|_| (20_000.0 * (0.4 * dice.normal()).exp()) as u32).collect();
    let threshold = threshold_ms(&times).unwrap();
    assert!((1_900..2_500).contains(&threshold), "{threshold}");
    let timed = |time_ms| Timed { time_ms, threshold_ms: threshold };
    let usual: Vec<Timed> = times.iter().map(|time| timed(*time)).collect();
    assert!(!effort(&usual).is_flag());
    assert!(!effort(&[timed(1), timed(9_000), timed(9_000)]).is_flag(), "one slip is no haste");
    assert!(!effort(&[]).is_flag());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn nothing_fails_on_any_answers(
        scores in prop::collection::vec((0_u8..=255, 0_usize..4), 0..60),
        mean in prop::num::f64::ANY,
        deviation in prop::num::f64::ANY,
        thetas in (prop::num::f64::NORMAL | prop::num::f64::ZERO, -6.0..6.0_f64),
        times in prop::collection::vec(prop::num::u32::ANY, 0..40),
    ) {
        let models: [Model; 4] = [
            Item::new(10.0, 20.0, 0.0).unwrap().into(),
            Item::new(10.0, -20.0, 0.5).unwrap().into(),
            Item::new(1.0, 0.0, 0.2).unwrap().into(),
            Graded::new(10.0, &[-20.0, -19.0, 20.0]).unwrap().into(),
        ];
        let answers: Vec<(&Model, u8)> = scores.iter().map(|(score, model)| (&models[*model], *score)).collect();
        if let Some(fit) = person_fit(&answers, Population { mean, deviation }) {
            prop_assert!(fit.value.is_finite() && (0.0..=1.0).contains(&fit.p), "{:?}", fit);
        }
        let (old, fresh) = answers.split_at(answers.len() / 2);
        if let Some(known) = foreknowledge(old, fresh) {
            prop_assert!(known.value.is_finite() && (0.0..=1.0).contains(&known.p), "{:?}", known);
        }
        let common: Vec<(&Model, u8, u8)> = answers.iter().map(|(model, score)| (*model, *score, score / 2)).collect();
        let agreement = agreement(&common, thetas.0, thetas.1);
        prop_assert!((0.0..=1.0).contains(&agreement.p) && agreement.alike <= agreement.common, "{:?}", agreement);
        let timed: Vec<Timed> = times.iter().map(|time_ms| Timed { time_ms: *time_ms, threshold_ms: threshold_ms(&times).unwrap_or(0) }).collect();
        prop_assert!((0.0..=1.0).contains(&effort(&timed).share()));
    }
}
