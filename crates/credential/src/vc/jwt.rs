//! Credentials as compact tokens: a JWS (RFC 7515) with `EdDSA`, as Open Badges 3.0 (section 8.2) and Securing Verifiable Credentials
//! using JOSE and COSE have it. What is signed is the credential itself, with the registered claims beside its own members.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value, json};

use super::datetime::parse_instant;
use super::did::{Purpose, Signer, resolve};
use super::model::{check_credential, check_presentation, envelope, issuer_id};
use super::verify::{Asked, Held, Invalid, by, presenter};
use crate::multibase::{base64url, from_base64url};

/// Claims that stand in a token beside the members of the credential.
const CLAIMS: [&str; 8] = ["iss", "jti", "nbf", "exp", "sub", "iat", "aud", "nonce"];
/// No token of ours comes near it.
const TOKEN_LENGTH_MAX: usize = 1024 * 1024;

/// Why a text is not a token of a credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum JwtFault {
    /// It is not three parts of base64url with JSON in the first two.
    #[error("not a compact token")]
    NotAToken,
    /// It is not signed with EdDSA, or asks for something that is not known here.
    #[error("the token is not signed with EdDSA")]
    OtherAlgorithm,
    /// It names no key.
    #[error("the token names no key")]
    NoKey,
    /// The key did not sign it.
    #[error("the key did not sign this token")]
    BadSignature,
    /// A claim contradicts the credential.
    #[error("a claim of the token contradicts the credential")]
    Contradiction,
    /// A claim that tells a time can't be read.
    #[error("a time in the token can't be read")]
    BadTime,
}

/// The credential as a token. Its proof, if it has one, is left out.
#[must_use]
pub fn to_jwt(credential: &Value, signer: &Signer) -> String {
    let header = json!({ "alg": "EdDSA", "typ": "JWT", "kid": signer.method });
    let mut payload = credential.as_object().cloned().unwrap_or_default();
    payload.remove("proof");
    let claims = claims_of(credential);
    payload.extend(claims);
    let part = |value: &Value| base64url(value.to_string().as_bytes());
    let signed = format!("{}.{}", part(&header), part(&Value::Object(payload)));
    let signature = base64url(&signer.key.sign(signed.as_bytes()));
    format!("{signed}.{signature}")
}

/// The registered claims that repeat what the credential says.
fn claims_of(credential: &Value) -> Map<String, Value> {
    let seconds = |name: &str| {
        let at = credential.get(name)?.as_str().and_then(parse_instant)?;
        Some(Value::from(at.as_second()))
    };
    let pairs = [
        ("iss", issuer_id(credential).map(Value::from)),
        ("jti", credential.get("id").cloned()),
        ("nbf", seconds("validFrom")),
        ("exp", seconds("validUntil")),
        ("sub", credential.pointer("/credentialSubject/id").cloned()),
    ];
    pairs.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}

/// The credential of a token whose signature is right and whose own time is not over, and who issued it. The credential's time and
/// status are not looked at.
pub(crate) fn open_credential(token: &str, held: &Held) -> Result<(Value, String), Invalid> {
    let (payload, signer) = open(token, "iss", Purpose::Assertion, held)?;
    let credential = bare(&payload, "vc");
    check_credential(&credential).map_err(Invalid::Malformed)?;
    agree(&payload, &credential)?;
    let issuer = by(&signer, issuer_id(&credential).unwrap_or_default())?;
    Ok((credential, issuer))
}

/// The presentation of a token whose signature is right, whose time is not over and that answers what was asked, and who presents it.
pub(crate) fn open_presentation(token: &str, asked: Asked, held: &Held) -> Result<(Value, String), Invalid> {
    let (payload, signer) = open(token, "iss", Purpose::Authentication, held)?;
    let text = |name: &str| payload.get(name).and_then(Value::as_str);
    if asked.challenge.is_some() && text("nonce") != asked.challenge {
        return Err(Invalid::OtherChallenge);
    }
    if asked.domain.is_some() && text("aud") != asked.domain {
        return Err(Invalid::OtherDomain);
    }
    let presentation = bare(&payload, "vp");
    check_presentation(&presentation).map_err(Invalid::Malformed)?;
    let holder = presenter(signer, &presentation)?;
    Ok((presentation, holder))
}

