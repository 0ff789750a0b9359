//! Goal: the demonstration is the same every time, plausible, and made by the domain's own operations only.

use std::collections::{BTreeMap, BTreeSet};

use domain::demonstration::MadePerson;
use domain::learning::{Book, post};
use domain::people::Name;
use domain::record::Subject;
use domain::standing::Rung;
use domain::tally::{Indicator, everyone};
use jiff::Timestamp;

use crate::shelf::{count, curriculum, demonstration, demonstration_over};

const SEED: u64 = 20_261_122;

fn fingerprint(people: impl Iterator<Item = MadePerson>) -> u64 {
    let text = people.map(|person| format!("{person:?}")).collect::<String>();
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[test]
fn the_same_seed_gives_the_same_people_and_another_seed_others() {
    let print = fingerprint(demonstration(SEED, 300));
    assert_eq!(fingerprint(demonstration(SEED, 300)), print);
    assert_ne!(fingerprint(demonstration(SEED + 1, 300)), print);
}

#[test]
fn who_is_made_is_told_apart_from_every_other() {
    let people: Vec<MadePerson> = demonstration(SEED, 300).collect();
    assert_eq!(people.len(), 300);
    assert_eq!(people.iter().map(|made| made.person).collect::<BTreeSet<_>>().len(), 300);
    let acts: Vec<_> = people.iter().flat_map(|made| made.entries.iter().map(|entry| entry.id)).collect();
    assert_eq!(acts.iter().collect::<BTreeSet<_>>().len(), acts.len());
    for name in people.iter().filter_map(|made| made.name.as_deref()) {
        assert_eq!(Name::parse(name).unwrap().as_str(), name);
    }
}

#[test]
fn every_made_book_is_what_its_entries_say() {
    for made in demonstration(SEED, 300) {
        let mut book = Book::default();
        let mut deltas = Vec::new();
        for entry in &made.entries {
            let (after, _, moved) = post(&curriculum().syllabus, &book, entry);
            book = after;
            deltas.extend(moved);
        }
        assert_eq!(book, made.learner.book);
        assert_eq!(deltas, made.deltas);
        assert_eq!(made.learner.version, u64::try_from(made.entries.len()).unwrap());
        assert_eq!(made.unit, made.learner.book.place.unit);
        assert_eq!(Some(&made.group), made.learner.book.place.group());
    }
}

#[test]
fn acts_happen_in_order_within_the_year_and_arrive_in_order() {
    let (first, last): (Timestamp, Timestamp) =
        ("2025-11-22T00:00:00Z".parse().unwrap(), "2026-11-22T08:00:00Z".parse().unwrap());
    for made in demonstration(SEED, 300) {
        assert!(
            made.entries
                .iter()
                .all(|entry| first <= entry.at && entry.at <= entry.stored && entry.stored <= last)
        );
        assert!(made.entries.is_sorted_by_key(|entry| entry.at), "{:?}", made.entries);
        assert!(made.entries.is_sorted_by_key(|entry| entry.stored));
    }
}

#[test]
fn helpers_are_people_and_help_others_only() {
    let crowd = demonstration(SEED, 600);
    let helpers: BTreeMap<_, _> = crowd.helpers().into_iter().map(|helper| (helper.person, helper)).collect();
    let people: BTreeMap<_, MadePerson> = crowd.map(|made| (made.person, made)).collect();
    assert!(helpers.values().all(|helper| people[&helper.person].unit == helper.unit));
    assert!(helpers.values().all(|helper| people[&helper.person].name.as_ref() == Some(&helper.name)));
    let units: BTreeSet<_> = helpers.values().map(|helper| helper.unit).collect();
    for made in people.values() {
        assert!(
            made.entries.iter().all(|entry| entry.helper.is_none_or(|helper| helpers.contains_key(&helper)))
        );
        assert!(made.entries.iter().all(|entry| entry.helper != Some(made.person)));
        assert!(made.made_by.is_none_or(|helper| helpers.contains_key(&helper)));
        assert!(
            units.contains(&made.unit)
                || made.entries.iter().filter(|entry| entry.subject == Subject::Settled).count() > 1
        );
    }
}

#[test]
fn denominators_count_the_people_made() {
    let crowd = demonstration(SEED, 600);
    let denominators = crowd.denominators();
    assert!(denominators.iter().all(|denominator| denominator.demonstration && denominator.value > 0));
    let told: BTreeMap<_, _> =
        denominators.into_iter().map(|told| ((told.unit, told.group), told.value)).collect();
    let found = count(crowd.flat_map(|made| {
        let place = made.learner.book.place;
        place.groups.into_iter().chain([everyone()]).map(move |group| (place.unit, group))
    }));
    assert_eq!(told, found);
}

#[test]
fn nobody_counts_for_more_than_the_denominator() {
    let crowd = demonstration(SEED, 600);
    let denominators = crowd.denominators();
    let mut tally: BTreeMap<_, i64> = BTreeMap::new();
    for delta in crowd.flat_map(|made| made.deltas).filter(|delta| delta.indicator == Indicator::People) {
        *tally.entry((delta.unit, delta.group)).or_default() += delta.by;
    }
    for denominator in denominators {
        let counted = tally.get(&(denominator.unit, denominator.group)).copied().unwrap_or(0);
        assert!((0..=denominator.value).contains(&counted));
    }
}

#[test]
fn the_year_is_plausible() {
    let people: Vec<MadePerson> = demonstration_over(&[25_000; 40], SEED, 2_000).collect();
    let share =
        |fits: &dyn Fn(&MadePerson) -> bool| people.iter().filter(|made| fits(made)).count() * 1_000 / 2_000;
    let group = |name: &str| share(&|made| made.group.as_str() == name);
    let began = |made: &MadePerson| !made.learner.book.standings.is_empty();
    let visited = |made: &MadePerson| made.entries.iter().any(|entry| entry.helper.is_some());
    let checked = |made: &MadePerson| !made.learner.workbook.tests.is_empty();
    let retained = |made: &MadePerson| {
        made.learner.book.standings.values().any(|standing| standing.rung == Rung::Retained)
    };
    let open = |made: &MadePerson| {
        made.learner
            .workbook
            .practices
            .values()
            .any(|mark| mark.run.as_ref().is_some_and(|run| !run.finished))
    };
    let half_read = |made: &MadePerson| made.learner.workbook.lessons.values().any(|mark| !mark.finished);
    for (what, found, plausible) in [
        ("pupils", group("pupil"), 160..=240),
        ("public servants", group("public-servant"), 50..=100),
        ("workers", group("worker"), 190..=270),
        ("not begun", share(&|made| !began(made)), 100..=280),
        ("visited", share(&visited), 600..=820),
        ("by themselves", share(&|made| began(made) && !visited(made)), 70..=130),
        ("checked", share(&checked), 180..=320),
        ("retained", share(&retained), 5..=120),
        (
            "moved",
            share(&|made| made.entries.iter().filter(|entry| entry.subject == Subject::Settled).count() > 1),
            5..=40,
        ),
        ("an open run", share(&open), 3..=60),
        ("a half-read lesson", share(&half_read), 3..=60),
    ] {
        assert!(plausible.contains(&found), "{what}: {found} of a thousand");
    }
    let acts: usize = people.iter().map(|made| made.entries.len()).sum();
    assert!(acts <= 14 * 2_000, "{acts} acts");
}

#[test]
fn any_size_can_be_asked_for() {
    for people in [0, 1, 7] {
        let crowd = demonstration(SEED, people);
        assert_eq!(crowd.len(), usize::try_from(people).unwrap());
        assert_eq!(crowd.count(), usize::try_from(people).unwrap());
    }
}
