//! The twins: one seeded walk of a learner through the real content, done on a server-like core (the whole curriculum and
//! `decide`) and by the worker (packs and state as bytes). After each step both know the same learner and show the same
//! `<main>`. What the outbox holds then makes a third learner, upstream, who is again the same.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use domain::assessment::{self, Attempt, Bank, BankVersion, Desk};
use domain::content::{Curriculum, Element, FieldKind, PhoneScreen, Practice, Source, Tap, Truth, load};
use domain::ids::{Chance, PersonId, StatementId};
use domain::learning::{Act, Deed, Learner, decide};
use domain::practice::Mode;
use domain::record::{self, Entry};
use domain::standing::Rung;
use domain::text::Lang;
use jiff::{SignedDuration, Timestamp};
use offline::{CoursePack, DeviceState, Method, PackName, Request, Response, Worker, handle, pack};
use pages::frame::Frame;
use pages::learning::{Form, NotShown, Route, after, deed, show};
use pages::urls;

const STEPS: usize = 200;
/// The worker's chance.
const CHANCE: [Chance; 2] = [[1; 10], [2; 10]];

#[test]
fn server_and_worker_are_twins() {
    let (mut highest, mut rounds) = (BTreeSet::new(), 0);
    for seed in 1..=4 {
        let mut twins = Twins::new(seed);
        for step in 0..STEPS {
            let told = twins.step();
            twins.compare(&format!("seed {seed}, step {step}: {told}"));
        }
        rounds += twins.server.workbook.drills.iter().map(|mark| mark.scores.len()).sum::<usize>();
        twins.send_upstream(&format!("seed {seed}"));
        highest.extend(twins.server.book.standings.values().map(|standing| standing.rung));
    }
    assert!(rounds > 3, "{rounds} rounds of drills came to their end");
    assert!(
        highest.contains(&Rung::Helped) && highest.contains(&Rung::Alone),
        "the walks get somewhere: {highest:?}"
    );
}

#[test]
fn an_act_sent_twice_is_done_once() {
    let mut twins = Twins::new(1);
    let id = twins.fresh_id();
    let body = format!("act={id}");
    twins.post(&twins.first_lesson(), &body);
    let once = twins.server.clone();
    twins.post(&twins.first_lesson(), &body);
    assert_eq!(twins.server, once);
    assert_eq!(twins.outbox.len(), 1);
    twins.compare("sent twice");
}

#[test]
fn another_choice_on_a_page_gone_back_to_is_another_act() {
    let mut twins = Twins::new(1);
    let practice = twins.practice().id.clone();
    let start = urls::practice_start(practice.as_str());
    let id = twins.fresh_id();
    for (mode, acts) in [(Mode::Guided, 1), (Mode::Alone, 2), (Mode::Guided, 2)] {
        twins.post(start.as_str(), &format!("act={id}&mode={}", mode.as_str()));
        assert_eq!(twins.outbox.len(), acts, "{mode:?}");
        twins.compare(mode.as_str());
    }
    let run = twins.server.workbook.practices[&practice].run.as_ref();
    assert_eq!(run.map(|run| run.mode), Some(Mode::Alone), "the guided one was the first one again");
    let ids: BTreeSet<_> = twins.outbox.iter().map(|statement| record::read(statement).unwrap().id).collect();
    assert_eq!(ids.len(), 2);
    twins.send_upstream("other choice");
}

#[test]
fn without_a_pack_the_worker_asks_for_it() {
    let twins = Twins::new(1);
    let syllabus_only = worker(&twins.curriculum, false);
    let ask = |worker: &Worker, path: &str| handle(worker, &twins.request(Method::Get, path, ""));
    assert_eq!(ask(&Worker::default(), "/learn"), Response::NeedPack(PackName::Syllabus));
    assert!(matches!(ask(&syllabus_only, "/learn"), Response::Page(_)));
    assert!(matches!(ask(&syllabus_only, &twins.first_lesson()), Response::NeedPack(PackName::Course(_))));
    assert_eq!(ask(&twins.worker, "/learn/no-such-lesson/1"), Response::NotMine);
    assert_eq!(ask(&twins.worker, "/units?q=a"), Response::NotMine);
}

