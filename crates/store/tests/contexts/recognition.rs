//! The life of certificates, voiding, reviews.

use crate::house::*;
use domain::ids::{CertificateId, PersonId, ReviewId, StatementId};
use domain::learning::{Decision, Learner};
use domain::people::Name;
use domain::recognition::{
    Certificate, Consequence, Corrector, Decided, Judge, Life, ReviewKind, RevokeReason, Status, Terms,
    Verdict, Voiding, correct, decide, issue, reinstate, renew, revoke, void,
};
use domain::record::VoidReason;
use domain::standing::Rung;
use domain::tally::{Indicator, everyone};
use jiff::civil::date;
use store::audit::{self, Audited};
use store::certificates::{self, Issued, Printed};
use store::db::{Batch, StoreError};
use store::learners::{self, Saved};
use store::recount::{Mend, recount};
use store::reviews::{self, NewReview};
use store::{Scope, Store, figures, people, record, visits};

async fn agrees(store: &Store) {
    let report = recount(store, &curriculum().syllabus, Mend::No).await.expect("a recount");
    assert_eq!(report.differences, []);
}

async fn total(store: &Store, of: Indicator) -> i64 {
    let totals = figures::totals(store, &Scope::Everywhere, &everyone()).await.expect("a read");
    totals.get(&of).copied().unwrap_or(0)
}

async fn voided(store: &Store, who: &Learner, id: StatementId, n: u32) -> Decision {
    let history = record::entries_of(store, who.person).await.expect("a read");
    let voiding = Voiding { id: act_id(n), statement: id, by: Some(person(50)), reason: VoidReason::NotDone };
    void(who, &curriculum().syllabus, &history, &voiding, at(10_000)).expect("it proved something")
}

#[tokio::test]
async fn voiding_moves_standings_and_figures_by_the_exact_difference() {
    for (_place, store) in each().await {
        let settled = does(&store, &guest(&store, 1).await, 100, 1, settle("B00004", "resident")).await;
        let read = does(&store, &settled, 101, 2, read_lesson(0)).await;
        let shown = shows_all(&store, &read, 110, 3, person(9)).await;
        let first = curriculum().syllabus.skills[0].id.clone();
        let on = |rung| Indicator::Skill(first.clone(), rung);
        assert_eq!(total(&store, on(Rung::Alone)).await, 1);
        // The visit is voided: what the lesson showed is left.
        let decision = voided(&store, &shown, act_id(110), 200).await;
        assert_eq!(learners::save(&store, &decision).await, Ok(Saved::Added));
        assert_eq!(load_learner(&store, person(1)).await.book, decision.learner.book);
        assert_eq!(total(&store, on(Rung::Alone)).await, 0);
        assert_eq!(total(&store, on(Rung::Attended)).await, 1);
        agrees(&store).await;
        let voiding = record::find_voiding(&store, person(1), act_id(110)).await.expect("a read");
        assert_eq!(voiding.map(|it| it.id), Some(act_id(200)));
        assert_eq!(record::find_voiding(&store, person(1), act_id(111)).await, Ok(None));
        assert!(record::find(&store, act_id(110)).await.expect("a read").is_some(), "it stays in the record");
        // A skill without any other proof leaves the ladder.
        let second = voided(&store, &decision.learner, act_id(111), 201).await;
        assert_eq!(learners::save(&store, &second).await, Ok(Saved::Added));
        let skill = &curriculum().syllabus.skills[1].id;
        assert_eq!(load_learner(&store, person(1)).await.book.rung(skill), None);
        agrees(&store).await;
        // Sent twice it happens once; decided on an older state it is told so.
        assert_eq!(learners::save(&store, &second).await, Ok(Saved::AlreadyThere));
        let stale = voided(&store, &second.learner, act_id(112), 202).await;
        let after = does(&store, &second.learner, 203, 10_001, read_lesson(2)).await;
        assert_eq!(learners::save(&store, &stale).await, Ok(Saved::Raced));
        // And life goes on, across another voiding and a move.
        let third = voided(&store, &after, act_id(112), 204).await;
        assert_eq!(learners::save(&store, &third).await, Ok(Saved::Added));
        does(&store, &third.learner, 205, 10_002, settle("B00008", "resident")).await;
        agrees(&store).await;
        // The official who voided is no helper.
        assert_eq!(visits::list(&store, &Scope::Everywhere, person(50), 9).await, Ok(vec![]));
    }
}

/// Somebody in the store who meets the profile.
async fn attained(store: &Store, n: u8) -> Learner {
    let settled =
        does(store, &guest(store, n).await, u32::from(n) * 1000, 1, settle("B00004", "resident")).await;
    let mut shown = shows_all(store, &settled, u32::from(n) * 1000 + 10, 3, person(99)).await;
    // A check would lift them; what is certified here is only kept.
    shown.book.standings.values_mut().for_each(|standing| standing.rung = Rung::Passed);
    shown
}

