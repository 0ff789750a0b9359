//! Who may sign for whom: `did:key` and the documents of `did:web`, given as data.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::datetime::{instant_text, parse_instant};
use crate::multibase::{base58, from_base64url, from_multibase};
use crate::{SigningKey, VerifyingKey};

/// What stands before the bytes of a public Ed25519 key (multicodec `ed25519-pub`).
const ED25519_PUB: [u8; 2] = [0xed, 0x01];

/// What a key may be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To say something as an issuer.
    Assertion,
    /// To show who presents something.
    Authentication,
}

impl Purpose {
    /// The name of the relationship in documents and proofs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Assertion => "assertionMethod",
            Self::Authentication => "authentication",
        }
    }
}

/// A key as an issuer publishes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublishedKey {
    /// The public half.
    pub key: VerifyingKey,
    /// From this instant on nothing that it signed is believed: it fell into other hands.
    pub revoked_at: Option<Timestamp>,
}

/// Why a key that a proof names is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyRefused {
    /// No document says anything of it.
    #[error("the key is not known")]
    Unknown,
    /// It is none of Ed25519, or not written as one.
    #[error("the key is none of Ed25519")]
    NotEd25519,
    /// Its owner did not say that it may be used for this.
    #[error("the key is not meant for this")]
    NotForThis,
    /// It was revoked.
    #[error("the key was revoked")]
    Revoked,
    /// Its time is over.
    #[error("the time of the key is over")]
    Expired,
}

/// A key that may be used, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Method {
    pub(crate) controller: String,
    pub(crate) key: VerifyingKey,
}

/// A public key as a `Multikey` writes it: `z6Mk…`.
///
/// ```
/// use credential::{SigningKey, vc::multikey};
/// assert!(multikey(SigningKey::from_seed([7; 32]).verifying_key()).starts_with("z6Mk"));
/// ```
#[must_use]
pub fn multikey(key: VerifyingKey) -> String {
    format!("z{}", base58(&[&ED25519_PUB[..], &key.to_bytes()].concat()))
}

/// The `did:key` of a key: an identity that needs no document.
#[must_use]
pub fn did_key(key: VerifyingKey) -> String {
    format!("did:key:{}", multikey(key))
}

/// The `did:web` of an origin such as `https://hoc.example.vn`; `None` when it is no origin. A port is written `%3A8080`.
///
/// ```
/// use credential::vc::did_web;
/// assert_eq!(did_web("https://hoc.example.vn").as_deref(), Some("did:web:hoc.example.vn"));
/// assert_eq!(did_web("http://127.0.0.1:8080/").as_deref(), Some("did:web:127.0.0.1%3A8080"));
/// assert_eq!(did_web("hoc.example.vn"), None);
/// ```
#[must_use]
pub fn did_web(origin: &str) -> Option<String> {
    let (_, rest) = origin.split_once("://")?;
    let host = rest.split('/').next().filter(|host| !host.is_empty())?;
    Some(format!("did:web:{}", host.replace(':', "%3A")))
}

/// The name of a key of an issuer, as proofs name it: the issuer's id, `#`, and the key itself.
#[must_use]
pub fn method_id(did: &str, key: VerifyingKey) -> String {
    format!("{did}#{}", multikey(key))
}

/// The document that an issuer publishes: every key that was ever signed with. One that was revoked is named with its date and may be
/// used for nothing.
#[must_use]
pub fn did_document(did: &str, keys: &[PublishedKey]) -> Value {
    let methods: Vec<Value> = keys.iter().map(|it| method_of(did, it)).collect();
    let usable: Vec<String> =
        keys.iter().filter(|it| it.revoked_at.is_none()).map(|it| method_id(did, it.key)).collect();
    json!({
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": did,
        "verificationMethod": methods,
        "assertionMethod": usable,
        "authentication": usable,
    })
}

fn method_of(did: &str, published: &PublishedKey) -> Value {
    let mut method = json!({
        "id": method_id(did, published.key),
        "type": "Multikey",
        "controller": did,
        "publicKeyMultibase": multikey(published.key),
    });
    if let Some(at) = published.revoked_at {
        method["revoked"] = Value::String(instant_text(at));
    }
    method
}

