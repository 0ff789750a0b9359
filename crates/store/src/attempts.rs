//! Attempts at tests and the answers given in them.
//!
//! # Laws
//! 1. An attempt, its answer and the statement of the act are one transaction: give [`step_save`] to
//!    [`crate::learners::save_all`].
//! 2. The pace (deadline, rest) is the organiser's and stands in columns of its own: a person's act never writes it.

use crate::db::{Batch, Row, StoreError, Value};
use crate::read::{instant, maybe_instant, maybe_text, ms, parsed, text, with};
use crate::{Store, params};
use domain::assessment::{Attempt, Decided, Given, Pace};
use domain::content;
use domain::ids::{PersonId, SittingId, StatementId};
use jiff::Timestamp;

pub(crate) const COLUMNS: [&str; 18] = [
    "person",
    "id",
    "blueprint",
    "kind",
    "bank",
    "sitting",
    "manner",
    "began",
    "moved",
    "deadline",
    "state",
    "ended",
    "ending",
    "asked",
    "right_answers",
    "theta_milli",
    "se_milli",
    "passed",
];
pub(crate) const RESPONSE_COLUMNS: [&str; 10] =
    ["person", "attempt", "place", "item", "bank", "choice", "score", "scored", "ms", "at"];

const MOVE: &str = "ON CONFLICT (person, id) DO UPDATE SET moved = excluded.moved, state = excluded.state,
    ended = excluded.ended, ending = excluded.ending, asked = excluded.asked, right_answers = excluded.right_answers,
    theta_milli = excluded.theta_milli, se_milli = excluded.se_milli, passed = excluded.passed";

/// How many attempts of a person are looked at: more than anybody makes in the months that count.
const LIST_MAX: u32 = 60;

/// The row of an attempt. The deadline is written when the row is new and left alone afterwards.
pub(crate) fn row(person: PersonId, attempt: &Attempt) -> Vec<Value> {
    let outcome = attempt.end.as_ref().map(|end| &end.outcome);
    let moved = outcome.map(|it| it.at).or(attempt.given.last().map(|it| it.at)).unwrap_or(attempt.began);
    params![
        text(person),
        text(attempt.id),
        attempt.blueprint.as_str(),
        attempt.kind.as_str(),
        attempt.bank,
        maybe_text(attempt.sitting),
        attempt.manner.as_str(),
        ms(attempt.began),
        ms(moved),
        attempt.pace.deadline.map_or(Value::Null, ms),
        serde_json::to_string(attempt).expect("an attempt is made of names and numbers"),
        outcome.map_or(Value::Null, |it| ms(it.at)),
        outcome.map(|it| it.ending.as_str()),
        outcome.map(|it| it.asked),
        outcome.map(|it| it.right),
        outcome.map(|it| it.theta_milli),
        outcome.map(|it| it.se_milli),
        outcome.map(|it| it.all),
    ]
}

/// The row of an answer, by its place in the attempt.
pub(crate) fn response_row(person: PersonId, attempt: &Attempt, place: usize, given: &Given) -> Vec<Value> {
    params![
        text(person),
        text(attempt.id),
        i64::try_from(place).unwrap_or(i64::MAX),
        given.item.as_str(),
        attempt.bank,
        given.answer.number(),
        given.right,
        given.scored,
        given.ms,
        ms(given.at),
    ]
}

/// The steps that keep what was decided: the attempt, the answer when one was given, and an attempt that gave way.
#[must_use]
pub fn step_save(decided: &Decided) -> Batch {
    let person = decided.decision.learner.person;
    let attempt = &decided.attempt;
    let rows = decided.withdrawn.iter().chain([attempt]).map(|attempt| row(person, attempt));
    let answered = matches!(decided.decision.entry.subject, domain::record::Subject::Answered { .. });
    let answer = attempt.given.len().checked_sub(1).filter(|_| answered);
    let answer =
        answer.and_then(|place| Some(response_row(person, attempt, place, attempt.given.get(place)?)));
    Batch::new().insert_many("attempts", &COLUMNS, MOVE, rows).insert_many(
        "responses",
        &RESPONSE_COLUMNS,
        "",
        answer,
    )
}

/// The attempts of a person, the newest first.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list(store: &Store, person: PersonId) -> Result<Vec<Attempt>, StoreError> {
    let sql = "SELECT id, deadline, paused_since, state FROM attempts WHERE person = ?1 ORDER BY began DESC, id DESC LIMIT ?2";
    let rows = store.db.rows(sql, params![text(person), LIST_MAX]).await?;
    rows.iter().map(attempt).collect()
}

