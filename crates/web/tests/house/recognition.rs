//! The life of a certificate: its holder, officials of the place, and anybody who checks it.

use domain::people::Name;
use testkit::{Guest, Knows, Official, Page, on_each};

use crate::learner::certified;
use crate::{NGHIA_DO, VI};

const WORDS: &str = "Biên bản ghi người khác ngồi vào chỗ này.";
const OTHER_WARD: &str = "B00103";

/// Fills in an official's act, looks at it once more, confirms.
async fn does(official: &mut Official, path: &str, fields: &[(&str, &str)]) -> Page {
    let asked = official.opens(path).await.form(path);
    let filled = fields.iter().fold(asked, |form, (name, value)| form.with(name, value));
    let checked = official.browser.send(&filled).await;
    assert!(checked.says(VI.act_check_lead()), "{}", checked.text());
    let form = checked.form(path);
    official.browser.send(&form).await
}

pub(crate) async fn verify_of(guest: &mut Guest) -> String {
    guest.opens("/certificate").await.link("/verify/")
}

/// The case of the one certificate that an official of the ward finds.
async fn case_of(official: &mut Official) -> String {
    let list = official.opens(&format!("/certificates?unit={NGHIA_DO}")).await;
    list.links().into_iter().find(|link| link.starts_with("/certificates/") && link.len() > 40).unwrap()
}

/// The holder's own sheet of a case.
async fn sheet_of(holder: &mut Guest, case: &str) -> String {
    let id: domain::ids::CertificateId = case.trim_start_matches("/certificates/").parse().unwrap();
    let path = format!("/certificate/{}", credential::short_number(*id.0.as_bytes()));
    assert_eq!(holder.opens(&path).await.status, 200);
    path
}

#[tokio::test]
async fn a_holder_puts_the_name_right_once_and_the_old_paper_says_so() {
    on_each(async |app| {
        let mut mai = certified(app).await;
        let old = verify_of(&mut mai).await;
        let sheet = mai.opens("/certificate").await;
        assert!(
            sheet.says(VI.assurance_self_taken()) && sheet.says("Bộ kỹ năng khởi đầu"),
            "{}",
            sheet.text()
        );
        let correct = sheet.links().into_iter().find(|link| link.ends_with("/correct")).unwrap();
        let asked = mai.opens(&correct).await.form(&correct);
        let same = mai.browser.send(&asked).await;
        assert!(same.says(VI.correct_same()), "{}", same.text());
        let check = mai.browser.send(&asked.types("name", "Nguyễn Thị Mải")).await;
        assert!(check.says("Nguyễn Thị Mải") && check.says(VI.correct_check_lead()));
        let form = check.form(&correct);
        let new = mai.browser.send(&form).await;
        assert!(new.says("Nguyễn Thị Mải") && new.path != sheet.path, "{}", new.text());
        let again = mai.browser.send(&form).await;
        assert_eq!(again.path, new.path, "sent twice it happens once");

        let mut anybody = app.browser();
        assert!(anybody.get(&old).await.says(VI.verify_replaced()));
        assert!(anybody.get(&new.link("/verify/")).await.says(VI.verify_valid()));
        assert!(mai.opens(&sheet.path).await.says(VI.cert_see_newer()));
        assert!(new.says(VI.cert_name_ask_officer()), "the one try is used up");
        let once_more = mai.opens(&format!("{}/correct", new.path)).await;
        assert!(once_more.says(VI.correct_over()));
        assert_eq!(app.guest().opens(&correct).await.status, 404, "it is the holder's own");
    })
    .await;
}

