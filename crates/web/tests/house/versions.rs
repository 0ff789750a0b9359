//! The house starts again with other lessons while people are in the middle of them.

use domain::content::{Curriculum, Element};
use domain::ids::{LessonId, PracticeId, ScreenId};
use domain::place::Place;
use domain::practice::Mode;
use domain::record::{Entry, Subject, write};
use domain::standing::Rung;
use pages::urls;
use testkit::{Page, TestApp, fresh_id, on_each};

use crate::VI;

const LESSON: &str = "vneid";
const PRACTICE: &str = "connect-wifi";

fn lesson_id() -> LessonId {
    LessonId::parse(LESSON).unwrap()
}

fn practice_id() -> PracticeId {
    PracticeId::parse(PRACTICE).unwrap()
}

/// The content after a month: the lesson has a screen more, and every screen of the practice has another name.
fn later(app: &TestApp) -> Curriculum {
    let mut content = app.app.curriculum.clone();
    let mut lesson = content.lessons[&lesson_id()].clone();
    let mut added = lesson.screens[0].clone();
    added.vi.title = "Trang mới".into();
    lesson.screens.push(added);
    content.lessons.insert(lesson_id(), lesson.sealed());
    for course in &mut content.syllabus.courses {
        course.lessons.iter_mut().filter(|card| card.id == lesson_id()).for_each(|card| card.screens += 1);
    }
    let mut practice = content.practices[&practice_id()].clone();
    let renamed = |id: &ScreenId| ScreenId::parse(&format!("new-{id}")).unwrap();
    (practice.start, practice.finish) = (renamed(&practice.start), renamed(&practice.finish));
    for screen in &mut practice.screens {
        screen.id = renamed(&screen.id);
        for element in &mut screen.elements {
            if let Element::Tap(tap) = element {
                tap.go = tap.go.as_ref().map(renamed);
            }
        }
    }
    content.practices.insert(practice_id(), practice.sealed());
    content
}

/// The content without the lesson and without the practice.
fn without(app: &TestApp) -> Curriculum {
    let mut content = app.app.curriculum.clone();
    content.lessons.remove(&lesson_id());
    content.practices.remove(&practice_id());
    for course in &mut content.syllabus.courses {
        course.lessons.retain(|card| card.id != lesson_id());
        for card in &mut course.lessons {
            card.practice = card.practice.take().filter(|practice| practice.id != practice_id());
        }
    }
    content
}

fn screens(app: &TestApp) -> usize {
    app.app.curriculum.lessons[&lesson_id()].screens.len()
}

#[tokio::test]
async fn who_is_in_the_middle_of_a_lesson_reads_the_old_one_to_its_end() {
    on_each(async |app| {
        let mut mai = app.guest();
        let second = mai.reads_screen(LESSON, 1).await;
        for content in [later(app), without(app)] {
            let next = app.started_again(content).await;
            let mut mai = mai.clone();
            mai.comes_again(&next);
            let page = mai.opens(&second.path).await;
            assert_eq!(page.text(), second.text(), "the page reads as it did");
        }
        let next = app.started_again(later(app)).await;
        mai.comes_again(&next);
        let end = mai.reads_on(second).await;
        assert!(end.path.starts_with("/practice/"), "no new screen came in between: {}", end.path);
        let skill = &app.app.curriculum.lessons[&lesson_id()].skill;
        assert_eq!(mai.learner().await.book.rung(skill), Some(Rung::Attended));
        let mut binh = next.guest();
        let new = binh.opens(urls::lesson(LESSON, screens(app) + 1).as_str()).await;
        assert!(new.says("Trang mới"));
        assert_eq!(
            binh.reads_screen(LESSON, screens(app)).await.path,
            new.path,
            "the old last one is not the last"
        );
        let again = mai.opens(new.path.as_str()).await;
        assert!(again.says("Trang mới"), "who has finished reads the new one");
    })
    .await;
}

