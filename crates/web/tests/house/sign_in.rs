//! Signing in and out.

use domain::people::RoleKind;
use store::accounts;
use testkit::{Official, TestApp, on_each};
use web::Settings;

use crate::{NGHIA_DO, VI};

async fn lan(app: &TestApp) -> Official {
    Official::hired(app, "Lan", RoleKind::Helper, NGHIA_DO).await
}

#[tokio::test]
async fn who_signs_in_comes_back_to_where_they_wanted_to_go() {
    on_each(async |app| {
        let mut lan = lan(app).await;
        let form = lan.opens("/sign-in?back=%2Fvisits%2Fnew%3Fq%3Dbinh").await.form("/sign-in");
        let form = form.types("user", "LAN").types("password", Official::PASSWORD);
        let page = lan.browser.send(&form).await;
        assert_eq!((page.status, page.path.as_str()), (200, "/visits/new?q=binh"));
        assert_eq!(app.audit().await.iter().filter(|row| row.act == "sign-in").count(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_name_are_told_alike() {
    on_each(async |app| {
        let mut lan = lan(app).await;
        let wrong = lan.signs_in_with("not the password").await;
        let right_login = lan.login.clone();
        lan.login = "nobody".into();
        let unknown = lan.signs_in().await;
        for page in [&wrong, &unknown] {
            assert_eq!(page.status, 401);
            assert!(page.says(VI.sign_in_wrong()) && page.cookies().is_empty(), "{}", page.text());
        }
        assert_eq!(wrong.text(), unknown.text());
        assert_eq!(wrong.form("/sign-in").value("user"), Some(right_login.as_str()), "the name is kept");
        assert_eq!(wrong.form("/sign-in").value("password"), Some(""), "the password is not");
        for (user, password) in [("", ""), ("lan", ""), ("lan%27--", "x"), ("%F0%9F%98%80", "%FF")] {
            let body = format!("user={user}&password={password}");
            assert_eq!(lan.browser.post("/sign-in", &body).await.status, 401, "{body}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_eleventh_try_is_slowed_down_even_with_the_right_password() {
    on_each(async |app| {
        let mut lan = lan(app).await;
        for _ in 0..10 {
            assert_eq!(lan.signs_in_with("guess").await.status, 401);
        }
        let page = lan.signs_in().await;
        assert_eq!(page.status, 429);
        assert!(page.says(&VI.sign_in_slow(15)), "{}", page.text());
        assert_eq!(lan.opens("/visits").await.status, 403);
    })
    .await;
}

#[tokio::test]
async fn a_disabled_account_is_shut_out_at_once() {
    on_each(async |app| {
        let mut lan = app.helper("Lan", NGHIA_DO).await;
        assert_eq!(lan.opens("/visits").await.status, 200);
        accounts::disable(app.store(), "lan").await.unwrap();
        assert_eq!(lan.opens("/visits").await.status, 403, "an open session ends with the account");
        assert_eq!(lan.signs_in().await.status, 401);
    })
    .await;
}

#[tokio::test]
async fn signing_out_ends_the_session_on_the_server() {
    on_each(async |app| {
        let mut lan = app.helper("Lan", NGHIA_DO).await;
        let mut thief = lan.browser.clone();
        assert_eq!(thief.get("/visits").await.status, 200);
        lan.signs_out().await;
        assert_eq!(lan.opens("/visits").await.status, 403);
        assert_eq!(thief.get("/visits").await.status, 403, "a copied cookie opens nothing");
    })
    .await;
}

#[tokio::test]
async fn signing_in_changes_the_session() {
    on_each(async |app| {
        let mut lan = lan(app).await;
        lan.browser.post("/learn/vneid/1", "").await;
        let before = lan.browser.cookies.clone();
        lan.signs_in().await;
        assert_ne!(lan.browser.cookies["hocvuso"], before["hocvuso"], "a planted cookie is of no use");
        let mut planted = app.browser();
        planted.cookies = before;
        assert_eq!(planted.get("/visits").await.status, 403);
    })
    .await;
}

#[tokio::test]
async fn the_session_cookie_is_hidden_and_stays_here_and_is_secure_behind_tls() {
    for (public_url, secure) in [(None, false), (Some("https://hoc.example.vn".to_owned()), true)] {
        let app = TestApp::with(Settings { public_url, ..Settings::default() }).await;
        let mut lan = lan(&app).await;
        let form = lan.opens("/sign-in").await.form("/sign-in").types("user", "lan");
        let page = lan.browser.send_once(&form.types("password", Official::PASSWORD)).await;
        let cookie = page.cookies()[0].to_owned();
        for flag in ["HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(cookie.contains(flag), "{cookie}");
        }
        assert_eq!(cookie.contains("Secure"), secure, "{cookie}");
        assert_eq!(page.header("strict-transport-security").is_some(), secure);
        let token = cookie.split(['=', ';']).nth(1).unwrap();
        assert_eq!(token.len(), 64, "256 bits of chance");
    }
}
