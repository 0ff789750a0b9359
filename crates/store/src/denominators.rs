//! Denominators: how many people there are, each figure with its source. In a demonstration the made-up ones come first.

use crate::db::{Batch, Row, StoreError, Value};
use crate::read::{parsed, with};
use crate::{Scope, Store, params};
use domain::ids::GroupId;
use domain::targets::Denominator;
use domain::text::Text;
use territory::UnitId;

const COLUMNS: [&str; 7] = ["grp", "unit", "source_vi", "source_en", "as_of", "value", "demonstration"];
const UPSERT: &str = "ON CONFLICT (grp, unit, source_vi) DO UPDATE SET source_en = excluded.source_en,
    as_of = excluded.as_of, value = excluded.value, demonstration = excluded.demonstration";

/// Writes denominators over those of the same unit, group and source. No such key may come twice.
///
/// # Errors
/// `Unavailable`; `Misuse` when a key comes twice.
pub async fn save(store: &Store, denominators: &[Denominator]) -> Result<(), StoreError> {
    let rows = denominators.iter().map(row);
    store.db.write(Batch::new().insert_many("denominators", &COLUMNS, UPSERT, rows)).await.map(|_| ())
}

/// The denominator of a unit and a group: the made-up one if there is one, else the real one.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn find(store: &Store, unit: UnitId, group: &GroupId) -> Result<Option<Denominator>, StoreError> {
    Ok(list(store, &Scope::of(unit), group).await?.pop())
}

/// The denominator of each unit of the scope that has one, sorted by unit.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list(store: &Store, scope: &Scope, group: &GroupId) -> Result<Vec<Denominator>, StoreError> {
    let sql = format!(
        "{} SELECT d.grp, d.unit, d.source_vi, d.source_en, d.as_of, d.value, d.demonstration FROM denominators d
         WHERE d.grp = ?2 AND {} ORDER BY d.unit, d.demonstration DESC, d.as_of DESC, d.source_vi",
        scope.with(),
        scope.on("d.unit"),
    );
    let rows = store.db.rows(sql, params![scope.param(), group.as_str()]).await?;
    let mut found = rows.iter().map(denominator).collect::<Result<Vec<_>, _>>()?;
    found.dedup_by_key(|it| it.unit);
    Ok(found)
}

/// A sum of denominators.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    /// How many people.
    pub value: i64,
    /// How many units of the list have a denominator; when fewer than the list is long, the sum is not the whole.
    pub units: usize,
}

/// The sum over units, one denominator each.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn total_of(store: &Store, units: &[UnitId], group: &GroupId) -> Result<Sum, StoreError> {
    let found = list(store, &Scope::Units(units.to_vec()), group).await?;
    Ok(Sum { value: found.iter().map(|it| it.value).sum(), units: found.len() })
}

fn row(it: &Denominator) -> Vec<Value> {
    let Text { vi, en } = &it.source;
    params![it.group.as_str(), it.unit.as_str(), vi, en, &it.as_of, it.value, it.demonstration]
}

fn denominator(row: &Row) -> Result<Denominator, StoreError> {
    Ok(Denominator {
        unit: parsed(row, "unit")?,
        group: with(row, "grp", "the name of a group", GroupId::parse)?,
        value: row.get("value")?,
        source: Text::new(row.get::<&str>("source_vi")?, row.get::<&str>("source_en")?),
        as_of: row.get("as_of")?,
        demonstration: row.get("demonstration")?,
    })
}
