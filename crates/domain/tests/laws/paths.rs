//! Goal: a person goes one path, and every step of it leads on until all its courses are done.

use domain::content::{Course, Curriculum, Path};
use domain::ids::{CourseId, GroupId, LessonId, PathId, StatementId};
use domain::learning::{Act, Deed, Learner, Next, Refusal, decide, is_done, next, next_in};
use domain::record::{Subject, read, write};
use domain::standing::{Evidence, Rung, climb};

use crate::shelf::{act, curriculum, dawn, newcomer};

/// The real course cut into two of two lessons each, and three paths: both; the second, for pupils; the second, then the first.
fn two_courses() -> Curriculum {
    let mut two = curriculum().clone();
    let whole = two.syllabus.courses.first().unwrap().clone();
    let half = |name: &str, from: usize| Course {
        id: CourseId::parse(name).unwrap(),
        lessons: whole.lessons[from..from + 2].to_vec(),
        check: if from > 0 { whole.check.clone() } else { None },
        ..whole.clone()
    };
    two.syllabus.courses = vec![half("first", 0), half("second", 2)];
    let path = |name: &str, groups: &[&str], courses: &[&str]| Path {
        id: PathId::parse(name).unwrap(),
        groups: groups.iter().map(|group| GroupId::parse(group).unwrap()).collect(),
        courses: courses.iter().map(|course| CourseId::parse(course).unwrap()).collect(),
        ..curriculum().syllabus.paths[0].clone()
    };
    two.syllabus.paths = vec![
        path("both", &["resident"], &["first", "second"]),
        path("young", &["pupil"], &["second"]),
        path("turned", &["pupil"], &["second", "first"]),
    ];
    two
}

fn does(learner: &Learner, curriculum: &Curriculum, number: u32, deed: Deed) -> Learner {
    let act = act(number, deed);
    decide(learner, curriculum, &act, act.at).unwrap().learner
}

fn in_group(curriculum: &Curriculum, group: &str) -> Learner {
    does(&newcomer(), curriculum, 0, Deed::Settle { unit: None, group: GroupId::parse(group) })
}

fn passes(learner: &mut Learner, course: &Course) {
    for card in &course.lessons {
        let proved = Evidence::of(card.skill.clone(), Rung::Passed);
        let standing = climb(None, &proved, dawn(), StatementId::mint(dawn(), [1; 10]), None);
        learner.book.standings.extend(standing.map(|standing| (card.skill.clone(), standing)));
    }
}

fn names(learner: &Learner, curriculum: &Curriculum) -> Vec<String> {
    let path = learner.path(&curriculum.syllabus);
    curriculum.syllabus.courses_of(path).iter().map(|course| course.id.to_string()).collect()
}

fn step(learner: &Learner, curriculum: &Curriculum) -> (Option<String>, Next) {
    let (course, step) = next(&curriculum.syllabus, learner);
    (course.map(|course| course.id.to_string()), step)
}

#[test]
fn until_a_path_is_chosen_it_is_the_first_that_is_suggested_or_the_first_of_all() {
    let two = two_courses();
    for (learner, expect) in
        [(newcomer(), "both"), (in_group(&two, "pupil"), "young"), (in_group(&two, "worker"), "both")]
    {
        assert_eq!(learner.path(&two.syllabus).unwrap().id.as_str(), expect);
    }
    let chosen = Deed::Choose { path: PathId::parse("turned").unwrap() };
    let learner = does(&in_group(&two, "resident"), &two, 1, chosen);
    assert_eq!(names(&learner, &two), ["second", "first"]);
    let mut without = two.clone();
    without.syllabus.paths.clear();
    assert_eq!(names(&learner, &without), ["first", "second"], "a path that is gone is no path");
}

#[test]
fn choosing_a_path_travels_as_a_statement_and_proves_nothing() {
    let two = two_courses();
    let deed = Deed::Choose { path: PathId::parse("young").unwrap() };
    let decision = decide(&newcomer(), &two, &act(1, deed.clone()), dawn()).unwrap();
    assert!(decision.entry.evidence.is_empty() && decision.deltas.is_empty() && decision.moved.is_empty());
    assert!(matches!(decision.entry.subject, Subject::Chose { .. }));
    let sent = read(&write(&decision.entry)).unwrap();
    assert_eq!(sent, decision.entry);
    assert_eq!(Act::of_entry(&sent).map(|act| act.deed), Some(deed));
    let nowhere = Deed::Choose { path: PathId::parse("nowhere").unwrap() };
    let refused = decide(&newcomer(), &two, &act(1, nowhere), dawn());
    assert_eq!(refused, Err(Refusal::NoSuch { kind: "path", name: "nowhere".into() }));
}

#[test]
fn the_next_step_goes_from_course_to_course_and_ends_with_the_certificate() {
    let two = two_courses();
    let [first, second] = two.syllabus.courses.as_slice() else { panic!("two courses") };
    let mut learner = newcomer();
    assert_eq!(step(&learner, &two).0.as_deref(), Some("first"));
    passes(&mut learner, first);
    assert!(is_done(first, &learner) && !is_done(second, &learner));
    let (course, now) = step(&learner, &two);
    let lesson = second.lessons[0].id.clone();
    assert_eq!((course.as_deref(), now), (Some("second"), Next::Lesson { lesson, screen: 1 }));
    passes(&mut learner, second);
    assert_eq!(step(&learner, &two), (None, Next::Certificate));
}

#[test]
fn a_certificate_that_can_be_had_does_not_end_learning() {
    let mut two = two_courses();
    for profile in &mut two.syllabus.profiles {
        profile.demands.truncate(1);
    }
    let mut learner = in_group(&two, "pupil");
    passes(&mut learner, &two.syllabus.courses[0]);
    assert!(learner.has_attained(&two.syllabus));
    assert_eq!(step(&learner, &two).0.as_deref(), Some("second"));
}

#[test]
fn a_diagnosis_begins_with_the_course_of_the_lesson_it_named_and_comes_back() {
    let two = two_courses();
    let second = &two.syllabus.courses[1];
    let mut learner = newcomer();
    learner.workbook.advice = Some(second.lessons[1].id.clone());
    let lesson: LessonId = second.lessons[1].id.clone();
    assert_eq!(next_in(second, &learner), Next::Lesson { lesson, screen: 1 });
    assert_eq!(step(&learner, &two).0.as_deref(), Some("second"));
    passes(&mut learner, second);
    assert_eq!(step(&learner, &two).0.as_deref(), Some("first"));
}

#[test]
fn every_course_of_the_real_paths_exists_and_safety_comes_early() {
    let syllabus = &curriculum().syllabus;
    assert_eq!(syllabus.paths.len(), 9);
    for path in &syllabus.paths {
        let courses = syllabus.courses_of(Some(path));
        assert_eq!(courses.len(), path.courses.len(), "{}", path.id);
        let early = courses.iter().take(2).flat_map(|course| &course.lessons);
        assert!(early.into_iter().any(|card| card.skill.as_str() == "spot-scam"), "{}", path.id);
    }
    for group in &syllabus.groups {
        assert!(syllabus.paths.iter().any(|path| path.groups.contains(&group.id)), "{}", group.id);
    }
}
