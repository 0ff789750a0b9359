//! Goal: what teachers wrote is sound, and every fault is told once, with its kind and its line.
//! Method: a small sound curriculum in which one thing at a time is broken.

use std::collections::BTreeMap;

use domain::content::{Block, Fault, Finding, Route, Source, Span, load};

use crate::shelf;

#[test]
fn the_real_content_loads_with_no_finding() {
    let (curriculum, findings) = load(&shelf::source(), &shelf::icons());
    assert_eq!(findings, []);
    assert!(curriculum.practices.len() >= 4 && curriculum.lessons.len() >= 4);
    let (again, _) = load(&shelf::source(), &shelf::icons());
    assert_eq!(again, curriculum);
}

#[test]
fn every_real_practice_has_a_guided_way_from_every_screen() {
    for practice in shelf::curriculum().practices.values() {
        let route = Route::of(practice);
        for screen in &practice.screens {
            assert!(route.remaining(&screen.id).is_some(), "{} {}", practice.id, screen.id);
        }
        assert_eq!(route.remaining(&practice.finish), Some(0));
    }
}

const GROUPS: &str = "\
group resident
  title Người dân || Resident
  about Ai cũng được || Anyone
  icon home
";
const SKILLS: &str = "\
skill phone
  title Phone
  short Phone
  can I can call
  icon phone
  competence starter 1.1 A1
";
const PROFILES: &str = "\
profile starter
  title Starter
  group resident
  note Ours
  framework starter
  valid-months 24
  skill phone
    rung alone
";
const PATH: &str = "\
path all
title All
about All
icon map
order 1
groups resident
course first
";
const COURSE: &str = "\
course first
title First
about First
lesson one
check quiz
";
const FRAMEWORKS: &str = "\
framework starter
  title Starter
  version 1.0
  note Ours
  stage A
    title Basic
    level A1
      title Basic 1
  domain 1
    title One
    competence 1.1
      title Call
";
const CHECK: &str = "\
blueprint quiz
kind check
title Quiz
about Quiz
framework starter
least 1
most 1
cut -0.5
again-after-hours 1
supervision none
skill phone
  least 1
  most 1
  right 1
";
const ITEMS: &str = "\
item phone-01
  level 1
  difficulty -1
  slope 1
  ask What is this?
  right A
    because Yes
  wrong B
    because No
  wrong C
    because No
  wrong D
    because No
";
const VI: &str = "\
---
title: Một
summary: Một bài.
minutes: 3
skill: phone
practice: walk
---

## Màn một

Chào bác.

![Một hình](a.svg)
";
const EN: &str = "\
---
title: One
summary: One lesson.
---

## Screen one

Hello.

![A picture](a.svg)
";
const PRACTICE: &str = "\
practice walk
title Walk
goal Arrive
skill phone
start one
finish six
screen one
  look launcher
  title One
  guide Go on
  app On-1
    icon phone
    go two
    right
  app Off-1
    icon camera
    wrong No
  app Off-2
    icon mail
    wrong No
screen two
  look settings
  title Two
  guide Go on
  button On-2
    go three
    right
  link Off-3
    go trap
    wrong No
screen three
  look settings
  title Three
  guide Type
  field code
    label Code
    type digits
    answer 12
    wrong Twelve
  button On-3
    needs code
    go four
    right
screen four
  look settings
  title Four
  guide Go on
  picture b.svg
    alt A picture
  button On-4
    go six
    right
screen trap
  look settings
  title Trap
  guide Back
  button On-5
    go two
    right
screen six
  look settings
  title Six
  done Done
";

fn small() -> Source {
    let texts = [
        ("groups.txt", GROUPS),
        ("skills.txt", SKILLS),
        ("profiles.txt", PROFILES),
        ("courses/first.txt", COURSE),
        ("paths/all.txt", PATH),
        ("blueprints/quiz.txt", CHECK),
        ("frameworks.txt", FRAMEWORKS),
        ("items/phone.txt", ITEMS),
        ("lessons/one/vi.md", VI),
        ("lessons/one/en.md", EN),
        ("practices/walk.txt", PRACTICE),
    ];
    Source {
        texts: texts.map(|(path, text)| (path.to_owned(), text.to_owned())).into(),
        pictures: [("lessons/one/a.svg", 900), ("practices/b.svg", 900)]
            .map(|(path, bytes)| (path.to_owned(), bytes))
            .into(),
        ..Source::default()
    }
}

