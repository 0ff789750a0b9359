use crate::house::*;
use domain::learning::Learner;
use domain::record::Entry;
use domain::tally::Delta;
use store::bulk::{self, Demonstration};
use store::db::StoreError;
use store::people::{NewPerson, PersonKind};
use store::recount::{Mend, recount};
use store::{people, record};

fn new(n: u8) -> NewPerson {
    NewPerson {
        id: person(n),
        name: Some("Nguyễn Thị Mai".into()),
        birth_year: Some(1956),
        hamlet: None,
        kind: PersonKind::Demonstration,
        made_by: None,
        made_at: at(0),
    }
}

fn a_life(n: u8) -> (Learner, Vec<Entry>, Vec<Delta>) {
    let mut learner = Learner::new(person(n));
    let (mut entries, mut deltas) = (Vec::new(), Vec::new());
    let deeds = [settle("B00004", "resident"), read_lesson(0), read_lesson(1), settle("B00008", "pupil")];
    for (act, deed) in (u32::from(n) * 10..).zip(deeds) {
        let decision = decided(&learner, act, i64::from(act), deed);
        learner = decision.learner;
        entries.push(decision.entry);
        deltas.extend(decision.deltas);
    }
    (learner, entries, deltas)
}

#[tokio::test]
async fn a_demonstration_is_whole_or_made_anew() {
    for (_place, store) in each().await {
        // The program ends while the first try is under way.
        let mut writer = bulk::begin(&store).await.expect("a beginning");
        let (learner, entries, deltas) = a_life(1);
        writer.add(&new(1), &learner, &entries, &deltas, &[]).await.expect("a person");
        drop(writer);
        assert_eq!(bulk::find(&store).await, Ok(Demonstration::Incomplete));
        // The second comes to its end, and is what the statements tell.
        let mut writer = bulk::begin(&store).await.expect("a beginning");
        for n in 1..=20 {
            let (learner, entries, deltas) = a_life(n);
            writer.add(&new(n), &learner, &entries, &deltas, &[]).await.expect("a person");
        }
        writer.finish().await.expect("the end");
        assert_eq!(bulk::find(&store).await, Ok(Demonstration::Complete));
        assert_eq!((people::count(&store).await, record::count(&store).await), (Ok(20), Ok(80)));
        let report = recount(&store, &curriculum().syllabus, Mend::No).await.expect("a recount");
        assert_eq!(report.differences, []);
        assert_eq!(load_learner(&store, person(7)).await, a_life(7).0);
        // Who is there is not overwritten.
        assert!(matches!(bulk::begin(&store).await.map(|_| ()), Err(StoreError::NotHere { .. })));
    }
}
