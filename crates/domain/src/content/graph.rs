//! The graph of a practice: where its taps lead, and the guided path through it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::fields::Reader;
use super::finding::Fault;
use super::phone::{Element, PhoneScreen, Practice, Tap};
use super::practices::Draft;
use crate::ids::ScreenId;

/// Fewer screens are a quiz, not a task.
const SCREENS_MIN: usize = 6;
/// A practice without believable mistakes teaches tapping along.
const MISTAKES_MIN: usize = 2;

/// The guided way through a practice: how many right taps remain from each screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    remaining: BTreeMap<ScreenId, u16>,
}

impl Route {
    /// Follows `right` from every screen. A screen from which it never arrives has no entry.
    #[must_use]
    pub fn of(practice: &Practice) -> Self {
        let mut remaining = BTreeMap::new();
        remaining.insert(practice.finish.clone(), 0);
        // Each round adds the screens one right tap further away, so as many rounds as screens are enough.
        for _ in &practice.screens {
            for screen in &practice.screens {
                let next =
                    right_tap(screen).and_then(|(_, tap)| tap.go.as_ref()).and_then(|go| remaining.get(go));
                if let Some(steps) = next.map(|steps: &u16| steps.saturating_add(1)) {
                    remaining.entry(screen.id.clone()).or_insert(steps);
                }
            }
        }
        Self { remaining }
    }

    /// Right taps from this screen to the finish.
    #[must_use]
    pub fn remaining(&self, screen: &ScreenId) -> Option<u16> {
        self.remaining.get(screen).copied()
    }
}

/// The tap of the guided path on a screen, with its number.
#[must_use]
pub(crate) fn right_tap(screen: &PhoneScreen) -> Option<(usize, &Tap)> {
    taps(screen).find(|(_, tap)| tap.right)
}

fn taps(screen: &PhoneScreen) -> impl Iterator<Item = (usize, &Tap)> {
    screen.elements.iter().enumerate().filter_map(|(number, element)| match element {
        Element::Tap(tap) => Some((number, tap)),
        _ => None,
    })
}

/// Notes everything wrong with the graph of a practice.
pub(super) fn check(reader: &mut Reader<'_>, draft: &Draft) {
    let practice = &draft.practice;
    if practice.screens.len() < SCREENS_MIN {
        reader.note(1, Fault::TooFewScreens { found: practice.screens.len(), least: SCREENS_MIN });
    }
    let mistakes = practice.screens.iter().flat_map(taps).filter(|(_, tap)| tap.wrong.is_some()).count();
    if mistakes < MISTAKES_MIN {
        reader.note(1, Fault::TooFewMistakes { found: mistakes, least: MISTAKES_MIN });
    }
    references(reader, draft);
    duplicates(reader, draft);
    ways(reader, draft);
    guide(reader, draft);
}

fn references(reader: &mut Reader<'_>, draft: &Draft) {
    let practice = &draft.practice;
    for (screen, lines) in practice.screens.iter().zip(&draft.screens) {
        for (number, tap) in taps(screen) {
            let line = lines.elements.get(number).copied().unwrap_or(lines.line);
            if let Some(go) = tap.go.as_ref().filter(|go| practice.screen(go).is_none()) {
                reader.note(line, Fault::Unknown { kind: "screen", name: go.to_string() });
            }
            for need in tap.needs.iter().filter(|need| crate::practice::field(screen, need).is_none()) {
                reader.note(line, Fault::Unknown { kind: "field", name: need.to_string() });
            }
        }
    }
    for id in [&practice.start, &practice.finish] {
        if practice.screen(id).is_none() {
            reader.note(draft.start_line, Fault::Unknown { kind: "screen", name: id.to_string() });
        }
    }
}

fn duplicates(reader: &mut Reader<'_>, draft: &Draft) {
    let mut seen = BTreeSet::new();
    for (screen, lines) in draft.practice.screens.iter().zip(&draft.screens) {
        if !seen.insert(&screen.id) {
            reader.note(lines.line, Fault::Duplicate { kind: "screen", name: screen.id.to_string() });
        }
    }
}

/// Every screen can be reached, and from every screen the finish can be reached.
fn ways(reader: &mut Reader<'_>, draft: &Draft) {
    let practice = &draft.practice;
    let edges = practice
        .screens
        .iter()
        .flat_map(|from| taps(from).filter_map(move |(_, tap)| Some((from.id.clone(), tap.go.clone()?))));
    let edges: Vec<(ScreenId, ScreenId)> = edges.collect();
    let reached = spread(&practice.start, |at| {
        edges.iter().filter(|(from, _)| from == at).map(|(_, to)| to.clone()).collect()
    });
    let arrives = spread(&practice.finish, |at| {
        edges.iter().filter(|(_, to)| to == at).map(|(from, _)| from.clone()).collect()
    });
    for (screen, lines) in practice.screens.iter().zip(&draft.screens) {
        if !reached.contains(&screen.id) {
            reader.note(lines.line, Fault::Unreachable { screen: screen.id.to_string() });
        } else if !arrives.contains(&screen.id) {
            reader.note(lines.line, Fault::DeadEnd { screen: screen.id.to_string() });
        }
    }
}

fn spread(start: &ScreenId, next: impl Fn(&ScreenId) -> Vec<ScreenId>) -> BTreeSet<ScreenId> {
    let mut seen = BTreeSet::from([start.clone()]);
    let mut queue = VecDeque::from([start.clone()]);
    while let Some(at) = queue.pop_front() {
        queue.extend(next(&at).into_iter().filter(|to| seen.insert(to.clone())));
    }
    seen
}

fn guide(reader: &mut Reader<'_>, draft: &Draft) {
    let practice = &draft.practice;
    let route = Route::of(practice);
    for (screen, lines) in practice.screens.iter().zip(&draft.screens) {
        let name = || screen.id.to_string();
        let right = taps(screen).filter(|(_, tap)| tap.right).count();
        let last = screen.id == practice.finish;
        if last && screen.done.is_none() {
            reader.note(lines.line, Fault::Missing { word: "done" });
        } else if !last && screen.guide.is_none() {
            reader.note(lines.line, Fault::Missing { word: "guide" });
        }
        if right > 1 {
            reader.note(lines.line, Fault::TwoGuides { screen: name() });
        } else if !last && right_tap(screen).is_none_or(|(_, tap)| tap.go.is_none()) {
            reader.note(lines.line, Fault::NoGuide { screen: name() });
        } else if route.remaining(&screen.id).is_none() {
            reader.note(lines.line, Fault::GuideLoops { screen: name() });
        }
    }
}
