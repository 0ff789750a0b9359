//! Certificates, with the signed codes that stand on them, and what becomes of them.

use crate::db::{Batch, Row, StoreError, Value};
use crate::people::{self, PersonFacts};
use crate::read::{instant, maybe, maybe_instant, maybe_parsed, maybe_text, ms, parsed, text, with};
use crate::{Scope, Store, params};
use domain::ids::{CertificateId, GroupId, PersonId, ProfileId, StatementId};
use domain::people::Name;
use domain::recognition::{Because, Certificate, Life, Replaces, Revocation, RevokeReason, Shown};
use jiff::Timestamp;
use jiff::civil::Date;

/// A certificate as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredCertificate {
    /// What it says.
    pub certificate: Certificate,
    /// The signed code.
    pub code: String,
    /// What became of it.
    pub life: Life,
}

/// A certificate to be added, with what is printed on it.
#[derive(Debug, Clone, Copy)]
pub struct Printed<'a> {
    /// What it says.
    pub certificate: &'a Certificate,
    /// The signed code.
    pub code: &'a str,
    /// The short number.
    pub number: &'a str,
    /// The form with which an official issues several at once.
    pub batch: Option<StatementId>,
}

/// What became of adding one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Issued {
    /// It is on the disk.
    Added,
    /// The person has a valid one of this profile: this one. Nothing was changed.
    AlreadyValid(Box<StoredCertificate>),
}

const SELECT: &str = "SELECT c.id, c.person, c.profile, c.name, c.unit, c.grp, c.issued_at, c.valid_until, c.revoked_at, c.revoked_why, c.code,
    c.shown, c.replaces, c.replaces_because, c.replaced_by, c.issued_by, c.revoked_for, c.revoked_by FROM certificates c";
const COLUMNS: [&str; 15] = [
    "id",
    "person",
    "profile",
    "name",
    "unit",
    "grp",
    "issued_at",
    "valid_until",
    "code",
    "number",
    "shown",
    "replaces",
    "replaces_because",
    "issued_by",
    "batch",
];

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
    add_after(store, Batch::new(), Printed { certificate, code, number, batch: None }, today).await
}

/// The same after the steps of `first`, such as [`crate::audit::step_add`]; they happen only when the certificate is added.
///
/// # Errors
/// As [`add`].
pub async fn add_after(
    store: &Store,
    first: Batch,
    printed: Printed<'_>,
    today: Date,
) -> Result<Issued, StoreError> {
    let it = printed.certificate;
    match store.db.write(take(it.person).then(step_add(printed, today)).then(first)).await {
        Ok(_) => Ok(Issued::Added),
        Err(error @ StoreError::Expectation { .. }) => {
            let valid = find_valid_of(store, it.person, &it.profile, today).await?;
            valid.map(|it| Issued::AlreadyValid(Box::new(it))).ok_or(error)
        }
        Err(error) => Err(error),
    }
}

/// Taking the person's row first makes two requests of the same person come one after the other.
fn take(person: PersonId) -> Batch {
    Batch::new().expect_one("UPDATE persons SET version = version WHERE id = ?1", params![text(person)])
}

fn step_add(printed: Printed<'_>, today: Date) -> Batch {
    let add = "INSERT INTO certificates (id, person, profile, name, unit, grp, issued_at, valid_until, code, number,
            shown, replaces, replaces_because, issued_by, batch)
        SELECT CAST(?1 AS TEXT), CAST(?2 AS TEXT), CAST(?3 AS TEXT), CAST(?4 AS TEXT), CAST(?5 AS TEXT), CAST(?6 AS TEXT),
            CAST(?7 AS BIGINT), CAST(?8 AS TEXT), CAST(?9 AS TEXT), CAST(?10 AS TEXT), CAST(?11 AS TEXT), CAST(?12 AS TEXT),
            CAST(?13 AS TEXT), CAST(?14 AS TEXT), CAST(?15 AS TEXT)
        WHERE NOT EXISTS (SELECT 1 FROM certificates
            WHERE person = ?2 AND profile = ?3 AND revoked_at IS NULL AND valid_until >= ?16)";
    let mut values = row(printed);
    values.push(text(today));
    Batch::new().expect_one(add, values)
}

