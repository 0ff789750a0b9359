//! Figures of one day's units as figures of another day's.
//!
//! A figure goes along whole successions, and is divided only where the share of the people is known for every
//! part. Otherwise it is *not attributable*: to divide it by area, or evenly, would be to invent it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::heirs::Carry;
use crate::{Share, Succession, Territory, UnitId};

/// Figures by unit of a day, and those that belong to no single one.
///
/// The sum of both is the sum of the figures given (which must fit an `i64`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rolled {
    /// What could be attributed.
    pub figures: BTreeMap<UnitId, i64>,
    /// What could not, by unit given.
    pub not_attributable: Vec<NotAttributable>,
}

/// A figure, or the piece of one, that cannot be said to belong to one unit of the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAttributable {
    /// The unit as given.
    pub unit: UnitId,
    /// The figure, or what remains of it.
    pub value: i64,
    /// The communes of the day among which it lies, by id; empty when the unit is unknown.
    pub into: Vec<UnitId>,
}

impl Territory {
    /// Rolls figures of units of any day to the units of the day `to`.
    ///
    /// - A unit alive on the day keeps its figure.
    /// - One that went whole into another gives its figure to that one, and so on.
    /// - One that was split, each part with a known share of the people, is divided by these shares. Each part is
    ///   rounded down and the units left over go one each to the largest remainders (ties: the lower id), so the
    ///   parts add up to the figure. A part with share 0 gets nothing.
    /// - One born after the day gives its figure back to its predecessor when it is exactly that one, continued.
    /// - Anything else is not attributable: splits with an unknown share, abolished districts, unknown ids.
    pub fn roll(&self, figures: &[(UnitId, i64)], to: Date) -> Rolled {
        let mut given = BTreeMap::<UnitId, i64>::new();
        for (unit, value) in figures {
            *given.entry(*unit).or_default() += value;
        }
        let mut rolled = Rolled::default();
        for (unit, value) in given {
            self.roll_one(unit, value, to, &mut rolled);
        }
        rolled
    }

    fn roll_one(&self, given: UnitId, value: i64, to: Date, rolled: &mut Rolled) {
        let mut ahead = vec![(given, value)];
        while let Some((unit, value)) = ahead.pop() {
            if self.get(unit, to).is_some() {
                *rolled.figures.entry(unit).or_default() += value;
            } else if let Some(pieces) = self.pieces(unit, value, to) {
                ahead.extend(pieces);
            } else {
                let into = self.lies_among(unit, to);
                rolled.not_attributable.push(NotAttributable { unit: given, value, into });
            }
        }
    }

    /// One step of the way to the day: to whom the figure goes, in which pieces. None when that is not known.
    fn pieces(&self, unit: UnitId, value: i64, to: Date) -> Option<Vec<(UnitId, i64)>> {
        if self.last_day_before(unit, to).is_some() {
            let parts: Vec<_> = self.successors(unit).map(known_part).collect::<Option<_>>()?;
            return (!parts.is_empty()).then(|| divide(value, &parts));
        }
        let mut predecessors = self.predecessors(unit);
        let (only, None) = (predecessors.next()?, predecessors.next()) else { return None };
        (self.successors(only.pred).count() == 1).then(|| vec![(only.pred, value)])
    }

    /// The communes of the day among which the figure of a unit lies.
    fn lies_among(&self, unit: UnitId, to: Date) -> Vec<UnitId> {
        match self.last_day_before(unit, to) {
            Some(last_day) => self.reached(self.subtree(unit, last_day), to, Carry::People),
            None => self.origins(unit, to),
        }
    }
}

/// The successor and its share of the people. A whole is a share of one, told or not.
fn known_part(row: &Succession) -> Option<(UnitId, Share)> {
    let whole = (row.kind == crate::SuccessionKind::Whole).then_some(Share::WHOLE);
    Some((row.succ?, row.pop_share.or(whole)?))
}

/// Divides by the method of largest remainders; shares must add up to one, as the check of the rows sees to.
fn divide(value: i64, parts: &[(UnitId, Share)]) -> Vec<(UnitId, i64)> {
    let whole = i128::from(Share::WHOLE.ppm());
    let product = |share: Share| i128::from(value) * i128::from(share.ppm());
    let floor = |share: Share| {
        i64::try_from(product(share).div_euclid(whole))
            .expect("a share of a figure is no larger than the figure")
    };
    let mut pieces: Vec<_> = parts.iter().map(|(unit, share)| (*unit, floor(*share))).collect();
    let left_over = value - pieces.iter().map(|(_, piece)| piece).sum::<i64>();

    let mut by_remainder: Vec<_> = (0..parts.len()).collect();
    by_remainder.sort_by_key(|part| -product(parts[*part].1).rem_euclid(whole));
    for part in by_remainder.into_iter().take(usize::try_from(left_over).unwrap_or(0)) {
        pieces[part].1 += 1;
    }
    pieces.retain(|(_, piece)| *piece != 0);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn divided(value: i64, ppm: &[u32]) -> Vec<i64> {
        let unit = |n: usize| format!("B{n:05}").parse::<UnitId>().unwrap();
        let part = |(n, ppm): (usize, &u32)| (unit(n), Share::from_ppm(*ppm).unwrap());
        let parts: Vec<_> = ppm.iter().enumerate().map(part).collect();
        divide(value, &parts).into_iter().map(|(_, piece)| piece).collect()
    }

    #[test]
    fn left_over_units_go_to_the_largest_remainders() {
        assert_eq!(divided(10, &[333_333, 333_333, 333_334]), [3, 3, 4]);
        assert_eq!(divided(11, &[500_000, 500_000]), [6, 5]);
        assert_eq!(divided(-11, &[500_000, 500_000]), [-5, -6]);
        assert_eq!(divided(i64::MAX, &[1_000_000, 0]), [i64::MAX]);
    }

    #[test]
    fn a_part_without_people_gets_nothing() {
        assert_eq!(divided(7, &[0, 1_000_000]), [7]);
    }
}
