//! The signature over the list of what a pack of content holds.

use crate::key::{SigningKey, VerifyingKey};

/// Put before what is signed, so that a signature of another use is none of a pack.
const PURPOSE: &[u8] = b"signed content pack\0";

/// The signature of a pack: over its manifest, which names every file with its digest.
///
/// ```
/// use credential::{SigningKey, is_pack_signed, sign_pack};
/// let key = SigningKey::from_seed([7; 32]);
/// let signature = sign_pack(&key, b"manifest");
/// assert!(is_pack_signed(key.verifying_key(), b"manifest", &signature));
/// assert!(!is_pack_signed(key.verifying_key(), b"Manifest", &signature));
/// ```
#[must_use]
pub fn sign_pack(key: &SigningKey, manifest: &[u8]) -> [u8; 64] {
    key.sign(&[PURPOSE, manifest].concat())
}

/// Whether a key signed the manifest of a pack.
#[must_use]
pub fn is_pack_signed(key: VerifyingKey, manifest: &[u8], signature: &[u8; 64]) -> bool {
    key.signed_bare(&[PURPOSE, manifest].concat(), signature)
}
