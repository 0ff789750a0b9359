//! Whether a credential or a presentation holds: its form, its proof, its time, its status; and exactly why not.
//!
//! Nothing is fetched. What a verifier holds is given: documents of issuers, status lists, the time.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::datetime::parse_instant;
use super::did::{KeyRefused, Purpose, resolve};
use super::fault::Fault;
use super::model::{check_credential, check_presentation, envelope, issuer_id};
use super::proof::{self, ProofFault};
use super::status::{Bitstring, ListFault, StatusPurpose};
use super::{jwt, jwt::JwtFault};

/// What a verifier holds.
#[derive(Debug, Clone, Copy)]
pub struct Held<'a> {
    /// Documents of issuers: those of `did:web`, or any other with an `id`. A `did:key` needs none.
    pub documents: &'a [Value],
    /// Status lists, as their issuers signed them.
    pub lists: &'a [Value],
    /// The time.
    pub now: Timestamp,
}

/// A credential that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// What it says, without an envelope.
    pub credential: Value,
    /// Who issued it.
    pub issuer: String,
}

/// Why a credential or presentation does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Invalid {
    /// It is not of the data model.
    #[error("not a document of the data model 2.0: {}", .0.iter().map(Fault::to_string).collect::<Vec<_>>().join("; "))]
    Malformed(Vec<Fault>),
    /// Its proof is none.
    #[error("{0}")]
    Proof(#[from] ProofFault),
    /// It is a token that is none.
    #[error("{0}")]
    Jwt(#[from] JwtFault),
    /// The key is not used.
    #[error("{0}: {1}")]
    Key(KeyRefused, String),
    /// The key is another's than that of the issuer or holder whom the document names.
    #[error("signed by {signer}, not by {named}")]
    SignedByAnother {
        /// Whose key it is.
        signer: String,
        /// Who the document says it is from.
        named: String,
    },
    /// It holds from a later time on.
    #[error("holds only from {0}")]
    NotYetValid(Timestamp),
    /// Its time is over.
    #[error("held until {0}")]
    Expired(Timestamp),
    /// The list that tells its status is not here.
    #[error("the status list {0} is not here")]
    StatusUnknown(String),
    /// The list that tells its status does not hold itself.
    #[error("the status list does not hold: {0}")]
    StatusList(Box<Invalid>),
    /// The list that tells its status is not for this credential.
    #[error("the status list is not one for this credential")]
    OtherStatusList,
    /// The list that tells its status can't be read.
    #[error("{0}")]
    StatusBits(#[from] ListFault),
    /// It was withdrawn for good.
    #[error("revoked by its issuer")]
    Revoked,
    /// It was withdrawn for a while.
    #[error("suspended by its issuer")]
    Suspended,
    /// The proof of a presentation answers another challenge.
    #[error("the presentation answers another challenge")]
    OtherChallenge,
    /// The proof of a presentation is meant for another domain.
    #[error("the presentation is meant for another domain")]
    OtherDomain,
    /// A credential in a presentation does not hold.
    #[error("credential {place} in the presentation: {why}")]
    Presented {
        /// Which, from 0.
        place: usize,
        /// Why.
        why: Box<Invalid>,
    },
}

impl Invalid {
    /// The word for it: what programs may tell apart, after the standards where they have one.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Malformed(_) => "MALFORMED_VALUE_ERROR",
            Self::Proof(_) | Self::Jwt(_) => "PROOF_VERIFICATION_ERROR",
            Self::Key(..) | Self::SignedByAnother { .. } => "INVALID_VERIFICATION_METHOD",
            Self::NotYetValid(_) => "NOT_YET_VALID",
            Self::Expired(_) => "EXPIRED",
            Self::StatusUnknown(_) => "STATUS_RETRIEVAL_ERROR",
            Self::StatusList(_) | Self::OtherStatusList => "STATUS_VERIFICATION_ERROR",
            Self::StatusBits(ListFault::TooShort) => "STATUS_LIST_LENGTH_ERROR",
            Self::StatusBits(ListFault::OutOfRange) => "RANGE_ERROR",
            Self::StatusBits(ListFault::NotAList) => "MALFORMED_VALUE_ERROR",
            Self::Revoked => "REVOKED",
            Self::Suspended => "SUSPENDED",
            Self::OtherChallenge => "INVALID_CHALLENGE_ERROR",
            Self::OtherDomain => "INVALID_DOMAIN_ERROR",
            Self::Presented { why, .. } => why.code(),
        }
    }
}

