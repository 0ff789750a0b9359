//! Calibrations, before and after somebody decided about them.

use super::Kept;
use crate::banks::{Made, step_add};
use crate::db::{Batch, Row, StoreError, Value};
use crate::read::{instant, maybe_instant, ms, parsed, text, with};
use crate::{Store, params};
use domain::assessment::BankVersion;
use domain::bank::{Family, Proposal};
use domain::ids::StatementId;
use jiff::Timestamp;

/// A calibration in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its id.
    pub id: StatementId,
    /// When it was made.
    pub made_at: Timestamp,
    /// By whose login.
    pub made_by: String,
    /// With which curves.
    pub family: Family,
    /// Of which version.
    pub base: u32,
    /// What was decided; nothing yet when `None`.
    pub decided: Option<Decision>,
}

/// A decision about a calibration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// When.
    pub at: Timestamp,
    /// By whose login.
    pub by: String,
    /// Why, in words; may be empty.
    pub words: String,
    /// The version of the bank that it made; `None` when it was left.
    pub applied: Option<u32>,
}

/// A calibration with what it would change.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibration {
    /// As in a list.
    pub line: Line,
    /// What it would change.
    pub proposal: Proposal,
}

const SELECT: &str =
    "SELECT id, made_at, made_by, family, base, decided_at, decided_by, words, applied FROM calibrations";

/// Adds a calibration that nobody has decided about, after the steps of `first` (such as [`crate::audit::step_add`]).
///
/// # Errors
/// `Conflict` when the id is taken; `Unavailable`.
pub async fn add_calibration(
    store: &Store,
    first: Batch,
    id: StatementId,
    at: Timestamp,
    by: &str,
    proposal: &Proposal,
) -> Result<(), StoreError> {
    let json = serde_json::to_string(proposal).expect("a proposal is made of names and finite numbers");
    let columns = ["id", "made_at", "made_by", "family", "base", "json"];
    let row = params![text(id), ms(at), by, proposal.family.as_str(), proposal.base, json];
    store.db.write(first.insert_many("calibrations", &columns, "", [row])).await.map(|_| ())
}

/// All calibrations, the newest first.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_calibrations(store: &Store, limit: u32) -> Result<Vec<Line>, StoreError> {
    let sql = format!("{SELECT} ORDER BY made_at DESC, id DESC LIMIT ?1");
    store.db.rows(sql, params![limit]).await?.iter().map(line).collect()
}

/// A calibration by its id.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn find_calibration(store: &Store, id: StatementId) -> Result<Option<Calibration>, StoreError> {
    let sql = SELECT.replacen("applied", "applied, json", 1) + " WHERE id = ?1";
    let row = store.db.maybe_row(sql, params![text(id)]).await?;
    let read = |row: Row| {
        let proposal = with(&row, "json", "a proposal", |json: &str| serde_json::from_str(json).ok())?;
        Ok(Calibration { line: line(&row)?, proposal })
    };
    row.map(read).transpose()
}

/// Keeps that a calibration was applied, with the version that it makes, all or nothing.
///
/// # Errors
/// `Unavailable`.
pub async fn apply(
    store: &Store,
    id: StatementId,
    act: StatementId,
    decision: &Decision,
    version: &BankVersion,
    audited: Batch,
) -> Result<Kept, StoreError> {
    let made = Made { at: decision.at, by: Some(decision.by.clone()), note: decision.words.clone() };
    let batch = step_decide(id, act, decision).then(step_add(version, &made)).then(audited);
    decided(store, id, act, batch).await
}

/// Keeps that a calibration was left.
///
/// # Errors
/// `Unavailable`.
pub async fn leave(
    store: &Store,
    id: StatementId,
    act: StatementId,
    decision: &Decision,
    audited: Batch,
) -> Result<Kept, StoreError> {
    decided(store, id, act, step_decide(id, act, decision).then(audited)).await
}

async fn decided(store: &Store, id: StatementId, act: StatementId, batch: Batch) -> Result<Kept, StoreError> {
    match store.db.write(batch).await {
        Ok(_) => Ok(Kept::Added),
        Err(StoreError::Conflict { .. } | StoreError::Expectation { .. }) => {
            let sql = "SELECT act FROM calibrations WHERE id = ?1";
            let row = store.db.maybe_row(sql, params![text(id)]).await?;
            let by: Option<String> = row.map(|row| row.get("act")).transpose()?.flatten();
            Ok(if by == Some(act.to_string()) { Kept::AlreadyThere } else { Kept::Raced })
        }
        Err(error) => Err(error),
    }
}

fn step_decide(id: StatementId, act: StatementId, decision: &Decision) -> Batch {
    let sql = "UPDATE calibrations SET act = ?2, decided_at = ?3, decided_by = ?4, words = ?5, applied = ?6
        WHERE id = ?1 AND decided_at IS NULL";
    let applied = decision.applied.map_or(Value::Null, |version| Value::Int(i64::from(version)));
    let (by, words) = (decision.by.as_str(), decision.words.as_str());
    Batch::new().expect_one(sql, params![text(id), text(act), ms(decision.at), by, words, applied])
}

fn line(row: &Row) -> Result<Line, StoreError> {
    let decision = |at| {
        Ok::<_, StoreError>(Decision {
            at,
            by: row.get("decided_by")?,
            words: row.get("words")?,
            applied: row.get("applied")?,
        })
    };
    Ok(Line {
        id: parsed(row, "id")?,
        made_at: instant(row, "made_at")?,
        made_by: row.get("made_by")?,
        family: with(row, "family", "a family of curves", Family::parse)?,
        base: row.get("base")?,
        decided: maybe_instant(row, "decided_at")?.map(decision).transpose()?,
    })
}
