//! Whether the rows of the registers fit together.

use jiff::civil::Date;

use crate::territory::lives;
use crate::{Alias, LoadError, Problem, Register, Share, Succession, SuccessionKind, Unit, UnitId};

/// A row and the line at which it stands.
pub(crate) type Lined<T> = (u64, T);

/// Gives each row the line it has in a file with a header.
pub(crate) fn lined<T>(rows: Vec<T>) -> Vec<Lined<T>> {
    (2..).zip(rows).collect()
}

/// Checks units that are sorted by id and first day.
pub(crate) fn check_units(lines: &[u64], units: &[Unit]) -> Result<(), LoadError> {
    for (index, unit) in units.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| &units[before]);
        check_life(unit, before).and_then(|()| check_parent(unit, units)).map_err(|problem| LoadError {
            file: Register::Units,
            line: lines[index],
            problem,
        })?;
    }
    Ok(())
}

fn check_life(unit: &Unit, before: Option<&Unit>) -> Result<(), Problem> {
    if let (Some(from), Some(to)) = (unit.valid_from, unit.valid_to)
        && to <= from
    {
        return Err(Problem::EmptyLife(unit.id));
    }
    match before {
        Some(before) if before.id == unit.id && !ends_before(before, unit) => {
            Err(Problem::OverlappingLives(unit.id))
        }
        _ => Ok(()),
    }
}

fn ends_before(first: &Unit, second: &Unit) -> bool {
    matches!((first.valid_to, second.valid_from), (Some(end), Some(start)) if end <= start)
}

fn check_parent(unit: &Unit, units: &[Unit]) -> Result<(), Problem> {
    let parent = match unit.parent {
        None if unit.id == UnitId::COUNTRY => return Ok(()),
        Some(parent) if unit.id != UnitId::COUNTRY => parent,
        _ => return Err(Problem::Parentage(unit.id)),
    };
    let lives = lives(units, parent);
    let (Some(first), Some(last)) = (lives.first(), lives.last()) else {
        return Err(Problem::UnknownUnit { column: "parent", id: parent });
    };
    let alive_at_birth = match unit.valid_from {
        None => first.valid_from.is_none(),
        Some(birth) => first.valid_from.is_none_or(|from| from <= birth),
    };
    let alive_at_end = last.valid_to.is_none_or(|end| unit.valid_to.is_some_and(|to| to <= end));
    if parent.level() < unit.level() && alive_at_birth && alive_at_end {
        Ok(())
    } else {
        Err(Problem::UnfitParent { parent, child: unit.id })
    }
}

/// Checks successions that are sorted by predecessor and successor.
pub(crate) fn check_successions(lines: &[u64], rows: &[Succession], units: &[Unit]) -> Result<(), LoadError> {
    let at = |index: usize, problem| LoadError { file: Register::Successions, line: lines[index], problem };
    for (index, row) in rows.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| &rows[before]);
        if before.is_some_and(|before| (before.pred, before.succ) == (row.pred, row.succ)) {
            return Err(at(index, Problem::RepeatedSuccession(row.pred)));
        }
        check_succession(row, units).map_err(|problem| at(index, problem))?;
    }
    let mut start = 0;
    for fates in rows.chunk_by(|a, b| a.pred == b.pred) {
        check_fates(fates).map_err(|problem| at(start, problem))?;
        start += fates.len();
    }
    Ok(())
}

fn check_succession(row: &Succession, units: &[Unit]) -> Result<(), Problem> {
    let [.., pred] = lives(units, row.pred) else {
        return Err(Problem::UnknownUnit { column: "pred", id: row.pred });
    };
    match (row.kind, row.succ) {
        (SuccessionKind::Abolished, None) => Ok(()),
        (SuccessionKind::Whole | SuccessionKind::Part, Some(succ)) => check_successor(pred, succ, units),
        _ => Err(contradiction(row, "abolished, and only then, means without a successor")),
    }
}

/// A successor lives when its predecessor has ended. So ends only move forward and no chain is a circle.
fn check_successor(pred: &Unit, succ: UnitId, units: &[Unit]) -> Result<(), Problem> {
    let lives = lives(units, succ);
    if lives.is_empty() {
        return Err(Problem::UnknownUnit { column: "succ", id: succ });
    }
    let alive = |end: Date| lives.iter().any(|life| life.is_valid_on(end));
    if succ != pred.id && pred.valid_to.is_some_and(alive) {
        Ok(())
    } else {
        Err(Problem::UnfitSuccessor { pred: pred.id, succ })
    }
}

/// All rows of one predecessor together: a whole goes to one; known shares add up to no more than the whole,
/// and to the whole when all are known.
fn check_fates(fates: &[Succession]) -> Result<(), Problem> {
    let row = &fates[0];
    let whole = fates.iter().find(|fate| fate.kind == SuccessionKind::Whole);
    if let Some(whole) = whole
        && (fates.len() > 1 || whole.pop_share.is_some_and(|share| share != Share::WHOLE))
    {
        return Err(contradiction(row, "a whole goes to one successor"));
    }
    let ppm: u64 = fates.iter().filter_map(|fate| fate.pop_share).map(|share| u64::from(share.ppm())).sum();
    let all_known = fates.iter().all(|fate| fate.pop_share.is_some());
    let whole_ppm = u64::from(Share::WHOLE.ppm());
    if ppm > whole_ppm || (all_known && ppm != whole_ppm) {
        return Err(contradiction(row, "the shares of its people do not add up to 1"));
    }
    Ok(())
}

fn contradiction(row: &Succession, reason: &'static str) -> Problem {
    Problem::ContradictorySuccession { pred: row.pred, reason }
}

/// Checks that every alias is one of a unit.
pub(crate) fn check_aliases(aliases: &[Alias], units: &[Unit]) -> Result<(), LoadError> {
    let stray = (2..).zip(aliases).find(|(_, alias)| lives(units, alias.id).is_empty());
    stray.map_or(Ok(()), |(line, alias)| {
        let problem = Problem::UnknownUnit { column: "id", id: alias.id };
        Err(LoadError { file: Register::Aliases, line, problem })
    })
}