#[test]
fn an_address_lost_without_a_network_says_so_even_to_a_stranger() {
    let twins = Twins::new(1);
    for state in [twins.state.as_slice(), b""] {
        let request = Request { state, ..twins.request(Method::Lost, "/units?q=a", "") };
        let Response::Page(html) = handle(&twins.worker, &request) else { panic!("no page") };
        assert!(html.contains("href=\"/units?q=a\""), "{html}");
    }
}

#[test]
fn no_question_and_no_answer_is_in_what_a_device_gets() {
    let mut twins = Twins::new(3);
    twins.check();
    let mut bytes = String::from_utf8(twins.state.clone()).unwrap();
    for course in &twins.curriculum.syllabus.courses {
        bytes += &serde_json::to_string(&CoursePack::of(&twins.curriculum, course)).unwrap();
    }
    bytes += &serde_json::to_string(&twins.curriculum.syllabus).unwrap();
    for item in &twins.curriculum.items {
        assert!(!bytes.contains(&format!("\"{}\"", item.id)), "{}", item.id);
        assert!(!bytes.contains(&item.ask.vi), "{}", item.id);
    }
    assert!(bytes.contains("\"open\""), "an attempt is open");
}

struct Twins {
    curriculum: Curriculum,
    bank: Bank,
    server: Learner,
    /// The server's alone.
    attempts: Vec<Attempt>,
    worker: Worker,
    state: Vec<u8>,
    outbox: Vec<String>,
    /// What the server-like core took while the device was in touch; the outbox comes on top of it.
    synced: Learner,
    now: Timestamp,
    dice: Dice,
    last: Option<(String, String)>,
}

impl Twins {
    fn new(seed: u64) -> Self {
        let curriculum = curriculum();
        let now = "2026-11-22T08:00:00Z".parse().unwrap();
        let mut dice = Dice(seed);
        let server = Learner::new(PersonId::mint(now, dice.chance()));
        let worker = worker(&curriculum, true);
        let bank = Bank::new(BankVersion::starting(&curriculum), &curriculum);
        let mut twins = Self {
            curriculum,
            bank,
            attempts: Vec::new(),
            synced: server.clone(),
            server,
            worker,
            state: Vec::new(),
            outbox: Vec::new(),
            now,
            dice,
            last: None,
        };
        twins.sync(Lang::Vi);
        twins
    }

    /// One thing that a person does; what it was, for the message of a failure.
    fn step(&mut self) -> String {
        self.now += SignedDuration::from_secs(1 + i64::try_from(self.dice.below(90)).unwrap());
        match self.dice.below(27) {
            26 => self.choose(),
            0..=3 => self.read(),
            4..=5 => self.begin(),
            6..=16 => self.tap(),
            17 => self.again(),
            18 => self.nonsense(),
            19..=24 => self.drill(),
            _ => self.check(),
        }
    }

    fn read(&mut self) -> String {
        let cards: Vec<_> =
            self.curriculum.syllabus.courses.iter().flat_map(|course| &course.lessons).collect();
        let card = cards[self.dice.below(cards.len())];
        let (id, screens) = (card.id.clone(), usize::from(card.screens));
        let last = self.dice.below(3) == 0;
        let screen = if last { screens } else { 1 + self.dice.below(screens) };
        self.post_fresh(urls::lesson(id.as_str(), screen).as_str(), "")
    }

    fn choose(&mut self) -> String {
        let paths = &self.curriculum.syllabus.paths;
        let path = paths[self.dice.below(paths.len())].id.clone();
        self.post_fresh(urls::paths().as_str(), &format!("path={path}"))
    }

    fn begin(&mut self) -> String {
        let practice = self.practice().id.clone();
        let mode = Mode::ALL[self.dice.below(3)];
        self.post_fresh(urls::practice_start(practice.as_str()).as_str(), &format!("mode={}", mode.as_str()))
    }

    /// A tap on an open run, when there is one: mostly the right one.
    fn tap(&mut self) -> String {
        let marks = self.server.workbook.practices.iter();
        let open =
            marks.filter_map(|(id, mark)| Some((id.clone(), mark.run.clone().filter(|run| !run.finished)?)));
        let open: Vec<_> = open.collect();
        if open.is_empty() {
            return self.begin();
        }
        let (id, run) = open[self.dice.below(open.len())].clone();
        let screen = self.curriculum.practices[&id].screen(&run.screen).unwrap().clone();
        let right = self.dice.below(4) > 0;
        let element = if right { right_tap(&screen) } else { None };
        let element = element.unwrap_or_else(|| self.dice.below(screen.elements.len()));
        let typed = typed(&screen, right);
        let body = format!("screen={}&tap={element}{typed}", screen.id);
        self.post_fresh(urls::practice_tap(id.as_str()).as_str(), &body)
    }