fn row(Printed { certificate: it, code, number, batch }: Printed<'_>) -> Vec<Value> {
    let shown = it.shown.as_ref().map(|shown| {
        serde_json::to_string(shown).expect("what a certificate shows is made of texts and names")
    });
    params![
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
        shown,
        maybe_text(it.replaces.map(|replaces| replaces.certificate)),
        it.replaces.map(|replaces| replaces.because.as_str()),
        it.issued_by.as_deref(),
        maybe_text(batch),
    ]
}

/// Puts a certificate in the place of the one that it replaces, after the steps of `first`. With `ended` the old one is revoked
/// (a name was put right); without, it stays valid to its last day (a renewal).
///
/// # Errors
/// `Expectation` when the old one does not hold any more, or another one took its place; `Conflict` when there is one of this
/// id; `Unavailable`.
pub async fn replace(
    store: &Store,
    first: Batch,
    new: Printed<'_>,
    ended: Option<&Revocation>,
) -> Result<(), StoreError> {
    let it = new.certificate;
    let old = it.replaces.map(|replaces| text(replaces.certificate)).unwrap_or(Value::Null);
    let succeed = "UPDATE certificates SET replaced_by = ?2 WHERE id = ?1 AND replaced_by IS NULL AND revoked_at IS NULL";
    let mut batch = take(it.person).expect_one(succeed, vec![old.clone(), text(it.id)]);
    if let Some(ended) = ended {
        batch = batch.then(step_end(old, ended));
    }
    let added = batch.insert_many("certificates", &COLUMNS, "", [row(new)]);
    store.db.write(added.then(first)).await.map(|_| ())
}

fn step_end(id: Value, ended: &Revocation) -> Batch {
    let sql = "UPDATE certificates SET revoked_at = ?2, revoked_why = ?3, revoked_for = ?4, revoked_by = ?5 WHERE id = ?1 AND revoked_at IS NULL";
    let reason = ended.reason.map(RevokeReason::as_str);
    Batch::new().expect_one(sql, params![id, ms(ended.at), ended.words.as_str(), reason, ended.by.as_deref()])
}

/// A certificate by its id, valid or not.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn find(store: &Store, id: CertificateId) -> Result<Option<StoredCertificate>, StoreError> {
    let row = store.db.maybe_row(format!("{SELECT} WHERE c.id = ?1"), vec![text(id)]).await?;
    row.as_ref().map(StoredCertificate::try_from).transpose()
}

/// The certificates on which this number is printed: one, but for a chance in a hundred million.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_of_number(store: &Store, number: &str) -> Result<Vec<StoredCertificate>, StoreError> {
    list(store, "WHERE c.number = ?1 ORDER BY c.issued_at DESC", params![number]).await
}

/// The certificate of a person and a profile that is valid on a day: after a renewal the newer.
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
        "{SELECT} WHERE c.person = ?1 AND c.profile = ?2 AND c.revoked_at IS NULL AND c.valid_until >= ?3 ORDER BY c.issued_at DESC LIMIT 1"
    );
    let row = store.db.maybe_row(sql, params![text(person), profile.as_str(), text(today)]).await?;
    row.as_ref().map(StoredCertificate::try_from).transpose()
}

/// All certificates of a person, the newest first.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_of_person(store: &Store, person: PersonId) -> Result<Vec<StoredCertificate>, StoreError> {
    list(store, "WHERE c.person = ?1 ORDER BY c.issued_at DESC, c.id DESC", vec![text(person)]).await
}

/// The certificates issued in a scope, the newest first.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_of_units(
    store: &Store,
    scope: &Scope,
    offset: u32,
    limit: u32,
) -> Result<Vec<StoredCertificate>, StoreError> {
    let sql = format!(
        "{} {SELECT} WHERE {} ORDER BY c.issued_at DESC, c.id DESC LIMIT ?2 OFFSET ?3",
        scope.with(),
        scope.on("c.unit")
    );
    let rows = store.db.rows(sql, params![scope.param(), limit, offset]).await?;
    rows.iter().map(StoredCertificate::try_from).collect()
}

