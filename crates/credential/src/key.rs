//! The two halves of a key, and signing.

use core::fmt;

use ed25519_dalek::{SECRET_KEY_LENGTH, Signature, Signer};

use crate::base32;
use crate::claims::{Claims, ClaimsError, KEY_ID_LENGTH};

/// Put before every payload that is signed, so that a signature of another use is none of ours.
const PURPOSE: &[u8] = b"signed certificate code\0";

/// The secret half. Never shown by `Debug`, and wiped from memory when dropped.
pub struct SigningKey(ed25519_dalek::SigningKey);

impl SigningKey {
    /// The key of a seed of 32 bytes of chance (RFC 8032, section 5.1.5). The caller keeps and wipes the seed.
    #[must_use]
    pub fn from_seed(seed: [u8; SECRET_KEY_LENGTH]) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(&seed))
    }

    /// The public half.
    #[must_use]
    pub fn verifying_key(&self) -> VerifyingKey {
        VerifyingKey(self.0.verifying_key())
    }

    #[cfg(feature = "vc")]
    /// A bare signature, for documents whose own form tells them from a code.
    pub(crate) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey(hidden)")
    }
}

/// The public half, with which anyone can check.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct VerifyingKey(ed25519_dalek::VerifyingKey);

/// The bytes are not those of a public key that may be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// They are no point of the curve.
    #[error("no point of the curve")]
    NoPoint,
    /// They are a point of small order, under which a signature can be good for any text.
    #[error("a point of small order")]
    Weak,
}

impl VerifyingKey {
    /// The key of its 32 bytes (RFC 8032, section 5.1.5).
    ///
    /// # Errors
    /// When the bytes are no point of the curve, or a weak one.
    ///
    /// ```
    /// use credential::{KeyError, SigningKey, VerifyingKey};
    /// let key = SigningKey::from_seed([7; 32]).verifying_key();
    /// assert_eq!(VerifyingKey::from_bytes(key.to_bytes()), Ok(key));
    /// assert_eq!(VerifyingKey::from_bytes([0; 32]), Err(KeyError::Weak));
    /// ```
    pub fn from_bytes(bytes: [u8; 32]) -> Result<Self, KeyError> {
        let key = ed25519_dalek::VerifyingKey::from_bytes(&bytes).map_err(|_| KeyError::NoPoint)?;
        if key.is_weak() { Err(KeyError::Weak) } else { Ok(Self(key)) }
    }

    /// Its 32 bytes.
    #[must_use]
    pub fn to_bytes(self) -> [u8; 32] {
        self.0.to_bytes()
    }

    pub(crate) fn id(self) -> [u8; KEY_ID_LENGTH] {
        let [a, b, c, d, ..] = self.to_bytes();
        [a, b, c, d]
    }

    pub(crate) fn signed(self, payload: &[u8], signature: &[u8; 64]) -> bool {
        self.signed_bare(&message(payload), signature)
    }

    pub(crate) fn signed_bare(self, message: &[u8], signature: &[u8; 64]) -> bool {
        self.0.verify_strict(message, &Signature::from_bytes(signature)).is_ok()
    }
}

impl fmt::Debug for VerifyingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VerifyingKey({})", base32::encode(&self.to_bytes()))
    }
}

/// The code of claims, in capitals and digits. The same key and claims always give the same code.
///
/// # Errors
/// When profile or name does not fit, or the end is not after the day of issue.
///
/// ```
/// use credential::{Claims, SigningKey, issue};
/// let claims = Claims {
///     certificate: [9; 16],
///     profile: "basic".into(),
///     issued_day: 690,
///     valid_until_day: Some(1785),
///     level: 0,
///     name: String::new(),
/// };
/// let code = issue(&SigningKey::from_seed([7; 32]), &claims).unwrap();
/// assert_eq!(code.len(), 156);
/// assert!(code.chars().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit()));
/// ```
pub fn issue(key: &SigningKey, claims: &Claims) -> Result<String, ClaimsError> {
    let mut code = claims.to_bytes(key.verifying_key().id())?;
    let signature = key.0.sign(&message(&code));
    code.extend(signature.to_bytes());
    Ok(base32::encode(&code))
}

fn message(payload: &[u8]) -> Vec<u8> {
    [PURPOSE, payload].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex<const N: usize>(text: &str) -> [u8; N] {
        core::array::from_fn(|i| u8::from_str_radix(&text[2 * i..2 * i + 2], 16).unwrap())
    }

    #[test]
    fn the_keys_and_signatures_are_those_of_rfc_8032() {
        // Section 7.1, TEST 2: a message of one byte.
        let key =
            SigningKey::from_seed(hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
        let public = hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        let signature = hex(concat!(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da",
            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ));
        assert_eq!(key.verifying_key().to_bytes(), public);
        assert_eq!(key.0.sign(&[0x72]).to_bytes(), signature);
    }

    #[test]
    fn a_signature_without_our_purpose_is_none_of_ours() {
        let key = SigningKey::from_seed([7; 32]);
        let bare = key.0.sign(b"payload").to_bytes();
        assert!(!key.verifying_key().signed(b"payload", &bare));
    }

    #[test]
    fn the_secret_is_not_shown() {
        assert_eq!(format!("{:?}", SigningKey::from_seed([7; 32])), "SigningKey(hidden)");
    }

    #[test]
    fn the_secret_is_wiped_when_dropped() {
        assert!(core::mem::needs_drop::<SigningKey>());
    }
}
