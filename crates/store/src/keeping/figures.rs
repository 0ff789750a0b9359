//! Figures of questions, as they were counted last.

use crate::db::{Batch, Row, StoreError};
use crate::read::with;
use crate::{Store, meta, params};
use domain::bank::ItemFigures;
use domain::ids::ItemId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

const COUNTED: &str = "bank-counted";

/// When and over what figures were counted last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// When.
    #[serde(with = "jiff::fmt::serde::timestamp::millisecond::required")]
    pub at: Timestamp,
    /// With the parameters of which version.
    pub version: u32,
    /// Over how many attempts.
    pub attempts: u64,
    /// Over how many answers.
    pub answers: u64,
    /// How long it took, in milliseconds.
    pub took_ms: u64,
}

/// Puts figures in place of those of before.
///
/// # Errors
/// `Unavailable`.
pub async fn save_figures(
    store: &Store,
    figures: &[(ItemId, ItemFigures)],
    counted: &Counted,
) -> Result<(), StoreError> {
    let json =
        |value: &ItemFigures| serde_json::to_string(value).expect("figures are whole numbers and names");
    let rows = figures.iter().map(|(item, figures)| params![item.as_str(), json(figures)]);
    let counted = serde_json::to_string(counted).expect("it is made of whole numbers");
    let batch = Batch::new()
        .any("DELETE FROM item_figures", vec![])
        .insert_many("item_figures", &["item", "json"], "", rows)
        .then(meta::step(COUNTED, &counted));
    store.db.write(batch).await.map(|_| ())
}

/// When figures were counted last; `None` before the first time.
///
/// # Errors
/// `Unavailable`.
pub async fn find_counted(store: &Store) -> Result<Option<Counted>, StoreError> {
    // What an older program wrote otherwise counts as never counted: the next pass puts it right.
    Ok(meta::find(store, COUNTED).await?.and_then(|json| serde_json::from_str(&json).ok()))
}

/// The figures of all questions.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_figures(store: &Store) -> Result<Vec<(ItemId, ItemFigures)>, StoreError> {
    let rows = store.db.rows("SELECT item, json FROM item_figures ORDER BY item", vec![]).await?;
    rows.iter().map(read).collect()
}

/// The figures of a question; `None` when it was not there at the last count.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn find_figures(store: &Store, item: &ItemId) -> Result<Option<ItemFigures>, StoreError> {
    let sql = "SELECT item, json FROM item_figures WHERE item = ?1";
    let row = store.db.maybe_row(sql, params![item.as_str()]).await?;
    row.as_ref().map(read).transpose().map(|found| found.map(|(_, figures)| figures))
}

fn read(row: &Row) -> Result<(ItemId, ItemFigures), StoreError> {
    let figures = with(row, "json", "figures of a question", |json: &str| serde_json::from_str(json).ok())?;
    Ok((with(row, "item", "the name of a question", ItemId::parse)?, figures))
}
