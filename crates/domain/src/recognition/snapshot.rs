//! What a device keeps to judge certificates without a network: the issuer's keys, the names of profiles, and which
//! certificates were withdrawn, as of an instant.
//!
//! # As text
//! Lines of fields with tabs between, which a phone reads with little code:
//!
//! ```text
//! snapshot  1  MILLISECONDS  real|demonstration
//! key       64 digits of base 16
//! profile   ID  TITLE IN VIETNAMESE  TITLE IN ENGLISH
//! withdrawn 16 digits of base 16  MILLISECONDS
//! ```

use core::fmt::Write as _;

use credential::{CheckError, Claims, VerifyingKey, check};
use jiff::Timestamp;
use jiff::civil::Date;

use super::Assurance;
use super::code::day_of_number;
use crate::ids::{CertificateId, ProfileId};
use crate::learning::day_of;
use crate::text::{Lang, Text};

const VERSION: &str = "1";
const DEMONSTRATION: &str = "demonstration";
const REAL: &str = "real";

/// What is known of certificates at an instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// As of when.
    pub made_at: Timestamp,
    /// Whether the issuer is a demonstration.
    pub is_demonstration: bool,
    /// The keys whose signatures count.
    pub keys: Vec<VerifyingKey>,
    /// The names of the profiles.
    pub profiles: Vec<(ProfileId, Text)>,
    /// Certificates that hold no more before their time, and since when.
    pub withdrawn: Vec<(Mark, Timestamp)>,
}

/// The last eight bytes of a certificate's id, all of them chance but two bits: enough to know it again among millions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark([u8; 8]);

impl Mark {
    /// The mark of a certificate.
    #[must_use]
    pub fn of(id: CertificateId) -> Self {
        let [.., a, b, c, d, e, f, g, h] = *id.0.as_bytes();
        Self([a, b, c, d, e, f, g, h])
    }
}

/// What a code was found to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Judged {
    /// Issued here.
    Genuine {
        /// What it says.
        certificate: Told,
        /// Whether it holds.
        holds: Holds,
    },
    /// Signed by a key that is not known here. A key that is younger than the snapshot looks the same.
    UnknownKey,
    /// Not issued here, or changed.
    NotGenuine,
}

/// Whether a genuine certificate holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// It does.
    Valid,
    /// Its time is over.
    Expired,
    /// It was withdrawn.
    Withdrawn {
        /// On this day.
        on: Date,
    },
}

/// What a genuine code says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The id of the certificate.
    pub id: CertificateId,
    /// The name to compare; empty in codes of the first layout.
    pub name: String,
    /// What was completed: the title of the profile, or its id when it is not known.
    pub profile: Text,
    /// How it was earned; nothing in codes of the first layout.
    pub assurance: Option<Assurance>,
    /// The day of issue.
    pub issued: Date,
    /// The last day it is good for.
    pub until: Option<Date>,
}

impl Snapshot {
    /// Judges a code on a day.
    #[must_use]
    pub fn judge(&self, code: &str, today: Date) -> Judged {
        let claims = match check(code, &self.keys) {
            Ok(claims) => claims,
            Err(CheckError::UnknownKey) => return Judged::UnknownKey,
            Err(_) => return Judged::NotGenuine,
        };
        let certificate = self.told(claims);
        let mark = Mark::of(certificate.id);
        let withdrawn = self.withdrawn.iter().find(|(known, _)| *known == mark);
        let holds = match withdrawn {
            Some((_, at)) => Holds::Withdrawn { on: day_of(*at) },
            None if certificate.until.is_some_and(|until| today > until) => Holds::Expired,
            None => Holds::Valid,
        };
        Judged::Genuine { certificate, holds }
    }

    fn told(&self, claims: Claims) -> Told {
        let known = self.profiles.iter().find(|(id, _)| id.as_str() == claims.profile);
        let unknown = || Text::new(claims.profile.as_str(), claims.profile.as_str());
        Told {
            id: CertificateId(uuid::Uuid::from_bytes(claims.certificate)),
            name: claims.name,
            profile: known.map_or_else(unknown, |(_, title)| title.clone()),
            assurance: Assurance::of_level(claims.level),
            issued: day_of_number(claims.issued_day),
            until: claims.valid_until_day.map(day_of_number),
        }
    }

    /// The text of a snapshot.
    #[must_use]
    pub fn write(&self) -> String {
        let kind = if self.is_demonstration { DEMONSTRATION } else { REAL };
        let mut text = format!("snapshot\t{VERSION}\t{}\t{kind}\n", self.made_at.as_millisecond());
        let mut line = |word: &str, fields: &[&str]| {
            let _ = writeln!(text, "{word}\t{}", fields.join("\t"));
        };
        for key in &self.keys {
            line("key", &[&hex(&key.to_bytes())]);
        }
        for (id, title) in &self.profiles {
            line("profile", &[id.as_str(), title.get(Lang::Vi), title.get(Lang::En)]);
        }
        for (Mark(mark), at) in &self.withdrawn {
            line("withdrawn", &[&hex(mark), &at.as_millisecond().to_string()]);
        }
        text
    }

    /// The snapshot of a text; `None` when it is none of ours, or was cut short within a line.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut lines = text.strip_suffix('\n')?.split('\n');
        let mut head = lines.next()?.split('\t');
        let (Some("snapshot"), Some(VERSION)) = (head.next(), head.next()) else { return None };
        let made_at = instant(head.next()?)?;
        let is_demonstration = head.next()? == DEMONSTRATION;
        let mut snapshot =
            Self { made_at, is_demonstration, keys: Vec::new(), profiles: Vec::new(), withdrawn: Vec::new() };
        for line in lines {
            snapshot.take(line)?;
        }
        Some(snapshot)
    }

    fn take(&mut self, line: &str) -> Option<()> {
        let (word, rest) = line.split_once('\t')?;
        match word {
            "key" => self.keys.push(VerifyingKey::from_bytes(bytes(rest)?).ok()?),
            "profile" => {
                let mut fields = rest.split('\t');
                let id = ProfileId::parse(fields.next()?)?;
                self.profiles.push((id, Text::new(fields.next()?, fields.next()?)));
            }
            "withdrawn" => {
                let (mark, at) = rest.split_once('\t')?;
                self.withdrawn.push((Mark(bytes(mark)?), instant(at)?));
            }
            // A word of a later version that this device does not know.
            _ => {}
        }
        Some(())
    }
}

fn instant(text: &str) -> Option<Timestamp> {
    Timestamp::from_millisecond(text.parse().ok()?).ok()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    if text.len() != 2 * N {
        return None;
    }
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * place..2 * place + 2)?, 16).ok()?;
    }
    Some(bytes)
}