/// Whether a credential holds: with a proof in it, enveloped, or a compact token as a JSON string.
///
/// # Errors
/// The first reason why it does not.
pub fn verify_credential(document: &Value, held: &Held) -> Result<Verified, Invalid> {
    let token = document.as_str().or_else(|| envelope(document, "EnvelopedVerifiableCredential"));
    let (credential, issuer) = match token {
        Some(token) => jwt::open_credential(token, held)?,
        None => (document.clone(), signed_issuer(document, held)?),
    };
    in_time(&credential, held.now)?;
    for entry in status_entries(&credential) {
        status(entry, &issuer, held)?;
    }
    Ok(Verified { credential, issuer })
}

fn signed_issuer(document: &Value, held: &Held) -> Result<String, Invalid> {
    check_credential(document).map_err(Invalid::Malformed)?;
    let signer = signer(document, Purpose::Assertion, held)?;
    let named = issuer_id(document).unwrap_or_default();
    by(&signer, named)
}

pub(crate) fn by(signer: &str, named: &str) -> Result<String, Invalid> {
    if signer == named {
        return Ok(named.to_owned());
    }
    Err(Invalid::SignedByAnother { signer: signer.to_owned(), named: named.to_owned() })
}

/// Who signed a document. Of a set of proofs, each of our suite must be right and by the same one; those of other suites are left to
/// others.
fn signer(document: &Value, purpose: Purpose, held: &Held) -> Result<String, Invalid> {
    let proofs = proof::proofs(document)?;
    let known = |proof: &&Map<String, Value>| {
        proofs.len() == 1 || proof::method_named(proof, purpose, held.now) != Err(ProofFault::UnknownSuite)
    };
    let mut signer = None;
    for proof in proofs.iter().copied().filter(known) {
        let id = proof::method_named(proof, purpose, held.now)?;
        let method =
            resolve(id, purpose, held.documents, held.now).map_err(|why| Invalid::Key(why, id.to_owned()))?;
        proof::check(document, proof, method.key)?;
        let first = signer.get_or_insert(method.controller.clone());
        by(&method.controller, first)?;
    }
    signer.ok_or(Invalid::Proof(ProofFault::UnknownSuite))
}

fn in_time(credential: &Value, now: Timestamp) -> Result<(), Invalid> {
    let at = |name: &str| credential.get(name).and_then(Value::as_str).and_then(parse_instant);
    if let Some(from) = at("validFrom").filter(|from| now < *from) {
        return Err(Invalid::NotYetValid(from));
    }
    at("validUntil").filter(|until| *until < now).map_or(Ok(()), |until| Err(Invalid::Expired(until)))
}

fn status_entries(credential: &Value) -> Vec<&Value> {
    match credential.get("credentialStatus") {
        None => Vec::new(),
        Some(Value::Array(all)) => all.iter().collect(),
        Some(one) => vec![one],
    }
}

/// Looks a credential up in its list. A status of a kind that is not known here can't be told, and is not taken for good.
fn status(entry: &Value, issuer: &str, held: &Held) -> Result<(), Invalid> {
    let text = |name: &str| entry.get(name).and_then(Value::as_str);
    let unknown = |name: &str| Invalid::StatusUnknown(text(name).unwrap_or_default().to_owned());
    if text("type") != Some("BitstringStatusListEntry") {
        return Err(unknown("type"));
    }
    let list =
        held.lists.iter().find(|list| list.get("id").and_then(Value::as_str) == text("statusListCredential"));
    let list = list.ok_or_else(|| unknown("statusListCredential"))?;
    let purpose = text("statusPurpose").unwrap_or_default();
    let bits = bits_of(list, purpose, issuer, held)?;
    let size = entry.get("statusSize").and_then(Value::as_u64).unwrap_or(1);
    let place = text("statusListIndex").and_then(|place| place.parse::<u64>().ok());
    let place = place.and_then(|place| place.checked_mul(size)).and_then(|place| usize::try_from(place).ok());
    let is_set = bits.get(place.ok_or(ListFault::OutOfRange)?)?;
    match purpose {
        _ if !is_set => Ok(()),
        _ if purpose == StatusPurpose::Revocation.as_str() => Err(Invalid::Revoked),
        _ if purpose == StatusPurpose::Suspension.as_str() => Err(Invalid::Suspended),
        _ => Ok(()),
    }
}

