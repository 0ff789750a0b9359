//! Reviews: what a person has to look at and decide.

use crate::db::{Batch, Row, StoreError};
use crate::read::{instant, maybe_instant, ms, parsed, text, with};
use crate::{Scope, Store, params};
use domain::ids::{PersonId, ReviewId};
use domain::recognition::{Decided, Review, ReviewKind, Verdict};
use jiff::Timestamp;
use territory::UnitId;

const SELECT: &str = "SELECT r.person, r.id, r.kind, r.subject, r.unit, r.why, r.opened_at, r.opened_by, r.decided_at, r.decided_by,
    r.verdict, r.words FROM reviews r";

/// A review to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReview {
    /// Its id.
    pub id: ReviewId,
    /// Whom it is about.
    pub person: PersonId,
    /// What is looked at.
    pub kind: ReviewKind,
    /// The id of it: a certificate, or the statement with which an attempt ended.
    pub subject: String,
    /// Where the person counts.
    pub unit: UnitId,
    /// Why: words of an official, or the names of flags. No personal data.
    pub why: String,
    /// When.
    pub at: Timestamp,
    /// The account that opens it; nothing for a program.
    pub by: Option<String>,
}

/// The step that opens a review. Where one of the same kind and subject is open already it does nothing.
#[must_use]
pub fn step_open(it: &NewReview) -> Batch {
    let sql = "INSERT INTO reviews (person, id, kind, subject, unit, why, opened_at, opened_by)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING";
    let (by, why) = (it.by.as_deref(), it.why.as_str());
    let (person, id, kind, subject) = (text(it.person), text(it.id), it.kind.as_str(), it.subject.as_str());
    Batch::new().at_most_one(sql, params![person, id, kind, subject, it.unit.as_str(), why, ms(it.at), by])
}

/// Opens a review by itself, as a program does that doubts an attempt. It fails nobody: a person decides.
///
/// # Errors
/// `Unavailable`.
pub async fn open(store: &Store, it: &NewReview) -> Result<(), StoreError> {
    store.db.write(step_open(it)).await.map(|_| ())
}

/// The step that keeps what was decided; only the first decision counts.
#[must_use]
pub fn step_decide(person: PersonId, id: ReviewId, decided: &Decided) -> Batch {
    let sql = "UPDATE reviews SET decided_at = ?3, decided_by = ?4, verdict = ?5, words = ?6
        WHERE person = ?1 AND id = ?2 AND decided_at IS NULL";
    let (by, verdict, words) = (decided.by.as_str(), decided.verdict.as_str(), decided.words.as_str());
    Batch::new().expect_one(sql, params![text(person), text(id), ms(decided.at), by, verdict, words])
}

/// Commits the steps of a decision: that of the review, its consequences, its row in the audit.
///
/// # Errors
/// `Expectation` when it was decided before, or a consequence does not fit any more; `Unavailable`.
pub async fn decide(store: &Store, steps: Batch) -> Result<(), StoreError> {
    store.db.write(steps).await.map(|_| ())
}

/// A review by its id.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn find(store: &Store, id: ReviewId) -> Result<Option<Review>, StoreError> {
    let row = store.db.maybe_row(format!("{SELECT} WHERE r.id = ?1"), vec![text(id)]).await?;
    row.as_ref().map(review).transpose()
}

/// The open reviews of a scope, the oldest first: who waits longest comes first.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_open(store: &Store, scope: &Scope, limit: u32) -> Result<Vec<Review>, StoreError> {
    let sql = format!(
        "{} {SELECT} WHERE {} AND r.decided_at IS NULL ORDER BY r.opened_at, r.id LIMIT ?2",
        scope.with(),
        scope.on("r.unit")
    );
    store.db.rows(sql, params![scope.param(), limit]).await?.iter().map(review).collect()
}

/// All reviews of a person, the newest first.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_of_person(store: &Store, person: PersonId) -> Result<Vec<Review>, StoreError> {
    let sql = format!("{SELECT} WHERE r.person = ?1 ORDER BY r.opened_at DESC, r.id DESC");
    store.db.rows(sql, vec![text(person)]).await?.iter().map(review).collect()
}

fn review(row: &Row) -> Result<Review, StoreError> {
    let decided = |at: Timestamp| {
        Ok::<_, StoreError>(Decided {
            at,
            by: row.get("decided_by")?,
            verdict: with(row, "verdict", "keep or revoke", Verdict::parse)?,
            words: row.get("words")?,
        })
    };
    Ok(Review {
        id: parsed(row, "id")?,
        person: parsed(row, "person")?,
        kind: with(row, "kind", "a kind of review", ReviewKind::parse)?,
        subject: row.get("subject")?,
        unit: parsed(row, "unit")?,
        why: row.get("why")?,
        opened_at: instant(row, "opened_at")?,
        opened_by: row.get("opened_by")?,
        decided: maybe_instant(row, "decided_at")?.map(decided).transpose()?,
    })
}
