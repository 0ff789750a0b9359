//! Tests: attempts with their answers, and the versions of the bank that they draw from.

use crate::house::*;
use domain::assessment::{Act, Bank, BankVersion, Decided, Deed, Desk, Ending, Manner, Pace, Time, decide};
use domain::ids::{BlueprintId, PersonId, SittingId};
use jiff::SignedDuration;
use store::banks::{self, Made};
use store::learners::{Saved, save_all};
use store::{Store, attempts};

fn test(id: &str) -> BlueprintId {
    BlueprintId::parse(id).expect("a name")
}

fn bank() -> Bank {
    Bank::new(BankVersion::starting(curriculum()), curriculum())
}

/// Decides an act in a test as the house does, without keeping it.
async fn decided(store: &Store, who: PersonId, n: u32, deed: Deed) -> Decided {
    let (learner, bank) = (load_learner(store, who).await, bank());
    let past = attempts::list(store, who).await.expect("a read");
    let desk = Desk { curriculum: curriculum(), bank: &bank, uses: None };
    let act = Act { id: act_id(n), at: at(i64::from(n)), deed };
    decide(&learner, desk, &past, &act, act.at).expect("it fits")
}

async fn keep(store: &Store, decided: &Decided) -> Saved {
    let decision = core::slice::from_ref(&decided.decision);
    save_all(store, attempts::step_save(decided), decision).await.expect("a write")
}

async fn does(store: &Store, who: PersonId, n: u32, deed: Deed) -> Decided {
    let decided = decided(store, who, n, deed).await;
    assert_eq!(keep(store, &decided).await, Saved::Added);
    decided
}

async fn begins(
    store: &Store,
    who: PersonId,
    n: u32,
    blueprint: &str,
    sitting: Option<SittingId>,
) -> Decided {
    let (manner, time) = (Manner::OnScreen, Time::Usual);
    does(store, who, n, Deed::Begin { blueprint: test(blueprint), manner, time, sitting }).await
}

/// Answers the open question of a test rightly.
async fn answers(store: &Store, who: PersonId, n: u32, blueprint: &str) -> Decided {
    let open = attempts::list_open(store, who).await.expect("a read");
    let attempt = open.iter().find(|attempt| attempt.blueprint == test(blueprint)).expect("it is open");
    let item = attempt.open.as_ref().expect("a question").item.clone();
    let asked = curriculum().items.iter().find(|asked| asked.id == item).expect("it is in the content");
    let answer = asked.key();
    does(store, who, n, Deed::Answer { blueprint: test(blueprint), item, answer }).await
}

#[tokio::test]
async fn an_attempt_its_answers_and_their_statements_come_together() {
    for (_place, store) in each().await {
        let who = guest(&store, 1).await.person;
        let other = guest(&store, 2).await.person;
        let begun = begins(&store, who, 10, "first-steps", None).await.attempt;
        assert_eq!(attempts::list_open(&store, who).await, Ok(vec![begun.clone()]));
        assert_eq!(attempts::find(&store, who, begun.id).await, Ok(Some(begun.clone())));
        assert_eq!(attempts::find(&store, other, begun.id).await, Ok(None), "it is nobody else's");
        answers(&store, who, 11, "first-steps").await;
        let second = answers(&store, who, 12, "first-steps").await;
        assert_eq!(keep(&store, &second).await, Saved::AlreadyThere, "sent twice it happens once");
        let answered = attempts::list_responses(&store, None, 9).await.expect("a read");
        let told: Vec<_> = answered.iter().map(|it| (it.place, it.item.clone(), it.ms, it.scored)).collect();
        let given = (0..).zip(&second.attempt.given).map(|(n, it)| (n, it.item.clone(), it.ms, it.scored));
        assert_eq!(told, given.collect::<Vec<_>>());
        assert!(answered.iter().all(|it| (it.person, it.attempt, it.bank) == (who, begun.id, 1)));
        assert_eq!(attempts::list_ended(&store, &begun.blueprint, 1, 9).await, Ok(vec![]));
        let ended = does(&store, who, 13, Deed::GiveUp { blueprint: test("first-steps") }).await.attempt;
        assert_eq!(ended.ending(), Some(Ending::GivenUp));
        assert_eq!(attempts::list_open(&store, who).await, Ok(vec![]));
        assert_eq!(attempts::list(&store, who).await, Ok(vec![ended.clone()]));
        assert_eq!(attempts::list_ended(&store, &begun.blueprint, 1, 9).await, Ok(vec![ended]));
        assert_eq!(attempts::list_ended(&store, &begun.blueprint, 2, 9).await, Ok(vec![]), "another bank");
        assert_eq!(attempts::list_ended(&store, &test("start-here"), 1, 9).await, Ok(vec![]), "another test");
    }
}

