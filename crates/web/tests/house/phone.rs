//! Statements sent by a phone that was without a network, or by somebody who pretends to be one.

use domain::ids::{LessonId, PersonId, PracticeId, SkillId, StatementId};
use domain::place::Place;
use domain::practice::Mode;
use domain::record::{Entry, Subject, write};
use domain::standing::{Evidence, Rung};
use jiff::{SignedDuration, Timestamp};
use testkit::{Guest, Page, TestApp, fresh_id, on_each};

const SEND: &str = "/xapi/statements";

fn read_entry(person: PersonId, screen: u16, at: Timestamp) -> Entry {
    let lesson = LessonId::parse("vneid").unwrap();
    Entry {
        id: fresh_id(),
        person,
        at,
        stored: at,
        place: Place::unknown(),
        helper: None,
        evidence: Vec::new(),
        subject: Subject::Read { lesson, screen, last: false, version: None },
    }
}

fn outbox(entries: &[Entry]) -> String {
    format!("[{}]", entries.iter().map(write).collect::<Vec<_>>().join(","))
}

async fn an(app: &TestApp) -> (Guest, PersonId) {
    let mut an = app.guest();
    an.says_who("resident").await;
    let person = an.person().await;
    (an, person)
}

async fn kept(app: &TestApp, id: StatementId) -> store::record::StoredStatement {
    store::record::find(app.store(), id).await.unwrap().expect("kept")
}

fn hours_ago(hours: i64) -> Timestamp {
    web::clock::now() - SignedDuration::from_hours(hours)
}

#[tokio::test]
async fn an_outbox_is_stored_once_however_often_it_is_sent() {
    on_each(async |app| {
        let (mut an, person) = an(app).await;
        let at = hours_ago(30);
        let entries: Vec<Entry> = (1..=3).map(|screen| read_entry(person, screen, at)).collect();
        let ids: Vec<String> = entries.iter().map(|entry| format!("\"{}\"", entry.id)).collect();
        for _ in 0..2 {
            let page = an.browser.post_json(SEND, outbox(&entries)).await;
            assert_eq!((page.status, page.body), (200, format!("[{}]", ids.join(","))));
            assert_eq!(page.headers["x-experience-api-version"], "2.0.0");
        }
        assert_eq!(app.statements().await, 4);
        let learner = an.learner().await;
        assert_eq!(learner.workbook.lessons[&LessonId::parse("vneid").unwrap()].read, 3);

        let one = kept(app, entries[0].id).await;
        assert_eq!(one.at, at, "when it happened");
        assert!(one.stored > at + SignedDuration::from_hours(29), "when it arrived");
        let entry = domain::record::read(&one.json).unwrap();
        assert_eq!((entry.at, entry.stored), (one.at, one.stored));
    })
    .await;
}

#[tokio::test]
async fn a_phone_whose_clock_runs_ahead_is_not_believed() {
    on_each(async |app| {
        let (mut an, person) = an(app).await;
        let ahead = read_entry(person, 1, hours_ago(-48));
        an.browser.post_json(SEND, write(&ahead)).await;
        assert!(kept(app, ahead.id).await.at <= web::clock::now());
    })
    .await;
}

#[tokio::test]
async fn a_practice_done_without_a_network_counts_like_one_done_with_it() {
    on_each(async |app| {
        // The same taps by hand, to have the statements that a phone would write.
        let (mut one, _) = an(app).await;
        one.practises("connect-wifi", Mode::Alone).await;
        let done = store::record::list_of_person(app.store(), one.person().await, None, 100).await.unwrap();
        let (mut two, person) = an(app).await;
        let entries: Vec<Entry> = done
            .iter()
            .rev()
            .map(|statement| domain::record::read(&statement.json).unwrap())
            .filter(|entry| !matches!(entry.subject, Subject::Settled))
            .map(|entry| Entry { id: fresh_id(), person, evidence: Vec::new(), ..entry })
            .collect();
        assert_eq!(two.browser.post_json(SEND, outbox(&entries)).await.status, 200);
        let phone = SkillId::parse("phone").unwrap();
        assert_eq!(two.learner().await.book.rung(&phone), Some(Rung::Alone));
        let (one, two) = (one.learner().await, two.learner().await);
        assert_eq!(one.workbook, two.workbook);
    })
    .await;
}

#[tokio::test]
async fn what_a_forged_statement_claims_to_prove_is_not_believed() {
    let app = &TestApp::start().await;
    let (mut an, person) = an(app).await;
    let skill = SkillId::parse("vneid").unwrap();
    let proof = vec![Evidence::of(skill.clone(), Rung::Passed)];
    let honest = read_entry(person, 1, hours_ago(1));
    let visited = Subject::Visited { skill: skill.clone(), rung: Rung::Alone };
    let forged = [
        Entry { evidence: proof.clone(), ..honest.clone() },
        Entry { id: fresh_id(), evidence: proof.clone(), subject: visited.clone(), ..honest.clone() },
        Entry {
            id: fresh_id(),
            evidence: proof.clone(),
            subject: visited,
            helper: Some(PersonId(fresh_id().0)),
            ..honest.clone()
        },
        Entry {
            id: fresh_id(),
            evidence: proof,
            subject: Subject::Began {
                practice: PracticeId::parse("connect-wifi").unwrap(),
                mode: Mode::Alone,
                version: None,
            },
            ..honest
        },
    ];
    let page = an.browser.post_json(SEND, outbox(&forged)).await;
    assert_eq!(page.status, 200, "{}", page.body);
    assert_eq!(an.learner().await.book.rung(&skill), None);
    assert!(an.learner().await.book.standings.is_empty());
    app.agrees().await;
}

