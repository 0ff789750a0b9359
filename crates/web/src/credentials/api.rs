//! The VC API of the W3C's Credentials Community Group, for programs that an operator let in (`hocvuso api-client add`). While there
//! is none, these addresses are not there.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use credential::vc::{
    Asked, Held, Invalid, ProofOptions, check_credential, did_document, sign, verify_credential,
    verify_presentation,
};
use jiff::Timestamp;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use store::api_clients::{self, ApiClient};
use store::limits::{self, Allowance};
use store::{StoreError, audit, status_places};

use super::{did, signer, status};
use crate::app::App;
use crate::audited;
use crate::clock;
use crate::problem::{Problem, What};
use crate::respond;
use crate::viewer::Viewer;

/// The largest body taken: a presentation of some credentials with pictures in them.
pub(crate) const BODY_BYTES_MAX: usize = 256 * 1024;
/// Requests of one program in a minute.
const REQUESTS_MAX: u32 = 1200;
/// Wrong tokens from one address in a minute.
const WRONG_TOKENS_MAX: u32 = 20;

/// What a program is told when it does not get what it asked for.
enum Refusal {
    /// Status, and the faults one by one.
    Told(StatusCode, Vec<Value>),
    /// A fault of ours, or of the database.
    Ours(Problem),
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::Ours(error.into())
    }
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self::Ours(problem)
    }
}

impl Refusal {
    fn one(status: StatusCode, code: &str, detail: &str) -> Self {
        Self::Told(status, vec![problem(code, detail)])
    }

    fn bad(code: &str, detail: &str) -> Self {
        Self::one(StatusCode::BAD_REQUEST, code, detail)
    }
}

/// One problem in the form of RFC 9457, its type in the words of the standard that has one.
fn problem(code: &str, detail: &str) -> Value {
    let space = match code {
        "PROOF_VERIFICATION_ERROR"
        | "INVALID_VERIFICATION_METHOD"
        | "INVALID_CHALLENGE_ERROR"
        | "INVALID_DOMAIN_ERROR" => "https://w3id.org/security#",
        _ if code.starts_with("STATUS_") => "https://www.w3.org/ns/credentials/status-list#",
        "MALFORMED_VALUE_ERROR" | "PARSING_ERROR" | "RANGE_ERROR" => "https://www.w3.org/TR/vc-data-model#",
        _ => "urn:hocvuso:problem:",
    };
    json!({ "type": format!("{space}{code}"), "title": code, "detail": detail })
}

/// POST `/credentials/issue`: signs a credential whose issuer is this house.
pub(crate) async fn issue(
    State(app): State<App>,
    viewer: Viewer,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let now = clock::now();
    let done = async {
        let client = let_in(&app, &viewer, &headers, now).await?;
        let request = parse(&body)?;
        let mut credential = request.get("credential").cloned().unwrap_or(Value::Null);
        may_issue(&app, &credential)?;
        if client.with_status && credential.get("credentialStatus").is_none() {
            add_status(&app, &mut credential).await?;
        }
        let issued = sign(&credential, &signer(&app, &app.keys.now()), &ProofOptions::issued(now));
        let object = credential.get("id").and_then(Value::as_str).unwrap_or("without an id");
        let row = audited::entry(&format!("api-client {}", client.name), "issue-credential", object, now);
        audit::add(&app.store, &row).await?;
        Ok((StatusCode::CREATED, json!({ "verifiableCredential": issued })))
    };
    answer(&app, &viewer, done.await, None)
}

/// Only what is right, unsigned, and said in this house's own name.
fn may_issue(app: &App, credential: &Value) -> Result<(), Refusal> {
    if let Err(faults) = check_credential(credential) {
        let told = faults.iter().map(|fault| problem("MALFORMED_VALUE_ERROR", &fault.to_string())).collect();
        return Err(Refusal::Told(StatusCode::BAD_REQUEST, told));
    }
    if credential.get("proof").is_some() {
        return Err(Refusal::bad("MALFORMED_VALUE_ERROR", "the credential has a proof already"));
    }
    let issuer = credential.get("issuer");
    let id = issuer.and_then(|issuer| issuer.as_str().or_else(|| issuer.get("id")?.as_str()));
    if id == Some(&did(app)) {
        return Ok(());
    }
    Err(Refusal::bad("FOREIGN_ISSUER", &format!("this house signs as {} only", did(app))))
}

