//! Goal: whoever is in the middle of a lesson or a practice goes on with the text they began with, to its end, whatever becomes of it
//! meanwhile; who begins afresh gets the new one.

use std::sync::Arc;

use domain::content::{Curriculum, Lesson, Practice, load};
use domain::ids::{LessonId, PracticeId};
use domain::learning::{Deed, Held, Learner, Next, Refusal, decide, next_in};
use domain::practice::Mode;
use domain::record::Subject;
use domain::standing::Rung;

use crate::shelf::{act, curriculum, icons, newcomer, source, taps, typed};

const LESSON: &str = "vneid";
const PRACTICE: &str = "connect-wifi";

/// The content a month later: a lesson has one screen more, and the screens of a practice have other names.
fn later() -> Curriculum {
    let mut source = source();
    for (path, text) in &mut source.texts {
        match path.as_str() {
            "lessons/vneid/vi.md" => text.push_str("\n## Trang mới\n\nĐiều mới.\n"),
            "lessons/vneid/en.md" => text.push_str("\n## A new screen\n\nSomething new.\n"),
            "practices/connect-wifi.txt" => *text = text.replace(" home\n", " first\n"),
            _ => {}
        }
    }
    let (later, findings) = load(&source, &icons());
    assert_eq!(findings, []);
    later
}

fn lesson_id() -> LessonId {
    LessonId::parse(LESSON).unwrap()
}

fn practice_id() -> PracticeId {
    PracticeId::parse(PRACTICE).unwrap()
}

fn lesson(curriculum: &Curriculum) -> &Lesson {
    &curriculum.lessons[&lesson_id()]
}

fn practice(curriculum: &Curriculum) -> &Practice {
    &curriculum.practices[&practice_id()]
}

/// What a shell puts beside a learner: the texts of before.
fn held() -> Held {
    let (lesson, practice) = (lesson(curriculum()).clone(), practice(curriculum()).clone());
    Held { lessons: vec![Arc::new(lesson)], practices: vec![Arc::new(practice)] }
}

fn does(learner: &Learner, curriculum: &Curriculum, deed: Deed) -> Result<(Learner, Subject), Refusal> {
    let act = act(u32::try_from(learner.version).unwrap(), deed);
    let done = decide(learner, curriculum, &act, act.at)?;
    Ok((done.learner, done.entry.subject))
}

fn reads(learner: &Learner, curriculum: &Curriculum, screen: u16) -> Result<(Learner, Subject), Refusal> {
    does(learner, curriculum, Deed::Read { lesson: lesson_id(), screen, version: None })
}

fn begins(learner: &Learner, curriculum: &Curriculum) -> Learner {
    does(learner, curriculum, Deed::Begin { practice: practice_id(), mode: Mode::Alone, version: None })
        .unwrap()
        .0
}

/// The tap that leads on, on the screen on which the open run stands, in the text by which it goes.
fn taps_right(learner: &Learner, curriculum: &Curriculum) -> Result<Learner, Refusal> {
    let found = learner.practice(curriculum, &practice_id()).unwrap().content;
    let run = learner.workbook.practices[&practice_id()].run.clone().unwrap();
    let Some(screen) = found.screen(&run.screen) else { return Err(Refusal::NoRun) };
    let (element, _) = taps(screen).find(|(_, tap)| tap.right).unwrap();
    let typed = typed(screen, true);
    does(learner, curriculum, Deed::Tap { practice: practice_id(), screen: run.screen, element, typed })
        .map(|(after, _)| after)
}

#[test]
fn the_same_text_is_the_same_version_and_another_text_another_one() {
    let (again, findings) = load(&source(), &icons());
    assert_eq!(findings, []);
    assert_eq!(again, *curriculum());
    let later = later();
    for (id, now) in &later.lessons {
        assert_eq!(now.version == curriculum().lessons[id].version, id.as_str() != LESSON, "{id}");
    }
    for (id, now) in &later.practices {
        assert_eq!(now.version == curriculum().practices[id].version, id.as_str() != PRACTICE, "{id}");
    }
}

#[test]
fn who_is_in_the_middle_of_a_lesson_reads_the_old_one_to_its_end_then_the_new_one() {
    let (later, old) = (later(), lesson(curriculum()));
    let (begun, _) = reads(&newcomer(), curriculum(), 1).unwrap();
    let mut learner = Learner { held: held(), ..begun };
    for screen in 2..=old.count() {
        assert_eq!(learner.lesson(&later, &lesson_id()).unwrap().content, old);
        let (course, _) = later.syllabus.lesson(&lesson_id()).unwrap();
        if let Next::Lesson { lesson, screen: next } = next_in(course, &learner)
            && lesson == lesson_id()
        {
            assert_eq!(next, screen);
        }
        let (after, subject) = reads(&learner, &later, screen).unwrap();
        let last = screen == old.count();
        let version = Some(old.version);
        assert_eq!(subject, Subject::Read { lesson: lesson_id(), screen, last, version });
        learner = after;
    }
    assert!(learner.workbook.lessons[&lesson_id()].finished, "the new screen is not asked for");
    assert_eq!(learner.book.rung(&old.skill), Some(Rung::Attended));
    assert_eq!(learner.lesson(&later, &lesson_id()).unwrap().content, lesson(&later));
}

#[test]
fn who_begins_afresh_reads_the_new_lesson() {
    let later = later();
    let learner = Learner { held: held(), ..newcomer() };
    let (learner, _) = reads(&learner, &later, lesson(curriculum()).count()).unwrap();
    assert!(!learner.workbook.lessons[&lesson_id()].finished);
    let (learner, _) = reads(&learner, &later, lesson(&later).count()).unwrap();
    assert!(learner.workbook.lessons[&lesson_id()].finished);
}

