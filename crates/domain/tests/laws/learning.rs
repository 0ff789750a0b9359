//! Goal: whatever a person does, in whatever order, the book, the entries and the tallies tell the same story.
//! Method: random acts over the real curriculum, most of them sensible, some not.

use std::collections::{BTreeMap, BTreeSet};

use domain::assessment;
use domain::community::{HowFar, Visit, VisitRefused, note_visit};
use domain::ids::{GroupId, LessonId, PracticeId, ScreenId, SkillId};
use domain::learning::{Act, Book, Decision, Deed, Learner, Refusal, decide, post};
use domain::practice::{Mode, TapRefused};
use domain::record::Entry;
use domain::standing::Rung;
use domain::tally::{Delta, Indicator, differences};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use territory::UnitId;

use crate::assessment::almost_through;
use crate::shelf::{act, act_id, curriculum, dawn, minute, newcomer, person, taps, typed};

/// A random wish, told by numbers so that it shrinks well.
#[derive(Debug, Clone, Copy)]
struct Wish {
    kind: u8,
    a: u16,
    b: u16,
}

fn wishes() -> impl Strategy<Value = Vec<Wish>> {
    let wish = (0u8..28, any::<u16>(), any::<u16>()).prop_map(|(kind, a, b)| Wish { kind, a, b });
    prop::collection::vec(wish, 0..160)
}

fn nth<T>(things: impl IntoIterator<Item = T>, at: u16) -> T {
    let mut things: Vec<T> = things.into_iter().collect();
    let len = things.len();
    things.swap_remove(usize::from(at) % len)
}

fn units() -> [UnitId; 3] {
    ["B00004", "B00008", "VN"].map(|unit| unit.parse().unwrap())
}

/// What is decided for a wish, or `None` when the house refuses it.
fn grant(learner: &Learner, wish: Wish, number: u32) -> Option<Decision> {
    let curriculum = curriculum();
    let Wish { kind, a, b } = wish;
    if kind == 0 {
        let skill = nth(curriculum.syllabus.skills.iter().map(|skill| skill.id.clone()), a);
        let at = minute(i64::from(number) * 600);
        let (helper, how_far) = (person(u8::try_from(b % 2).unwrap() + 1), nth(HowFar::ALL, b / 2));
        let visit = Visit { id: act_id(number * 600), at, helper, skill, how_far };
        return note_visit(learner, curriculum, &visit, at).ok();
    }
    if kind == 27 && a.is_multiple_of(8) {
        return ends_the_check(learner, b, number);
    }
    let act = act(number * 600, deed(learner, kind, a, b));
    decide(learner, curriculum, &act, act.at).ok()
}

fn deed(learner: &Learner, kind: u8, a: u16, b: u16) -> Deed {
    let curriculum = curriculum();
    let lesson = |at| nth(curriculum.syllabus.courses[0].lessons.iter(), at);
    let practice = |at| nth(curriculum.practices.values(), at);
    match kind {
        1 => Deed::Settle {
            unit: (!a.is_multiple_of(4)).then(|| nth(units(), b)),
            group: (!b.is_multiple_of(4)).then(|| group(a)),
        },
        2 if a.is_multiple_of(2) => Deed::Settle { unit: None, group: GroupId::parse("nobody") },
        2 => Deed::Choose { path: nth(curriculum.syllabus.paths.iter().map(|path| path.id.clone()), b) },
        3..=5 => Deed::Read { lesson: lesson(a).id.clone(), screen: b % 10, version: None },
        6 => Deed::Read { lesson: lesson(a).id.clone(), screen: lesson(a).screens, version: None },
        7 => Deed::Begin {
            practice: practice(a).id.clone(),
            mode: nth([Mode::Guided, Mode::Alone], b),
            version: None,
        },
        8 => Deed::Tap {
            practice: practice(a).id.clone(),
            screen: practice(a).finish.clone(),
            element: b % 9,
            typed: Vec::new(),
        },
        _ => tap(learner, kind, a, b),
    }
}

