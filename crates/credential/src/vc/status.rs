//! Status lists (Bitstring Status List v1.0): one bit for each credential, published by the issuer as a signed credential.
//!
//! The place of a credential in a list is drawn by chance, by the caller, so that neighbours in a list have nothing in common. A list
//! holds at least 131,072 places, so that asking for it tells nobody which one was meant.

use std::io::{Read as _, Write as _};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::datetime::instant_text;
use super::fault::{Faults, Wrong};
use super::terms::CREDENTIALS_V2;
use super::url::is_url;
use crate::multibase::{base64url, from_base64url};

/// The least number of places in a list.
pub const LIST_LENGTH_MIN: usize = 131_072;
/// The longest list that is read, in bytes: 134 million places. A few kilobytes can unpack to anything.
const BYTES_MAX: u64 = 16 * 1024 * 1024;

/// What a set bit means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusPurpose {
    /// Withdrawn for good.
    Revocation,
    /// Withdrawn for a while.
    Suspension,
    /// A newer one may be fetched.
    Refresh,
}

impl StatusPurpose {
    /// The word in documents.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Revocation => "revocation",
            Self::Suspension => "suspension",
            Self::Refresh => "refresh",
        }
    }
}

/// Why a list can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ListFault {
    /// It is not a compressed list in the base that is asked for.
    #[error("not a compressed status list")]
    NotAList,
    /// It has fewer places than it must.
    #[error("a status list of fewer than {LIST_LENGTH_MIN} places")]
    TooShort,
    /// It has no such place.
    #[error("no such place in the status list")]
    OutOfRange,
}

/// The bits of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bitstring(Vec<u8>);

impl Bitstring {
    /// A list of at least so many places, none of them set.
    ///
    /// ```
    /// use credential::vc::Bitstring;
    /// let mut list = Bitstring::new(0);
    /// assert_eq!(list.len(), 131_072);
    /// list.set(7).unwrap();
    /// let read = Bitstring::decode(&list.encode()).unwrap();
    /// assert_eq!((read.get(6), read.get(7)), (Ok(false), Ok(true)));
    /// assert!(read.get(131_072).is_err());
    /// ```
    #[must_use]
    pub fn new(length: usize) -> Self {
        Self(vec![0; length.max(LIST_LENGTH_MIN).div_ceil(8)])
    }

    /// How many places it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len() * 8
    }

    /// Whether it has no place at all, which no list has.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Sets a place; place 0 is the first bit from the left.
    ///
    /// # Errors
    /// When there is no such place.
    pub fn set(&mut self, place: usize) -> Result<(), ListFault> {
        let byte = self.0.get_mut(place / 8).ok_or(ListFault::OutOfRange)?;
        *byte |= 0x80 >> (place % 8);
        Ok(())
    }

    /// Whether a place is set.
    ///
    /// # Errors
    /// When there is no such place.
    pub fn get(&self, place: usize) -> Result<bool, ListFault> {
        let byte = self.0.get(place / 8).ok_or(ListFault::OutOfRange)?;
        Ok(byte & (0x80 >> (place % 8)) != 0)
    }

    /// Compressed with GZIP, in base64url after the letter `u`. The same list always gives the same text.
    #[must_use]
    pub fn encode(&self) -> String {
        let mut packer = GzEncoder::new(Vec::new(), Compression::best());
        // Writing into memory does not fail.
        let packed = packer.write_all(&self.0).and_then(|()| packer.finish()).unwrap_or_default();
        format!("u{}", base64url(&packed))
    }

    /// Reads what [`Bitstring::encode`] and other programs write.
    ///
    /// # Errors
    /// When it is no compressed list, or one with too few places.
    pub fn decode(text: &str) -> Result<Self, ListFault> {
        let packed = text.strip_prefix('u').and_then(from_base64url).ok_or(ListFault::NotAList)?;
        let mut bytes = Vec::new();
        let read = GzDecoder::new(&packed[..]).take(BYTES_MAX).read_to_end(&mut bytes);
        read.map_err(|_| ListFault::NotAList)?;
        if bytes.len() * 8 < LIST_LENGTH_MIN { Err(ListFault::TooShort) } else { Ok(Self(bytes)) }
    }
}

