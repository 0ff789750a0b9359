//! Laws and worked values of items and abilities.

use irt::{
    Graded, Item, ItemError, Model, Posterior, Prior, PriorError, THETA_MAX, THETA_MIN, eap, information,
    mle, per_content, wle,
};
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

/// Simpson again, for the answers of models.
fn posterior_by_simpson(answers: &[(Model, u8)]) -> (f64, f64) {
    let density = |theta: f64| {
        answers.iter().fold((-theta * theta / 2.0).exp(), |density, (model, score)| {
            density * model.probability(*score, theta)
        })
    };
    let weight = |k: u32| if k == 0 || k == 4_800 { 1.0 } else { f64::from(2 + 2 * (k % 2)) };
    let at = |k: u32| -6.0 + f64::from(k) / 400.0;
    let sum = |value: &dyn Fn(f64) -> f64| {
        (0..=4_800).map(|k| weight(k) * value(at(k)) * density(at(k))).sum::<f64>()
    };
    let mean = sum(&|theta| theta) / sum(&|_| 1.0);
    (mean, (sum(&|theta| (theta - mean).powi(2)) / sum(&|_| 1.0)).sqrt())
}

fn learnt(answers: &[(Model, u8)]) -> Posterior {
    let mut posterior = Posterior::new(Prior::STANDARD);
    answers.iter().for_each(|(model, score)| posterior.answer(model, *score));
    posterior
}

fn models() -> impl Strategy<Value = Model> {
    let items = (0.3..=2.5, -2.5..=2.5, 0.0..=0.4)
        .prop_map(|(a, b, c)| Model::from(Item::new(a, b, c).expect("within the bounds")));
    let graded = (0.3..=2.5, -2.5..=1.0, 0.05..=1.5).prop_map(|(a, b, step)| {
        Model::from(Graded::new(a, &[b, b + step, b + 1.5 * step]).expect("within the bounds"))
    });
    prop_oneof![items, graded]
}

fn scored() -> impl Strategy<Value = Vec<(Model, u8)>> {
    prop::collection::vec((models(), 0_u8..=3), 0..25)
}

fn borrowed(answers: &[(Model, u8)]) -> Vec<(&Model, u8)> {
    answers.iter().map(|(model, score)| (model, *score)).collect()
}

#[test]
fn without_a_prior_all_right_and_all_wrong_are_at_the_ends_and_warm_brings_them_back() {
    let items: Vec<Model> = (-4..=4).map(|b| item(1.2, f64::from(b) / 2.0).into()).collect();
    let all = |score| -> Vec<(&Model, u8)> { items.iter().map(|item| (item, score)).collect() };
    let (right, wrong) = (mle(&all(1)).expect("answers"), mle(&all(0)).expect("answers"));
    assert_eq!((right.estimate.theta(), right.at_the_end), (THETA_MAX, true));
    assert_eq!((wrong.estimate.theta(), wrong.at_the_end), (THETA_MIN, true));
    let (right, wrong) = (wle(&all(1)).expect("answers"), wle(&all(0)).expect("answers"));
    assert!(!right.at_the_end && right.estimate.theta() > 2.0 && right.estimate.theta() < 5.0);
    assert!((right.estimate.theta() + wrong.estimate.theta()).abs() < 1e-9, "a mirror image");
    assert_eq!(mle(&[]), None);
    assert_eq!(wle(&[]), None);
}

#[test]
fn warm_is_less_biased_than_the_likeliest() {
    // Warm 1989: the bias of the likeliest is outwards. All patterns of eight items, weighed by their probability at θ.
    let items: Vec<Model> = (0..8).map(|k| item(1.5, f64::from(k) / 2.0 - 1.75).into()).collect();
    let theta = 1.0;
    let (mut of_mle, mut of_wle) = (0.0, 0.0);
    for pattern in 0_u32..256 {
        let answers: Vec<(&Model, u8)> =
            items.iter().enumerate().map(|(k, item)| (item, u8::from(pattern >> k & 1 == 1))).collect();
        let weight: f64 = answers.iter().map(|(model, score)| model.probability(*score, theta)).product();
        of_mle += weight * (mle(&answers).expect("answers").estimate.theta() - theta);
        of_wle += weight * (wle(&answers).expect("answers").estimate.theta() - theta);
    }
    assert!(of_mle > 0.1 && of_wle.abs() < 0.25 * of_mle, "{of_mle} {of_wle}");
}