/// Gives the last answer of a check, mostly the right one.
fn ends_the_check(learner: &Learner, b: u16, number: u32) -> Option<Decision> {
    let (attempt, bank) = almost_through();
    let item = attempt.open.as_ref()?.item.clone();
    let asked = curriculum().items.iter().find(|asked| asked.id == item)?;
    let answer = if b.is_multiple_of(4) { *asked.near_misses().first()? } else { asked.key() };
    let deed = assessment::Deed::Answer { blueprint: attempt.blueprint.clone(), item, answer };
    let at = minute(i64::from(number) * 600);
    let act = assessment::Act { id: act_id(number * 600), at, deed };
    let desk = assessment::Desk { curriculum: curriculum(), bank: &bank, uses: None };
    assessment::decide(learner, desk, &[attempt], &act, at).ok().map(|decided| decided.decision)
}

fn group(at: u16) -> GroupId {
    nth(curriculum().syllabus.groups.iter().map(|group| group.id.clone()), at)
}

/// A tap in a run that is open, mostly the right one; in no run at all when none is open.
fn tap(learner: &Learner, kind: u8, a: u16, b: u16) -> Deed {
    let open = learner
        .workbook
        .practices
        .iter()
        .filter_map(|(id, mark)| mark.run.as_ref().filter(|run| !run.finished).map(|run| (id, run)));
    let Some((id, run)) = open.max_by_key(|(_, run)| (run.taps, a)) else {
        let id = nth(curriculum().practices.keys(), a).clone();
        return Deed::Tap {
            practice: id,
            screen: ScreenId::parse("x").unwrap(),
            element: b,
            typed: Vec::new(),
        };
    };
    let screen = curriculum().practices[id].screen(&run.screen).unwrap();
    let right = taps(screen).find(|(_, tap)| tap.right).map_or(0, |(element, _)| element);
    let element = if kind == 9 { b % 12 } else { right };
    Deed::Tap { practice: id.clone(), screen: screen.id.clone(), element, typed: typed(screen, kind != 10) }
}

struct Walked {
    learner: Learner,
    entries: Vec<Entry>,
    deltas: Vec<Delta>,
}

fn walk(wishes: &[Wish]) -> Walked {
    let mut walked = Walked { learner: newcomer(), entries: Vec::new(), deltas: Vec::new() };
    for (number, wish) in (0u32..).zip(wishes) {
        let Some(decision) = grant(&walked.learner, *wish, number) else { continue };
        assert_eq!(decision.learner.version, walked.learner.version + 1);
        assert_eq!(
            decision.moved.is_empty(),
            decision.learner.book.standings == walked.learner.book.standings
        );
        walked.learner = decision.learner;
        walked.entries.push(decision.entry);
        walked.deltas.extend(decision.deltas);
    }
    walked
}

#[test]
fn random_walks_come_to_every_rung() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut rungs = BTreeSet::new();
    for _ in 0..200 {
        let wishes = wishes().new_tree(&mut runner).unwrap().current();
        rungs.extend(walk(&wishes).learner.book.standings.values().map(|standing| standing.rung));
    }
    assert_eq!(rungs.into_iter().collect::<Vec<_>>(), Rung::ALL);
}

type Cell = (UnitId, GroupId, Indicator);

