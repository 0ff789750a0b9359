//! Checking a code.

use crate::base32;
use crate::claims::{Claims, VERSION, VERSION_1};
use crate::key::VerifyingKey;

const SIGNATURE_LENGTH: usize = 64;

/// Why a code is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CheckError {
    /// It is not of the form of a code: another text, or one cut short.
    #[error("not a certificate code")]
    NotACode,
    /// Its version is one that this program does not know.
    #[error("a certificate code of an unknown version")]
    UnknownVersion,
    /// It names a key that is not among ours.
    #[error("signed with an unknown key")]
    UnknownKey,
    /// It names one of our keys, which did not sign it.
    #[error("not signed by the key it names")]
    Forged,
}

/// The claims of a code that one of the keys signed. Either case is read; nothing around the code is cut off.
///
/// Whether it has ended or was withdrawn is for the caller, who knows the day and the register.
///
/// # Errors
/// When it is no code, of a version or key unknown here, or forged.
///
/// ```
/// use credential::{Claims, SigningKey, check, issue};
/// let (old, new) = (SigningKey::from_seed([1; 32]), SigningKey::from_seed([2; 32]));
/// let claims = Claims {
///     certificate: [9; 16],
///     profile: "basic".into(),
///     issued_day: 690,
///     valid_until_day: Some(1785),
///     level: 0,
///     name: "N. T. M.".into(),
/// };
/// let code = issue(&old, &claims).unwrap();
/// assert_eq!(check(&code.to_lowercase(), &[new.verifying_key(), old.verifying_key()]), Ok(claims));
/// ```
pub fn check(code: &str, keys: &[VerifyingKey]) -> Result<Claims, CheckError> {
    let bytes = base32::decode(code).ok_or(CheckError::NotACode)?;
    let (payload, signature) = bytes.split_last_chunk::<SIGNATURE_LENGTH>().ok_or(CheckError::NotACode)?;
    let version = payload.first().ok_or(CheckError::NotACode)?;
    if ![VERSION_1, VERSION].contains(version) {
        return Err(CheckError::UnknownVersion);
    }
    let (key_id, claims) = Claims::from_bytes(payload).ok_or(CheckError::NotACode)?;
    let mut named = keys.iter().filter(|key| key.id() == key_id).peekable();
    named.peek().ok_or(CheckError::UnknownKey)?;
    // Two keys may share their first bytes; either may have signed.
    if named.any(|key| key.signed(payload, signature)) { Ok(claims) } else { Err(CheckError::Forged) }
}
