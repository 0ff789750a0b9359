//! Accounts, audit, certificates, visits, the walk down from a figure.

use crate::house::*;
use domain::community::HowFar;
use domain::ids::{CertificateId, ProfileId};
use domain::people::Name;
use domain::recognition::{Certificate, Revocation, RevokeReason};
use domain::standing::Rung;
use domain::tally::{Level, everyone};
use jiff::civil::date;
use store::accounts::{self, Role, User};
use store::audit::{self, Audited};
use store::certificates::{self, Issued};
use store::db::{Batch, StoreError};
use store::standings::{self, Filter};
use store::{Scope, learners, people, sessions, visits};

#[tokio::test]
async fn an_account_signs_in_until_it_is_disabled() {
    for (_place, store) in each().await {
        let user = User {
            login: "tam".into(),
            person: person(1),
            hash: "$argon2id$1".into(),
            made_at: at(0),
            disabled: false,
        };
        let roles = [
            Role { role: "helper".into(), unit: unit("B00004") },
            Role { role: "leader".into(), unit: unit("B01") },
        ];
        accounts::add_user(&store, Batch::new(), &user, &roles).await.expect("an account");
        let again = accounts::add_user(&store, Batch::new(), &user, &[]).await;
        assert!(matches!(again, Err(StoreError::Conflict(_))));
        assert_eq!(accounts::find_user(&store, "tam").await, Ok(Some(user.clone())));
        assert_eq!(accounts::find_user(&store, "nobody").await, Ok(None));
        assert_eq!(accounts::roles_of(&store, "tam").await, Ok(roles.to_vec()));
        // Another password ends the sessions of the old one; a disabled account has none.
        sessions::add(&store, "d1", person(1), Some("tam"), at(0), at(60)).await.expect("a session");
        assert!(sessions::find(&store, "d1", at(1)).await.expect("a read").is_some());
        accounts::set_password(&store, "tam", "$argon2id$2").await.expect("a password");
        assert_eq!(sessions::find(&store, "d1", at(1)).await, Ok(None));
        sessions::add(&store, "d2", person(1), Some("tam"), at(0), at(60)).await.expect("a session");
        accounts::disable(&store, "tam").await.expect("disabled");
        assert_eq!(sessions::find(&store, "d2", at(1)).await, Ok(None));
        let found = accounts::list_users(&store).await.expect("a read");
        assert_eq!((found[0].hash.as_str(), found[0].disabled), ("$argon2id$2", true));
        assert!(matches!(accounts::disable(&store, "nobody").await, Err(StoreError::Expectation { .. })));
    }
}

#[tokio::test]
async fn a_visit_and_its_audit_row_come_together() {
    for (_place, store) in each().await {
        let mai = guest(&store, 1).await;
        let audited = |n: u32| Audited {
            id: act_id(n).to_string(),
            at: at(i64::from(n)),
            login: "tam".into(),
            act: "visit".into(),
            object: Some(person(1).to_string()),
            unit: Some(unit("B00004")),
            detail: None,
        };
        let first = visited(&mai, 1, 1, person(9), "phone", HowFar::Shown);
        learners::save_all(&store, audit::step_add(&audited(1)), std::slice::from_ref(&first))
            .await
            .expect("a visit");
        let second = visited(&first.learner, 2, 2, person(9), "vneid", HowFar::Alone);
        learners::save_all(&store, audit::step_add(&audited(2)), &[second]).await.expect("a visit");
        // One that is refused leaves no row.
        learners::save_all(&store, audit::step_add(&audited(3)), &[first]).await.expect("there already");
        let rows = audit::list(&store, at(100), 10).await.expect("a read");
        assert_eq!(rows, [audited(2), audited(1)]);
        audit::add(&store, &audited(4)).await.expect("a look");
        assert_eq!(audit::list(&store, at(2), 10).await, Ok(vec![audited(1)]));
        // The helper's own list.
        let everywhere = Scope::Everywhere;
        let visits = visits::list(&store, &everywhere, person(9), 10).await.expect("a read");
        let seen: Vec<_> = visits.iter().map(|it| (it.skill.clone(), it.rung)).collect();
        assert_eq!(
            seen,
            [(Some(skill("vneid")), Some(Rung::Alone)), (Some(skill("phone")), Some(Rung::Attended))]
        );
        let known = visits::list_people(&store, &everywhere, person(9), 10).await.expect("a read");
        assert_eq!(known.iter().map(|it| it.id).collect::<Vec<_>>(), [person(1)]);
        assert_eq!(visits::list_people(&store, &everywhere, person(8), 10).await, Ok(vec![]));
    }
}