fn summed(deltas: &[Delta]) -> BTreeMap<Cell, i64> {
    let mut cells: BTreeMap<Cell, i64> = BTreeMap::new();
    for delta in deltas {
        *cells.entry((delta.unit, delta.group.clone(), delta.indicator.clone())).or_default() += delta.by;
    }
    cells.retain(|_, count| *count != 0);
    cells
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_same_acts_give_the_same_learner(wishes in wishes()) {
        let (one, two) = (walk(&wishes), walk(&wishes));
        prop_assert_eq!(&one.learner, &two.learner);
        prop_assert_eq!(one.entries, two.entries);
    }

    #[test]
    fn a_book_is_its_entries_posted_one_after_the_other(wishes in wishes()) {
        let walked = walk(&wishes);
        let mut book = Book::default();
        let mut deltas = Vec::new();
        for entry in &walked.entries {
            let (after, moved, by) = post(&curriculum().syllabus, &book, entry);
            prop_assert!(moved.iter().all(|skill| after.rung(skill) > book.rung(skill)));
            book = after;
            deltas.extend(by);
        }
        prop_assert_eq!(book, walked.learner.book);
        prop_assert_eq!(deltas, walked.deltas);
    }

    #[test]
    fn deltas_add_up_to_the_cells_of_the_book(wishes in wishes()) {
        let walked = walk(&wishes);
        let cells = summed(&walked.deltas);
        let syllabus = &curriculum().syllabus;
        let day = jiff::civil::date(2026, 3, 2);
        prop_assert_eq!(&cells, &summed(&differences(syllabus, &Book::default(), &walked.learner.book, day)));
        prop_assert!(cells.values().all(|count| *count == 1), "{:?}", cells);
        prop_assert!(cells.keys().all(|(unit, ..)| *unit == walked.learner.book.place.unit));
        one_rung_for_each_skill_and_one_level_for_each_group(&walked.learner, &cells)?;
    }

    #[test]
    fn a_move_takes_everything_along(wishes in wishes()) {
        let mut walked = walk(&wishes);
        let there: UnitId = "B00025".parse().unwrap();
        let settle = act(200_000, Deed::Settle { unit: Some(there), group: None });
        let decision = decide(&walked.learner, curriculum(), &settle, settle.at).unwrap();
        let standings = &walked.learner.book.standings;
        prop_assert_eq!(&decision.learner.book.standings, standings);
        prop_assert_eq!(&decision.learner.workbook, &walked.learner.workbook);
        let before = summed(&walked.deltas);
        walked.deltas.extend(decision.deltas);
        let after = summed(&walked.deltas);
        let moved: BTreeMap<Cell, i64> =
            before.into_iter().map(|((_, group, indicator), count)| ((there, group, indicator), count)).collect();
        prop_assert_eq!(after, moved);
    }

    #[test]
    fn a_standing_never_falls(wishes in wishes()) {
        let mut learner = newcomer();
        for (number, wish) in (0u32..).zip(&wishes) {
            let Some(decision) = grant(&learner, *wish, number) else { continue };
            for (skill, standing) in &learner.book.standings {
                prop_assert!(decision.learner.book.rung(skill) >= Some(standing.rung));
            }
            learner = decision.learner;
        }
    }

    #[test]
    fn a_refused_act_changes_nothing(wishes in wishes(), again in wishes()) {
        let learner = walk(&wishes).learner;
        let kept = learner.clone();
        let refused = again.iter().filter(|wish| grant(&learner, **wish, 5_000).is_none());
        prop_assert!(refused.count() <= again.len());
        prop_assert_eq!(learner, kept);
    }
}

fn one_rung_for_each_skill_and_one_level_for_each_group(
    learner: &Learner,
    cells: &BTreeMap<Cell, i64>,
) -> Result<(), TestCaseError> {
    let begun = !learner.book.standings.is_empty();
    let groups = learner.book.place.groups.iter().cloned().chain([domain::tally::everyone()]);
    for group in groups {
        let of = |fits: &dyn Fn(&Indicator) -> bool| {
            cells.keys().filter(|(_, of, indicator)| *of == group && fits(indicator)).count()
        };
        prop_assert_eq!(of(&|indicator| *indicator == Indicator::People), usize::from(begun));
        prop_assert_eq!(of(&|indicator| matches!(indicator, Indicator::Ladder(_))), usize::from(begun));
        prop_assert!(of(&|indicator| *indicator == Indicator::Attained) <= 1);
        for skill in &curriculum().syllabus.skills {
            let rungs = of(&|indicator| matches!(indicator, Indicator::Skill(of, _) if *of == skill.id));
            prop_assert_eq!(rungs, usize::from(learner.book.standings.contains_key(&skill.id)));
        }
    }
    Ok(())
}

