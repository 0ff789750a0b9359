//! Goal: what is wrong with a message to judge is told with its file and line; an operator's own one takes the place of ours.
//! Method: the real content with one message broken at a time.

use domain::content::{Fault, Finding, Source, Truth, load};
use domain::ids::DrillId;

use crate::shelf;

const PATH: &str = "drills/sms-merger-vneid.txt";

/// The real content, of which only what a message needs.
fn source() -> Source {
    let mut source = shelf::source();
    source.texts.retain(|path, _| {
        path.starts_with("drills/") || ["frameworks/tt-02.txt", "groups.txt"].contains(&path.as_str())
    });
    let skill = "skill spot-scam\n  title A\n  short A\n  can A\n  icon eye\n  competence tt-02 1.2 CB1\n";
    source.texts.insert("skills.txt".into(), skill.into());
    source
}

fn findings(source: &Source) -> Vec<Finding> {
    load(source, &shelf::icons()).1.into_iter().filter(|finding| finding.file.contains("drills")).collect()
}

/// Replaces `from` by `to` in the message; each fault stands at the first line that holds its words.
#[track_caller]
fn check(from: &str, to: &str, expect: &[(&str, Fault)]) {
    let mut source = source();
    let text = source.texts.get_mut(PATH).unwrap();
    assert!(text.contains(from), "{from}");
    *text = text.replacen(from, to, 1);
    let line = |words: &str| 1 + text.lines().position(|line| line.contains(words)).expect(words);
    let told = expect.iter().map(|(words, fault)| (u32::try_from(line(words)).unwrap(), fault.clone()));
    let told: Vec<_> = told.collect();
    let found = findings(&source).into_iter().filter(|finding| finding.file == PATH);
    let found: Vec<_> = found.map(|finding| (finding.line, finding.fault)).collect();
    assert_eq!(found, told);
}

#[test]
fn faults_of_a_message_are_told_with_their_line() {
    let bad = |word: &str, value: &str, allowed| Fault::BadValue {
        word: word.into(),
        value: value.into(),
        allowed,
    };
    check(
        "channel  sms",
        "channel  fax",
        &[("fax", bad("channel", "fax", "sms, chat, call, mail, popup, qr, letter"))],
    );
    check("role     target", "role     judge", &[("judge", bad("role", "judge", "target, helper, witness"))]);
    check("truth    scam", "truth    maybe", &[("maybe", bad("truth", "maybe", "scam, genuine"))]);
    check("level    1", "level    4", &[("level    4", bad("level", "4", "1, 2, 3"))]);
    check(
        "2026-11-26",
        "26-11-2026",
        &[("26-11-2026", bad("added", "26-11-2026", "a day, such as 2026-11-26"))],
    );
    check("from     0100888246\n", "", &[("drill", Fault::Missing { word: "from" })]);
    check("  right\n", "", &[("drill", Fault::NextSteps { found: 3, right: 0 })]);
    check("next Nhắn lại", "next", &[]);
    check(
        "skill    spot-scam",
        "skill    none",
        &[
            ("skill", Fault::Unknown { kind: "skill", name: "none".into() }),
            ("skill", Fault::TooFewDrills { skill: "none".into(), genuine: 0, scams: 1 }),
        ],
    );
    check(
        "drill    sms-merger-vneid",
        "drill    other",
        &[("drill", Fault::NameIsNotFile { name: "other".into(), file: "sms-merger-vneid".into() })],
    );
    let many = "sign A\nsign A\nsign A\nsign     Giục";
    check("sign     Giục", many, &[("drill", Fault::Signs { found: 6, most: 4 })]);
}

#[test]
fn a_message_of_the_operator_takes_the_place_of_ours() {
    let mut source = source();
    let ours = source.texts[PATH].clone();
    let own =
        ours.replace("Xã bạn vừa sáp nhập", "Phường bạn vừa sáp nhập").replace("level    1", "level    2");
    source.own_drills.insert("/data/drills/sms-merger-vneid.txt".into(), own);
    assert_eq!(findings(&source), []);
    let (curriculum, _) = load(&source, &shelf::icons());
    let message = curriculum.drill(&DrillId::parse("sms-merger-vneid").unwrap()).unwrap();
    assert!(
        message.level == 2 && message.truth == Truth::Scam && curriculum.drills.len() == ours_count(&source)
    );
    source.own_drills.insert("/data/drills/other.txt".into(), ours.replace("truth    scam", "truth    ?"));
    let told = findings(&source);
    assert!(
        told.iter().all(|finding| finding.file == "/data/drills/other.txt") && told.len() == 1,
        "{told:?}"
    );
}

fn ours_count(source: &Source) -> usize {
    source.texts.keys().filter(|path| path.starts_with("drills/")).count()
}
