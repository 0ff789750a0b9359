//! Keeping levels and attainments in step with the profiles by which they are reckoned.
//!
//! A difference of tallies takes away the cells in which a person stood and adds those in which they stand now, both by today's
//! profiles. After a profile was edited the first of them was never added, so everything has to be counted again before
//! the next act. Groups and their composites need no care: a person counts in those that their statements name.

use crate::db::{Batch, StoreError};
use crate::recount::{Report, look};
use crate::{Store, meta, params};
use domain::content::Syllabus;

const KEY: &str = "profiles";
/// How often it is tried anew when another server of the same database did the same at the same time.
const TRIES: usize = 4;

/// Whether the figures were reckoned with the profiles of today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Agreed {
    /// They were, or there was nothing to reckon.
    Same,
    /// They were not. They have been counted again and mended; the report tells what was found.
    Recounted(Report),
}

/// Counts again when the profiles are others than those by which the figures were last reckoned. To be called when a server
/// starts, before the first act; other servers of the same database that still have the old profiles must be stopped first.
///
/// # Errors
/// As [`crate::recount::recount`].
pub async fn keep_agreed(store: &Store, syllabus: &Syllabus) -> Result<Agreed, StoreError> {
    let now = told(syllabus);
    for _ in 1..TRIES {
        match agree(store, syllabus, &now).await {
            Err(error) if error.is_race() => {}
            done => return done,
        }
    }
    agree(store, syllabus, &now).await
}

async fn agree(store: &Store, syllabus: &Syllabus, now: &str) -> Result<Agreed, StoreError> {
    let was = meta::find(store, KEY).await?;
    if was.as_deref() == Some(now) {
        return Ok(Agreed::Same);
    }
    // The note moves in the transaction that mends: of two who counted at once only the first may add what was lacking.
    let note = step_note(was.as_deref(), now);
    if was.is_none() && store.db.maybe_row("SELECT id FROM statement_ids LIMIT 1", vec![]).await?.is_none() {
        return store.db.write(note).await.map(|_| Agreed::Same);
    }
    let found = look(store, syllabus).await?;
    store.db.write(note.then(found.mending)).await?;
    Ok(Agreed::Recounted(found.report))
}

fn step_note(was: Option<&str>, now: &str) -> Batch {
    match was {
        Some(was) => {
            let sql = "UPDATE meta SET value = ?3 WHERE key = ?1 AND value = ?2";
            Batch::new().expect_one(sql, params![KEY, was, now])
        }
        None => Batch::new().expect_one("INSERT INTO meta (key, value) VALUES (?1, ?2)", params![KEY, now]),
    }
}

/// What levels and attainments depend on, and nothing else, so that a better title costs no recount: of each profile, in
/// order, the group and the demands. It is some lines long, so it is kept as it is and not as a digest.
fn told(syllabus: &Syllabus) -> String {
    let demands = |demands: &[(domain::ids::SkillId, domain::standing::Rung)]| -> String {
        demands.iter().map(|(skill, rung)| format!(" {skill}={}", rung.height())).collect()
    };
    let line = |it: &domain::content::Profile| format!("{}:{}\n", it.group, demands(&it.demands));
    syllabus.profiles.iter().map(line).collect()
}
