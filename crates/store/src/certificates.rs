//! Certificates, with the signed codes that stand on them.

use crate::db::{Batch, Row, StoreError};
use crate::read::{instant, maybe, maybe_instant, maybe_text, ms, parsed, text, with};
use crate::{Store, params};
use domain::ids::{CertificateId, GroupId, PersonId, ProfileId};
use domain::people::Name;
use domain::recognition::Certificate;
use jiff::Timestamp;
use jiff::civil::Date;

/// A certificate as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredCertificate {
    /// What it says.
    pub certificate: Certificate,
    /// The signed code.
    pub code: String,
    /// When and why it was revoked.
    pub revoked: Option<(Timestamp, String)>,
}

/// What became of adding one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Issued {
    /// It is on the disk.
    Added,
    /// The person has a valid one of this profile: this one. Nothing was changed.
    AlreadyValid(Box<StoredCertificate>),
}

const SELECT: &str = "SELECT id, person, profile, name, unit, grp, issued_at, valid_until, revoked_at, revoked_why, code FROM certificates";

/// Adds a certificate with its signed code and the number printed on it, unless the person has one of the profile that is valid on the day of issue.
///
/// # Errors
/// `Missing` when there is no such person; `Conflict` when there is a certificate of this id; `Unavailable`.
pub async fn add(
    store: &Store,
    certificate: &Certificate,
    code: &str,
    number: &str,
    today: Date,
) -> Result<Issued, StoreError> {
    match store.db.write(step_add(certificate, code, number, today)).await {
        Ok(_) => Ok(Issued::Added),
        Err(error @ StoreError::Expectation { .. }) => {
            let valid = find_valid_of(store, certificate.person, &certificate.profile, today).await?;
            valid.map(|it| Issued::AlreadyValid(Box::new(it))).ok_or(error)
        }
        Err(error) => Err(error),
    }
}

/// Taking the person's row first makes two requests of the same person come one after the other.
fn step_add(it: &Certificate, code: &str, number: &str, today: Date) -> Batch {
    let take = "UPDATE persons SET version = version WHERE id = ?1";
    let add = "INSERT INTO certificates (id, person, profile, name, unit, grp, issued_at, valid_until, code, number)
        SELECT CAST(?1 AS TEXT), CAST(?2 AS TEXT), CAST(?3 AS TEXT), CAST(?4 AS TEXT), CAST(?5 AS TEXT), CAST(?6 AS TEXT),
            CAST(?7 AS BIGINT), CAST(?8 AS TEXT), CAST(?9 AS TEXT), CAST(?10 AS TEXT)
        WHERE NOT EXISTS (SELECT 1 FROM certificates
            WHERE person = ?2 AND profile = ?3 AND revoked_at IS NULL AND valid_until >= ?11)";
    let row = params![
        text(it.id),
        text(it.person),
        it.profile.as_str(),
        it.name.as_str(),
        it.unit.as_str(),
        maybe_text(it.group.as_ref()),
        ms(it.issued_at),
        text(it.valid_until),
        code,
        number,
        text(today),
    ];
    Batch::new().expect_one(take, params![text(it.person)]).expect_one(add, row)
}

/// A certificate by its id, valid or not.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn find(store: &Store, id: CertificateId) -> Result<Option<StoredCertificate>, StoreError> {
    let row = store.db.maybe_row(format!("{SELECT} WHERE id = ?1"), vec![text(id)]).await?;
    row.as_ref().map(StoredCertificate::try_from).transpose()
}

/// The certificates on which this number is printed: one, but for a chance in a hundred million.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_of_number(store: &Store, number: &str) -> Result<Vec<StoredCertificate>, StoreError> {
    let sql = format!("{SELECT} WHERE number = ?1 ORDER BY issued_at DESC");
    store.db.rows(sql, params![number]).await?.iter().map(StoredCertificate::try_from).collect()
}

/// The certificate of a person and a profile that is valid on a day.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn find_valid_of(
    store: &Store,
    person: PersonId,
    profile: &ProfileId,
    today: Date,
) -> Result<Option<StoredCertificate>, StoreError> {
    let sql = format!(
        "{SELECT} WHERE person = ?1 AND profile = ?2 AND revoked_at IS NULL AND valid_until >= ?3 ORDER BY issued_at DESC LIMIT 1"
    );
    let row = store.db.maybe_row(sql, params![text(person), profile.as_str(), text(today)]).await?;
    row.as_ref().map(StoredCertificate::try_from).transpose()
}

/// All certificates of a person, the newest first.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_of_person(store: &Store, person: PersonId) -> Result<Vec<StoredCertificate>, StoreError> {
    let sql = format!("{SELECT} WHERE person = ?1 ORDER BY issued_at DESC");
    store.db.rows(sql, vec![text(person)]).await?.iter().map(StoredCertificate::try_from).collect()
}

/// Revokes a certificate, after the steps of `first` (such as [`crate::audit::step_add`]).
///
/// # Errors
/// `Expectation` when there is none of this id that still holds; `Unavailable`.
pub async fn revoke(
    store: &Store,
    first: Batch,
    id: CertificateId,
    why: &str,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql =
        "UPDATE certificates SET revoked_at = ?2, revoked_why = ?3 WHERE id = ?1 AND revoked_at IS NULL";
    store.db.write(first.expect_one(sql, params![text(id), ms(at), why])).await.map(|_| ())
}

/// How many certificates were ever issued, those that hold no more among them.
///
/// # Errors
/// `Unavailable`.
pub async fn count(store: &Store) -> Result<u64, StoreError> {
    store.db.row("SELECT COUNT(*) FROM certificates", vec![]).await?.get(0)
}

impl TryFrom<&Row> for StoredCertificate {
    type Error = StoreError;
    fn try_from(row: &Row) -> Result<Self, StoreError> {
        let why = || row.get::<Option<String>>("revoked_why").map(Option::unwrap_or_default);
        let revoked = maybe_instant(row, "revoked_at")?.map(|at| why().map(|why| (at, why))).transpose()?;
        Ok(Self { certificate: certificate(row)?, code: row.get("code")?, revoked })
    }
}

fn certificate(row: &Row) -> Result<Certificate, StoreError> {
    Ok(Certificate {
        id: parsed(row, "id")?,
        person: parsed(row, "person")?,
        profile: with(row, "profile", "the name of a profile", ProfileId::parse)?,
        name: with(row, "name", "a name", |text: &str| Name::parse(text).ok())?,
        unit: parsed(row, "unit")?,
        group: maybe(row, "grp", "the name of a group", GroupId::parse)?,
        issued_at: instant(row, "issued_at")?,
        valid_until: parsed(row, "valid_until")?,
    })
}
