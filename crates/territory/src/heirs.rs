//! Which of today's communes hold the territory of a unit that has ended.
//!
//! Districts have no successors of their own, and a new ward is not the old district of the same name. So the
//! answer goes through the old communes: forward to the units of today, and from each of these back again to see
//! whether anything in it came from elsewhere.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::{Level, Share, Succession, Territory, UnitId};

/// The communes of a day that hold the territory of a unit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heirs {
    /// Communes that lie wholly in the old unit, by id.
    pub whole: Vec<UnitId>,
    /// Communes into which a part came from the old unit and a part from elsewhere: those of whose old communes
    /// most lay in the unit first, then by id. See [`Territory::origins`] for which these are.
    pub mixed: Vec<UnitId>,
}

/// What a path along successions is to carry.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Carry {
    /// Every succession counts.
    Territory,
    /// Parts that are known to be without people do not count.
    People,
}

impl Territory {
    /// The communes of that day that hold the territory of the unit, whatever its level.
    ///
    /// Of a unit alive on that day these are its communes, all whole. A commune to which another old unit gave no
    /// more than a strip without people is mixed all the same: this is about territory, [`Territory::roll`] about
    /// people. Empty when there is no such unit, or it was born after that day.
    pub fn heirs(&self, id: UnitId, on: Date) -> Heirs {
        if self.get(id, on).is_some() {
            return Heirs { whole: self.communes_of(id, on), mixed: Vec::new() };
        }
        let Some(last_day) = self.last_day_before(id, on) else { return Heirs::default() };
        let old: BTreeSet<_> = self.subtree(id, last_day).into_iter().collect();
        let mut whole = Vec::new();
        let mut mixed = Vec::new();
        for heir in self.reached(old.iter().copied(), on, Carry::Territory) {
            let origins = self.origins(heir, last_day);
            let inside = origins.iter().filter(|origin| old.contains(origin)).count();
            if inside == origins.len() {
                whole.push(heir);
            } else {
                mixed.push((Reverse(inside * 1000 / origins.len()), heir));
            }
        }
        mixed.sort_unstable();
        Heirs { whole, mixed: mixed.into_iter().map(|(_, heir)| heir).collect() }
    }

    /// The units of an earlier day from which the unit was made, by id; itself when it lived on that day. A part
    /// given counts as the giver.
    pub fn origins(&self, id: UnitId, on: Date) -> Vec<UnitId> {
        self.walk(
            [id],
            |id| self.get(id, on).is_some(),
            |id| self.predecessors(id).map(|row| row.pred).collect(),
        )
    }

    /// The communes of that day to which successions lead from the units given, by id.
    pub(crate) fn reached(
        &self,
        from: impl IntoIterator<Item = UnitId>,
        on: Date,
        carry: Carry,
    ) -> Vec<UnitId> {
        let counts = |row: &&Succession| carry == Carry::Territory || row.pop_share != Some(Share::NOTHING);
        let next = |id| self.successors(id).filter(counts).filter_map(|row| row.succ).collect();
        let mut reached = self.walk(from, |id| self.get(id, on).is_some(), next);
        reached.retain(|id| id.level() == Level::Commune);
        reached
    }

    /// The last day of the unit when it had ended by that day.
    pub(crate) fn last_day_before(&self, id: UnitId, on: Date) -> Option<Date> {
        self.latest(id).filter(|unit| unit.has_ended_by(on))?.last_day()
    }

    /// Follows `next` from each unit until units that are there; these, by id.
    fn walk(
        &self,
        from: impl IntoIterator<Item = UnitId>,
        is_there: impl Fn(UnitId) -> bool,
        next: impl Fn(UnitId) -> Vec<UnitId>,
    ) -> Vec<UnitId> {
        let mut ahead: Vec<_> = from.into_iter().collect();
        let mut seen: BTreeSet<_> = ahead.iter().copied().collect();
        let mut there = Vec::new();
        while let Some(id) = ahead.pop() {
            if is_there(id) {
                there.push(id);
            } else {
                ahead.extend(next(id).into_iter().filter(|id| seen.insert(*id)));
            }
        }
        there.sort_unstable();
        there
    }
}