#[tokio::test]
async fn who_moved_away_leaves_the_helpers_lists() {
    for (_place, store) in each().await {
        let [here, there] = ["B00004", "B00008"];
        for n in [1, 2] {
            let act = u32::from(n) * 10;
            let settled = does(&store, &guest(&store, n).await, act, 1, settle(here, "resident")).await;
            let visit = visited(&settled, act + 1, 2 + i64::from(n), person(9), "phone", HowFar::Shown);
            learners::save(&store, &visit).await.expect("a visit");
            if n == 2 {
                does(&store, &visit.learner, act + 2, 9, settle(there, "resident")).await;
            }
        }
        for (scope, expected) in [
            (Scope::of(unit(here)), vec![person(1)]),
            (Scope::of(unit(there)), vec![person(2)]),
            (Scope::Units(vec![unit(here), unit(there)]), vec![person(2), person(1)]),
            (Scope::Units(vec![]), vec![]),
            (Scope::Everywhere, vec![person(2), person(1)]),
        ] {
            let people = visits::list_people(&store, &scope, person(9), 10).await.expect("a read");
            assert_eq!(people.iter().map(|it| it.id).collect::<Vec<_>>(), expected, "{scope:?}");
            let visits = visits::list(&store, &scope, person(9), 10).await.expect("a read");
            assert_eq!(visits.iter().map(|it| it.person.id).collect::<Vec<_>>(), expected, "{scope:?}");
        }
    }
}

#[tokio::test]
async fn from_a_figure_one_walks_down_to_people() {
    for (_place, store) in each().await {
        for (n, name) in [(1, "Chi"), (2, "An"), (3, "Bình")] {
            let who = guest(&store, n).await;
            people::rename(&store, person(n), name).await.expect("a name");
            let who = does(
                &store,
                &who,
                u32::from(n) * 10,
                1,
                settle("B00004", ["resident", "pupil"][usize::from(n == 3)]),
            )
            .await;
            let who = does(&store, &who, u32::from(n) * 10 + 1, 2, read_lesson(0)).await;
            if n == 2 {
                shows_all(&store, &who, 50, 3, person(9)).await;
            }
        }
        let ward = Scope::of(unit("B00004"));
        let names = async |group_of: &str, filter: Filter| -> Vec<String> {
            let of = group(group_of);
            let found = standings::list(&store, &ward, &of, &filter, 2008, 0, 50).await.expect("a read");
            let count = standings::count(&store, &ward, &of, &filter).await;
            assert_eq!(count, Ok(found.len() as u64));
            found.into_iter().filter_map(|it| it.person.name).collect()
        };
        let taught = curriculum().syllabus.courses[0].lessons[0].skill.clone();
        assert_eq!(names("everyone", Filter::People).await, ["An", "Bình", "Chi"]);
        assert_eq!(names("adults", Filter::People).await, ["An", "Chi"]);
        assert_eq!(
            names("everyone", Filter::Skill(taught.clone(), Rung::Alone, Rung::Retained)).await,
            ["An"]
        );
        assert_eq!(
            names("everyone", Filter::Skill(taught.clone(), Rung::Attended, Rung::Attended)).await,
            ["Bình", "Chi"]
        );
        let started = Filter::Level(Level::Started, Level::Started);
        assert_eq!(names("pupil", started.clone()).await, ["Bình"]);
        assert_eq!(
            names("everyone", Filter::Level(Level::All(Rung::Alone), Level::All(Rung::Retained))).await,
            ["An"]
        );
        assert_eq!(names("everyone", Filter::Attained).await, Vec::<String>::new());
        // Paged, with the statement that proves it.
        let both = Scope::Units(vec![unit("B00004"), unit("B00008")]);
        let filter = Filter::Skill(taught, Rung::Attended, Rung::Retained);
        let second = standings::list(&store, &both, &everyone(), &filter, 2008, 1, 1).await.expect("a read");
        assert_eq!(second[0].standing.as_ref().map(|it| it.statement), Some(act_id(31)));
        assert_eq!(second[0].level, Some(Level::Started));
        let elsewhere =
            standings::count(&store, &Scope::of(unit("B00008")), &everyone(), &Filter::People).await;
        assert_eq!(elsewhere, Ok(0));
    }
}

