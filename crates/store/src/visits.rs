//! Visits: what a helper did last, and whom they know.

use crate::db::{Row, StoreError};
use crate::people::{self, PersonFacts};
use crate::read::{instant, maybe, parsed, rung, text};
use crate::{Scope, Store, params};
use domain::ids::{PersonId, SkillId, StatementId};
use domain::standing::Rung;
use jiff::Timestamp;

/// One visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visited {
    /// The statement that records it.
    pub statement: StatementId,
    /// Who was visited.
    pub person: PersonFacts,
    /// What it was about.
    pub skill: Option<SkillId>,
    /// What it proved.
    pub rung: Option<Rung>,
    /// When it happened.
    pub at: Timestamp,
}

/// A helper's visits to people who live in the scope now, the last noted first.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list(
    store: &Store,
    scope: &Scope,
    helper: PersonId,
    limit: u32,
) -> Result<Vec<Visited>, StoreError> {
    let sql = format!(
        "{} SELECT {}, s.id AS statement, s.skill, s.rung, s.at FROM statements s JOIN persons p ON p.id = s.person
         WHERE s.helper = ?2 AND {} ORDER BY s.stored DESC, s.id DESC LIMIT ?3",
        scope.with(),
        people::COLUMNS,
        scope.on("p.unit"),
    );
    store.db.rows(sql, params![scope.param(), text(helper), limit]).await?.iter().map(visited).collect()
}

/// The people whom a helper visited and who live in the scope now, the last visited first, each once.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_people(
    store: &Store,
    scope: &Scope,
    helper: PersonId,
    limit: u32,
) -> Result<Vec<PersonFacts>, StoreError> {
    let sql = format!(
        "{} SELECT {} FROM (SELECT person, MAX(stored) AS last FROM statements WHERE helper = ?2 GROUP BY person) v
         JOIN persons p ON p.id = v.person WHERE {} ORDER BY v.last DESC, p.id LIMIT ?3",
        scope.with(),
        people::COLUMNS,
        scope.on("p.unit"),
    );
    store
        .db
        .rows(sql, params![scope.param(), text(helper), limit])
        .await?
        .iter()
        .map(PersonFacts::try_from)
        .collect()
}

fn visited(row: &Row) -> Result<Visited, StoreError> {
    Ok(Visited {
        statement: parsed(row, "statement")?,
        person: PersonFacts::try_from(row)?,
        skill: maybe(row, "skill", "the name of a skill", SkillId::parse)?,
        rung: maybe(row, "rung", "1 to 5", rung)?,
        at: instant(row, "at")?,
    })
}
