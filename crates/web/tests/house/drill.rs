//! A learner whose eye is drilled on messages.

use domain::content::Truth;
use domain::drill::Verdict;
use domain::ids::{DrillId, SkillId};
use domain::standing::Rung;
use pages::urls;
use testkit::{Guest, Page, TestApp, on_each};

use crate::VI;

const SKILL: &str = "spot-scam";

fn skill() -> SkillId {
    SkillId::parse(SKILL).unwrap()
}

async fn an(app: &TestApp) -> Guest {
    let mut an = app.guest();
    an.says_who("resident").await;
    an
}

async fn begins(an: &mut Guest) -> Page {
    let form = an.opens(urls::drill(SKILL).as_str()).await.form(urls::drill_start(SKILL).as_str());
    an.browser.send(&form).await
}

/// Judges the message shown, and chooses the right step; `calls` says what it is called.
async fn judges(app: &TestApp, an: &mut Guest, page: &Page, calls: impl Fn(Truth) -> &'static str) -> Page {
    let form = page.form(&page.path);
    let id = DrillId::parse(form.value("message").unwrap()).unwrap();
    let message = app.app.curriculum.drill(&id).unwrap();
    let asked = an.browser.send(&form.chooses("said", calls(message.truth))).await;
    let right = message.next.iter().position(|step| step.right).unwrap();
    an.browser.send(&asked.form(&asked.path).chooses("next", &right.to_string())).await
}

/// A whole round; where its end is shown.
async fn drills(app: &TestApp, an: &mut Guest, calls: impl Fn(Truth) -> &'static str + Copy) -> Page {
    let mut page = begins(an).await;
    for place in 1..=8 {
        assert_eq!(page.path, urls::drill_message(SKILL, place).as_str());
        let told = judges(app, an, &page, calls).await;
        assert_eq!(told.path, page.path, "explained where it was judged");
        let onward = told.links().pop().unwrap();
        page = an.opens(&onward).await;
    }
    page
}

fn rightly(truth: Truth) -> &'static str {
    match truth {
        Truth::Scam => "scam",
        Truth::Genuine => "safe",
    }
}

#[tokio::test]
async fn a_careful_eye_is_told_so_and_counts_as_alone() {
    on_each(async |app| {
        let mut an = an(app).await;
        let course = an.opens(urls::course("first-steps").as_str()).await;
        assert_eq!(course.link("/drill/"), urls::drill(SKILL).as_str());
        assert_eq!(an.opens("/drill").await.path, urls::drill(SKILL).as_str());
        let end = drills(app, &mut an, rightly).await;
        assert_eq!(end.path, urls::drill_end(SKILL).as_str());
        let learner = an.learner().await;
        let score = *learner.workbook.drill(&skill()).unwrap().scores.last().unwrap();
        assert!(score.is_good() && score.verdict() == Verdict::Sharp);
        for words in [
            VI.drill_sharp().to_owned(),
            VI.drill_hits(score.scams, score.scams),
            VI.drill_alarms(0, score.genuine),
        ] {
            assert!(end.says(&words), "{words}: {}", end.text());
        }
        assert_eq!(learner.book.rung(&skill()), Some(Rung::Alone));
        let again = an.opens(urls::drill_message(SKILL, 2).as_str()).await;
        assert!(again.says(VI.drill_right()), "each message can be looked at again");
    })
    .await;
}

#[tokio::test]
async fn who_cries_scam_at_everything_is_told_kindly_and_proves_nothing() {
    on_each(async |app| {
        let mut an = an(app).await;
        let end = drills(app, &mut an, |_| "scam").await;
        assert!(end.says(VI.drill_suspicious()), "{}", end.text());
        assert_eq!(an.learner().await.book.rung(&skill()), None);
        let before = an.opens(urls::drill(SKILL).as_str()).await;
        assert!(before.says(VI.drill_suspicious()) && before.body.contains(VI.drill_again()));
    })
    .await;
}

#[tokio::test]
async fn going_back_and_sending_twice_change_nothing() {
    on_each(async |app| {
        let mut an = an(app).await;
        let before = an.opens(urls::drill(SKILL).as_str()).await.form(urls::drill_start(SKILL).as_str());
        let first = an.browser.send(&before).await;
        let judged = judges(app, &mut an, &first, rightly).await;
        let once = an.learner().await;
        // The form that began the round, and whatever is chosen on the page gone back to.
        assert_eq!(an.browser.send(&before).await.path, urls::drill_message(SKILL, 2).as_str());
        let form = first.form(&first.path);
        for said in ["scam", "safe", "unsure"] {
            let page = an.browser.send(&form.clone().chooses("said", said)).await;
            assert_eq!(page.main(), judged.main());
        }
        an.opens(urls::drill(SKILL).as_str()).await;
        let person = an.person().await;
        let now = store::learners::find(app.store(), person).await.unwrap().unwrap();
        assert_eq!(now.workbook, once.workbook);
        // What is not judged yet is not shown.
        assert_eq!(an.opens(urls::drill_message(SKILL, 5).as_str()).await.path, urls::drill(SKILL).as_str());
        assert_eq!(an.opens(urls::drill_end(SKILL).as_str()).await.path, urls::drill(SKILL).as_str());
        assert_eq!(an.opens(urls::drill("vneid").as_str()).await.status, 404);
    })
    .await;
}
