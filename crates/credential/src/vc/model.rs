//! The rules of the data model (Verifiable Credentials Data Model v2.0, sections 4 and 5), as its test suite asks them.

use serde_json::{Map, Value};

use super::datetime::parse_instant;
use super::fault::{Fault, Faults, Wrong};
use super::status::check_entry;
use super::terms::{CREDENTIALS_V2, Vocabulary};
use super::url::is_url;

/// SHA-256 of the context of the data model, which is published with it (section B.1 there) and never changes.
const CREDENTIALS_V2_SHA256: &str = "59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734";
/// Properties whose objects must name their type.
const TYPED: [&str; 7] = [
    "credentialStatus",
    "credentialSchema",
    "termsOfUse",
    "evidence",
    "refreshService",
    "renderMethod",
    "confidenceMethod",
];

/// Whether a document is a credential of the data model 2.0; its proof is not looked at.
///
/// # Errors
/// Every fault that was found.
///
/// ```
/// use credential::vc::{Wrong, check_credential};
/// let faults = check_credential(&serde_json::json!({ "type": "VerifiableCredential" })).unwrap_err();
/// assert_eq!(faults[0].to_string(), "/@context is missing");
/// assert!(faults.iter().any(|fault| fault.at == "/issuer" && fault.what == Wrong::Missing));
/// ```
pub fn check_credential(document: &Value) -> Result<(), Vec<Fault>> {
    let mut faults = Faults::default();
    match document.as_object() {
        Some(members) => credential(members, &mut faults),
        None => faults.add("", Wrong::NotAnObject),
    }
    faults.result()
}

/// Whether a document is a presentation of the data model 2.0, with credentials that are; no proof is looked at.
///
/// # Errors
/// Every fault that was found.
pub fn check_presentation(document: &Value) -> Result<(), Vec<Fault>> {
    let mut faults = Faults::default();
    match document.as_object() {
        Some(members) => presentation(members, &mut faults),
        None => faults.add("", Wrong::NotAnObject),
    }
    faults.result()
}

fn credential(members: &Map<String, Value>, faults: &mut Faults) {
    let vocabulary = Vocabulary::of(members, faults);
    common(members, "VerifiableCredential", &vocabulary, faults);
    issuer(members.get("issuer"), faults);
    subjects(members.get("credentialSubject"), faults);
    validity(members, faults);
    words(members, "", faults);
    for property in TYPED {
        for (at, object) in each(members, property) {
            typed(object, &at, property, &vocabulary, faults);
        }
    }
    related(members, faults);
}

/// What credentials and presentations have in common.
fn common(members: &Map<String, Value>, kind: &'static str, vocabulary: &Vocabulary, faults: &mut Faults) {
    types(members, "/type", vocabulary, faults);
    let has_kind = type_names(members).contains(&Some(kind));
    faults.require(has_kind, "/type", Wrong::LacksType(kind));
    optional_id(members, "/id", faults);
    for property in members.keys().filter(|name| !vocabulary.has_property(name)) {
        faults.add(format!("/{property}"), Wrong::Undefined);
    }
}

fn types(object: &Map<String, Value>, at: &str, vocabulary: &Vocabulary, faults: &mut Faults) {
    let names = type_names(object);
    if names.is_empty() {
        faults.add(at, Wrong::Missing);
    }
    let is_type = |name: &Option<&str>| name.is_some_and(|name| vocabulary.has_type(name));
    faults.require(names.iter().all(is_type), at, Wrong::NotAType);
}

/// The values of `type`, one or many; `None` for one that is no text.
fn type_names(object: &Map<String, Value>) -> Vec<Option<&str>> {
    match object.get("type") {
        None => Vec::new(),
        Some(Value::Array(names)) => names.iter().map(Value::as_str).collect(),
        Some(name) => vec![name.as_str()],
    }
}

fn optional_id(object: &Map<String, Value>, at: &str, faults: &mut Faults) {
    if let Some(id) = object.get("id") {
        faults.require(id.as_str().is_some_and(is_url), at, Wrong::NotAUrl);
    }
}

