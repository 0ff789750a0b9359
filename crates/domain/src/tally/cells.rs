//! From a person's book to the cells in which they count, and from two books to deltas.

use std::collections::BTreeSet;

use jiff::civil::Date;
use territory::UnitId;

use super::{Indicator, Level};
use crate::content::{Profile, Syllabus};
use crate::ids::GroupId;
use crate::learning::Book;
use crate::place::Place;
use crate::standing::Rung;

/// The group in which every person counts.
///
/// # Panics
/// Never: the name is a good one, as a test shows.
#[must_use]
pub fn everyone() -> GroupId {
    GroupId::parse("everyone").unwrap_or_else(|| unreachable!("`everyone` is a name"))
}

/// One more or one less in a cell of a commune on a day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Delta {
    /// The commune, or the country for people who have not told theirs.
    pub unit: UnitId,
    /// The group.
    pub group: GroupId,
    /// What is counted.
    pub indicator: Indicator,
    /// The day of the act, in Viet Nam.
    pub day: Date,
    /// Plus or minus one.
    pub by: i64,
}

/// The deltas between two states of one person's book, on a day.
#[must_use]
pub fn differences(syllabus: &Syllabus, before: &Book, after: &Book, day: Date) -> Vec<Delta> {
    let (old, new) = (cells(syllabus, before), cells(syllabus, after));
    let delta = |by: i64| {
        move |(unit, group, indicator): &(UnitId, GroupId, Indicator)| Delta {
            unit: *unit,
            group: group.clone(),
            indicator: indicator.clone(),
            day,
            by,
        }
    };
    let mut deltas: Vec<Delta> =
        old.difference(&new).map(delta(-1)).chain(new.difference(&old).map(delta(1))).collect();
    deltas.sort();
    deltas
}

fn cells(syllabus: &Syllabus, book: &Book) -> BTreeSet<(UnitId, GroupId, Indicator)> {
    let indicators = indicators(syllabus, book);
    let groups = book.place.groups.iter().cloned().chain([everyone()]);
    groups
        .flat_map(|group| {
            indicators.iter().map(move |indicator| (book.place.unit, group.clone(), indicator.clone()))
        })
        .collect()
}

fn indicators(syllabus: &Syllabus, book: &Book) -> Vec<Indicator> {
    if book.standings.is_empty() {
        return Vec::new();
    }
    let mut all = vec![Indicator::People];
    all.extend(book.standings.iter().map(|(skill, standing)| Indicator::Skill(skill.clone(), standing.rung)));
    if let Some(profile) = profile(syllabus, &book.place) {
        all.push(Indicator::Ladder(level(profile, book)));
        if attained(profile, book) {
            all.push(Indicator::Attained);
        }
    }
    all
}

/// The profile asked of a person: of their plain group, or of the first group when they told none.
pub(crate) fn profile<'s>(syllabus: &'s Syllabus, place: &Place) -> Option<&'s Profile> {
    match place.group() {
        Some(group) => syllabus.profile_of(group),
        None => syllabus.profiles.first(),
    }
}

/// Whether every skill of a profile stands on the rung that it demands.
pub(crate) fn attained(profile: &Profile, book: &Book) -> bool {
    !profile.demands.is_empty() && profile.demands.iter().all(|(skill, rung)| book.rung(skill) >= Some(*rung))
}

fn level(profile: &Profile, book: &Book) -> Level {
    let lowest: Option<Rung> = profile.demands.iter().map(|(skill, _)| book.rung(skill)).min().flatten();
    lowest.map_or(Level::Started, Level::All)
}
