//! Calibration against worked values and by its laws.

use irt::calibrate::{
    Answer, CalibrateError, Calibration, Estimated, Family, GuessPrior, Known, Options, Outcome, Population,
    Reason, Responses, SlopePrior, Start, calibrate,
};
use irt::{Graded, Item, Model};
use proptest::prelude::*;

use crate::simulated::{Dice, adaptive, near, responses, rmse, simulated};

/// LSAT section 6: how many of 1,000 persons had each of the 32 patterns, from 00000 to 11111 (Bock & Lieberman 1970).
const LSAT6: [usize; 32] = [
    3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11,
    61, 28, 298,
];

fn lsat6() -> Responses {
    let mut responses = Responses::new(5);
    for (pattern, times) in LSAT6.iter().enumerate() {
        let answers = (0..5_u32).map(|item| Answer { item, score: u8::from(pattern & (16 >> item) > 0) });
        let answers: Vec<Answer> = answers.collect();
        for _ in 0..*times {
            responses.push(&answers).unwrap();
        }
    }
    responses
}

fn logistic(calibration: &Calibration) -> Vec<(Item, Estimated)> {
    let estimated = calibration.items.iter().map(|outcome| match outcome {
        Outcome::Estimated(estimated) => match &estimated.model {
            Model::Logistic(item) => (*item, estimated.clone()),
            Model::Graded(_) => panic!("graded"),
        },
        other => panic!("{other:?}"),
    });
    estimated.collect()
}

#[test]
fn lsat6_is_as_in_the_literature() {
    let options = Options { tolerance: 1e-7, ..Options::default() };
    let calibration = calibrate(&lsat6(), &[], &options).unwrap();
    assert!(calibration.ending.converged, "{:?}", calibration.ending);
    near(calibration.log_likelihood, -2466.65, 0.01);
    assert_eq!((calibration.persons, calibration.parameters), (1000, 10));
    let wanted = [(0.825, 2.773), (0.723, 0.990), (0.890, 0.249), (0.688, 1.285), (0.658, 2.053)];
    for ((item, _), (slope, intercept)) in logistic(&calibration).iter().zip(wanted) {
        near(item.slope(), slope, 0.002);
        near(-item.slope() * item.difficulty(), intercept, 0.002);
    }
}

#[test]
fn the_rasch_model_of_lsat6_too() {
    let options = Options { tolerance: 1e-7, ..Options::of(Family::OneParameter) };
    let calibration = calibrate(&lsat6(), &[], &options).unwrap();
    near(calibration.log_likelihood, -2466.938, 0.01);
    let intercepts = [2.730, 0.999, 0.240, 1.307, 2.100];
    for ((item, estimated), intercept) in logistic(&calibration).iter().zip(intercepts) {
        near(item.slope(), 0.755, 0.002);
        near(-item.slope() * item.difficulty(), intercept, 0.002);
        near(estimated.errors.slope, 0.069, 0.005);
    }
}

#[test]
fn two_parameters_are_recovered_under_planned_missing_data_and_their_errors_are_honest() {
    let (bank, persons) = simulated(1, 40, 2_500, 20, 0.0, 0.0);
    let calibration = calibrate(&responses(40, &persons), &[], &Options::default()).unwrap();
    assert!(calibration.ending.converged);
    let found = logistic(&calibration);
    let slopes = rmse(bank.iter().zip(&found).map(|(truth, (item, _))| (truth.slope(), item.slope())));
    let difficulties =
        rmse(bank.iter().zip(&found).map(|(truth, (item, _))| (truth.difficulty(), item.difficulty())));
    assert!(slopes < 0.18 && difficulties < 0.14, "{slopes} {difficulties}");
    let z = bank
        .iter()
        .zip(&found)
        .map(|(truth, (item, estimated))| ((item.slope() - truth.slope()) / estimated.errors.slope, 0.0));
    let z = rmse(z);
    assert!((0.75..1.25).contains(&z), "errors are off by the factor {z}");
    let z = bank.iter().zip(&found).map(|(truth, (item, estimated))| {
        ((item.difficulty() - truth.difficulty()) / estimated.errors.difficulties[0], 0.0)
    });
    let z = rmse(z);
    assert!((0.75..1.25).contains(&z), "errors are off by the factor {z}");
}

