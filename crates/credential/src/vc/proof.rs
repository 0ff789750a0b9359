//! Data Integrity proofs of the suite `eddsa-jcs-2022` (Data Integrity EdDSA Cryptosuites v1.0, section 3.3).
//!
//! What is signed: the SHA-256 of the canonical proof without its value, then the SHA-256 of the canonical document without its
//! proof. The proof repeats the document's contexts, so that words can't be given another meaning afterwards.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use super::datetime::{instant_text, parse_instant};
use super::did::{Purpose, Signer};
use crate::multibase::{base58, from_base58};
use crate::{VerifyingKey, canonical_json};

const SUITE: &str = "eddsa-jcs-2022";
/// How far the clocks of two houses may differ.
const CLOCKS_DIFFER: SignedDuration = SignedDuration::from_mins(10);

/// What a proof says besides the signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProofOptions {
    /// What for.
    pub purpose: Purpose,
    /// When.
    pub created: Timestamp,
    /// The challenge that a verifier gave to a holder.
    pub challenge: Option<String>,
    /// For whom it is meant.
    pub domain: Option<String>,
}

impl ProofOptions {
    /// Those of an issuer at an instant.
    #[must_use]
    pub const fn issued(created: Timestamp) -> Self {
        Self { purpose: Purpose::Assertion, created, challenge: None, domain: None }
    }
}

/// Why a proof is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ProofFault {
    /// There is none.
    #[error("there is no proof")]
    Missing,
    /// It is of a suite that is not known here.
    #[error("the proof is of a suite that is not known here")]
    UnknownSuite,
    /// A part of it is missing or not as it must be written.
    #[error("the proof is not as it must be written")]
    Malformed,
    /// It is meant for something else.
    #[error("the proof is meant for something else")]
    OtherPurpose,
    /// The document uses other contexts than the proof covers.
    #[error("the contexts of the document are not those of the proof")]
    OtherContexts,
    /// Its own time is over.
    #[error("the time of the proof is over")]
    Expired,
    /// It says that it was made later than now.
    #[error("the proof is said to be made in the future")]
    FromTheFuture,
    /// The key did not sign this.
    #[error("the key did not sign this")]
    BadSignature,
}

/// The document with a proof. A proof that it already had is replaced.
#[must_use]
pub fn sign(document: &Value, signer: &Signer, options: &ProofOptions) -> Value {
    let mut bare = without(document, "proof");
    let mut proof = Map::new();
    let mut say = |name: &str, value: &str| proof.insert(name.to_owned(), Value::String(value.to_owned()));
    say("type", "DataIntegrityProof");
    say("cryptosuite", SUITE);
    say("created", &instant_text(options.created));
    say("verificationMethod", &signer.method);
    say("proofPurpose", options.purpose.as_str());
    options.challenge.as_ref().map(|challenge| say("challenge", challenge));
    options.domain.as_ref().map(|domain| say("domain", domain));
    if let Some(contexts) = bare.get("@context") {
        proof.insert("@context".to_owned(), contexts.clone());
    }
    let signature = signer.key.sign(&digest(&bare, &proof));
    proof.insert("proofValue".to_owned(), Value::String(format!("z{}", base58(&signature))));
    bare.insert("proof".to_owned(), Value::Object(proof));
    Value::Object(bare)
}

/// The proofs of a document, one or a set. A chain of proofs is not known here.
pub(crate) fn proofs(document: &Value) -> Result<Vec<&Map<String, Value>>, ProofFault> {
    let all: Vec<&Value> = match document.get("proof") {
        None => return Err(ProofFault::Missing),
        Some(Value::Array(set)) => set.iter().collect(),
        Some(one) => vec![one],
    };
    let objects: Option<Vec<_>> = all.into_iter().map(Value::as_object).collect();
    let objects = objects.ok_or(ProofFault::Malformed)?;
    if objects.is_empty() {
        return Err(ProofFault::Missing);
    }
    if objects.iter().any(|proof| proof.contains_key("previousProof")) {
        return Err(ProofFault::UnknownSuite);
    }
    Ok(objects)
}

/// The name of the key that a proof of our suite names, after looking at everything but the signature.
pub(crate) fn method_named(
    proof: &Map<String, Value>,
    purpose: Purpose,
    now: Timestamp,
) -> Result<&str, ProofFault> {
    let text = |name: &str| proof.get(name).and_then(Value::as_str);
    if text("type") != Some("DataIntegrityProof") || text("cryptosuite") != Some(SUITE) {
        return Err(ProofFault::UnknownSuite);
    }
    let instant = |name: &str| match proof.get(name) {
        None => Ok(None),
        Some(at) => at.as_str().and_then(parse_instant).map(Some).ok_or(ProofFault::Malformed),
    };
    if instant("created")?.is_some_and(|at| at.duration_since(now) > CLOCKS_DIFFER) {
        return Err(ProofFault::FromTheFuture);
    }
    if instant("expires")?.is_some_and(|at| at <= now) {
        return Err(ProofFault::Expired);
    }
    let wanted = text("proofPurpose").ok_or(ProofFault::Malformed)?;
    if wanted != purpose.as_str() {
        return Err(ProofFault::OtherPurpose);
    }
    text("verificationMethod").ok_or(ProofFault::Malformed)
}

/// Whether the key made this proof of the document.
pub(crate) fn check(
    document: &Value,
    proof: &Map<String, Value>,
    key: VerifyingKey,
) -> Result<(), ProofFault> {
    let value = proof.get("proofValue").and_then(Value::as_str).ok_or(ProofFault::Malformed)?;
    let signature = value.strip_prefix('z').and_then(from_base58).ok_or(ProofFault::Malformed)?;
    let signature: [u8; 64] = signature.try_into().map_err(|_| ProofFault::Malformed)?;
    let mut bare = without(document, "proof");
    if let Some(contexts) = proof.get("@context") {
        if !begins_with(bare.get("@context"), contexts) {
            return Err(ProofFault::OtherContexts);
        }
        bare.insert("@context".to_owned(), contexts.clone());
    }
    let mut options = proof.clone();
    options.remove("proofValue");
    if key.signed_bare(&digest(&bare, &options), &signature) { Ok(()) } else { Err(ProofFault::BadSignature) }
}

fn digest(document: &Map<String, Value>, proof: &Map<String, Value>) -> Vec<u8> {
    let hash = |members: &Map<String, Value>| Sha256::digest(canonical_json(&Value::Object(members.clone())));
    [hash(proof), hash(document)].concat()
}

fn without(document: &Value, member: &str) -> Map<String, Value> {
    let mut members = document.as_object().cloned().unwrap_or_default();
    members.remove(member);
    members
}

fn begins_with(document: Option<&Value>, proof: &Value) -> bool {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
    document.is_some_and(|document| list(document).starts_with(&list(proof)))
}