fn findings(source: &Source) -> Vec<Finding> {
    load(source, &shelf::icons()).1
}

/// Replaces `from` by `to` in one file. Each expected fault stands at the first line that contains its words.
#[track_caller]
fn check(path: &str, from: &str, to: &str, expect: &[(&str, Fault)]) {
    let mut source = small();
    let text = source.texts.get_mut(path).expect("a file of the small curriculum");
    assert_eq!(text.matches(from).count(), 1, "{from:?} stands once in {path}");
    *text = text.replace(from, to);
    let line = |words: &str| 1 + text.lines().position(|line| line.contains(words)).expect(words);
    let expect = expect.iter().map(|(words, fault)| Finding {
        file: path.into(),
        line: u32::try_from(line(words)).unwrap(),
        fault: fault.clone(),
    });
    let mut expect: Vec<Finding> = expect.collect();
    expect.sort();
    assert_eq!(findings(&source), expect);
}

fn unknown(kind: &'static str, name: &str) -> Fault {
    Fault::Unknown { kind, name: name.into() }
}

#[test]
fn the_small_curriculum_is_sound() {
    assert_eq!(findings(&small()), []);
}

#[test]
fn faults_of_the_outline_are_told_with_their_line() {
    let path = "groups.txt";
    let word = || Fault::UnknownWord { word: "colour".into(), allowed: vec!["title", "about", "icon"] };
    check(path, "icon home", "icon home\n  colour red", &[("colour", word())]);
    check(path, "  about Ai cũng được || Anyone\n", "", &[("group", Fault::Missing { word: "about" })]);
    check(path, "  icon home", "  icon home\n  icon mail", &[("mail", Fault::Twice { word: "icon".into() })]);
    check(path, " Ai cũng được || Anyone", "", &[("about", Fault::Empty { word: "about".into() })]);
    check(path, " || Anyone", "", &[("about", Fault::NotTranslated { text: "Ai cũng được".into() })]);
    check(path, "  icon", "   icon", &[("icon", Fault::Indentation)]);
    check(path, "  icon", "\ticon", &[("icon", Fault::Indentation)]);
    check(path, "  icon", "      icon", &[("icon", Fault::Indentation)]);
    check(path, "icon home", "icon castle", &[("icon", Fault::UnknownIcon { name: "castle".into() })]);
}

#[test]
fn faults_of_names_values_and_references_are_told_with_their_line() {
    let name = Fault::BadName { name: "Quiz 1".into() };
    check("courses/first.txt", "check quiz", "check Quiz 1", &[("check", name)]);
    let value =
        Fault::BadValue { word: "valid-months".into(), value: "soon".into(), allowed: "a number of months" };
    check("profiles.txt", "months 24", "months soon", &[("valid-months", value)]);
    check("profiles.txt", "group resident", "group king", &[("profile", unknown("group", "king"))]);
    check("profiles.txt", "skill phone", "skill swim", &[("profile", unknown("skill", "swim"))]);
    check("lessons/one/vi.md", "skill: phone", "skill: swim", &[("skill:", unknown("skill", "swim"))]);
    let mut source = small();
    source.texts.insert("lessons/one/vi.md".into(), VI.replace("practice: walk", "practice: run"));
    let orphan = Fault::Orphan { practice: "walk".into() };
    assert_eq!(
        findings(&source),
        [
            Finding { file: "lessons/one/vi.md".into(), line: 6, fault: unknown("practice", "run") },
            Finding { file: "practices/walk.txt".into(), line: 1, fault: orphan },
        ]
    );
    check("courses/first.txt", "lesson one", "lesson two", &[("lesson", unknown("lesson", "two"))]);
    check("courses/first.txt", "check quiz", "check exam", &[("check", unknown("check", "exam"))]);
    check("practices/walk.txt", "skill phone", "skill swim", &[("skill", unknown("skill", "swim"))]);
}

