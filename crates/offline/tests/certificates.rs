//! A phone without a network judges a certificate, whoever uses it.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

use credential::{Claims, SigningKey, issue};
use domain::ids::{CertificateId, ProfileId};
use domain::recognition::snapshot::{Mark, Snapshot};
use domain::text::Text;
use jiff::Timestamp;
use offline::{Method, PackName, Request, Response, Worker, handle};

const NOW: &str = "2026-11-26T19:30:00+07:00";

fn now() -> Timestamp {
    NOW.parse().unwrap()
}

fn code() -> String {
    let claims = Claims {
        certificate: [9; 16],
        profile: "starter-resident".into(),
        issued_day: 690,
        valid_until_day: Some(1420),
        level: 0,
        name: "Nguyễn Thị Mai".into(),
    };
    issue(&SigningKey::from_seed([7; 32]), &claims).unwrap()
}

fn snapshot() -> Snapshot {
    let profile = ProfileId::parse("starter-resident").unwrap();
    Snapshot {
        made_at: now(),
        is_demonstration: false,
        keys: vec![SigningKey::from_seed([7; 32]).verifying_key()],
        profiles: vec![(profile, Text::new("Kỹ năng số đầu tiên", "First digital skills"))],
        withdrawn: Vec::new(),
    }
}

fn worker(snapshot: &Snapshot) -> Worker {
    let mut worker = Worker::default();
    worker.load("certificates", snapshot.write().as_bytes()).unwrap();
    worker
}

fn ask(worker: &Worker, method: Method, path: &str, state: &[u8]) -> Response {
    let chance = [[1; 10], [2; 10]];
    handle(worker, &Request { method, path, body: "", now: now(), chance, state, pending: 0, offline: true })
}

fn page(worker: &Worker, path: &str, state: &[u8]) -> String {
    match ask(worker, Method::Get, path, state) {
        Response::Page(html) => html,
        other => panic!("{other:?}"),
    }
}

#[test]
fn it_asks_for_what_is_known_of_certificates() {
    let path = format!("/verify/{}", code());
    let response = ask(&Worker::default(), Method::Get, &path, b"");
    assert_eq!(response, Response::NeedPack(PackName::Certificates));
    assert!(Worker::default().load("certificates", b"snapshot").is_err());
    assert_eq!(ask(&worker(&snapshot()), Method::Post, &path, b""), Response::NotMine);
}

#[test]
fn a_genuine_one_is_shown_with_its_name_and_the_age_of_the_list() {
    let html = page(&worker(&snapshot()), &format!("/verify/{}", code()), b"");
    for words in ["Giấy thật, còn giá trị", "Nguyễn Thị Mai", "Kỹ năng số đầu tiên", "19:30"]
    {
        assert!(html.contains(words), "{words} is missing");
    }
}

#[test]
fn it_speaks_the_language_of_who_uses_the_phone() {
    let state = br#"{"learner":{"person":"x"},"lang":"en","text_size":"large","acts":[]}"#;
    let html = page(&worker(&snapshot()), &format!("/verify/{}", code()), state);
    assert!(html.contains("Genuine and valid") && html.contains("First digital skills"));
}

#[test]
fn a_withdrawn_one_a_strangers_and_a_number_are_told_apart() {
    let path = format!("/verify/{}", code());
    let id = CertificateId(uuid::Uuid::from_bytes([9; 16]));
    let withdrawn = Snapshot { withdrawn: vec![(Mark::of(id), now())], ..snapshot() };
    assert!(page(&worker(&withdrawn), &path, b"").contains("Giấy đã bị thu hồi"));
    let stranger = Snapshot { keys: Vec::new(), ..snapshot() };
    assert!(page(&worker(&stranger), &path, b"").contains("Chưa kiểm tra được"));
    let number = format!("/verify/{}", credential::short_number([9; 16]));
    assert!(page(&worker(&snapshot()), &number, b"").contains("Số giấy cần có mạng"));
    assert!(page(&worker(&snapshot()), "/verify/abc", b"").contains("Không phải giấy thật"));
}
