//! A person's year, act by act, through the doors of the domain.

use jiff::Timestamp;
use territory::UnitId;

use super::calendar::{Calendar, DAY, MINUTE};
use super::chance::Chance;
use crate::assessment::{self, Attempt, Bank, Desk};
use crate::community::{HowFar, Visit, note_visit};
use crate::content::Curriculum;
use crate::ids::{PersonId, SkillId, StatementId};
use crate::learning::{Act, Decision, Deed, Learner, decide};
use crate::record::Entry;
use crate::tally::Delta;

/// The year is over: the next act would lie in the future, or there is nothing left to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Over;

/// A person's year.
pub(super) struct Diary<'d> {
    pub(super) curriculum: &'d Curriculum,
    pub(super) bank: &'d Bank,
    pub(super) calendar: &'d Calendar,
    pub(super) chance: Chance,
    pub(super) learner: Learner,
    /// The attempts at tests, the newest first.
    pub(super) attempts: Vec<Attempt>,
    pub(super) entries: Vec<Entry>,
    pub(super) deltas: Vec<Delta>,
    /// The instant of the next act.
    pub(super) clock: i64,
    /// When the last entry arrived; arrivals keep their order.
    arrived: i64,
    moves: Option<(i64, UnitId)>,
}

impl<'d> Diary<'d> {
    pub(super) fn new(
        desk: Desk<'d>,
        calendar: &'d Calendar,
        chance: Chance,
        person: PersonId,
        begins: i64,
        moves: Option<(i64, UnitId)>,
    ) -> Self {
        let learner = Learner::new(person);
        let (attempts, entries, deltas) = (Vec::new(), Vec::new(), Vec::new());
        let (clock, arrived) = (begins, begins);
        let Desk { curriculum, bank, .. } = desk;
        Self { curriculum, bank, calendar, chance, learner, attempts, entries, deltas, clock, arrived, moves }
    }

    /// Does one thing now, on the person's own device.
    pub(super) fn act(&mut self, deed: Deed) -> Result<(), Over> {
        self.move_if_due()?;
        self.decide(deed)
    }

    /// Does one thing in a test now.
    pub(super) fn test(&mut self, deed: assessment::Deed) -> Result<(), Over> {
        self.move_if_due()?;
        let (id, at, stored) = self.stamp(2_000)?;
        let act = assessment::Act { id, at, deed };
        let desk = Desk { curriculum: self.curriculum, bank: self.bank, uses: None };
        let decided =
            assessment::decide(&self.learner, desk, &self.attempts, &act, stored).map_err(refused)?;
        self.keep(decided.decision);
        self.attempts.retain(|attempt| attempt.id != decided.attempt.id);
        self.attempts.insert(0, decided.attempt);
        Ok(())
    }

    /// Is visited now. What a helper noted without a network arrives hours later.
    pub(super) fn visited(&mut self, helper: PersonId, skill: SkillId, how_far: HowFar) -> Result<(), Over> {
        self.move_if_due()?;
        let late = if self.chance.happens(150) { 60 * MINUTE } else { MINUTE };
        let (id, at, stored) = self.stamp(late)?;
        let visit = Visit { id, at, helper, skill, how_far };
        let decided = note_visit(&self.learner, self.curriculum, &visit, stored);
        self.keep(decided.map_err(refused)?);
        Ok(())
    }

    /// Lets a while pass.
    pub(super) fn pass(&mut self, from: i64, to: i64) {
        self.clock += self.chance.within(from..=to);
    }

    /// Goes to another day, so many days later, at a minute after its midnight.
    pub(super) fn another_day(&mut self, days: i64, minute: i64) -> Result<(), Over> {
        let day = self.calendar.day(self.clock) + days.max(1);
        let clock = self.calendar.at(day, minute);
        // The calendar never goes beyond today: what would lie there does not happen.
        if clock >= self.calendar.today || clock <= self.clock {
            return Err(Over);
        }
        self.clock = clock;
        Ok(())
    }

    /// Tells of a move that the year has not come across.
    pub(super) fn close(&mut self) -> Result<(), Over> {
        self.clock = self.calendar.today;
        self.move_if_due()
    }

    fn move_if_due(&mut self) -> Result<(), Over> {
        let Some((at, unit)) = self.moves.filter(|(at, _)| *at <= self.clock) else { return Ok(()) };
        self.moves = None;
        let clock = core::mem::replace(&mut self.clock, at);
        let told = self.decide(Deed::Settle { unit: Some(unit), group: None });
        self.clock = clock;
        told
    }

    fn decide(&mut self, deed: Deed) -> Result<(), Over> {
        let (id, at, stored) = self.stamp(2_000)?;
        let act = Act { id, at, deed };
        let decided = decide(&self.learner, self.curriculum, &act, stored);
        self.keep(decided.map_err(refused)?);
        Ok(())
    }

    /// The id of an act, when it happens and when it arrives, at most about `late` milliseconds later.
    fn stamp(&mut self, late: i64) -> Result<(StatementId, Timestamp, Timestamp), Over> {
        debug_assert!(late < DAY, "arrivals stay near their acts");
        if self.clock > self.calendar.today {
            return Err(Over);
        }
        let delay = self.chance.within(40..=late);
        self.arrived = (self.clock + delay).min(self.calendar.today).max(self.arrived);
        let at = Timestamp::from_millisecond(self.clock).map_err(|_| Over)?;
        let stored = Timestamp::from_millisecond(self.arrived).map_err(|_| Over)?;
        Ok((StatementId::mint(at, self.chance.bytes()), at, stored))
    }

    fn keep(&mut self, decision: Decision) {
        self.learner = decision.learner;
        self.entries.push(decision.entry);
        self.deltas.extend(decision.deltas);
    }
}

/// The ways of learning only do what can be done; were an act refused all the same, the year would end with it.
fn refused(refusal: impl core::fmt::Debug) -> Over {
    debug_assert!(false, "the demonstration was refused: {refusal:?}");
    Over
}
