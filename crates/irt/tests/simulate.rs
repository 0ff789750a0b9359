//! What simulations must show, with fewer persons than `hocvuso irt simulate` takes.

use irt::exposure::Caps;
use irt::simulate::{Control, Kind, Report, Study, bank, run, sympson_hetter};
use irt::stop::{Cut, Rule};
use irt::{Bank, Entry, Graded, Method, Prior, Quota, Rules};

fn study<'a>(bank: &'a Bank, rules: &'a Rules, control: Control<'a>) -> Study<'a> {
    Study { bank, rules, control, people: 4_000, cut: Some(0.0), seed: 7 }
}

fn all_rules(least: u16, most: u16, cut: Option<Cut>) -> Rules {
    let quotas = (0..6).map(|content| Quota { content, least: least / 10, most: most / 4 }).collect();
    let method = Method::Progressive { ramp: least, acceleration: 1.0 };
    Rules { quotas, stop: Rule { least, most, se: None, cut }, method, pretest: 0, prior: Prior::STANDARD }
}

fn errors_are_told_truly(report: &Report) {
    assert!(report.bias.abs() < 0.02, "{report:?}");
    assert!((0.97..=1.03).contains(&report.se_over_rmse), "{report:?}");
    assert!((0.94..=0.96).contains(&report.coverage), "{report:?}");
}

#[test]
fn twenty_items_of_a_good_bank_tell_an_ability_well() {
    let bank = bank(Kind::TwoParameter, 1_000, 6, 1);
    let report = run(&study(&bank, &Rules::plain(20), Control::Open));
    errors_are_told_truly(&report);
    assert!(report.rmse <= 0.258, "{report:?}");
}

#[test]
fn a_precise_ability_takes_few_items() {
    let bank = bank(Kind::TwoParameter, 1_000, 6, 1);
    let stop = Rule { least: 1, most: 60, se: Some(0.30), cut: None };
    let report = run(&study(&bank, &Rules { stop, ..Rules::plain(60) }, Control::Open));
    assert!(report.mean_length <= 15.6, "{report:?}");
}

#[test]
fn all_rules_together_keep_the_bank_and_cost_little_precision() {
    let bank = bank(Kind::TwoParameter, 1_000, 6, 1);
    let report = run(&study(&bank, &all_rules(30, 30, None), Control::Eligibility(Caps::default())));
    errors_are_told_truly(&report);
    assert!(report.rmse <= 0.27, "{report:?}");
    assert!(report.exposure_max <= 0.20 && report.exposure_max_at_equal_ability <= 0.36, "{report:?}");
    assert!(report.overlap <= 0.125 && report.overlap_at_equal_ability <= 0.20, "{report:?}");
    assert!(report.bank_used == 1.0 && report.quota_violations == 0, "{report:?}");
}

#[test]
fn sides_of_a_cut_are_found_early() {
    let bank = bank(Kind::TwoParameter, 1_000, 6, 1);
    let rules = all_rules(10, 40, Some(Cut::at(0.0)));
    let report = run(&study(&bank, &rules, Control::Eligibility(Caps::default())));
    assert!(report.mean_length <= 23.0 && report.right_at_cut >= Some(0.925), "{report:?}");
}

#[test]
fn parameters_of_sympson_and_hetter_hold_the_cap() {
    let bank = bank(Kind::TwoParameter, 300, 1, 1);
    let rules = Rules::plain(15);
    let study = Study { people: 1_000, ..study(&bank, &rules, Control::Open) };
    let parameters = sympson_hetter(&study, 0.25, 8);
    let report = run(&Study { control: Control::SympsonHetter(&parameters), seed: 99, ..study });
    assert!(report.exposure_max < 0.30, "{report:?}");
    let open = run(&study);
    assert!(open.exposure_max > 0.9 && report.rmse < open.rmse * 1.25, "{report:?}");
}

#[test]
fn partial_credit_tells_more_than_right_and_wrong() {
    let place = |k: i32| f64::from(k % 40) / 10.0 - 2.0;
    let graded =
        |k| Graded::new(1.3, &[place(k) - 0.8, place(k), place(k) + 0.8]).expect("within the bounds");
    let two = |k| Graded::new(1.3, &[place(k)]).expect("within the bounds");
    let rules = Rules::plain(12);
    let of = |entries: Vec<Entry>| run(&study(&Bank::new(entries), &rules, Control::Open));
    let partial = of((0..120).map(|k| Entry::scored(graded(k), 0)).collect());
    let right_or_wrong = of((0..120).map(|k| Entry::scored(two(k), 0)).collect());
    errors_are_told_truly(&partial);
    assert!(partial.rmse < 0.93 * right_or_wrong.rmse, "{partial:?} {right_or_wrong:?}");
}

#[test]
fn the_same_seed_gives_the_same_figures() {
    let bank = bank(Kind::ThreeParameter, 200, 6, 3);
    let rules = all_rules(10, 20, Some(Cut::at(0.3)));
    let of = |seed| {
        run(&Study { people: 200, seed, ..study(&bank, &rules, Control::Eligibility(Caps::default())) })
    };
    assert_eq!(of(5), of(5));
    assert_ne!(of(5), of(6));
}
