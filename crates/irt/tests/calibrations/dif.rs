//! Differential functioning and drift by their laws.

use irt::calibrate::{Answer, Options, Population, Start, calibrate};
use irt::dif::{Class, Dif, Side, compare};
use irt::drift::drift;
use irt::{Graded, Item, Model};
use proptest::prelude::*;

use crate::simulated::{Dice, models, near, responses, simulated};

/// Answers of two groups to 20 of 30 items, the focal group less able by `gap`, some items shifted for it.
fn two_groups(seed: u64, gap: f64, shifted: &[(usize, Item)]) -> (Vec<Item>, Vec<Vec<Answer>>, Vec<Side>) {
    let (bank, _) = simulated(seed, 30, 0, 0, 0.0, 0.0);
    let mut dice = Dice::new(seed + 1);
    let mut persons = Vec::new();
    let mut sides = Vec::new();
    for person in 0..3_000 {
        let focal = person % 3 == 0;
        let theta = dice.normal() - if focal { gap } else { 0.0 };
        let given = dice.items(30, 20);
        let answer = |item: u32| {
            let own = shifted.iter().find(|(place, _)| focal && *place == item as usize);
            let model = own.map_or(bank[item as usize], |(_, item)| *item);
            Answer { item, score: dice.score(&model.into(), theta) }
        };
        persons.push(given.into_iter().map(answer).collect());
        sides.push(if focal { Side::Focal } else { Side::Reference });
    }
    (bank, persons, sides)
}

fn all(items: &[Option<Dif>]) -> Vec<Dif> {
    items.iter().map(|dif| dif.unwrap()).collect()
}

#[test]
fn a_difference_in_ability_is_no_fault_of_items() {
    let (bank, persons, sides) = two_groups(21, 0.8, &[]);
    let comparison = compare(&responses(30, &persons), &models(&bank), &sides, 100);
    near(comparison.focal.mean, -0.8, 0.1);
    near(comparison.reference.mean, 0.0, 0.08);
    let items = all(&comparison.items);
    assert!(items.iter().all(|dif| !dif.is_signal() && dif.class == Class::A), "{items:?}");
    let below = items.iter().filter(|dif| dif.both.p < 0.1).count();
    assert!(below <= 9, "{below} of 30 below 0.1");
    let uniform = items.iter().map(|dif| dif.uniform.chi_square).sum::<f64>() / 30.0;
    near(uniform, 1.0, 0.6);
}

#[test]
fn harder_and_flatter_items_are_found_and_told_apart() {
    let (bank, ..) = two_groups(22, 0.5, &[]);
    let harder = Item::two_parameter(bank[2].slope(), bank[2].difficulty() + 1.0).unwrap();
    let flatter = Item::two_parameter(0.4, -0.2).unwrap();
    let (bank, persons, sides) = two_groups(22, 0.5, &[(2, harder), (5, flatter)]);
    let comparison = compare(&responses(30, &persons), &models(&bank), &sides, 100);
    let items = all(&comparison.items);
    near(items[2].delta, -2.35 * bank[2].slope(), 0.7);
    assert!(
        items[2].class == Class::C && items[2].uniform.p < 1e-6 && items[2].non_uniform.p > 0.001,
        "{:?}",
        items[2]
    );
    assert!(items[5].non_uniform.p < 0.01 && items[5].is_signal(), "{:?}", items[5]);
    let others = items.iter().enumerate().filter(|(place, _)| ![2, 5].contains(place));
    assert!(others.filter(|(_, dif)| dif.is_signal()).count() <= 1);
    near(comparison.focal.mean, -0.5, 0.1);
}

#[test]
fn graded_and_guessed_items_are_compared_as_well() {
    let mut dice = Dice::new(23);
    let graded = Model::from(Graded::new(1.4, &[-0.5, 0.8]).unwrap());
    let guessed = Model::from(Item::new(1.3, 0.0, 0.2).unwrap());
    let mut bank = vec![graded, guessed];
    bank.extend(simulated(23, 18, 0, 0, 0.0, 0.0).0.into_iter().map(Model::from));
    let shifted = Model::from(Graded::new(1.4, &[0.3, 1.6]).unwrap());
    let mut persons = Vec::new();
    let sides: Vec<Side> = (0..2_000).map(|person| [Side::Reference, Side::Focal][person % 2]).collect();
    for side in &sides {
        let theta = dice.normal();
        let answer = |(model, item): (&Model, u32)| {
            let model = if *side == Side::Focal && item == 0 { &shifted } else { model };
            Answer { item, score: dice.score(model, theta) }
        };
        persons.push(bank.iter().zip(0..).map(answer).collect());
    }
    let models: Vec<_> = bank.into_iter().map(Some).collect();
    let items = all(&compare(&responses(20, &persons), &models, &sides, 100).items);
    assert!(items[0].class == Class::C, "{:?}", items[0]);
    near(items[0].delta, -2.35 * 1.4 * 0.8, 0.6);
    assert!(!items[1].is_signal(), "{:?}", items[1]);
}