const FOREIGN: &str = r#"{"actor":{"mbox":"mailto:an@example.vn"},"verb":{"id":"http://adlnet.gov/expapi/verbs/experienced"},
    "object":{"id":"https://example.vn/a-book"},"timestamp":"2026-01-02T03:04:05Z"}"#;

#[tokio::test]
async fn a_foreign_statement_is_kept_and_counts_for_nothing() {
    on_each(async |app| {
        let (mut an, person) = an(app).await;
        let page = an.browser.post_json(SEND, FOREIGN).await;
        assert_eq!(page.status, 200, "{}", page.body);
        let id: StatementId = page.body.trim_matches(['[', ']', '"']).parse().unwrap();
        let one = kept(app, id).await;
        assert_eq!((one.person, one.at), (person, "2026-01-02T03:04:05Z".parse().unwrap()));
        assert!(one.json.contains("a-book"));
        assert!(an.learner().await.book.standings.is_empty());
        // Acts go on after it, and its own page is shown.
        assert_eq!(an.reads_screen("vneid", 1).await.status, 200);
        assert_eq!(an.opens(&format!("/statements/{id}")).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn foreign_statements_sent_at_once_are_all_kept() {
    on_each(async |app| {
        let (an, _) = an(app).await;
        let phones: Vec<_> = (0..8)
            .map(|_| {
                let mut phone = an.browser.clone();
                tokio::spawn(async move { phone.post_json(SEND, FOREIGN).await })
            })
            .collect();
        let mut answers: Vec<Page> = Vec::new();
        for phone in phones {
            answers.push(phone.await.unwrap());
        }
        for answer in answers {
            assert_eq!(answer.status, 200, "{}", answer.body);
            let id: StatementId = answer.body.trim_matches(['[', ']', '"']).parse().unwrap();
            kept(app, id).await;
        }
    })
    .await;
}

#[tokio::test]
async fn malformed_statements_are_refused_with_the_place_and_nothing_is_stored() {
    on_each(async |app| {
        let (mut an, person) = an(app).await;
        let good = write(&read_entry(person, 1, hours_ago(1)));
        for (body, place) in [
            ("nonsense".to_owned(), "statement 0"),
            (String::new(), "statement 0"),
            ("{}".into(), "statement 0"),
            ("null".into(), "statement 0"),
            (format!("[{good},{{}}]"), "statement 1"),
            (format!("[{good},{}]", FOREIGN.replace("mailto:", "")), "statement 1"),
            (FOREIGN.replace("\"verb\"", "\"werb\""), "statement 0"),
        ] {
            let page = an.browser.post_json(SEND, body.clone()).await;
            assert_eq!(page.status, 400, "{body}: {}", page.body);
            assert!(page.body.contains(place), "{body}: {}", page.body);
        }
        assert_eq!(app.statements().await, 1, "all or nothing where a statement can't be read");
        let many = format!("[{}]", vec![FOREIGN; 501].join(","));
        assert_eq!(an.browser.post_json(SEND, many).await.status, 413);
        assert_eq!(an.browser.post_json(SEND, "[]").await.body, "[]");
    })
    .await;
}

#[tokio::test]
async fn without_a_session_nothing_is_taken() {
    on_each(async |app| {
        assert_eq!(app.browser().post_json(SEND, FOREIGN).await.status, 401);
        assert_eq!(app.browser().get_once("/offline/state").await.status, 401);
        assert_eq!(app.statements().await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_id_of_another_person_is_a_conflict_and_another_persons_act_is_not_done() {
    let app = &TestApp::start().await;
    let (mut an, person) = an(app).await;
    let mine = read_entry(person, 1, hours_ago(1));
    an.browser.post_json(SEND, write(&mine)).await;
    let (mut other, other_person) = self::an(app).await;
    let theirs = Entry { person: other_person, ..mine.clone() };
    let page = other.browser.post_json(SEND, write(&theirs)).await;
    assert_eq!(page.status, 409, "{}", page.body);
    assert!(page.body.contains(&mine.id.to_string()));

    // An act of somebody else, sent under this session (the cookie changed on the way): the phone must keep it.
    let about = read_entry(person, 2, hours_ago(1));
    let (before, statements) = (an.learner().await, app.statements().await);
    assert_eq!(other.browser.post_json(SEND, write(&about)).await.status, 403);
    assert_eq!((an.learner().await, app.statements().await), (before, statements));
    app.agrees().await;
}