/// The key that a proof names by `id`, if it may be used for `purpose` now. A `did:key` speaks for itself; for any other, one of the
/// documents must.
pub(crate) fn resolve(
    id: &str,
    purpose: Purpose,
    documents: &[Value],
    now: Timestamp,
) -> Result<Method, KeyRefused> {
    if let Some(rest) = id.strip_prefix("did:key:") {
        let (name, fragment) = rest.split_once('#').unwrap_or((rest, rest));
        let key = from_multikey(name).filter(|_| name == fragment).ok_or(KeyRefused::NotEd25519)?;
        return Ok(Method { controller: format!("did:key:{name}"), key });
    }
    let controller = id.split('#').next().unwrap_or_default();
    let is_of = |document: &&Value| document.get("id").and_then(Value::as_str) == Some(controller);
    let document = documents.iter().find(is_of).ok_or(KeyRefused::Unknown)?;
    let method = find_method(document, id).ok_or(KeyRefused::Unknown)?;
    let is_own = method.get("controller").and_then(Value::as_str).is_none_or(|it| it == controller);
    if !is_own {
        return Err(KeyRefused::NotForThis);
    }
    in_force(method, now)?;
    if !is_listed(document, purpose, id) {
        return Err(KeyRefused::NotForThis);
    }
    let key = key_of(method).ok_or(KeyRefused::NotEd25519)?;
    Ok(Method { controller: controller.to_owned(), key })
}

fn find_method<'a>(document: &'a Value, id: &str) -> Option<&'a Value> {
    let relationships = ["verificationMethod", "assertionMethod", "authentication"];
    let lists = relationships.iter().filter_map(|name| document.get(name)?.as_array());
    lists.flatten().find(|method| method.get("id").and_then(Value::as_str) == Some(id))
}

fn is_listed(document: &Value, purpose: Purpose, id: &str) -> bool {
    let names =
        |entry: &Value| entry.as_str().or_else(|| entry.get("id").and_then(Value::as_str)) == Some(id);
    document.get(purpose.as_str()).and_then(Value::as_array).is_some_and(|all| all.iter().any(names))
}

/// A date that can't be read refuses the key: nobody knows when it ends.
fn in_force(method: &Value, now: Timestamp) -> Result<(), KeyRefused> {
    let is_past = |name: &str| {
        method.get(name).is_some_and(|at| at.as_str().and_then(parse_instant).is_none_or(|at| at <= now))
    };
    if is_past("revoked") {
        return Err(KeyRefused::Revoked);
    }
    if is_past("expires") { Err(KeyRefused::Expired) } else { Ok(()) }
}

fn key_of(method: &Value) -> Option<VerifyingKey> {
    if let Some(text) = method.get("publicKeyMultibase").and_then(Value::as_str) {
        return from_multikey(text);
    }
    let jwk = method.get("publicKeyJwk")?;
    let says = |name: &str, value: &str| jwk.get(name).and_then(Value::as_str) == Some(value);
    let bytes = from_base64url(jwk.get("x")?.as_str()?)?.try_into().ok()?;
    (says("kty", "OKP") && says("crv", "Ed25519")).then(|| VerifyingKey::from_bytes(bytes).ok()).flatten()
}

fn from_multikey(text: &str) -> Option<VerifyingKey> {
    let bytes = from_multibase(text)?;
    let key: [u8; 32] = bytes.strip_prefix(&ED25519_PUB)?.try_into().ok()?;
    VerifyingKey::from_bytes(key).ok()
}

/// A key that signs, under the name that its issuer publishes it by.
#[derive(Debug)]
pub struct Signer<'a> {
    /// The secret half.
    pub key: &'a SigningKey,
    /// Its name: see [`method_id`].
    pub method: String,
}

impl<'a> Signer<'a> {
    /// The key of an issuer.
    #[must_use]
    pub fn of(did: &str, key: &'a SigningKey) -> Self {
        Self { key, method: method_id(did, key.verifying_key()) }
    }
}