    /// An answer in the open round of drills, mostly the right one; the next round when none is open.
    fn drill(&mut self) -> String {
        let skill = self.curriculum.syllabus.drilled[0].clone();
        let open = self.server.workbook.drill(&skill).filter(|mark| mark.is_open()).cloned();
        let Some(mark) = open else {
            return self.post_fresh(urls::drill_start(skill.as_str()).as_str(), "");
        };
        let place = mark.round.done();
        let right = self.dice.below(5) > 0;
        let message = self.curriculum.drill(&mark.round.messages[place]).unwrap();
        let said = match message.truth {
            Truth::Scam if right => "scam",
            Truth::Genuine if right => "safe",
            _ => "unsure",
        };
        let next = message.next.iter().position(|step| step.right == right).unwrap();
        let is_said = mark.round.answers.len() > place;
        let answer = if is_said { format!("next={next}") } else { format!("said={said}") };
        let body = format!("message={}&{answer}", message.id);
        self.post_fresh(urls::drill_message(skill.as_str(), place + 1).as_str(), &body)
    }

    /// The back button: the last form once more.
    fn again(&mut self) -> String {
        match self.last.clone() {
            Some((path, body)) => self.post(&path, &body),
            None => "nothing to repeat".into(),
        }
    }

    fn nonsense(&mut self) -> String {
        let paths = [
            "/learn/vneid/99",
            "/learn/nothing/1",
            "/practice/nothing/start",
            "/practice/connect-wifi/tap",
            "/drill/vneid/start",
            "/drill/spot-scam/message/1",
        ];
        let bodies = [
            "",
            "screen=nowhere&tap=0",
            "screen=home&tap=999",
            "mode=flying",
            "mode=together",
            "message=sms-merger-vneid&next=7",
            "message=none&said=safe",
        ];
        let (path, body) = (paths[self.dice.below(paths.len())], bodies[self.dice.below(bodies.len())]);
        self.post_fresh(path, body)
    }

    /// The check is the server's: outbox first, then the act there, then the state comes back.
    fn check(&mut self) -> String {
        self.send_upstream("before the check");
        let blueprint = self.curriculum.blueprints.keys().next().unwrap().clone();
        let open = self.attempts.iter().find(|attempt| attempt.blueprint == blueprint && attempt.is_open());
        let deed = match open.and_then(|attempt| attempt.open.as_ref()) {
            Some(open) => {
                let asked = self.curriculum.items.iter().find(|item| item.id == open.item).unwrap();
                let answer = if self.dice.below(2) == 0 { asked.key() } else { asked.near_misses()[0] };
                assessment::Deed::Answer { blueprint, item: open.item.clone(), answer }
            }
            None => {
                let (manner, time) = (assessment::Manner::OnScreen, assessment::Time::Usual);
                assessment::Deed::Begin { blueprint, manner, time, sitting: None }
            }
        };
        let told = format!("{deed:?}");
        let act = assessment::Act { id: self.fresh_id(), at: self.now, deed };
        let desk = Desk { curriculum: &self.curriculum, bank: &self.bank, uses: None };
        match assessment::decide(&self.server, desk, &self.attempts, &act, self.now) {
            Ok(decided) => {
                self.server = decided.decision.learner;
                self.attempts.retain(|attempt| attempt.id != decided.attempt.id);
                self.attempts.insert(0, decided.attempt);
            }
            Err(assessment::Refused::TooSoon { .. }) => {}
            Err(refusal) => panic!("{told}: {refusal:?}"),
        }
        self.synced = self.server.clone();
        let lang = [Lang::Vi, Lang::En][self.dice.below(2)];
        self.sync(lang);
        told
    }

    fn sync(&mut self, lang: Lang) {
        let state = DeviceState::of(self.server.clone(), &Frame::sample(lang), "1");
        self.state = serde_json::to_vec(&state).unwrap();
    }

    fn post_fresh(&mut self, path: &str, rest: &str) -> String {
        let body = format!("act={}&{rest}", self.fresh_id());
        self.post(path, &body)
    }

