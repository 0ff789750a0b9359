//! What the keepers of the bank need: one pass over all answers, figures, their acts, calibrations, flags.

use crate::house::*;
use domain::assessment::{Attempt, BankVersion, Basis, End, Ending, Given, Manner, Outcome, Pace, Rules};
use domain::bank::{Deed, Family, Flag, FlagKind, Judged, Material, change, figures, propose};
use domain::content::TestKind;
use domain::ids::{PersonId, StatementId};
use domain::learning::Learner;
use store::banks::{self, Made};
use store::bulk;
use store::db::Batch;
use store::keeping::{self, Counted, Decision, Flagged, ItemAct, Kept};
use store::people::{NewPerson, PersonKind};
use store::{Scope, Store};

/// An attempt of the nth person: the first four questions of the bank, the first of them right.
fn attempt(n: u32, kind: TestKind) -> Attempt {
    let blueprint = curriculum().blueprints.values().next().expect("a blueprint");
    let items = BankVersion::starting(curriculum()).items.into_iter().take(4);
    let given = |(place, item): (i64, domain::assessment::BankItem)| Given {
        item: item.item,
        answer: domain::content::Response::one(1),
        right: place == 0,
        scored: true,
        ms: 4_000,
        at: at(i64::from(n) * 10 + place),
    };
    let outcome = Outcome {
        at: at(i64::from(n) * 10 + 3),
        attempt: Some(act_id(n)),
        ending: Ending::Completed,
        right: 1,
        asked: 4,
        theta_milli: -300,
        se_milli: 800,
        passed: vec![],
        all: false,
    };
    Attempt {
        id: act_id(n),
        blueprint: blueprint.card.id.clone(),
        kind,
        bank: 1,
        sitting: None,
        manner: Manner::OnScreen,
        rules: Rules::of(blueprint, Basis::Starting),
        sheet: String::new(),
        began: at(i64::from(n) * 10),
        pace: Pace::default(),
        given: (0..).zip(items).map(given).collect(),
        open: None,
        end: Some(End { outcome, parts: vec![], advice: None }),
    }
}

async fn three_people(store: &Store) {
    let mut writer = bulk::begin(store).await.expect("an empty store");
    for n in 1..=3_u8 {
        let new = NewPerson {
            id: person(n),
            name: None,
            birth_year: Some(1950),
            hamlet: None,
            kind: PersonKind::Demonstration,
            made_by: None,
            made_at: at(0),
        };
        let kind = if n == 1 { TestKind::Check } else { TestKind::Examination };
        let attempts = [attempt(u32::from(n), kind)];
        writer.add(&new, &Learner::new(person(n)), &[], &[], &attempts).await.expect("written");
    }
    writer.finish().await.expect("written");
}

async fn with_bank(store: &Store) -> BankVersion {
    let version = BankVersion::starting(curriculum());
    let made = Made { at: at(0), by: None, note: "first".into() };
    banks::add(store, &version, &made).await.expect("written");
    version
}

#[tokio::test]
async fn all_answers_are_read_in_one_pass_and_their_figures_are_found_again() {
    for (_place, store) in each().await {
        let version = with_bank(&store).await;
        three_people(&store).await;
        assert_eq!(keeping::count_answers(&store).await, Ok(12));
        let mut material = Material::new(&version);
        let gathered = keeping::gather(&store, &mut material, at(25), |_| {}).await.expect("read");
        assert_eq!((material.attempts(), material.answers(), gathered.answers), (3, 12, 12));
        assert_eq!(gathered.until, Some(at(33)));
        let items = version.items.iter().map(|item| item.item.clone());
        let all: Vec<_> = items.zip(figures(&material, &version)).collect();
        assert_eq!((all[0].1.asked, all[0].1.right, all[0].1.recent.of), (3, 3, 1));
        let counted = Counted { at: at(40), version: 1, attempts: 3, answers: 12, took_ms: 5 };
        for _ in 0..2 {
            keeping::save_figures(&store, &all, &counted).await.expect("written");
            assert_eq!(keeping::list_figures(&store).await.as_ref(), Ok(&all));
        }
        assert_eq!(keeping::find_figures(&store, &all[1].0).await, Ok(Some(all[1].1.clone())));
        assert_eq!(keeping::find_counted(&store).await, Ok(Some(counted)));
        let mut judged = Vec::new();
        let place = |item: &_| material.place(item);
        let each = |attempt: &Attempt| judged.extend(Judged::of(attempt, place, |_| None));
        keeping::judge(&store, at(20), each).await.expect("read");
        assert_eq!(judged.len(), 2, "the first ended before");
    }
}

