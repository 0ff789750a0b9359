//! A helper notes a visit: for somebody new and somebody known, within their area only.

use domain::ids::{PersonId, SkillId};
use domain::standing::Rung;
use testkit::{Official, TestApp, Visit, Whom, on_each};

use crate::{NGHIA_DO, VI};

const BINH: Whom<'_> = Whom::New("Trần Văn Bình", "1958");

async fn binh_noted_by(lan: &mut Official) -> PersonId {
    let page = lan.notes_visit(Visit { whom: BINH, skill: "vneid", rung: Rung::Helped }).await;
    assert!(page.says(VI.saved_title()), "{}", page.text());
    known(lan, "Trần Văn Bình").await.expect("on the list now")
}

async fn known(official: &mut Official, name: &str) -> Option<PersonId> {
    let form = official.opens("/visits/new").await.form("/visits");
    let found = form.offers("person").into_iter().find(|(_, label)| label.contains(name));
    found.map(|(id, _)| id.parse().unwrap())
}

async fn rung(app: &TestApp, person: PersonId, skill: &str) -> Option<(Rung, Option<PersonId>)> {
    let learner = store::learners::find(app.store(), person).await.unwrap()?;
    let standing = learner.book.standings.get(&SkillId::parse(skill).unwrap())?;
    Some((standing.rung, standing.helper))
}

#[tokio::test]
async fn a_visit_counts_at_once_marked_as_assisted_for_a_new_and_a_known_person() {
    on_each(async |app| {
        let mut lan = app.helper("Lan", NGHIA_DO).await;
        let binh = binh_noted_by(&mut lan).await;
        assert_eq!(rung(app, binh, "vneid").await, Some((Rung::Helped, Some(lan.person))));

        let visit = Visit { whom: Whom::Known(binh), skill: "spot-scam", rung: Rung::Alone };
        let page = lan.notes_visit(visit).await;
        assert!(page.says("Trần Văn Bình") && page.says(VI.rung(Rung::Alone)), "{}", page.text());
        assert_eq!(rung(app, binh, "spot-scam").await, Some((Rung::Alone, Some(lan.person))));

        let lower = Visit { whom: Whom::Known(binh), skill: "spot-scam", rung: Rung::Attended };
        lan.notes_visit(lower).await;
        assert_eq!(rung(app, binh, "spot-scam").await.unwrap().0, Rung::Alone, "a standing never falls");

        let list = lan.opens("/visits").await;
        assert_eq!(list.text().matches("Trần Văn Bình").count(), 3);
        let noted = app.audit().await.into_iter().filter(|row| row.act == "note-visit" && row.login == "lan");
        assert_eq!(noted.count(), 3, "one row for each");
    })
    .await;
}

