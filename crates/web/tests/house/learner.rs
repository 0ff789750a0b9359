//! A learner without an account: from the first page to a certificate that anybody can check.

use std::collections::BTreeMap;

use domain::ids::GroupId;
use domain::practice::Mode;
use domain::standing::Rung;
use domain::tally::{Indicator, Level};
use store::{Scope, figures};
use testkit::{Knows, TestApp, Visit, Whom, on_each};

use crate::{NGHIA_DO, VI};

/// Every skill of the starter profile.
pub(crate) const SKILLS: [&str; 4] = ["phone", "vneid", "public-services", "spot-scam"];

async fn adults(app: &TestApp) -> BTreeMap<Indicator, i64> {
    let scope = Scope::of(NGHIA_DO.parse().unwrap());
    figures::totals(app.store(), &scope, &GroupId::parse("adults").unwrap()).await.unwrap()
}

async fn on(app: &TestApp, rung: Rung) -> i64 {
    adults(app).await.get(&Indicator::Ladder(Level::All(rung))).copied().unwrap_or(0)
}

#[tokio::test]
async fn a_learner_goes_from_the_first_page_to_a_certificate_that_anybody_can_check() {
    on_each(async |app| {
        let mut mai = app.guest();
        let home = mai.opens("/").await;
        assert_eq!(home.status, 200);
        assert!(home.cookies().is_empty(), "looking makes nobody");
        home.link("/start");

        assert_eq!(mai.says_who("resident").await.path, "/start/place");
        assert_eq!(mai.lives_in("nghia do").await.path, "/learn");
        let result = mai.does_the_course().await;
        assert_eq!(result.path, "/check/first-steps/result");
        assert!(result.says(VI.result_passed()), "{}", result.text());

        assert!(mai.opens("/me").await.says(VI.me_ready()));
        let sheet = mai.gets_the_certificate("  Nguyễn  Thị Mai ").await;
        assert!(sheet.path.starts_with("/certificate/"), "{}", sheet.path);
        assert!(
            sheet.says("Nguyễn Thị Mai") && sheet.says("Phường Nghĩa Đô, thành phố Hà Nội"),
            "{}",
            sheet.text()
        );

        let mut stranger = app.browser();
        let verified = stranger.get(&sheet.link("/verify/")).await;
        assert!(verified.says(VI.verify_valid()) && verified.says("Nguyễn Thị Mai"), "{}", verified.text());
        assert_eq!(stranger.get(&sheet.path).await.status, 404, "the sheet is the holder's own");
        assert_eq!(app.guest().opens(&sheet.path).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_changed_code_is_not_genuine() {
    on_each(async |app| {
        let mut mai = certified(app).await;
        let verify = mai.opens("/certificate").await.link("/verify/");
        let mut anybody = app.browser();
        assert!(anybody.get(&verify).await.says(VI.verify_valid()));
        let last = verify.len() - 1;
        for at in [last - 1, last / 2, "/verify/".len() + 6] {
            let other = if verify.as_bytes()[at] == b'A' { "B" } else { "A" };
            let changed = [&verify[..at], other, &verify[at + 1..]].concat();
            let page = anybody.get(&changed).await;
            assert!(page.says(VI.verify_false()), "{changed}: {}", page.text());
            assert!(!page.says("Nguyễn Thị Mai"));
        }
        for nonsense in ["/verify/x", "/verify/%00", "/verify/%F0%9F%98%80", "/verify/HVS1", "/verify/0"] {
            assert!(anybody.get(nonsense).await.says(VI.verify_false()), "{nonsense}");
        }
    })
    .await;
}

pub(crate) async fn certified(app: &TestApp) -> testkit::Guest {
    let mut mai = app.guest();
    mai.says_who("resident").await;
    mai.lives_in("Nghĩa Đô").await;
    mai.takes_the_check("first-steps", Knows::Everything).await;
    assert!(mai.gets_the_certificate("Nguyễn Thị Mai").await.path.starts_with("/certificate/"));
    mai
}

#[tokio::test]
async fn a_certificate_is_issued_once_and_only_to_who_has_earned_it() {
    on_each(async |app| {
        let mut lazy = app.guest();
        lazy.says_who("resident").await;
        assert!(lazy.opens("/certificate").await.says(VI.ask_not_yet()));
        let page = lazy.browser.post("/certificate", "name=Lazy").await;
        assert_eq!((page.status, page.location()), (303, Some("/certificate")));

        let mut mai = certified(app).await;
        let first = mai.opens("/certificate").await.path;
        let again = mai.browser.post("/certificate", "name=Somebody+Else").await;
        assert_eq!(again.location(), Some(first.as_str()), "asking again shows the one that is held");
    })
    .await;
}

#[tokio::test]
async fn a_name_that_is_none_is_kept_and_explained() {
    on_each(async |app| {
        let mut mai = app.guest();
        mai.says_who("resident").await;
        mai.takes_the_check("first-steps", Knows::Everything).await;
        let ask = mai.opens("/certificate").await.form("/certificate");
        let page = mai.browser.send(&ask.types("name", "<b>Mai</b>")).await;
        assert!(page.says(&VI.name_character('<')), "{}", page.text());
        assert_eq!(page.form("/certificate").value("name"), Some("<b>Mai</b>"));
        assert!(!page.main().contains("<b>Mai"), "what was typed is text");
    })
    .await;
}

#[tokio::test]
async fn who_leaves_and_comes_back_continues_where_they_stopped() {
    on_each(async |app| {
        let mut an = app.guest();
        an.reads_screen("phone-and-network", 1).await;
        an.reads_screen("phone-and-network", 2).await;
        assert!(an.opens("/").await.links().contains(&"/learn/phone-and-network/3".to_owned()));

        an.reads_lesson("phone-and-network").await;
        let run = an.begins("connect-wifi", Mode::Guided).await;
        let tap = an.right_tap(&run, "connect-wifi");
        let left = an.browser.send(&tap).await;
        let next = an.opens("/").await.link("/practice/connect-wifi");
        let back = an.opens(&next).await;
        let back = if back.path.ends_with("/run") {
            back
        } else {
            an.opens(&back.link("/practice/connect-wifi/run")).await
        };
        assert_eq!(back.main(), left.main(), "the same screen of the phone, to the byte but the fresh id");

        let start = an.opens("/check/first-steps").await.form("/check/first-steps/start");
        let asked = an.browser.send(&start).await;
        let second = an.answer(&asked, "first-steps", Knows::Everything);
        let second = an.browser.send(&second).await;
        assert_eq!(an.opens("/check/first-steps/question").await.main(), second.main());
        an.opens("/check/first-steps").await.link("/check/first-steps/question");
    })
    .await;
}

#[tokio::test]
async fn mistakes_are_explained_counted_and_cost_nothing() {
    on_each(async |app| {
        let mut an = app.guest();
        let run = an.begins("connect-wifi", Mode::Alone).await;
        let form = run.form("/practice/connect-wifi/tap");
        let wrong = an.browser.send(&form.chooses("tap", "0")).await;
        assert!(wrong.says(VI.run_wrong_title()) && wrong.says(&VI.run_mistakes(1)), "{}", wrong.text());
        let mut page = wrong;
        while page.has_form("/practice/connect-wifi/tap") {
            let tap = an.right_tap(&page, "connect-wifi");
            page = an.browser.send(&tap).await;
        }
        assert!(page.says(VI.run_done_title()));
        let skill = domain::ids::SkillId::parse("phone").unwrap();
        assert_eq!(an.learner().await.book.rung(&skill), Some(Rung::Alone));
    })
    .await;
}

#[tokio::test]
async fn a_learner_counts_in_their_ward_at_once_on_the_right_rung() {
    on_each(async |app| {
        app.has_people(NGHIA_DO, "adults", 1000).await;
        let mut lan = app.helper("Lan", NGHIA_DO).await;
        for name in ["Nguyễn An", "Trần Bình", "Lê Chi", "Phạm Dung"] {
            for skill in SKILLS {
                let known = lan.opens("/visits/new").await;
                let known = known.form("/visits");
                let known = known.offers("person").into_iter().find(|(_, label)| label.contains(name));
                let whom = known.map_or(Whom::New(name, "1960"), |(id, _)| Whom::Known(id.parse().unwrap()));
                lan.notes_visit(Visit { whom, skill, rung: Rung::Alone }).await;
            }
        }
        let ward = format!("/targets/{NGHIA_DO}");
        let mut public = app.browser();
        let page = public.get(&ward).await;
        assert!(page.says(&format!("{}: dưới 5", VI.figure_reached())), "{}", page.text());
        assert_eq!((on(app, Rung::Alone).await, on(app, Rung::Passed).await), (4, 0));

        let mut mai = app.guest();
        mai.says_who("resident").await;
        mai.lives_in("nghia do").await;
        for (rung, practise) in [(Rung::Helped, Mode::Guided), (Rung::Alone, Mode::Alone)] {
            for practice in ["connect-wifi", "vneid-open-wallet", "residence-form", "strange-call"] {
                mai.practises(practice, practise).await;
            }
            let expect = if rung == Rung::Alone { 5 } else { 1 };
            assert_eq!(on(app, rung).await, expect, "{rung:?}");
        }
        let page = public.get(&ward).await;
        assert!(
            page.says(&format!("{}: 5 {}: 1.000", VI.figure_reached(), VI.figure_of())),
            "{}",
            page.text()
        );

        mai.takes_the_check("first-steps", Knows::Everything).await;
        assert_eq!((on(app, Rung::Alone).await, on(app, Rung::Passed).await), (4, 1));
        assert_eq!(adults(app).await.get(&Indicator::Attained), Some(&1));
        assert!(public.get(&ward).await.says(&format!("{}: 5 ", VI.figure_reached())));
    })
    .await;
}

#[tokio::test]
async fn who_does_not_pass_learns_why_and_may_not_try_again_at_once() {
    on_each(async |app| {
        let mut an = app.guest();
        an.says_who("resident").await;
        let result = an.takes_the_check("first-steps", Knows::AllBut("spot-scam")).await;
        assert!(result.says(VI.result_not_yet()), "{}", result.text());
        assert!(result.says(VI.band_begin()) || result.says(VI.band_on_the_way()), "the skill in words");
        assert!(result.says(VI.verdict_right()), "every mistake is explained");
        let before = app.statements().await;
        assert!(!an.opens("/check/first-steps").await.has_form("/check/first-steps/start"));
        let page = an.browser.post("/check/first-steps/start", "").await;
        assert_eq!(page.location(), Some("/check/first-steps"));
        assert_eq!(app.statements().await, before);
    })
    .await;
}

#[tokio::test]
async fn who_taps_through_without_reading_is_told_kindly_and_may_begin_again() {
    let app = TestApp::start().await;
    let mut an = app.guest();
    an.says_who("resident").await;
    let result = an.takes_the_check("first-steps", Knows::Nothing).await;
    assert!(result.says(VI.result_haste()), "{}", result.text());
    assert!(an.opens("/check/first-steps").await.has_form("/check/first-steps/start"));
}

#[tokio::test]
async fn a_diagnosis_says_where_to_begin_on_every_page_that_leads_on() {
    let app = TestApp::start().await;
    let mut an = app.guest();
    an.says_who("resident").await;
    an.opens("/learn").await.link("/test/diagnosis");
    let result = an.takes_the_check("start-here", Knows::AllBut("public-services")).await;
    let lesson = "Dịch vụ công";
    assert!(result.says(lesson), "{}", result.text());
    result.link("/learn/public-services/1");
    for page in ["/learn", "/me", "/"] {
        assert!(an.opens(page).await.says("Bạn nên bắt đầu từ bài"), "{page}");
    }
    assert!(an.learner().await.book.standings.is_empty(), "a diagnosis proves nothing");
}

#[tokio::test]
async fn an_examination_is_left_and_resumed_and_gives_what_it_proves() {
    let app = TestApp::start().await;
    let mut an = app.guest();
    an.says_who("resident").await;
    assert_eq!(an.opens("/test/examination").await.path, "/check/first-steps-exam");
    let form = an.opens("/check/first-steps-exam").await.form("/check/first-steps-exam/start");
    let asked = an.browser.send(&form.chooses("manner", "oral")).await;
    let answer = an.answer(&asked, "first-steps-exam", Knows::Everything);
    let second = an.browser.send(&answer).await;
    assert!(second.says(&VI.question_saved(1)), "{}", second.text());
    an.opens("/check/first-steps-exam").await.link("/check/first-steps-exam/question");
    let mut page = an.opens("/check/first-steps-exam/question").await;
    while page.has_form("/check/first-steps-exam/answer") {
        let answer = an.answer(&page, "first-steps-exam", Knows::Everything);
        page = an.browser.send(&answer).await;
    }
    assert!(page.says(VI.result_passed()) && page.says(VI.manner_note_oral()), "{}", page.text());
    assert!(page.says(VI.watched_by_nobody()));
    assert!(!page.says(VI.verdict_right()) && !page.says(VI.explained_right()), "keys stay here");
    let standings = an.learner().await.book.standings;
    let self_taken = Some(domain::assessment::Assurance::SelfTaken);
    assert!(standings.len() == 4 && standings.values().all(|it| it.assurance == self_taken));
}

#[tokio::test]
async fn stopping_for_good_is_asked_once_more_and_counts_as_an_attempt() {
    let app = TestApp::start().await;
    let mut an = app.guest();
    an.says_who("resident").await;
    let form = an.opens("/check/first-steps").await.form("/check/first-steps/start");
    let asked = an.browser.send(&form).await;
    asked.link("/check/first-steps/stop");
    let stop = an.opens("/check/first-steps/stop").await.form("/check/first-steps/stop");
    let result = an.browser.send(&stop).await;
    assert!(result.says(VI.result_given_up()), "{}", result.text());
    assert!(!an.opens("/check/first-steps").await.has_form("/check/first-steps/start"));
}

#[tokio::test]
async fn no_key_is_on_any_page_before_the_answer() {
    let app = TestApp::start().await;
    let mut an = app.guest();
    an.says_who("resident").await;
    let form = an.opens("/check/first-steps").await.form("/check/first-steps/start");
    let mut page = an.browser.send(&form).await;
    while page.has_form("/check/first-steps/answer") {
        for item in &app.app.curriculum.items {
            for choice in &item.choices {
                assert!(!page.body.contains(&choice.because.vi), "{}", item.id);
            }
        }
        assert!(!page.body.contains("right=") && !page.body.contains("data-right"));
        let answer = an.answer(&page, "first-steps", Knows::Everything);
        page = an.browser.send(&answer).await;
    }
    let state = an.browser.get("/offline/state").await;
    for item in &app.app.curriculum.items {
        assert!(!state.body.contains(&format!("\"{}\"", item.id)), "a device knows no question");
    }
}

#[tokio::test]
async fn moving_takes_a_learner_from_one_ward_to_the_other() {
    on_each(async |app| {
        let mut an = app.guest();
        an.says_who("worker").await;
        an.lives_in("nghia do").await;
        an.takes_the_check("first-steps", Knows::Everything).await;
        assert_eq!(on(app, Rung::Passed).await, 1);
        an.lives_in("phường Tây Hồ").await;
        assert_eq!(on(app, Rung::Passed).await, 0);
        an.lives_in("nghia do").await;
        an.says_who("pupil").await;
        assert_eq!(on(app, Rung::Passed).await, 0, "a pupil is not among the adults");
    })
    .await;
}