async fn add_status(app: &App, credential: &mut Value) -> Result<(), Refusal> {
    if credential.get("id").is_none() {
        let id = domain::ids::mint(clock::now(), clock::chance());
        credential["id"] = json!(format!("urn:uuid:{id}"));
    }
    let id = credential.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    credential["credentialStatus"] = status::entry(app, &id).await?.to_json();
    Ok(())
}

/// POST `/credentials/status`: withdraws a credential that a program had signed with a status.
pub(crate) async fn set_status(
    State(app): State<App>,
    viewer: Viewer,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let now = clock::now();
    let done = async {
        let client = let_in(&app, &viewer, &headers, now).await?;
        let request = parse(&body)?;
        let id = request.get("credentialId").and_then(Value::as_str).unwrap_or_default();
        let purpose = request.pointer("/credentialStatus/statusPurpose").and_then(Value::as_str);
        // Certificates of the house have ids without a colon here, and are withdrawn by officials only.
        if !id.contains(':') || purpose != Some("revocation") || request.get("status") == Some(&json!(false))
        {
            let detail =
                "name a credentialId and the statusPurpose \"revocation\"; what was revoked stays so";
            return Err(Refusal::bad("MALFORMED_VALUE_ERROR", detail));
        }
        let row = audited::entry(&format!("api-client {}", client.name), "revoke-credential", id, now);
        match status_places::revoke(&app.store, audit::step_add(&row), id, now).await {
            Ok(()) => Ok((StatusCode::OK, json!({}))),
            Err(StoreError::Expectation { .. }) => Err(Refusal::one(
                StatusCode::NOT_FOUND,
                "UNKNOWN_CREDENTIAL",
                "no such credential that holds",
            )),
            Err(error) => Err(error.into()),
        }
    };
    answer(&app, &viewer, done.await, None)
}

/// POST `/credentials/verify`.
pub(crate) async fn verify(
    State(app): State<App>,
    viewer: Viewer,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let now = clock::now();
    let done = async {
        let_in(&app, &viewer, &headers, now).await?;
        let request = parse(&body)?;
        let credential = request.get("verifiableCredential").unwrap_or(&Value::Null);
        let (documents, lists) = held(&app, credential, now).await?;
        let held = Held { documents: &documents, lists: &lists, now };
        let verified = verify_credential(credential, &held).map_err(|why| refused(&why))?;
        Ok((
            StatusCode::OK,
            json!({ "verified": true, "credential": verified.credential, "problemDetails": [] }),
        ))
    };
    answer(&app, &viewer, done.await, Some(false))
}

/// POST `/presentations/verify`.
pub(crate) async fn verify_presented(
    State(app): State<App>,
    viewer: Viewer,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let now = clock::now();
    let done = async {
        let_in(&app, &viewer, &headers, now).await?;
        let request = parse(&body)?;
        let presentation = request.get("verifiablePresentation").unwrap_or(&Value::Null);
        let option = |name: &str| request.get("options")?.get(name)?.as_str();
        let asked = Asked { challenge: option("challenge"), domain: option("domain") };
        let (documents, lists) = held(&app, presentation, now).await?;
        let held = Held { documents: &documents, lists: &lists, now };
        let holder = verify_presentation(presentation, asked, &held).map_err(|why| refused(&why))?;
        Ok((StatusCode::OK, json!({ "verified": true, "holder": holder, "problemDetails": [] })))
    };
    answer(&app, &viewer, done.await, Some(false))
}