fn issuer(issuer: Option<&Value>, faults: &mut Faults) {
    match issuer {
        None => faults.add("/issuer", Wrong::Missing),
        Some(Value::Object(members)) => {
            let id = members.get("id").and_then(Value::as_str);
            faults.require(id.is_some_and(is_url), "/issuer/id", Wrong::NotAUrl);
            words(members, "/issuer", faults);
        }
        Some(url) => faults.require(url.as_str().is_some_and(is_url), "/issuer", Wrong::NotAUrl),
    }
}

fn subjects(value: Option<&Value>, faults: &mut Faults) {
    let at = "/credentialSubject";
    match value {
        None => faults.add(at, Wrong::Missing),
        Some(Value::Array(all)) if all.is_empty() => faults.add(at, Wrong::Empty),
        Some(Value::Array(all)) => {
            all.iter().enumerate().for_each(|(place, one)| subject(one, &format!("{at}/{place}"), faults));
        }
        Some(one) => subject(one, at, faults),
    }
}

fn subject(value: &Value, at: &str, faults: &mut Faults) {
    let Some(members) = value.as_object() else { return faults.add(at, Wrong::NotAnObject) };
    faults.require(!members.is_empty(), at, Wrong::Empty);
    optional_id(members, &format!("{at}/id"), faults);
}

fn validity(members: &Map<String, Value>, faults: &mut Faults) {
    let mut read = |property: &str| {
        let value = members.get(property)?;
        let at = value.as_str().and_then(parse_instant);
        faults.require(at.is_some(), &format!("/{property}"), Wrong::NotADateTime);
        at
    };
    let (from, until) = (read("validFrom"), read("validUntil"));
    if let (Some(from), Some(until)) = (from, until) {
        faults.require(from <= until, "/validUntil", Wrong::EndsBeforeItBegins);
    }
}

/// Name and description: texts, or texts with a language and a direction, one or many.
fn words(members: &Map<String, Value>, at: &str, faults: &mut Faults) {
    for property in ["name", "description"] {
        let is_right = |value: &Value| match value {
            Value::Array(many) => !many.is_empty() && many.iter().all(is_words),
            one => is_words(one),
        };
        let holds = members.get(property).is_none_or(is_right);
        faults.require(holds, &format!("{at}/{property}"), Wrong::NotWords);
    }
}

fn is_words(value: &Value) -> bool {
    let Some(members) = value.as_object() else { return value.is_string() };
    let is_known = |key: &String| matches!(key.as_str(), "@value" | "@language" | "@direction");
    let is_direction = |value: &Value| matches!(value.as_str(), Some("ltr" | "rtl")) || value.is_null();
    members.keys().all(is_known)
        && members.get("@value").is_some_and(Value::is_string)
        && members.get("@language").is_none_or(Value::is_string)
        && members.get("@direction").is_none_or(is_direction)
}

/// The values of a property, one or many, each with its place.
fn each<'a>(members: &'a Map<String, Value>, property: &str) -> Vec<(String, &'a Value)> {
    match members.get(property) {
        None => Vec::new(),
        Some(Value::Array(many)) => {
            many.iter().enumerate().map(|(place, one)| (format!("/{property}/{place}"), one)).collect()
        }
        Some(one) => vec![(format!("/{property}"), one)],
    }
}

fn typed(value: &Value, at: &str, property: &str, vocabulary: &Vocabulary, faults: &mut Faults) {
    let Some(members) = value.as_object() else { return faults.add(at, Wrong::NotAnObject) };
    types(members, &format!("{at}/type"), vocabulary, faults);
    optional_id(members, &format!("{at}/id"), faults);
    if property == "credentialSchema" {
        faults.require(members.contains_key("id"), &format!("{at}/id"), Wrong::Missing);
    }
    if property == "credentialStatus" && type_names(members).contains(&Some("BitstringStatusListEntry")) {
        check_entry(members, at, faults);
    }
}

fn related(members: &Map<String, Value>, faults: &mut Faults) {
    let mut seen = Vec::new();
    for (at, resource) in each(members, "relatedResource") {
        let Some(resource) = resource.as_object() else {
            faults.add(at, Wrong::NotAnObject);
            continue;
        };
        match resource.get("id") {
            None => faults.add(format!("{at}/id"), Wrong::Missing),
            Some(id) if seen.contains(&id) => faults.add(format!("{at}/id"), Wrong::Twice),
            Some(id) => {
                seen.push(id);
                optional_id(resource, &format!("{at}/id"), faults);
            }
        }
        digests(resource, &at, faults);
    }
}

