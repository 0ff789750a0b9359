//! Comparing what was counted with what is kept.

use super::fold::Counted;
use super::{Findings, Kind, People, cell};
use crate::db::{Batch, Snapshot, StoreError, Value};
use crate::learners::{STANDING_COLUMNS, UPSERT_STANDING, standing_row};
use crate::params;
use crate::read::{groups, level_height};
use crate::sums::{Cell, Sums, add_tallies, add_totals, tally_row, total_row};
use domain::ids::PersonId;
use std::collections::{BTreeMap, BTreeSet};

/// Cells read at once.
const PAGE: usize = 8192;

type Rows<K> = BTreeMap<K, Vec<Value>>;

/// Compares the people after `from` up to and including `upto`, and their standings.
pub(super) async fn compare_people(
    moment: &mut Snapshot,
    from: &str,
    upto: &str,
    counted: People,
    findings: &mut Findings,
) -> Result<(), StoreError> {
    let stored = read_people(moment, from, upto).await?;
    findings.report.people += stored.len() as u64;
    // Standings first: what mends them asks for the version as it is kept, and what mends a person may change it.
    let standings = read_standings(moment, from, upto).await?;
    compare_standings(&standings, &standing_values(&counted), &stored, findings);
    let nobody = Counted::default();
    for (person, row) in &stored {
        let wanted = person_values(counted.get(person).unwrap_or(&nobody));
        if *row != wanted {
            findings.differ(Kind::Person, &[person], Some(row), Some(&wanted));
            findings.mend(mend_person(person, &row[0], wanted));
        }
    }
    for (person, counted) in counted.iter().filter(|(person, _)| !stored.contains_key(*person)) {
        findings.differ(Kind::Person, &[person], None, Some(&person_values(counted)));
    }
    Ok(())
}

async fn read_people(moment: &mut Snapshot, from: &str, upto: &str) -> Result<Rows<String>, StoreError> {
    let sql = "SELECT id, version, unit, grps, level, attained FROM persons WHERE id > ?1 AND id <= ?2";
    let rows = moment.rows(sql, params![from, upto]).await?;
    rows.iter().map(|row| Ok((row.get("id")?, row.values()[1..].to_vec()))).collect()
}

fn person_values(counted: &Counted) -> Vec<Value> {
    let place = &counted.book.place;
    params![
        counted.version,
        place.unit.as_str(),
        groups(place),
        counted.marks.level.flatten().map(level_height),
        counted.marks.attained == Some(true),
    ]
}

fn mend_person(person: &str, version: &Value, wanted: Vec<Value>) -> Batch {
    let sql = "UPDATE persons SET version = ?3, unit = ?4, grps = ?5, level = ?6, attained = ?7 WHERE id = ?1 AND version = ?2";
    let mut values = vec![Value::from(person), version.clone()];
    values.extend(wanted);
    Batch::new().expect_one(sql, values)
}

type Standings = Rows<(String, String)>;

async fn read_standings(moment: &mut Snapshot, from: &str, upto: &str) -> Result<Standings, StoreError> {
    let sql = "SELECT person, skill, rung, since, passed_at, statement, helper, assurance FROM standings WHERE person > ?1 AND person <= ?2";
    let rows = moment.rows(sql, params![from, upto]).await?;
    rows.iter().map(|row| Ok(((row.get("person")?, row.get("skill")?), row.values().to_vec()))).collect()
}

fn standing_values(counted: &People) -> Standings {
    let of = |(person, counted): (&String, &Counted)| {
        let id: Option<PersonId> = person.parse().ok();
        let standings = counted.book.standings.clone();
        let person = person.clone();
        id.into_iter().flat_map(move |id| {
            let person = person.clone();
            standings.clone().into_iter().map(move |(skill, standing)| {
                ((person.clone(), skill.to_string()), standing_row(id, &skill, &standing))
            })
        })
    };
    counted.iter().flat_map(of).collect()
}

