use crate::house::*;
use domain::community::HowFar;
use domain::ids::PersonId;
use domain::standing::Rung;
use store::db::{Batch, StoreError};
use store::learners::{self, Saved, save, save_all};
use store::people::{self, NewPerson, PersonKind};
use store::recount::{Mend, recount};
use store::{Scope, record};

#[tokio::test]
async fn a_guest_learns_and_is_found_again_as_they_were() {
    for (_place, store) in each().await {
        let guest = guest(&store, 1).await;
        assert_eq!(guest, domain::learning::Learner::new(person(1)));
        // She says who and where she is, reads a lesson to the end, and is found again exactly so.
        let settled = does(&store, &guest, 1, 1, settle("B00004", "resident")).await;
        let read = does(&store, &settled, 2, 2, read_lesson(0)).await;
        let found = load_learner(&store, person(1)).await;
        assert_eq!(found, read);
        assert_eq!((found.version, found.book.standings.len()), (2, 1));
        // A helper sees her do it alone; the standing keeps who helped.
        let of = curriculum().syllabus.skills[0].id.as_str();
        let seen = visited(&read, 3, 3, person(9), of, HowFar::Alone);
        assert_eq!(save(&store, &seen).await, Ok(Saved::Added));
        let found = load_learner(&store, person(1)).await;
        assert_eq!(found.book.standings[&skill(of)].rung, Rung::Alone);
        assert_eq!(found.book.standings[&skill(of)].helper, Some(person(9)));
        assert_eq!(found, seen.learner);
        // Nobody else is there.
        assert_eq!(learners::find(&store, person(2)).await, Ok(None));
    }
}

#[tokio::test]
async fn an_act_sent_twice_is_kept_once() {
    for (_place, store) in each().await {
        let an = guest(&store, 1).await;
        let binh = guest(&store, 2).await;
        let decision = decided(&an, 1, 1, read_lesson(0));
        assert_eq!(save(&store, &decision).await, Ok(Saved::Added));
        // The same form again, from the same page and from a page loaded since.
        assert_eq!(save(&store, &decision).await, Ok(Saved::AlreadyThere));
        let again = decided(&decision.learner, 1, 2, read_lesson(0));
        assert_eq!(save(&store, &again).await, Ok(Saved::AlreadyThere));
        // The id in somebody else's hands is no way into An's record.
        assert_eq!(save(&store, &decided(&binh, 1, 1, read_lesson(0))).await, Ok(Saved::ForeignId));
        // Another act on the page that is no longer true has to be decided again.
        assert_eq!(save(&store, &decided(&an, 2, 1, read_lesson(0))).await, Ok(Saved::Raced));
        assert_eq!(record::count(&store).await, Ok(1));
        assert_eq!(load_learner(&store, person(2)).await, binh);
        // Somebody who is not there has no record.
        let nobody = domain::learning::Learner::new(person(7));
        let missing = save(&store, &decided(&nobody, 9, 1, read_lesson(0))).await;
        assert_eq!(missing, Err(StoreError::Missing { table: "persons".into() }));
    }
}

#[tokio::test]
async fn a_helper_adds_a_person_and_the_first_visit_at_once() {
    for (_place, store) in each().await {
        let new = NewPerson {
            id: person(1),
            name: Some("Nguyễn Thị Mai".into()),
            birth_year: Some(1956),
            hamlet: Some("Thôn 3".into()),
            kind: PersonKind::Helped,
            made_by: Some(person(9)),
            made_at: at(0),
        };
        let settled = decided(&domain::learning::Learner::new(person(1)), 1, 1, settle("B00004", "resident"));
        let visit = visited(&settled.learner, 2, 1, person(9), "phone", HowFar::WithHelp);
        let both = [settled, visit];
        assert_eq!(save_all(&store, people::step_add(&new), &both).await, Ok(Saved::Added));
        assert_eq!(save_all(&store, people::step_add(&new), &both).await, Ok(Saved::AlreadyThere));
        assert_eq!(load_learner(&store, person(1)).await, both[1].learner);
        let facts = people::find(&store, person(1)).await.expect("a read").expect("Mai");
        assert_eq!(
            (facts.birth_year, facts.hamlet.as_deref(), facts.kind),
            (Some(1956), Some("Thôn 3"), PersonKind::Helped)
        );
        assert_eq!(facts.unit(), unit("B00004"));
        assert_eq!(save_all(&store, Batch::new(), &[]).await, Ok(Saved::Added));
    }
}

#[tokio::test]
async fn people_are_found_by_name_within_the_scope_alone() {
    for (_place, store) in each().await {
        for (n, name, in_unit) in
            [(1, "Nguyễn Thị Mai", "B00004"), (2, "Mai Đức An", "B00008"), (3, "Trần Văn Tám", "B00004")]
        {
            let learner = guest(&store, n).await;
            people::rename(&store, person(n), name).await.expect("a name");
            does(&store, &learner, u32::from(n), 1, settle(in_unit, "resident")).await;
        }
        guest(&store, 4).await;
        let names = async |scope: Scope, query: &str| -> Vec<PersonId> {
            let found = people::search(&store, &scope, query, 10).await.expect("a read");
            found.into_iter().map(|it| it.id).collect()
        };
        let (ward, both) = (Scope::of(unit("B00004")), Scope::Units(vec![unit("B00004"), unit("B00008")]));
        assert_eq!(names(ward.clone(), "MAI").await, [person(1)]);
        assert_eq!(names(both.clone(), "mai").await, [person(2), person(1)]);
        assert_eq!(names(Scope::Everywhere, "nguyen mai").await, [person(1)]);
        assert_eq!(names(Scope::Units(vec![]), "mai").await, []);
        // The middle of a word is no beginning; signs of SQL mean nothing.
        assert_eq!(names(both.clone(), "ai").await, []);
        assert_eq!(names(both, "%").await.len(), 3);
        assert_eq!(names(ward, "").await, [person(1), person(3)]);
        assert!(matches!(
            people::rename(&store, person(8), "Ai Đó").await,
            Err(StoreError::Expectation { .. })
        ));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sixty_four_hands_lose_nothing() {
    for (_place, store) in each().await {
        for n in 0..8 {
            guest(&store, n).await;
        }
        let tasks: Vec<_> = (0..64_u32)
            .map(|task| {
                let store = store.clone();
                tokio::spawn(async move {
                    let who = person(u8::try_from(task % 8).unwrap());
                    for n in 0..3 {
                        acts_until_saved(&store, who, task * 100 + n).await;
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.expect("the task ends");
        }
        assert_eq!(record::count(&store).await, Ok(64 * 3));
        for n in 0..8 {
            assert_eq!(load_learner(&store, person(n)).await.version, 8 * 3);
        }
        let report = recount(&store, &curriculum().syllabus, Mend::No).await.expect("a recount");
        assert_eq!((report.statements, report.differences), (64 * 3, vec![]));
    }
}

/// Loads, decides and saves, and again when somebody was first; then sends the same once more.
async fn acts_until_saved(store: &store::Store, who: PersonId, n: u32) {
    let deed = match n % 3 {
        0 => settle(["B00004", "B00008"][(n / 3 % 2) as usize], "resident"),
        lesson => read_lesson(lesson as usize),
    };
    loop {
        let decision = decided(&load_learner(store, who).await, n, i64::from(n), deed.clone());
        match save(store, &decision).await.expect("a write") {
            Saved::Added => return assert_eq!(save(store, &decision).await, Ok(Saved::AlreadyThere)),
            Saved::Raced => tokio::task::yield_now().await,
            other => panic!("{other:?}"),
        }
    }
}
