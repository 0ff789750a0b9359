//! Judging a certificate without a network.

use credential::SigningKey;
use domain::ids::{CertificateId, GroupId, PersonId, ProfileId, mint};
use domain::people::Name;
use domain::recognition::snapshot::{Holds, Judged, Mark, Snapshot};
use domain::recognition::{Certificate, Naming, claims};
use domain::text::Text;
use jiff::Timestamp;
use jiff::civil::date;
use proptest::prelude::*;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn key() -> SigningKey {
    SigningKey::from_seed([7; 32])
}

fn certificate(group: &str) -> Certificate {
    let now = at("2026-11-26T08:00:00+07:00");
    Certificate {
        id: CertificateId(mint(now, [9; 10])),
        person: PersonId(mint(now, [1; 10])),
        profile: ProfileId::parse("starter-resident").unwrap(),
        name: Name::parse("Nguyễn Thị Mai").unwrap(),
        unit: territory::UnitId::COUNTRY,
        group: GroupId::parse(group),
        issued_at: now,
        valid_until: date(2028, 11, 26),
        shown: None,
        replaces: None,
        issued_by: None,
    }
}

fn snapshot() -> Snapshot {
    Snapshot {
        made_at: at("2026-11-26T19:30:00+07:00"),
        is_demonstration: true,
        keys: vec![key().verifying_key(), SigningKey::from_seed([8; 32]).verifying_key()],
        profiles: vec![(
            ProfileId::parse("starter-resident").unwrap(),
            Text::new("Kỹ năng số", "Digital skills"),
        )],
        withdrawn: vec![(
            Mark::of(CertificateId(mint(at("2026-01-01T00:00:00Z"), [3; 10]))),
            at("2026-02-02T00:00:00Z"),
        )],
    }
}

#[test]
fn a_genuine_code_is_told_with_the_name_to_compare() {
    let code = credential::issue(&key(), &claims(&certificate("resident"), Naming::Whole)).unwrap();
    let Judged::Genuine { certificate, holds } = snapshot().judge(&code, date(2026, 11, 27)) else {
        panic!("it is genuine")
    };
    assert_eq!(holds, Holds::Valid);
    assert_eq!(certificate.name, "Nguyễn Thị Mai");
    assert_eq!(certificate.profile.vi, "Kỹ năng số");
    assert_eq!((certificate.issued, certificate.until), (date(2026, 11, 26), Some(date(2028, 11, 26))));
}

#[test]
fn a_childs_name_is_in_no_code() {
    for (group, birth_year, name) in [
        ("pupil", None, "N. T. M."),
        ("pupil", Some(1990), "N. T. M."),
        ("resident", Some(2010), "N. T. M."),
        ("resident", Some(2008), "Nguyễn Thị Mai"),
        ("resident", None, "Nguyễn Thị Mai"),
    ] {
        let certificate = certificate(group);
        let naming = Naming::of(&certificate, birth_year, 2026);
        assert_eq!(claims(&certificate, naming).name, name, "{group}, {birth_year:?}");
    }
}

#[test]
fn what_was_withdrawn_expired_forged_or_signed_by_a_stranger_is_told_so() {
    let code = credential::issue(&key(), &claims(&certificate("resident"), Naming::Whole)).unwrap();
    let holds = |snapshot: &Snapshot, today| match snapshot.judge(&code, today) {
        Judged::Genuine { holds, .. } => Some(holds),
        _ => None,
    };
    assert_eq!(holds(&snapshot(), date(2028, 11, 26)), Some(Holds::Valid), "its last day counts");
    assert_eq!(holds(&snapshot(), date(2028, 11, 27)), Some(Holds::Expired));
    let withdrawn = (Mark::of(certificate("resident").id), at("2026-12-01T01:00:00+07:00"));
    let later = Snapshot { withdrawn: vec![withdrawn], ..snapshot() };
    assert_eq!(holds(&later, date(2029, 1, 1)), Some(Holds::Withdrawn { on: date(2026, 12, 1) }));

    let stranger = Snapshot { keys: vec![SigningKey::from_seed([8; 32]).verifying_key()], ..snapshot() };
    assert_eq!(stranger.judge(&code, date(2026, 11, 27)), Judged::UnknownKey);
    let changed = code.replacen(&code[60..61], if &code[60..61] == "A" { "B" } else { "A" }, 1);
    assert_eq!(snapshot().judge(&changed, date(2026, 11, 27)), Judged::NotGenuine);
    assert_eq!(snapshot().judge("", date(2026, 11, 27)), Judged::NotGenuine);
}

#[test]
fn a_snapshot_is_written_and_read_back() {
    let text = snapshot().write();
    assert_eq!(Snapshot::read(&text), Some(snapshot()));
    assert_eq!(
        Snapshot::read(&format!("{text}later\tword\n")),
        Some(snapshot()),
        "a word of a later version"
    );
    assert_eq!(Snapshot::read(&text[..text.len() - 9]), None, "cut short");
    assert_eq!(Snapshot::read(&text.replace("snapshot\t1", "snapshot\t2")), None);
    assert_eq!(Snapshot::read(""), None);
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in "(snapshot\t1\t0\treal\n)?((key|profile|withdrawn)\t[0-9a-fé\t]{0,70}\n){0,3}") {
        let _ = Snapshot::read(&text);
    }
}
