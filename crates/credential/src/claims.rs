//! What a code says, and its bytes.

/// The longest profile, in bytes: beyond it the symbol grows past what prints well on a certificate.
pub const PROFILE_LENGTH_MAX: usize = 24;

/// The version of the layout that this crate writes and reads.
pub(crate) const VERSION: u8 = 1;
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
        let length = u8::try_from(self.profile.len())
            .map_err(|_| ClaimsError::ProfileLength { bytes: self.profile.len() })?;
        let mut bytes = vec![VERSION];
        bytes.extend(key_id);
        bytes.extend(self.certificate);
        bytes.push(length);
        bytes.extend(self.profile.bytes());
        bytes.extend(self.issued_day.to_be_bytes());
        bytes.extend(self.valid_until_day.unwrap_or(0).to_be_bytes());
        Ok(bytes)
    }

    /// The key id and claims of a payload, which ends where its last field ends; `None` when it is not one that
    /// [`Claims::to_bytes`] writes.
    pub(crate) fn from_bytes(payload: &[u8]) -> Option<([u8; KEY_ID_LENGTH], Self)> {
        let (_version, rest) = payload.split_first()?;
        let (key_id, rest) = rest.split_first_chunk::<KEY_ID_LENGTH>()?;
        let (certificate, rest) = rest.split_first_chunk::<16>()?;
        let (length, rest) = rest.split_first()?;
        let (profile, rest) = rest.split_at_checked(usize::from(*length))?;
        let (issued, rest) = rest.split_first_chunk::<2>()?;
        let until = u16::from_be_bytes(rest.try_into().ok()?);
        let claims = Self {
            certificate: *certificate,
            profile: String::from_utf8(profile.to_vec()).ok()?,
            issued_day: u16::from_be_bytes(*issued),
            valid_until_day: (until != 0).then_some(until),
        };
        claims.validate().is_ok().then_some((*key_id, claims))
    }
}
