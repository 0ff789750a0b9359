//! A supervised examination: an officer opens it, people sit, one comes back on another device, it is paused, closed.

use domain::assessment::Assurance;
use domain::ids::{PersonId, SittingId};
use domain::sitting::Code;
use pages::urls;
use store::sittings;
use testkit::{Browser, Form, Guest, Knows, Official, Page, TestApp, on_each};

use crate::{NGHIA_DO, VI};

const TEST: &str = "first-steps-exam";

/// An open sitting as its organiser knows it.
struct Sitting {
    id: String,
    code: Code,
}

async fn opens(officer: &mut Official, names: &str) -> Sitting {
    let form = officer.opens("/sittings/new").await.form("/sittings/new");
    let form = form.chooses("blueprint", TEST).types("place", "Nhà văn hóa tổ 12").types("expected", "12");
    let check = officer.browser.send(&form.with("names", names)).await;
    assert!(check.says(VI.sitting_check_title()), "{}", check.text());
    let room = officer.browser.send(&check.form("/sittings")).await;
    let code =
        room.text().split_whitespace().find_map(|word| Code::parse(word).filter(|_| word.contains('-')));
    Sitting { id: room.path.trim_start_matches("/sittings/").to_owned(), code: code.expect("a code") }
}

impl Sitting {
    fn room(&self) -> String {
        urls::sitting(&self.id).to_string()
    }

    fn seat(&self, no: u16) -> String {
        urls::sitting_seat(&self.id, no).to_string()
    }

    async fn does(&self, officer: &mut Official, verb: &str) -> Page {
        let form = officer.opens(&self.room()).await.form(&self.room());
        officer.browser.send(&form.with("do", verb)).await
    }

    async fn does_at(&self, officer: &mut Official, no: u16, verb: &str, more: &[(&str, &str)]) -> Page {
        let form = officer.opens(&self.seat(no)).await.form(&self.seat(no));
        let form = more.iter().fold(form.with("do", verb), |form, (field, value)| form.with(field, value));
        officer.browser.send(&form).await
    }

    async fn admits(&self, officer: &mut Official, no: u16) -> Page {
        self.does_at(officer, no, "admit", &[("identity", "papers")]).await
    }

    async fn stored(&self, app: &TestApp) -> Vec<sittings::Placed> {
        let id: SittingId = self.id.parse().unwrap();
        sittings::list_seats(app.store(), id).await.unwrap()
    }
}

async fn join_form(browser: &mut Browser, sitting: &Sitting) -> Form {
    let form =
        browser.get("/exam").await.form("/exam").types("code", &sitting.code.to_string().to_lowercase());
    let asked = browser.send(&form).await;
    asked.form(urls::exam_join(sitting.code.as_str()).as_str())
}

async fn joins(browser: &mut Browser, sitting: &Sitting, name: &str, born: &str, device: &str) -> Page {
    let form = join_form(browser, sitting).await.types("name", name).types("born", born);
    let page = browser.send(&form.chooses("device", device)).await;
    assert_eq!(page.path, "/exam/seat", "{}", page.text());
    page
}

async fn begins(browser: &mut Browser) -> Page {
    let form = browser.get("/exam/seat").await.form("/exam/seat/begin");
    let page = browser.send(&form).await;
    assert!(page.has_form(urls::check_answer(TEST).as_str()), "{}", page.text());
    page
}

async fn answers(guest: &mut Guest, page: Page, times: usize) -> Page {
    let mut page = page;
    for _ in 0..times {
        if !page.has_form(urls::check_answer(TEST).as_str()) {
            break;
        }
        let form = guest.answer(&page, TEST, Knows::Everything);
        page = guest.browser.send(&form).await;
    }
    page
}

async fn given(app: &TestApp, person: PersonId) -> usize {
    store::attempts::list(app.store(), person).await.unwrap()[0].given.len()
}

