use crate::house::*;
use domain::content::Syllabus;
use domain::ids::StatementId;
use domain::standing::Rung;
use domain::tally::{Indicator, everyone};
use store::recount::{Kind, Mend, Report, recount};
use store::syllabus::{Agreed, keep_agreed};
use store::{Scope, Store, figures};
use store::{learners, people, record};

fn syllabus() -> &'static Syllabus {
    &curriculum().syllabus
}

/// People who learn, move between communes, change their group, and one who does nothing.
async fn a_year(store: &Store) {
    for n in 1..=5 {
        let who = guest(store, n).await;
        let act = u32::from(n) * 100;
        let settled =
            does(store, &who, act, 1, settle("B00004", ["resident", "pupil"][usize::from(n % 2)])).await;
        let read = does(store, &settled, act + 1, 2, read_lesson(0)).await;
        let shown = shows_all(store, &read, act + 10, 3, person(99)).await;
        let moved = does(store, &shown, act + 20, 2_000, settle("B00008", "resident")).await;
        if n == 5 {
            does(store, &moved, act + 21, 4_000, settle("B00004", "pupil")).await;
        }
    }
    guest(store, 6).await;
    // What another system reports is kept and counts for nothing.
    let json = r#"{"id":"0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"}"#.to_owned();
    let foreign = record::Foreign { person: person(1), id: act_id(999), at: at(9), stored: at(9), json };
    assert_eq!(record::add_foreign(store, &foreign).await, Ok(learners::Saved::Added));
    assert_eq!(record::add_foreign(store, &foreign).await, Ok(learners::Saved::AlreadyThere));
}

async fn counted(store: &Store, mend: Mend) -> Report {
    recount(store, syllabus(), mend).await.expect("a recount")
}

#[tokio::test]
async fn what_was_saved_act_by_act_is_what_the_statements_tell() {
    for (_place, store) in each().await {
        assert_eq!(counted(&store, Mend::No).await, Report::default());
        a_year(&store).await;
        let report = counted(&store, Mend::No).await;
        assert_eq!(report.differences, []);
        assert_eq!((report.people, report.foreign), (6, 1));
        assert_eq!(report.statements, record::count(&store).await.expect("a count"));
        // A new name moves nothing.
        people::rename(&store, person(1), "Nguyễn Thị Mai").await.expect("a name");
        assert_eq!(counted(&store, Mend::Yes).await.differences, []);
    }
}

#[tokio::test]
async fn each_corruption_is_found_and_mended() {
    for (_place, store) in each().await {
        a_year(&store).await;
        let moved = StatementId::to_string(&act_id(110));
        for (kind, number, sql) in [
            (
                Kind::Tally,
                1,
                "UPDATE tallies SET count = count + 1 WHERE grp = 'everyone' AND unit = 'B00008' AND indicator = 'people' AND day = '2026-03-02'",
            ),
            (Kind::Tally, 1, "INSERT INTO tallies VALUES ('adults', 'B00025', 'people', '2026-03-01', 7)"),
            (
                Kind::Total,
                1,
                "DELETE FROM totals WHERE grp = 'everyone' AND unit = 'B00008' AND indicator = 'people'",
            ),
            (Kind::Standing, 5, "UPDATE standings SET rung = 5 WHERE skill = 'phone'"),
            (Kind::Standing, 5, "DELETE FROM standings WHERE skill = 'phone'"),
            (
                Kind::Standing,
                1,
                "INSERT INTO standings (person, skill, rung, since, passed_at, statement, helper) SELECT id, 'flying', 1, 0, NULL, id, NULL FROM persons WHERE version = 0",
            ),
            (Kind::Person, 6, "UPDATE persons SET level = 5, attained = 1, version = version + 1"),
            (
                Kind::Statement,
                1,
                &format!("UPDATE statements SET rung = 5, unit = 'B01' WHERE id = '{moved}'"),
            ),
        ] {
            store.db().script(sql).await.expect("a corruption");
            let report = counted(&store, Mend::Yes).await;
            let kinds: Vec<Kind> = report.differences.iter().map(|it| it.kind).collect();
            assert_eq!(kinds, vec![kind; number], "{sql}: {report:?}");
            let after = counted(&store, Mend::No).await;
            assert_eq!(after.differences, [], "{sql}");
        }
        // One of each at once.
        store.db().script("DELETE FROM totals; DELETE FROM tallies; DELETE FROM standings; UPDATE persons SET version = 0, unit = 'VN'")
            .await.expect("a corruption");
        assert!(counted(&store, Mend::Yes).await.differences.len() > 50);
        assert_eq!(counted(&store, Mend::No).await.differences, []);
    }
}

