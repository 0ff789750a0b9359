//! Void a statement: it stays in the record and counts no more.

use jiff::Timestamp;

use crate::content::Syllabus;
use crate::ids::{PersonId, StatementId};
use crate::learning::{Decision, History, Learner};
use crate::record::{Entry, Subject, VoidReason};

/// What is voided, by whom and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voiding {
    /// The id of the statement that voids.
    pub id: StatementId,
    /// The statement to be voided.
    pub statement: StatementId,
    /// Who voids it; nobody for the operator at the command line.
    pub by: Option<PersonId>,
    /// Why.
    pub reason: VoidReason,
}

/// Why a statement is not voided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VoidRefused {
    /// It is none of this person's acts.
    NoSuch,
    /// It was voided before.
    AlreadyVoided,
    /// It proved nothing, so nothing stands on it. A statement that voids another is one of these: it can't be voided.
    ProvedNothing,
    /// Nobody judges their own work.
    Oneself,
}

/// Voids a statement of a learner. `history` holds all entries of the learner's record, in their order.
///
/// # Errors
/// When there is no such statement, it proved nothing, was voided before, or is the official's own.
pub fn void(
    learner: &Learner,
    syllabus: &Syllabus,
    history: &[Entry],
    voiding: &Voiding,
    now: Timestamp,
) -> Result<Decision, VoidRefused> {
    let target = history.iter().find(|entry| entry.id == voiding.statement).ok_or(VoidRefused::NoSuch)?;
    if target.evidence.is_empty() {
        return Err(VoidRefused::ProvedNothing);
    }
    if voiding.by == Some(learner.person) {
        return Err(VoidRefused::Oneself);
    }
    let is_voiding = |entry: &Entry| matches!(entry.subject, Subject::Voided { statement, .. } if statement == voiding.statement);
    if history.iter().any(is_voiding) {
        return Err(VoidRefused::AlreadyVoided);
    }
    let entry = Entry {
        id: voiding.id,
        person: learner.person,
        at: now,
        stored: now,
        place: learner.book.place.clone(),
        helper: voiding.by,
        evidence: Vec::new(),
        subject: Subject::Voided { statement: voiding.statement, reason: voiding.reason },
    };
    let mut told = History::default();
    for earlier in history {
        told.post(syllabus, earlier);
    }
    let (moved, deltas) = told.post(syllabus, &entry);
    let next = Learner { book: told.into_book(), version: learner.version + 1, ..learner.clone() };
    Ok(Decision { learner: next, entry, moved, deltas })
}
