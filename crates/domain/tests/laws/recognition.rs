//! Goal: what was certified stays as it was certified, and what is voided leaves no trace but its own statement.

use domain::content::{Syllabus, TestKind};
use domain::ids::{BlueprintId, CertificateId, ReviewId, StatementId};
use domain::learning::{Book, History, Learner, day_of, post};
use domain::people::Name;
use domain::recognition::{
    Badge, Because, Certificate, Consequence, CorrectRefused, Corrector, DecideRefused, IssueRefused, Judge,
    Life, ReinstateRefused, RenewRefused, Review, ReviewKind, Revocation, RevokeReason, RevokeRefused,
    ShareRefused, Status, Terms, Verdict, VoidRefused, Voiding, badges, correct, decide, issue, reinstate,
    renew, revoke, share, taken_back, void,
};
use domain::record::{Entry, Subject, VoidReason, read, write};
use domain::standing::{Rung, Standing};
use domain::tally::differences;
use domain::text::Text;
use jiff::{SignedDuration, Timestamp};

use crate::shelf::{act_id, curriculum, dawn, demonstration, person};

fn syllabus() -> &'static Syllabus {
    &curriculum().syllabus
}

fn days(days: i64) -> Timestamp {
    dawn() + SignedDuration::from_hours(24 * days)
}

fn name(text: &str) -> Name {
    Name::parse(text).unwrap()
}

fn id(n: u8) -> CertificateId {
    CertificateId::mint(dawn(), [n; 10])
}

fn terms() -> Terms {
    Terms::of(&syllabus().profiles[0], curriculum(), &on(Rung::Passed), None)
}

/// Somebody who stands on this rung of every skill.
fn on(rung: Rung) -> Learner {
    let standing = |n: u32| Standing {
        rung,
        since: days(0),
        statement: act_id(n),
        helper: None,
        passed_at: (rung >= Rung::Passed).then(|| days(0)),
        assurance: None,
    };
    let standings = (1..).zip(&syllabus().skills).map(|(n, skill)| (skill.id.clone(), standing(n))).collect();
    let mut learner = Learner::new(person(1));
    learner.book = Book { standings, ..Book::default() };
    learner
}

fn issued() -> Certificate {
    issue(&on(Rung::Passed), syllabus(), &terms(), id(1), name("Nguyễn Thị Mai"), days(0)).unwrap()
}

fn revoked(reason: RevokeReason) -> Life {
    Life {
        revoked: Some(revoke(&Life::default(), reason, "Thi hộ, đã xác minh", "thu", days(1)).unwrap()),
        replaced_by: None,
    }
}

#[test]
fn a_certificate_shows_the_day_of_issue_and_names_its_evidence() {
    let certificate = issued();
    let shown = certificate.shown.as_ref().unwrap();
    assert_eq!(shown.rungs.len(), syllabus().profiles[0].demands.len());
    assert!(shown.rungs.iter().all(|mark| mark.rung == Rung::Passed && !mark.title.vi.is_empty()));
    assert_eq!(certificate.evidence().count(), shown.rungs.len());
    let refused = issue(&on(Rung::Alone), syllabus(), &terms(), id(1), name("Mai An"), days(0));
    assert_eq!(refused, Err(IssueRefused::NotAttained));
}

#[test]
fn a_day_makes_it_expired_and_nothing_else_has_to_run() {
    let (certificate, life) = (issued(), Life::default());
    let last = certificate.valid_until;
    assert_eq!(life.status(&certificate, last), Status::Valid);
    assert_eq!(life.status(&certificate, last.tomorrow().unwrap()), Status::Expired);
    let revoked = revoked(RevokeReason::WrongPerson);
    for day in [last, last.tomorrow().unwrap()] {
        assert_eq!(revoked.status(&certificate, day), Status::Revoked(Some(RevokeReason::WrongPerson)));
    }
}

