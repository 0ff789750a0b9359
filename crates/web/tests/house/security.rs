//! What protects every request and every answer.

use std::collections::BTreeSet;

use domain::practice::Mode;
use testkit::{Body, Page, Request, TestApp, on_each};

use crate::{NGHIA_DO, VI};

fn post(path: &str, headers: &[(&str, &str)]) -> Request<Body> {
    let request = Request::post(path).header("host", "hocvuso.test");
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    request.body(Body::empty()).unwrap()
}

#[tokio::test]
async fn a_post_from_another_site_is_refused_and_changes_nothing() {
    on_each(async |app| {
        let mut an = app.guest();
        for headers in [
            [("origin", "http://evil.example")].as_slice(),
            &[("origin", "null")],
            &[("origin", "http://hocvuso.test.evil.example")],
            &[("origin", "http://hocvuso.test:81")],
            &[("sec-fetch-site", "cross-site")],
            &[("sec-fetch-site", "same-site")],
            &[("sec-fetch-site", "cross-site"), ("origin", "http://hocvuso.test")],
        ] {
            for path in
                ["/learn/vneid/1", "/start", "/sign-in", "/sign-out", "/xapi/statements", "/offline/state"]
            {
                assert_eq!(an.browser.exchange(post(path, headers)).await.status, 403, "{path} {headers:?}");
            }
        }
        assert_eq!(app.statements().await, 0);
        for headers in [
            [("origin", "http://hocvuso.test")].as_slice(),
            &[("sec-fetch-site", "same-origin")],
            &[("sec-fetch-site", "none")],
            &[("referer", "http://hocvuso.test/learn/vneid/1")],
        ] {
            assert_eq!(an.browser.exchange(post("/learn/vneid/1", headers)).await.status, 303, "{headers:?}");
        }
        // A session's cookie with no word of where it comes from is not taken; a program without one is.
        assert_eq!(an.browser.exchange(post("/learn/vneid/1", &[])).await.status, 403);
        let mut program = app.guest();
        assert_eq!(program.browser.exchange(post("/learn/vneid/1", &[])).await.status, 303);
    })
    .await;
}

fn guarded(page: &Page) {
    let csp = page.header("content-security-policy").unwrap_or_default();
    let told = format!("{} {}", page.status, page.path);
    assert!(csp.contains("default-src 'none'"), "{told}: {csp}");
    assert!(!csp.contains("unsafe-inline") && !csp.contains("'unsafe-eval'"), "{told}: {csp}");
    // The worker alone runs our wasm; it is no page, so nothing can frame it.
    if page.path != "/sw.js" {
        assert!(csp.contains("frame-ancestors 'none'") && !csp.contains("unsafe"), "{told}: {csp}");
    }
    assert_eq!(page.header("x-content-type-options"), Some("nosniff"), "{told}");
    assert_eq!(page.header("referrer-policy"), Some("same-origin"), "{told}");
    assert_eq!(page.header("cross-origin-opener-policy"), Some("same-origin"), "{told}");
    assert!(page.header("permissions-policy").is_some(), "{told}");
    assert_eq!(page.inline_code(), Vec::<String>::new(), "{told}");
}

