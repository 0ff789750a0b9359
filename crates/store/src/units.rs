//! Units of the territory, as rows. What they mean is asked of [`territory::Territory`].

use crate::db::{Row, StoreError, Value};
use crate::read::{maybe, maybe_parsed, maybe_text, parsed, with};
use crate::{Store, meta, params};
use jiff::civil::Date;
use std::sync::Arc;
use territory::{Alias, Share, Succession, SuccessionKind, Unit, UnitId};

const MARK: &str = "units";

/// The three registers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Registers {
    /// The units.
    pub units: Vec<Unit>,
    /// What became of them.
    pub successions: Vec<Succession>,
    /// Other spellings of their names.
    pub aliases: Vec<Alias>,
}

/// A mark of texts (FNV-1a, 64 bits): other texts, most surely another mark. For the files from which registers were read.
///
/// ```
/// use store::units::fingerprint;
/// assert_ne!(fingerprint(&["a", "b"]), fingerprint(&["ab", ""]));
/// ```
#[must_use]
pub fn fingerprint(texts: &[&str]) -> String {
    let bytes = texts.iter().flat_map(|text| text.bytes().chain([0xff]));
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

/// The fingerprint of the registers in the database; none in an empty one.
///
/// # Errors
/// `Unavailable`.
pub async fn find_fingerprint(store: &Store) -> Result<Option<String>, StoreError> {
    meta::find(store, MARK).await
}

/// Puts the registers in place of those in the database, in one transaction. When the database has this fingerprint
/// already, nothing happens.
///
/// # Errors
/// `Conflict` when a unit has two rows from the same day; `Unavailable`.
pub async fn seed(store: &Store, registers: &Registers, fingerprint: &str) -> Result<(), StoreError> {
    if find_fingerprint(store).await?.as_deref() == Some(fingerprint) {
        return Ok(());
    }
    // The mark is written first: two programs that start together do this one after the other.
    let emptied = ["DELETE FROM units", "DELETE FROM successions", "DELETE FROM aliases"];
    let batch = emptied.into_iter().fold(meta::step(MARK, fingerprint), |batch, sql| batch.any(sql, vec![]));
    let columns = ["id", "valid_from", "valid_to", "kind", "name", "parent"];
    let batch = batch
        .insert_many("units", &columns, "", registers.units.iter().map(unit_row))
        .insert_many(
            "successions",
            &["pred", "succ", "kind", "pop_ppm", "area_ppm", "note"],
            "",
            registers.successions.iter().map(succession_row),
        )
        .insert_many("aliases", &["unit", "alias", "source"], "", registers.aliases.iter().map(alias_row));
    store.db.write(batch).await.map(|_| ())
}

/// The registers in the database.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn load(store: &Store) -> Result<Registers, StoreError> {
    let units = "SELECT id, valid_from, valid_to, kind, name, parent FROM units";
    let successions = "SELECT pred, succ, kind, pop_ppm, area_ppm, note FROM successions";
    let aliases = "SELECT unit, alias, source FROM aliases";
    Ok(Registers {
        units: store.db.rows(units, vec![]).await?.iter().map(unit).collect::<Result<_, _>>()?,
        successions: store
            .db
            .rows(successions, vec![])
            .await?
            .iter()
            .map(succession)
            .collect::<Result<_, _>>()?,
        aliases: store.db.rows(aliases, vec![]).await?.iter().map(alias).collect::<Result<_, _>>()?,
    })
}

fn unit_row(unit: &Unit) -> Vec<Value> {
    let from = unit.valid_from.map_or_else(String::new, |day| day.to_string());
    let parent = unit.parent.map(|id| Value::from(id.as_str())).unwrap_or(Value::Null);
    params![unit.id.as_str(), from, maybe_text(unit.valid_to), &*unit.kind, &*unit.name, parent]
}

fn unit(row: &Row) -> Result<Unit, StoreError> {
    Ok(Unit {
        id: parsed(row, "id")?,
        kind: row.get::<&str>("kind")?.into(),
        name: row.get::<&str>("name")?.into(),
        parent: maybe_parsed(row, "parent")?,
        valid_from: or_open(row, "valid_from")?,
        valid_to: maybe_parsed::<Date>(row, "valid_to")?,
    })
}

fn succession_row(row: &Succession) -> Vec<Value> {
    let succ = row.succ.as_ref().map_or("", UnitId::as_str);
    let ppm = |share: Option<Share>| share.map(Share::ppm);
    params![row.pred.as_str(), succ, row.kind.as_str(), ppm(row.pop_share), ppm(row.area_share), &*row.note]
}

fn succession(row: &Row) -> Result<Succession, StoreError> {
    let share = |column| maybe(row, column, "parts per million", Share::from_ppm);
    Ok(Succession {
        pred: parsed(row, "pred")?,
        succ: or_open(row, "succ")?,
        kind: with(row, "kind", "whole, part or none", SuccessionKind::from_word)?,
        pop_share: share("pop_ppm")?,
        area_share: share("area_ppm")?,
        note: row.get::<&str>("note")?.into(),
    })
}

fn alias_row(alias: &Alias) -> Vec<Value> {
    params![alias.id.as_str(), &*alias.alias, &*alias.source]
}

fn alias(row: &Row) -> Result<Alias, StoreError> {
    Ok(Alias {
        id: parsed(row, "unit")?,
        alias: row.get::<&str>("alias")?.into(),
        source: Arc::from(row.get::<&str>("source")?),
    })
}

/// A column of a key, where '' stands for nothing.
fn or_open<T: core::str::FromStr>(row: &Row, column: &str) -> Result<Option<T>, StoreError> {
    if row.get::<&str>(column)?.is_empty() { Ok(None) } else { parsed(row, column).map(Some) }
}
