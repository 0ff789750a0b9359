//! Sending twice, two tabs, the back button: nothing counts twice and nothing breaks.

use domain::practice::Mode;
use domain::standing::Rung;
use testkit::{Knows, Visit, Whom, fresh_id, on_each};

use crate::NGHIA_DO;

#[tokio::test]
async fn a_form_sent_twice_adds_one_statement() {
    on_each(async |app| {
        let mut an = app.guest();
        let who = an.opens("/start").await.form("/start").chooses("group", "resident");
        an.browser.send(&who).await;
        let page = an.browser.send(&who).await;
        assert_eq!((page.status, app.statements().await), (200, 1));

        let read = an.opens("/learn/vneid/1").await.form("/learn/vneid/1");
        let first = an.browser.send(&read).await;
        let second = an.browser.send(&read).await;
        assert_eq!((first.path, app.statements().await), (second.path, 2));

        let begin = an.opens("/practice/connect-wifi").await.form("/practice/connect-wifi/start");
        let run = an.browser.send(&begin.chooses("mode", "alone")).await;
        let tap = an.right_tap(&run, "connect-wifi");
        let first = an.browser.send(&tap).await;
        let second = an.browser.send(&tap).await;
        assert_eq!((first.main(), app.statements().await), (second.main(), 4));

        let start = an.opens("/check/first-steps").await.form("/check/first-steps/start");
        let asked = an.browser.send(&start).await;
        assert_eq!(an.browser.send(&start).await.main(), asked.main());
        let answer = an.answer(&asked, "first-steps", Knows::Everything);
        let first = an.browser.send(&answer).await;
        let second = an.browser.send(&answer).await;
        assert_eq!((first.main(), app.statements().await), (second.main(), 6));
    })
    .await;
}

#[tokio::test]
async fn the_same_form_sent_by_many_at_once_adds_one_statement() {
    on_each(async |app| {
        let mut an = app.guest();
        an.says_who("resident").await;
        let read = an.opens("/learn/vneid/1").await.form("/learn/vneid/1");
        let tabs: Vec<_> = (0..8)
            .map(|_| {
                let (mut tab, read) = (an.browser.clone(), read.clone());
                tokio::spawn(async move { tab.send(&read).await.status })
            })
            .collect();
        for tab in tabs {
            assert_eq!(tab.await.unwrap(), 200);
        }
        assert_eq!(app.statements().await, 2);
    })
    .await;
}

#[tokio::test]
async fn tabs_that_act_at_once_each_get_their_act_into_the_record() {
    on_each(async |app| {
        let mut an = app.guest();
        an.says_who("resident").await;
        let tabs: Vec<_> = (1..=4)
            .map(|screen| {
                let mut tab = an.clone();
                tokio::spawn(async move { tab.reads_screen("vneid", screen).await.status })
            })
            .collect();
        for tab in tabs {
            assert_eq!(tab.await.unwrap(), 200);
        }
        assert_eq!((app.statements().await, an.learner().await.version), (5, 5));
    })
    .await;
}

#[tokio::test]
async fn a_second_tab_and_the_back_button_show_where_the_phone_really_is() {
    on_each(async |app| {
        let mut an = app.guest();
        let run = an.begins("connect-wifi", Mode::Alone).await;
        let mut other_tab = an.clone();
        let other_page = other_tab.opens("/practice/connect-wifi/run").await;
        let tap = an.right_tap(&run, "connect-wifi");
        let now = an.browser.send(&tap).await;

        // The other tab still shows the screen before, and its form has an id of its own.
        let stale = other_tab.right_tap(&other_page, "connect-wifi");
        assert_ne!(stale.value("act"), tap.value("act"));
        let before = app.statements().await;
        let shown = other_tab.browser.send(&stale).await;
        assert_eq!(shown.main(), now.main());

        // Back, and another tap on the old page.
        let wrong = run.form("/practice/connect-wifi/tap").chooses("tap", "0");
        let shown = an.browser.send(&wrong.with("act", &fresh_id().to_string())).await;
        assert_eq!(shown.main(), now.main());
        assert_eq!(app.statements().await, before, "neither counts");
        assert!(an.practises("connect-wifi", Mode::Alone).await.says(crate::VI.run_done_title()));
    })
    .await;
}

#[tokio::test]
async fn an_answer_to_a_question_gone_by_changes_nothing() {
    on_each(async |app| {
        let mut an = app.guest();
        let start = an.opens("/check/first-steps").await.form("/check/first-steps/start");
        let asked = an.browser.send(&start).await;
        let wrong = an.answer(&asked, "first-steps", Knows::Nothing);
        let next = an.browser.send(&wrong).await;
        let before = app.statements().await;
        let right = an.answer(&asked, "first-steps", Knows::Everything);
        let shown = an.browser.send(&right.with("act", &fresh_id().to_string())).await;
        assert_eq!((shown.main(), app.statements().await), (next.main(), before));
        assert!(!shown.main().contains("right"), "the page does not tell which answer is right");
    })
    .await;
}

#[tokio::test]
async fn an_act_under_somebody_elses_id_gets_one_of_its_own_and_takes_nothing_over() {
    on_each(async |app| {
        let mut an = app.guest();
        an.says_who("resident").await;
        let act = an.browser.last_act.clone().unwrap();
        let owner = an.person().await;

        let mut thief = app.guest();
        thief.says_who("pupil").await;
        let page = thief.browser.post("/learn/vneid/1", &format!("act={act}")).await;
        assert_eq!(page.status, 303);
        let kept = store::record::find(app.store(), act.parse().unwrap()).await.unwrap().unwrap();
        assert_eq!((kept.person, app.statements().await), (owner, 3));

        let mut lan = app.helper("Lan", NGHIA_DO).await;
        let visit = Visit { whom: Whom::New("Trần Bình", "1960"), skill: "vneid", rung: Rung::Helped };
        let form = lan.fills_in(visit).await.with("act", &act);
        assert_eq!(lan.browser.send(&form).await.status, 200);
        let kept = store::record::find(app.store(), act.parse().unwrap()).await.unwrap().unwrap();
        // Two more: the new person is settled and visited.
        assert_eq!((kept.person, app.statements().await), (owner, 5));
    })
    .await;
}

#[tokio::test]
async fn a_form_without_an_id_is_taken_and_a_broken_id_refused() {
    on_each(async |app| {
        let mut an = app.guest();
        assert_eq!(an.browser.post("/learn/vneid/1", "").await.status, 303);
        for bad in ["x", "00000000", "%F0%9F%98%80", "1;drop"] {
            assert_eq!(an.browser.post("/learn/vneid/1", &format!("act={bad}")).await.status, 400, "{bad}");
        }
        assert_eq!(app.statements().await, 1);
    })
    .await;
}

#[tokio::test]
async fn going_back_and_choosing_otherwise_is_another_act() {
    on_each(async |app| {
        let mut an = app.guest();
        an.says_who("resident").await;
        let act = an.browser.last_act.clone().unwrap();
        assert_eq!(an.browser.post("/start", &format!("act={act}&group=pupil")).await.status, 303);
        let learner = an.learner().await;
        assert_eq!(learner.book.place.group().map(ToString::to_string).as_deref(), Some("pupil"));
        assert_eq!(app.statements().await, 2);
    })
    .await;
}
