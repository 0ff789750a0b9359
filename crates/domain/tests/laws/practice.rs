//! Goal: every practice that teachers wrote can always be finished, and mistakes cost nothing but are counted.

use domain::content::{Element, Field, FieldKind, PhoneScreen, Practice};
use domain::ids::FieldId;
use domain::practice::{Mode, Run, TapRefused, Tapped, Typed, begin, compare, field, tap};
use domain::text::Text;

use crate::shelf::{curriculum, taps, typed};

fn practices() -> impl Iterator<Item = &'static Practice> {
    curriculum().practices.values()
}

fn standing_on(practice: &Practice, screen: &PhoneScreen) -> Run {
    Run { screen: screen.id.clone(), ..begin(practice, Mode::Alone) }
}

/// Taps `right` until the finish; fails when it takes more taps than there are screens.
fn along_right(practice: &Practice, mut run: Run) -> Run {
    for _ in 0..=practice.screens.len() {
        let screen = practice.screen(&run.screen).expect("the run stands on a screen");
        let Some((element, _)) = taps(screen).find(|(_, tap)| tap.right) else { break };
        let (next, tapped) = tap(practice, &run, &screen.id, element, &typed(screen, true)).unwrap();
        run = next;
        if tapped == Tapped::Finished {
            return run;
        }
    }
    panic!("{}: `right` never arrives, {run:?}", practice.id);
}

fn before_the_finish(practice: &Practice) -> impl Iterator<Item = &PhoneScreen> {
    practice.screens.iter().filter(|screen| screen.id != practice.finish)
}

#[test]
fn every_practice_can_be_finished_along_right_from_every_screen() {
    for practice in practices() {
        for screen in before_the_finish(practice) {
            let run = along_right(practice, standing_on(practice, screen));
            assert!(
                run.finished && run.wrong == 0 && run.screen == practice.finish,
                "{} {}",
                practice.id,
                screen.id
            );
        }
    }
}

#[test]
fn a_wrong_tap_never_finishes_is_counted_and_leaves_a_way_on() {
    for practice in practices() {
        for screen in before_the_finish(practice) {
            for (element, _) in taps(screen).filter(|(_, tap)| tap.wrong.is_some()) {
                let run = standing_on(practice, screen);
                let (after, tapped) = tap(practice, &run, &screen.id, element, &typed(screen, true)).unwrap();
                assert_eq!(tapped, Tapped::Mistake, "{} {} {element}", practice.id, screen.id);
                assert_eq!((after.taps, after.wrong, after.finished), (1, 1, false));
                assert!(after.said.is_some());
                assert_eq!(along_right(practice, after).wrong, 1);
            }
        }
    }
}

#[test]
fn a_tap_that_needs_a_field_stays_and_is_counted_until_the_field_is_right() {
    let mut seen = 0;
    for practice in practices() {
        for screen in before_the_finish(practice) {
            for (element, _) in taps(screen).filter(|(_, tap)| !tap.needs.is_empty()) {
                let run = standing_on(practice, screen);
                for typed in [Vec::new(), typed(screen, false)] {
                    let (after, tapped) = tap(practice, &run, &screen.id, element, &typed).unwrap();
                    assert_eq!((tapped, after.wrong, &after.screen), (Tapped::Mistake, 1, &screen.id));
                }
                let unlocked = tap(practice, &run, &screen.id, element, &typed(screen, true)).unwrap().0;
                assert_ne!(unlocked.screen, screen.id);
                seen += 1;
            }
        }
    }
    assert!(seen > 0);
}

#[test]
fn a_finished_run_refuses_taps() {
    for practice in practices() {
        let run = along_right(practice, begin(practice, Mode::Guided));
        for screen in &practice.screens {
            assert_eq!(tap(practice, &run, &screen.id, 0, &[]), Err(TapRefused::Finished));
        }
    }
}

#[test]
fn taps_on_another_screen_or_on_nothing_are_refused() {
    for practice in practices() {
        let run = begin(practice, Mode::Alone);
        for screen in practice.screens.iter().filter(|screen| screen.id != run.screen) {
            let refused = tap(practice, &run, &screen.id, 0, &[]);
            assert_eq!(refused, Err(TapRefused::OtherScreen { now: run.screen.clone() }));
        }
        for screen in &practice.screens {
            let run = standing_on(practice, screen);
            let tappable: Vec<u16> = taps(screen).map(|(number, _)| number).collect();
            let past = u16::try_from(screen.elements.len()).unwrap();
            for element in (0..=past).filter(|element| !tappable.contains(element)) {
                assert_eq!(
                    tap(practice, &run, &screen.id, element, &[]),
                    Err(TapRefused::NoSuchElement(element))
                );
            }
        }
    }
}

#[test]
fn the_same_taps_give_the_same_run() {
    for practice in practices() {
        let walk = || along_right(practice, begin(practice, Mode::Alone));
        assert_eq!(walk(), walk());
    }
}

#[test]
fn what_a_practice_asks_to_type_is_right_however_carelessly_it_is_typed() {
    for practice in practices() {
        for screen in &practice.screens {
            let is_typed = |typed: &Typed| {
                let kind = &field(screen, &typed.field).expect("a field of the screen").kind;
                !matches!(kind, FieldKind::Pick(_) | FieldKind::Tick(_))
            };
            let answers = |blank: &str, upper: bool| {
                compare(screen, |id| {
                    let answer = &field(screen, id)?.answer;
                    let answer = if upper { answer.to_uppercase() } else { answer.clone() };
                    Some(format!("{blank}{answer}{blank}"))
                })
            };
            let all = [answers(" ", true), answers("", false)].concat();
            assert!(all.iter().filter(|typed| is_typed(typed)).all(|typed| typed.right));
            for wrong in [Some("?"), None] {
                let all = compare(screen, |_| wrong.map(str::to_owned));
                assert!(all.iter().filter(|typed| is_typed(typed)).all(|typed| !typed.right));
            }
        }
    }
}

#[test]
fn amounts_options_and_boxes_are_compared_each_in_its_own_way() {
    let options = || FieldKind::Pick(vec![Text::new("Có", "Yes"), Text::new("Không", "No")]);
    for (kind, answer, put_in, right) in [
        (FieldKind::Money, "45.000", Some("45000"), true),
        (FieldKind::Money, "45.000", Some("045 000 đ"), true),
        (FieldKind::Money, "45.000", Some("450000"), false),
        (FieldKind::Money, "0", Some(""), false),
        (options(), "2", Some("2"), true),
        (options(), "2", Some("1"), false),
        (options(), "2", None, false),
        (FieldKind::Tick(true), "off", None, true),
        (FieldKind::Tick(true), "off", Some("on"), false),
        (FieldKind::Tick(false), "on", Some("on"), true),
        (FieldKind::Tick(false), "on", None, false),
    ] {
        let id = FieldId::parse("it").expect("a name");
        let told = format!("{kind:?} {answer} {put_in:?}");
        let asked = Field { id, kind, answer: answer.into(), label: Text::default(), wrong: Text::default() };
        let mut screen = practices().next().expect("a practice").screens[0].clone();
        screen.elements = vec![Element::Field(asked)];
        let compared = compare(&screen, |_| put_in.map(str::to_owned));
        assert_eq!(compared[0].right, right, "{told}");
    }
}
