//! Entry to statement and back.
//!
//! The fields of xAPI say in its own words what happened, for any system that reads it. What this house needs to count it
//! stands in three extensions of the context: the act, the place of that day, and what it proved.

use jiff::Timestamp;
use serde_json::Value;
use xapi::{Actor, Agent, Context, Extensions, Identifier, Outcome, Statement};

use super::words::{ACT, ANSWERED, BEGAN, COMPLETED, EVIDENCE, HOME, PLACE, READ, SETTLED, TAPPED, VISITED};
use super::{Entry, NotOurs, Subject};
use crate::ids::{PersonId, StatementId};

/// The statement of an entry, as compact JSON.
#[must_use]
pub fn write(entry: &Entry) -> String {
    statement(entry).to_json()
}

/// The entry of one of our own statements.
///
/// # Errors
/// When it is no statement, or not one of ours.
pub fn read(text: &str) -> Result<Entry, NotOurs> {
    entry(&Statement::parse(text).map_err(NotOurs::Invalid)?)
}

/// The statement of an entry.
#[must_use]
pub fn statement(entry: &Entry) -> Statement {
    let (verb, activity) = words(&entry.subject, entry.place.unit);
    let context = Context {
        instructor: entry.helper.map(|helper| Actor::from(account(helper))),
        extensions: extensions(entry),
        ..Context::default()
    };
    let made =
        Statement::new(entry.id.0, account(entry.person), verb, activity, entry.at).with_context(context);
    let mut made = match outcome(&entry.subject) {
        Some(outcome) => made.with_result(outcome),
        None => made,
    };
    made.stored = Some(entry.stored);
    made
}

/// The entry of a statement of ours.
///
/// # Errors
/// When it is not one of ours.
pub fn entry(statement: &Statement) -> Result<Entry, NotOurs> {
    // What another system reported is kept with its authority; our own acts have none. A report that looks like an act of
    // ours (forged, or refused when it arrived) must not be counted when the record is counted again.
    if statement.authority.is_some() {
        return Err(NotOurs::Act);
    }
    let part = |iri: &str| statement.extension(iri).cloned();
    let helper = statement.context.as_ref().and_then(|context| context.instructor.as_ref());
    let at = statement.timestamp.or(statement.stored).ok_or(NotOurs::Incomplete)?;
    Ok(Entry {
        id: StatementId(statement.id.ok_or(NotOurs::Incomplete)?),
        person: person(&statement.actor).ok_or(NotOurs::Person)?,
        at,
        stored: statement.stored.unwrap_or(at),
        place: part(PLACE).and_then(|place| serde_json::from_value(place).ok()).ok_or(NotOurs::Act)?,
        helper: helper.map(|helper| person(helper).ok_or(NotOurs::Person)).transpose()?,
        evidence: part(EVIDENCE).map_or(Ok(Vec::new()), serde_json::from_value).map_err(|_| NotOurs::Act)?,
        subject: part(ACT).and_then(|act| serde_json::from_value(act).ok()).ok_or(NotOurs::Act)?,
    })
}

fn account(person: PersonId) -> Agent {
    Agent::account(HOME, person.to_string())
}

/// The person of this house that an actor names.
#[must_use]
pub fn person(actor: &Actor) -> Option<PersonId> {
    match actor {
        Actor::Agent(Agent { identifier: Identifier::Account { home_page, name }, .. })
            if home_page == HOME =>
        {
            name.parse().ok()
        }
        _ => None,
    }
}

fn extensions(entry: &Entry) -> Extensions {
    let mut extensions = Extensions::new();
    let mut put = |iri: &str, value: Result<Value, serde_json::Error>| {
        extensions.insert(iri.into(), value.unwrap_or(Value::Null));
    };
    put(ACT, serde_json::to_value(&entry.subject));
    put(PLACE, serde_json::to_value(&entry.place));
    if !entry.evidence.is_empty() {
        put(EVIDENCE, serde_json::to_value(&entry.evidence));
    }
    extensions
}

/// Verb and activity in the words of xAPI.
fn words(subject: &Subject, unit: territory::UnitId) -> (&'static str, String) {
    match subject {
        Subject::Settled => (SETTLED, format!("urn:hocvuso:unit:{unit}")),
        Subject::Read { lesson, last, .. } => {
            (if *last { COMPLETED } else { READ }, format!("urn:hocvuso:lesson:{lesson}"))
        }
        Subject::Began { practice, .. } => (BEGAN, format!("urn:hocvuso:practice:{practice}")),
        Subject::Tapped(tap) => (
            if tap.finished.is_some() { COMPLETED } else { TAPPED },
            format!("urn:hocvuso:practice:{}", tap.practice),
        ),
        Subject::BeganCheck { check } => (BEGAN, format!("urn:hocvuso:check:{check}")),
        Subject::Answered { item, .. } => (ANSWERED, format!("urn:hocvuso:item:{item}")),
        Subject::Visited { skill, .. } => (VISITED, format!("urn:hocvuso:skill:{skill}")),
    }
}

/// The result in the words of xAPI.
fn outcome(subject: &Subject) -> Option<Outcome> {
    match subject {
        Subject::Read { last: true, .. } => Some(Outcome { completion: Some(true), ..Outcome::default() }),
        Subject::Tapped(tap) if tap.finished.is_some() => {
            Some(Outcome { completion: Some(true), success: Some(true), ..Outcome::default() })
        }
        Subject::Answered { choice, right, .. } => {
            Some(Outcome { success: Some(*right), response: Some(choice.to_string()), ..Outcome::default() })
        }
        _ => None,
    }
}

/// The verb, the activity's id and the instant of a statement, for the columns beside its text.
#[must_use]
pub fn columns(entry: &Entry) -> (&'static str, String, Timestamp) {
    let (verb, activity) = words(&entry.subject, entry.place.unit);
    (verb, activity, entry.at)
}