#[test]
fn three_parameters_are_recovered_as_far_as_can_be() {
    let (bank, persons) = simulated(2, 25, 2_000, 25, 0.2, 0.0);
    let calibration = calibrate(&responses(25, &persons), &[], &Options::of(Family::ThreeParameter)).unwrap();
    assert!(calibration.ending.converged, "{:?}", calibration.ending);
    let found = logistic(&calibration);
    let difficulties =
        rmse(bank.iter().zip(&found).map(|(truth, (item, _))| (truth.difficulty(), item.difficulty())));
    let guesses = rmse(bank.iter().zip(&found).map(|(truth, (item, _))| (truth.guessing(), item.guessing())));
    assert!(difficulties < 0.3 && guesses < 0.08, "{difficulties} {guesses}");
    assert!(found.iter().all(|(_, estimated)| estimated.errors.guessing.is_some_and(|error| error < 0.15)));
}

#[test]
fn graded_items_are_recovered() {
    let mut dice = Dice::new(3);
    let bank: Vec<Graded> = (0..12)
        .map(|k| Graded::new(0.8 + 0.1 * f64::from(k), &[-1.5 + 0.1 * f64::from(k), 0.1, 1.2]).unwrap())
        .collect();
    let mut responses = Responses::new(12);
    for _ in 0..3_000 {
        let theta = dice.normal();
        let answers = bank.iter().zip(0_u32..).map(|(item, place)| {
            let mut left = dice.roll();
            let score = (0..3).find(|score| {
                left -= item.probability(*score, theta);
                left < 0.0
            });
            Answer { item: place, score: score.unwrap_or(3) }
        });
        let answers: Vec<Answer> = answers.collect();
        responses.push(&answers).unwrap();
    }
    let calibration = calibrate(&responses, &[], &Options::of(Family::Graded)).unwrap();
    for (truth, outcome) in bank.iter().zip(&calibration.items) {
        let estimated = outcome.estimated().unwrap();
        let Model::Graded(item) = &estimated.model else { panic!("{outcome:?}") };
        near(item.slope(), truth.slope(), 4.0 * estimated.errors.slope);
        assert!(estimated.errors.slope < 0.12);
        let thresholds = item.thresholds().iter().zip(truth.thresholds()).zip(&estimated.errors.difficulties);
        for ((got, wanted), error) in thresholds {
            near(*got, *wanted, 4.0 * error);
            assert!(*error < 0.15);
        }
    }
}

#[test]
fn new_items_come_onto_the_scale_of_fixed_ones_and_the_population_is_found() {
    let (bank, persons) = simulated(4, 40, 3_000, 20, 0.0, 0.6);
    let starts = bank.iter().enumerate().map(|(place, item)| match place {
        0..30 => Start::Fixed(Model::Logistic(*item)),
        _ => Start::Unknown,
    });
    let options = Options { population_is: Known::Estimated, ..Options::default() };
    let starts: Vec<Start> = starts.collect();
    let calibration = calibrate(&responses(40, &persons), &starts, &options).unwrap();
    near(calibration.population.mean, 0.6, 0.07);
    near(calibration.population.deviation, 1.0, 0.07);
    assert_eq!(calibration.parameters, 22);
    for (truth, outcome) in bank.iter().zip(&calibration.items).skip(30) {
        let estimated = outcome.estimated().unwrap();
        let Model::Logistic(item) = &estimated.model else { panic!("{outcome:?}") };
        near(item.difficulty(), truth.difficulty(), 4.0 * estimated.errors.difficulties[0]);
    }
    assert_eq!(calibration.items[0], Outcome::Fixed(Model::Logistic(bank[0])));
    let unanchored = calibrate(&responses(40, &persons), &[], &options);
    assert_eq!(unanchored, Err(CalibrateError::Unanchored));
}

#[test]
fn what_answers_do_not_tell_is_named_and_not_made_up() {
    let (_, mut persons) = simulated(5, 10, 300, 10, 0.0, 0.0);
    let mut dice = Dice::new(6);
    for (place, answers) in persons.iter_mut().enumerate() {
        let able = answers.iter().filter(|answer| answer.score > 0).count() > 5;
        answers.push(Answer { item: 10, score: 1 });
        answers.push(Answer { item: 11, score: 0 });
        answers.extend((place < 19).then_some(Answer { item: 12, score: u8::from(dice.roll() < 0.5) }));
        answers.push(Answer { item: 13, score: u8::from(!able) });
    }
    let calibration = calibrate(&responses(15, &persons), &[], &Options::default()).unwrap();
    let reasons: Vec<_> = calibration.items.iter().skip(10).collect();
    assert_eq!(
        reasons,
        [
            &Outcome::NotEstimated(Reason::AllAlike { score: 1 }),
            &Outcome::NotEstimated(Reason::AllAlike { score: 0 }),
            &Outcome::NotEstimated(Reason::TooFew { answers: 19, wanted: 20 }),
            &Outcome::NotEstimated(Reason::TellsNothing),
            &Outcome::NotEstimated(Reason::TooFew { answers: 0, wanted: 20 }),
        ]
    );
    assert!(calibration.items.iter().take(10).all(|outcome| outcome.estimated().is_some()));
    let high = calibrate(&responses(1, &[vec![Answer { item: 0, score: 2 }]]), &[], &Options::default());
    assert_eq!(high, Err(CalibrateError::Score { item: 0, score: 2, top: 1 }));
}