fn compare_standings(
    stored: &Standings,
    counted: &Standings,
    people: &Rows<String>,
    findings: &mut Findings,
) {
    let keys: BTreeSet<_> = stored.keys().chain(counted.keys()).collect();
    for key in keys {
        let (is, wanted) = (stored.get(key), counted.get(key));
        if is == wanted {
            continue;
        }
        let told = |row: Option<&Vec<Value>>| row.map(|row| row[2..].to_vec());
        let key_words = [key.0.as_str(), key.1.as_str()];
        findings.differ(Kind::Standing, &key_words, told(is).as_deref(), told(wanted).as_deref());
        let Some(version) = people.get(&key.0).map(|row| &row[0]) else { continue };
        findings.mend(mend_standing(key, version, wanted));
    }
}

/// The guard moves nothing: it asks that nobody wrote about the person since.
fn mend_standing(key: &(String, String), version: &Value, wanted: Option<&Vec<Value>>) -> Batch {
    let guard = "UPDATE persons SET version = version WHERE id = ?1 AND version = ?2";
    let batch = Batch::new().expect_one(guard, vec![Value::from(&key.0), version.clone()]);
    match wanted {
        Some(row) => batch.insert_many("standings", &STANDING_COLUMNS, UPSERT_STANDING, [row.clone()]),
        None => batch.any("DELETE FROM standings WHERE person = ?1 AND skill = ?2", params![&key.0, &key.1]),
    }
}

/// Compares the tallies; takes out of `sums` what it finds.
pub(super) async fn compare_tallies(
    moment: &mut Snapshot,
    sums: &mut Sums,
    findings: &mut Findings,
) -> Result<(), StoreError> {
    let sql = "SELECT grp, unit, indicator, day, count FROM tallies
        WHERE (grp, unit, indicator, day) > (?1, ?2, ?3, ?4) ORDER BY grp, unit, indicator, day LIMIT ?5";
    let mut lacking = BTreeMap::new();
    let mut after = params!["", "", "", ""];
    loop {
        let mut params = after;
        params.push(Value::Int(PAGE as i64));
        let rows = moment.rows(sql, params).await?;
        let Some(last) = rows.last() else { break };
        after = last.values()[..4].to_vec();
        for row in &rows {
            let (cell, day) = (cell(row)?, crate::read::parsed(row, "day")?);
            let (is, wanted) = (row.get::<i64>("count")?, sums.take(&cell, day));
            if is != wanted {
                lacking.insert((cell, day), (is, wanted));
            }
        }
    }
    lacking.extend(sums.days().map(|(cell, day, wanted)| ((cell.clone(), day), (0, wanted))));
    for ((cell, day), (is, wanted)) in &lacking {
        let row = tally_row(cell, *day, 0);
        differ(findings, Kind::Tally, &row[..4], *is, *wanted);
    }
    findings.mend(add_tallies(lacking.iter().map(|((cell, day), (is, to))| tally_row(cell, *day, to - is))));
    Ok(())
}

/// Compares the totals with what the days sum up to.
pub(super) async fn compare_totals(
    moment: &mut Snapshot,
    mut counted: BTreeMap<Cell, i64>,
    findings: &mut Findings,
) -> Result<(), StoreError> {
    // Some hundred thousand at most: every commune, group and indicator.
    let rows = moment.rows("SELECT grp, unit, indicator, count FROM totals", vec![]).await?;
    let mut lacking = BTreeMap::new();
    for row in &rows {
        let cell = cell(row)?;
        let (is, wanted) = (row.get::<i64>("count")?, counted.remove(&cell).unwrap_or(0));
        if is != wanted {
            lacking.insert(cell, (is, wanted));
        }
    }
    lacking.extend(counted.into_iter().map(|(cell, wanted)| (cell, (0, wanted))));
    for (cell, (is, wanted)) in &lacking {
        differ(findings, Kind::Total, &total_row(cell, 0)[..3], *is, *wanted);
    }
    findings.mend(add_totals(lacking.iter().map(|(cell, (is, to))| total_row(cell, to - is))));
    Ok(())
}

fn differ(findings: &mut Findings, kind: Kind, key: &[Value], is: i64, wanted: i64) {
    let words: Vec<&str> = key
        .iter()
        .filter_map(|it| if let Value::Text(text) = it { Some(text.as_str()) } else { None })
        .collect();
    findings.differ(kind, &words, Some(&[Value::Int(is)]), Some(&[Value::Int(wanted)]));
}
