//! Laws and worked values of items and abilities.

use irt::{Item, ItemError, Prior, PriorError, THETA_MAX, THETA_MIN, eap, information};
use proptest::prelude::*;

fn item(a: f64, b: f64) -> Item {
    Item::two_parameter(a, b).expect("within the bounds")
}

fn items() -> impl Strategy<Value = Item> {
    (0.05..=4.0, -6.0..=6.0).prop_map(|(a, b)| item(a, b))
}

fn answers(count: core::ops::Range<usize>) -> impl Strategy<Value = Vec<(Item, bool)>> {
    prop::collection::vec((items(), any::<bool>()), count)
}

/// Mean and standard deviation of the posterior by Simpson's rule on 24,000 panels, every factor from the formula:
/// another rule, another grid and other arithmetic than the crate's.
fn by_simpson(answers: &[(f64, f64, bool)], mu: f64, sigma: f64) -> (f64, f64) {
    let density = |theta: f64| {
        let prior = (-(theta - mu).powi(2) / (2.0 * sigma * sigma)).exp();
        answers.iter().fold(prior, |density, (a, b, right)| {
            let chance = 1.0 / (1.0 + (-a * (theta - b)).exp());
            density * if *right { chance } else { 1.0 - chance }
        })
    };
    let integral = |value: &dyn Fn(f64) -> f64| -> f64 {
        let panel = 12.0 / 24_000.0;
        let weight = |k: u32| if k == 0 || k == 24_000 { 1.0 } else { f64::from(2 + 2 * (k % 2)) };
        (0..=24_000_u32).map(|k| weight(k) * value(-6.0 + f64::from(k) * panel)).sum::<f64>() * panel / 3.0
    };
    let total = integral(&density);
    let mean = integral(&|theta| theta * density(theta)) / total;
    let variance = integral(&|theta| (theta - mean).powi(2) * density(theta)) / total;
    (mean, variance.sqrt())
}

fn check(answers: &[(f64, f64, bool)], (mu, sigma): (f64, f64)) {
    let given: Vec<_> = answers.iter().map(|(a, b, right)| (item(*a, *b), *right)).collect();
    let estimate = eap(&given, Prior::new(mu, sigma).expect("within the bounds"));
    let (mean, deviation) = by_simpson(answers, mu, sigma);
    let error = (estimate.theta() - mean).abs().max((estimate.se() - deviation).abs());
    assert!(error < 1e-6, "{estimate:?}, by Simpson {mean} and {deviation}");
}

#[test]
fn an_ability_is_that_of_a_finer_quadrature() {
    let ladder: Vec<_> =
        (0..30_i32).map(|k| (0.8 + 0.04 * f64::from(k), f64::from(k - 15) * 0.2, k % 3 > 0)).collect();
    check(&[], (0.0, 1.0));
    check(&[(1.0, 0.0, true)], (0.0, 1.0));
    check(&[(1.2, -1.0, true), (1.2, 1.5, false)], (0.0, 1.0));
    check(&[(1.7, 0.3, false), (0.9, -0.4, true), (2.5, 0.8, true)], (0.5, 0.8));
    check(&[(4.0, 0.0, true), (4.0, 0.5, false)], (0.0, 1.0));
    check(&ladder, (0.0, 1.0));
    check(&ladder, (-1.0, 2.0));
}

#[test]
fn information_is_greatest_at_the_difficulty_where_it_is_a_quarter_of_the_slope_squared() {
    // Lord 1980, chapter 5, with D = 1 and no guessing.
    let item = item(1.6, 0.7);
    assert!((item.information(0.7) - 0.64).abs() < 1e-15);
    assert!(item.information(0.6) < 0.64 && item.information(0.8) < 0.64);
}