#[tokio::test]
async fn every_answer_is_guarded_and_no_page_holds_script_or_style() {
    on_each(async |app| {
        let mut an = app.guest();
        an.says_who("resident").await;
        an.lives_in("nghia do").await;
        an.begins("strange-call", Mode::Guided).await;
        let mut lan = app.officer("Lan", NGHIA_DO).await;
        let paths = [
            "/",
            "/start",
            "/start/place?q=nghia",
            "/learn",
            "/learn/vneid/1",
            "/learn/vneid/99",
            "/practice/connect-wifi",
            "/practice/strange-call/run",
            "/check/first-steps",
            "/check/first-steps/question",
            "/check/none",
            "/me",
            "/certificate",
            "/verify/x",
            "/units?q=do",
            "/targets/VN",
            "/targets/B01",
            "/targets/A006",
            "/targets/X",
            "/standings?unit=B00160",
            "/visits",
            "/visits/new",
            "/sign-in",
            "/about",
            "/style-guide",
            "/healthz",
            "/metrics",
            "/offline/manifest",
            "/offline/state",
            "/sw.js",
            "/static/none.css",
            "/nothing",
            "/statements/x",
        ];
        for path in paths {
            for browser in [&mut an.browser, &mut lan.browser] {
                guarded(&browser.get_once(path).await);
            }
        }
        guarded(&an.browser.post("/learn/vneid/1", "act=x").await);
        guarded(&an.browser.post_json("/xapi/statements", "nonsense").await);
        guarded(&an.browser.exchange(post("/start", &[("origin", "null")])).await);
        guarded(&an.browser.exchange(Request::delete("/start").body(Body::empty()).unwrap()).await);
    })
    .await;
}

#[tokio::test]
async fn nothing_on_any_page_leads_out_of_the_house_or_nowhere() {
    on_each(async |app| {
        let mut an = app.guest();
        an.says_who("resident").await;
        an.lives_in("nghia do").await;
        an.practises("connect-wifi", Mode::Guided).await;
        let mut open: BTreeSet<String> = ["/", "/me", "/targets/B01", "/sign-in"].map(str::to_owned).into();
        let mut seen = BTreeSet::new();
        // Provinces and communes all have one kind of page; a few of them are enough.
        while let Some(path) = open.pop_first().filter(|_| seen.len() < 150) {
            if !seen.insert(path.clone()) {
                continue;
            }
            let page = an.browser.get(&path).await;
            assert!(page.status < 400 || page.status == 403, "{path}: {}", page.status);
            for address in page.addresses() {
                let address = address.split('#').next().unwrap_or_default().to_owned();
                assert!(
                    address.is_empty()
                        || address.starts_with("data:image/svg+xml,")
                        || pages::urls::Url::ours(&address).is_some(),
                    "{path} leads to {address}"
                );
                if address.starts_with('/') && !is_post(&address) {
                    open.insert(address);
                }
            }
        }
        assert!(seen.len() > 40, "{seen:?}");
    })
    .await;
}

/// Addresses that only take a POST.
fn is_post(address: &str) -> bool {
    ["/start", "/tap", "/answer", "/sign-out"].iter().any(|end| address.ends_with(end) && address != "/start")
}

#[tokio::test]
async fn bodies_that_are_too_large_are_refused() {
    on_each(async |app| {
        let mut an = app.guest();
        an.says_who("resident").await;
        let large = format!("act={}", "x".repeat(20 * 1024));
        let page = an.browser.post("/learn/vneid/1", &large).await;
        assert_eq!(page.status, 413);
        guarded(&page);
        let page = an.browser.post_json("/xapi/statements", " ".repeat(2 * 1024 * 1024 + 1)).await;
        assert_eq!(page.status, 413);
        guarded(&page);
        assert_eq!(app.statements().await, 1);
    })
    .await;
}

#[tokio::test]
async fn forms_that_no_person_filled_in_are_refused() {
    on_each(async |app| {
        let mut lan = app.helper("Lan", NGHIA_DO).await;
        for body in ["name=a%00b", "name=a\0b", "x=%00"] {
            for path in ["/visits", "/start", "/sign-in", "/certificate", "/preferences", "/learn/vneid/1"] {
                assert_eq!(lan.browser.post(path, body).await.status, 400, "{path} {body:?}");
            }
        }
        let broken = Request::post("/start")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(vec![0xff, 0xfe]))
            .unwrap();
        assert_eq!(lan.browser.exchange(broken).await.status, 400);
        assert_eq!(app.statements().await, 0);
    })
    .await;
}

