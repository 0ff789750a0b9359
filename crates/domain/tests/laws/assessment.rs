//! Goal: a check is fair: it ends, asks what it promised, and the same answers always mean the same.

use domain::assessment::{Outcome, Refused, order};
use domain::content::{Blueprint, Item};
use domain::ids::{BlueprintId, ItemId, StatementId};
use domain::learning::{Act, Deed, Learner, Refusal, decide};
use domain::standing::Rung;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use crate::shelf::{act_id, count, curriculum, dawn, newcomer};

fn check() -> &'static Blueprint {
    curriculum().blueprints.values().next().expect("the first course has a check")
}

fn id() -> BlueprintId {
    check().card.id.clone()
}

fn item(id: &ItemId) -> &'static Item {
    curriculum().items.iter().find(|item| item.id == *id).expect("an asked item is in the bank")
}

fn does(learner: &Learner, id: StatementId, at: Timestamp, deed: Deed) -> Result<Learner, Refusal> {
    decide(learner, curriculum(), &Act { id, at, deed }, at).map(|decision| decision.learner)
}

fn begun(attempt: u32) -> Learner {
    does(&newcomer(), act_id(attempt), dawn(), Deed::BeginCheck { check: id() }).unwrap()
}

fn open(learner: &Learner) -> Option<ItemId> {
    learner.workbook.checks[&id()].attempt.as_ref()?.open.clone()
}

fn answer(learner: &Learner, item: &ItemId, choice: u8, at: Timestamp) -> Result<Learner, Refusal> {
    does(learner, act_id(99), at, Deed::Answer { check: id(), item: item.clone(), choice })
}

/// Goes through an attempt; `choose` gives for each question whether it is answered right.
fn taken(attempt: u32, at: Timestamp, mut right: impl FnMut(usize) -> bool) -> Learner {
    let mut learner = begun(attempt);
    let mut asked = 0;
    while let Some(open) = open(&learner) {
        let right = right(asked);
        let choice = item(&open).choices.iter().position(|choice| choice.right == right).unwrap();
        learner = answer(&learner, &open, u8::try_from(choice).unwrap(), at).unwrap();
        asked += 1;
    }
    learner
}

fn outcome(learner: &Learner) -> &Outcome {
    learner.workbook.checks[&id()].last.as_ref().expect("the attempt is finished")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_answered_the_quotas_are_met(attempt: u32, rights in prop::collection::vec(any::<bool>(), 10)) {
        let learner = taken(attempt, dawn(), |asked| rights[asked]);
        let given = &learner.workbook.checks[&id()].attempt.as_ref().unwrap().given;
        prop_assert_eq!(given.len(), usize::from(check().card.most));
        prop_assert_eq!(count(given.iter().map(|given| &given.item)).len(), given.len());
        let asked = count(given.iter().map(|given| item(&given.item).skill.clone()));
        for part in &check().parts {
            let asked = asked.get(&part.skill).copied().unwrap_or(0);
            prop_assert!((i64::from(part.least)..=i64::from(part.most)).contains(&asked), "{}: {}", part.skill, asked);
        }
        let rights = rights.iter().filter(|right| **right).count();
        prop_assert_eq!(usize::from(outcome(&learner).right), rights);
    }

    #[test]
    fn the_same_answers_mean_the_same_whenever_they_are_given(attempt: u32, rights in prop::collection::vec(any::<bool>(), 10)) {
        let today = taken(attempt, dawn(), |asked| rights[asked]);
        let later = taken(attempt, dawn() + SignedDuration::from_hours(999), |asked| rights[asked]);
        let later = Outcome { at: outcome(&today).at, ..outcome(&later).clone() };
        prop_assert_eq!(outcome(&today), &later);
    }

    #[test]
    fn a_skill_is_passed_exactly_when_cut_and_own_questions_are(attempt: u32, rights in prop::collection::vec(any::<bool>(), 10)) {
        let learner = taken(attempt, dawn(), |asked| rights[asked]);
        let given = &learner.workbook.checks[&id()].attempt.as_ref().unwrap().given;
        let outcome = outcome(&learner);
        for part in &check().parts {
            let own = given.iter().filter(|given| given.right && item(&given.item).skill == part.skill).count();
            let passes = outcome.theta_milli >= check().cut_milli && own >= usize::from(part.right);
            prop_assert_eq!(outcome.passed.contains(&part.skill), passes);
            prop_assert_eq!(learner.book.rung(&part.skill), passes.then_some(Rung::Passed));
        }
        prop_assert_eq!(outcome.all, outcome.passed.len() == check().parts.len());
    }

    #[test]
    fn the_order_of_answers_is_a_permutation(attempt: u32, choices in 0u8..9) {
        for item in &curriculum().items {
            let mut shown = order(act_id(attempt), &item.id, choices);
            prop_assert_eq!(&shown, &order(act_id(attempt), &item.id, choices));
            shown.sort_unstable();
            prop_assert_eq!(shown, (0..choices).collect::<Vec<u8>>());
        }
    }
}

