//! Goal: the promises of the source article are read as they stand, and no share looks better than it is.

use domain::content::{Fault, Finding};
use domain::ids::GroupId;
use domain::standing::Rung;
use domain::targets::{Denominator, Figure, Plan, SMALL_BELOW, Shown, Value, read, shown};
use domain::text::Text;
use proptest::prelude::*;

use crate::shelf::{count, curriculum};

fn plans() -> Vec<Plan> {
    read("hanoi-2025.txt", include_str!("../../../../data/targets/hanoi-2025.txt")).unwrap()
}

#[test]
fn the_targets_of_the_article_are_read() {
    let plans = plans();
    let units: Vec<&str> = plans.iter().map(|plan| plan.unit.as_str()).collect();
    assert_eq!(units, ["B01", "A006", "A003", "A001"]);
    let targets: Vec<_> = plans.iter().flat_map(|plan| &plan.targets).collect();
    assert!(count(targets.iter().map(|target| &target.id)).values().all(|times| *times == 1));
    assert!(targets.iter().any(|target| target.value == Value::Rank(5)));
    assert!(targets.iter().any(|target| target.value == Value::Share(850) && target.group.is_none()));
    for target in targets.iter().filter(|target| target.group.is_some()) {
        assert!(target.from >= Some(Rung::Alone), "{}: seeing is not having the skill", target.id);
        assert!(curriculum().syllabus.group_title(target.group.as_ref().unwrap()).is_some(), "{}", target.id);
    }
}

const PLAN: &str = "\
plan
  unit B01
  issuer A
  document B
  source C
  target t
    wording W
    value 800 permille
    due 2026-12-31
";

#[test]
fn a_fault_of_a_plan_is_told_with_its_line() {
    assert!(read("t", PLAN).is_ok());
    for (from, to, line, fault) in [
        ("plan\n", "plane\n", 1, Fault::UnknownWord { word: "plane".into(), allowed: vec!["plan"] }),
        ("  issuer A\n", "", 1, Fault::Missing { word: "issuer" }),
        ("wording W", "wording Chữ", 7, Fault::NotTranslated { text: "Chữ".into() }),
        ("    due 2026-12-31\n", "", 6, Fault::Missing { word: "due" }),
        (
            "800 permille",
            "1001 permille",
            8,
            Fault::BadValue {
                word: "value".into(),
                value: "1001 permille".into(),
                allowed: "850 permille, 500000 people, rank 5, words",
            },
        ),
    ] {
        let found = read("t", &PLAN.replace(from, to)).unwrap_err();
        assert_eq!(found, [Finding { file: "t".into(), line, fault }], "{from}");
    }
}

fn figure(numerator: i64, value: i64) -> Figure {
    let denominator = Denominator {
        unit: "B01".parse().unwrap(),
        group: GroupId::parse("adults").unwrap(),
        value,
        source: Text::new("x", "x"),
        as_of: "2026".into(),
        demonstration: true,
    };
    Figure { numerator, denominator: Some(denominator), on: "2026-11-22".parse().unwrap() }
}

proptest! {
    #[test]
    fn a_share_is_rounded_down(numerator in 0i64..20_000_000, value in 1i64..10_000_000) {
        let share = figure(numerator, value).permille().unwrap();
        prop_assert!(share * value <= numerator * 1_000);
        prop_assert!((share + 1) * value > numerator * 1_000);
    }

    #[test]
    fn with_the_people_still_wanted_a_share_is_reached_and_with_one_less_it_is_not(
        numerator in 0i64..10_000_000,
        value in 1i64..10_000_000,
        wanted in 1i64..=1_000,
    ) {
        let missing = figure(numerator, value).missing_for(wanted).unwrap();
        prop_assert!(figure(numerator + missing, value).permille().unwrap() >= wanted);
        if missing > 0 {
            prop_assert!(figure(numerator + missing - 1, value).permille().unwrap() < wanted);
        }
    }
}

#[test]
fn no_share_is_given_without_a_denominator_above_zero() {
    let none = Figure { denominator: None, ..figure(7, 1) };
    assert_eq!((none.permille(), none.missing_for(800)), (None, None));
    assert_eq!(figure(7, 0).permille(), None);
    assert_eq!(figure(0, 0).missing_for(800), Some(0));
}

#[test]
fn counts_that_could_point_at_a_person_are_not_published() {
    assert_eq!(shown(0), Shown::Count(0));
    assert!((1..SMALL_BELOW).all(|few| shown(few) == Shown::Few));
    assert_eq!(shown(SMALL_BELOW), Shown::Count(SMALL_BELOW));
}