#[test]
fn a_holder_puts_the_name_right_once_and_soon() {
    let (old, life) = (issued(), Life::default());
    let by_holder = |old: &Certificate, to: &str, day: i64| {
        correct(old, &life, &Corrector::Holder, id(2), name(to), days(day))
    };
    let (new, ended) = by_holder(&old, "Nguyễn Thị Mải", 30).unwrap();
    assert_eq!((ended.reason, ended.by), (Some(RevokeReason::Replaced), None));
    assert_eq!((&new.shown, new.valid_until), (&old.shown, old.valid_until), "only the name changes");
    assert_eq!(new.replaces.map(|it| (it.certificate, it.because)), Some((old.id, Because::Name)));
    assert_eq!(by_holder(&old, "Nguyễn Thị Mai", 1), Err(CorrectRefused::SameName));
    assert_eq!(by_holder(&old, "Nguyễn Thị Mải", 31), Err(CorrectRefused::TooLate));
    assert_eq!(by_holder(&new, "Nguyễn Thị Mài", 31), Err(CorrectRefused::OnlyOnce));
    let official = Corrector::Official("thu".into());
    let again = correct(&new, &life, &official, id(3), name("Nguyễn Thị Mài"), days(300)).unwrap();
    assert_eq!(again.0.issued_by.as_deref(), Some("thu"));
    let replaced = Life { revoked: Some(again.1), replaced_by: Some(id(3)) };
    assert_eq!(replaced.status(&new, day_of(days(300))), Status::Replaced(id(3)));
    let twice = correct(&new, &replaced, &official, id(4), name("Mai An"), days(300));
    assert_eq!(twice, Err(CorrectRefused::NotValid));
}

#[test]
fn it_is_renewed_near_its_end_while_the_profile_is_met() {
    let (old, life) = (issued(), Life::default());
    let end = day_of(days(0)).until(old.valid_until).unwrap().get_days();
    let (passed, alone) = (on(Rung::Retained), on(Rung::Alone));
    let at = |learner: &Learner, life: &Life, left: i32| {
        renew(&old, life, learner, syllabus(), &terms(), id(2), days(i64::from(end - left)))
    };
    assert_eq!(at(&passed, &life, 61), Err(RenewRefused::TooEarly));
    let new = at(&passed, &life, 60).unwrap();
    assert!(new.valid_until > old.valid_until && new.name == old.name);
    assert!(new.shown.unwrap().rungs.iter().all(|mark| mark.rung == Rung::Retained), "as of today");
    assert!(at(&passed, &life, -400).is_ok(), "long after its end too");
    assert_eq!(at(&alone, &life, 10), Err(RenewRefused::NotMet(IssueRefused::NotAttained)));
    assert_eq!(at(&passed, &revoked(RevokeReason::AgainstRules), 10), Err(RenewRefused::NotHolding));
    let renewed = Life { replaced_by: Some(id(2)), ..life };
    assert_eq!(at(&passed, &renewed, 10), Err(RenewRefused::NotHolding));
    assert_eq!(renewed.status(&old, old.valid_until), Status::Valid, "the old paper holds to its last day");
}

#[test]
fn revoking_wants_a_reason_and_words_and_happens_once() {
    let life = Life::default();
    let with = |reason, words: &str| revoke(&life, reason, words, "thu", days(1)).map(|_| ());
    assert_eq!(with(RevokeReason::IssuedInError, "  Sai "), Err(RevokeRefused::Words));
    assert_eq!(with(RevokeReason::IssuedInError, &"a".repeat(501)), Err(RevokeRefused::Words));
    assert_eq!(with(RevokeReason::Replaced, "Cấp nhầm người"), Err(RevokeRefused::NoReason));
    for reason in RevokeReason::OFFERED {
        assert_eq!(with(reason, "Cấp nhầm người"), Ok(()));
        assert_eq!(RevokeReason::parse(reason.as_str()), Some(reason));
        let again = revoke(&revoked(reason), reason, "Cấp nhầm người", "thu", days(2));
        assert_eq!(again, Err(RevokeRefused::AlreadyRevoked));
    }
}

fn judge(login: &str) -> Judge<'_> {
    Judge { login, person: person(7) }
}

#[test]
fn who_lost_one_for_how_it_was_earned_earns_another_one_anew() {
    let old = issued();
    let way =
        |reason, book: &Book| taken_back([(&old, &revoked(reason))], book).map(|certificate| certificate.id);
    let book = on(Rung::Passed).book;
    for reason in [RevokeReason::EvidenceVoided, RevokeReason::WrongPerson, RevokeReason::AgainstRules] {
        assert_eq!(way(reason, &book), Some(id(1)), "{reason:?}: asking again gives none");
        let mut anew = book.clone();
        let phone = domain::ids::SkillId::parse("phone").unwrap();
        anew.standings.get_mut(&phone).unwrap().statement = act_id(99);
        assert_eq!(way(reason, &anew), None);
    }
    for reason in [RevokeReason::IssuedInError, RevokeReason::HolderAsked] {
        assert_eq!(way(reason, &book), None, "{reason:?}");
    }
    assert_eq!(taken_back([(&old, &Life::default())], &book), None);
    let before = Certificate { shown: None, ..old.clone() };
    assert_eq!(taken_back([(&before, &revoked(RevokeReason::AgainstRules))], &book), None);
}

