//! Versions of lessons and practices. Written once, never changed.

use std::collections::BTreeSet;

use crate::db::{Batch, StoreError};
use crate::read::ms;
use crate::{Store, params};
use domain::content::{Curriculum, Lesson, Practice, Version};
use domain::ids::{LessonId, PracticeId};
use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;

const LESSON: &str = "lesson";
const PRACTICE: &str = "practice";

/// Adds the versions of a curriculum that are not there yet, in one transaction; how many those were.
///
/// # Errors
/// `Unavailable`.
pub async fn add_new(store: &Store, curriculum: &Curriculum, now: Timestamp) -> Result<usize, StoreError> {
    let rows = store.db.rows("SELECT kind, id, version FROM content_versions", vec![]).await?;
    let key = |row: &crate::db::Row| Ok((row.get("kind")?, row.get("id")?, row.get("version")?));
    let known = rows.iter().map(key).collect::<Result<BTreeSet<(String, String, u32)>, StoreError>>()?;
    let lessons = curriculum.lessons.values().map(|it| (LESSON, it.id.as_str(), it.version, json(it)));
    let practices = curriculum.practices.values().map(|it| (PRACTICE, it.id.as_str(), it.version, json(it)));
    let is_new = |(kind, id, version, _): &(&str, &str, Version, String)| {
        !known.contains(&((*kind).to_owned(), (*id).to_owned(), version.0))
    };
    let row = |(kind, id, version, json): (&str, &str, Version, String)| {
        params![kind, id, version.0, json, ms(now)]
    };
    let new: Vec<_> = lessons.chain(practices).filter(is_new).map(row).collect();
    let count = new.len();
    if count > 0 {
        // Two servers that start at once add the same.
        let columns = ["kind", "id", "version", "json", "first_seen"];
        let step = Batch::new().insert_many("content_versions", &columns, "ON CONFLICT DO NOTHING", new);
        store.db.write(step).await?;
    }
    Ok(count)
}

/// A version of a lesson; `None` when it was never taught here, or is written in a way that is read no more.
///
/// # Errors
/// `Unavailable`.
pub async fn find_lesson(
    store: &Store,
    id: &LessonId,
    version: Version,
) -> Result<Option<Lesson>, StoreError> {
    find(store, LESSON, id.as_str(), version).await
}

/// A version of a practice; `None` when it was never taught here, or is written in a way that is read no more.
///
/// # Errors
/// `Unavailable`.
pub async fn find_practice(
    store: &Store,
    id: &PracticeId,
    version: Version,
) -> Result<Option<Practice>, StoreError> {
    find(store, PRACTICE, id.as_str(), version).await
}

async fn find<T: DeserializeOwned>(
    store: &Store,
    kind: &str,
    id: &str,
    version: Version,
) -> Result<Option<T>, StoreError> {
    let sql = "SELECT json FROM content_versions WHERE kind = ?1 AND id = ?2 AND version = ?3";
    let row = store.db.maybe_row(sql, params![kind, id, version.0]).await?;
    let json: Option<String> = row.map(|row| row.get("json")).transpose()?;
    Ok(json.and_then(|json| serde_json::from_str(&json).ok()))
}

fn json(content: &impl Serialize) -> String {
    serde_json::to_string(content).expect("content is made of texts and whole numbers")
}