/// Where the status of a credential stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusEntry {
    /// The address of the list.
    pub list: String,
    /// The place in it.
    pub place: u32,
    /// What a set bit means.
    pub purpose: StatusPurpose,
}

impl StatusEntry {
    /// As a credential says it.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json!({
            "id": format!("{}#{}", self.list, self.place),
            "type": "BitstringStatusListEntry",
            "statusPurpose": self.purpose.as_str(),
            "statusListIndex": self.place.to_string(),
            "statusListCredential": self.list,
        })
    }
}

/// A list as it is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusList<'a> {
    /// Its address.
    pub id: &'a str,
    /// Who publishes it.
    pub issuer: &'a str,
    /// What a set bit means.
    pub purpose: StatusPurpose,
    /// The bits.
    pub bits: &'a Bitstring,
    /// When it was made.
    pub valid_from: Timestamp,
    /// Until when it may be used: afterwards a newer one must be fetched.
    pub valid_until: Timestamp,
}

impl StatusList<'_> {
    /// The credential, to be signed.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json!({
            "@context": [CREDENTIALS_V2],
            "id": self.id,
            "type": ["VerifiableCredential", "BitstringStatusListCredential"],
            "issuer": self.issuer,
            "validFrom": instant_text(self.valid_from),
            "validUntil": instant_text(self.valid_until),
            "credentialSubject": {
                "id": format!("{}#list", self.id),
                "type": "BitstringStatusList",
                "statusPurpose": self.purpose.as_str(),
                "encodedList": self.bits.encode(),
            },
        })
    }
}

/// The rules of an entry (section 2.1 there).
pub(crate) fn check_entry(entry: &Map<String, Value>, at: &str, faults: &mut Faults) {
    let place = |name: &str| format!("{at}/{name}");
    let text = |name: &str| entry.get(name).and_then(Value::as_str);
    faults.require(text("statusPurpose").is_some(), &place("statusPurpose"), Wrong::NotAText);
    let is_index = text("statusListIndex").is_some_and(is_whole);
    faults.require(is_index, &place("statusListIndex"), Wrong::NotANumber);
    let list = text("statusListCredential");
    faults.require(list.is_some_and(is_url), &place("statusListCredential"), Wrong::NotAUrl);
    let is_the_list = list.is_some() && text("id") == list;
    faults.require(
        !is_the_list,
        &place("id"),
        Wrong::NotWhatItMustBe("an address apart from that of the list"),
    );
    messages(entry, at, faults);
    if let Some(reference) = entry.get("statusReference") {
        let urls = reference.as_array().map_or_else(|| vec![reference], |all| all.iter().collect());
        let are_urls = urls.iter().all(|url| url.as_str().is_some_and(is_url));
        faults.require(are_urls, &place("statusReference"), Wrong::NotAUrl);
    }
}

fn messages(entry: &Map<String, Value>, at: &str, faults: &mut Faults) {
    let size = entry.get("statusSize").map_or(Some(1), |size| size.as_u64().filter(|size| *size > 0));
    faults.require(size.is_some(), &format!("{at}/statusSize"), Wrong::NotANumber);
    let at = format!("{at}/statusMessage");
    let Some(messages) = entry.get("statusMessage") else {
        return faults.require(size.is_none_or(|size| size == 1), &at, Wrong::Missing);
    };
    let is_message =
        |it: &Value| ["status", "message"].iter().all(|name| it.get(name).is_some_and(Value::is_string));
    let is_right = messages.as_array().is_some_and(|all| all.iter().all(is_message));
    faults.require(is_right, &at, Wrong::NotWhatItMustBe("a list of statuses with their messages"));
}

/// A whole number from 0 in base 10, without a sign or zeros before it.
fn is_whole(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|digit| digit.is_ascii_digit())
        && (text == "0" || !text.starts_with('0'))
}