#[test]
fn a_content_answered_better_stands_above_the_others() {
    let items: Vec<Model> = (0..10).map(|k| item(1.5, f64::from(k) / 5.0 - 1.0).into()).collect();
    let answers: Vec<_> =
        (0_u16..).zip(&items).map(|(k, item)| (k % 2, item, u8::from(k % 2 == 0))).collect();
    let scores = per_content(&answers, Prior::STANDARD, 0.4);
    assert_eq!(
        scores.iter().map(|score| (score.content, score.answers)).collect::<Vec<_>>(),
        [(0, 5), (1, 5)]
    );
    assert!(scores[0].estimate.theta() > scores[1].estimate.theta() + 0.2, "{scores:?}");
    // With no spread between contents the rest of the test says all that can be said of a content's prior.
    let close = per_content(&answers, Prior::STANDARD, 0.0);
    assert!((close[0].estimate.theta() - close[1].estimate.theta()).abs() < 1e-6, "{close:?}");
    assert!(per_content(&answers, Prior::STANDARD, f64::NAN) == close);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_posterior_of_any_models_is_that_of_a_finer_quadrature(answers in scored()) {
        let estimate = learnt(&answers).estimate();
        let (mean, deviation) = posterior_by_simpson(&answers);
        prop_assert!((estimate.theta() - mean).abs() < 1e-4, "{estimate:?} {mean}");
        prop_assert!((estimate.se() - deviation).abs() < 1e-4, "{estimate:?} {deviation}");
    }

    #[test]
    fn one_more_answer_raises_the_error_by_less_than_half_of_the_prior(answers in scored(), (model, score) in (models(), 0_u8..=3)) {
        // A surprising answer can make one less sure; on average over both answers the variance falls.
        let before = learnt(&answers);
        let mut after = before.clone();
        after.answer(&model, score);
        prop_assert!(after.estimate().se() <= before.estimate().se() + 0.5);
    }

    #[test]
    fn the_variance_falls_on_average_over_the_answers_to_come(answers in scored(), model in models()) {
        let before = learnt(&answers);
        let means = |score: u8| {
            let mut after = answers.clone();
            after.push((model.clone(), score));
            learnt(&after).estimate().se().powi(2)
        };
        // The chance of each answer as the posterior sees it, on a fine grid.
        let chances = |score: u8| -> f64 {
            let at = |k: i32| f64::from(k) / 50.0;
            let density = |theta: f64| answers.iter().fold((-theta * theta / 2.0).exp(), |density, (model, score)| {
                density * model.probability(*score, theta)
            });
            let (mut chance, mut total) = (0.0, 0.0);
            for theta in (-300..=300).map(at) {
                chance += density(theta) * model.probability(score, theta);
                total += density(theta);
            }
            chance / total
        };
        let expected: f64 = (0..=model.top()).map(|score| chances(score) * means(score)).sum();
        prop_assert!(expected <= before.estimate().se().powi(2) + 1e-6);
    }

    #[test]
    fn the_probability_above_a_cut_falls_with_the_cut(answers in scored(), cut in -5.0..=5.0, more in 0.0..=3.0) {
        let posterior = learnt(&answers);
        let (low, high) = (posterior.above(cut), posterior.above(cut + more));
        prop_assert!((0.0..=1.0 + 1e-12).contains(&low) && high <= low + 1e-12);
        prop_assert!(posterior.above(f64::NEG_INFINITY) > 1.0 - 1e-9 && posterior.above(f64::INFINITY) < 1e-9);
    }

    #[test]
    fn the_likeliest_is_likelier_than_any_other(answers in scored(), theta in -6.0..=6.0) {
        let answers = borrowed(&answers);
        let log = |theta: f64| answers.iter().map(|(model, score)| model.probability(*score, theta).ln()).sum::<f64>();
        if let Some(found) = mle(&answers) {
            prop_assert!(log(found.estimate.theta()) >= log(theta) - 1e-6);
            prop_assert!(found.estimate.se() > 0.0);
            prop_assert!(wle(&answers).expect("answers").estimate.theta().abs() <= 6.0);
        }
    }

    #[test]
    fn any_answers_to_any_models_have_an_estimate(
        answers in prop::collection::vec((0.001..=10.0, -20.0..=20.0, 1e-9..=30.0, any::<u8>()), 0..60), cut: f64,
    ) {
        let mut posterior = Posterior::new(Prior::STANDARD);
        for (a, b, step, score) in answers {
            if let Ok(graded) = Graded::new(a, &[b, b + step]) {
                posterior.answer(&graded.into(), score);
            }
            posterior.answer(&item(a, b).into(), score);
        }
        let estimate = posterior.estimate();
        prop_assert!(estimate.theta().abs() <= 6.0 && estimate.se() > 0.0 && estimate.se() <= 6.0, "{estimate:?}");
        let _ = posterior.above(cut);
    }
}