#[test]
fn too_few_answers_are_not_judged() {
    let (bank, persons, sides) = two_groups(24, 0.0, &[]);
    let few = compare(&responses(30, &persons), &models(&bank), &sides, 5_000);
    assert!(few.items.iter().all(Option::is_none));
    let nobody = compare(&responses(30, &persons), &models(&bank), &[], 1);
    assert_eq!((nobody.items, nobody.focal), (vec![None; 30], Population::STANDARD));
}

#[test]
fn an_item_that_went_round_is_seen_to_drift() {
    let (bank, persons) = simulated(25, 30, 3_000, 20, 0.0, 0.0);
    let mut dice = Dice::new(26);
    let mut later = bank.clone();
    later[7] = Item::two_parameter(bank[7].slope(), bank[7].difficulty() - 1.2).unwrap();
    let afterwards = (0..3_000).map(|_| {
        let theta = dice.normal();
        let given = dice.items(30, 20);
        given
            .into_iter()
            .map(|item| Answer { item, score: dice.score(&later[item as usize].into(), theta) })
            .collect()
    });
    let afterwards: Vec<Vec<Answer>> = afterwards.collect();
    let before = calibrate(&responses(30, &persons), &[], &Options::default()).unwrap();
    let starts: Vec<Start> = before
        .items
        .iter()
        .map(|outcome| outcome.model().map_or(Start::Unknown, |model| Start::Near(model.clone())))
        .collect();
    let after = calibrate(&responses(30, &afterwards), &starts, &Options::default()).unwrap();
    let left: Vec<_> = before.items.iter().map(|outcome| outcome.estimated()).collect();
    let right: Vec<_> = after.items.iter().map(|outcome| outcome.estimated()).collect();
    let drifts = drift(&left, &right, Population::STANDARD);
    let signals: Vec<usize> = (0..30).filter(|item| drifts[*item].unwrap().is_signal()).collect();
    assert_eq!(signals, [7], "{:?}", drifts[7]);
    let usual = drifts.iter().flatten().filter(|drift| drift.difficulty_z.abs() < 2.0).count();
    assert!(usual >= 25, "{usual}");
    let alike = drift(&left, &left, Population::STANDARD);
    assert!(alike.iter().flatten().all(|drift| !drift.is_signal() && drift.robust_z.is_none()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_fails_on_any_answers(
        persons in prop::collection::vec((prop::collection::vec(prop::option::of(0_u8..3), 4), 0_usize..3), 0..60),
        answers_min in 0_usize..5,
    ) {
        let sides: Vec<Side> = persons.iter().map(|(_, side)| [Side::Reference, Side::Focal, Side::Neither][*side]).collect();
        let persons: Vec<Vec<Answer>> = persons.iter().map(|(scores, _)| {
            let scored = scores.iter().zip(0_u32..);
            scored.filter_map(|(score, item)| Some(Answer { item, score: (*score)? })).collect()
        }).collect();
        let extreme = [Item::new(10.0, 20.0, 0.0), Item::new(10.0, -20.0, 0.5), Item::new(1.0, 0.0, 0.2)];
        let mut models: Vec<Option<Model>> = extreme.into_iter().map(|item| item.ok().map(Model::from)).collect();
        models.push(Graded::new(2.0, &[-1.0, 1.0]).ok().map(Model::from));
        let comparison = compare(&responses(4, &persons), &models, &sides, answers_min);
        for dif in comparison.items.iter().flatten() {
            prop_assert!((0.0..=1.0).contains(&dif.both.p) && (0.0..=1.0).contains(&dif.q), "{:?}", dif);
            prop_assert!(dif.delta.is_finite() && (0.0..=1.0).contains(&dif.distance), "{:?}", dif);
        }
    }
}