/// The bits of a list that its own issuer signed, who is the credential's.
fn bits_of(list: &Value, purpose: &str, issuer: &str, held: &Held) -> Result<Bitstring, Invalid> {
    let inner = |why| Invalid::StatusList(Box::new(why));
    let list_issuer = signed_issuer(list, held).map_err(inner)?;
    in_time(list, held.now).map_err(inner)?;
    let subject = list.get("credentialSubject").unwrap_or(&Value::Null);
    let says = |value: Option<&Value>, word: &str| match value {
        Some(Value::Array(all)) => all.iter().any(|it| it.as_str() == Some(word)),
        other => other.and_then(Value::as_str) == Some(word),
    };
    let is_list = says(list.get("type"), "BitstringStatusListCredential")
        && says(subject.get("type"), "BitstringStatusList")
        && says(subject.get("statusPurpose"), purpose)
        && list_issuer == issuer;
    if !is_list {
        return Err(Invalid::OtherStatusList);
    }
    let encoded = subject.get("encodedList").and_then(Value::as_str).ok_or(ListFault::NotAList)?;
    Ok(Bitstring::decode(encoded)?)
}

/// What a verifier asked a holder for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked<'a> {
    /// The challenge that the proof must answer.
    pub challenge: Option<&'a str>,
    /// The domain that the proof must name.
    pub domain: Option<&'a str>,
}

/// Whether a presentation holds: its form, the holder's proof, and each credential in it. Gives who presents it.
///
/// # Errors
/// The first reason why it does not.
pub fn verify_presentation(document: &Value, asked: Asked, held: &Held) -> Result<String, Invalid> {
    if let Some(token) = envelope(document, "EnvelopedVerifiablePresentation") {
        let (presentation, holder) = jwt::open_presentation(token, asked, held)?;
        presented(&presentation, held)?;
        return Ok(holder);
    }
    check_presentation(document).map_err(Invalid::Malformed)?;
    answers(document, asked)?;
    let holder = presenter(signer(document, Purpose::Authentication, held)?, document)?;
    presented(document, held)?;
    Ok(holder)
}

/// Who presents: the signer, who must be the holder where the presentation names one.
pub(crate) fn presenter(signer: String, presentation: &Value) -> Result<String, Invalid> {
    match presentation.get("holder") {
        Some(holder) => {
            by(&signer, holder.as_str().or_else(|| holder.get("id")?.as_str()).unwrap_or_default())
        }
        None => Ok(signer),
    }
}

/// Whether every proof answers what was asked, where something was.
fn answers(document: &Value, asked: Asked) -> Result<(), Invalid> {
    for proof in proof::proofs(document)? {
        let text = |name: &str| proof.get(name).and_then(Value::as_str);
        if asked.challenge.is_some() && text("challenge") != asked.challenge {
            return Err(Invalid::OtherChallenge);
        }
        if asked.domain.is_some() && text("domain") != asked.domain {
            return Err(Invalid::OtherDomain);
        }
    }
    Ok(())
}

/// Each credential of a presentation must hold; one without a proof is the holder's own word, which the proof of the presentation covers.
fn presented(presentation: &Value, held: &Held) -> Result<(), Invalid> {
    let all: Vec<&Value> = match presentation.get("verifiableCredential") {
        None => Vec::new(),
        Some(Value::Array(many)) => many.iter().collect(),
        Some(one) => vec![one],
    };
    for (place, credential) in all.into_iter().enumerate() {
        let is_own = credential.is_object()
            && credential.get("proof").is_none()
            && envelope(credential, "EnvelopedVerifiableCredential").is_none();
        if !is_own {
            let why = |why| Invalid::Presented { place, why: Box::new(why) };
            verify_credential(credential, held).map_err(why)?;
        }
    }
    Ok(())
}