/// Everybody attains: each demand falls to the lowest rung.
fn easier() -> Syllabus {
    let mut edited = syllabus().clone();
    let demands = edited.profiles.iter_mut().flat_map(|profile| &mut profile.demands);
    demands.for_each(|(_, rung)| *rung = Rung::Attended);
    edited
}

async fn attained(store: &Store) -> i64 {
    let totals = figures::totals(store, &Scope::Everywhere, &everyone()).await.expect("a read");
    totals.get(&Indicator::Attained).copied().unwrap_or(0)
}

#[tokio::test]
async fn edited_profiles_are_counted_again_and_only_they() {
    for (_place, store) in each().await {
        assert_eq!(keep_agreed(&store, syllabus()).await, Ok(Agreed::Same), "an empty database");
        a_year(&store).await;
        assert_eq!(keep_agreed(&store, syllabus()).await, Ok(Agreed::Same));
        assert_eq!(attained(&store).await, 0);
        // A demand falls: everybody who learned has attained.
        let easier = easier();
        let Ok(Agreed::Recounted(report)) = keep_agreed(&store, &easier).await else { panic!("a recount") };
        assert!(report.differences.iter().any(|it| it.kind == Kind::Total));
        assert_eq!(attained(&store).await, 5);
        assert_eq!(keep_agreed(&store, &easier).await, Ok(Agreed::Same));
        assert_eq!(recount(&store, &easier, Mend::No).await.expect("a recount").differences, []);
        // And back again.
        assert!(matches!(keep_agreed(&store, syllabus()).await, Ok(Agreed::Recounted(_))));
        assert_eq!(attained(&store).await, 0);
        assert_eq!(counted(&store, Mend::No).await.differences, []);
        // Other titles and other composites move no figure of what was done.
        let mut edited = syllabus().clone();
        edited.composites.clear();
        edited.profiles[0].title.vi.push('!');
        assert_eq!(keep_agreed(&store, &edited).await, Ok(Agreed::Same));
        assert_eq!(recount(&store, &edited, Mend::No).await.expect("a recount").differences, []);
    }
}

#[tokio::test]
async fn a_database_without_a_note_of_its_profiles_is_counted_again() {
    for (_place, store) in each().await {
        a_year(&store).await;
        assert!(matches!(keep_agreed(&store, &easier()).await, Ok(Agreed::Recounted(_))));
        assert_eq!(attained(&store).await, 5);
        assert_eq!(keep_agreed(&store, &easier()).await, Ok(Agreed::Same));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn servers_that_start_at_once_mend_once() {
    for (_place, store) in each().await {
        keep_agreed(&store, syllabus()).await.expect("an empty database");
        a_year(&store).await;
        let starts: Vec<_> = (0..4)
            .map(|_| {
                let store = store.clone();
                tokio::spawn(async move { keep_agreed(&store, &easier()).await })
            })
            .collect();
        let mut recounted = 0;
        for start in starts {
            let agreed = start.await.expect("the task ends").expect("a start");
            recounted += usize::from(agreed != Agreed::Same);
        }
        assert_eq!(recounted, 1);
        assert_eq!(attained(&store).await, 5);
        assert_eq!(recount(&store, &easier(), Mend::No).await.expect("a recount").differences, []);
    }
}

#[tokio::test]
async fn a_lost_statement_shows() {
    for (_place, store) in each().await {
        a_year(&store).await;
        let lost = format!("DELETE FROM statements WHERE id = '{}'", act_id(110));
        store.db().script(&lost).await.expect("a corruption");
        let report = counted(&store, Mend::No).await;
        assert!(report.differences.iter().any(|it| it.kind == Kind::Statement && it.key.ends_with(" seq")));
        assert!(report.differences.iter().any(|it| it.kind == Kind::Standing));
        assert!(report.differences.iter().any(|it| it.kind == Kind::Person));
    }
}
