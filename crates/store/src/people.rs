//! People: the little that is known of them.
//!
//! A person begins nowhere, in no group: commune and group come by an act ([`domain::learning::Deed::Settle`]), so that
//! the record alone says where a person counts.

use crate::db::{Batch, Row, StoreError, Value};
use crate::read::{maybe_text, ms, parsed, place, text, with};
use crate::{Scope, Store, params};
use domain::ids::PersonId;
use domain::place::Place;
use jiff::Timestamp;
use territory::{UnitId, fold};

/// How a person came here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonKind {
    /// By themselves; known by a cookie alone.
    Guest,
    /// Noted by a helper.
    Helped,
    /// Has an account.
    Account,
    /// Made up for a demonstration.
    Demonstration,
}

impl PersonKind {
    /// All.
    pub const ALL: [Self; 4] = [Self::Guest, Self::Helped, Self::Account, Self::Demonstration];

    /// The word that is kept.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Guest => "guest",
            Self::Helped => "helped",
            Self::Account => "account",
            Self::Demonstration => "demonstration",
        }
    }

    /// The kind of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// A person to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPerson {
    /// Who.
    pub id: PersonId,
    /// The name, if told.
    pub name: Option<String>,
    /// The year of birth, if told.
    pub birth_year: Option<i16>,
    /// The hamlet, if told.
    pub hamlet: Option<String>,
    /// How they came.
    pub kind: PersonKind,
    /// The helper who noted them.
    pub made_by: Option<PersonId>,
    /// When.
    pub made_at: Timestamp,
}

/// What is known of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonFacts {
    /// Who.
    pub id: PersonId,
    /// The name, if told.
    pub name: Option<String>,
    /// The year of birth, if told.
    pub birth_year: Option<i16>,
    /// The hamlet, if told.
    pub hamlet: Option<String>,
    /// Where and as whom the person counts.
    pub place: Place,
    /// How they came.
    pub kind: PersonKind,
    /// When.
    pub made_at: Timestamp,
}

impl PersonFacts {
    /// Where the person counts.
    #[must_use]
    pub fn unit(&self) -> UnitId {
        self.place.unit
    }
}

pub(crate) const COLUMNS: &str = "p.id, p.name, p.birth_year, p.hamlet, p.unit, p.grps, p.kind, p.made_at";

impl TryFrom<&Row> for PersonFacts {
    type Error = StoreError;
    fn try_from(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: parsed(row, "id")?,
            name: row.get("name")?,
            birth_year: birth_year(row)?,
            hamlet: row.get("hamlet")?,
            place: place(row)?,
            kind: with(row, "kind", "a kind of person", PersonKind::parse)?,
            made_at: crate::read::instant(row, "made_at")?,
        })
    }
}

pub(crate) fn birth_year(row: &Row) -> Result<Option<i16>, StoreError> {
    crate::read::maybe(row, "birth_year", "a year", |year: i64| i16::try_from(year).ok())
}

pub(crate) const INSERT_COLUMNS: [&str; 14] = [
    "id",
    "version",
    "name",
    "name_folded",
    "birth_year",
    "hamlet",
    "unit",
    "grps",
    "kind",
    "made_by",
    "made_at",
    "level",
    "attained",
    "workbook",
];

/// A row of `persons` as far as it does not depend on what the person did; the rest follows in the order of the columns.
pub(crate) fn row(new: &NewPerson, version: u64, place: &Place) -> Vec<Value> {
    params![
        new.id.to_string(),
        i64::try_from(version).unwrap_or(i64::MAX),
        new.name.as_deref(),
        new.name.as_deref().map_or_else(String::new, fold),
        new.birth_year.map(i32::from),
        new.hamlet.as_deref(),
        place.unit.as_str(),
        crate::read::groups(place),
        new.kind.as_str(),
        maybe_text(new.made_by),
        ms(new.made_at),
    ]
}

/// The step that adds a person, to be committed along with another write, such as the first visit.
#[must_use]
pub fn step_add(new: &NewPerson) -> Batch {
    let mut row = row(new, 0, &Place::unknown());
    row.extend(params![None::<i64>, false, "{}"]);
    Batch::new().insert_many("persons", &INSERT_COLUMNS, "", [row])
}

/// Adds a person who has done nothing yet.
///
/// # Errors
/// `Conflict` when there is a person of this id.
pub async fn add(store: &Store, new: &NewPerson) -> Result<(), StoreError> {
    store.db.write(step_add(new)).await.map(|_| ())
}

/// Adds a guest.
///
/// # Errors
/// As [`add`].
pub async fn add_guest(store: &Store, person: PersonId, now: Timestamp) -> Result<(), StoreError> {
    let (kind, made_at) = (PersonKind::Guest, now);
    let new =
        NewPerson { id: person, name: None, birth_year: None, hamlet: None, kind, made_by: None, made_at };
    add(store, &new).await
}

/// What is known of a person.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn find(store: &Store, person: PersonId) -> Result<Option<PersonFacts>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM persons p WHERE p.id = ?1");
    let row = store.db.maybe_row(sql, vec![text(person)]).await?;
    row.as_ref().map(PersonFacts::try_from).transpose()
}

/// Writes another name.
///
/// # Errors
/// `Expectation` when there is no such person.
pub async fn rename(store: &Store, person: PersonId, name: &str) -> Result<(), StoreError> {
    let sql = "UPDATE persons SET name = ?2, name_folded = ?3 WHERE id = ?1";
    let batch = Batch::new().expect_one(sql, params![text(person), name, fold(name)]);
    store.db.write(batch).await.map(|_| ())
}

/// People of the scope in whose names each word of the query begins a word, in the order of names. An empty query finds all.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn search(
    store: &Store,
    scope: &Scope,
    query: &str,
    limit: u32,
) -> Result<Vec<PersonFacts>, StoreError> {
    let sql = format!(
        "{} SELECT {COLUMNS} FROM persons p
         WHERE {} AND p.name IS NOT NULL AND ' ' || p.name_folded LIKE ?2 ORDER BY p.name_folded, p.id LIMIT ?3",
        scope.with(),
        scope.on("p.unit"),
    );
    let rows = store.db.rows(sql, params![scope.param(), pattern(query), limit]).await?;
    rows.iter().map(PersonFacts::try_from).collect()
}

/// `% nguyen% mai%`; signs that `LIKE` knows are left out.
fn pattern(query: &str) -> String {
    let folded: String = fold(query).chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
    folded.split_whitespace().fold("%".to_owned(), |pattern, word| pattern + " " + word + "%")
}

/// How many people there are.
///
/// # Errors
/// `Unavailable`.
pub async fn count(store: &Store) -> Result<u64, StoreError> {
    store.db.row("SELECT COUNT(*) FROM persons", vec![]).await?.get(0)
}
