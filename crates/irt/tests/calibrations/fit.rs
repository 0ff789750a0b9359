//! Fit by its laws.

use irt::calibrate::{Answer, Options, Population, calibrate};
use irt::fit::{Fit, Mark, Origin, Witnesses, fit};
use irt::{Item, Model};
use proptest::prelude::*;

use crate::simulated::{Dice, adaptive, models, near, responses, simulated};

fn all(fits: Vec<Option<Fit>>) -> Vec<Fit> {
    fits.into_iter().map(Option::unwrap).collect()
}

#[test]
fn true_curves_fit_as_often_as_chance_says() {
    let (bank, persons) = simulated(11, 60, 2_000, 20, 0.0, 0.3);
    let population = Population { mean: 0.3, deviation: 1.0 };
    for witnesses in [Witnesses::Others, Witnesses::Earlier] {
        let fits =
            all(fit(&responses(60, &persons), &models(&bank), population, witnesses, Origin::Elsewhere));
        let below = fits.iter().filter(|fit| fit.p < 0.1).count();
        assert!((1..=13).contains(&below), "{below} of 60 below 0.1 ({witnesses:?})");
        assert!(fits.iter().all(|fit| fit.q >= fit.p && fit.df == 10 && fit.rmsd < 0.1));
        let mean = fits.iter().map(|fit| fit.chi_square).sum::<f64>() / 60.0;
        near(mean, 10.0, 1.8);
    }
}

#[test]
fn calibrated_curves_cost_their_parameters() {
    let (_, persons) = simulated(12, 30, 2_000, 20, 0.0, 0.0);
    let responses = responses(30, &persons);
    let calibration = calibrate(&responses, &[], &Options::default()).unwrap();
    let models: Vec<_> = calibration.items.iter().map(|outcome| outcome.model().cloned()).collect();
    let fits = all(fit(&responses, &models, calibration.population, Witnesses::Others, Origin::TheseAnswers));
    let mean = fits.iter().map(|fit| fit.chi_square).sum::<f64>() / 30.0;
    assert!(fits.iter().all(|fit| fit.df == 8 && fit.mark == Mark::Good));
    near(mean, 8.0, 2.2);
}

#[test]
fn a_wrong_curve_is_found_and_its_size_told() {
    let (bank, persons) = simulated(13, 30, 2_000, 20, 0.0, 0.0);
    let mut told = models(&bank);
    let off = |item: Item, by: f64| {
        Some(Model::from(Item::two_parameter(item.slope(), item.difficulty() + by).unwrap()))
    };
    told[3] = off(bank[3], 1.5);
    told[4] = off(bank[4], 0.6);
    let fits =
        all(fit(&responses(30, &persons), &told, Population::STANDARD, Witnesses::Others, Origin::Elsewhere));
    assert!(fits[3].q < 1e-6 && fits[3].mark == Mark::Poor, "{:?}", fits[3]);
    assert!(fits[4].q < 0.01 && fits[4].mark >= Mark::Good, "{:?}", fits[4]);
    assert!(fits[3].groups.iter().all(|group| group.observed > group.expected - 0.1));
    assert!(fits.iter().skip(5).all(|fit| fit.mark == Mark::Good));
}

#[test]
fn items_chosen_by_the_answers_so_far_are_judged_fairly_by_earlier_answers() {
    let mut dice = Dice::new(14);
    let (bank, _) = simulated(14, 60, 0, 0, 0.0, 0.0);
    let persons: Vec<Vec<Answer>> = (0..1_500)
        .map(|_| {
            let theta = dice.normal();
            adaptive(&mut dice, &bank, theta, 15)
        })
        .collect();
    let fits = fit(
        &responses(60, &persons),
        &models(&bank),
        Population::STANDARD,
        Witnesses::Earlier,
        Origin::Elsewhere,
    );
    let tested: Vec<&Fit> = fits.iter().flatten().filter(|fit| fit.answers >= 200).collect();
    let share = tested.iter().map(|fit| fit.chi_square / fit.df as f64).sum::<f64>() / tested.len() as f64;
    assert!(tested.len() > 20, "{}", tested.len());
    near(share, 1.0, 0.2);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn nothing_fails_on_any_answers(
        persons in prop::collection::vec(prop::collection::vec(prop::option::of(0_u8..3), 4), 0..60),
        mean in prop::num::f64::ANY,
        deviation in prop::num::f64::ANY,
    ) {
        let persons: Vec<Vec<Answer>> = persons.iter().map(|scores| {
            let scored = scores.iter().zip(0_u32..);
            scored.filter_map(|(score, item)| Some(Answer { item, score: (*score)? })).collect()
        }).collect();
        let extreme = [Item::new(10.0, 20.0, 0.0), Item::new(10.0, -20.0, 0.5), Item::new(0.1, 0.0, 0.2)];
        let mut models: Vec<Option<Model>> = extreme.into_iter().map(|item| item.ok().map(Model::from)).collect();
        models.push(None);
        for witnesses in [Witnesses::Others, Witnesses::Earlier] {
            let population = Population { mean, deviation };
            for fit in fit(&responses(4, &persons), &models, population, witnesses, Origin::Elsewhere).iter().flatten() {
                prop_assert!((0.0..=1.0).contains(&fit.p) && (0.0..=1.0).contains(&fit.rmsd), "{:?}", fit);
            }
        }
    }
}