#[test]
fn the_order_of_persons_changes_nothing_and_of_items_only_rounding() {
    let (_, persons) = simulated(7, 12, 400, 8, 0.0, 0.0);
    let whole = calibrate(&responses(12, &persons), &[], &Options::default()).unwrap();
    let backwards: Vec<_> = persons.iter().rev().cloned().collect();
    assert_eq!(calibrate(&responses(12, &backwards), &[], &Options::default()).unwrap(), whole);
    let turned = persons.iter().map(|answers| {
        answers.iter().map(|answer| Answer { item: 11 - answer.item, score: answer.score }).collect()
    });
    let turned: Vec<Vec<Answer>> = turned.collect();
    let turned = calibrate(&responses(12, &turned), &[], &Options::default()).unwrap();
    for ((left, _), (right, _)) in logistic(&whole).iter().zip(logistic(&turned).iter().rev()) {
        near(left.slope(), right.slope(), 1e-6);
        near(left.difficulty(), right.difficulty(), 1e-6);
    }
    let with_another = calibrate(&responses(13, &persons), &[], &Options::default()).unwrap();
    assert_eq!(with_another.items[..12], whole.items[..]);
    assert_eq!(with_another.log_likelihood.to_bits(), whole.log_likelihood.to_bits());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn nothing_fails_on_any_answers(
        persons in prop::collection::vec(prop::collection::vec(prop::option::of(0_u8..4), 5), 0..40),
        family in prop::sample::select(vec![Family::OneParameter, Family::TwoParameter, Family::ThreeParameter, Family::Graded]),
        numbers in prop::collection::vec(prop::num::f64::ANY, 8),
        answers_min in 0_usize..4,
    ) {
        let top = if family == Family::Graded { 3 } else { 1 };
        let mut responses = Responses::new(5);
        for person in &persons {
            let answers = person.iter().zip(0_u32..);
            let answers: Vec<Answer> = answers
                .filter_map(|(score, item)| Some(Answer { item, score: (*score)?.min(top) }))
                .collect();
            responses.push(&answers).unwrap();
        }
        let options = Options {
            population: Population { mean: numbers[0], deviation: numbers[1] },
            slope_prior: (numbers[2] > 0.0).then_some(SlopePrior { mean: numbers[3], deviation: numbers[4] }),
            guess_prior: GuessPrior { mode: numbers[5], weight: numbers[6] },
            tolerance: numbers[7],
            answers_min,
            turns_max: 60,
            ..Options::of(family)
        };
        let calibration = calibrate(&responses, &[], &options).unwrap();
        prop_assert!(calibration.log_likelihood <= 0.0);
        for estimated in calibration.items.iter().filter_map(Outcome::estimated) {
            prop_assert!(estimated.errors.slope >= 0.0);
            prop_assert!(estimated.errors.difficulties.iter().all(|error| *error >= 0.0));
        }
    }
}

#[test]
fn answers_to_items_chosen_by_the_answers_so_far_calibrate_as_well() {
    let (bank, _) = simulated(8, 40, 0, 0, 0.0, 0.0);
    let mut dice = Dice::new(9);
    let persons: Vec<Vec<Answer>> = (0..3_000)
        .map(|_| {
            let theta = dice.normal();
            adaptive(&mut dice, &bank, theta, 15)
        })
        .collect();
    let calibration = calibrate(&responses(40, &persons), &[], &Options::default()).unwrap();
    let off = bank.iter().zip(logistic(&calibration)).map(|(truth, (item, estimated))| {
        ((item.difficulty() - truth.difficulty()) / estimated.errors.difficulties[0], 0.0)
    });
    let z = rmse(off);
    assert!((0.6..1.4).contains(&z), "errors are off by the factor {z}");
}

#[test]
fn it_settles_also_where_an_item_lies_at_a_bound() {
    for seed in 0..12 {
        let (_, persons) = simulated(50 + seed, 10, 100, 10, 0.0, 0.0);
        for family in [Family::OneParameter, Family::TwoParameter, Family::ThreeParameter] {
            let calibration = calibrate(&responses(10, &persons), &[], &Options::of(family)).unwrap();
            assert!(calibration.ending.converged, "seed {seed}, {family:?}: {:?}", calibration.ending);
        }
    }
}
