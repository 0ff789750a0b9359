//! Everybody, commune by commune.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use territory::UnitId;

use super::assisted::Near;
use super::calendar::{Calendar, DAYS};
use super::chance::Chance;
use super::diary::Diary;
use super::life;
use super::names::{self, Hamlets};
use super::sketch::{Pencil, Sketch, Way};
use crate::assessment::{Attempt, Bank, BankVersion, Desk};
use crate::content::Curriculum;
use crate::ids::{GroupId, PersonId};
use crate::learning::{Learner, day_of};
use crate::place::Place;
use crate::record::Entry;
use crate::tally::{Delta, everyone};
use crate::targets::Denominator;
use crate::text::Text;

/// For so many people there is one helper.
const PEOPLE_PER_HELPER: u32 = 130;

/// The streams of chance, so that no two things draw from the same.
const OF_COMMUNE: u64 = 1;
const OF_PERSON: u64 = 2;
const OF_NAME: u64 = 3;

/// A made-up person with the year behind them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadePerson {
    /// Who.
    pub person: PersonId,
    /// The name, unless they learn by themselves and told none.
    pub name: Option<String>,
    /// The year of birth.
    pub birth_year: i16,
    /// The hamlet or residential group.
    pub hamlet: String,
    /// The plain group.
    pub group: GroupId,
    /// The commune where they live today.
    pub unit: UnitId,
    /// The helper who listed them; `None` for who came by themselves.
    pub made_by: Option<PersonId>,
    /// What their acts have led to.
    pub learner: Learner,
    /// Their acts, in order: the first is 0 in the person's order.
    pub entries: Vec<Entry>,
    /// How their acts moved the tallies, in order.
    pub deltas: Vec<Delta>,
    /// Their attempts at tests, drawn from the first version of the bank; the newest first.
    pub attempts: Vec<Attempt>,
}

/// A made-up helper; a person of the demonstration as well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadeHelper {
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// The commune.
    pub unit: UnitId,
}

/// One commune of the demonstration.
#[derive(Debug, Clone)]
pub(super) struct Commune {
    unit: UnitId,
    /// The number of its first person.
    first: u32,
    people: u32,
    /// How fast things go, in thousandths.
    pub(super) pace: i64,
    /// The day on which its helpers begin.
    pub(super) begins: i64,
    /// The days of its evening classes.
    pub(super) evenings: Vec<i64>,
    hamlets: Hamlets,
}

impl Commune {
    fn helpers(&self) -> u32 {
        let wanted = (self.people + PEOPLE_PER_HELPER / 2) / PEOPLE_PER_HELPER;
        wanted.max(1).min(self.people)
    }
}

/// The demonstration population: an iterator that makes its people one after the other.
///
/// Give it the curriculum, the communes of today with their populations, and the instant at which the year ends.
#[derive(Debug, Clone)]
pub struct Demonstration<'c> {
    seed: u64,
    people: u32,
    made: u32,
    curriculum: &'c Curriculum,
    bank: Bank,
    calendar: Calendar,
    communes: Vec<Commune>,
    helpers: BTreeMap<UnitId, Vec<MadeHelper>>,
}

impl<'c> Demonstration<'c> {
    /// `people` over `communes` by population (the largest remainder gets the last ones), with a year that ends `today`.
    #[must_use]
    pub fn new(
        seed: u64,
        people: u32,
        curriculum: &'c Curriculum,
        communes: &[(UnitId, i64)],
        today: Timestamp,
    ) -> Self {
        let calendar = Calendar::ending(today);
        let communes = settle(seed, people, communes, &calendar);
        let people = communes.iter().map(|commune| commune.people).sum();
        let helpers = BTreeMap::new();
        let bank = Bank::new(BankVersion::starting(curriculum), curriculum);
        let mut crowd = Self { seed, people, made: 0, curriculum, bank, calendar, communes, helpers };
        crowd.helpers = crowd.make_helpers();
        crowd
    }