fn certified(who: &Learner, n: u8) -> Certificate {
    let terms = Terms::of(&curriculum().syllabus.profiles[0], curriculum(), who, None);
    let id = CertificateId::mint(at(0), [n; 10]);
    let name = Name::parse("Nguyễn Thị Mai").expect("a name");
    issue(who, &curriculum().syllabus, &terms, id, name, at(5)).expect("the profile is met")
}

fn printed<'a>(certificate: &'a Certificate, number: &'a str) -> Printed<'a> {
    Printed { certificate, code: "CODE", number, batch: None }
}

fn audited(n: u32, act: &str) -> Audited {
    Audited {
        id: act_id(n).to_string(),
        at: at(i64::from(n)),
        login: "thu".into(),
        act: act.into(),
        object: None,
        unit: None,
        detail: None,
    }
}

#[tokio::test]
async fn a_name_is_put_right_by_a_new_one_that_takes_the_place() {
    for (_place, store) in each().await {
        let who = attained(&store, 1).await;
        let old = certified(&who, 1);
        let today = date(2026, 3, 1);
        assert_eq!(certificates::add(&store, &old, "CODE", "N-1", today).await, Ok(Issued::Added));
        let kept = certificates::find(&store, old.id).await.expect("a read").expect("there");
        assert_eq!((&kept.certificate, &kept.life), (&old, &Life::default()), "what it shows comes back");
        let name = Name::parse("Nguyễn Thị Mải").expect("a name");
        let by = Corrector::Official("thu".into());
        let id = CertificateId::mint(at(0), [2; 10]);
        let (new, ended) = correct(&old, &kept.life, &by, id, name, at(6)).expect("it is valid");
        let first = audit::step_add(&audited(1, "correct-certificate"));
        certificates::replace(&store, first.clone(), printed(&new, "N-2"), Some(&ended))
            .await
            .expect("replaced");
        let twice = certificates::replace(&store, first, printed(&new, "N-2"), Some(&ended)).await;
        assert!(
            matches!(twice, Err(StoreError::Expectation { .. })),
            "sent twice it happens once: {twice:?}"
        );
        let old_kept = certificates::find(&store, old.id).await.expect("a read").expect("there");
        assert_eq!(old_kept.life.status(&old, today), Status::Replaced(id));
        let back = store.db().write(certificates::step_reinstate(old.id)).await;
        assert!(
            matches!(back, Err(StoreError::Expectation { .. })),
            "a wrong name does not come back: {back:?}"
        );
        let valid = certificates::find_valid_of(&store, who.person, &old.profile, today).await;
        assert_eq!(valid.expect("a read").map(|it| it.certificate), Some(new));
        assert_eq!(audit::list(&store, at(99), 9).await.expect("a read").len(), 1);
        let ward =
            certificates::list_of_units(&store, &Scope::of(unit("B00004")), 0, 9).await.expect("a read");
        assert_eq!(ward.len(), 2);
        assert_eq!(certificates::list_of_units(&store, &Scope::of(unit("B00008")), 0, 9).await, Ok(vec![]));
    }
}

#[tokio::test]
async fn a_renewal_stands_beside_the_old_one() {
    for (_place, store) in each().await {
        let who = attained(&store, 1).await;
        let old = certified(&who, 1);
        certificates::add(&store, &old, "CODE", "N-1", date(2026, 3, 1)).await.expect("added");
        let terms = Terms::of(&curriculum().syllabus.profiles[0], curriculum(), &who, None);
        let id = CertificateId::mint(at(0), [2; 10]);
        let late = at(60 * 24 * 720);
        let new = renew(&old, &Life::default(), &who, &curriculum().syllabus, &terms, id, late)
            .expect("near its end");
        certificates::replace(&store, Batch::new(), printed(&new, "N-2"), None).await.expect("renewed");
        let all = certificates::list_of_person(&store, who.person).await.expect("a read");
        let states: Vec<_> =
            all.iter().map(|it| it.life.status(&it.certificate, date(2028, 2, 20))).collect();
        assert_eq!(states, [Status::Valid, Status::Valid]);
        assert_eq!(all[1].life.replaced_by, Some(id));
        let valid = certificates::find_valid_of(&store, who.person, &old.profile, date(2028, 2, 20)).await;
        assert_eq!(valid.expect("a read").map(|it| it.certificate.id), Some(id), "the newer is shown");
        // The old one is revoked by mistake, and given back.
        let ended = revoke(&all[1].life, RevokeReason::AgainstRules, "Nhầm phòng thi", "thu", late);
        let ended = ended.expect("it holds");
        certificates::revoke(&store, Batch::new(), old.id, &ended).await.expect("revoked");
        store.db().write(certificates::step_reinstate(old.id)).await.expect("given back");
        let kept = certificates::find(&store, old.id).await.expect("a read").expect("there");
        assert_eq!(kept.life, all[1].life, "as it was before");
    }
}