/// What stands inside a token or an enveloped document, before anything of it is believed; `None` when it is neither.
#[must_use]
pub fn payload_of(document: &Value) -> Option<Value> {
    let enveloped = || {
        envelope(document, "EnvelopedVerifiableCredential")
            .or_else(|| envelope(document, "EnvelopedVerifiablePresentation"))
    };
    let token = document.as_str().or_else(enveloped)?;
    members(token.split('.').nth(1)?).ok().map(Value::Object)
}

fn open(
    token: &str,
    issuer_claim: &str,
    purpose: Purpose,
    held: &Held,
) -> Result<(Map<String, Value>, String), Invalid> {
    let parts: Vec<&str> = token.split('.').collect();
    let [header, payload, signature] = parts[..] else { return Err(JwtFault::NotAToken.into()) };
    if token.len() > TOKEN_LENGTH_MAX {
        return Err(JwtFault::NotAToken.into());
    }
    let (header_members, payload_members) = (members(header)?, members(payload)?);
    let says = |name: &str| header_members.get(name).and_then(Value::as_str);
    if says("alg") != Some("EdDSA") || header_members.contains_key("crit") {
        return Err(JwtFault::OtherAlgorithm.into());
    }
    let id = key_name(says("kid").ok_or(JwtFault::NoKey)?, payload_members.get(issuer_claim));
    let method = resolve(&id, purpose, held.documents, held.now).map_err(|why| Invalid::Key(why, id))?;
    let signature = from_base64url(signature).and_then(|bytes| <[u8; 64]>::try_from(bytes).ok());
    let signed = format!("{header}.{payload}");
    if !signature.is_some_and(|it| method.key.signed_bare(signed.as_bytes(), &it)) {
        return Err(JwtFault::BadSignature.into());
    }
    in_time(&payload_members, held.now)?;
    Ok((payload_members, method.controller))
}

/// The claims of time (RFC 7519, sections 4.1.4 and 4.1.5) bind by themselves: a token may end before what stands in it, and a
/// presentation has no time of its own.
fn in_time(payload: &Map<String, Value>, now: Timestamp) -> Result<(), Invalid> {
    let at = |name: &str| payload.get(name).map(|it| instant(it).ok_or(JwtFault::BadTime)).transpose();
    if let Some(from) = at("nbf")?.filter(|from| now < *from) {
        return Err(Invalid::NotYetValid(from));
    }
    at("exp")?.filter(|until| *until < now).map_or(Ok(()), |until| Err(Invalid::Expired(until)))
}

fn instant(seconds: &Value) -> Option<Timestamp> {
    let since = SignedDuration::try_from_secs_f64(seconds.as_f64()?).ok()?;
    Timestamp::from_duration(since).ok()
}

/// A key may be named by its fragment alone, within the document of the issuer.
fn key_name(kid: &str, issuer: Option<&Value>) -> String {
    match (kid.starts_with('#'), issuer.and_then(Value::as_str)) {
        (true, Some(issuer)) => format!("{issuer}{kid}"),
        _ => kid.to_owned(),
    }
}

fn members(part: &str) -> Result<Map<String, Value>, JwtFault> {
    let bytes = from_base64url(part).ok_or(JwtFault::NotAToken)?;
    serde_json::from_slice(&bytes).map_err(|_| JwtFault::NotAToken)
}

/// The document in a payload: within a claim of its own as the data model 1.1 had it, or beside the registered claims.
fn bare(payload: &Map<String, Value>, claim: &str) -> Value {
    if let Some(inner) = payload.get(claim).filter(|inner| inner.is_object()) {
        return inner.clone();
    }
    let own = payload.iter().filter(|(name, _)| !CLAIMS.contains(&name.as_str()));
    Value::Object(own.map(|(name, value)| (name.clone(), value.clone())).collect())
}

/// Registered claims repeat what the credential says, or are not there.
fn agree(payload: &Map<String, Value>, credential: &Value) -> Result<(), JwtFault> {
    let wanted = claims_of(credential);
    let seconds = |value: &Value| value.as_f64().map(f64::floor);
    let is_same = |(name, value): (&String, &Value)| match name.as_str() {
        "iss" | "jti" | "sub" => wanted.get(name).is_none_or(|want| want == value),
        "nbf" | "exp" => wanted.get(name).is_none_or(|want| seconds(want) == seconds(value)),
        _ => true,
    };
    if payload.iter().all(is_same) { Ok(()) } else { Err(JwtFault::Contradiction) }
}