/// The people of a scope who meet the profile of their group and have no certificate that is valid on a day, in the order of
/// names. Who has one of another profile waits until that ends.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_without(
    store: &Store,
    scope: &Scope,
    today: Date,
    limit: u32,
) -> Result<Vec<PersonFacts>, StoreError> {
    let sql = format!(
        "{} SELECT {} FROM persons p WHERE {} AND p.attained = 1 AND NOT EXISTS (SELECT 1 FROM certificates c
            WHERE c.person = p.id AND c.revoked_at IS NULL AND c.valid_until >= ?2) ORDER BY p.name_folded, p.id LIMIT ?3",
        scope.with(),
        people::COLUMNS,
        scope.on("p.unit"),
    );
    let rows = store.db.rows(sql, params![scope.param(), text(today), limit]).await?;
    rows.iter().map(PersonFacts::try_from).collect()
}

/// The certificates that an official issued with one form, in the order of names.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_of_batch(store: &Store, batch: StatementId) -> Result<Vec<StoredCertificate>, StoreError> {
    list(store, "WHERE c.batch = ?1 ORDER BY c.name, c.id", vec![text(batch)]).await
}

async fn list(store: &Store, which: &str, params: Vec<Value>) -> Result<Vec<StoredCertificate>, StoreError> {
    let rows = store.db.rows(format!("{SELECT} {which}"), params).await?;
    rows.iter().map(StoredCertificate::try_from).collect()
}

/// The step that revokes a certificate which still holds.
#[must_use]
pub fn step_revoke(id: CertificateId, revocation: &Revocation) -> Batch {
    step_end(text(id), revocation)
}

/// Revokes a certificate, after the steps of `first` (such as [`crate::audit::step_add`]).
///
/// # Errors
/// `Expectation` when there is none of this id that still holds; `Unavailable`.
pub async fn revoke(
    store: &Store,
    first: Batch,
    id: CertificateId,
    revocation: &Revocation,
) -> Result<(), StoreError> {
    store.db.write(first.then(step_revoke(id, revocation))).await.map(|_| ())
}

/// The step that gives a revoked certificate back, when a review says so; also one that was renewed before. One whose name was put
/// right stays as it is.
#[must_use]
pub fn step_reinstate(id: CertificateId) -> Batch {
    let sql =
        "UPDATE certificates SET revoked_at = NULL, revoked_why = NULL, revoked_for = NULL, revoked_by = NULL
        WHERE id = ?1 AND revoked_at IS NOT NULL AND (revoked_for IS NULL OR revoked_for <> ?2)";
    Batch::new().expect_one(sql, params![text(id), RevokeReason::Replaced.as_str()])
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
        Ok(Self { certificate: certificate(row)?, code: row.get("code")?, life: life(row)? })
    }
}

fn life(row: &Row) -> Result<Life, StoreError> {
    let revoked = |at: Timestamp| {
        Ok::<_, StoreError>(Revocation {
            at,
            reason: maybe(row, "revoked_for", "a reason", RevokeReason::parse)?,
            words: row.get::<Option<String>>("revoked_why")?.unwrap_or_default(),
            by: row.get("revoked_by")?,
        })
    };
    Ok(Life {
        revoked: maybe_instant(row, "revoked_at")?.map(revoked).transpose()?,
        replaced_by: maybe_parsed(row, "replaced_by")?,
    })
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
        shown: maybe(row, "shown", "what a certificate shows", |json: &str| {
            serde_json::from_str::<Shown>(json).ok()
        })?,
        replaces: replaces(row)?,
        issued_by: row.get("issued_by")?,
    })
}

fn replaces(row: &Row) -> Result<Option<Replaces>, StoreError> {
    let Some(certificate) = maybe_parsed(row, "replaces")? else { return Ok(None) };
    let because = with(row, "replaces_because", "name or time", Because::parse)?;
    Ok(Some(Replaces { certificate, because }))
}