#[tokio::test]
async fn a_visit_sent_twice_makes_one_person_and_one_statement() {
    on_each(async |app| {
        let mut lan = app.helper("Lan", NGHIA_DO).await;
        let form = lan.fills_in(Visit { whom: BINH, skill: "vneid", rung: Rung::Attended }).await;
        let people = store::people::count(app.store()).await.unwrap();
        for _ in 0..2 {
            assert!(lan.browser.send(&form).await.says(VI.saved_title()));
        }
        assert_eq!(store::people::count(app.store()).await.unwrap(), people + 1);
        assert_eq!(app.statements().await, 2, "settled and visited");
        assert_eq!(app.audit().await.iter().filter(|row| row.act == "note-visit").count(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_is_said_and_what_was_typed_is_kept() {
    on_each(async |app| {
        let mut lan = app.helper("Lan", NGHIA_DO).await;
        let empty = lan.opens("/visits/new").await.form("/visits");
        let page = lan.browser.send(&empty).await;
        for words in [VI.visit_need_whom(), VI.visit_need_skill(), VI.visit_need_how_far()] {
            assert!(page.says(words), "{words}: {}", page.text());
        }
        let form =
            page.form("/visits").types("name", "Trần <Bình>").types("born", "58").types("hamlet", "Tổ 3");
        let page = lan.browser.send(&form.chooses("skill", "vneid")).await;
        for words in [VI.visit_need_name(), VI.visit_need_born(), VI.visit_need_how_far()] {
            assert!(page.says(words), "{words}: {}", page.text());
        }
        let form = page.form("/visits");
        for (field, typed) in
            [("name", "Trần <Bình>"), ("born", "58"), ("hamlet", "Tổ 3"), ("skill", "vneid")]
        {
            assert_eq!(form.value(field), Some(typed), "{field}");
        }
        assert_eq!(app.statements().await, 0);
        let good = form.types("name", "Trần Bình").types("born", "1958").chooses("rung", "helped");
        assert!(lan.browser.send(&good).await.says(VI.saved_title()));
    })
    .await;
}

#[tokio::test]
async fn impossible_visits_are_refused_and_change_nothing() {
    on_each(async |app| {
        let mut lan = app.helper("Lan", NGHIA_DO).await;
        let fill = lan.fills_in(Visit { whom: BINH, skill: "vneid", rung: Rung::Helped }).await;
        for (field, value) in [("rung", "passed"), ("rung", "retained"), ("born", "2999"), ("born", "-1")] {
            let page = lan.browser.send(&fill.clone().with(field, value)).await;
            assert!(page.says(VI.errors_title()), "{field}={value}: {}", page.text());
        }
        assert_eq!(lan.browser.send(&fill.clone().with("skill", "flying")).await.status, 400);
        for (person, status) in
            [("00000000-0000-7000-8000-000000000000".to_owned(), 404), (lan.person.to_string(), 403)]
        {
            assert_eq!(
                lan.browser.send(&fill.clone().with("person", &person)).await.status,
                status,
                "{person}"
            );
        }
        assert!(lan.browser.send(&fill.with("person", "nobody")).await.says(VI.visit_need_whom()));
        assert_eq!(app.statements().await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_helper_of_another_ward_neither_sees_nor_notes_people_outside_it() {
    on_each(async |app| {
        let mut lan = app.helper("Lan", NGHIA_DO).await;
        let binh = binh_noted_by(&mut lan).await;
        assert!(lan.opens("/visits/new?q=binh").await.says("Trần Văn Bình"));

        let mut hoa = app.helper("Hoa", "B00103").await;
        assert!(!hoa.opens("/visits/new").await.says("Trần Văn Bình"));
        for query in ["binh", "B%C3%ACnh", "%25", "_", ""] {
            let page = hoa.opens(&format!("/visits/new?q={query}")).await;
            assert!(!page.says("Trần Văn Bình"), "{query}");
        }
        let before = app.statements().await;
        let visit = Visit { whom: Whom::Known(binh), skill: "phone", rung: Rung::Alone };
        assert_eq!(hoa.notes_visit(visit).await.status, 403);
        assert_eq!(app.statements().await, before);
        assert!(!hoa.opens("/visits").await.says("Trần Văn Bình"), "visits are the helper's own");

        let mut city = app.officer("Cán bộ", "B01").await;
        assert!(city.opens("/visits/new?q=binh").await.says("Trần Văn Bình"), "the ward is within the city");
        assert!(city.notes_visit(visit).await.says(VI.saved_title()));
    })
    .await;
}

#[tokio::test]
async fn guests_are_sent_to_sign_in_and_come_back_from_there() {
    on_each(async |app| {
        let mut guest = app.guest();
        guest.says_who("resident").await;
        for path in ["/visits/new", "/visits", "/visits/new?q=binh"] {
            let page = guest.opens(path).await;
            assert_eq!(page.status, 403, "{path}");
            let way_on = page.link("/sign-in?back=");
            let back = guest.opens(&way_on).await.form("/sign-in");
            assert_eq!(back.value("back"), Some(path));
        }
        let body = "person=new&name=Mai&born=1960&skill=vneid&rung=alone";
        assert_eq!(guest.browser.post("/visits", body).await.status, 403);
        assert_eq!(app.statements().await, 1);
        let mut leader = app.leader("B01").await;
        assert_eq!(leader.opens("/visits/new").await.status, 403, "leaders look, they do not note");
    })
    .await;
}