fn review(kind: ReviewKind) -> Review {
    Review {
        id: ReviewId::mint(dawn(), [1; 10]),
        person: person(1),
        kind,
        subject: id(1).to_string(),
        unit: "B00004".parse().unwrap(),
        why: "Người học nói đã tự thi".into(),
        opened_at: days(2),
        opened_by: Some("thu".into()),
        decided: None,
    }
}

#[test]
fn only_a_review_decided_by_somebody_else_gives_a_certificate_back() {
    let (certificate, life) = (issued(), revoked(RevokeReason::WrongPerson));
    let mut objection = review(ReviewKind::Objection);
    assert_eq!(reinstate(&certificate, &life, &objection), Err(ReinstateRefused::NoReview));
    let words = "Đã xem lại biên bản";
    let own = decide(&objection, Verdict::Keep, words, judge("thu"), days(3));
    assert_eq!(own.map(|_| ()), Err(DecideRefused::OpenedByOneself));
    let about = Judge { person: person(1), ..judge("hai") };
    let about = decide(&objection, Verdict::Keep, words, about, days(3));
    assert_eq!(about.map(|_| ()), Err(DecideRefused::AboutOneself), "the official is the holder");
    let short = decide(&objection, Verdict::Keep, "Ừ", judge("hai"), days(3));
    assert_eq!(short.map(|_| ()), Err(DecideRefused::Words));
    let (decided, then) = decide(&objection, Verdict::Keep, words, judge("hai"), days(3)).unwrap();
    assert_eq!(then, Consequence::ReinstateCertificate);
    objection.decided = Some(decided);
    assert_eq!(reinstate(&certificate, &life, &objection), Ok(()));
    assert_eq!(reinstate(&certificate, &Life::default(), &objection), Err(ReinstateRefused::NotRevoked));
    let other = Certificate { id: id(9), ..certificate };
    assert_eq!(reinstate(&other, &life, &objection), Err(ReinstateRefused::NoReview));
    let again = decide(&objection, Verdict::Revoke, words, judge("ba"), days(4));
    assert_eq!(again.map(|_| ()), Err(DecideRefused::AlreadyDecided));
}

#[test]
fn what_opens_a_review_has_no_consequence_and_a_verdict_for_the_person_takes_nothing() {
    for kind in ReviewKind::ALL {
        assert_eq!(ReviewKind::parse(kind.as_str()), Some(kind));
        let (_, keep) =
            decide(&review(kind), Verdict::Keep, "Không có gì sai", judge("hai"), days(3)).unwrap();
        assert!(matches!(keep, Consequence::Nothing | Consequence::ReinstateCertificate), "{kind:?}");
    }
}

fn told(entries: &[Entry]) -> Book {
    entries.iter().fold(Book::default(), |book, entry| post(syllabus(), &book, entry).0)
}

#[test]
fn voiding_leaves_the_book_that_never_had_the_statement() {
    let mut tried = 0;
    for made in demonstration(7, 120) {
        let book = told(&made.entries);
        let learner =
            Learner { book: book.clone(), version: made.entries.len() as u64, ..Learner::new(made.person) };
        let at = made.entries.last().map_or_else(dawn, |entry| entry.stored) + SignedDuration::from_hours(30);
        for target in made.entries.iter().filter(|entry| !entry.evidence.is_empty()) {
            let voiding = Voiding {
                id: act_id(900_000),
                statement: target.id,
                by: Some(person(99)),
                reason: VoidReason::NotDone,
            };
            let decision = void(&learner, syllabus(), &made.entries, &voiding, at).unwrap();
            let without: Vec<Entry> =
                made.entries.iter().filter(|entry| entry.id != target.id).cloned().collect();
            assert_eq!(decision.learner.book, told(&without));
            assert_eq!(decision.learner.version, learner.version + 1);
            let exact = differences(syllabus(), &book, &decision.learner.book, day_of(at));
            assert_eq!(decision.deltas, exact);
            assert_eq!(read(&write(&decision.entry)).as_ref(), Ok(&decision.entry));
            let mut all = made.entries.clone();
            all.push(decision.entry.clone());
            let mut history = History::default();
            all.iter().for_each(|entry| drop(history.post(syllabus(), entry)));
            assert_eq!(history.book(), &decision.learner.book, "counted again it is the same");
            let again = void(&decision.learner, syllabus(), &all, &voiding, at);
            assert_eq!(again, Err(VoidRefused::AlreadyVoided));
            let of_it = Voiding { statement: decision.entry.id, ..voiding };
            assert_eq!(void(&learner, syllabus(), &all, &of_it, at), Err(VoidRefused::ProvedNothing));
            tried += 1;
        }
    }
    assert!(tried > 100, "{tried}");
}