/// A resource carries a digest; that of a resource known here must be the right one.
fn digests(resource: &Map<String, Value>, at: &str, faults: &mut Faults) {
    let (sri, multibase) = (resource.get("digestSRI"), resource.get("digestMultibase"));
    let texts: Vec<&Value> = [sri, multibase].into_iter().flatten().collect();
    faults.require(!texts.is_empty(), at, Wrong::NoDigest);
    faults.require(texts.iter().all(|it| it.is_string()), at, Wrong::NotAText);
    if resource.get("id").and_then(Value::as_str) == Some(CREDENTIALS_V2) {
        let digest = multibase.and_then(Value::as_str).and_then(crate::multibase::from_multibase);
        let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        // The digest of a multihash stands behind its two bytes: SHA-256, 32 bytes (0x12 0x20).
        let is_wrong = digest.is_some_and(|it| {
            it.first() == Some(&0x12) && hex(&it[2.min(it.len())..]) != CREDENTIALS_V2_SHA256
        });
        faults.require(!is_wrong, at, Wrong::WrongDigest);
    }
}

fn presentation(members: &Map<String, Value>, faults: &mut Faults) {
    let vocabulary = Vocabulary::of(members, faults);
    common(members, "VerifiablePresentation", &vocabulary, faults);
    let holder = holder(members, faults);
    for (at, object) in each(members, "termsOfUse") {
        typed(object, &at, "termsOfUse", &vocabulary, faults);
    }
    for (at, held) in each(members, "verifiableCredential") {
        presented(held, &at, holder, faults);
    }
}

fn holder<'a>(members: &'a Map<String, Value>, faults: &mut Faults) -> Option<&'a str> {
    let holder = members.get("holder")?;
    let id = holder.as_str().or_else(|| holder.get("id").and_then(Value::as_str)).filter(|id| is_url(id));
    faults.require(id.is_some(), "/holder", Wrong::NotAUrl);
    id
}

fn presented(value: &Value, at: &str, holder: Option<&str>, faults: &mut Faults) {
    let Some(members) = value.as_object() else { return faults.add(at, Wrong::NotAnObject) };
    if type_names(members).contains(&Some("EnvelopedVerifiableCredential")) {
        let is_right = envelope(value, "EnvelopedVerifiableCredential").is_some();
        return faults.require(is_right, at, Wrong::NotAnEnvelope);
    }
    if let Err(inner) = check_credential(value) {
        inner.into_iter().for_each(|fault| faults.add(format!("{at}{}", fault.at), fault.what));
    }
    if !members.contains_key("proof") {
        let is_own = holder.is_some() && issuer_id(value) == holder;
        faults.require(is_own, &format!("{at}/issuer"), Wrong::NotTheHolder);
    }
}

/// The text inside an enveloped document (section 4.12): what stands behind the comma of its `data:` URL.
pub(crate) fn envelope<'a>(document: &'a Value, kind: &str) -> Option<&'a str> {
    let contexts = document.get("@context")?;
    let is_base = |context: &Value| context.as_str() == Some(CREDENTIALS_V2);
    let has_base = is_base(contexts) || contexts.as_array().is_some_and(|all| all.iter().any(is_base));
    let names = type_names(document.as_object()?);
    let sealed = document.get("id")?.as_str()?.strip_prefix("data:")?;
    let (media_type, text) = sealed.split_once(',')?;
    let media_type = media_type.split(';').next().unwrap_or_default();
    let is_jwt = matches!(media_type, "application/vc+jwt" | "application/vp+jwt" | "application/jwt");
    (has_base && names == [Some(kind)] && is_jwt).then_some(text)
}

/// The id of the issuer, however it is written.
pub(crate) fn issuer_id(document: &Value) -> Option<&str> {
    let issuer = document.get("issuer")?;
    issuer.as_str().or_else(|| issuer.get("id").and_then(Value::as_str))
}
