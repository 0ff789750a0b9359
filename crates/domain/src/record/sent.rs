//! The statement of an act of a learner's own device, to be written by whatever writes its JSON. The phone has no room for all
//! that xAPI may hold: this is the same statement as [`super::statement()`] makes of such an act, as a test shows.

use jiff::Timestamp;
use serde::Serialize;

use super::statement::{outcome, words};
use super::words::HOME;
use super::{Entry, Subject};
use crate::ids::StatementId;
use crate::place::Place;
use crate::standing::Evidence;

/// The statement of an entry whose subject is an [`crate::learning::Act`] of the learner: nobody helped, nothing was voided.
#[must_use]
pub fn sent(entry: &Entry) -> impl Serialize + '_ {
    let (verb, activity) = words(&entry.subject, entry.place.unit);
    let outcome = outcome(&entry.subject);
    Sent {
        actor: Agent { account: Account { home_page: HOME, name: entry.person.to_string() } },
        context: Context {
            extensions: Extensions { act: &entry.subject, evidence: &entry.evidence, place: &entry.place },
        },
        id: entry.id,
        object: Known { id: activity },
        result: outcome.map(|outcome| Outcome {
            completion: outcome.completion,
            success: outcome.success,
            response: outcome.response,
        }),
        stored: instant(entry.stored),
        timestamp: instant(entry.at),
        verb: Known { id: verb.to_owned() },
    }
}

fn instant(at: Timestamp) -> String {
    format!("{at:.3}")
}

#[derive(Serialize)]
struct Sent<'e> {
    actor: Agent,
    context: Context<'e>,
    id: StatementId,
    object: Known,
    #[serde(skip_serializing_if = "Option::is_none")]
    result: Option<Outcome>,
    stored: String,
    timestamp: String,
    verb: Known,
}

#[derive(Serialize)]
struct Agent {
    account: Account,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Account {
    home_page: &'static str,
    name: String,
}

/// A verb or an activity by its name.
#[derive(Serialize)]
struct Known {
    id: String,
}

#[derive(Serialize)]
struct Outcome {
    #[serde(skip_serializing_if = "Option::is_none")]
    completion: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    success: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    response: Option<String>,
}

#[derive(Serialize)]
struct Context<'e> {
    extensions: Extensions<'e>,
}

#[derive(Serialize)]
struct Extensions<'e> {
    #[serde(rename = "urn:hocvuso:ext:act")]
    act: &'e Subject,
    #[serde(rename = "urn:hocvuso:ext:evidence", skip_serializing_if = "<[_]>::is_empty")]
    evidence: &'e [Evidence],
    #[serde(rename = "urn:hocvuso:ext:place")]
    place: &'e Place,
}
