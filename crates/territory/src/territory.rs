//! The units together: who belongs to whom, as of a day.

use std::iter;

use jiff::civil::Date;

use crate::check::{check_aliases, check_successions, check_units, lined};
use crate::register::Interner;
use crate::search::Index;
use crate::{Alias, Level, LoadError, Succession, Unit, UnitId};

/// All units with their lives, successions and names; immutable once made.
///
/// Look-ups are binary searches over sorted rows: tens of nanoseconds over 14,000 of them, and no second copy
/// of an id in memory.
#[derive(Debug)]
pub struct Territory {
    /// Sorted by id and first day.
    pub(crate) units: Vec<Unit>,
    /// Places in `units`, sorted by parent, then as `units`.
    by_parent: Vec<u32>,
    /// Sorted by predecessor and successor.
    successions: Vec<Succession>,
    /// Places in `successions` that have a successor, sorted by it, then as `successions`.
    by_succ: Vec<u32>,
    pub(crate) index: Index,
}

impl Territory {
    /// Puts the rows of the three registers together.
    ///
    /// # Errors
    /// When rows contradict each other: a parent or successor that does not exist or does not live when it must,
    /// a life that is empty or overlaps another of the same unit, shares that do not add up.
    pub fn new(units: Vec<Unit>, successions: Vec<Succession>, aliases: &[Alias]) -> Result<Self, LoadError> {
        let (lines, units) = sorted(units, |unit| (unit.id, unit.valid_from));
        check_units(&lines, &units)?;
        let (lines, successions) = sorted(successions, |row| (row.pred, row.succ));
        check_successions(&lines, &successions, &units)?;
        check_aliases(aliases, &units)?;

        let units = with_shared_kinds(units);
        let by_parent = places(&units, |unit| unit.parent);
        let by_succ = places(&successions, |row| row.succ);
        let index = Index::new(&units, aliases);
        Ok(Self { units, by_parent, successions, by_succ, index })
    }

    /// All rows, sorted by id and first day.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// All successions, sorted by predecessor and successor.
    pub fn successions(&self) -> &[Succession] {
        &self.successions
    }

    /// The unit as it was on that day; none when it was not.
    pub fn get(&self, id: UnitId, on: Date) -> Option<&Unit> {
        lives(&self.units, id).iter().find(|unit| unit.is_valid_on(on))
    }

    /// The last row of the unit, whether it still lives or not.
    pub fn latest(&self, id: UnitId) -> Option<&Unit> {
        lives(&self.units, id).last()
    }

    /// The rows of the unit, first to last.
    pub fn life(&self, id: UnitId) -> impl Iterator<Item = &Unit> + use<'_> {
        lives(&self.units, id).iter()
    }

    /// The unit to which it belonged on that day.
    pub fn parent(&self, id: UnitId, on: Date) -> Option<&Unit> {
        self.get(id, on)?.parent.and_then(|parent| self.get(parent, on))
    }

    /// The units to which it belonged on that day, nearest first, the country last.
    pub fn ancestors(&self, id: UnitId, on: Date) -> impl Iterator<Item = &Unit> + use<'_> {
        iter::successors(self.parent(id, on), move |unit| self.parent(unit.id, on))
    }

    /// The units that belonged to it on that day, directly, by id.
    pub fn children(&self, id: UnitId, on: Date) -> impl Iterator<Item = &Unit> + use<'_> {
        let start = self.by_parent.partition_point(|place| self.at(*place).parent < Some(id));
        let own = self.by_parent[start..].iter().map(|place| self.at(*place));
        own.take_while(move |unit| unit.parent == Some(id)).filter(move |unit| unit.is_valid_on(on))
    }

    /// The communes of it on that day, by id; a commune's are itself alone. None when it was not.
    pub fn communes_of(&self, id: UnitId, on: Date) -> Vec<UnitId> {
        let mut communes = self.subtree(id, on);
        communes.retain(|unit| unit.level() == Level::Commune);
        communes.sort_unstable();
        communes
    }

    /// Whether, on that day, it was that unit or belonged to it at any remove.
    pub fn is_within(&self, id: UnitId, ancestor: UnitId, on: Date) -> bool {
        let same = id == ancestor && self.get(id, on).is_some();
        same || self.ancestors(id, on).any(|unit| unit.id == ancestor)
    }

    /// What became of it: the rows of which it is the predecessor, by successor.
    pub fn successors(&self, id: UnitId) -> impl Iterator<Item = &Succession> + use<'_> {
        let start = self.successions.partition_point(|row| row.pred < id);
        self.successions[start..].iter().take_while(move |row| row.pred == id)
    }

    /// What it was made of: the rows of which it is the successor, by predecessor.
    pub fn predecessors(&self, id: UnitId) -> impl Iterator<Item = &Succession> + use<'_> {
        let row = |place: &u32| &self.successions[*place as usize];
        let start = self.by_succ.partition_point(|place| row(place).succ < Some(id));
        self.by_succ[start..].iter().map(row).take_while(move |row| row.succ == Some(id))
    }

    /// The unit and where it lay on that day, without the country: "Phường Ngọc Hà, thành phố Hà Nội".
    pub fn path_label(&self, id: UnitId, on: Date) -> Option<String> {
        let unit = self.get(id, on)?;
        let above = self.ancestors(id, on).filter(|unit| unit.level() != Level::Country);
        Some(above.fold(unit.title(), |label, unit| label + ", " + &unit.full_name()))
    }

    /// The label of a row as of its last day, or of its first when it still holds: fit for ended units too.
    pub fn label_of(&self, unit: &Unit) -> String {
        self.path_label(unit.id, unit.a_day()).unwrap_or_else(|| unit.title())
    }

    /// The unit and all that belonged to it on that day; nothing when it was not.
    pub(crate) fn subtree(&self, id: UnitId, on: Date) -> Vec<UnitId> {
        let mut found: Vec<_> = self.get(id, on).map(|unit| unit.id).into_iter().collect();
        let mut next = 0;
        while let Some(id) = found.get(next) {
            if id.level() != Level::Commune {
                let children = self.children(*id, on).map(|unit| unit.id);
                found.extend(children);
            }
            next += 1;
        }
        found
    }

    fn at(&self, place: u32) -> &Unit {
        &self.units[place as usize]
    }
}

/// The rows of one unit among rows sorted by id.
pub(crate) fn lives(units: &[Unit], id: UnitId) -> &[Unit] {
    let start = units.partition_point(|unit| unit.id < id);
    let count = units[start..].iter().take_while(|unit| unit.id == id).count();
    &units[start..start + count]
}

fn sorted<T, K: Ord>(rows: Vec<T>, key: impl Fn(&T) -> K) -> (Vec<u64>, Vec<T>) {
    let mut rows = lined(rows);
    rows.sort_by_key(|(_, row)| key(row));
    rows.into_iter().unzip()
}

/// Rows that come from a store have a kind of their own each: one copy of each word is enough.
fn with_shared_kinds(mut units: Vec<Unit>) -> Vec<Unit> {
    let mut kinds = Interner::default();
    for unit in &mut units {
        unit.kind = kinds.shared(&unit.kind);
    }
    units.shrink_to_fit();
    units
}

/// The places of the rows that have a key, in the order of the key.
fn places<T, K: Ord>(rows: &[T], key: impl Fn(&T) -> Option<K>) -> Vec<u32> {
    let keyed = (0..).zip(rows).filter(|(_, row)| key(row).is_some());
    let mut places: Vec<u32> = keyed.map(|(place, _)| place).collect();
    places.sort_by_key(|place| key(&rows[*place as usize]));
    places
}