#[tokio::test]
async fn three_people_sit_one_comes_back_on_another_device_and_the_room_is_paused_and_closed() {
    on_each(async |app| {
        let mut canbo = app.officer("Cán bộ", NGHIA_DO).await;
        let sitting = opens(&mut canbo, "").await;
        let (mut mai, mut binh, mut an) = (app.guest(), app.guest(), app.guest());
        let waits = joins(&mut mai.browser, &sitting, "Nguyễn Thị Mai", "1955", "own").await;
        assert!(waits.says(VI.exam_wait_title()) && waits.says("Nguyễn Thị Mai"), "{}", waits.text());
        assert_eq!(waits.header("refresh"), Some("10"));
        assert!(!waits.has_form("/exam/seat/begin"), "nobody begins before the organiser looked");
        joins(&mut binh.browser, &sitting, "Trần Văn Bình", "1958", "shared").await;
        joins(&mut an.browser, &sitting, "Lê Bảo An", "2015", "own").await;

        // The room: who waits, by name; a child by initials, everywhere.
        let room = canbo.opens(&sitting.room()).await;
        assert!(room.says(&VI.room_wait_for_you(3)) && room.says("Nguyễn Thị Mai"), "{}", room.text());
        assert!(room.says("L. B. A.") && !room.says("Lê Bảo An"), "{}", room.text());
        assert!(!canbo.opens(&sitting.seat(3)).await.says("Lê Bảo An"));
        assert_eq!(room.header("refresh"), Some("20"));
        assert!(an.opens("/exam/seat").await.says("Lê Bảo An"), "but on the child's own screen");

        for no in 1..=3 {
            sitting.admits(&mut canbo, no).await;
        }
        let page = begins(&mut mai.browser).await;
        let page = answers(&mut mai, page, 2).await;
        let page_of_binh = begins(&mut binh.browser).await;
        answers(&mut binh, page_of_binh, 3).await;
        let seats = sitting.stored(app).await;
        let (of_mai, of_binh) = (seats[0].person.unwrap(), seats[1].person.unwrap());
        assert_eq!((given(app, of_mai).await, given(app, of_binh).await), (2, 3));
        let room = canbo.opens(&sitting.room()).await;
        assert!(room.says(&VI.seat_answering(3)) && room.says(&VI.seat_answering(4)), "{}", room.text());

        // A pause stops answers with a kind page, reloaded or not; nothing is lost and no time passes.
        sitting.does(&mut canbo, "pause").await;
        let late = mai.answer(&page, TEST, Knows::Everything);
        let stopped = mai.browser.send(&late).await;
        assert!(stopped.says(VI.paused_title()), "{}", stopped.text());
        assert_eq!(stopped.header("refresh"), Some("10"), "it goes on by itself");
        assert_eq!(given(app, of_mai).await, 2);
        assert!(mai.opens("/exam/seat").await.says(VI.exam_paused_title()));
        assert!(canbo.opens(&sitting.room()).await.says(&VI.seat_paused(3)));
        sitting.does(&mut canbo, "resume").await;
        let page = mai.opens(urls::check_question(TEST).as_str()).await;
        let page = answers(&mut mai, page, 1).await;
        assert_eq!(given(app, of_mai).await, 3);

        // Time for one and for all.
        let before = store::attempts::list(app.store(), of_mai).await.unwrap()[0].pace.deadline.unwrap();
        sitting.does(&mut canbo, "add-5").await;
        sitting.does_at(&mut canbo, 1, "add-15", &[]).await;
        let after = store::attempts::list(app.store(), of_mai).await.unwrap()[0].pace.deadline.unwrap();
        assert_eq!(after.duration_since(before).as_mins(), 20);
        sitting.does_at(&mut canbo, 2, "untime", &[("reason", "age")]).await;
        assert_eq!(store::attempts::list(app.store(), of_binh).await.unwrap()[0].pace.deadline, None);

        // Bình's device dies: with number and code of the seat he goes on where he was.
        let code = seats[1].seat.code.to_string();
        let mut other = app.guest();
        let form = other.opens("/exam/return").await.form("/exam/return");
        let form = form.types("code", sitting.code.as_str()).types("no", "2").types("seat", &code);
        let back = other.browser.send(&form).await;
        assert_eq!(back.path, "/exam/seat", "{}", back.text());
        let question = other.opens(&back.link("/check/")).await;
        let done = answers(&mut other, question, 60).await;
        assert!(!done.has_form(urls::check_answer(TEST).as_str()));
        assert!(other.opens("/exam/seat").await.says(VI.exam_done_title()));

        // An incident stays with the sitting; closing ends what goes on.
        let note = urls::sitting_note(&sitting.id).to_string();
        let form = canbo.opens(&note).await.form(&sitting.room());
        let asked = canbo.browser.send(&form).await;
        assert!(asked.says(VI.note_need_kind()) && asked.says(VI.note_need_words()), "{}", asked.text());
        let form = asked.form(&sitting.room()).chooses("kind", "technical").with("words", "Mất điện 5 phút");
        assert!(canbo.browser.send(&form).await.says("Mất điện 5 phút"));
        let closing = canbo.opens(urls::sitting_close(&sitting.id).as_str()).await;
        assert!(closing.says(&VI.close_still(1)), "{}", closing.text());
        let room = canbo.browser.send(&closing.form(&sitting.room())).await;
        assert!(room.says(&VI.results_passed(1)) && room.says("Mất điện 5 phút"), "{}", room.text());
        assert!(room.says(VI.seat_closed()) && !room.says(VI.seat_time_over()), "{}", room.text());
        let ended = mai.browser.send(&mai.answer(&page, TEST, Knows::Everything)).await;
        assert!(!ended.has_form(urls::check_answer(TEST).as_str()), "{}", ended.text());
        assert_eq!(given(app, of_mai).await, 3);
        let own = mai.opens("/exam/seat").await;
        assert!(own.says(VI.exam_closed()) && !own.says(VI.exam_time_over()), "{}", own.text());
        assert!(an.opens("/exam/seat").await.says(VI.exam_over_title()));
        let late = app.guest().opens(urls::exam_join(sitting.code.as_str()).as_str()).await;
        assert_eq!(late.status, 404, "a closed sitting admits nobody");

        // What was shown is supervised, and the record tells the same as the rows.
        let learner = store::learners::find(app.store(), of_binh).await.unwrap().unwrap();
        assert!(
            learner.has_attained(&app.app.curriculum.syllabus),
            "he counts where he sat, and may get a certificate"
        );
        let batch = room.link(urls::certificate_batch().as_str());
        assert!(canbo.opens(&batch).await.says("Trần Văn Bình"));
        let mut standings = learner.book.standings.values();
        assert!(standings.all(|standing| standing.assurance == Some(Assurance::Supervised)));
        let id: SittingId = sitting.id.parse().unwrap();
        let acts = sittings::list_acts(app.store(), id).await.unwrap();
        let stored = sittings::find(app.store(), id).await.unwrap().unwrap();
        let opened = domain::sitting::Room::open(
            stored.room.plan.clone(),
            stored.room.code.clone(),
            stored.room.opened,
        );
        let told = domain::sitting::replay(opened, &acts).unwrap();
        assert_eq!(told.room, stored.room);
        let seats: Vec<_> = sitting.stored(app).await.into_iter().map(|placed| placed.seat).collect();
        assert_eq!(told.seats.into_values().collect::<Vec<_>>(), seats);
        for act in
            ["open-sitting", "sitting-pause", "sitting-resume", "seat-admit", "seat-untime", "sitting-close"]
        {
            assert!(app.audit().await.iter().any(|row| row.act == act && row.login == canbo.login), "{act}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_annulled_attempt_proves_nothing_and_a_finished_one_is_a_fact_for_a_review() {
    on_each(async |app| {
        let mut canbo = app.officer("Cán bộ", NGHIA_DO).await;
        let sitting = opens(&mut canbo, "").await;
        let (mut mai, mut binh) = (app.guest(), app.guest());
        for (guest, name, no) in [(&mut mai, "Nguyễn Thị Mai", 1), (&mut binh, "Trần Văn Bình", 2)] {
            joins(&mut guest.browser, &sitting, name, "1955", "own").await;
            sitting.admits(&mut canbo, no).await;
        }
        let page = begins(&mut mai.browser).await;
        answers(&mut mai, page, 2).await;
        let page = begins(&mut binh.browser).await;
        answers(&mut binh, page, 60).await;
        let silent = sitting.does_at(&mut canbo, 1, "annul", &[("kind", "rules"), ("words", " ")]).await;
        assert!(silent.says(VI.note_need_words()), "{}", silent.text());
        for no in [1, 2] {
            let page = sitting
                .does_at(&mut canbo, no, "annul", &[("kind", "rules"), ("words", "Có người làm hộ")])
                .await;
            assert!(page.says(&VI.seat_annulled_because("Có người làm hộ")), "{}", page.text());
        }
        assert!(mai.opens("/exam/seat").await.says(VI.exam_annulled()));
        let seats = sitting.stored(app).await;
        let of_mai = store::learners::find(app.store(), seats[0].person.unwrap()).await.unwrap().unwrap();
        assert!(of_mai.book.standings.is_empty(), "ended before it proved anything");
        assert!(store::attempts::list_open(app.store(), of_mai.person).await.unwrap().is_empty());
        let facts = sittings::list_annulled(app.store(), jiff::Timestamp::UNIX_EPOCH, 10).await.unwrap();
        let people: Vec<_> = facts.iter().map(|fact| fact.person).collect();
        assert_eq!(people, [seats[0].person.unwrap(), seats[1].person.unwrap()]);
        let open = store::reviews::list_open(app.store(), &store::Scope::Everywhere, 10).await.unwrap();
        let reviewed: Vec<_> = open.iter().map(|review| (review.person, review.kind)).collect();
        assert_eq!(reviewed, [(people[1], domain::recognition::ReviewKind::IrregularAttempt)]);
        assert!(facts.iter().all(|fact| fact.why.words == "Có người làm hộ" && fact.login == canbo.login));
    })
    .await;
}

#[tokio::test]
async fn a_shared_device_is_handed_on_and_the_person_before_is_gone() {
    on_each(async |app| {
        let mut canbo = app.officer("Cán bộ", NGHIA_DO).await;
        let sitting = opens(&mut canbo, "Nguyễn Thị Mai\nTrần Văn Bình").await;
        // Somebody has learned on this phone; a neighbour sits on it.
        let mut owner = app.guest();
        owner.says_who("resident").await;
        let own = owner.browser.cookies["hocvuso"].clone();
        joins(&mut owner.browser, &sitting, "nguyễn thị mai", "1955", "shared").await;
        assert_ne!(owner.browser.cookies["hocvuso"], own);
        let seats = sitting.stored(app).await;
        assert!(seats[0].person.is_some() && seats[1].person.is_none(), "the seat kept for the name");
        assert_eq!(seats.len(), 2);
        let page = owner.opens("/exam/seat").await;
        assert!(page.body.contains(VI.exam_at_seat()));
        let left = owner.browser.send(&page.form("/exam/seat/leave")).await;
        assert!(left.says(VI.exam_left_title()));
        let handed = owner.browser.send_once(&left.form("/exam/seat/hand-on")).await;
        assert_eq!(handed.header("clear-site-data"), Some("\"cache\""));
        assert_eq!(owner.browser.cookies["hocvuso"], own, "the phone's owner is back");
        assert!(owner.opens("/exam/seat").await.says(VI.exam_no_seat_title()));
        // The next one takes the seat kept for them by its number and code alone.
        let code = seats[1].seat.code.to_string();
        let form = owner.opens("/exam/return").await.form("/exam/return");
        let form = form.types("code", sitting.code.as_str()).types("no", "2").types("seat", &code);
        assert!(owner.browser.send(&form).await.says("Trần Văn Bình"));
        // An organiser's own account does not stay on a device that somebody sits at.
        let form = join_form(&mut canbo.browser, &sitting).await.types("name", "Lê An").types("born", "1970");
        assert_eq!(canbo.browser.send(&form).await.path, "/exam/seat");
        assert_eq!(canbo.opens("/sittings").await.status, 403);
    })
    .await;
}

#[tokio::test]
async fn somebody_known_is_seated_and_keeps_what_they_learned() {
    on_each(async |app| {
        let mut canbo = app.officer("Cán bộ", NGHIA_DO).await;
        let visit = testkit::Visit {
            whom: testkit::Whom::New("Phạm Thị Hoa", "1960"),
            skill: "vneid",
            rung: domain::standing::Rung::Alone,
        };
        canbo.notes_visit(visit).await;
        let sitting = opens(&mut canbo, "").await;
        let url = urls::sitting_seats(&sitting.id).to_string();
        let empty = canbo.opens(&url).await.form(&url);
        assert!(canbo.browser.send(&empty).await.says(VI.seat_add_need()));
        let found = canbo.opens(&format!("{url}?q=hoa")).await.form(&url);
        let (hoa, _) = found.offers("person").into_iter().find(|(_, label)| label.contains("Hoa")).unwrap();
        let hoa = hoa.to_owned();
        let seat = canbo.browser.send(&found.chooses("person", &hoa)).await;
        assert!(seat.says("Phạm Thị Hoa"), "{}", seat.text());
        let again = canbo.opens(&format!("{url}?q=hoa")).await.form(&url).chooses("person", &hoa);
        assert_eq!(canbo.browser.send(&again).await.path, sitting.room(), "one seat a person");
        let code = sitting.stored(app).await[0].seat.code.to_string();
        let mut device = app.guest();
        for (typed, path) in [("99999", "/exam/return"), (code.as_str(), "/exam/seat")] {
            let form = device.opens("/exam/return").await.form("/exam/return");
            let form = form.types("code", sitting.code.as_str()).types("no", "1").types("seat", typed);
            assert_eq!(device.browser.send(&form).await.path, path);
        }
        assert!(device.opens("/me").await.says(VI.rung(domain::standing::Rung::Alone)));
    })
    .await;
}

#[tokio::test]
async fn codes_are_guessed_a_few_times_only_and_rooms_are_seen_by_their_own_officers() {
    on_each(async |app| {
        let mut canbo = app.officer("Cán bộ", NGHIA_DO).await;
        let sitting = opens(&mut canbo, "Lê An").await;
        let mut guest = app.guest();
        guest.says_who("resident").await;
        let mut last = 0;
        for _ in 0..41 {
            last = guest.browser.post("/exam", "code=AAA-AAA").await.status;
        }
        assert_eq!(last, 429);
        let body = format!("code={}", sitting.code.as_str());
        assert_eq!(guest.browser.post("/exam", &body).await.status, 429, "even the right one");
        // The four digits of a seat: six tries, from wherever.
        let mut last = 0;
        for n in 0..7 {
            let body = format!("code={}&no=1&seat=000{n}", sitting.code.as_str());
            last = app.guest().browser.post("/exam/return", &body).await.status;
        }
        assert_eq!(last, 429);

        let seat = sitting.seat(1);
        let sheet = urls::sitting_sheet(&sitting.id).to_string();
        let mut elsewhere = app.officer("Hoa", "B00103").await;
        for path in [sitting.room(), seat.clone(), sheet.clone()] {
            assert_eq!(elsewhere.opens(&path).await.status, 404, "{path}");
        }
        assert!(!elsewhere.opens("/sittings").await.says("Nhà văn hóa tổ 12"));
        assert_eq!(elsewhere.browser.post(&sitting.room(), "do=close").await.status, 404);
        let mut city = app.officer("Thành phố", "B01").await;
        assert!(city.opens(&sitting.room()).await.says("Lê An"), "the ward is within the city");
        let (mut helper, mut leader) = (app.helper("Lan", NGHIA_DO).await, app.leader("B01").await);
        for path in ["/sittings".to_owned(), "/sittings/new".into(), sitting.room(), seat, sheet] {
            assert_eq!(helper.opens(&path).await.status, 403, "{path}");
            assert_eq!(leader.opens(&path).await.status, 403, "{path}");
            assert_eq!(app.guest().opens(&path).await.status, 403, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_with_a_plan_is_said_and_what_was_typed_is_kept() {
    on_each(async |app| {
        let mut canbo = app.officer("Cán bộ", NGHIA_DO).await;
        let form = canbo.opens("/sittings/new").await.form("/sittings/new");
        let page = canbo.browser.send(&form.types("room", "Tầng 2").with("names", "Mai An\n<b>")).await;
        for words in [VI.sitting_need_place(120), VI.sitting_need_expected(200), VI.sitting_need_names(2)] {
            assert!(page.says(&words), "{words}: {}", page.text());
        }
        assert_eq!(page.form("/sittings/new").value("room"), Some("Tầng 2"));
        assert!(page.body.contains("Mai An"));
        let sitting = opens(&mut canbo, "Mai An\nBình").await;
        let sheet = canbo.opens(urls::sitting_sheet(&sitting.id).as_str()).await;
        assert!(sheet.says("Mai An") && sheet.says(&sitting.code.to_string()), "{}", sheet.text());
    })
    .await;
}
