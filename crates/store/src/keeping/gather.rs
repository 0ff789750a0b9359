//! All answers in one pass, a page at a time.

use crate::db::{Row, StoreError};
use crate::read::{ms, with};
use crate::{Store, params};
use domain::assessment::Attempt;
use domain::bank::{Age, Answered, Material, Who};
use domain::content::Response;
use domain::ids::{GroupId, ItemId};
use domain::learning::day_of;
use jiff::Timestamp;

/// Answers a page: some milliseconds of reading.
const PAGE: u32 = 4_000;
/// Attempts a page, each with its state.
const ATTEMPTS: u32 = 400;

const ANSWERS: &str =
    "SELECT r.person, r.attempt, r.place, r.item, r.choice, r.score, r.ms, r.at, p.grps, p.birth_year
    FROM responses r LEFT JOIN persons p ON p.id = r.person
    WHERE (r.person, r.attempt, r.place) > (?1, ?2, ?3) ORDER BY r.person, r.attempt, r.place LIMIT ?4";

/// How far a pass has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Gathered {
    /// Answers read.
    pub answers: u64,
    /// The newest of them.
    pub until: Option<Timestamp>,
}

/// How many answers there are.
///
/// # Errors
/// `Unavailable`.
pub async fn count_answers(store: &Store) -> Result<u64, StoreError> {
    store.db.row("SELECT COUNT(*) AS n FROM responses", vec![]).await?.get("n")
}

/// Reads all answers into `material`, attempt by attempt. An attempt with an answer since `recent_from` counts as recent.
/// `progress` hears after each page how many were read.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn gather(
    store: &Store,
    material: &mut Material,
    recent_from: Timestamp,
    progress: impl Fn(u64),
) -> Result<Gathered, StoreError> {
    let mut done = Gathered::default();
    let mut after = (String::new(), String::new(), -1_i64);
    let mut sheet = Sheet::default();
    loop {
        let page = store.db.rows(ANSWERS, params![after.0, after.1, after.2, PAGE]).await?;
        for row in &page {
            let (person, attempt): (&str, &str) = (row.get("person")?, row.get("attempt")?);
            if sheet.person != person || sheet.attempt != attempt {
                core::mem::take(&mut sheet).laid(material, recent_from);
                sheet = Sheet { person: person.into(), attempt: attempt.into(), ..Sheet::of(row)? };
            }
            sheet.take(row, material)?;
            done.until = done.until.max(sheet.at);
        }
        done.answers += page.len() as u64;
        progress(done.answers);
        let Some(last) = page.last() else { break };
        after = (last.get("person")?, last.get("attempt")?, last.get("place")?);
    }
    sheet.laid(material, recent_from);
    Ok(done)
}

/// The attempt that is being read.
#[derive(Default)]
struct Sheet {
    person: String,
    attempt: String,
    group: Option<GroupId>,
    born: Option<i16>,
    at: Option<Timestamp>,
    answers: Vec<Answered>,
}

impl Sheet {
    fn of(row: &Row) -> Result<Self, StoreError> {
        let groups: Option<&str> = row.get("grps")?;
        let born: Option<i64> = row.get("birth_year")?;
        let plain = groups.unwrap_or_default().split(',').find(|name| !name.is_empty());
        Ok(Self {
            group: plain.and_then(GroupId::parse),
            born: born.and_then(|born| i16::try_from(born).ok()),
            ..Self::default()
        })
    }

    fn take(&mut self, row: &Row, material: &Material) -> Result<(), StoreError> {
        let item = with(row, "item", "the name of a question", ItemId::parse)?;
        self.at = Some(crate::read::instant(row, "at")?);
        // A question that has left the content is in no version's places any more.
        let Some(item) = material.place(&item) else { return Ok(()) };
        self.answers.push(Answered {
            item,
            answer: Response::of_number(row.get("choice")?),
            right: row.get::<u32>("score")? > 0,
            ms: row.get("ms")?,
        });
        Ok(())
    }

    fn laid(self, material: &mut Material, recent_from: Timestamp) {
        let Some(at) = self.at else { return };
        let age = self.born.map(|born| Age::of(born, day_of(at).year()));
        material.push(&Who { group: self.group, age }, at >= recent_from, self.answers);
    }
}

/// Hands over every attempt that ended since an instant.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn judge(
    store: &Store,
    since: Timestamp,
    mut each: impl FnMut(&Attempt),
) -> Result<(), StoreError> {
    let sql = "SELECT person, id, state FROM attempts WHERE ended >= ?1 AND (person, id) > (?2, ?3)
        ORDER BY person, id LIMIT ?4";
    let mut after = (String::new(), String::new());
    loop {
        let page = store.db.rows(sql, params![ms(since), after.0, after.1, ATTEMPTS]).await?;
        for row in &page {
            let read = |json: &str| serde_json::from_str::<Attempt>(json).ok();
            each(&with(row, "state", "an attempt", read)?);
        }
        let Some(last) = page.last() else { return Ok(()) };
        after = (last.get("person")?, last.get("id")?);
    }
}