#[test]
fn what_does_not_exist_is_refused_by_its_kind() {
    let (lesson, practice) = (LessonId::parse("x").unwrap(), PracticeId::parse("x").unwrap());
    let screen = ScreenId::parse("x").unwrap();
    let refused = |deed| decide(&newcomer(), curriculum(), &act(0, deed), dawn()).unwrap_err();
    let kind = |refusal| match refusal {
        Refusal::NoSuch { kind, .. } => kind,
        _ => "",
    };
    assert_eq!(kind(refused(Deed::Read { lesson, screen: 1, version: None })), "lesson");
    assert_eq!(
        kind(refused(Deed::Begin { practice: practice.clone(), mode: Mode::Alone, version: None })),
        "practice"
    );
    assert_eq!(kind(refused(Deed::Tap { practice, screen, element: 0, typed: Vec::new() })), "practice");
    assert_eq!(kind(refused(Deed::Settle { unit: None, group: GroupId::parse("x") })), "group");
}

#[test]
fn a_tap_without_a_run_or_on_another_screen_is_refused() {
    let practice = curriculum().practices.values().next().unwrap();
    let tap = |screen: &ScreenId| Deed::Tap {
        practice: practice.id.clone(),
        screen: screen.clone(),
        element: 0,
        typed: Vec::new(),
    };
    let tapped = decide(&newcomer(), curriculum(), &act(0, tap(&practice.start)), dawn());
    assert_eq!(tapped, Err(Refusal::NoRun));
    let begin = act(1, Deed::Begin { practice: practice.id.clone(), mode: Mode::Guided, version: None });
    let learner = decide(&newcomer(), curriculum(), &begin, begin.at).unwrap().learner;
    let tapped = decide(&learner, curriculum(), &act(2, tap(&practice.finish)), minute(2));
    assert_eq!(tapped, Err(Refusal::Tap(TapRefused::OtherScreen { now: practice.start.clone() })));
}

#[test]
fn a_clock_that_is_ahead_or_from_before_the_movement_is_not_believed() {
    let stored = dawn();
    let believed = |at: Timestamp| {
        let settle = Act { id: act_id(0), at, deed: Deed::Settle { unit: None, group: None } };
        decide(&newcomer(), curriculum(), &settle, stored).unwrap().entry.at
    };
    let movement: Timestamp = "2025-01-01T00:00:00Z".parse().unwrap();
    let second = SignedDuration::from_secs(1);
    for (at, expect) in [
        (stored, stored),
        (stored - second, stored - second),
        (stored + second, stored),
        (movement, movement),
        (movement - second, stored),
        (Timestamp::UNIX_EPOCH, stored),
    ] {
        assert_eq!(believed(at), expect, "{at}");
    }
}

#[test]
fn nobody_visits_themselves_and_nobody_is_taught_what_does_not_exist() {
    let visit = |helper, skill: &str| {
        let skill = SkillId::parse(skill).unwrap();
        let visit = Visit { id: act_id(0), at: dawn(), helper, skill, how_far: HowFar::Alone };
        note_visit(&newcomer(), curriculum(), &visit, dawn())
    };
    assert_eq!(visit(person(1), "phone").unwrap_err(), VisitRefused::Oneself);
    assert_eq!(
        visit(person(2), "swim").unwrap_err(),
        VisitRefused::NoSuchSkill(SkillId::parse("swim").unwrap())
    );
    let visited = visit(person(2), "phone").unwrap();
    assert_eq!(visited.entry.helper, Some(person(2)));
    let standing = &visited.learner.book.standings[&SkillId::parse("phone").unwrap()];
    assert_eq!((standing.rung, standing.helper), (HowFar::Alone.rung(), Some(person(2))));
}
