//! Goal: who comes back after a month is led back, and lifted when they still can.
//! Method: a person whose first acts are dated in the past; everything after it goes through the pages.

use domain::assessment::{self, Manner, Time};
use domain::content::Element;
use domain::ids::{BlueprintId, PracticeId, StatementId};
use domain::learning::{Act, Deed, decide};
use domain::practice::{Mode, Typed};
use domain::standing::Rung;
use jiff::{SignedDuration, Timestamp};
use pages::ui::Rung as Step;
use pages::urls;
use store::learners;
use testkit::{Guest, Page, TestApp, on_each};
use web::{clock, test_acts};

use crate::VI;

const PRACTICE: &str = "connect-wifi";
const CHECK: &str = "first-steps";

fn practice() -> PracticeId {
    PracticeId::parse(PRACTICE).unwrap()
}

/// Does one thing in the past.
async fn did(app: &TestApp, an: &Guest, at: Timestamp, deed: Deed) {
    let act = Act { id: StatementId::mint(at, clock::chance()), at, deed };
    let decision = decide(&an.learner().await, &app.app.curriculum, &act, at).unwrap();
    learners::save(app.store(), &decision).await.unwrap();
}

/// Did a practice alone, without a mistake, in the past.
async fn practised(app: &TestApp, an: &Guest, at: Timestamp) {
    did(app, an, at, Deed::Begin { practice: practice(), mode: Mode::Alone, version: None }).await;
    let practice = &app.app.curriculum.practices[&practice()];
    loop {
        let run = an.learner().await.workbook.practices[&practice.id].run.clone().unwrap();
        if run.finished {
            return;
        }
        let shown = practice.screen(&run.screen).unwrap();
        let right = |element: &Element| matches!(element, Element::Tap(tap) if tap.right);
        let element = u16::try_from(shown.elements.iter().position(right).unwrap()).unwrap();
        let typed = shown.elements.iter().filter_map(|element| match element {
            Element::Field(field) => Some(Typed { field: field.id.clone(), right: true }),
            _ => None,
        });
        let (screen, typed) = (shown.id.clone(), typed.collect());
        did(app, an, at, Deed::Tap { practice: practice.id.clone(), screen, element, typed }).await;
    }
}

/// Passed the check in the past.
async fn passed(app: &TestApp, an: &Guest, at: Timestamp) {
    let blueprint = BlueprintId::parse(CHECK).unwrap();
    let person = an.person().await;
    let (manner, time, sitting) = (Manner::default(), Time::Usual, None);
    let mut deed = assessment::Deed::Begin { blueprint: blueprint.clone(), manner, time, sitting };
    loop {
        let act = assessment::Act { id: StatementId::mint(at, clock::chance()), at, deed };
        let test_acts::Done::Recorded(done) = test_acts::act(&app.app, person, &act, at).await.unwrap()
        else {
            panic!("the check goes on");
        };
        let Some(open) = done.attempt.open else { return };
        let item = app.app.curriculum.items.iter().find(|item| item.id == open.item).unwrap();
        deed = assessment::Deed::Answer {
            blueprint: blueprint.clone(),
            item: item.id.clone(),
            answer: item.key(),
        };
    }
}

fn days_ago(days: i64) -> Timestamp {
    clock::now() - SignedDuration::from_hours(24 * days)
}

async fn an(app: &TestApp) -> Guest {
    let mut an = app.guest();
    an.says_who("resident").await;
    an
}

fn promises(page: &Page) -> bool {
    page.says(VI.today_recheck())
}

#[tokio::test]
async fn who_comes_back_after_a_month_is_led_back_and_lifted() {
    on_each(async |app| {
        let mut an = an(app).await;
        assert!(an.opens("/review").await.says(VI.today_empty()));
        assert!(!an.opens("/learn").await.says(VI.today_link()));
        practised(app, &an, days_ago(33)).await;
        passed(app, &an, days_ago(31)).await;
        for door in ["/", "/learn", "/me"] {
            assert!(an.opens(door).await.says(VI.today_link()), "{door}");
        }
        let review = an.opens("/review").await;
        assert!(promises(&review), "{}", review.text());
        let skill = app.app.curriculum.practices[&practice()].skill.clone();
        assert_eq!(an.learner().await.book.rung(&skill), Some(Rung::Passed));
        let end = an.practises(PRACTICE, Mode::Alone).await;
        let title = app.app.skill_title(&skill, domain::text::Lang::Vi).unwrap();
        assert!(end.says(&VI.kept_yes(title)), "{}", end.text());
        assert_eq!(an.learner().await.book.rung(&skill), Some(Rung::Retained));
        let after = an.opens("/review").await;
        assert!(after.says(VI.today_done()), "{}", after.text());
        assert!(!after.has_form(urls::practice_start(PRACTICE).as_str()), "nothing comes twice a day");
        assert!(an.opens("/me").await.says(VI.rung(Step::Retained)));
    })
    .await;
}

#[tokio::test]
async fn a_button_of_the_page_begins_alone_and_an_open_run_goes_on() {
    on_each(async |app| {
        let mut an = an(app).await;
        practised(app, &an, days_ago(40)).await;
        let review = an.opens("/review").await;
        assert!(review.says(&VI.today_days(40)), "{}", review.text());
        let form = review.form(urls::practice_start(PRACTICE).as_str()).chooses("mode", "alone");
        let run = an.browser.send(&form).await;
        assert_eq!(run.path, urls::practice_run(PRACTICE).as_str());
        assert!(run.says(VI.run_alone()));
        let review = an.opens("/review").await;
        assert_eq!(review.link("/practice/"), urls::practice_run(PRACTICE).as_str());
    })
    .await;
}
