//! Entry to statement and back.
//!
//! The fields of xAPI say in its own words what happened, for any system that reads it. What this house needs to count it
//! stands in three extensions of the context: the act, the place of that day, and what it proved.

use jiff::Timestamp;
use serde_json::Value;
use xapi::{
    Activity, Actor, Agent, Context, Definition, Extensions, Identifier, Interaction, InteractionKind,
    Object, Outcome, Statement, VOIDED,
};

use super::words::{
    ACT, ANSWERED, BEGAN, CHOSE, COMPLETED, EVIDENCE, HOME, INTERACTION, OPERATOR, PERSON, PLACE, READ,
    SETTLED, TAPPED, TERMINATED, VISITED,
};
use super::{Entry, NotOurs, Subject};
use crate::content::{Response, Way};
use crate::drill::Answer;
use crate::ids::{ItemId, PersonId, StatementId};

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
    let voided = match entry.subject {
        Subject::Voided { statement, .. } => Some(statement),
        _ => None,
    };
    // Who acts is the learner, but where an official voids: then that official does, and the learner is told apart.
    let actor = match (voided, entry.helper) {
        (None, _) => account(entry.person),
        (Some(_), Some(official)) => account(official),
        (Some(_), None) => Agent::account(HOME, OPERATOR),
    };
    let instructor = entry.helper.filter(|_| voided.is_none());
    let context = Context {
        instructor: instructor.map(|helper| Actor::from(account(helper))),
        extensions: extensions(entry),
        ..Context::default()
    };
    let made = Statement::new(entry.id.0, actor, verb, activity, entry.at).with_context(context);
    let made = match (voided, question(&entry.subject)) {
        (Some(voided), _) => made.with_object(Object::StatementRef(voided.0)),
        (None, Some(question)) => made.with_object(Object::Activity(question)),
        (None, None) => made,
    };
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
    let subject: Subject = part(ACT).and_then(|act| serde_json::from_value(act).ok()).ok_or(NotOurs::Act)?;
    let (person, helper) = people(statement, &subject)?;
    let at = statement.timestamp.or(statement.stored).ok_or(NotOurs::Incomplete)?;
    Ok(Entry {
        id: StatementId(statement.id.ok_or(NotOurs::Incomplete)?),
        person,
        at,
        stored: statement.stored.unwrap_or(at),
        place: part(PLACE).and_then(|place| serde_json::from_value(place).ok()).ok_or(NotOurs::Act)?,
        helper,
        evidence: part(EVIDENCE).map_or(Ok(Vec::new()), serde_json::from_value).map_err(|_| NotOurs::Act)?,
        subject,
    })
}

/// Whose record a statement belongs to, and who stood beside: the helper, or the official who voids.
fn people(statement: &Statement, subject: &Subject) -> Result<(PersonId, Option<PersonId>), NotOurs> {
    if let Subject::Voided { statement: voided, .. } = subject {
        let learner = statement.extension(PERSON).and_then(Value::as_str).and_then(|id| id.parse().ok());
        let learner = learner.filter(|_| statement.voids() == Some(voided.0)).ok_or(NotOurs::Person)?;
        return Ok((learner, person(&statement.actor)));
    }
    let helper = statement.context.as_ref().and_then(|context| context.instructor.as_ref());
    let helper = helper.map(|helper| person(helper).ok_or(NotOurs::Person)).transpose()?;
    Ok((person(&statement.actor).ok_or(NotOurs::Person)?, helper))
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
    if let Subject::Voided { .. } = entry.subject {
        put(PERSON, serde_json::to_value(entry.person));
    }
    if !entry.evidence.is_empty() {
        put(EVIDENCE, serde_json::to_value(&entry.evidence));
    }
    extensions
}

