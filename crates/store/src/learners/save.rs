//! Save what was decided.

use crate::db::{Batch, StoreError, Value};
use crate::read::{groups, level_height, maybe_text, ms, text};
use crate::sums::{Marks, Sums};
use crate::{Store, params, record};
use domain::assessment::Assurance;
use domain::ids::{PersonId, SkillId};
use domain::learning::{Decision, Learner, Workbook};
use domain::record::Subject;
use domain::standing::Standing;
use std::collections::BTreeSet;

/// What became of a save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// It is on the disk.
    Added,
    /// The same act was saved before; nothing was changed.
    AlreadyThere,
    /// The id of the act belongs to another person's act; nothing was changed.
    ForeignId,
    /// Somebody else moved the person first: load again, decide again. Nothing was changed.
    Raced,
}

/// Saves one decision.
///
/// # Errors
/// `Missing` when there is no such person; `Unavailable`.
pub async fn save(store: &Store, decision: &Decision) -> Result<Saved, StoreError> {
    save_all(store, Batch::new(), core::slice::from_ref(decision)).await
}

/// Saves decisions on one person, each made on the learner that the one before gave, after the steps of `first`
/// ([`crate::people::step_add`], [`crate::audit::step_add`]): all in one transaction.
///
/// # Errors
/// As [`save`]; what the steps of `first` meet.
pub async fn save_all(store: &Store, first: Batch, decisions: &[Decision]) -> Result<Saved, StoreError> {
    let Some(last) = decisions.last() else { return store.db.write(first).await.map(|_| Saved::Added) };
    match store.db.write(first.then(batch(decisions, last))).await {
        Ok(_) => Ok(Saved::Added),
        Err(error) if error.is_race() => why(store, decisions, &last.learner, error).await,
        Err(error) => Err(error),
    }
}

/// The reason for which the batch was not taken, found by looking again.
async fn why(
    store: &Store,
    decisions: &[Decision],
    learner: &Learner,
    error: StoreError,
) -> Result<Saved, StoreError> {
    let mut known = 0;
    for decision in decisions {
        match record::find_owner(store, decision.entry.id).await? {
            Some(owner) if owner != learner.person => return Ok(Saved::ForeignId),
            Some(_) => known += 1,
            None => {}
        }
    }
    if known == decisions.len() {
        return Ok(Saved::AlreadyThere);
    }
    let version = "SELECT version FROM persons WHERE id = ?1";
    let row = store.db.row(version, vec![text(learner.person)]).await?;
    let moved = row.get::<u64>("version")? + decisions.len() as u64 != learner.version;
    if moved || known > 0 { Ok(Saved::Raced) } else { Err(error) }
}

fn batch(decisions: &[Decision], last: &Decision) -> Batch {
    let learner = &last.learner;
    let first_seq = learner.version.saturating_sub(decisions.len() as u64);
    let numbered = || (first_seq..).zip(decisions);
    let statements =
        numbered().map(|(seq, it)| record::row(seq, &it.entry, domain::record::write(&it.entry)));
    let ids = numbered().map(|(seq, it)| record::id_row(it.entry.id, learner.person, seq));
    let moved: BTreeSet<&SkillId> = decisions.iter().flat_map(|it| &it.moved).collect();
    let (kept, gone): (Vec<&SkillId>, Vec<&SkillId>) =
        moved.into_iter().partition(|skill| learner.book.standings.contains_key(*skill));
    let standings = kept.into_iter().filter_map(|skill| Some((skill, learner.book.standings.get(skill)?)));
    let mut sums = Sums::default();
    decisions.iter().flat_map(|it| &it.deltas).for_each(|delta| sums.add(delta));
    move_version(learner, first_seq)
        .then(move_place(learner, decisions))
        .then(move_marks(learner.person, Marks::of(decisions.iter().flat_map(|it| &it.deltas))))
        .insert_many("statement_ids", &record::ID_COLUMNS, "", ids)
        .insert_many("statements", &record::COLUMNS, "", statements)
        .insert_many(
            "standings",
            &STANDING_COLUMNS,
            UPSERT_STANDING,
            standings.map(|(skill, standing)| standing_row(learner.person, skill, standing)),
        )
        .then(remove_standings(learner.person, &gone))
        .then(sums.batch())
}

/// Only voiding leaves a skill without a standing.
fn remove_standings(person: PersonId, skills: &[&SkillId]) -> Batch {
    let sql = "DELETE FROM standings WHERE person = ?1 AND skill = ?2";
    skills.iter().fold(Batch::new(), |batch, skill| batch.any(sql, params![text(person), skill.as_str()]))
}

/// The row of the person is taken first: who else wants to write about this person waits, and then finds another version.
fn move_version(learner: &Learner, old: u64) -> Batch {
    let sql = "UPDATE persons SET version = ?3, workbook = ?4 WHERE id = ?1 AND version = ?2";
    let version = |version: u64| i64::try_from(version).unwrap_or(i64::MAX);
    let workbook = workbook(&learner.workbook);
    Batch::new()
        .expect_one(sql, params![text(learner.person), version(old), version(learner.version), workbook])
}

/// A step of its own, because it touches an index.
fn move_place(learner: &Learner, decisions: &[Decision]) -> Batch {
    if !decisions.iter().any(|it| matches!(it.entry.subject, Subject::Settled)) {
        return Batch::new();
    }
    let place = &learner.book.place;
    let sql = "UPDATE persons SET unit = ?2, grps = ?3 WHERE id = ?1";
    Batch::new().expect_one(sql, params![text(learner.person), place.unit.as_str(), groups(place)])
}

fn move_marks(person: PersonId, marks: Marks) -> Batch {
    let mut batch = Batch::new();
    if let Some(level) = marks.level {
        let sql = "UPDATE persons SET level = ?2 WHERE id = ?1";
        batch = batch.expect_one(sql, params![text(person), level.map(level_height)]);
    }
    if let Some(attained) = marks.attained {
        let sql = "UPDATE persons SET attained = ?2 WHERE id = ?1";
        batch = batch.expect_one(sql, params![text(person), attained]);
    }
    batch
}

pub(crate) fn workbook(workbook: &Workbook) -> String {
    serde_json::to_string(workbook).expect("a workbook is made of maps with names for keys")
}

pub(crate) const STANDING_COLUMNS: [&str; 8] =
    ["person", "skill", "rung", "since", "passed_at", "statement", "helper", "assurance"];

pub(crate) const UPSERT_STANDING: &str =
    "ON CONFLICT (person, skill) DO UPDATE SET rung = excluded.rung, since = excluded.since,
    passed_at = excluded.passed_at, statement = excluded.statement, helper = excluded.helper, assurance = excluded.assurance";

pub(crate) fn standing_row(person: PersonId, skill: &SkillId, standing: &Standing) -> Vec<Value> {
    params![
        text(person),
        skill.as_str(),
        standing.rung.height(),
        ms(standing.since),
        standing.passed_at.map_or(Value::Null, ms),
        text(standing.statement),
        maybe_text(standing.helper),
        standing.assurance.map(Assurance::as_str),
    ]
}