#[tokio::test]
async fn broken_cookies_escapes_and_queries_are_harmless() {
    on_each(async |app| {
        let long = format!("hocvuso={}", "x".repeat(8000));
        for cookie in
            ["hocvuso=", "hocvuso", "=", ";;;", "hocvuso=\u{1F600}", "lang=xx; text=yy", "lang=%00", &long]
        {
            let request =
                Request::get("/me").header("cookie", cookie.as_bytes()).body(Body::empty()).unwrap();
            assert_eq!(app.browser().exchange(request).await.status, 200, "{cookie}");
        }
        let mut browser = app.browser();
        for path in [
            "/learn/%",
            "/learn/%zz/1",
            "/learn/%FF/1",
            "/learn/vneid/0",
            "/learn/vneid/-1",
            "/learn/vneid/99999999",
            "/practice/%00",
            "/practice/../me",
            "/check/%2e%2e",
            "/standings/x",
            "/statements/%F0",
            "/certificate/x",
            "/static/..%2f..%2fCargo.toml",
            "/offline/pack/..%2fx",
            "//evil.example",
            "/me/",
        ] {
            let status = browser.get_once(path).await.status;
            assert!((400..500).contains(&status), "{path}: {status}");
        }
        for path in [
            "/?%",
            "/?a=%zz&b",
            "/units?q",
            "/sign-in?back=%",
            "/start/place?q=%F0%9F",
            "/certificate?name=%00",
        ] {
            assert_eq!(browser.get_once(path).await.status, 200, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_way_back_never_leaves_the_house() {
    on_each(async |app| {
        for evil in [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/%09/evil.example",
            "javascript:alert(1)",
            "/nothing-here",
            "",
            "/me%0d%0aSet-Cookie:x=1",
            "/%2f/evil.example",
            "evil",
        ] {
            let back = evil.replace('\\', "%5C");
            let mut browser = app.browser();
            let page = browser.get_once(&format!("/preferences?lang=en&back={back}")).await;
            assert_eq!((page.status, page.location()), (303, Some("/")), "{evil}");
            let page = browser.get(&format!("/sign-in?back={back}")).await;
            assert_eq!(page.form("/sign-in").value("back"), Some("/"), "{evil}");
            let page = browser.post("/preferences", &format!("text=large&back={back}")).await;
            assert_eq!((page.status, page.location()), (303, Some("/")), "{evil}");
        }
        let page = app.browser().get_once("/preferences?lang=en&back=%2Ftargets%2FB01%3Fsort%3Dshare").await;
        assert_eq!(page.location(), Some("/targets/B01?sort=share"));
    })
    .await;
}

#[tokio::test]
async fn language_and_size_of_text_are_remembered() {
    let app = TestApp::start().await;
    let mut an = app.guest();
    let english = an.opens("/preferences?lang=en&back=%2Fabout").await;
    assert!(english.body.contains("<html lang=\"en\"") && english.path == "/about");
    let form = english.form("/preferences").chooses("text", "large");
    assert!(an.browser.send(&form).await.body.contains("class=\"large\""));
    assert!(an.opens("/preferences?lang=vi").await.body.contains("<html lang=\"vi\""));
}

#[tokio::test]
async fn a_problem_says_what_to_do_and_carries_a_number_that_is_new_each_time() {
    let app = TestApp::start().await;
    let mut an = app.guest();
    let (first, second) = (an.opens("/nothing").await, an.opens("/nothing").await);
    assert!(first.says(VI.problem_reference()) && first.says(VI.problem_home()), "{}", first.text());
    assert_ne!(first.text(), second.text());
    first.link("/");
}

#[tokio::test]
async fn one_address_makes_only_so_many_guests_in_an_hour() {
    let app = &TestApp::start().await;
    let mut made = 0;
    // The hour may turn while they are made: then a second window begins, and no more than that.
    for _ in 0..=4000 {
        let page = app.browser().exchange(post("/offline/state", &[("sec-fetch-site", "same-origin")])).await;
        if page.status == 429 {
            break;
        }
        assert_eq!(page.status, 200);
        made += 1;
    }
    assert!((2000..4000).contains(&made), "{made}");
}