#[test]
fn numbers_out_of_bounds_are_no_item_and_no_prior() {
    for a in [0.0, -1.0, 10.1, f64::INFINITY, f64::NAN] {
        assert!(matches!(Item::two_parameter(a, 0.0), Err(ItemError::Slope(_))), "{a}");
    }
    for b in [-20.1, 20.1, f64::NEG_INFINITY, f64::NAN] {
        assert!(matches!(Item::two_parameter(1.0, b), Err(ItemError::Difficulty(_))), "{b}");
        assert!(matches!(Prior::new(b, 1.0), Err(PriorError::Mean(_))), "{b}");
    }
    for sigma in [0.0, -1.0, 0.19, 6.1, f64::NAN] {
        assert!(matches!(Prior::new(0.0, sigma), Err(PriorError::Deviation(_))), "{sigma}");
    }
}

#[test]
fn thousands_of_answers_neither_underflow_nor_hide_later_ones() {
    let sharp = item(4.0, 0.0);
    let all = |right| eap(&vec![(sharp, right); 10_000], Prior::STANDARD);
    assert!(all(true).theta() > 2.0 && all(false).theta() < -2.0);
    let mut mixed = vec![(sharp, true); 5_000];
    mixed.extend([(sharp, false); 5_000]);
    let estimate = eap(&mixed, Prior::STANDARD);
    assert!(estimate.theta().abs() < 1e-9, "{estimate:?}");
    assert!(estimate.se() > 0.04, "no surer than the grid can tell: {estimate:?}");
}

proptest! {
    #[test]
    fn an_estimate_lies_within_the_grid(
        answers in answers(0..60), mu in -6.0..=6.0, sigma in 0.2..=6.0,
    ) {
        let estimate = eap(&answers, Prior::new(mu, sigma).expect("within the bounds"));
        prop_assert!((THETA_MIN..=THETA_MAX).contains(&estimate.theta()));
        prop_assert!(estimate.se() > 0.0 && estimate.se() <= 6.0);
    }

    #[test]
    fn the_order_of_answers_does_not_matter(
        (one, other) in answers(0..40).prop_flat_map(|a| (Just(a.clone()), Just(a).prop_shuffle())),
    ) {
        let (one, other) = (eap(&one, Prior::STANDARD), eap(&other, Prior::STANDARD));
        prop_assert!((one.theta() - other.theta()).abs() < 1e-9);
        prop_assert!((one.se() - other.se()).abs() < 1e-9);
    }

    #[test]
    fn all_right_is_above_all_wrong(items in prop::collection::vec(items(), 1..40)) {
        let all = |right| {
            let answers: Vec<_> = items.iter().map(|item| (*item, right)).collect();
            eap(&answers, Prior::STANDARD).theta()
        };
        prop_assert!(all(true) > all(false));
    }

    #[test]
    fn one_more_right_answer_never_lowers_the_ability(answers in answers(0..30), more in items()) {
        let before = eap(&answers, Prior::STANDARD).theta();
        let after: Vec<_> = answers.into_iter().chain([(more, true)]).collect();
        prop_assert!(eap(&after, Prior::STANDARD).theta() >= before - 1e-9);
    }

    #[test]
    fn an_informative_answer_makes_the_error_smaller_than_the_prior(
        a in 0.3..=4.0, b in -3.0..=3.0, right: bool, mu in -1.0..=1.0, sigma in 0.5..=1.5,
    ) {
        let prior = Prior::new(mu, sigma).expect("within the bounds");
        prop_assert!(eap(&[(item(a, b), right)], prior).se() < sigma);
    }

    #[test]
    fn information_is_never_negative_and_adds_up(
        one in prop::collection::vec(items(), 0..20), other in prop::collection::vec(items(), 0..20),
        theta in -8.0..=8.0,
    ) {
        let both: Vec<_> = one.iter().chain(&other).copied().collect();
        let apart = information(&one, theta) + information(&other, theta);
        prop_assert!(both.iter().all(|item| item.information(theta) >= 0.0));
        prop_assert!((information(&both, theta) - apart).abs() <= 1e-12 * (1.0 + apart));
    }

    #[test]
    fn probability_and_information_exist_at_any_finite_ability(item in items(), theta in prop::num::f64::NORMAL) {
        prop_assert!((0.0..=1.0).contains(&item.probability(theta)));
        let information = item.information(theta);
        prop_assert!(information >= 0.0 && information <= item.slope().powi(2) / 4.0 + 1e-12);
    }
}