#[tokio::test]
async fn who_is_in_the_middle_of_a_practice_finishes_the_old_one() {
    on_each(async |app| {
        let mut mai = app.guest();
        let begun = mai.begins(PRACTICE, Mode::Guided).await;
        let skill = app.app.curriculum.practices[&practice_id()].skill.clone();
        for content in [later(app), without(app)] {
            let next = app.started_again(content).await;
            let (old, mut mai) = (mai.clone(), app.guest());
            let mut page = mai.begins(PRACTICE, Mode::Guided).await;
            assert_eq!(page.main(), begun.main());
            mai.comes_again(&next);
            assert!(mai.opens(urls::practice(PRACTICE).as_str()).await.says(VI.practice_go_on()));
            while page.has_form(urls::practice_tap(PRACTICE).as_str()) {
                page = mai.browser.send(&old.right_tap(&page, PRACTICE)).await;
            }
            assert!(page.says(VI.run_done_title()), "{}", page.text());
            assert_eq!(mai.learner().await.book.rung(&skill), Some(Rung::Helped));
        }
        let next = app.started_again(later(app)).await;
        mai.comes_again(&next);
        let done = mai.practises(PRACTICE, Mode::Guided).await;
        assert!(done.says(VI.run_done_title()), "begun afresh it is the new one");
        let gone = app.started_again(without(app)).await;
        let mut binh = gone.guest();
        assert_eq!(binh.opens(urls::practice(PRACTICE).as_str()).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_run_whose_text_is_nowhere_begins_again_and_says_so() {
    let app = TestApp::start().await;
    let mut mai = app.guest();
    mai.begins(PRACTICE, Mode::Guided).await;
    let lost = store::db::Batch::new().any("DELETE FROM content_versions", vec![]);
    app.store().db().write(lost).await.unwrap();
    let next = app.started_again(later(&app)).await;
    mai.comes_again(&next);
    let page = mai.opens(urls::practice_run(PRACTICE).as_str()).await;
    assert_eq!(page.path, urls::practice(PRACTICE).as_str());
    assert!(page.says(VI.practice_rewritten()), "{}", page.text());
    let done = mai.practises(PRACTICE, Mode::Guided).await;
    assert!(done.says(VI.run_done_title()));
}

#[tokio::test]
async fn a_phone_that_was_long_without_a_network_is_judged_by_the_texts_it_showed() {
    on_each(async |app| {
        let mut an = app.guest();
        an.reads_screen("spot-scam", 1).await;
        let person = an.person().await;
        let next = app.started_again(later(app)).await;
        an.comes_again(&next);
        let at = web::clock::now();
        let lesson = &app.app.curriculum.lessons[&lesson_id()];
        let (screen, version) = (lesson.count(), Some(lesson.version));
        let read = Entry {
            id: fresh_id(),
            person,
            at,
            stored: at,
            place: Place::unknown(),
            helper: None,
            evidence: Vec::new(),
            subject: Subject::Read { lesson: lesson_id(), screen, last: true, version },
        };
        let begun = Entry {
            id: fresh_id(),
            subject: Subject::Began {
                practice: practice_id(),
                mode: Mode::Alone,
                version: Some(app.app.curriculum.practices[&practice_id()].version),
            },
            ..read.clone()
        };
        let sent = format!("[{},{}]", write(&read), write(&begun));
        let answer: Page = an.browser.post_json("/xapi/statements", sent).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        let learner = an.learner().await;
        assert_eq!(
            learner.book.rung(&lesson.skill),
            Some(Rung::Attended),
            "it was the last screen of that text"
        );
        let run = learner.workbook.practices[&practice_id()].run.clone().unwrap();
        assert_eq!(run.screen, app.app.curriculum.practices[&practice_id()].start);
        let state = an.opens("/offline/state").await;
        assert!(state.body.contains("\"held\":\""), "the phone gets the old text along: {}", state.body);
        let mut binh = next.guest();
        binh.reads_screen(LESSON, 1).await;
        assert!(!binh.opens("/offline/state").await.body.contains("\"held\""));
    })
    .await;
}