#[test]
fn a_voiding_at_the_command_line_is_read_back_too() {
    let entry = Entry {
        id: act_id(1),
        person: person(1),
        at: days(0),
        stored: days(0),
        place: domain::place::Place::unknown(),
        helper: None,
        evidence: Vec::new(),
        subject: Subject::Voided { statement: act_id(2), reason: VoidReason::Mistake },
    };
    assert_eq!(read(&write(&entry)), Ok(entry));
}

#[test]
fn nobody_voids_their_own_and_what_proved_nothing_stays() {
    for made in demonstration(7, 40) {
        let learner = Learner { book: told(&made.entries), ..Learner::new(made.person) };
        for target in &made.entries {
            let by = |who| Voiding {
                id: act_id(900_000),
                statement: target.id,
                by: who,
                reason: VoidReason::Mistake,
            };
            let own = void(&learner, syllabus(), &made.entries, &by(Some(made.person)), days(900));
            assert!(matches!(own, Err(VoidRefused::Oneself | VoidRefused::ProvedNothing)));
            let other = void(&learner, syllabus(), &made.entries, &by(None), days(900));
            assert_eq!(other.is_err(), target.evidence.is_empty());
        }
    }
}

#[test]
fn a_certificate_loses_ground_by_its_own_evidence_or_a_lower_book() {
    let certificate = issued();
    let full = on(Rung::Retained).book;
    let lost = |statement: StatementId, book: &Book| certificate.has_lost_ground(statement, book, syllabus());
    assert!(lost(act_id(1), &full), "it stands on that statement");
    assert!(!lost(act_id(77), &full), "and not on another, while the rungs are there");
    assert!(
        lost(act_id(77), &on(Rung::Alone).book),
        "what passed the check was another statement than the last"
    );
    let old = Certificate { shown: None, ..certificate.clone() };
    assert!(!old.has_lost_ground(act_id(1), &full, syllabus()));
    assert!(old.has_lost_ground(act_id(1), &on(Rung::Alone).book, syllabus()));
}

#[test]
fn badges_are_what_one_did_alone_and_a_child_shares_none() {
    assert_eq!(badges(&on(Rung::Helped).book, syllabus(), 0), []);
    let alone = on(Rung::Alone);
    let all = badges(&alone.book, syllabus(), 7);
    let skills = all.iter().filter(|badge| matches!(badge, Badge::Skill { .. })).count();
    assert_eq!(skills, syllabus().skills.len());
    assert!(all.iter().any(|badge| matches!(badge, Badge::Course { .. })));
    assert!(all.contains(&Badge::Helper { step: 5, confirmed: 7 }));
    for badge in &all {
        let shared = share(&alone, syllabus(), (Some(1960), 2026), 7, &badge.key());
        assert_eq!(shared.as_ref(), Ok(badge));
        let child = share(&alone, syllabus(), (Some(2012), 2026), 7, &badge.key());
        assert_eq!(child, Err(ShareRefused::Child));
    }
    let mut pupil = alone.clone();
    pupil.book.place.groups = vec![domain::ids::GroupId::parse("pupil").unwrap()];
    assert_eq!(share(&pupil, syllabus(), (None, 2026), 7, "helper"), Err(ShareRefused::Child));
    assert_eq!(share(&alone, syllabus(), (None, 2026), 0, "helper"), Err(ShareRefused::NoSuch));
}

#[test]
fn a_revocation_without_a_reason_is_one_from_before_there_was_a_list() {
    let old = Revocation { at: days(1), reason: None, words: "Cấp nhầm tên".into(), by: None };
    let life = Life { revoked: Some(old), replaced_by: None };
    assert_eq!(life.status(&issued(), day_of(days(2))), Status::Revoked(None));
}

#[test]
fn an_examination_meant_for_ones_province_says_how_long_and_who_confirms() {
    let mut curriculum = curriculum().clone();
    let own = curriculum.blueprints.values().find(|it| it.card.kind == TestKind::Examination).unwrap();
    let mut own = own.clone();
    own.card.id = BlueprintId::parse("exam-of-b01").unwrap();
    own.province = Some("B01".parse().unwrap());
    own.valid_months = Some(7);
    own.confirmed_by = Some(Text::new("Sở của tỉnh", "The department of the province"));
    curriculum.blueprints.insert(own.card.id.clone(), own.clone());
    let learner = on(Rung::Passed);
    let of = |province: Option<&str>| {
        let province = province.map(|id| id.parse().unwrap());
        Terms::of(&syllabus().profiles[0], &curriculum, &learner, province)
    };
    assert_eq!((of(Some("B01")).valid_months, of(Some("B01")).confirmed_by), (7, own.confirmed_by));
    assert_eq!(of(None), terms());
    assert_eq!(of(Some("B04")), terms(), "another province has the common one");
}