    fn post(&mut self, path: &str, body: &str) -> String {
        self.last = Some((path.into(), body.into()));
        let expected = self.post_to_server(path, body);
        let answer = handle(&self.worker, &self.request(Method::Post, path, body));
        match answer {
            Response::Redirect(url, written) => {
                assert_eq!(Some(url.to_string()), expected, "{path} {body}");
                if let Some(written) = written {
                    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
                    let whole = record::write(&record::read(&written.statement).unwrap());
                    assert_eq!(json(&written.statement), json(&whole), "one act, one statement");
                    self.state = written.state.into_bytes();
                    self.outbox.push(written.statement);
                }
            }
            Response::NotMine => assert_eq!(expected, None, "{path} {body}"),
            other => panic!("{path} {body}: {other:?}"),
        }
        format!("POST {path} {body}")
    }

    /// As the server does it: where the browser is sent, `None` when the form is none of ours.
    fn post_to_server(&mut self, path: &str, body: &str) -> Option<String> {
        let (route, form) = (Route::parse(path)?, Form::parse(body));
        let deed = deed(&route, &form, &self.server, &self.curriculum)?;
        let told: StatementId = form.get("act")?.parse().ok()?;
        let known = self.outbox.iter().map(|statement| record::read(statement).unwrap());
        let known = known.filter(|entry| entry.id == told).find_map(|entry| Act::of_entry(&entry));
        let is_double = known.as_ref().is_some_and(|known| is_same(&known.deed, &deed));
        let id = if known.is_some() { StatementId::mint(self.now, CHANCE[1]) } else { told };
        let act = Act { id, at: self.now, deed };
        if !is_double && let Ok(decision) = decide(&self.server, &self.curriculum, &act, self.now) {
            self.server = decision.learner;
        }
        Some(after(&route, &self.server, &self.curriculum).to_string())
    }

    /// The outbox arrives upstream: each statement becomes its act and is decided again, and proves the same.
    fn send_upstream(&mut self, told: &str) {
        for statement in self.outbox.drain(..) {
            let sent = record::read(&statement).unwrap();
            let act = Act::of_entry(&sent).unwrap();
            let decision = decide(&self.synced, &self.curriculum, &act, self.now).unwrap();
            assert_eq!(decision.entry, Entry { stored: self.now, ..sent }, "{told}");
            self.synced = decision.learner;
        }
        assert_eq!(self.synced, self.server, "{told}");
    }

    fn compare(&mut self, told: &str) {
        let state: DeviceState = serde_json::from_slice(&self.state).unwrap();
        assert_eq!(state.learner, self.server, "{told}");
        for path in self.some_paths() {
            let expected = show(&Route::parse(&path).unwrap(), &self.server, &self.curriculum, state.lang);
            match (expected, handle(&self.worker, &self.request(Method::Get, &path, ""))) {
                (Ok(shown), Response::Page(html)) => {
                    assert_eq!(main_of(&html), shown.main.into_string(), "{told}: {path}");
                }
                (Err(NotShown::GoTo(url)), Response::Redirect(to, None)) => {
                    assert_eq!(url, to, "{told}: {path}");
                }
                (Err(NotShown::NoSuchPage), Response::NotMine) => {}
                (expected, got) => panic!("{told}: {path}: {expected:?} and {got:?}"),
            }
        }
    }

    /// The lists, and a dozen of the other pages by chance.
    fn some_paths(&mut self) -> Vec<String> {
        let mut paths = self.paths();
        let lists = paths.drain(..2).collect::<Vec<_>>();
        let some = (0..12).map(|_| paths.swap_remove(self.dice.below(paths.len()))).collect::<Vec<_>>();
        lists.into_iter().chain(some).collect()
    }

    /// Every learning page, but of the lessons only the first and last screen: no learner changes a lesson's text.
    fn paths(&self) -> Vec<String> {
        let cards = self.curriculum.syllabus.courses.iter().flat_map(|course| &course.lessons);
        let lessons = cards.flat_map(|card| {
            [1, usize::from(card.screens)].map(|screen| urls::lesson(card.id.as_str(), screen))
        });
        let courses = self.curriculum.syllabus.courses.iter().map(|course| urls::course(course.id.as_str()));
        let practices = self.taught().into_iter().map(|practice| practice.id.as_str());
        let practices =
            practices.flat_map(|id| [urls::practice(id), urls::practice_run(id), urls::practice_tap(id)]);
        let drills = (1..=8).map(|place| urls::drill_message("spot-scam", place));
        let drills = drills.chain([urls::drills(), urls::drill("spot-scam"), urls::drill_end("spot-scam")]);
        let all = [urls::learn(), urls::paths(), urls::drill("vneid")].into_iter().chain(courses);
        all.chain(lessons).chain(practices).chain(drills).map(String::from).collect()
    }

