//! The certificate as a file.

use domain::ids::{CertificateId, PersonId, ProfileId, StatementId};
use domain::people::{Name, RoleKind};
use domain::recognition::Certificate;
use jiff::Timestamp;
use store::certificates::{self, Issued, Printed};
use store::db::Batch;
use testkit::{Knows, Official, TestApp, on_each};

use crate::learner::certified;
use crate::{NGHIA_DO, VI};

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

#[tokio::test]
async fn who_issued_to_a_class_prints_its_cards_and_nobody_else_does() {
    on_each(async |app| {
        let mut officer = Official::hired(app, "Cán bộ Hoa", RoleKind::Officer, NGHIA_DO).await;
        let mut other = Official::hired(app, "Cán bộ Lan", RoleKind::Officer, NGHIA_DO).await;
        let batch = StatementId::mint(web::clock::now(), web::clock::chance());
        for (n, person) in [officer.person, other.person].into_iter().enumerate() {
            issued(app, person, n, batch, &officer.login).await;
        }
        let path = format!("/certificates/batch/{batch}/cards.pdf");
        assert_eq!(app.browser().get(&path).await.status, 403);
        other.signs_in().await;
        assert_eq!(other.opens(&path).await.status, 404);
        officer.signs_in().await;
        let file = officer.opens(&path).await;
        assert_eq!((file.status, file.header("content-type")), (200, Some("application/pdf")));
        assert!(file.body.starts_with("%PDF-1.7"));
        assert!(file.header("content-disposition").unwrap().contains("the-chung-nhan-ca-lop-"));
        let none = StatementId::mint(web::clock::now(), web::clock::chance());
        for wrong in [none.to_string(), "x".into()] {
            assert_eq!(officer.opens(&format!("/certificates/batch/{wrong}/cards.pdf")).await.status, 404);
        }
    })
    .await;
}

async fn issued(app: &TestApp, person: PersonId, n: usize, batch: StatementId, by: &str) {
    let now: Timestamp = web::clock::now();
    let certificate = Certificate {
        id: CertificateId::mint(now, web::clock::chance()),
        person,
        profile: ProfileId::parse("residents").unwrap(),
        name: Name::parse("Nguyễn Thị Mai").unwrap(),
        unit: NGHIA_DO.parse().unwrap(),
        group: None,
        issued_at: now,
        valid_until: domain::learning::day_of(now).tomorrow().unwrap(),
        shown: None,
        replaces: None,
        issued_by: Some(by.into()),
    };
    let number = n.to_string();
    let printed = Printed { certificate: &certificate, code: "HVS1", number: &number, batch: Some(batch) };
    let today = domain::learning::day_of(now);
    assert_eq!(certificates::add_after(app.store(), Batch::new(), printed, today).await, Ok(Issued::Added));
}