#[test]
fn what_was_done_without_a_network_is_judged_by_the_text_that_was_shown() {
    let (later, old) = (later(), lesson(curriculum()));
    let learner = Learner { held: held(), ..newcomer() };
    let read = Deed::Read { lesson: lesson_id(), screen: old.count(), version: Some(old.version) };
    let (learner, _) = does(&learner, &later, read).unwrap();
    assert!(learner.workbook.lessons[&lesson_id()].finished, "it was the last screen of that text");
    let version = Some(practice(curriculum()).version);
    let begin = Deed::Begin { practice: practice_id(), mode: Mode::Guided, version };
    let (learner, _) = does(&learner, &later, begin).unwrap();
    let run = learner.workbook.practices[&practice_id()].run.clone().unwrap();
    assert_eq!((run.version, run.screen), (version, practice(curriculum()).start.clone()));
}

#[test]
fn who_is_in_the_middle_of_a_practice_finishes_the_old_one_then_does_the_new_one() {
    let later = later();
    let begun = begins(&newcomer(), curriculum());
    let mut learner = Learner { held: held(), ..begun };
    while learner.workbook.practices[&practice_id()].run.as_ref().is_some_and(|run| !run.finished) {
        learner = taps_right(&learner, &later).unwrap();
    }
    assert_eq!(learner.book.rung(&practice(&later).skill), Some(Rung::Alone));
    let again = begins(&learner, &later);
    let run = again.workbook.practices[&practice_id()].run.clone().unwrap();
    assert_eq!((run.version, run.screen.as_str()), (Some(practice(&later).version), "first"));
}

#[test]
fn what_was_taken_away_is_finished_but_not_begun() {
    let mut later = curriculum().clone();
    later.lessons.remove(&lesson_id());
    later.practices.remove(&practice_id());
    for course in &mut later.syllabus.courses {
        course.lessons.retain(|card| {
            card.id != lesson_id() && card.practice.as_ref().is_none_or(|it| it.id != practice_id())
        });
    }
    let (begun, _) = reads(&newcomer(), curriculum(), 1).unwrap();
    let begun = begins(&begun, curriculum());
    let mut learner = Learner { held: held(), ..begun };
    (learner, _) = reads(&learner, &later, lesson(curriculum()).count()).unwrap();
    assert_eq!(learner.book.rung(&lesson(curriculum()).skill), Some(Rung::Attended));
    while learner.workbook.practices[&practice_id()].run.as_ref().is_some_and(|run| !run.finished) {
        learner = taps_right(&learner, &later).unwrap();
    }
    assert_eq!(learner.book.rung(&practice(curriculum()).skill), Some(Rung::Alone), "the standing stays");
    assert!(matches!(reads(&newcomer(), &later, 1), Err(Refusal::NoSuch { kind: "lesson", .. })));
    let begin = Deed::Begin { practice: practice_id(), mode: Mode::Alone, version: None };
    assert!(matches!(does(&newcomer(), &later, begin), Err(Refusal::NoSuch { kind: "practice", .. })));
}

#[test]
fn where_the_old_text_is_nowhere_the_new_one_takes_its_place() {
    let later = later();
    let (begun, _) = reads(&newcomer(), curriculum(), 1).unwrap();
    let found = begun.lesson(&later, &lesson_id()).unwrap();
    assert_eq!((found.content, found.is_instead), (lesson(&later), true));
    let (learner, _) = reads(&begun, &later, 2).unwrap();
    assert!(!learner.lesson(&later, &lesson_id()).unwrap().is_instead, "from then on they go by it");
    // The run stands on a screen that the new text has too: it goes on there.
    let moved = taps_right(&begins(&newcomer(), curriculum()), curriculum()).unwrap();
    let moved = taps_right(&moved, &later).unwrap();
    let run = moved.workbook.practices[&practice_id()].run.clone().unwrap();
    assert_eq!(run.version, Some(practice(&later).version));
    // On a screen that it has no more the tap is refused, and the person begins again.
    let stuck = begins(&newcomer(), curriculum());
    assert_eq!(taps_right(&stuck, &later), Err(Refusal::NoRun));
}

#[test]
fn a_workbook_and_a_statement_without_versions_are_still_read() {
    let mark = r#"{"read":2,"finished":false}"#;
    let mark: domain::learning::LessonMark = serde_json::from_str(mark).unwrap();
    assert_eq!((mark.goes_by(), mark.screens_or(5)), (None, 5));
    let run = r#"{"mode":"guided","screen":"home","taps":1,"wrong":0,"said":null,"finished":false}"#;
    let run: domain::practice::Run = serde_json::from_str(run).unwrap();
    assert_eq!(run.version, None);
    let read = r#"{"read":{"lesson":"vneid","screen":1,"last":false}}"#;
    let read: Subject = serde_json::from_str(read).unwrap();
    assert_eq!(read, Subject::Read { lesson: lesson_id(), screen: 1, last: false, version: None });
}

/// Texts that a house kept in November 2026. A new field of a lesson or a practice needs a default, or nobody who is in the middle of
/// one can finish it.
#[test]
fn texts_kept_by_an_earlier_release_are_still_read() {
    let lesson: Lesson = serde_json::from_str(include_str!("kept/lesson-2026-11.json")).unwrap();
    let practice: Practice = serde_json::from_str(include_str!("kept/practice-2026-11.json")).unwrap();
    assert_eq!((lesson.id, practice.id), (lesson_id(), practice_id()));
}
