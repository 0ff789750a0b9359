//! Load a learner.

use crate::Store;
use crate::db::{Row, StoreError};
use crate::read::{instant, maybe_instant, maybe_parsed, parsed, place, rung, text, with};
use domain::assessment::Assurance;
use domain::ids::{PersonId, SkillId};
use domain::learning::{Book, Learner, Workbook};
use domain::standing::Standing;
use std::collections::BTreeMap;

/// One read, so that version and standings are of one moment. The workbook comes once for each standing; they are few.
const FIND: &str = "SELECT p.id, p.version, p.unit, p.grps, p.workbook, s.skill, s.rung, s.since, s.passed_at, s.statement, s.helper, s.assurance
    FROM persons p LEFT JOIN standings s ON s.person = p.id WHERE p.id = ?1";

/// A learner, if there is such a person.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn find(store: &Store, person: PersonId) -> Result<Option<Learner>, StoreError> {
    let rows = store.db.rows(FIND, vec![text(person)]).await?;
    let Some(first) = rows.first() else { return Ok(None) };
    let book = Book { place: place(first)?, standings: standings(&rows)? };
    let (version, workbook) = (first.get("version")?, workbook(first)?);
    Ok(Some(Learner { version, book, workbook, ..Learner::new(person) }))
}

fn workbook(row: &Row) -> Result<Workbook, StoreError> {
    with(row, "workbook", "a workbook", |json: &str| serde_json::from_str(json).ok())
}

fn standings(rows: &[Row]) -> Result<BTreeMap<SkillId, Standing>, StoreError> {
    rows.iter().filter_map(|row| standing(row).transpose()).collect()
}

/// The standing in a row, if the row has one.
pub(crate) fn standing(row: &Row) -> Result<Option<(SkillId, Standing)>, StoreError> {
    let Some(skill) = crate::read::maybe(row, "skill", "the name of a skill", SkillId::parse)? else {
        return Ok(None);
    };
    let standing = Standing {
        rung: with(row, "rung", "1 to 5", rung)?,
        since: instant(row, "since")?,
        statement: parsed(row, "statement")?,
        helper: maybe_parsed(row, "helper")?,
        passed_at: maybe_instant(row, "passed_at")?,
        assurance: crate::read::maybe(row, "assurance", "an assurance", Assurance::parse)?,
    };
    Ok(Some((skill, standing)))
}
