//! The certificate as a file.

use testkit::{Knows, TestApp, on_each};

use crate::VI;
use crate::learner::certified;

#[tokio::test]
async fn a_holder_takes_the_certificate_home_as_a_file() {
    on_each(async |app| {
        let mut mai = certified(app).await;
        let sheet = mai.opens("/certificate").await;
        for (file, name, says) in [
            ("certificate.pdf", "giay-chung-nhan", VI.cert_pdf()),
            ("card.pdf", "the-chung-nhan", VI.cert_pdf_card()),
        ] {
            assert!(sheet.says(says), "{}", sheet.text());
            let link = sheet.links().into_iter().find(|link| link.ends_with(file)).unwrap();
            let answer = mai.opens(&link).await;
            assert_eq!((answer.status, answer.header("content-type")), (200, Some("application/pdf")));
            assert!(answer.body.starts_with("%PDF-1.7"), "{link}");
            assert!(answer.body.contains("BeVietnamPro-SemiBold"), "its own fonts");
            let number = link.split('/').nth(2).unwrap();
            let disposition = format!("attachment; filename=\"{name}-{number}.pdf\"");
            assert_eq!(answer.header("content-disposition"), Some(disposition.as_str()));
            assert_eq!(answer.header("cache-control"), Some("private, no-cache"));
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_else_takes_it() {
    on_each(async |app| {
        let mut mai = certified(app).await;
        let path = mai.opens("/certificate").await.path;
        for file in ["certificate.pdf", "card.pdf"] {
            let file = format!("{path}/{file}");
            assert_eq!(app.browser().get(&file).await.status, 404);
            assert_eq!(app.guest().opens(&file).await.status, 404);
        }
        assert_eq!(mai.opens("/certificate/x/certificate.pdf").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_name_in_another_script_is_told_and_the_page_still_prints() {
    on_each(async |app| {
        let mut sok = named(app, "សុខ").await;
        let sheet = sok.opens("/certificate").await;
        let page = sok.opens(&format!("{}/certificate.pdf", sheet.path)).await;
        assert_eq!(page.status, 422);
        assert!(page.says(&VI.cert_pdf_letter('ស')), "{}", page.text());
        assert_eq!(sok.opens(&page.link("/certificate/")).await.status, 200);
    })
    .await;
}

async fn named(app: &TestApp, name: &str) -> testkit::Guest {
    let mut guest = app.guest();
    guest.says_who("resident").await;
    guest.lives_in("Nghĩa Đô").await;
    guest.takes_the_check("first-steps", Knows::Everything).await;
    assert!(guest.gets_the_certificate(name).await.path.starts_with("/certificate/"));
    guest
}
