//! Pages of units: ended ones, unknown ones, search, small numbers.

use domain::standing::Rung;
use testkit::{Body, Page, Request, TestApp, Visit, Whom, on_each};

use crate::{NGHIA_DO, VI, learner::SKILLS};

async fn search(app: &TestApp, query: &str, accept: &str) -> Page {
    let request = Request::get(format!("/units?q={query}")).header("accept", accept).body(Body::empty());
    app.browser().exchange(request.unwrap()).await
}

#[tokio::test]
async fn an_ended_district_answers_with_todays_wards_and_nothing_is_divided() {
    on_each(async |app| {
        let page = app.browser().get("/targets/A006").await;
        assert_eq!(page.status, 200);
        assert!(page.says("Đống Đa") && page.says(&VI.ended_title("30-06-2025")), "{}", page.text());
        assert!(page.says("Ít nhất 80% người dân trưởng thành"), "the promise of the district stands");
        let wards: Vec<_> = page.links().into_iter().filter(|link| link.starts_with("/targets/B")).collect();
        assert!(wards.len() >= 5, "{wards:?}");
        if page.says(VI.ended_split()) {
            assert!(page.says(VI.target_not_attributable()), "{}", page.text());
        }
    })
    .await;
}

#[tokio::test]
async fn unknown_units_are_not_found() {
    on_each(async |app| {
        let mut browser = app.browser();
        for unit in ["B99999", "X", "a006", "B00160x", "%00", "B00160%2F..", "VNN"] {
            let page = browser.get(&format!("/targets/{unit}")).await;
            assert_eq!(page.status, 404, "{unit}");
            assert!(page.says(VI.problem_missing_title()), "{unit}: {}", page.text());
        }
        for unit in ["VN", "B01", NGHIA_DO, "A01"] {
            assert_eq!(browser.get(&format!("/targets/{unit}")).await.status, 200, "{unit}");
        }
    })
    .await;
}

#[tokio::test]
async fn units_are_json_for_programs_and_a_page_for_people() {
    on_each(async |app| {
        for accept in ["application/json", "application/json, */*", "application/json, text/html;q=0.5"] {
            let page = search(app, "nghia+do", accept).await;
            assert_eq!(page.header("content-type"), Some("application/json"), "{accept}");
            assert!(page.body.starts_with("[{") && page.body.contains("\"B00160\""), "{}", page.body);
        }
        for accept in ["text/html", "text/html,application/xhtml+xml,*/*;q=0.8", "*/*", ""] {
            let page = search(app, "nghia+do", accept).await;
            assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"), "{accept}");
            page.link("/targets/B00160");
        }
        assert_eq!(search(app, "", "application/json").await.body, "[]");
    })
    .await;
}

#[tokio::test]
async fn a_name_is_found_with_and_without_its_marks() {
    on_each(async |app| {
        let plain = search(app, "nghia%20do", "application/json").await.body;
        for query in ["Ngh%C4%A9a%20%C4%90%C3%B4", "NGHIA+DO", "ngh%C4%A9a+%C4%91%C3%B4", "+nghia++do+"] {
            assert_eq!(search(app, query, "application/json").await.body, plain, "{query}");
        }
        // Decomposed, as some phones type it.
        let decomposed = "nghi%CC%83a+%C4%91o%CC%82";
        assert_eq!(search(app, decomposed, "application/json").await.body, plain);
        let mut an = app.guest();
        for query in ["nghia do", "Nghĩa Đô"] {
            an.lives_in(query).await;
            assert_eq!(an.learner().await.book.place.unit, NGHIA_DO.parse().unwrap(), "{query}");
        }
    })
    .await;
}

#[tokio::test]
async fn odd_searches_find_nothing_and_break_nothing() {
    on_each(async |app| {
        let long = "a".repeat(5000);
        for query in ["%00", "%25", "%27%3B--", "%F0%9F%98%80", "%FF", "%", "+++", long.as_str()] {
            assert_eq!(search(app, query, "text/html").await.status, 200, "{query}");
            assert_eq!(app.browser().get(&format!("/start/place?q={query}")).await.status, 200, "{query}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_public_never_sees_a_count_from_one_to_four() {
    on_each(async |app| {
        app.has_people(NGHIA_DO, "adults", 100).await;
        let mut lan = app.helper("Lan", NGHIA_DO).await;
        let names = ["Nguyễn An", "Trần Bình", "Lê Chi", "Phạm Dung"];
        for name in names {
            let skills = SKILLS.map(|skill| (name, skill));
            for (name, skill) in skills {
                let form =
                    lan.opens(&format!("/visits/new?q={}", name.replace(' ', "+"))).await.form("/visits");
                let known = form.offers("person").into_iter().find(|(_, label)| label.contains(name));
                let whom = known.map_or(Whom::New(name, "1960"), |(id, _)| Whom::Known(id.parse().unwrap()));
                lan.notes_visit(Visit { whom, skill, rung: Rung::Alone }).await;
            }
            for path in [format!("/targets/{NGHIA_DO}"), "/targets/B01".into(), "/targets/VN".into()] {
                let text = app.browser().get(&path).await.text();
                assert!(text.contains("dưới 5"), "{path}: {text}");
                for count in 1..5 {
                    let told = format!("{}: {count} ", VI.figure_reached());
                    assert!(!text.contains(&told), "{path} tells {count}: {text}");
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_country_the_city_and_the_ward_lead_to_one_another() {
    on_each(async |app| {
        let mut browser = app.browser();
        let city = browser.get("/targets/VN").await.link("/targets/B01");
        let city = browser.get(&city).await;
        assert!(city.says("05-KH/BCĐ57"), "what was promised is told: {}", city.text());
        let ward = browser.get(&city.link("/targets/B00160")).await;
        assert!(ward.says("phường Nghĩa Đô") || ward.says("Phường Nghĩa Đô"), "{}", ward.text());
        ward.link("/targets/B01");
        for sort in ["name", "share", "missing", "nonsense", "%00"] {
            assert_eq!(browser.get(&format!("/targets/B01?sort={sort}")).await.status, 200, "{sort}");
        }
    })
    .await;
}