#[test]
fn faults_of_questions_and_checks_are_told_with_their_line() {
    let path = "items/phone.txt";
    check(path, "A\n    because Yes", "A", &[("right", Fault::Missing { word: "because" })]);
    check(path, "wrong B", "right B", &[("item", Fault::RightAnswers { found: 2 })]);
    check(
        path,
        "right A",
        "wrong A",
        &[("item", Fault::RightAnswers { found: 0 }), ("item", Fault::WrongAnswers { found: 4 })],
    );
    let slope = Fault::BadParameter { word: "slope", value: "9, -1".into() };
    let few = |found| Fault::TooFewItems { skill: "phone".into(), found, least: 5 };
    let mut source = small();
    source.texts.insert(path.into(), ITEMS.replace("slope 1", "slope 9"));
    assert!(findings(&source).iter().any(|finding| finding.line == 1 && finding.fault == slope));
    check("blueprints/quiz.txt", "  most 1", "  most 5", &[("blueprint", few(1))]);
    let twice = Fault::Duplicate { kind: "item", name: "phone-01".into() };
    source.texts.insert(path.into(), format!("{ITEMS}{ITEMS}"));
    assert_eq!(findings(&source), [Finding { file: path.into(), line: 14, fault: twice }]);
}

#[test]
fn faults_of_paths_are_told_with_their_line() {
    let path = "paths/all.txt";
    check(path, "course first", "course last", &[("course last", unknown("course", "last"))]);
    check(path, "course first\n", "", &[("path", Fault::Missing { word: "course" })]);
    check(path, "groups resident", "groups nobody", &[("groups", unknown("group", "nobody"))]);
    let twice = Fault::Duplicate { kind: "course", name: "first".into() };
    check(path, "course first\n", "course first\ncourse  first\n", &[("course  first", twice)]);
    let name = Fault::NameIsNotFile { name: "some".into(), file: "all".into() };
    check(path, "path all", "path some", &[("path", name)]);
}

#[test]
fn faults_of_lessons_are_told_with_their_line() {
    let path = "lessons/one/en.md";
    check(
        path,
        "## Screen one",
        "Hello first.\n\n## Screen one",
        &[("Hello first", Fault::TextBeforeScreen)],
    );
    for (snippet, what) in [
        ("a <b>b</b>", "HTML"),
        ("a [b](https://example.org)", "a link"),
        ("a *b*", "*italics*"),
        ("a `b`", "`code`"),
        ("### b", "# or ###"),
    ] {
        let mut source = small();
        source.texts.insert(path.into(), EN.replace("Hello.", snippet));
        let found = findings(&source);
        assert!(!found.is_empty(), "{snippet}");
        for finding in found {
            assert_eq!((finding.line, &finding.fault), (8, &Fault::NotInLessons { what }), "{snippet}");
        }
    }
    let picture = || "a.svg".to_owned();
    check(path, "![A picture]", "![]", &[("a.svg", Fault::NoAlternative { picture: picture() })]);
    check(path, "a.svg", "z.svg", &[("z.svg", Fault::NoPicture { picture: "z.svg".into() })]);
    check(
        path,
        "Hello.",
        "Hello.\n\n## Screen two\n\nBye.",
        &[("---", Fault::ScreensDiffer { vi: 1, en: 2 })],
    );
    check(path, "summary: One lesson.\n", "", &[("---", Fault::Missing { word: "summary" })]);
}

const ASKED: &str = "\
? Who?
- [x] You.
  Yes, **you**.
- [ ] Nobody.
  Somebody must.";

/// The small curriculum with something in place of the greeting of its lesson, in both languages.
fn saying(vi: &str, en: &str) -> Source {
    let mut source = small();
    source.texts.insert("lessons/one/vi.md".into(), VI.replace("Chào bác.", vi));
    source.texts.insert("lessons/one/en.md".into(), EN.replace("Hello.", en));
    source
}

#[test]
fn a_question_of_a_lesson_has_explained_answers_and_one_is_right() {
    let (curriculum, found) = load(&saying(ASKED, ASKED), &shelf::icons());
    assert_eq!(found, []);
    let page = &curriculum.lessons.values().next().expect("the lesson").screens[0].en;
    let Block::Question { ask, answers } = &page.blocks[0] else { panic!("{page:?}") };
    assert_eq!(ask[0].text, "Who?");
    let text = |spans: &[Span]| spans.iter().map(|span| span.text.as_str()).collect::<String>();
    let read: Vec<_> = answers.iter().map(|one| (text(&one.text), one.right, text(&one.because))).collect();
    assert_eq!(
        read,
        [("You.".into(), true, "Yes, you.".into()), ("Nobody.".into(), false, "Somebody must.".into())]
    );
}

