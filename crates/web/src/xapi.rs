//! Statements in: the outbox of a phone, sent to the same address that other systems use (IEEE 9274.1.1, 4.1.6.1).

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use domain::ids::{PersonId, StatementId};
use domain::learning::Act;
use domain::record;
use jiff::Timestamp;
use store::learners::Saved;
use store::record::{self as kept, Foreign};
use xapi::Statement;

use crate::acts::{self, Done};
use crate::app::App;
use crate::clock;
use crate::problem::{Problem, What};
use crate::respond;
use crate::viewer::Viewer;

/// Statements taken at once; a phone that was long without a network sends several times.
const STATEMENTS_MAX: usize = 500;

/// POST `/xapi/statements`: one statement or an array. Answers the ids, in order, once every statement is on the disk.
pub(crate) async fn receive(State(app): State<App>, viewer: Viewer, body: Bytes) -> Response {
    let Some(person) = viewer.person else {
        return refuse(StatusCode::UNAUTHORIZED, "no session: open the site first, then send again");
    };
    let Ok(text) = core::str::from_utf8(&body) else {
        return refuse(StatusCode::BAD_REQUEST, "the body is not UTF-8");
    };
    let statements = match Statement::parse_many(text) {
        Ok(statements) if statements.len() <= STATEMENTS_MAX => statements,
        Ok(statements) => {
            let message = format!("{} statements; send at most {STATEMENTS_MAX} at once", statements.len());
            return refuse(StatusCode::PAYLOAD_TOO_LARGE, &message);
        }
        Err((at, invalid)) => return refuse(StatusCode::BAD_REQUEST, &format!("statement {at}: {invalid}")),
    };
    // The cookie changed while a phone was sending: these acts are somebody else's, and the phone must keep them.
    if statements
        .iter()
        .any(|statement| record::person(&statement.actor).is_some_and(|actor| actor != person))
    {
        return refuse(
            StatusCode::FORBIDDEN,
            "these statements are of another person than the one signed in here",
        );
    }
    match store_all(&app, person, statements, clock::now()).await {
        Ok(Ok(ids)) => versioned(respond::json(serde_json::json!(ids).to_string())),
        Ok(Err(id)) => refuse(StatusCode::CONFLICT, &format!("another statement has the id {id}")),
        Err(problem) => viewer.problem(&app, problem),
    }
}

/// Stores each statement as the act it is; the first id that belongs to something else stops it.
async fn store_all(
    app: &App,
    person: PersonId,
    statements: Vec<Statement>,
    now: Timestamp,
) -> Result<Result<Vec<String>, StatementId>, Problem> {
    let mut ids = Vec::with_capacity(statements.len());
    for mut statement in statements {
        let id = *statement.id.get_or_insert_with(|| domain::ids::mint(now, clock::chance()));
        if store_one(app, person, statement, StatementId(id), now).await? == Kept::Conflict {
            return Ok(Err(StatementId(id)));
        }
        ids.push(id.hyphenated().to_string());
    }
    Ok(Ok(ids))
}

#[derive(PartialEq, Eq)]
enum Kept {
    Stored,
    Conflict,
}

/// An act of this person is decided anew: what a phone says it proved is not believed. What is no act of ours, or does not
/// fit any more (another device went on), is kept and counts for nothing.
async fn store_one(
    app: &App,
    person: PersonId,
    mut statement: Statement,
    id: StatementId,
    now: Timestamp,
) -> Result<Kept, Problem> {
    if let Some(owner) = kept::find_owner(&app.store, id).await? {
        return Ok(if owner == person { Kept::Stored } else { Kept::Conflict });
    }
    let entry = record::entry(&statement).ok().filter(|entry| entry.person == person);
    if let Some(act) = entry.as_ref().and_then(Act::of_entry) {
        match acts::act(app, person, &act, now).await? {
            Done::Recorded(_) | Done::Again(_) => return Ok(Kept::Stored),
            Done::Refused(..) => {}
        }
    }
    let at = statement.timestamp.unwrap_or(now).min(now);
    let authority = xapi::Agent::account(record::HOME, person.to_string());
    // People are named by opaque id only: a name or a mail address that another system knows stays out of the record.
    statement.actor = authority.clone().into();
    let foreign = Foreign { person, id, at, stored: now, json: statement.received(now, authority).to_json() };
    for _ in 0..acts::TRIES {
        match kept::add_foreign(&app.store, &foreign).await? {
            Saved::ForeignId => return Ok(Kept::Conflict),
            Saved::Added | Saved::AlreadyThere => return Ok(Kept::Stored),
            Saved::Raced => {}
        }
    }
    Err(Problem::new(What::Unavailable("the same person's acts kept overtaking each other".into())))
}

fn refuse(status: StatusCode, message: &str) -> Response {
    let mut response = versioned(respond::json(serde_json::json!({ "error": message }).to_string()));
    *response.status_mut() = status;
    response
}

fn versioned(mut response: Response) -> Response {
    let name = HeaderName::from_static("x-experience-api-version");
    response.headers_mut().insert(name, HeaderValue::from_static("2.0.0"));
    response
}