/// What this house holds as a verifier: its own keys and its own lists. It fetches nothing from elsewhere.
async fn held(app: &App, document: &Value, now: Timestamp) -> Result<(Vec<Value>, Vec<Value>), Refusal> {
    let documents = vec![did_document(&did(app), &app.keys.now().published)];
    // Of a token the lists are named inside.
    let lists = match credential::vc::payload_of(document) {
        Some(inside) => status::lists_of(app, &inside, now).await?,
        None => status::lists_of(app, document, now).await?,
    };
    Ok((documents, lists))
}

fn refused(why: &Invalid) -> Refusal {
    let told = match why {
        Invalid::Malformed(faults) => {
            faults.iter().map(|fault| problem(why.code(), &fault.to_string())).collect()
        }
        other => vec![problem(other.code(), &other.to_string())],
    };
    Refusal::Told(StatusCode::BAD_REQUEST, told)
}

fn parse(body: &Bytes) -> Result<Value, Refusal> {
    let read: Result<Value, _> = serde_json::from_slice(body);
    let value =
        read.map_err(|error| Refusal::bad("PARSING_ERROR", &format!("the body is no JSON: {error}")))?;
    if value.is_object() {
        Ok(value)
    } else {
        Err(Refusal::bad("PARSING_ERROR", "the body is no JSON object"))
    }
}

/// The program whose token the request carries.
async fn let_in(
    app: &App,
    viewer: &Viewer,
    headers: &HeaderMap,
    now: Timestamp,
) -> Result<ApiClient, Refusal> {
    let token = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = token.and_then(|value| value.strip_prefix("Bearer "));
    let client = match token {
        Some(token) => api_clients::find(&app.store, &digest_token(token)).await?,
        None => None,
    };
    let Some(client) = client else { return Err(turned_away(app, viewer, now).await?) };
    if may_again(app, &format!("api/{}", client.name), REQUESTS_MAX, now).await? {
        return Ok(client);
    }
    Err(Refusal::one(StatusCode::TOO_MANY_REQUESTS, "TOO_MANY_REQUESTS", "wait a minute"))
}

/// Where no program was let in, there is nothing here; else a wrong token is told, and counted.
async fn turned_away(app: &App, viewer: &Viewer, now: Timestamp) -> Result<Refusal, Refusal> {
    if api_clients::list(&app.store).await?.is_empty() {
        return Ok(Refusal::Ours(Problem::new(What::NotFound)));
    }
    if may_again(app, &format!("api/from/{}", viewer.from), WRONG_TOKENS_MAX, now).await? {
        return Ok(Refusal::one(
            StatusCode::UNAUTHORIZED,
            "UNAUTHORIZED",
            "send a token: Authorization: Bearer …",
        ));
    }
    Ok(Refusal::one(StatusCode::TOO_MANY_REQUESTS, "TOO_MANY_REQUESTS", "wait a minute"))
}

async fn may_again(app: &App, key: &str, limit: u32, now: Timestamp) -> Result<bool, Refusal> {
    let second = now.as_second();
    let minute = Timestamp::from_second(second - second.rem_euclid(60)).unwrap_or(now);
    Ok(limits::hit(&app.store, key, minute, limit).await? == Allowance::Allowed)
}

/// What the database keeps of a token.
#[must_use]
pub fn digest_token(token: &str) -> String {
    Sha256::digest(token.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn answer(
    app: &App,
    viewer: &Viewer,
    done: Result<(StatusCode, Value), Refusal>,
    verified: Option<bool>,
) -> Response {
    match done {
        Ok((status, value)) => with_status(respond::json(value.to_string()), status),
        Err(Refusal::Ours(problem)) => viewer.problem(app, problem),
        Err(Refusal::Told(status, problems)) => {
            let mut told = problems.first().cloned().unwrap_or_default();
            told["status"] = json!(status.as_u16());
            told["problemDetails"] = json!(problems);
            told["errors"] = problems.iter().map(|it| it["detail"].clone()).collect();
            if let Some(verified) = verified {
                told["verified"] = json!(verified);
            }
            with_status(respond::typed("application/problem+json", told.to_string()), status)
        }
    }
}

fn with_status(mut response: Response, status: StatusCode) -> Response {
    *response.status_mut() = status;
    response
}