fn act(id: StatementId, deed: Deed, version: u32) -> ItemAct {
    let item = BankVersion::starting(curriculum()).items[0].item.clone();
    ItemAct { id, item, at: at(50), login: "giu".into(), deed, words: "đáp án sai".into(), version }
}

#[tokio::test]
async fn a_keepers_act_makes_one_version_however_often_it_is_sent() {
    for (_place, store) in each().await {
        let first = with_bank(&store).await;
        let retire = act(act_id(90), Deed::Retire, 2);
        let next = change(&first, &retire.item, Deed::Retire).expect("it fits");
        let keep = async |act: &ItemAct, next| keeping::keep(&store, act, next, Batch::new()).await;
        assert_eq!(keep(&retire, &next).await, Ok(Kept::Added));
        assert_eq!(keep(&retire, &next).await, Ok(Kept::AlreadyThere));
        // Somebody else who had looked at version 1.
        assert_eq!(keep(&act(act_id(91), Deed::Review, 2), &next).await, Ok(Kept::Raced));
        assert_eq!(keeping::list_acts(&store, &retire.item).await, Ok(vec![retire]));
        assert_eq!(banks::latest(&store).await, Ok(Some(next)));
        assert_eq!(banks::load(&store, 1).await, Ok(Some(first)), "the old one stays");
    }
}

#[tokio::test]
async fn a_calibration_is_decided_about_once() {
    for (_place, store) in each().await {
        let version = with_bank(&store).await;
        let proposal =
            propose(&Material::new(&version), &version, curriculum(), Family::Two, &[]).expect("it begins");
        for n in [1, 2] {
            keeping::add_calibration(&store, Batch::new(), act_id(n), at(60), "giu", &proposal)
                .await
                .expect("written");
        }
        let found = keeping::find_calibration(&store, act_id(1)).await.expect("read").expect("it is there");
        assert_eq!((found.proposal, found.line.decided), (proposal, None));
        let next = BankVersion { number: 2, ..version };
        let applied =
            Decision {
                at: at(61), by: "giu".into(), words: "đủ câu trả lời".into(), applied: Some(2)
            };
        let apply = async |act| keeping::apply(&store, act_id(1), act, &applied, &next, Batch::new()).await;
        assert_eq!(apply(act_id(70)).await, Ok(Kept::Added));
        assert_eq!(apply(act_id(70)).await, Ok(Kept::AlreadyThere));
        assert_eq!(apply(act_id(71)).await, Ok(Kept::Raced));
        let left = Decision { applied: None, ..applied.clone() };
        let leave = keeping::leave(&store, act_id(2), act_id(72), &left, Batch::new()).await;
        assert_eq!(leave, Ok(Kept::Added));
        let lines = keeping::list_calibrations(&store, 9).await.expect("read");
        let decided: Vec<_> = lines.into_iter().map(|line| (line.id, line.decided)).collect();
        assert_eq!(decided, [(act_id(2), Some(left)), (act_id(1), Some(applied))]);
    }
}

#[tokio::test]
async fn examinations_are_looked_through_once_and_flags_stay_within_a_scope() {
    for (_place, store) in each().await {
        with_bank(&store).await;
        three_people(&store).await;
        assert_eq!(keeping::find_looked(&store).await, Ok(None));
        let ended = keeping::list_ended(&store, None, 9).await.expect("read");
        let whose: Vec<PersonId> = ended.iter().map(|it| it.person).collect();
        assert_eq!(whose, [person(2), person(3)], "a check is none");
        let flag = Flag { kind: FlagKind::Alike, value_milli: -4_200 };
        let flagged = |n: u8, other: u8| Flagged {
            person: person(n),
            attempt: act_id(u32::from(n)),
            flag,
            other: Some(act_id(u32::from(other))),
            seen_at: at(99),
        };
        let flags = [flagged(2, 3), flagged(3, 2)];
        let until = (ended[1].ended, ended[1].person);
        for _ in 0..2 {
            keeping::save_looked(&store, &flags, Batch::new(), until).await.expect("written");
        }
        assert_eq!(keeping::find_looked(&store).await, Ok(Some(until)));
        assert_eq!(keeping::list_ended(&store, Some(until), 9).await, Ok(vec![]));
        let all = keeping::list_flags(&store, &Scope::Everywhere, 9).await.expect("read");
        assert_eq!(all.iter().map(|(flagged, _)| flagged.clone()).collect::<Vec<_>>(), flags);
        let elsewhere = Scope::of(unit("B00160"));
        assert_eq!(keeping::list_flags(&store, &elsewhere, 9).await, Ok(vec![]));
        assert_eq!(keeping::count_flags(&store).await, Ok(vec![(FlagKind::Alike, 2)]));
    }
}
