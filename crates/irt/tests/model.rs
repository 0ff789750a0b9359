//! Laws and worked values of the models.

use irt::{Graded, Item, ItemError, Model};
use proptest::prelude::*;

fn models() -> impl Strategy<Value = Model> {
    let items = (0.05..=10.0, -20.0..=20.0, 0.0..=0.5)
        .prop_map(|(a, b, c)| Model::from(Item::new(a, b, c).expect("within the bounds")));
    let graded = (0.05..=10.0, prop::collection::btree_set(-2000..=2000_i32, 1..15)).prop_map(|(a, set)| {
        let thresholds: Vec<f64> = set.into_iter().map(|b| f64::from(b) / 100.0).collect();
        Model::from(Graded::new(a, &thresholds).expect("within the bounds"))
    });
    prop_oneof![items, graded]
}

/// Where everything is neither 0 nor 1, so that differences can be taken.
fn mild() -> impl Strategy<Value = (Model, f64)> {
    let items = (0.3..=2.5, -2.0..=2.0, 0.0..=0.4)
        .prop_map(|(a, b, c)| Model::from(Item::new(a, b, c).expect("within the bounds")));
    let graded = (0.3..=2.5, -2.0..=0.0, 0.3..=1.0).prop_map(|(a, b, step)| {
        Model::from(Graded::new(a, &[b, b + step, b + 2.5 * step]).expect("within the bounds"))
    });
    (prop_oneof![items, graded], -3.0..=3.0)
}

fn scores(model: &Model) -> core::ops::RangeInclusive<u8> {
    0..=model.top()
}

#[test]
fn guessing_moves_and_lowers_the_peak_as_birnbaum_says() {
    // Lord 1980, chapter 10: with c the greatest information is a²/(8 (1−c)²) (1 − 20c − 8c² + (1+8c)^1.5).
    let (a, c): (f64, f64) = (1.3, 0.2);
    let item = Item::new(a, 0.4, c).expect("within the bounds");
    let greatest =
        a * a / (8.0 * (1.0 - c).powi(2)) * (1.0 - 20.0 * c - 8.0 * c * c + (1.0 + 8.0 * c).powf(1.5));
    assert!((item.information(item.peak()) - greatest).abs() < 1e-12);
    assert!(
        item.information(item.peak() - 0.01) < greatest && item.information(item.peak() + 0.01) < greatest
    );
}

#[test]
fn numbers_out_of_bounds_are_no_item() {
    for c in [-0.01, 0.51, f64::NAN, f64::INFINITY] {
        assert!(matches!(Item::new(1.0, 0.0, c), Err(ItemError::Guessing(_))), "{c}");
    }
    assert!(matches!(Graded::new(0.0, &[0.0]), Err(ItemError::Slope(_))));
    assert!(matches!(Graded::new(1.0, &[f64::NAN]), Err(ItemError::Difficulty(_))));
    assert!(matches!(Graded::new(1.0, &[1.0, 0.5]), Err(ItemError::Order(_))));
    assert!(matches!(Graded::new(1.0, &[0.0; 16]), Err(ItemError::Thresholds(16))));
}

#[test]
fn a_difficulty_known_badly_flattens_as_integrating_it_out_does() {
    for (a, sd) in [(0.7, 0.5), (1.2, 0.5), (1.2, 1.0), (2.0, 0.5)] {
        let item = Item::two_parameter(a, 0.3).expect("within the bounds");
        let flat = item.attenuated(sd);
        for theta in [-2.0, -1.0, 0.0, 0.3, 1.0, 2.5] {
            let (mut mean, mut total) = (0.0, 0.0);
            for k in -600..=600_i32 {
                let z = f64::from(k) / 100.0;
                let weight = (-z * z / 2.0).exp();
                total += weight;
                mean += weight / (1.0 + (-a * (theta - 0.3 - sd * z)).exp());
            }
            assert!((flat.probability(theta) - mean / total).abs() < 0.02, "{a} {sd} {theta}");
        }
    }
    let item = Item::two_parameter(1.2, 0.3).expect("within the bounds");
    assert_eq!(item.attenuated(0.0), item);
    assert_eq!(item.attenuated(f64::NAN), item);
    assert!(item.attenuated(f64::INFINITY).slope() > 0.0);
}

proptest! {
    #[test]
    fn probabilities_of_all_scores_add_up_to_one(model in models(), theta in -30.0..=30.0) {
        let total: f64 = scores(&model).map(|score| model.probability(score, theta)).sum();
        prop_assert!((total - 1.0).abs() < 1e-12, "{total}");
        let expected: f64 = scores(&model).map(|score| f64::from(score) * model.probability(score, theta)).sum();
        prop_assert!((model.expected(theta) - expected).abs() < 1e-10);
    }

    #[test]
    fn a_greater_ability_expects_a_greater_score(model in models(), theta in -8.0..=8.0, more in 0.0..=4.0) {
        prop_assert!(model.expected(theta + more) >= model.expected(theta) - 1e-12);
    }

    #[test]
    fn derivatives_are_those_of_differences((model, theta) in mild()) {
        let step = 1e-5;
        for score in scores(&model) {
            let log = |theta| model.probability(score, theta).ln();
            let slope = (log(theta + step) - log(theta - step)) / (2.0 * step);
            prop_assert!((model.pull(score, theta) - slope).abs() < 1e-5);
        }
    }

    #[test]
    fn information_is_the_spread_of_the_pull((model, theta) in mild()) {
        let moment = |power| -> f64 {
            scores(&model).map(|score| model.probability(score, theta) * model.pull(score, theta).powi(power)).sum()
        };
        prop_assert!(moment(1).abs() < 1e-12, "its mean is 0");
        prop_assert!((moment(2) - model.information(theta)).abs() < 1e-12);
    }

    #[test]
    fn the_skew_is_that_of_differences((model, theta) in mild()) {
        let step = 1e-4;
        let skew: f64 = scores(&model).map(|score| {
            let p = |theta| model.probability(score, theta);
            let first = (p(theta + step) - p(theta - step)) / (2.0 * step);
            let second = (p(theta + step) - 2.0 * p(theta) + p(theta - step)) / (step * step);
            first * second / p(theta)
        }).sum();
        prop_assert!((model.skew(theta) - skew).abs() < 1e-4, "{} {skew}", model.skew(theta));
    }

    #[test]
    fn any_finite_ability_has_numbers(model in models(), theta in prop::num::f64::NORMAL, score: u8) {
        prop_assert!((0.0..=1.0).contains(&model.probability(score, theta)));
        prop_assert!(model.information(theta) >= 0.0);
        prop_assert!(model.pull(score, theta).is_finite() && model.skew(theta).is_finite());
    }

    #[test]
    fn any_numbers_are_an_item_or_a_reason(a: f64, b: f64, c: f64, thresholds: Vec<f64>, sd: f64) {
        if let Ok(item) = Item::new(a, b, c) {
            prop_assert!(item.attenuated(sd).slope() <= a);
        }
        let _ = Graded::new(a, &thresholds);
    }
}
