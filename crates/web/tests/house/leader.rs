//! A leader walks from a figure to the people and to one statement: within their units, each look noted.

use domain::standing::Rung;
use testkit::{Guest, TestApp, Visit, Whom, on_each};

use crate::{NGHIA_DO, VI};

const YEAR: i16 = 1958;

async fn ward_with_binh(app: &TestApp) -> testkit::Official {
    let mut lan = app.helper("Lan", NGHIA_DO).await;
    let whom = Whom::New("Trần Văn Bình", "1958");
    lan.notes_visit(Visit { whom, skill: "vneid", rung: Rung::Alone }).await;
    lan
}

async fn acts_of(app: &TestApp, login: &str) -> Vec<String> {
    let rows = app.audit().await.into_iter().rev().filter(|row| row.login == login);
    rows.map(|row| row.act).collect()
}

#[tokio::test]
async fn a_leader_walks_from_a_figure_to_a_statement_and_each_look_is_noted() {
    on_each(async |app| {
        ward_with_binh(app).await;
        for unit in [NGHIA_DO, "B01", "VN"] {
            let mut leader = app.leader(unit).await;
            let ward = leader.opens(&format!("/targets/{NGHIA_DO}")).await;
            let behind = leader.opens(&ward.link("/standings?unit=B00160&group=adults&from=alone")).await;
            assert!(
                !behind.says("Trần Văn Bình"),
                "one skill of four is not in the figure: {}",
                behind.text()
            );
            let everybody = ward.links().into_iter().find(|link| link == "/standings?unit=B00160").unwrap();
            let list = leader.opens(&everybody).await;
            assert!(list.says("Trần Văn Bình") && list.says(&YEAR.to_string()), "{}", list.text());
            let person = leader.opens(&list.link("/standings/")).await;
            assert!(person.says("Trần Văn Bình") && person.says(VI.rung(Rung::Alone)));
            let statement = leader.opens(&person.link("/statements/")).await;
            assert!(statement.says("Trần Văn Bình") && statement.says("Lan"), "{}", statement.text());
            assert!(statement.says("urn:hocvuso:skill:vneid"), "the statement itself is shown");
            assert_eq!(
                acts_of(app, &leader.login).await,
                ["sign-in", "list-standings", "list-standings", "see-person", "see-statement"]
            );
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_sees_people_beyond_their_units() {
    on_each(async |app| {
        let mut lan = ward_with_binh(app).await;
        let mut here = app.leader(NGHIA_DO).await;
        let list = here.opens(&format!("/standings?unit={NGHIA_DO}")).await;
        let person = list.link("/standings/");
        let statement = here.opens(&person).await.link("/statements/");

        let mut other = app.leader("B00103").await;
        let page = other.opens(&format!("/targets/{NGHIA_DO}")).await;
        assert_eq!(page.status, 200, "figures are public");
        assert!(!page.links().iter().any(|link| link.starts_with("/standings")));
        let (mut guest, mut public) = (app.guest(), app.browser());
        guest.says_who("resident").await;
        for path in [
            &format!("/standings?unit={NGHIA_DO}"),
            "/standings?unit=B01",
            "/standings?unit=VN",
            &person,
            &statement,
        ] {
            for browser in [&mut other.browser, &mut guest.browser, &mut public, &mut lan.browser] {
                let page = browser.get(path).await;
                assert_eq!(page.status, 403, "{path}");
                assert!(!page.body.contains("Trần Văn Bình"));
            }
        }
        assert_eq!(here.opens("/standings?unit=B01").await.status, 403, "a ward's leader stays in the ward");
        assert_eq!(acts_of(app, &other.login).await, ["sign-in"], "what was refused was not seen");
    })
    .await;
}

#[tokio::test]
async fn a_person_sees_their_own_statement_and_nobody_else_does() {
    on_each(async |app| {
        let mut an = app.guest();
        an.says_who("resident").await;
        let path = format!("/statements/{}", an.browser.last_act.as_ref().unwrap());
        assert_eq!(an.opens(&path).await.status, 200);
        let mut other: Guest = app.guest();
        other.says_who("resident").await;
        assert_eq!(other.opens(&path).await.status, 403);
        assert!(app.audit().await.is_empty(), "looking at one's own is no official act");
    })
    .await;
}

#[tokio::test]
async fn a_child_is_never_shown_by_name() {
    on_each(async |app| {
        let mut lan = app.officer("Lan", NGHIA_DO).await;
        let name = "Nguyễn Thị Bé Na";
        let born = (web::clock::now().to_zoned(jiff::tz::TimeZone::UTC).year() - 9).to_string();
        let form =
            lan.fills_in(Visit { whom: Whom::New(name, &born), skill: "vneid", rung: Rung::Alone }).await;
        let saved = lan.browser.send(&form.types("hamlet", "Tổ 7")).await;
        assert!(saved.says(VI.saved_title()));
        let mut shown = vec![saved];

        let mut leader = app.leader(NGHIA_DO).await;
        let list = leader.opens(&format!("/standings?unit={NGHIA_DO}")).await;
        assert!(list.says(&born) && list.says("Tổ 7"), "known by year and hamlet: {}", list.text());
        let person = leader.opens(&list.link("/standings/")).await;
        let statement = leader.opens(&person.link("/statements/")).await;
        shown.extend([list, person, statement]);
        for path in ["/visits", "/visits/new", "/visits/new?q=na", "/visits/new?q="] {
            shown.push(lan.opens(path).await);
        }
        for page in shown {
            assert!(
                !page.body.contains(name) && !page.body.contains("Bé Na"),
                "{}: {}",
                page.path,
                page.text()
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_name_in_the_record_of_nobody() {
    on_each(async |app| {
        let mut lan = ward_with_binh(app).await;
        let form = lan.opens("/visits/new").await.form("/visits");
        let (id, _) = form.offers("person").into_iter().find(|(_, label)| label.contains("Bình")).unwrap();
        let kept = store::record::list_of_person(app.store(), id.parse().unwrap(), None, 10).await.unwrap();
        assert_eq!(kept.len(), 2);
        assert!(
            kept.iter().all(|statement| !statement.json.contains("Bình")),
            "statements name people by id"
        );
    })
    .await;
}

#[tokio::test]
async fn a_long_list_is_shown_in_sheets() {
    on_each(async |app| {
        let mut lan = app.helper("Lan", NGHIA_DO).await;
        for at in 0..53_u8 {
            let name =
                format!("Người {}", char::from(b'a' + at % 26).to_string().repeat(2 + usize::from(at / 26)));
            let visit = Visit { whom: Whom::New(&name, "1960"), skill: "vneid", rung: Rung::Helped };
            lan.notes_visit(visit).await;
        }
        let mut leader = app.leader(NGHIA_DO).await;
        let first = leader.opens(&format!("/standings?unit={NGHIA_DO}")).await;
        let next = leader.opens(&first.link("/standings?unit=B00160&page=1")).await;
        let people =
            |page: &testkit::Page| page.links().iter().filter(|l| l.starts_with("/standings/")).count();
        assert_eq!((people(&first), people(&next)), (50, 3));
        for odd in ["-1", "x", "4294967295", "99999999999"] {
            assert_eq!(
                leader.opens(&format!("/standings?unit={NGHIA_DO}&page={odd}")).await.status,
                200,
                "{odd}"
            );
        }
    })
    .await;
}
