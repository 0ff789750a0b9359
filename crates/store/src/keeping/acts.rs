//! What keepers did to questions.

use crate::banks::{Made, step_add};
use crate::db::{Batch, Row, StoreError};
use crate::read::{instant, ms, text, with};
use crate::{Store, params};
use domain::assessment::BankVersion;
use domain::bank::Deed;
use domain::ids::{ItemId, StatementId};
use jiff::Timestamp;

/// One act of a keeper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemAct {
    /// The id of the form.
    pub id: StatementId,
    /// The question.
    pub item: ItemId,
    /// When.
    pub at: Timestamp,
    /// Whose login.
    pub login: String,
    /// What.
    pub deed: Deed,
    /// Why, in the keeper's words.
    pub words: String,
    /// The version of the bank that it made.
    pub version: u32,
}

/// What became of a write that makes a version of the bank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It is kept.
    Added,
    /// The same form was sent before.
    AlreadyThere,
    /// Somebody else made a version meanwhile: look again.
    Raced,
}

/// Keeps an act with the version that it makes and its row of the audit, all or nothing.
///
/// # Errors
/// `Unavailable`.
pub async fn keep(
    store: &Store,
    act: &ItemAct,
    version: &BankVersion,
    audited: Batch,
) -> Result<Kept, StoreError> {
    let columns = ["id", "item", "at", "login", "deed", "words", "version"];
    let (id, item, deed) = (text(act.id), act.item.as_str(), act.deed.as_str());
    let row = params![id, item, ms(act.at), &act.login, deed, &act.words, act.version];
    let note = format!("{deed} {item}: {}", act.words);
    let made = Made { at: act.at, by: Some(act.login.clone()), note };
    let batch = Batch::new()
        .insert_many("item_acts", &columns, "", [row])
        .then(step_add(version, &made))
        .then(audited);
    match store.db.write(batch).await {
        Ok(_) => Ok(Kept::Added),
        Err(StoreError::Conflict { .. }) if has_act(store, act.id).await? => Ok(Kept::AlreadyThere),
        Err(StoreError::Conflict { .. }) => Ok(Kept::Raced),
        Err(error) => Err(error),
    }
}

async fn has_act(store: &Store, id: StatementId) -> Result<bool, StoreError> {
    let row = store.db.maybe_row("SELECT id FROM item_acts WHERE id = ?1", params![text(id)]).await?;
    Ok(row.is_some())
}

/// What keepers did to a question, the newest first.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_acts(store: &Store, item: &ItemId) -> Result<Vec<ItemAct>, StoreError> {
    let sql = "SELECT id, item, at, login, deed, words, version FROM item_acts WHERE item = ?1 ORDER BY at DESC, id DESC";
    store.db.rows(sql, params![item.as_str()]).await?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<ItemAct, StoreError> {
    Ok(ItemAct {
        id: crate::read::parsed(row, "id")?,
        item: with(row, "item", "the name of a question", ItemId::parse)?,
        at: instant(row, "at")?,
        login: row.get("login")?,
        deed: with(row, "deed", "a keeper's deed", Deed::parse)?,
        words: row.get("words")?,
        version: row.get("version")?,
    })
}
