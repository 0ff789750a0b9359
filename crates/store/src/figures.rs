//! Figures: how many people stand where, read from tallies and totals.

use crate::db::{Row, StoreError, Value};
use crate::read::{parsed, with};
use crate::{Scope, Store, params};
use domain::ids::GroupId;
use domain::tally::Indicator;
use jiff::civil::Date;
use std::collections::BTreeMap;
use territory::UnitId;

/// What stands in the scope now, summed over its units. Indicators at zero are left out.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn totals(
    store: &Store,
    scope: &Scope,
    group: &GroupId,
) -> Result<BTreeMap<Indicator, i64>, StoreError> {
    let sql = format!(
        "{} SELECT t.indicator, CAST(SUM(t.count) AS BIGINT) AS count FROM totals t
         WHERE t.grp = ?2 AND {} GROUP BY t.indicator HAVING SUM(t.count) <> 0",
        scope.with(),
        scope.on("t.unit"),
    );
    let rows = store.db.rows(sql, params![scope.param(), group.as_str()]).await?;
    rows.iter().map(|row| Ok((indicator(row)?, row.get("count")?))).collect()
}

/// What stands in each unit of the scope now, sorted by unit.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn by_unit(
    store: &Store,
    scope: &Scope,
    group: &GroupId,
) -> Result<Vec<(UnitId, Indicator, i64)>, StoreError> {
    let sql = format!(
        "{} SELECT t.unit, t.indicator, t.count FROM totals t
         WHERE t.grp = ?2 AND {} AND t.count <> 0 ORDER BY t.unit, t.indicator",
        scope.with(),
        scope.on("t.unit"),
    );
    let rows = store.db.rows(sql, params![scope.param(), group.as_str()]).await?;
    rows.iter().map(|row| Ok((parsed(row, "unit")?, indicator(row)?, row.get("count")?))).collect()
}

/// How the sum of some indicators grew: where it stood on the eve of `from`, told for that eve, then where it stood at the end
/// of each day that changed it.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn trend(
    store: &Store,
    scope: &Scope,
    group: &GroupId,
    indicators: &[Indicator],
    from: Date,
) -> Result<Vec<(Date, i64)>, StoreError> {
    let eve = from.yesterday().unwrap_or(from);
    let mut params = params![scope.param(), group.as_str(), eve.to_string()];
    params.extend(indicators.iter().map(|it| Value::Text(it.to_string())));
    let rows = store.db.rows(trend_text(scope, indicators.len()), params).await?;
    let days = rows.iter().map(|row| Ok((parsed(row, "on_day")?, row.get("by_count")?)));
    days.collect::<Result<Vec<(Date, i64)>, StoreError>>().map(|days| run_up(eve, &days))
}

fn trend_text(scope: &Scope, indicators: usize) -> String {
    let places: Vec<String> = (4..4 + indicators).map(|at| format!("?{at}")).collect();
    let among = if places.is_empty() { "NULL".to_owned() } else { places.join(", ") };
    // The key begins with group and unit. For the whole country the units that have totals are named, so that the indicators
    // are found unit by unit; otherwise all days of all indicators of the group would be read, ten times as many.
    let units = match scope {
        Scope::Everywhere => "AND t.unit IN (SELECT unit FROM totals WHERE grp = ?2)",
        Scope::Units(_) => "",
    };
    format!(
        "{} SELECT CASE WHEN t.day < ?3 THEN ?3 ELSE t.day END AS on_day, CAST(SUM(t.count) AS BIGINT) AS by_count
         FROM tallies t WHERE t.grp = ?2 AND {} {units} AND t.indicator IN ({among})
         GROUP BY CASE WHEN t.day < ?3 THEN ?3 ELSE t.day END ORDER BY on_day",
        scope.with(),
        scope.on("t.unit"),
    )
}

fn run_up(eve: Date, days: &[(Date, i64)]) -> Vec<(Date, i64)> {
    let mut sum = 0;
    let mut points = vec![(eve, 0)];
    for (day, by) in days {
        sum += by;
        points.push((*day, sum));
    }
    if days.first().is_some_and(|(day, _)| *day == eve) {
        points.remove(0);
    }
    points
}

pub(crate) fn indicator(row: &Row) -> Result<Indicator, StoreError> {
    with(row, "indicator", "an indicator", Indicator::parse)
}