#[tokio::test]
async fn an_officer_revokes_and_only_a_review_by_another_gives_back() {
    on_each(async |app| {
        let mut mai = certified(app).await;
        let verify = verify_of(&mut mai).await;
        let mut thu = app.officer("Thu", NGHIA_DO).await;
        let case = case_of(&mut thu).await;
        let page = thu.opens(&case).await;
        assert!(
            page.says("Nguyễn Thị Mai") && page.links().iter().any(|link| link.starts_with("/statements/"))
        );
        let revoke = format!("{case}/revoke");
        let asked = thu.opens(&revoke).await.form(&revoke);
        let refused = thu.browser.send(&asked.with("words", "Sai")).await;
        assert!(refused.says(VI.act_need_reason()) && refused.says(VI.act_need_words()));
        let done = does(&mut thu, &revoke, &[("reason", "wrong-person"), ("words", WORDS)]).await;
        assert!(done.says(VI.status_revoked()) && done.says(WORDS), "{}", done.text());

        let public = app.browser().get(&verify).await;
        assert!(
            public.says(VI.verify_revoked()) && public.says(VI.revoked_wrong_person()),
            "{}",
            public.text()
        );
        assert!(!public.says(WORDS), "words are for officials and the holder");
        let number = sheet_of(&mut mai, &case).await;
        assert!(mai.opens(&number).await.says(WORDS));
        // Asking again gives no other one, neither to her nor to the ward.
        assert_eq!(mai.opens("/certificate").await.path, number);
        let forced = mai.browser.post("/certificate", "name=Mai").await;
        assert_eq!((forced.status, forced.header("location")), (303, Some(number.as_str())));
        let ward = thu.opens(&format!("/certificates/batch?unit={NGHIA_DO}")).await;
        assert!(ward.says(VI.batch_taken_back()) && !ward.has_form("/certificates/batch"), "{}", ward.text());
        // She objects: the one who asked can't decide, somebody else can.
        let object = format!("{case}/review");
        does(&mut thu, &object, &[("words", "Chị Mai nói chính chị đã làm bài.")]).await;
        let list = thu.opens(&format!("/reviews?unit={NGHIA_DO}")).await;
        let review = list.link("/reviews/");
        assert!(thu.opens(&review).await.says(VI.review_not_oneself()));
        let mut leader = app.leader("B01").await;
        let kept =
            does(&mut leader, &review, &[("reason", "keep"), ("words", "Đã hỏi ba người cùng phòng.")]).await;
        assert!(kept.says("Đã hỏi ba người cùng phòng."), "{}", kept.text());
        assert!(app.browser().get(&verify).await.says(VI.verify_valid()), "it is given back");
        let acts: Vec<String> = app.audit().await.into_iter().map(|row| row.act).collect();
        for act in
            ["revoke-certificate", "open-review", "decide-review", "list-certificates", "see-certificate"]
        {
            assert!(acts.iter().any(|done| done == act), "{act} is in the audit");
        }
    })
    .await;
}

#[tokio::test]
async fn voided_evidence_opens_a_review_and_takes_nothing_before_it_is_decided() {
    on_each(async |app| {
        let mut mai = certified(app).await;
        let verify = verify_of(&mut mai).await;
        let mut thu = app.officer("Thu", NGHIA_DO).await;
        let case = case_of(&mut thu).await;
        let statement = thu.opens(&case).await.link("/statements/");
        let void = thu.opens(&statement).await.link(&format!("{statement}/void"));
        let voided = does(&mut thu, &void, &[("reason", "against-rules"), ("words", WORDS)]).await;
        assert!(voided.says(VI.void_against_rules()), "{}", voided.text());
        app.agrees().await;
        assert!(!mai.opens("/me").await.says(VI.me_ready()));
        assert!(mai.opens("/me").await.says(VI.cert_in_review()), "the holder is told");
        assert!(app.browser().get(&verify).await.says(VI.verify_valid()), "and nobody else");
        let again = thu
            .browser
            .post(&void, "reason=mistake&words=Nh%E1%BA%A7m+l%E1%BA%A7n+n%E1%BB%AFa&confirm=yes")
            .await;
        assert_eq!(again.status, 303, "voided before, it stays so");

        let review = thu.opens(&format!("/reviews?unit={NGHIA_DO}")).await.link("/reviews/");
        let decided = does(&mut thu, &review, &[("reason", "revoke"), ("words", WORDS)]).await;
        assert!(decided.says(VI.verdict_revoke()), "{}", decided.text());
        let public = app.browser().get(&verify).await;
        assert!(public.says(VI.verify_revoked()) && public.says(VI.revoked_evidence()), "{}", public.text());
        assert!(thu.opens(&format!("/reviews?unit={NGHIA_DO}")).await.says(VI.reviews_none()));
    })
    .await;
}

#[tokio::test]
async fn officials_of_elsewhere_and_helpers_see_and_do_nothing() {
    on_each(async |app| {
        certified(app).await;
        let mut thu = app.officer("Thu", NGHIA_DO).await;
        let case = case_of(&mut thu).await;
        let statement = thu.opens(&case).await.link("/statements/");
        let mut other = app.officer("Hoa", OTHER_WARD).await;
        let mut helper = app.helper("Lan", NGHIA_DO).await;
        let mut leader = app.leader(NGHIA_DO).await;
        for path in [
            &format!("/certificates?unit={NGHIA_DO}"),
            &case,
            &format!("{case}/revoke"),
            &format!("{case}/correct"),
            &format!("{case}/review"),
            &format!("/certificates/batch?unit={NGHIA_DO}"),
            &format!("/reviews?unit={NGHIA_DO}"),
            &format!("{statement}/void"),
        ] {
            for browser in [&mut other.browser, &mut helper.browser, &mut app.browser()] {
                let page = browser.get(path).await;
                assert_eq!(page.status, 403, "{path}");
                assert!(!page.body.contains("Nguyễn Thị Mai"));
            }
        }
        let post = "reason=wrong-person&words=Thi+h%E1%BB%99+ng%C6%B0%E1%BB%9Di+kh%C3%A1c&confirm=yes";
        assert_eq!(other.browser.post(&format!("{case}/revoke"), post).await.status, 403);
        assert_eq!(leader.opens(&format!("{statement}/void")).await.status, 403, "a leader does not void");
    })
    .await;
}

