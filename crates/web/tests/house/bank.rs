//! The bank's keepers: what they see, what they do to a question, a calibration from its beginning to the decision.

use domain::assessment::{BankVersion, Status};
use domain::people::RoleKind;
use testkit::{Official, Page, TestApp, on_each};

use crate::NGHIA_DO;

async fn keeper(app: &TestApp) -> Official {
    let mut keeper = Official::hired(app, "Thu", RoleKind::Keeper, "VN").await;
    assert_eq!(keeper.signs_in().await.status, 200);
    keeper
}

fn first(app: &TestApp) -> (String, Status) {
    let bank = app.app.banks.latest();
    let item = &bank.version().items[0];
    (item.item.to_string(), item.status)
}

/// Looks again until nothing runs any more.
async fn waits(app: &TestApp, keeper: &mut Official, path: &str) -> Page {
    for _ in 0..2_000 {
        if app.app.workshop.busy().is_none() {
            break;
        }
        keeper.opens(path).await;
    }
    assert!(app.app.workshop.busy().is_none() && !app.app.workshop.has_failed());
    keeper.opens(path).await
}

async fn acts(app: &TestApp, login: &str) -> Vec<String> {
    let rows = app.audit().await.into_iter().rev().filter(|row| row.login == login);
    rows.map(|row| row.act).filter(|act| act != "sign-in").collect()
}

#[tokio::test]
async fn a_keeper_takes_a_question_out_and_back_and_each_act_is_kept_once() {
    on_each(async |app| {
        let mut thu = keeper(app).await;
        let (item, starting) = first(app);
        let list = thu.opens("/bank").await;
        let page = thu.opens(&list.link(&format!("/bank/{item}"))).await;
        assert_eq!(page.status, 200, "{}", page.text());
        let ask = thu.opens(&page.link(&format!("/bank/{item}/change?deed=retire"))).await;
        let form = ask.form(&format!("/bank/{item}/change"));
        // Without a reason nothing happens.
        let refused = thu.browser.send(&form).await;
        assert!(refused.says("400") && first(app) == (item.clone(), starting));
        let form = form.with("words", "Đáp án không còn đúng.");
        for _ in 0..2 {
            let done = thu.browser.send(&form).await;
            assert_eq!(done.path, format!("/bank/{item}"));
            assert!(done.says("Đáp án không còn đúng."), "{}", done.text());
        }
        assert_eq!(first(app), (item.clone(), Status::Retired));
        assert_eq!(app.app.banks.latest().number(), 2, "one version, though it was sent twice");
        let back = thu.opens(&format!("/bank/{item}/change?deed=take-back")).await;
        let form = back.form(&format!("/bank/{item}/change")).with("words", "Đã sửa.");
        thu.browser.send(&form).await;
        assert_eq!(first(app), (item, starting));
        assert_eq!(acts(app, &thu.login).await, ["item-retire", "item-take-back"]);
    })
    .await;
}

#[tokio::test]
async fn answers_are_counted_and_a_calibration_of_few_can_only_be_left() {
    on_each(async |app| {
        let mut thu = keeper(app).await;
        let form = thu.opens("/bank").await.form("/bank/count");
        thu.browser.send(&form).await;
        let counted = waits(app, &mut thu, "/bank").await;
        assert!(counted.says("0 câu trả lời"), "{}", counted.text());
        let form = thu.opens("/bank/calibrations").await.form("/bank/calibrations");
        thu.browser.send(&form.chooses("family", "2pl")).await;
        let list = waits(app, &mut thu, "/bank/calibrations").await;
        let link = list.link("/bank/calibrations/");
        let page = thu.opens(&link).await;
        assert_eq!(page.status, 200);
        assert!(!page.body.contains("value=\"apply\""), "nothing changes, so there is nothing to apply");
        let form = page.form(&link).with("words", "Còn ít câu trả lời.").with("decide", "leave");
        for _ in 0..2 {
            assert!(thu.browser.send(&form).await.says("Còn ít câu trả lời."));
        }
        assert_eq!(app.app.banks.latest().number(), 1);
        assert_eq!(acts(app, &thu.login).await, ["count-bank", "calibrate-bank", "leave-calibration"]);
    })
    .await;
}

#[tokio::test]
async fn the_bank_is_its_keepers_alone() {
    on_each(async |app| {
        let (item, before) = first(app);
        let change = format!("/bank/{item}/change?deed=retire");
        let paths = ["/bank", &format!("/bank/{item}"), &change, "/bank/calibrations"];
        let mut officer = app.officer("Hoa", NGHIA_DO).await;
        let mut helper = app.helper("Lan", NGHIA_DO).await;
        let (mut guest, mut public) = (app.guest(), app.browser());
        guest.says_who("resident").await;
        for path in paths {
            for browser in [&mut officer.browser, &mut helper.browser, &mut guest.browser, &mut public] {
                assert_eq!(browser.get(path).await.status, 403, "{path}");
            }
        }
        assert_eq!(
            officer.opens("/bank/flags").await.status,
            200,
            "an officer looks at the attempts of the unit"
        );
        assert_eq!(helper.opens("/bank/flags").await.status, 403);
        let mut thu = keeper(app).await;
        let form = thu.opens(&change).await.form(&format!("/bank/{item}/change")).with("words", "Thử.");
        assert_eq!(officer.browser.send(&form).await.status, 403);
        assert_eq!(first(app), (item, before));
        assert_eq!(
            thu.opens(&format!("/bank?page={}", usize::MAX)).await.status,
            200,
            "a sheet beyond the last"
        );
        for path in ["/bank/no-such-question", "/bank/calibrations/none", "/bank/x/change?deed=retire"] {
            assert_eq!(thu.opens(path).await.status, 404, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_version_that_arrives_late_does_not_take_the_place_of_a_later_one() {
    let app = TestApp::start().await;
    let now = app.app.banks.latest().version().clone();
    let next = |ahead: u32| BankVersion { number: now.number + ahead, ..now.clone() };
    for ahead in [2, 1] {
        app.app.banks.use_version(next(ahead), &app.app.curriculum);
    }
    assert_eq!(app.app.banks.latest().number(), now.number + 2);
    let missed = app.app.banks.version(app.store(), &app.app.curriculum, now.number + 1).await.unwrap();
    assert_eq!(missed.map(|bank| bank.number()), Some(now.number + 1), "its attempts go on");
}
