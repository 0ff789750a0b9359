//! Every kind of question: answered rightly and wrongly, not wholly, and as the keepers of the bank see it.

use std::collections::BTreeSet;

use domain::content::{Item, ItemKind};
use domain::ids::ItemId;
use domain::people::RoleKind;
use domain::text::Lang;
use pages::messages::Messages;
use testkit::{Form, Guest, Knows, Official, Page, TestApp};

const VI: Messages = Messages(Lang::Vi);
const ANSWER: &str = "/check/first-steps/answer";

async fn house() -> TestApp {
    TestApp::asking(|item| item.kind != ItemKind::Choice).await
}

async fn begins(app: &TestApp) -> (Guest, Page) {
    let mut an = app.guest();
    an.says_who("resident").await;
    let form = an.opens("/check/first-steps").await.form("/check/first-steps/start");
    let page = an.browser.send(&form).await;
    (an, page)
}

fn asked<'a>(app: &'a TestApp, page: &Page) -> &'a Item {
    let id = page.form(ANSWER).value("item").and_then(ItemId::parse).expect("a question");
    app.app.curriculum.items.iter().find(|item| item.id == id).expect("a known question")
}

/// Somebody whose open question is of a kind, and the page that asks it.
async fn asked_for(app: &TestApp, kind: &str) -> (Guest, Page) {
    for _ in 0..40 {
        let (mut an, mut page) = begins(app).await;
        while page.has_form(ANSWER) {
            if asked(app, &page).kind.as_str() == kind {
                return (an, page);
            }
            page = an.browser.send(&an.answer(&page, "first-steps", Knows::Everything)).await;
        }
    }
    panic!("nobody was asked a question of the kind {kind}");
}

#[tokio::test]
async fn each_kind_is_right_only_when_exactly_right_and_is_explained_afterwards() {
    let app = house().await;
    let mut kinds = BTreeSet::new();
    for knows in [Knows::Everything, Knows::Nothing] {
        let (mut an, mut page) = begins(&app).await;
        let mut items = Vec::new();
        while page.has_form(ANSWER) {
            let item = asked(&app, &page);
            kinds.insert(item.kind.as_str());
            items.push(item);
            page = an.browser.send(&an.answer(&page, "first-steps", knows)).await;
        }
        let text = page.text();
        assert_eq!(page.says(VI.result_passed()), matches!(knows, Knows::Everything), "{text}");
        for item in items {
            assert!(page.says(&item.ask.vi), "{}", item.id);
            assert!(item.choices.iter().all(|choice| page.says(&choice.because.vi)), "{}: {text}", item.id);
        }
        assert_eq!(page.says(VI.explained_not_yet()), matches!(knows, Knows::Nothing));
    }
    assert!(kinds.len() >= 2, "{kinds:?}");
}

#[tokio::test]
async fn nothing_chosen_is_told_kindly_and_the_question_waits() {
    let app = house().await;
    for (kind, words) in [("several", VI.unanswered()), ("order", VI.unordered()), ("tap", VI.unanswered())] {
        let (mut an, page) = asked_for(&app, kind).await;
        let (item, before) = (asked(&app, &page).id.clone(), app.statements().await);
        let told = an.browser.send(&page.form(ANSWER)).await;
        assert!(told.says(words) && told.says(VI.errors_title()), "{kind}: {}", told.text());
        assert_eq!(asked(&app, &told).id, item);
        assert_eq!(app.statements().await, before);
    }
}

#[tokio::test]
async fn places_given_twice_are_told_and_everything_chosen_is_kept() {
    let app = house().await;
    let (mut an, page) = asked_for(&app, "order").await;
    let form: Form =
        page.form(ANSWER).chooses("place-0", "2").chooses("place-1", "2").chooses("place-2", "1");
    let told = an.browser.send(&form).await;
    let twice = VI.order_twice(2, "");
    assert!(told.says(twice.trim()), "{}", told.text());
    let kept = told.form(ANSWER);
    let places = ["place-0", "place-1", "place-2"].map(|name| kept.value(name).map(str::to_owned));
    assert_eq!(places, ["2", "2", "1"].map(|place| Some(place.to_owned())));
    let done = an.browser.send(&an.answer(&told, "first-steps", Knows::Everything)).await;
    assert!(!done.says(VI.errors_title()), "{}", done.text());
}

#[tokio::test]
async fn the_keepers_see_each_kind_as_it_is() {
    let app = house().await;
    let mut thu = Official::hired(&app, "Thu", RoleKind::Keeper, "VN").await;
    thu.signs_in().await;
    for kind in ["several", "order", "tap"] {
        let item = app.app.curriculum.items.iter().find(|item| item.kind.as_str() == kind).expect("one");
        let page = thu.opens(&format!("/bank/{}", item.id)).await;
        assert!(page.says(VI.item_kind(&item.kind)), "{}", page.text());
        assert!(
            item.choices.iter().all(|choice| page.says(&choice.text.vi) && page.says(&choice.because.vi))
        );
        assert_eq!(page.main().contains("class=\"phone"), kind == "tap");
    }
}
