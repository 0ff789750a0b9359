//! Which words a document may use: its contexts, as far as they are known here.
//!
//! Contexts are not fetched. Those of the data model and of Open Badges are known by their terms; one that is not known here, or one
//! that gives a meaning to every word (`@vocab`), leaves the vocabulary open, and then any word is taken for a term.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::fault::{Faults, Wrong};
use super::url::is_url;

/// The context of the data model 2.0, always the first.
pub const CREDENTIALS_V2: &str = "https://www.w3.org/ns/credentials/v2";
/// The context of Open Badges 3.0.
pub const OPEN_BADGES: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

/// The terms of the data model, all protected: nobody may give them another meaning.
const BASE: &[&str] = &[
    "id",
    "type",
    "description",
    "digestMultibase",
    "digestSRI",
    "mediaType",
    "name",
    "VerifiableCredential",
    "EnvelopedVerifiableCredential",
    "VerifiablePresentation",
    "EnvelopedVerifiablePresentation",
    "JsonSchemaCredential",
    "JsonSchema",
    "BitstringStatusListCredential",
    "BitstringStatusList",
    "BitstringStatusListEntry",
    "DataIntegrityProof",
];
/// What may stand in a credential or a presentation besides.
const PROPERTIES: &[&str] = &[
    "@context",
    "confidenceMethod",
    "credentialSchema",
    "credentialStatus",
    "credentialSubject",
    "evidence",
    "holder",
    "issuer",
    "proof",
    "refreshService",
    "relatedResource",
    "renderMethod",
    "termsOfUse",
    "validFrom",
    "validUntil",
    "verifiableCredential",
];
/// The terms of Open Badges that stand at the top of a credential or are a type.
const BADGE: &[&str] = &[
    "OpenBadgeCredential",
    "Achievement",
    "AchievementCredential",
    "AchievementSubject",
    "Address",
    "Alignment",
    "Criteria",
    "EndorsementCredential",
    "EndorsementSubject",
    "Evidence",
    "GeoCoordinates",
    "IdentifierEntry",
    "IdentityObject",
    "Image",
    "Profile",
    "Related",
    "Result",
    "ResultDescription",
    "RubricCriterionLevel",
    "1EdTechJsonSchemaValidator2019",
    "1EdTechRefresh",
    "alignment",
    "endorsement",
    "endorsementJwt",
    "image",
    "inLanguage",
    "narrative",
    "url",
    "awardedDate",
];

/// The vocabulary of a document.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    terms: BTreeMap<String, Meaning>,
    has_badges: bool,
    is_open: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Meaning {
    of: Value,
    is_protected: bool,
}

impl Vocabulary {
    /// Reads the contexts of a document and tells what is wrong with them.
    pub(crate) fn of(document: &Map<String, Value>, faults: &mut Faults) -> Self {
        let mut vocabulary = Self::default();
        match document.get("@context") {
            None => faults.add("/@context", Wrong::Missing),
            Some(Value::Array(contexts)) => {
                let is_first = contexts.first().and_then(Value::as_str) == Some(CREDENTIALS_V2);
                faults.require(is_first, "/@context", Wrong::FirstContext);
                for (place, context) in contexts.iter().enumerate() {
                    vocabulary.add(context, &format!("/@context/{place}"), faults);
                }
            }
            Some(_) => faults.add("/@context", Wrong::FirstContext),
        }
        vocabulary
    }

    fn add(&mut self, context: &Value, at: &str, faults: &mut Faults) {
        match context {
            Value::String(url) if is_url(url) => self.add_known(url),
            Value::Object(terms) => self.add_terms(terms, at, faults),
            _ => faults.add(at, Wrong::NotAContext),
        }
    }

    fn add_known(&mut self, url: &str) {
        let is_badge = url.starts_with("https://purl.imsglobal.org/spec/ob/v3p0/context");
        self.has_badges |= is_badge;
        let adds_nothing = [CREDENTIALS_V2, "https://w3id.org/security/data-integrity/v2"];
        self.is_open |= !is_badge && !adds_nothing.contains(&url);
    }

    fn add_terms(&mut self, terms: &Map<String, Value>, at: &str, faults: &mut Faults) {
        self.is_open |= terms.get("@vocab").is_some_and(Value::is_string) || terms.contains_key("@import");
        let protects = terms.get("@protected") == Some(&Value::Bool(true));
        for (term, of) in terms.iter().filter(|(term, _)| !term.starts_with('@')) {
            let known = self.terms.get(term);
            let is_taken = BASE.contains(&term.as_str()) || known.is_some_and(|it| it.is_protected);
            if is_taken && known.is_none_or(|it| it.of != *of) {
                faults.add(at, Wrong::Redefines(term.clone()));
            }
            let is_protected = protects || known.is_some_and(|it| it.is_protected);
            self.terms.insert(term.clone(), Meaning { of: of.clone(), is_protected });
        }
    }

    /// Whether a text names a type: an absolute URL, or a term that stands for one.
    pub(crate) fn has_type(&self, name: &str) -> bool {
        is_url(name) || self.means_something(name)
    }

    /// Whether a property of a credential or presentation is defined.
    pub(crate) fn has_property(&self, name: &str) -> bool {
        PROPERTIES.contains(&name) || is_url(name) || self.means_something(name)
    }

    fn means_something(&self, name: &str) -> bool {
        if let Some(meaning) = self.terms.get(name) {
            return self.is_expandable(&meaning.of);
        }
        self.is_open || BASE.contains(&name) || (self.has_badges && BADGE.contains(&name))
    }

    /// Whether what a term is said to stand for is a URL: in full, or by a prefix of the same contexts.
    fn is_expandable(&self, of: &Value) -> bool {
        let id = of.as_str().or_else(|| of.get("@id").and_then(Value::as_str));
        let Some(id) = id else { return of.is_object() && self.is_open };
        let prefix = id.split_once(':').map(|(prefix, _)| prefix);
        is_url(id) || id.starts_with('@') || prefix.is_some_and(|prefix| self.terms.contains_key(prefix))
    }
}
