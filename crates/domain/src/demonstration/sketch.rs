//! What is settled of a person before their year begins.

use super::calendar::{Calendar, DAYS, own_hour};
use super::chance::Chance;
use super::crowd::Commune;
use crate::content::Syllabus;
use crate::ids::{GroupId, PersonId};
use crate::learning::day_of;

/// By which way a person learns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Is on the list of their hamlet and has not begun.
    NotBegun,
    /// By visits of a helper.
    Visits,
    /// By an evening class, then visits.
    Class,
    /// By themselves, on their phone.
    Alone,
    /// Is a helper: learned everything first.
    Helper,
}

/// A person before their year begins.
#[derive(Debug, Clone)]
pub(super) struct Sketch {
    pub(super) id: PersonId,
    pub(super) birth_year: i16,
    pub(super) age: i64,
    pub(super) group: GroupId,
    pub(super) way: Way,
    /// The instant of their first act.
    pub(super) begins: i64,
    /// Ability before learning, on the scale of the items.
    pub(super) ability: f64,
    /// When they move, and to which commune of the list.
    pub(super) moves: Option<(i64, usize)>,
    /// The chance left for the year.
    pub(super) chance: Chance,
}

/// How many of a thousand people from six years on are of which age, after the shares of the mid-term census of 2024
/// (under 15: 23.3 %, 15–64: 67.4 %, 65 and over: 9.3 %); within them spread by hand. Small children are listed less often.
const AGES: &[((i64, i64), u64)] = &[
    ((6, 9), 45),
    ((10, 14), 80),
    ((15, 17), 45),
    ((18, 22), 75),
    ((23, 34), 225),
    ((35, 44), 185),
    ((45, 59), 195),
    ((60, 69), 90),
    ((70, 79), 43),
    ((80, 88), 17),
];

/// What a person's sketch is drawn from.
pub(super) struct Pencil<'d> {
    pub(super) syllabus: &'d Syllabus,
    pub(super) calendar: &'d Calendar,
    pub(super) communes: &'d [Commune],
}

impl Pencil<'_> {
    /// Sketches a person of a commune.
    pub(super) fn draw(&self, mut chance: Chance, home: usize, helper: bool) -> Option<Sketch> {
        let commune = self.communes.get(home)?;
        let age = age(&mut chance, helper);
        let group = group(self.syllabus, &mut chance, age)?;
        let way = if helper { Way::Helper } else { way(&mut chance, age, commune.pace) };
        let begins = self.begins(&mut chance, commune, way);
        let moves = self.moves(&mut chance, home, way, begins);
        let ability = ability(&mut chance, age, group.as_str());
        let made = jiff::Timestamp::from_millisecond(begins).ok()?;
        let birth_year = day_of(made).year().saturating_sub(i16::try_from(age).unwrap_or(0));
        let id = PersonId::mint(made, chance.bytes());
        Some(Sketch { id, birth_year, age, group, way, begins, ability, moves, chance })
    }

    fn begins(&self, chance: &mut Chance, commune: &Commune, way: Way) -> i64 {
        /// Helpers learn in the first days, before they visit anybody.
        const HEADSTART: i64 = 14;
        let day = match way {
            Way::Helper => commune.begins + chance.within(0..=6),
            Way::Class => chance.pick(&commune.evenings).copied().unwrap_or(commune.begins),
            _ => self.calendar.draw(chance, (commune.begins + HEADSTART).min(DAYS - 1)),
        };
        let minute = if way == Way::Class { 1_140 + chance.within(0..=15) } else { own_hour(chance) };
        self.calendar.at(day, minute)
    }

    fn moves(&self, chance: &mut Chance, home: usize, way: Way, begins: i64) -> Option<(i64, usize)> {
        let stays = matches!(way, Way::Helper | Way::NotBegun) || !chance.happens(25);
        let to = chance.below(u64::try_from(self.communes.len()).ok()?);
        let to = usize::try_from(to).ok().filter(|to| *to != home && !stays)?;
        let first = self.calendar.day(begins) + 1;
        let day = (first < DAYS).then(|| chance.within(first..=DAYS - 1))?;
        Some((self.calendar.at(day, 9 * 60), to))
    }
}

fn age(chance: &mut Chance, helper: bool) -> i64 {
    if helper {
        return chance.within(18..=66);
    }
    let (from, to) = chance.weighted(AGES).unwrap_or((30, 40));
    chance.within(from..=to)
}

/// The plain group: the curriculum's own of that name, or its first when it has no such group.
fn group(syllabus: &Syllabus, chance: &mut Chance, age: i64) -> Option<GroupId> {
    let weights: &[(&str, u64)] = match age {
        ..=14 => &[("pupil", 1)],
        15..=17 => &[("pupil", 9), ("worker", 1)],
        18..=22 => &[("pupil", 45), ("worker", 30), ("resident", 25)],
        23..=59 => &[("public-servant", 12), ("worker", 35), ("resident", 53)],
        60..=64 => &[("public-servant", 3), ("worker", 10), ("resident", 87)],
        _ => &[("resident", 1)],
    };
    let name = chance.weighted(weights).unwrap_or("resident");
    let named = syllabus.groups.iter().find(|group| group.id.as_str() == name);
    named.or(syllabus.groups.first()).map(|group| group.id.clone())
}

fn way(chance: &mut Chance, age: i64, pace: i64) -> Way {
    let reluctance = match age {
        ..=9 => 60,
        10..=59 => 0,
        _ => 90,
    };
    // A commune that is far ahead has reached nearly everybody, one that barely began not half.
    let not_begun = ((560 - pace * 6 / 10).max(30) + reluctance).min(800);
    if chance.happens(not_begun) {
        return Way::NotBegun;
    }
    let (alone, class) = match age {
        ..=9 => (20, 350),
        10..=22 => (170, 230),
        23..=44 => (150, 70),
        45..=59 => (80, 110),
        _ => (20, 190),
    };
    chance
        .weighted(&[(Way::Alone, alone), (Way::Class, class), (Way::Visits, 1_000 - alone - class)])
        .unwrap_or(Way::Visits)
}

fn ability(chance: &mut Chance, age: i64, group: &str) -> f64 {
    let middle = match age {
        ..=9 => -0.7,
        10..=22 => 0.5,
        23..=44 => 0.6,
        45..=59 => 0.0,
        60..=69 => -0.5,
        _ => -1.0,
    };
    let trained = if group == "public-servant" { 0.5 } else { 0.0 };
    middle + trained + 0.7 * chance.normal()
}
