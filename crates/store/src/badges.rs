//! Confirmed visits, and the links to badges that their owners made public. Badges themselves are kept nowhere.

use crate::db::{Batch, Row, StoreError};
use crate::read::{instant, maybe_text, ms, parsed, text};
use crate::record::VOIDED;
use crate::{Scope, Store, params};
use domain::ids::{PersonId, SkillId, StatementId};
use jiff::Timestamp;

/// A visit that nobody has confirmed yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unconfirmed {
    /// The statement that records it.
    pub statement: StatementId,
    /// Who was visited.
    pub person: PersonId,
    /// Who helped.
    pub helper: PersonId,
    /// The helper's name, if known.
    pub helper_name: Option<String>,
    /// What it was about.
    pub skill: Option<SkillId>,
    /// When.
    pub at: Timestamp,
}

/// The helper's row is joined for the name; `{which}` is about the statement `s` and the person visited `p`.
fn unconfirmed_text(with: &str, which: &str) -> String {
    format!(
        "{with} SELECT s.id, s.person, s.helper, h.name, s.skill, s.at FROM persons p JOIN statements s ON s.person = p.id
         LEFT JOIN persons h ON h.id = s.helper WHERE {which} AND s.helper IS NOT NULL AND s.verb = 'visited'
         AND NOT EXISTS (SELECT 1 FROM visit_confirmations c WHERE c.person = s.person AND c.statement = s.id)
         AND NOT EXISTS (SELECT 1 FROM statements v WHERE v.person = s.person AND v.verb = '{VOIDED}' AND v.object = s.id)
         ORDER BY s.at DESC, s.id DESC LIMIT ?2"
    )
}

/// The visits paid to a person that wait to be confirmed, the newest first.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_unconfirmed_of(
    store: &Store,
    person: PersonId,
    limit: u32,
) -> Result<Vec<Unconfirmed>, StoreError> {
    let sql = unconfirmed_text("", "p.id = ?1");
    store.db.rows(sql, params![text(person), limit]).await?.iter().map(unconfirmed).collect()
}

/// The visits paid to people of a scope that wait to be confirmed, the newest first.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_unconfirmed(
    store: &Store,
    scope: &Scope,
    limit: u32,
) -> Result<Vec<Unconfirmed>, StoreError> {
    let sql = unconfirmed_text(scope.with(), &scope.on("p.unit"));
    store.db.rows(sql, params![scope.param(), limit]).await?.iter().map(unconfirmed).collect()
}

fn unconfirmed(row: &Row) -> Result<Unconfirmed, StoreError> {
    Ok(Unconfirmed {
        statement: parsed(row, "id")?,
        person: parsed(row, "person")?,
        helper: parsed(row, "helper")?,
        helper_name: row.get("name")?,
        skill: crate::read::maybe(row, "skill", "the name of a skill", SkillId::parse)?,
        at: instant(row, "at")?,
    })
}

/// Keeps that a visit took place, after the steps of `first`; confirmed before, it stays as it was.
///
/// # Errors
/// `Unavailable`.
pub async fn confirm(
    store: &Store,
    first: Batch,
    visits: &[Unconfirmed],
    by: Option<&str>,
    at: Timestamp,
) -> Result<(), StoreError> {
    let row = |it: &Unconfirmed| {
        params![text(it.person), text(it.statement), text(it.helper), maybe_text(by), ms(at)]
    };
    let columns = ["person", "statement", "helper", "confirmed_by", "at"];
    let tail = "ON CONFLICT DO NOTHING";
    let batch = first.insert_many("visit_confirmations", &columns, tail, visits.iter().map(row));
    store.db.write(batch).await.map(|_| ())
}

/// How many visits of a helper are confirmed; those voided since count no more.
///
/// # Errors
/// `Unavailable`.
pub async fn count_confirmed(store: &Store, helper: PersonId) -> Result<u32, StoreError> {
    let sql = format!(
        "SELECT COUNT(*) FROM visit_confirmations c WHERE c.helper = ?1 AND NOT EXISTS
            (SELECT 1 FROM statements v WHERE v.person = c.person AND v.verb = '{VOIDED}' AND v.object = c.statement)"
    );
    store.db.row(sql, vec![text(helper)]).await?.get(0)
}

/// A badge that its owner made public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// Whose.
    pub person: PersonId,
    /// Which, by [`domain::recognition::Badge::key`].
    pub badge: String,
    /// What the link ends in.
    pub token: String,
}

impl TryFrom<&Row> for Shared {
    type Error = StoreError;
    fn try_from(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { person: parsed(row, "person")?, badge: row.get("badge")?, token: row.get("token")? })
    }
}

/// Makes a badge public; one that is public keeps its link.
///
/// # Errors
/// `Unavailable`.
pub async fn share(store: &Store, shared: &Shared, at: Timestamp) -> Result<(), StoreError> {
    let sql = "INSERT INTO badge_shares (person, badge, token, made_at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";
    let row = params![text(shared.person), shared.badge.as_str(), shared.token.as_str(), ms(at)];
    store.db.write(Batch::new().at_most_one(sql, row)).await.map(|_| ())
}

/// Takes a link back: whoever has it finds nothing from now on.
///
/// # Errors
/// `Unavailable`.
pub async fn unshare(store: &Store, person: PersonId, badge: &str) -> Result<(), StoreError> {
    let sql = "DELETE FROM badge_shares WHERE person = ?1 AND badge = ?2";
    store.db.write(Batch::new().at_most_one(sql, params![text(person), badge])).await.map(|_| ())
}

/// The badge of a link.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn find_shared(store: &Store, token: &str) -> Result<Option<Shared>, StoreError> {
    let sql = "SELECT person, badge, token FROM badge_shares WHERE token = ?1";
    store.db.maybe_row(sql, params![token]).await?.as_ref().map(Shared::try_from).transpose()
}

/// What a person made public.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_shared(store: &Store, person: PersonId) -> Result<Vec<Shared>, StoreError> {
    let sql = "SELECT person, badge, token FROM badge_shares WHERE person = ?1 ORDER BY badge";
    store.db.rows(sql, vec![text(person)]).await?.iter().map(Shared::try_from).collect()
}