    /// Tells which communes are rural: their people live in a named `thôn`, all others in a numbered `tổ dân phố`.
    #[must_use]
    pub fn with_villages(mut self, rural: &BTreeSet<UnitId>) -> Self {
        for (number, commune) in (0u64..).zip(&mut self.communes) {
            let mut chance = Chance::of(self.seed, OF_NAME, u64::MAX - number);
            let count = chance.within(5..=12);
            if rural.contains(&commune.unit) {
                commune.hamlets = Hamlets::Named { count, first: chance.within(0..=15) };
            }
        }
        self
    }

    /// The helpers: about one for 130 people, one at least in each commune that has people.
    #[must_use]
    pub fn helpers(&self) -> Vec<MadeHelper> {
        self.helpers.values().flatten().cloned().collect()
    }

    /// How many people the demonstration has, by commune and group, where they live today.
    #[must_use]
    pub fn denominators(&self) -> Vec<Denominator> {
        let mut counts: BTreeMap<(UnitId, GroupId), i64> = BTreeMap::new();
        for number in 0..self.people {
            let Some((home, sketch)) = self.sketch(number) else { continue };
            let Some(unit) = self.unit(sketch.moves.map_or(home, |(_, to)| to)) else { continue };
            let place = Place::of(&self.curriculum.syllabus, Some(unit), Some(&sketch.group));
            for group in place.groups.into_iter().chain([everyone()]) {
                *counts.entry((unit, group)).or_default() += 1;
            }
        }
        let as_of = self.today().map(day_of).map_or_else(String::new, |day| day.to_string());
        counts.into_iter().map(|((unit, group), value)| denominator(unit, group, value, &as_of)).collect()
    }

    fn today(&self) -> Option<Timestamp> {
        Timestamp::from_millisecond(self.calendar.today).ok()
    }

    fn unit(&self, commune: usize) -> Option<UnitId> {
        self.communes.get(commune).map(|commune| commune.unit)
    }

    fn make_helpers(&self) -> BTreeMap<UnitId, Vec<MadeHelper>> {
        let mut helpers: BTreeMap<UnitId, Vec<MadeHelper>> = BTreeMap::new();
        for commune in &self.communes {
            for number in commune.first..commune.first + commune.helpers() {
                let Some((_, sketch)) = self.sketch(number) else { continue };
                let helper = MadeHelper { person: sketch.id, name: self.name(number), unit: commune.unit };
                helpers.entry(commune.unit).or_default().push(helper);
            }
        }
        helpers
    }

    fn sketch(&self, number: u32) -> Option<(usize, Sketch)> {
        let home = self.communes.partition_point(|commune| commune.first + commune.people <= number);
        let commune = self.communes.get(home)?;
        let helper = number < commune.first + commune.helpers();
        let pencil = Pencil {
            syllabus: &self.curriculum.syllabus,
            calendar: &self.calendar,
            communes: &self.communes,
        };
        let chance = Chance::of(self.seed, OF_PERSON, u64::from(number));
        Some((home, pencil.draw(chance, home, helper)?))
    }

    fn name(&self, number: u32) -> String {
        names::person(&mut Chance::of(self.seed, OF_NAME, u64::from(number)))
    }

    fn near(&self, home: UnitId, after: Option<UnitId>) -> Near<'_> {
        let of = |unit| self.helpers.get(&unit).map(Vec::as_slice).unwrap_or_default();
        Near { home: of(home), after: after.map(of).unwrap_or_default() }
    }

    fn make(&self, number: u32) -> Option<MadePerson> {
        let (home, mut sketch) = self.sketch(number)?;
        let commune = self.communes.get(home)?;
        let moves = sketch.moves.and_then(|(at, to)| Some((at, self.communes.get(to)?)));
        let near = self.near(commune.unit, moves.map(|(_, to)| to.unit));
        let hamlet = moves.map_or(commune, |(_, to)| to).hamlets.draw(&mut sketch.chance);
        let by_oneself = matches!(sketch.way, Way::Alone | Way::Helper);
        let made_by =
            if by_oneself { None } else { sketch.chance.pick(near.home).map(|helper| helper.person) };
        let nameless = sketch.way == Way::Alone && sketch.chance.happens(300);
        let name = (!nameless).then(|| self.name(number));

        let moves = moves.map(|(at, to)| (at, to.unit));
        let desk = Desk { curriculum: self.curriculum, bank: &self.bank, uses: None };
        let chance = sketch.chance.clone();
        let mut diary = Diary::new(desk, &self.calendar, chance, sketch.id, sketch.begins, moves);
        life::live(&mut diary, &sketch, commune.unit, commune.pace, near);
        let Diary { learner, entries, deltas, attempts, .. } = diary;
        let (birth_year, group, unit) = (sketch.birth_year, sketch.group, learner.book.place.unit);
        Some(MadePerson {
            person: sketch.id,
            name,
            birth_year,
            hamlet,
            group,
            unit,
            made_by,
            learner,
            entries,
            deltas,
            attempts,
        })
    }
}