    fn practice(&mut self) -> &Practice {
        let at = self.dice.below(self.taught().len());
        self.taught().swap_remove(at)
    }

    /// The practices of courses: no other comes to a phone.
    fn taught(&self) -> Vec<&Practice> {
        let is_taught = |it: &&Practice| self.curriculum.syllabus.lesson_of_practice(&it.id).is_some();
        self.curriculum.practices.values().filter(is_taught).collect()
    }

    fn first_lesson(&self) -> String {
        let course = &self.curriculum.syllabus.courses[0];
        urls::lesson(course.lessons[0].id.as_str(), 1).into()
    }

    fn fresh_id(&mut self) -> StatementId {
        StatementId::mint(self.now, self.dice.chance())
    }

    fn request<'a>(&'a self, method: Method, path: &'a str, body: &'a str) -> Request<'a> {
        let (now, chance) = (self.now, CHANCE);
        Request { method, path, body, now, chance, state: &self.state, pending: 0, offline: true }
    }
}

/// A round is chosen when it begins: the form that begins it says nothing of its messages.
fn is_same(known: &Deed, now: &Deed) -> bool {
    match (known, now) {
        (Deed::BeginDrill { skill: was, .. }, Deed::BeginDrill { skill: is, .. }) => was == is,
        // The forms of this walk carry no version; what was recorded names the one that was read.
        (Deed::Read { lesson: was, screen: of, .. }, Deed::Read { lesson, screen, .. }) => {
            (was, of) == (lesson, screen)
        }
        _ => known == now,
    }
}

fn main_of(html: &str) -> &str {
    let (_, main) = html.split_once("<main id=\"main\" tabindex=\"-1\">").unwrap();
    main.split_once("</main>").unwrap().0
}

fn right_tap(screen: &PhoneScreen) -> Option<usize> {
    screen.elements.iter().position(|element| matches!(element, Element::Tap(Tap { right: true, .. })))
}

fn typed(screen: &PhoneScreen, right: bool) -> String {
    let fields = screen.elements.iter().filter_map(|element| match element {
        Element::Field(field) => Some(field),
        _ => None,
    });
    fields
        .map(|field| {
            let wrong = match (&field.kind, field.answer.as_str()) {
                (FieldKind::Text, _) => "khong",
                (FieldKind::Tick(_), "off") => "on",
                _ => "0",
            };
            let value = if right { field.answer.replace(' ', "+") } else { wrong.into() };
            format!("&{}={value}", field.id)
        })
        .collect()
}

fn worker(curriculum: &Curriculum, with_lessons: bool) -> Worker {
    let mut worker = Worker::default();
    worker.load("syllabus", &pack(&curriculum.syllabus)).unwrap();
    if with_lessons {
        let drills: Vec<_> = curriculum.drills.clone();
        worker.load("drills", &pack(&drills)).unwrap();
    }
    for course in curriculum.syllabus.courses.iter().filter(|_| with_lessons) {
        let name = PackName::Course(course.id.clone()).to_string();
        worker.load(&name, &pack(&CoursePack::of(curriculum, course))).unwrap();
    }
    worker
}

fn curriculum() -> Curriculum {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let mut source = Source::default();
    for file in files(&root) {
        let path = file.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
        if path.ends_with(".svg") {
            source.pictures.insert(path, std::fs::read(&file).unwrap().len());
        } else {
            source.texts.insert(path, std::fs::read_to_string(&file).unwrap());
        }
    }
    let (curriculum, findings) = load(&source, &pages::ui::icon_names());
    assert_eq!(findings, []);
    curriculum
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Splitmix64: a walk of a seed is the same on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.roll() % u64::try_from(end).unwrap()).unwrap()
    }

    fn chance(&mut self) -> Chance {
        let mut chance = [0; 10];
        chance[..8].copy_from_slice(&self.roll().to_le_bytes());
        chance
    }
}
