//! An achievement as Open Badges 3.0 says it (`OpenBadgeCredential`).

use jiff::Timestamp;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use super::datetime::instant_text;
use super::status::StatusEntry;
use super::terms::{CREDENTIALS_V2, OPEN_BADGES};

/// Who issues: a `Profile`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The identity that signs, such as a `did:web`.
    pub id: String,
    /// The name.
    pub name: String,
    /// Where to read about it.
    pub url: String,
}

impl Profile {
    /// As a credential and the issuer's own page say it.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json!({ "id": self.id, "type": ["Profile"], "name": self.name, "url": self.url })
    }
}

/// What was achieved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Achievement {
    /// Its address, the same for everybody who achieved it.
    pub id: String,
    /// The name.
    pub name: String,
    /// One sentence.
    pub description: String,
    /// What had to be shown.
    pub criteria: String,
    /// The kind, a word of Open Badges such as `Certificate` or `Competency`.
    pub kind: &'static str,
    /// The language of these words, such as `vi`.
    pub language: &'static str,
    /// What in frameworks it answers to.
    pub alignments: Vec<Alignment>,
}

/// A place in a framework.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alignment {
    /// The name of the framework, with its version.
    pub framework: String,
    /// The name of the place.
    pub name: String,
    /// Its address.
    pub url: String,
    /// Its code.
    pub code: String,
}

/// Who achieved it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recipient {
    /// By the name, readable.
    Named(String),
    /// By a name that only who knows it can compare: SHA-256 of the name and a salt.
    Hashed {
        /// The name.
        name: String,
        /// Chance, drawn by the caller.
        salt: String,
    },
}

impl Recipient {
    fn to_json(&self) -> Value {
        match self {
            Self::Named(name) => json!({
                "type": "IdentityObject", "identityType": "name", "hashed": false, "identityHash": name,
            }),
            Self::Hashed { name, salt } => json!({
                "type": "IdentityObject", "identityType": "name", "hashed": true, "salt": salt,
                "identityHash": identity_hash(name, salt),
            }),
        }
    }
}

/// The hash of an identity: `sha256$` and the digest of the text with its salt.
#[must_use]
pub fn identity_hash(name: &str, salt: &str) -> String {
    let digest = Sha256::digest([name, salt].concat());
    let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256${hex}")
}

/// Something that bears an achievement out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The name.
    pub name: String,
    /// What was done.
    pub narrative: String,
}

/// A credential of an achievement, to be signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AchievementCredential {
    /// Its id, a URL.
    pub id: String,
    /// The name on it.
    pub name: String,
    /// Who issues it.
    pub issuer: Profile,
    /// When it began to hold.
    pub valid_from: Timestamp,
    /// Until when it holds.
    pub valid_until: Option<Timestamp>,
    /// Who achieved it.
    pub recipient: Recipient,
    /// What.
    pub achievement: Achievement,
    /// What bears it out.
    pub evidence: Vec<Evidence>,
    /// Where its status stands.
    pub status: Option<StatusEntry>,
}

impl AchievementCredential {
    /// The document without a proof.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut document = json!({
            "@context": [CREDENTIALS_V2, OPEN_BADGES],
            "id": self.id,
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "name": self.name,
            "issuer": self.issuer.to_json(),
            "validFrom": instant_text(self.valid_from),
            "credentialSubject": {
                "type": ["AchievementSubject"],
                "identifier": [self.recipient.to_json()],
                "achievement": self.achievement.to_json(),
            },
        });
        if let Some(until) = self.valid_until {
            document["validUntil"] = Value::String(instant_text(until));
        }
        if !self.evidence.is_empty() {
            document["evidence"] = self.evidence.iter().map(Evidence::to_json).collect();
        }
        if let Some(status) = &self.status {
            document["credentialStatus"] = status.to_json();
        }
        document
    }
}

impl Achievement {
    fn to_json(&self) -> Value {
        let mut achievement = json!({
            "id": self.id,
            "type": ["Achievement"],
            "achievementType": self.kind,
            "name": self.name,
            "description": self.description,
            "criteria": { "narrative": self.criteria },
            "inLanguage": self.language,
        });
        if !self.alignments.is_empty() {
            achievement["alignment"] = self.alignments.iter().map(Alignment::to_json).collect();
        }
        achievement
    }
}

impl Alignment {
    fn to_json(&self) -> Value {
        json!({
            "type": ["Alignment"],
            "targetFramework": self.framework,
            "targetName": self.name,
            "targetUrl": self.url,
            "targetCode": self.code,
        })
    }
}

impl Evidence {
    fn to_json(&self) -> Value {
        let mut evidence = Map::new();
        evidence.insert("type".into(), json!(["Evidence"]));
        evidence.insert("name".into(), json!(self.name));
        evidence.insert("narrative".into(), json!(self.narrative));
        Value::Object(evidence)
    }
}
