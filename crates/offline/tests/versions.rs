//! Goal: a phone goes on with the text that its person began with when packs of another text have come, and leaves to the server
//! what it has not.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::content::{Course, Curriculum, Element, Lesson, LessonCard, Practice, Source, load};
use domain::ids::{LessonId, PersonId, PracticeId};
use domain::learning::{Held, Learner};
use domain::practice::Mode;
use domain::record;
use domain::text::Lang;
use offline::{CoursePack, DeviceState, Method, PackName, Request, Response, Worker, handle, pack};
use pages::frame::Frame;
use pages::urls;

/// A phone: its packs, its state, what waits to be sent.
struct Phone {
    worker: Worker,
    state: String,
    outbox: Vec<String>,
    acts: u8,
}

impl Phone {
    fn new(content: &Curriculum) -> Self {
        let learner = Learner::new(PersonId::mint("2026-11-22T08:00:00Z".parse().unwrap(), [9; 10]));
        Self { worker: worker(content), state: state(learner), outbox: Vec::new(), acts: 0 }
    }

    fn learner(&self) -> Learner {
        serde_json::from_str::<DeviceState>(&self.state).unwrap().learner
    }

    fn asks(&self, method: Method, path: &str, body: &str) -> Response {
        let now = "2026-11-22T09:00:00Z".parse().unwrap();
        let (chance, state) = ([[1; 10], [self.acts; 10]], self.state.as_bytes());
        handle(&self.worker, &Request { method, path, body, now, chance, state, pending: 0, offline: true })
    }

    fn page(&self, path: &str) -> String {
        match self.asks(Method::Get, path, "") {
            Response::Page(html) => html,
            other => panic!("{path}: {other:?}"),
        }
    }

    fn posts(&mut self, path: &str, body: &str) -> String {
        self.acts += 1;
        match self.asks(Method::Post, path, body) {
            Response::Redirect(url, Some(written)) => {
                self.state = written.state;
                self.outbox.push(written.statement);
                url.to_string()
            }
            other => panic!("{path} {body}: {other:?}"),
        }
    }
}

fn state(learner: Learner) -> String {
    serde_json::to_string(&DeviceState::of(learner, &Frame::sample(Lang::Vi), "1")).unwrap()
}

fn worker(content: &Curriculum) -> Worker {
    let mut worker = Worker::default();
    worker.load("syllabus", &pack(&content.syllabus)).unwrap();
    for course in &content.syllabus.courses {
        let name = PackName::Course(course.id.clone()).to_string();
        worker.load(&name, &pack(&CoursePack::of(content, course))).unwrap();
    }
    worker
}

const LESSON: &str =
    "---\ntitle: T\nsummary: S\nminutes: 3\nskill: a\npractice: p\n---\n\n## Một\n\nX.\n\n## Hai\n\nX.\n";
const PRACTICE: &str = "practice p
title T || T
goal G || G
skill a
start one
finish end
screen one
  look launcher
  title T || T
  guide G || G
  button Đi || Go
    go end
    right
screen end
  look launcher
  title T || T
  done Xong || Done
";

/// A course of one lesson of two screens, and one practice of one tap.
fn content() -> Curriculum {
    let texts = BTreeMap::from([
        ("lessons/l/vi.md".to_owned(), LESSON.to_owned()),
        ("lessons/l/en.md".to_owned(), LESSON.to_owned()),
        ("practices/p.txt".to_owned(), PRACTICE.to_owned()),
    ]);
    let (mut content, _) = load(&Source { texts, ..Source::default() }, &[]);
    let lesson = &content.lessons[&lesson_id()];
    let practice = &content.practices[&practice_id()];
    let card = LessonCard {
        id: lesson_id(),
        title: lesson.title.clone(),
        summary: lesson.title.clone(),
        minutes: 3,
        skill: lesson.skill.clone(),
        screens: lesson.count(),
        practice: Some(domain::content::PracticeCard {
            id: practice_id(),
            title: practice.title.clone(),
            goal: practice.goal.clone(),
        }),
    };
    content.syllabus.courses = vec![Course {
        id: domain::ids::CourseId::parse("c").unwrap(),
        title: lesson.title.clone(),
        about: lesson.title.clone(),
        lessons: vec![card],
        check: None,
    }];
    content
}

