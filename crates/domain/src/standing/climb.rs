//! How evidence moves a standing.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::Rung;
use crate::ids::{PersonId, SkillId, StatementId};

/// How long after passing a skill must be shown again to count as retained.
pub const RETAINED_AFTER_DAYS: i64 = 30;

/// What one act proves of one skill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The skill.
    pub skill: SkillId,
    /// The rung that the act proves; never [`Rung::Retained`], which only time can give.
    pub rung: Rung,
}

/// A person's highest rung for a skill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// The rung.
    pub rung: Rung,
    /// When the act happened that reached it.
    #[serde(with = "jiff::fmt::serde::timestamp::millisecond::required")]
    pub since: Timestamp,
    /// That act.
    pub statement: StatementId,
    /// Who helped in that act.
    pub helper: Option<PersonId>,
    /// When *passed* was reached, from which the days to *retained* count.
    #[serde(default, with = "jiff::fmt::serde::timestamp::millisecond::optional")]
    pub passed_at: Option<Timestamp>,
}

/// The standing after an act at `at`, or `None` when the act moves nothing.
#[must_use]
pub fn climb(
    current: Option<&Standing>,
    proved: Rung,
    at: Timestamp,
    statement: StatementId,
    helper: Option<PersonId>,
) -> Option<Standing> {
    let rung = reached(current, proved, at);
    if current.is_some_and(|standing| standing.rung >= rung) {
        return None;
    }
    let passed_before = current.and_then(|standing| standing.passed_at);
    let passed_at = passed_before.or((rung >= Rung::Passed).then_some(at));
    Some(Standing { rung, since: at, statement, helper, passed_at })
}

fn reached(current: Option<&Standing>, proved: Rung, at: Timestamp) -> Rung {
    let passed_at = current.and_then(|standing| standing.passed_at);
    let late_enough =
        |passed: Timestamp| at.duration_since(passed) >= SignedDuration::from_hours(24 * RETAINED_AFTER_DAYS);
    match passed_at {
        Some(passed) if proved >= Rung::Alone && late_enough(passed) => Rung::Retained,
        _ => proved.min(Rung::Passed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::mint;

    fn at(day: i64) -> Timestamp {
        Timestamp::from_second(1_764_000_000 + day * 86_400).unwrap()
    }

    fn id(n: u8) -> StatementId {
        StatementId(mint(at(0), [n; 10]))
    }

    fn walk(acts: &[(Rung, i64)]) -> Option<Rung> {
        let mut standing: Option<Standing> = None;
        for (n, (rung, day)) in acts.iter().enumerate() {
            standing =
                climb(standing.as_ref(), *rung, at(*day), id(u8::try_from(n).unwrap()), None).or(standing);
        }
        standing.map(|standing| standing.rung)
    }

    #[test]
    fn the_ladder_is_climbed_by_evidence_and_time() {
        use Rung::{Alone, Attended, Helped, Passed, Retained};
        for (acts, expect) in [
            (vec![], None),
            (vec![(Attended, 0)], Some(Attended)),
            (vec![(Alone, 0), (Helped, 1)], Some(Alone)),
            (vec![(Passed, 0), (Alone, 29)], Some(Passed)),
            (vec![(Passed, 0), (Alone, 30)], Some(Retained)),
            (vec![(Passed, 0), (Helped, 60)], Some(Passed)),
            (vec![(Alone, 0), (Alone, 60)], Some(Alone)),
            (vec![(Retained, 0)], Some(Passed)),
        ] {
            assert_eq!(walk(&acts), expect, "{acts:?}");
        }
    }

    #[test]
    fn an_act_that_moves_nothing_leaves_the_first_act_as_the_proof() {
        let first = climb(None, Rung::Alone, at(0), id(1), None).unwrap();
        assert_eq!(climb(Some(&first), Rung::Alone, at(1), id(2), None), None);
    }
}