impl Iterator for Demonstration<'_> {
    type Item = MadePerson;

    fn next(&mut self) -> Option<MadePerson> {
        let made = (self.made < self.people).then(|| self.make(self.made)).flatten()?;
        self.made += 1;
        Some(made)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = usize::try_from(self.people - self.made).unwrap_or(usize::MAX);
        (left, Some(left))
    }
}

impl ExactSizeIterator for Demonstration<'_> {}

fn denominator(unit: UnitId, group: GroupId, value: i64, as_of: &str) -> Denominator {
    let source = Text::new("Dân số trình diễn (dựng lên)", "Demonstration population (made up)");
    Denominator { unit, group, value, source, as_of: as_of.into(), demonstration: true }
}

fn settle(seed: u64, people: u32, communes: &[(UnitId, i64)], calendar: &Calendar) -> Vec<Commune> {
    let shares = apportion(people, communes.iter().map(|(_, population)| *population));
    let mut first = 0;
    let settled = (0u64..).zip(communes).zip(shares).map(|((number, (unit, _)), people)| {
        let mut commune = commune(Chance::of(seed, OF_COMMUNE, number), *unit, calendar);
        (commune.first, commune.people) = (first, people);
        first += people;
        commune
    });
    settled.collect()
}

/// Some communes are far ahead, some have barely begun; who is slow also began late.
fn commune(mut chance: Chance, unit: UnitId, calendar: &Calendar) -> Commune {
    let (slowest, fastest) =
        chance.weighted(&[((880, 1_000), 15), ((520, 820), 65), ((120, 300), 20)]).unwrap_or((500, 800));
    let pace = chance.within(slowest..=fastest);
    let begins = (1_000 - pace) * DAYS / 2_600 + chance.within(0..=25);
    let evenings = (0..4).map(|_| calendar.draw(&mut chance, begins + 14)).collect();
    let hamlets = Hamlets::Numbered(chance.within(8..=24));
    Commune { unit, first: 0, people: 0, pace, begins, evenings, hamlets }
}

/// Shares of a whole by weight, the largest remainders first. Weights below zero count as none.
fn apportion(whole: u32, weights: impl Iterator<Item = i64>) -> Vec<u32> {
    let weights: Vec<u128> = weights.map(|weight| u128::try_from(weight).unwrap_or(0)).collect();
    let all = weights.iter().sum::<u128>();
    let exact = |weight: &u128| {
        let share = u128::from(whole) * weight;
        (share.checked_div(all).unwrap_or(0), share.checked_rem(all).unwrap_or(0))
    };
    let mut shares: Vec<u32> =
        weights.iter().map(|weight| u32::try_from(exact(weight).0).unwrap_or(0)).collect();
    let left = whole.saturating_sub(shares.iter().sum());
    let mut by_remainder: Vec<(usize, u128)> =
        weights.iter().map(|weight| exact(weight).1).enumerate().collect();
    by_remainder.sort_by_key(|(_, remainder)| core::cmp::Reverse(*remainder));
    for ((place, remainder), _) in by_remainder.into_iter().zip(0..left) {
        if let Some(share) = shares.get_mut(place).filter(|_| remainder > 0) {
            *share += 1;
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_to_the_whole_and_follow_the_weights() {
        for (whole, weights, expect) in [
            (10, vec![1, 1, 1], vec![4, 3, 3]),
            (20, vec![30, 70], vec![6, 14]),
            (3, vec![0, -5, 9], vec![0, 0, 3]),
            (5, vec![0, 0], vec![0, 0]),
            (5, vec![], vec![]),
        ] {
            assert_eq!(apportion(whole, weights.into_iter()), expect);
        }
    }
}
