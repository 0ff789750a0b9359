//! How evidence moves a standing.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Rung;
use crate::assessment::Assurance;
use crate::ids::{PersonId, SkillId, StatementId};
use crate::review::Day;

/// How long after passing a skill must be shown again to count as retained.
pub const RETAINED_AFTER_DAYS: u16 = 30;

/// What one act proves of one skill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The skill.
    pub skill: SkillId,
    /// The rung that the act proves; never [`Rung::Retained`], which only time can give.
    pub rung: Rung,
    /// Of a passed test: whether somebody watched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assurance: Option<Assurance>,
    /// Whether it shows that something can be done, and not that it was kept: there were too many mistakes on the way, or it
    /// had been done that day already. Enough for *alone*, too little for *retained*. Missing in statements of before this was
    /// noted, which count as they did.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub unsteady: bool,
}

impl Evidence {
    /// Evidence of anything but a test.
    #[must_use]
    pub fn of(skill: SkillId, rung: Rung) -> Self {
        Self { skill, rung, assurance: None, unsteady: false }
    }
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
    /// How well *passed* is assured: the best of all passed tests. Nothing for who has passed none, and for tests of before this
    /// was noted, which nobody watched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assurance: Option<Assurance>,
}

impl Standing {
    /// Whether the skill was passed so long before `at` that doing it again, alone and with care, shows that it was kept.
    #[must_use]
    pub fn is_long_passed(&self, at: Timestamp) -> bool {
        let long_ms = i64::from(RETAINED_AFTER_DAYS) * 86_400_000;
        self.passed_at.is_some_and(|passed| at.as_millisecond() - passed.as_millisecond() >= long_ms)
    }

    /// The first day of which that is so.
    #[must_use]
    pub fn ripe(&self) -> Option<Day> {
        Some(Day::of(self.passed_at?).after(RETAINED_AFTER_DAYS))
    }
}

/// The standing after an act at `at`, or `None` when the act moves nothing.
#[must_use]
pub fn climb(
    current: Option<&Standing>,
    proved: &Evidence,
    at: Timestamp,
    statement: StatementId,
    helper: Option<PersonId>,
) -> Option<Standing> {
    let rung = reached(current, proved, at);
    let assured = current.and_then(|standing| standing.assurance);
    let assurance = assured.max(proved.assurance);
    if let Some(standing) = current.filter(|standing| standing.rung >= rung) {
        // The rung stays; that somebody watched now is worth noting, with the act that shows it.
        return (assurance > assured).then(|| Standing { statement, assurance, ..standing.clone() });
    }
    let passed_before = current.and_then(|standing| standing.passed_at);
    let passed_at = passed_before.or((rung >= Rung::Passed).then_some(at));
    Some(Standing { rung, since: at, statement, helper, passed_at, assurance })
}

fn reached(current: Option<&Standing>, proved: &Evidence, at: Timestamp) -> Rung {
    let shows_it_was_kept = proved.rung >= Rung::Alone && !proved.unsteady;
    if shows_it_was_kept && current.is_some_and(|standing| standing.is_long_passed(at)) {
        return Rung::Retained;
    }
    proved.rung.min(Rung::Passed)
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

    fn proof(rung: Rung) -> Evidence {
        Evidence::of(SkillId::parse("phone").unwrap(), rung)
    }

    fn walk(acts: &[(Rung, i64)]) -> Option<Rung> {
        let mut standing: Option<Standing> = None;
        for (n, (rung, day)) in acts.iter().enumerate() {
            standing = climb(standing.as_ref(), &proof(*rung), at(*day), id(u8::try_from(n).unwrap()), None)
                .or(standing);
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
    fn what_is_done_with_many_mistakes_is_done_and_not_kept() {
        let unsteady = Evidence { unsteady: true, ..proof(Rung::Alone) };
        let first = climb(None, &unsteady, at(0), id(1), None).unwrap();
        assert_eq!(first.rung, Rung::Alone);
        let passed = climb(Some(&first), &proof(Rung::Passed), at(1), id(2), None).unwrap();
        assert_eq!(climb(Some(&passed), &unsteady, at(40), id(3), None), None);
        let kept = climb(Some(&passed), &proof(Rung::Alone), at(41), id(4), None).unwrap();
        assert_eq!(kept.rung, Rung::Retained);
    }

    #[test]
    fn an_act_that_moves_nothing_leaves_the_first_act_as_the_proof() {
        let first = climb(None, &proof(Rung::Alone), at(0), id(1), None).unwrap();
        assert_eq!(climb(Some(&first), &proof(Rung::Alone), at(1), id(2), None), None);
    }

    #[test]
    fn a_supervised_pass_assures_what_was_passed_alone_and_never_the_other_way() {
        let passed = |assurance| Evidence { assurance: Some(assurance), ..proof(Rung::Passed) };
        let alone = climb(None, &passed(Assurance::SelfTaken), at(0), id(1), None).unwrap();
        let watched = climb(Some(&alone), &passed(Assurance::Supervised), at(9), id(2), None).unwrap();
        assert_eq!((watched.rung, watched.since, watched.statement), (Rung::Passed, at(0), id(2)));
        assert_eq!(watched.assurance, Some(Assurance::Supervised));
        assert_eq!(climb(Some(&watched), &passed(Assurance::SelfTaken), at(10), id(3), None), None);
    }
}
