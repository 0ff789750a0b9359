//! What a code says, and its bytes.

/// The longest profile, in bytes: beyond it the symbol grows past what prints well on a certificate.
pub const PROFILE_LENGTH_MAX: usize = 24;

/// The longest name, in bytes of UTF-8: beyond it the symbol grows past what a poor camera reads from a card.
pub const NAME_LENGTH_MAX: usize = 48;

/// The first layout, which had neither level nor name. Sheets that carry it are still checked.
pub(crate) const VERSION_1: u8 = 1;
/// The layout that this crate writes.
pub(crate) const VERSION: u8 = 2;
pub(crate) const KEY_ID_LENGTH: usize = 4;

/// The facts that a code states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claims {
    /// The id of the certificate, the bytes of a UUID.
    pub certificate: [u8; 16],
    /// What was certified, a short name of 1 to [`PROFILE_LENGTH_MAX`] printable ASCII characters.
    pub profile: String,
    /// The day of issue, in days since 2025-01-01; the last that fits is 2204-06-07.
    pub issued_day: u16,
    /// The last day it is good for, in days since 2025-01-01 and after the day of issue; `None` has no end.
    pub valid_until_day: Option<u16>,
    /// How the proof was given, as a number to which the issuer gives a meaning; 0 says nothing of it.
    pub level: u8,
    /// The name to compare with that on the sheet, up to [`NAME_LENGTH_MAX`] bytes; empty when none is told. Without it a
    /// genuine code could be printed under any name, and a checker without a network would not notice.
    pub name: String,
}

/// Why claims can't be put into a code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ClaimsError {
    /// The profile is empty or too long.
    #[error("a profile of {bytes} bytes; 1 to {PROFILE_LENGTH_MAX} fit")]
    ProfileLength {
        /// Its bytes.
        bytes: usize,
    },
    /// The profile has a character that is not printable ASCII, or a blank.
    #[error("a profile with the character {found:?}; only printable ASCII without blanks fits")]
    ProfileCharacter {
        /// The first such character.
        found: char,
    },
    /// The name is too long.
    #[error("a name of {bytes} bytes; up to {NAME_LENGTH_MAX} fit")]
    NameLength {
        /// Its bytes.
        bytes: usize,
    },
    /// The end is not after the day of issue.
    #[error("issued on day {issued_day} and good until day {valid_until_day}")]
    EndsBeforeItBegins {
        /// The day of issue.
        issued_day: u16,
        /// The end.
        valid_until_day: u16,
    },
}

impl Claims {
    fn validate(&self) -> Result<(), ClaimsError> {
        let bytes = self.profile.len();
        if let Some(found) = self.profile.chars().find(|letter| !letter.is_ascii_graphic()) {
            return Err(ClaimsError::ProfileCharacter { found });
        }
        if !(1..=PROFILE_LENGTH_MAX).contains(&bytes) {
            return Err(ClaimsError::ProfileLength { bytes });
        }
        if self.name.len() > NAME_LENGTH_MAX {
            return Err(ClaimsError::NameLength { bytes: self.name.len() });
        }
        match self.valid_until_day {
            Some(valid_until_day) if valid_until_day <= self.issued_day => {
                Err(ClaimsError::EndsBeforeItBegins { issued_day: self.issued_day, valid_until_day })
            }
            _ => Ok(()),
        }
    }

    /// The payload under a key id.
    pub(crate) fn to_bytes(&self, key_id: [u8; KEY_ID_LENGTH]) -> Result<Vec<u8>, ClaimsError> {
        self.validate()?;
        let mut bytes = vec![VERSION];
        bytes.extend(key_id);
        bytes.extend(self.certificate);
        put_text(&mut bytes, &self.profile);
        bytes.extend(self.issued_day.to_be_bytes());
        bytes.extend(self.valid_until_day.unwrap_or(0).to_be_bytes());
        bytes.push(self.level);
        put_text(&mut bytes, &self.name);
        Ok(bytes)
    }

    /// The key id and claims of a payload, which ends where its last field ends; `None` when it is not one that
    /// [`Claims::to_bytes`] writes, or wrote in the first layout.
    pub(crate) fn from_bytes(payload: &[u8]) -> Option<([u8; KEY_ID_LENGTH], Self)> {
        let (version, rest) = payload.split_first()?;
        let (key_id, rest) = rest.split_first_chunk::<KEY_ID_LENGTH>()?;
        let (certificate, rest) = rest.split_first_chunk::<16>()?;
        let (profile, rest) = take_text(rest)?;
        let (issued, rest) = rest.split_first_chunk::<2>()?;
        let (until, rest) = rest.split_first_chunk::<2>()?;
        let (level, name, rest) = if *version == VERSION_1 {
            (0, String::new(), rest)
        } else {
            let (level, rest) = rest.split_first()?;
            let (name, rest) = take_text(rest)?;
            (*level, name, rest)
        };
        let until = u16::from_be_bytes(*until);
        let claims = Self {
            certificate: *certificate,
            profile,
            issued_day: u16::from_be_bytes(*issued),
            valid_until_day: (until != 0).then_some(until),
            level,
            name,
        };
        (rest.is_empty() && claims.validate().is_ok()).then_some((*key_id, claims))
    }
}

/// A text after its length; texts are checked to be short before.
fn put_text(bytes: &mut Vec<u8>, text: &str) {
    bytes.push(u8::try_from(text.len()).unwrap_or(u8::MAX));
    bytes.extend(text.bytes());
}

fn take_text(bytes: &[u8]) -> Option<(String, &[u8])> {
    let (length, rest) = bytes.split_first()?;
    let (text, rest) = rest.split_at_checked(usize::from(*length))?;
    Some((String::from_utf8(text.to_vec()).ok()?, rest))
}
