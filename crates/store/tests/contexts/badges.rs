//! Confirmed visits, and the links to badges that their owners made public.

use crate::house::*;
use domain::community::HowFar;
use domain::ids::PersonId;
use domain::recognition::{Voiding, void};
use domain::record::VoidReason;
use store::badges::{self, Shared, Unconfirmed};
use store::db::Batch;
use store::learners::{self, Saved};
use store::people::{NewPerson, PersonKind, step_add};
use store::{Scope, Store, record};

async fn helper(store: &Store, n: u8) -> PersonId {
    let new = NewPerson {
        id: person(n),
        name: Some("Lê Thị Lan".into()),
        birth_year: None,
        hamlet: None,
        kind: PersonKind::Account,
        made_by: None,
        made_at: at(0),
    };
    store.db().write(step_add(&new)).await.expect("a write");
    person(n)
}

async fn of(store: &Store, who: PersonId) -> Vec<Unconfirmed> {
    badges::list_unconfirmed_of(store, who, 9).await.expect("a read")
}

#[tokio::test]
async fn a_visit_counts_when_somebody_else_confirms_it_and_no_more_once_it_is_voided() {
    for (_place, store) in each().await {
        let lan = helper(&store, 9).await;
        let settled = does(&store, &guest(&store, 1).await, 100, 1, settle("B00004", "resident")).await;
        let shown = shows_all(&store, &settled, 110, 3, lan).await;
        let waiting = of(&store, person(1)).await;
        assert_eq!(waiting.len(), asked().count());
        let first = waiting.iter().find(|it| it.statement == act_id(110)).expect("the first visit");
        assert_eq!((first.helper, first.helper_name.as_deref()), (lan, Some("Lê Thị Lan")));
        assert_eq!(badges::count_confirmed(&store, lan).await, Ok(0), "what a helper says alone is no hour");
        let here = Scope::of(unit("B00004"));
        assert_eq!(badges::list_unconfirmed(&store, &here, 9).await, Ok(waiting.clone()));
        assert_eq!(badges::list_unconfirmed(&store, &here, 1).await, Ok(waiting[..1].to_vec()));
        for elsewhere in [Scope::of(unit("B00008")), Scope::Units(vec![])] {
            assert_eq!(badges::list_unconfirmed(&store, &elsewhere, 9).await, Ok(vec![]));
        }
        let confirm = async |by| {
            let visits = core::slice::from_ref(first);
            badges::confirm(&store, Batch::new(), visits, by, at(50)).await.expect("a write");
        };
        confirm(None).await;
        confirm(Some("thu")).await;
        assert_eq!(badges::count_confirmed(&store, lan).await, Ok(1), "confirmed twice it counts once");
        assert_eq!(of(&store, person(1)).await.len(), waiting.len() - 1);
        // Two are voided: the confirmed one counts no more, the other waits no more.
        let mut who = shown;
        for (n, statement) in [(200, act_id(110)), (201, act_id(111))] {
            let history = record::entries_of(&store, who.person).await.expect("a read");
            let voiding =
                Voiding { id: act_id(n), statement, by: Some(person(50)), reason: VoidReason::NotDone };
            let decision = void(&who, &curriculum().syllabus, &history, &voiding, at(1000))
                .expect("it proved something");
            assert_eq!(learners::save(&store, &decision).await, Ok(Saved::Added));
            who = decision.learner;
        }
        assert_eq!(badges::count_confirmed(&store, lan).await, Ok(0));
        assert_eq!(of(&store, person(1)).await.len(), waiting.len() - 2);
    }
}

#[tokio::test]
async fn a_visit_of_a_helper_without_a_name_waits_too() {
    for (_place, store) in each().await {
        let who = guest(&store, 1).await;
        let visit = visited(&who, 100, 1, person(7), "vneid", HowFar::WithHelp);
        assert_eq!(learners::save(&store, &visit).await, Ok(Saved::Added));
        let waiting = of(&store, person(1)).await;
        assert_eq!(waiting.len(), 1);
        assert_eq!((waiting[0].helper, &waiting[0].helper_name), (person(7), &None));
        assert_eq!(waiting[0].skill, Some(skill("vneid")));
        assert_eq!(of(&store, person(2)).await, vec![], "nobody else confirms it as the person helped");
    }
}

#[tokio::test]
async fn a_shared_badge_keeps_its_link_until_its_owner_takes_it_back() {
    for (_place, store) in each().await {
        let shared = |n: u8, badge: &str, token: &str| Shared {
            person: person(n),
            badge: badge.into(),
            token: token.into(),
        };
        let vneid = shared(1, "skill/vneid", "aaaa");
        badges::share(&store, &vneid, at(1)).await.expect("a write");
        badges::share(&store, &shared(1, "skill/vneid", "bbbb"), at(2)).await.expect("a write");
        badges::share(&store, &shared(1, "helper", "cccc"), at(3)).await.expect("a write");
        badges::share(&store, &shared(2, "skill/vneid", "dddd"), at(4)).await.expect("a write");
        assert_eq!(badges::find_shared(&store, "aaaa").await, Ok(Some(vneid.clone())));
        assert_eq!(badges::find_shared(&store, "bbbb").await, Ok(None), "it kept its first link");
        let own = badges::list_shared(&store, person(1)).await;
        assert_eq!(own, Ok(vec![shared(1, "helper", "cccc"), vneid]));
        badges::unshare(&store, person(2), "helper").await.expect("nothing to take back is no fault");
        badges::unshare(&store, person(1), "skill/vneid").await.expect("a write");
        assert_eq!(badges::find_shared(&store, "aaaa").await, Ok(None));
        assert!(badges::find_shared(&store, "dddd").await.expect("a read").is_some(), "another's stays");
        badges::share(&store, &shared(1, "skill/vneid", "eeee"), at(5)).await.expect("a write");
        assert!(
            badges::find_shared(&store, "eeee").await.expect("a read").is_some(),
            "a new link, not the old"
        );
    }
}