#[test]
fn faults_of_a_question_of_a_lesson_are_told() {
    let because = || Fault::NoBecause { answer: "Nobody.".into() };
    for (from, to, fault) in [
        ("? Who?", "Who?", Fault::NoQuestion),
        ("- [x] You.\n  Yes, **you**.\n- [ ] Nobody.\n  Somebody must.", "", Fault::NoAnswers),
        ("\n  Somebody must.", "", because()),
        ("[ ]", "[x]", Fault::TickedAnswers { found: 2 }),
        ("[x]", "[ ]", Fault::TickedAnswers { found: 0 }),
        ("- [ ] Nobody.\n  Somebody must.", "", Fault::LessonAnswers { found: 1 }),
    ] {
        let asked = ASKED.replace(from, to);
        let found: Vec<Fault> =
            findings(&saying(&asked, &asked)).into_iter().map(|finding| finding.fault).collect();
        assert_eq!(found, [fault.clone(), fault], "{asked}");
    }
    let turned = ASKED.replace("[ ]", "[y]").replace("[x]", "[ ]").replace("[y]", "[x]");
    let differ = Fault::QuestionsDiffer { screen: 1 };
    let expect = Finding { file: "lessons/one/en.md".into(), line: 1, fault: differ };
    assert_eq!(findings(&saying(ASKED, &turned)), [expect]);
}

#[test]
fn a_recording_of_a_lesson_stands_beside_it() {
    let mut source = saying("[audio](one.opus)", "[audio](one.opus)");
    let missing = Fault::NoRecording { file: "one.opus".into() };
    assert!(findings(&source).iter().all(|finding| finding.line >= 8 && finding.fault == missing));
    source.media.insert("lessons/one/one.opus".into());
    let (curriculum, found) = load(&source, &shelf::icons());
    assert_eq!(found, []);
    let screen = &curriculum.lessons.values().next().expect("the lesson").screens[0];
    assert_eq!(screen.vi.audio.as_deref(), Some("lessons--one--one.opus"));
}

#[test]
fn files_that_are_missing_strange_or_too_heavy_are_told() {
    let one = |file: &str, line, fault| vec![Finding { file: file.into(), line, fault }];
    let mut source = small();
    source.texts.insert("notes.txt".into(), "hello".into());
    assert_eq!(findings(&source), one("notes.txt", 1, Fault::StrayFile));
    let mut source = small();
    source.pictures.insert("practices/b.svg".into(), 7_000);
    let heavy = Fault::PictureTooBig { picture: "b.svg".into(), bytes: 7_000, most: 6_144 };
    assert_eq!(findings(&source), one("practices/walk.txt", 48, heavy));
    let mut source = small();
    source.texts.remove("lessons/one/en.md");
    let found = findings(&source);
    assert_eq!(found[1..], one("lessons/one/en.md", 1, Fault::NoLanguage { lang: "en" }));
    assert_eq!(found[..1], one("courses/first.txt", 4, unknown("lesson", "one")));
}