/// The open attempts of a person.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_open(store: &Store, person: PersonId) -> Result<Vec<Attempt>, StoreError> {
    let sql = "SELECT id, deadline, paused_since, state FROM attempts WHERE person = ?1 AND ended IS NULL ORDER BY began DESC, id DESC";
    let rows = store.db.rows(sql, params![text(person)]).await?;
    rows.iter().map(attempt).collect()
}

/// An attempt of a person.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn find(store: &Store, person: PersonId, id: StatementId) -> Result<Option<Attempt>, StoreError> {
    let sql = "SELECT id, deadline, paused_since, state FROM attempts WHERE person = ?1 AND id = ?2";
    let row = store.db.maybe_row(sql, params![text(person), text(id)]).await?;
    row.as_ref().map(attempt).transpose()
}

/// The last attempts of one test that drew from one version of the bank and have ended, at most `limit`: what exposure is
/// reckoned from.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_ended(
    store: &Store,
    blueprint: &domain::ids::BlueprintId,
    bank: u32,
    limit: u32,
) -> Result<Vec<Attempt>, StoreError> {
    let sql = "SELECT id, deadline, paused_since, state FROM attempts WHERE blueprint = ?1 AND bank = ?2 AND ended IS NOT NULL
        ORDER BY ended DESC, person, id LIMIT ?3";
    let rows = store.db.rows(sql, params![blueprint.as_str(), bank, limit]).await?;
    rows.iter().map(attempt).collect()
}

/// The attempts of a sitting with the people who make them, in the order in which they began.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_of_sitting(
    store: &Store,
    sitting: SittingId,
) -> Result<Vec<(PersonId, Attempt)>, StoreError> {
    let sql = "SELECT person, id, deadline, paused_since, state FROM attempts WHERE sitting = ?1 ORDER BY began, id";
    let rows = store.db.rows(sql, params![text(sitting)]).await?;
    rows.iter().map(|row| Ok((parsed(row, "person")?, attempt(row)?))).collect()
}

fn attempt(row: &Row) -> Result<Attempt, StoreError> {
    let read = |json: &str| serde_json::from_str::<Attempt>(json).ok();
    let attempt = with(row, "state", "an attempt", read)?;
    let (deadline, paused_since) = (maybe_instant(row, "deadline")?, maybe_instant(row, "paused_since")?);
    Ok(Attempt { pace: Pace { deadline, paused_since }, ..attempt })
}

/// The step that sets the pace of a person's open attempt.
#[must_use]
pub fn step_pace(person: PersonId, attempt: StatementId, pace: Pace) -> Batch {
    let sql = "UPDATE attempts SET deadline = ?3, paused_since = ?4 WHERE person = ?1 AND id = ?2 AND ended IS NULL";
    let instant = |at: Option<Timestamp>| at.map_or(Value::Null, ms);
    let values = params![text(person), text(attempt), instant(pace.deadline), instant(pace.paused_since)];
    Batch::new().at_most_one(sql, values)
}

/// One answer, as calibration and the search for irregularities read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// Whose.
    pub person: PersonId,
    /// In which attempt.
    pub attempt: StatementId,
    /// The how-manieth of the attempt, from 0.
    pub place: u32,
    /// The question.
    pub item: domain::ids::ItemId,
    /// The version of the bank.
    pub bank: u32,
    /// The answer.
    pub answer: content::Response,
    /// What it was worth: 0 or 1.
    pub score: u8,
    /// Whether it counted.
    pub scored: bool,
    /// Milliseconds between showing and answering.
    pub ms: u32,
    /// When it was given.
    pub at: Timestamp,
}

/// Answers in the order of person, attempt and place, after one of them; from the first when `None`.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_responses(
    store: &Store,
    after: Option<&Response>,
    limit: u32,
) -> Result<Vec<Response>, StoreError> {
    let sql = "SELECT person, attempt, place, item, bank, choice, score, scored, ms, at FROM responses
        WHERE (person, attempt, place) > (?1, ?2, ?3) ORDER BY person, attempt, place LIMIT ?4";
    let (person, attempt, place) = match after {
        Some(last) => (last.person.to_string(), last.attempt.to_string(), i64::from(last.place)),
        None => (String::new(), String::new(), -1),
    };
    let rows = store.db.rows(sql, params![person, attempt, place, limit]).await?;
    rows.iter().map(response).collect()
}

fn response(row: &Row) -> Result<Response, StoreError> {
    Ok(Response {
        person: parsed(row, "person")?,
        attempt: parsed(row, "attempt")?,
        place: row.get("place")?,
        item: with(row, "item", "the name of a question", domain::ids::ItemId::parse)?,
        bank: row.get("bank")?,
        answer: content::Response::of_number(row.get("choice")?),
        score: row.get("score")?,
        scored: row.get("scored")?,
        ms: row.get("ms")?,
        at: instant(row, "at")?,
    })
}