#[test]
fn the_order_of_answers_differs_between_attempts_and_favours_no_place() {
    let places: Vec<Vec<u8>> =
        (0..400).map(|attempt| order(act_id(attempt), &curriculum().items[0].id, 4)).collect();
    assert!(count(&places).len() >= 20, "of 24 orders");
    for place in 0..4 {
        let first = count(places.iter().map(|shown| shown[place]));
        assert!(first.values().all(|times| (60..=140).contains(times)), "{first:?}");
    }
}

#[test]
fn neighbours_do_not_get_the_same_questions_in_a_row() {
    let first = count((0..60).filter_map(|attempt| open(&begun(attempt))));
    assert!(first.len() >= 2, "{first:?}");
}

#[test]
fn all_right_passes_everything_and_all_wrong_nothing() {
    for attempt in 0..20 {
        let best = taken(attempt, dawn(), |_| true);
        assert!(outcome(&best).all && outcome(&best).right == check().card.most);
        let worst = taken(attempt, dawn(), |_| false);
        assert!(outcome(&worst).passed.is_empty() && worst.book.standings.is_empty());
        assert!(outcome(&best).theta_milli > outcome(&worst).theta_milli);
    }
}

#[test]
fn a_finished_attempt_refuses_answers() {
    let learner = taken(1, dawn(), |_| true);
    let asked = learner.workbook.checks[&id()].attempt.as_ref().unwrap().given[0].item.clone();
    assert_eq!(answer(&learner, &asked, 0, dawn()), Err(Refusal::Check(Refused::NotOpen)));
}

#[test]
fn only_the_open_question_takes_only_its_own_answers() {
    let learner = begun(1);
    let open = open(&learner).unwrap();
    let other = curriculum().items.iter().find(|item| item.id != open).unwrap();
    let refused = |refused| Err(Refusal::Check(refused));
    assert_eq!(answer(&learner, &other.id, 0, dawn()), refused(Refused::OtherItem { open: open.clone() }));
    assert_eq!(answer(&learner, &open, 9, dawn()), refused(Refused::NoSuchChoice(9)));
    assert_eq!(answer(&newcomer(), &open, 0, dawn()), refused(Refused::NotOpen));
    let nowhere = BlueprintId::parse("nowhere").unwrap();
    let begun = does(&newcomer(), act_id(1), dawn(), Deed::BeginCheck { check: nowhere.clone() });
    assert_eq!(begun, refused(Refused::NoSuchCheck(nowhere)));
}

#[test]
fn an_open_attempt_is_not_thrown_away_for_another_draw() {
    let mut learner = begun(1);
    let again = |learner: &Learner| {
        does(learner, act_id(2), dawn() + SignedDuration::from_hours(999), Deed::BeginCheck { check: id() })
    };
    while let Some(asked) = open(&learner) {
        assert_eq!(again(&learner), Err(Refusal::Check(Refused::AlreadyOpen)));
        learner = answer(&learner, &asked, 0, dawn()).unwrap();
    }
    assert!(again(&learner).is_ok());
}

#[test]
fn an_attempt_whose_question_left_the_bank_is_begun_anew() {
    let learner = begun(1);
    let asked = open(&learner).unwrap();
    let mut edited = curriculum().clone();
    edited.items.retain(|item| item.id != asked);
    let act = Act { id: act_id(2), at: dawn(), deed: Deed::BeginCheck { check: id() } };
    let begun = decide(&learner, &edited, &act, dawn()).unwrap().learner;
    assert_ne!(open(&begun), Some(asked));
}

#[test]
fn another_attempt_waits_as_long_as_the_check_says() {
    let learner = taken(1, dawn(), |_| false);
    let from = dawn() + SignedDuration::from_hours(i64::from(check().again_after_hours));
    let again = |at| does(&learner, act_id(2), at, Deed::BeginCheck { check: id() });
    let second = SignedDuration::from_secs(1);
    assert_eq!(again(from - second), Err(Refusal::Check(Refused::TooSoon { from })));
    assert!(again(from).is_ok());
}