#[test]
fn faults_of_a_practice_are_told_with_their_line() {
    let path = "practices/walk.txt";
    let screen = |name: &str| name.to_owned();
    check(
        path,
        "    icon mail\n    wrong No",
        "    icon mail",
        &[("Off-2", Fault::DeadTap { label: "Off-2".into() })],
    );
    check(path, "    alt A picture\n", "", &[("picture", Fault::Missing { word: "alt" })]);
    check(
        path,
        "  app Off-2\n    icon mail\n",
        "  app Off-2\n",
        &[("Off-2", Fault::Missing { word: "icon" })],
    );
    check(path, "  guide Type\n", "", &[("screen three", Fault::Missing { word: "guide" })]);
    check(path, "  done Done\n", "", &[("screen six", Fault::Missing { word: "done" })]);
    check(path, "icon mail", "icon mail\n    go moon", &[("Off-2", unknown("screen", "moon"))]);
    check(path, "needs code", "needs pin", &[("On-3", unknown("field", "pin"))]);
    check(path, "    go trap\n", "", &[("screen trap", Fault::Unreachable { screen: screen("trap") })]);
    check(
        path,
        "    go two\n    right\nscreen six",
        "    go trap\n    right\nscreen six",
        &[
            ("screen trap", Fault::DeadEnd { screen: screen("trap") }),
            ("screen trap", Fault::GuideLoops { screen: screen("trap") }),
        ],
    );
    check(
        path,
        "    go two\n    right\nscreen six",
        "    go two\nscreen six",
        &[("screen trap", Fault::NoGuide { screen: screen("trap") })],
    );
    check(
        path,
        "    go trap\n",
        "    go trap\n    right\n",
        &[("screen two", Fault::TwoGuides { screen: screen("two") })],
    );
    check(
        path,
        "    go two\n    right\nscreen six",
        "    go trap\n    right\n  link Out\n    go two\nscreen six",
        &[("screen trap", Fault::GuideLoops { screen: screen("trap") })],
    );
    check(
        path,
        "    wrong No\n  app Off-2\n    icon mail\n    wrong No",
        "    go two\n  app Off-2\n    icon mail\n    go two",
        &[("practice", Fault::TooFewMistakes { found: 1, least: 2 })],
    );
}

#[test]
fn faults_of_what_is_chosen_are_told_with_their_line() {
    let path = "practices/walk.txt";
    let field = "  field code\n    label Code\n    type digits\n    answer 12\n    wrong Twelve";
    let pick = "  pick code\n    label Code\n    option Aa\n      answer\n    option Bb\n    wrong Aa";
    let tick = "  tick code\n    label Code\n    answer off\n    wrong No";
    check(path, field, pick, &[]);
    check(path, field, tick, &[]);
    check(path, field, &tick.replace("answer off", "state on\n    answer off"), &[]);
    check(path, field, &pick.replace("\n      answer", ""), &[("pick", Fault::RightOptions { found: 0 })]);
    check(path, field, &pick.replace("    option Bb\n", ""), &[("pick", Fault::Options { found: 1 })]);
    let lost = || ("On-3", unknown("field", "code"));
    let bad = |value: &str, allowed| Fault::BadValue { word: "answer".into(), value: value.into(), allowed };
    check(path, field, &tick.replace("off", "no"), &[("answer", bad("no", "on, off")), lost()]);
    let much = field.replace("digits", "money").replace("12", "much");
    check(path, field, &much, &[("answer", bad("much", "what is to be typed")), lost()]);
}

#[test]
fn the_phones_own_button_leads_back_and_can_be_the_way_out_of_a_trap() {
    let path = "practices/walk.txt";
    let out = "  button On-5\n    go two\n    right";
    check(path, out, "  back two\n    right", &[]);
    check(
        path,
        out,
        "  back moon\n    right",
        &[
            ("back moon", unknown("screen", "moon")),
            ("screen trap", Fault::DeadEnd { screen: "trap".into() }),
            ("screen trap", Fault::GuideLoops { screen: "trap".into() }),
        ],
    );
    check(
        path,
        out,
        "  back two\n    right\n  back one",
        &[("back one", Fault::Twice { word: "back".into() })],
    );
    let wrong = Fault::UnknownWord { word: "wrong".into(), allowed: vec!["right"] };
    check(path, out, "  back two\n    right\n    wrong Oh", &[("wrong Oh", wrong)]);
}

#[test]
fn a_finding_points_at_a_line_of_its_file_whatever_line_is_lost() {
    for (path, text) in small().texts {
        let lines: BTreeMap<usize, &str> = text.lines().enumerate().collect();
        for lost in lines.keys() {
            let rest: String =
                lines.iter().filter(|(at, _)| *at != lost).map(|(_, line)| format!("{line}\n")).collect();
            let mut source = small();
            source.texts.insert(path.clone(), rest);
            for finding in findings(&source) {
                let text = source.texts.get(&finding.file).expect("findings name files that are there");
                let last = text.lines().count().max(1);
                assert!((1..=last).contains(&usize::try_from(finding.line).unwrap()), "{finding:?}");
            }
        }
    }
}