#[tokio::test]
async fn a_row_of_before_still_shows_and_verifies() {
    for (_place, store) in each().await {
        let who = guest(&store, 1).await;
        let id = CertificateId::mint(at(0), [1; 10]);
        let row = format!(
            "INSERT INTO certificates (id, person, profile, name, unit, grp, issued_at, valid_until, revoked_at, revoked_why, code, number)
             VALUES ('{id}', '{}', 'starter-resident', 'Nguyễn Thị Mai', 'B00004', 'resident', 1772326800000, '2028-03-01', 1772326900000, 'Cấp nhầm tên', 'CODE', 'N-1')",
            who.person
        );
        store.db().script(&row).await.expect("a row as version 0.1.0 wrote it");
        let kept = certificates::find(&store, id).await.expect("a read").expect("there");
        assert_eq!((kept.certificate.shown, kept.certificate.replaces), (None, None));
        let revoked = kept.life.revoked.expect("it was revoked");
        assert_eq!((revoked.reason, revoked.words.as_str()), (None, "Cấp nhầm tên"));
    }
}

fn review_of(person: PersonId, kind: ReviewKind, subject: &str, n: u8) -> NewReview {
    NewReview {
        id: ReviewId::mint(at(0), [n; 10]),
        person,
        kind,
        subject: subject.into(),
        unit: unit("B00004"),
        why: "not-done".into(),
        at: at(i64::from(n)),
        by: None,
    }
}

async fn decided(
    store: &Store,
    n: u8,
    verdict: Verdict,
) -> (domain::recognition::Review, Decided, Consequence) {
    let review = reviews::find(store, ReviewId::mint(at(0), [n; 10])).await.expect("a read").expect("open");
    let by = Judge { login: "hai", person: person(7) };
    let (decided, then) = decide(&review, verdict, "Đã xem biên bản", by, at(90)).expect("decided");
    (review, decided, then)
}

#[tokio::test]
async fn a_review_is_opened_once_and_decided_once() {
    for (_place, store) in each().await {
        let who = attained(&store, 1).await;
        let certificate = certified(&who, 1);
        certificates::add(&store, &certificate, "CODE", "N-1", date(2026, 3, 1)).await.expect("added");
        let subject = certificate.id.to_string();
        for n in [1, 2] {
            let new = review_of(who.person, ReviewKind::EvidenceVoided, &subject, n);
            reviews::open(&store, &new).await.expect("opened, or open already");
        }
        let ward = Scope::of(unit("B00004"));
        assert_eq!(reviews::list_open(&store, &ward, 9).await.expect("a read").len(), 1);
        assert_eq!(reviews::list_open(&store, &Scope::of(unit("B00008")), 9).await, Ok(vec![]));
        // Revoked by verdict, all in one.
        let (review, end, then) = decided(&store, 1, Verdict::Revoke).await;
        assert_eq!(then, Consequence::RevokeCertificate);
        let revocation = revoke(&Life::default(), RevokeReason::EvidenceVoided, &end.words, &end.by, at(90))
            .expect("it holds");
        let steps = reviews::step_decide(review.person, review.id, &end)
            .then(certificates::step_revoke(certificate.id, &revocation));
        reviews::decide(&store, steps.clone()).await.expect("decided");
        assert!(matches!(reviews::decide(&store, steps).await, Err(StoreError::Expectation { .. })));
        let kept = certificates::find(&store, certificate.id).await.expect("a read").expect("there");
        assert_eq!(kept.life.revoked, Some(revocation.clone()));
        // An objection gives it back.
        let objection =
            NewReview { by: Some("thu".into()), ..review_of(who.person, ReviewKind::Objection, &subject, 3) };
        reviews::open(&store, &objection).await.expect("opened");
        let (review, end, then) = decided(&store, 3, Verdict::Keep).await;
        assert_eq!(then, Consequence::ReinstateCertificate);
        let steps = reviews::step_decide(review.person, review.id, &end);
        reviews::decide(&store, steps.then(certificates::step_reinstate(certificate.id)))
            .await
            .expect("given back");
        let kept = certificates::find(&store, certificate.id).await.expect("a read").expect("there");
        assert_eq!(kept.life, Life::default());
        let all = reviews::list_of_person(&store, who.person).await.expect("a read");
        assert_eq!(all.len(), 2);
        assert_eq!(
            reinstate(&certificate, &Life { revoked: Some(revocation), replaced_by: None }, &all[0]),
            Ok(())
        );
        // Doubted again, it is looked at again.
        let again = review_of(who.person, ReviewKind::EvidenceVoided, &subject, 4);
        reviews::open(&store, &again).await.expect("opened");
        assert_eq!(reviews::list_open(&store, &ward, 9).await.expect("a read").len(), 1);
        people::rename(&store, who.person, "Mai").await.expect("a name");
    }
}