#[tokio::test]
async fn the_pace_is_the_organisers_and_no_act_of_a_person_writes_it() {
    for (_place, store) in each().await {
        let who = guest(&store, 1).await.person;
        let sitting = SittingId::mint(at(0), [7; 10]);
        let begun = begins(&store, who, 10, "first-steps-exam", Some(sitting)).await.attempt;
        let minutes = curriculum().blueprints[&begun.blueprint].minutes.expect("a limit");
        let limit = at(10) + SignedDuration::from_mins(i64::from(minutes));
        assert_eq!(begun.pace.deadline, Some(limit));
        let pace = Pace { deadline: Some(at(500)), paused_since: Some(at(11)) };
        store.db().write(attempts::step_pace(who, begun.id, pace)).await.expect("a write");
        assert_eq!(attempts::list_of_sitting(&store, sitting).await.expect("a read")[0].1.pace, pace);
        let on = Pace { paused_since: None, ..pace };
        store.db().write(attempts::step_pace(who, begun.id, on)).await.expect("a write");
        answers(&store, who, 12, "first-steps-exam").await;
        let found = attempts::find(&store, who, begun.id).await.expect("a read").expect("it is there");
        assert_eq!((found.pace, found.given.len()), (on, 1));
        does(&store, who, 13, Deed::GiveUp { blueprint: begun.blueprint.clone() }).await;
        store.db().write(attempts::step_pace(who, begun.id, pace)).await.expect("a write");
        let of_sitting = attempts::list_of_sitting(&store, sitting).await.expect("a read");
        assert_eq!(of_sitting.iter().map(|(who, it)| (*who, it.pace)).collect::<Vec<_>>(), [(who, on)]);
        let none = SittingId::mint(at(0), [8; 10]);
        assert_eq!(attempts::list_of_sitting(&store, none).await, Ok(vec![]));
    }
}

#[tokio::test]
async fn answers_are_read_on_from_the_last_one_read() {
    for (_place, store) in each().await {
        for n in 1..=3_u8 {
            let who = guest(&store, n).await.person;
            let first = u32::from(n) * 10;
            begins(&store, who, first, "first-steps", None).await;
            answers(&store, who, first + 1, "first-steps").await;
            answers(&store, who, first + 2, "first-steps").await;
        }
        let all = attempts::list_responses(&store, None, 99).await.expect("a read");
        assert_eq!(all.len(), 6);
        let (mut read, mut last) = (vec![], None);
        loop {
            let next = attempts::list_responses(&store, last.as_ref(), 4).await.expect("a read");
            let Some(end) = next.last().cloned() else { break };
            read.extend(next);
            last = Some(end);
        }
        assert_eq!(read, all);
    }
}

#[tokio::test]
async fn a_version_of_the_bank_is_added_once_and_stays_as_it_was() {
    for (_place, store) in each().await {
        assert_eq!((banks::latest(&store).await, banks::latest_number(&store).await), (Ok(None), Ok(None)));
        let first = BankVersion::starting(curriculum());
        let by_start = Made { at: at(0), by: None, note: "the authors' first estimates".into() };
        banks::add(&store, &first, &by_start).await.expect("added");
        let mut second = BankVersion { number: 2, ..first.clone() };
        second.items[0].b = 1.0 / 3.0;
        let by_keeper = Made { at: at(1), by: Some("lan".into()), note: "tính lại độ khó".into() };
        banks::add(&store, &second, &by_keeper).await.expect("added");
        let late = BankVersion { number: 2, ..first.clone() };
        let raced = banks::add(&store, &late, &by_start).await.expect_err("the number is taken");
        assert!(raced.is_race(), "{raced:?}");
        assert_eq!(banks::latest(&store).await, Ok(Some(second.clone())), "to the last bit");
        assert_eq!(banks::latest_number(&store).await, Ok(Some(2)));
        assert_eq!(banks::load(&store, 1).await, Ok(Some(first)));
        assert_eq!(banks::load(&store, 3).await, Ok(None));
        assert_eq!(banks::list(&store).await, Ok(vec![(2, by_keeper), (1, by_start)]));
    }
}