#[tokio::test]
async fn a_childs_place_in_the_list_does_not_tell_the_name() {
    for (_place, store) in each().await {
        let people =
            [(1, "An", 2012), (2, "Tám", 1950), (3, "Út", 2015), (4, "Bình", 2008), (5, "Chi", 2009)];
        for (n, name, birth_year) in people {
            let new = people::NewPerson {
                id: person(n),
                name: Some(name.into()),
                birth_year: Some(birth_year),
                hamlet: None,
                kind: people::PersonKind::Helped,
                made_by: None,
                made_at: at(0),
            };
            people::add(&store, &new).await.expect("a new person");
        }
        guest(&store, 6).await;
        for n in 1..=6 {
            let who = load_learner(&store, person(n)).await;
            let who = does(&store, &who, u32::from(n) * 10, 1, settle("B00004", "resident")).await;
            does(&store, &who, u32::from(n) * 10 + 1, 2, read_lesson(0)).await;
        }
        let scope = Scope::Units(vec![unit("B00004"), unit("B00008")]);
        let sheet = async |born_until: i16, offset: u32, limit: u32| -> Vec<_> {
            let (of, filter) = (everyone(), Filter::People);
            let found = standings::list(&store, &scope, &of, &filter, born_until, offset, limit).await;
            found.expect("a read").into_iter().map(|it| it.person.id).collect()
        };
        let all = [6, 4, 2, 1, 3, 5].map(person);
        assert_eq!(sheet(2008, 0, 50).await, all, "no name, Bình, Tám; then children by id");
        // Whatever a sheet holds, the sheets one after the other are the list.
        for limit in 1..=7 {
            let mut turned = Vec::new();
            for offset in (0..7).step_by(limit) {
                turned.extend(sheet(2008, offset, u32::try_from(limit).unwrap()).await);
            }
            assert_eq!(turned, all, "{limit} on a sheet");
        }
        assert_eq!(sheet(2008, 99, 5).await, []);
        // As the years go by Bình's neighbours come of age.
        assert_eq!(sheet(2015, 0, 50).await, [6, 1, 4, 5, 2, 3].map(person));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_has_one_valid_certificate_of_a_profile() {
    for (_place, store) in each().await {
        guest(&store, 1).await;
        let made = |n: u8| Certificate {
            id: CertificateId::mint(at(0), [n; 10]),
            person: person(1),
            profile: ProfileId::parse("starter-resident").unwrap(),
            name: Name::parse("Nguyễn Thị Mai").unwrap(),
            unit: unit("B00004"),
            group: Some(group("resident")),
            issued_at: at(i64::from(n)),
            valid_until: date(2028, 3, 1),
            shown: None,
            replaces: None,
            issued_by: None,
        };
        let revocation = Revocation {
            at: at(9),
            reason: Some(RevokeReason::IssuedInError),
            words: "a wrong name".into(),
            by: Some("thu".into()),
        };
        let (today, profile) = (date(2026, 3, 1), ProfileId::parse("starter-resident").unwrap());
        // Asked for eight times at once, it is issued once; the others get that one.
        let tries: Vec<_> = (1..=8)
            .map(|n| {
                let store = store.clone();
                let certificate = made(n);
                let number = format!("AAAA-BBBB-CCCC-{n}");
                tokio::spawn(
                    async move { certificates::add(&store, &certificate, "CODE", &number, today).await },
                )
            })
            .collect();
        let mut added = 0;
        for one in tries {
            match one.await.expect("the task ends").expect("a write") {
                Issued::Added => added += 1,
                Issued::AlreadyValid(it) => assert_eq!(it.code, "CODE"),
            }
        }
        assert_eq!(added, 1);
        let valid = certificates::find_valid_of(&store, person(1), &profile, today)
            .await
            .expect("a read")
            .expect("one");
        assert_eq!(certificates::find(&store, valid.certificate.id).await, Ok(Some(valid.clone())));
        // After its last day it is none, and another may be issued; revoked likewise.
        let later = certificates::find_valid_of(&store, person(1), &profile, date(2028, 3, 2)).await;
        assert_eq!(later, Ok(None));
        certificates::revoke(&store, Batch::new(), valid.certificate.id, &revocation).await.expect("revoked");
        let twice = certificates::revoke(&store, Batch::new(), valid.certificate.id, &revocation).await;
        assert!(matches!(twice, Err(StoreError::Expectation { .. })));
        let number = "AAAA-BBBB-CCCC-D";
        assert_eq!(certificates::add(&store, &made(9), "CODE9", number, today).await, Ok(Issued::Added));
        let all = certificates::list_of_person(&store, person(1)).await.expect("a read");
        assert_eq!(all.len(), 2);
        assert_eq!(all[1].life.revoked, Some(revocation));
        assert_eq!(certificates::count(&store).await, Ok(2));
        // Typed by hand, the number finds its own.
        assert_eq!(certificates::list_of_number(&store, number).await, Ok(vec![all[0].clone()]));
        assert_eq!(certificates::list_of_number(&store, "AAAA-BBBB-CCCC-E").await, Ok(vec![]));
    }
}