/// Verb and activity in the words of xAPI.
pub(super) fn words(subject: &Subject, unit: territory::UnitId) -> (&'static str, String) {
    match subject {
        Subject::Settled => (SETTLED, format!("urn:hocvuso:unit:{unit}")),
        Subject::Chose { path } => (CHOSE, format!("urn:hocvuso:path:{path}")),
        Subject::Read { lesson, last, .. } => {
            (if *last { COMPLETED } else { READ }, format!("urn:hocvuso:lesson:{lesson}"))
        }
        Subject::Began { practice, .. } => (BEGAN, format!("urn:hocvuso:practice:{practice}")),
        Subject::Tapped(tap) => (
            if tap.finished.is_some() { COMPLETED } else { TAPPED },
            format!("urn:hocvuso:practice:{}", tap.practice),
        ),
        Subject::BeganCheck { check, .. } => (BEGAN, format!("urn:hocvuso:check:{check}")),
        Subject::Answered { item, .. } => (ANSWERED, item_iri(item)),
        Subject::EndedCheck { check, .. } => (TERMINATED, format!("urn:hocvuso:check:{check}")),
        Subject::BeganDrill { skill, .. } => (BEGAN, format!("urn:hocvuso:drill:{skill}")),
        Subject::Judged { message, score, .. } => (
            if score.is_some() { COMPLETED } else { ANSWERED },
            format!("urn:hocvuso:drill-message:{message}"),
        ),
        Subject::Visited { skill, .. } => (VISITED, format!("urn:hocvuso:skill:{skill}")),
        Subject::Voided { statement, .. } => (VOIDED, statement.to_string()),
    }
}

/// The result in the words of xAPI.
pub(super) fn outcome(subject: &Subject) -> Option<Outcome> {
    match subject {
        Subject::Read { last: true, .. } => Some(Outcome { completion: Some(true), ..Outcome::default() }),
        Subject::Tapped(tap) if tap.finished.is_some() => {
            Some(Outcome { completion: Some(true), success: Some(true), ..Outcome::default() })
        }
        Subject::Judged { answer, right, score, .. } => {
            let response = match answer {
                Answer::Said(said) => said.as_str().to_owned(),
                Answer::Next(step) => step.to_string(),
            };
            let completion = score.map(|_| true);
            Some(Outcome {
                success: Some(*right),
                response: Some(response),
                completion,
                ..Outcome::default()
            })
        }
        Subject::Answered { answer, right, .. } => {
            Some(Outcome { success: Some(*right), response: Some(response(*answer)), ..Outcome::default() })
        }
        _ => None,
    }
}

/// The question that was answered and how one answers it, in the words of xAPI. Its pattern of right answers is told by a right
/// answer only: a record is read by people who must not learn from it what to answer.
fn question(subject: &Subject) -> Option<Activity> {
    let Subject::Answered { item, answer, right, .. } = subject else { return None };
    let kind = match answer.way() {
        Way::One | Way::Several => InteractionKind::Choice,
        Way::Order => InteractionKind::Sequencing,
    };
    let mut interaction = Interaction::new(kind);
    interaction.correct_responses_pattern = right.then(|| response(*answer)).into_iter().collect();
    let kind = Some(INTERACTION.to_owned());
    let definition = Definition { kind, interaction: Some(interaction), ..Definition::default() };
    Some(Activity { id: item_iri(item), definition: Some(definition) })
}

fn item_iri(item: &ItemId) -> String {
    format!("urn:hocvuso:item:{item}")
}

/// An answer as a response of xAPI, which takes it from SCORM: the ids of what was chosen or put in order, `[,]` between them. The
/// id of an answer is its place in the file.
fn response(answer: Response) -> String {
    let ids: Vec<String> = answer.places().iter().map(ToString::to_string).collect();
    ids.join("[,]")
}

/// The verb, the activity's id and the instant of a statement, for the columns beside its text.
#[must_use]
pub fn columns(entry: &Entry) -> (&'static str, String, Timestamp) {
    let (verb, activity) = words(&entry.subject, entry.place.unit);
    (verb, activity, entry.at)
}