#[tokio::test]
async fn a_ward_is_certified_at_once_and_nobody_gets_two() {
    on_each(async |app| {
        for name in [Some("Trần Văn Bình"), Some("Lê An"), None] {
            let mut who = app.guest();
            who.says_who("resident").await;
            who.lives_in("Nghĩa Đô").await;
            who.takes_the_check("first-steps", Knows::Everything).await;
            if let Some(name) = name {
                let act = who.browser.last_act.as_ref().unwrap().parse().unwrap();
                let person = store::record::find_owner(app.store(), act).await.unwrap().unwrap();
                store::people::rename(app.store(), person, name).await.unwrap();
            }
        }
        let mut thu = app.officer("Thu", NGHIA_DO).await;
        let path = format!("/certificates/batch?unit={NGHIA_DO}");
        let page = thu.opens(&path).await;
        assert!(page.says("Lê An") && page.says(VI.batch_no_name()), "{}", page.text());
        assert!(page.says(&VI.batch_issue(2)));
        let form = page.form("/certificates/batch");
        let cards = thu.browser.send(&form).await;
        assert!(cards.says("Trần Văn Bình") && cards.says(&VI.cards_lead(2)), "{}", cards.text());
        let again = thu.browser.send(&form).await;
        assert!(again.says(&VI.cards_lead(2)), "sent twice nobody gets two: {}", again.text());
        assert_eq!(store::certificates::count(app.store()).await.unwrap(), 2);
        assert!(thu.opens(&path).await.says(VI.batch_none()));
        let mut other = app.officer("Hoa", OTHER_WARD).await;
        let theirs = cards.path.replace(NGHIA_DO, OTHER_WARD);
        assert!(other.opens(&theirs).await.says(VI.cards_none()), "another ward's cards are not shown");
    })
    .await;
}

#[tokio::test]
async fn a_pupils_certificate_shows_initials_to_everybody_else() {
    on_each(async |app| {
        let mut na = app.guest();
        na.says_who("pupil").await;
        na.lives_in("Nghĩa Đô").await;
        na.takes_the_check("first-steps", Knows::Everything).await;
        let sheet = na.gets_the_certificate("Nguyễn Thị Na").await;
        assert!(sheet.says("Nguyễn Thị Na"), "the own sheet names its holder");
        let mut thu = app.officer("Thu", NGHIA_DO).await;
        let case = case_of(&mut thu).await;
        let mut pages = vec![app.browser().get(&sheet.link("/verify/")).await, thu.opens(&case).await];
        pages.push(thu.opens(&format!("/certificates?unit={NGHIA_DO}")).await);
        for page in pages {
            assert!(page.says("N. T. N.") && !page.body.contains("Thị Na"), "{}", page.text());
        }
    })
    .await;
}

#[tokio::test]
async fn a_child_known_by_year_of_birth_is_named_by_initials_whatever_the_group() {
    on_each(async |app| {
        let mut na = app.guest();
        na.says_who("resident").await;
        na.lives_in("Nghĩa Đô").await;
        let born = web::clock::now().to_zoned(jiff::tz::TimeZone::UTC).year() - 15;
        let name = Name::parse("Nguyễn Thị Na").unwrap();
        let told = store::sittings::step_tell_person(na.person().await, &name, Some(born));
        app.store().db().write(told).await.unwrap();
        na.takes_the_check("first-steps", Knows::Everything).await;
        let sheet = na.gets_the_certificate("Nguyễn Thị Na").await;
        let badge = na.opens(&format!("{}/credential.json", sheet.path)).await;
        assert!(badge.status == 200 && !badge.body.contains("Thị Na"), "{}", badge.body);
        let correct = format!("{}/correct", sheet.path);
        let asked = na.opens(&correct).await.form(&correct).types("name", "Nguyễn Thị Nà");
        let form = na.browser.send(&asked).await.form(&correct);
        let corrected = na.browser.send(&form).await;
        for sheet in [sheet, corrected] {
            assert!(sheet.says("Nguyễn Thị N"), "the own sheet names its holder");
            let verify = sheet.link("/verify/");
            let public = app.browser().get(&verify).await;
            assert!(public.says("N. T. N.") && !public.body.contains("Thị N"), "{}", public.text());
            let code = verify.trim_start_matches("/verify/");
            let claims = credential::check(code, &app.app.keys.now().verifying).unwrap();
            assert_eq!(claims.name, "N. T. N.", "who scans it without a network reads no more");
        }
    })
    .await;
}

#[tokio::test]
async fn guessing_numbers_ends_soon_and_codes_are_not_counted() {
    on_each(async |app| {
        let mut mai = certified(app).await;
        let verify = verify_of(&mut mai).await;
        let mut guesser = app.browser();
        let mut last = 200;
        for _ in 0..61 {
            last = guesser.get("/verify/T4HM-ASW9-NF6Y-3").await.status;
        }
        assert_eq!(last, 429);
        assert!(guesser.get(&verify).await.says(VI.verify_valid()));
    })
    .await;
}