const HEAD: &str = "item phone-01\n  kind KIND\n  level 1\n  difficulty -1\n  slope 1\n  ask What?\n";

/// A question of a kind, its answers given as lines that each have their `because`.
fn question(kind: &str, answers: &[&str]) -> String {
    let head = HEAD.replace("KIND", kind).replace("  kind choice\n", "");
    let lines = answers.iter().map(|line| format!("  {line}\n    because So\n"));
    lines.fold(head, |text, line| text + &line)
}

fn of_question(text: String) -> Vec<Fault> {
    let mut source = small();
    source.texts.insert("items/phone.txt".into(), text);
    findings(&source).into_iter().map(|finding| finding.fault).collect()
}

#[test]
fn each_kind_of_question_has_its_number_of_answers() {
    let several = |right, wrong| Fault::SeveralAnswers { right, wrong };
    let table: [(&str, &[&str], Vec<Fault>); 13] = [
        ("several", &["right A", "right B", "wrong C", "wrong D"], vec![]),
        ("several", &["right A", "wrong B", "right C", "wrong D", "right E"], vec![]),
        ("several", &["right A", "wrong B", "wrong C", "wrong D"], vec![several(1, 3)]),
        ("several", &["right A", "right B", "right C", "right D", "wrong E"], vec![several(4, 1)]),
        ("several", &["right A", "right B", "wrong C"], vec![several(2, 1)]),
        ("several", &["right A", "right B", "right C", "wrong D", "wrong E", "wrong F"], vec![several(3, 3)]),
        ("order", &["step A", "step B", "step C"], vec![]),
        ("order", &["step A", "step B", "step C", "step D", "step E"], vec![]),
        ("order", &["step A", "step B"], vec![Fault::Steps { found: 2 }]),
        (
            "order",
            &["step A", "step B", "step C", "step D", "step E", "step F"],
            vec![Fault::Steps { found: 6 }],
        ),
        ("choice", &["right A", "wrong B"], vec![Fault::WrongAnswers { found: 1 }]),
        ("choice", &["right A", "wrong B", "wrong B"], vec![Fault::SameAnswerTwice { answer: "B".into() }]),
        ("choice", &["right A", "wrong B", "wrong C"], vec![]),
    ];
    for (kind, answers, faults) in table {
        assert_eq!(of_question(question(kind, answers)), faults, "{kind} {answers:?}");
    }
    let steps = of_question(question("order", &["step A", "step B", "step C", "wrong D"]));
    assert!(matches!(&steps[..], [Fault::UnknownWord { word, .. }] if word == "wrong"), "{steps:?}");
    let kind = of_question(question("riddle", &["right A", "wrong B", "wrong C"]));
    assert!(
        kind.iter().any(|fault| matches!(fault, Fault::BadValue { word, .. } if word == "kind")),
        "{kind:?}"
    );
}

#[test]
fn a_question_that_asks_where_to_tap_is_a_screen_with_one_right_place() {
    let screen = |taps: &[&str]| {
        let taps: String = taps.iter().map(|tap| format!("  {tap}\n    because So\n")).collect();
        HEAD.replace("KIND", "tap") + "  look app Bank\n  title Main\n  detail Hello\n" + &taps
    };
    let right = "row B\n    icon clock\n    right";
    assert_eq!(of_question(screen(&["row A", right, "button C"])), []);
    assert_eq!(of_question(screen(&["row A", right])), [Fault::Taps { found: 2 }]);
    assert_eq!(of_question(screen(&["row A", "row B", "row C"])), [Fault::RightAnswers { found: 0 }]);
    assert_eq!(of_question(screen(&[right, right, "row C"]))[0], Fault::RightAnswers { found: 2 });
    let leads = of_question(screen(&["row A\n    go home", right, "row C"]));
    assert!(matches!(&leads[..], [Fault::UnknownWord { word, .. }] if word == "go"), "{leads:?}");
    assert_eq!(of_question(screen(&["row A", right, "app C"])), [Fault::Missing { word: "icon" }]);
    let without = screen(&["row A", right, "row C"]).replace("  look app Bank\n", "");
    assert!(of_question(without).contains(&Fault::Missing { word: "look" }));
}
