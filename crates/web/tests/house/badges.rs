//! Badges: earned alone, shared by their owner only, a helper's counted by what others confirm.

use domain::practice::Mode;
use domain::standing::Rung;
use testkit::{Guest, Page, TestApp, Visit, Whom, on_each};

use crate::{NGHIA_DO, VI};

async fn somebody(app: &TestApp, group: &str) -> Guest {
    let mut who = app.guest();
    who.says_who(group).await;
    who.lives_in("Nghĩa Đô").await;
    who
}

fn public_link(page: &Page) -> Option<String> {
    let at = page.body.find("/badges/")?;
    Some(page.body[at..].chars().take("/badges/".len() + 32).collect())
}

#[tokio::test]
async fn a_badge_is_seen_by_others_only_while_its_owner_wants_it() {
    on_each(async |app| {
        let mut mai = somebody(app, "resident").await;
        assert!(mai.opens("/me/badges").await.says(VI.badges_none()));
        mai.practises("connect-wifi", Mode::Guided).await;
        assert!(mai.opens("/me/badges").await.says(VI.badges_none()), "with help it is not one's own alone");
        mai.practises("connect-wifi", Mode::Alone).await;
        let page = mai.opens("/me/badges").await;
        assert!(page.says(VI.rung(Rung::Alone)) && public_link(&page).is_none(), "{}", page.text());
        let form = page.form("/me/badges").chooses("do", "share");
        let shared = mai.browser.send(&form).await;
        let link = public_link(&shared).unwrap();
        let again = mai.browser.send(&form).await;
        assert_eq!(public_link(&again).as_ref(), Some(&link), "sent twice it is one link");
        let public = app.browser().get(&link).await;
        assert!(
            public.says(VI.rung(Rung::Alone)) && public.says(VI.badge_public_lead()),
            "{}",
            public.text()
        );
        let back = mai.opens("/me/badges").await.form("/me/badges").chooses("do", "unshare");
        mai.browser.send(&back).await;
        assert!(app.browser().get(&link).await.says(VI.badge_gone()));
        assert!(app.browser().get("/badges/0").await.says(VI.badge_gone()));
        let foreign = app.guest().browser.post("/me/badges", "badge=skill/phone&do=share").await;
        assert_eq!(foreign.status, 404, "who has no badge shares none");
    })
    .await;
}

#[tokio::test]
async fn a_childs_badges_are_shared_by_nobody() {
    on_each(async |app| {
        let mut na = somebody(app, "pupil").await;
        na.practises("connect-wifi", Mode::Alone).await;
        let page = na.opens("/me/badges").await;
        assert!(page.says(VI.badges_child()) && !page.has_form("/me/badges"), "{}", page.text());
        let forced = na.browser.post("/me/badges", "badge=skill/phone&do=share").await;
        assert_eq!(forced.status, 403);
    })
    .await;
}

#[tokio::test]
async fn a_helpers_visits_count_once_somebody_else_confirms_them() {
    on_each(async |app| {
        let mut mai = somebody(app, "resident").await;
        let act = mai.browser.last_act.as_ref().unwrap().parse().unwrap();
        let person = store::record::find_owner(app.store(), act).await.unwrap().unwrap();
        let mut lan = app.helper("Lan", NGHIA_DO).await;
        lan.notes_visit(Visit { whom: Whom::Known(person), skill: "vneid", rung: Rung::Helped }).await;
        lan.notes_visit(Visit {
            whom: Whom::New("Trần Văn Bình", "1958"),
            skill: "vneid",
            rung: Rung::Alone,
        })
        .await;
        assert!(lan.opens("/me/badges").await.says(VI.badges_none()), "her own word counts for nothing");

        let page = mai.opens("/me/visits").await;
        assert!(page.says("Lan"), "{}", page.text());
        let form = page.form("/me/visits");
        let (statement, _) = form.offers("statement")[0];
        let form = form.clone().chooses("statement", statement);
        assert!(mai.browser.send(&form).await.says(VI.confirm_none()));
        mai.browser.send(&form).await;
        assert!(lan.opens("/me/badges").await.says(&VI.badge_helper(1)), "once, however often it is sent");

        let mut thu = app.officer("Thu", NGHIA_DO).await;
        thu.notes_visit(Visit { whom: Whom::Known(person), skill: "phone", rung: Rung::Helped }).await;
        let waiting = thu.opens(&format!("/visits/confirm?unit={NGHIA_DO}")).await;
        assert!(waiting.says("Lan") && waiting.says(VI.sessions_own()), "{}", waiting.text());
        let form = waiting.form("/visits/confirm");
        let (day, _) = form.offers("day")[0];
        let form = form.clone().chooses("day", day);
        thu.browser.send(&form).await;
        assert!(lan.opens("/me/badges").await.says(&VI.badge_helper(2)));
        let own = form.with("helper", &thu.person.to_string());
        thu.browser.send(&own).await;
        assert!(thu.opens("/me/badges").await.says(VI.badges_none()), "nobody confirms their own");
        for browser in [&mut lan.browser, &mut mai.browser] {
            assert_eq!(browser.get(&format!("/visits/confirm?unit={NGHIA_DO}")).await.status, 403);
        }
    })
    .await;
}