/// The same course later: the lesson lost its last screen, and the screens of the practice are called otherwise.
fn later(content: &Curriculum) -> Curriculum {
    let mut later = content.clone();
    let lesson = later.lessons.get_mut(&lesson_id()).unwrap();
    lesson.screens.pop();
    *lesson = lesson.clone().sealed();
    later.syllabus.courses[0].lessons[0].screens -= 1;
    let practice = later.practices.get_mut(&practice_id()).unwrap();
    for screen in &mut practice.screens {
        screen.id = domain::ids::ScreenId::parse(&format!("new-{}", screen.id)).unwrap();
        for element in &mut screen.elements {
            if let Element::Tap(tap) = element {
                tap.go = tap.go.as_ref().and_then(|go| domain::ids::ScreenId::parse(&format!("new-{go}")));
            }
        }
    }
    practice.start = practice.screens[0].id.clone();
    practice.finish = practice.screens[1].id.clone();
    *practice = practice.clone().sealed();
    later
}

fn lesson_id() -> LessonId {
    LessonId::parse("l").unwrap()
}

fn practice_id() -> PracticeId {
    PracticeId::parse("p").unwrap()
}

fn held(content: &Curriculum) -> Held {
    let lesson: Lesson = content.lessons[&lesson_id()].clone();
    let practice: Practice = content.practices[&practice_id()].clone();
    Held { lessons: vec![Arc::new(lesson)], practices: vec![Arc::new(practice)] }
}

fn main_of(html: &str) -> &str {
    html.split_once("<main").unwrap().1.split_once("</main>").unwrap().0
}

#[test]
fn a_phone_goes_on_with_the_text_that_the_state_brings_when_new_packs_have_come() {
    let content = content();
    let mut phone = Phone::new(&content);
    phone.posts(urls::lesson("l", 1).as_str(), "");
    phone.posts(urls::practice_start("p").as_str(), &format!("mode={}", Mode::Alone.as_str()));
    let (lesson, run) = (phone.page("/learn/l/2"), phone.page("/practice/p/run"));
    phone.state = state(Learner { held: held(&content), ..phone.learner() });
    phone.worker = worker(&later(&content));
    assert_eq!(main_of(&phone.page("/learn/l/2")), main_of(&lesson));
    assert_eq!(main_of(&phone.page("/practice/p/run")), main_of(&run));
    assert_eq!(phone.posts("/learn/l/2", ""), "/practice/p");
    assert_eq!(phone.posts("/practice/p/tap", "screen=one&tap=0"), "/practice/p/run");
    let learner = phone.learner();
    assert!(learner.workbook.lessons[&lesson_id()].finished);
    assert_eq!(learner.workbook.practices[&practice_id()].alone, 1);
    assert!(phone.page("/practice/p/run").contains("Xong"), "the end is that of the old text");
    // The server, which has the old text at hand too, decides the same of what was sent.
    let mut there = Learner { held: held(&content), ..Learner::new(learner.person) };
    for statement in &phone.outbox {
        let act = domain::learning::Act::of_entry(&record::read(statement).unwrap()).unwrap();
        let now = "2026-11-23T08:00:00Z".parse().unwrap();
        there = domain::learning::decide(&there, &later(&content), &act, now).unwrap().learner;
    }
    assert_eq!(there.workbook, learner.workbook);
}

#[test]
fn a_text_that_is_not_on_the_phone_is_left_to_the_server() {
    let content = content();
    let mut phone = Phone::new(&content);
    phone.posts(urls::lesson("l", 1).as_str(), "");
    phone.posts(urls::practice_start("p").as_str(), "mode=alone");
    phone.worker = worker(&later(&content));
    for path in ["/learn/l/1", "/practice/p", "/practice/p/run"] {
        assert_eq!(phone.asks(Method::Get, path, ""), Response::NotMine, "{path}");
    }
    for (path, body) in [("/learn/l/1", ""), ("/practice/p/tap", "screen=one&tap=0")] {
        assert_eq!(phone.asks(Method::Post, path, body), Response::NotMine, "{path}");
    }
    assert!(
        phone.posts("/practice/p/start", "mode=alone").ends_with("/run"),
        "begun afresh it is the new one"
    );
    assert!(phone.page("/practice/p/run").contains("new-one"));
}

#[test]
fn a_state_written_by_another_version_of_the_code_does_no_harm() {
    let content = content();
    let mut phone = Phone::new(&content);
    phone.posts(urls::lesson("l", 1).as_str(), "");
    let whole = phone.state.trim_end_matches('}').to_owned();
    for held in ["", "0", "ff", "zz", "ffffffffffffffff"] {
        phone.state = format!("{whole}, \"held\":\"{held}\"}}");
        assert!(serde_json::from_str::<DeviceState>(&phone.state).is_ok(), "{}", phone.state);
        phone.page("/learn/l/2");
    }
}
