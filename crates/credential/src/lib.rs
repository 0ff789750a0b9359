//! The signed code of a certificate, the short number that a person can type, and the credential that other systems read
//! ([`vc`]: Open Badges 3.0 and the W3C's Verifiable Credentials 2.0).
//!
//! A certificate on paper carries a QR whose link ends in a *code*: the facts of the certificate and a signature
//! over them. Whoever holds the public key can check it with no network and no database. The crate draws no
//! chance, reads no clock and no file: seeds, ids and days are given.
//!
//! # The code
//! Letters of Crockford's base32 over a payload of 29 to 100 bytes, then an Ed25519 signature (RFC 8032) of 64:
//!
//! | bytes | what |
//! |---|---|
//! | 1 | version, now 2; version 1 ended with the last day, and is still checked |
//! | 4 | key id: the first bytes of the public key; it finds the key, it proves nothing |
//! | 16 | certificate id |
//! | 1 + n | length and letters of the profile, 1 to 24 of printable ASCII |
//! | 2 | day of issue, big-endian, in days since 2025-01-01 |
//! | 2 | last day it is good for, 0 when it has no end |
//! | 1 | how the proof was given, a number of the issuer's; 0 says nothing |
//! | 1 + n | length and UTF-8 of the name to compare with that on the sheet, 0 to 48 |
//!
//! The signature covers a prefix that names this use, then the payload, so that a signature made for anything
//! else with the same key is never a certificate.
//!
//! Why base32 and not base64url: a QR writes capital letters and digits in 5.5 bits, mixed case in 8. For
//! `https://example.vn/verify/`, a profile of 12 letters and a name of 18 bytes the symbol has 53 × 53 modules with
//! base32 (196 letters) and 57 × 57 with base64url (163), at correction level M; the bigger module is what an old
//! camera needs. Decimal digits have no advantage at level M, and make 246 letters. Besides, the code survives a program
//! that changes case, and shares its letters with the short number.
//!
//! # Laws
//! 1. What is issued checks, and gives the same claims.
//! 2. Change any bit and it does not check.
//! 3. A code says nothing of a later withdrawal: that needs the register.
//!
//! ```
//! use credential::{CheckError, Claims, SigningKey, check, issue};
//!
//! let key = SigningKey::from_seed([7; 32]);
//! let claims = Claims {
//!     certificate: [9; 16],
//!     profile: "basic-2026".into(),
//!     issued_day: 690,
//!     valid_until_day: None,
//!     level: 2,
//!     name: "Nguyễn Thị Mai".into(),
//! };
//! let code = issue(&key, &claims)?;
//!
//! assert_eq!(check(&code, &[key.verifying_key()]), Ok(claims));
//! let stranger = SigningKey::from_seed([8; 32]);
//! assert_eq!(check(&code, &[stranger.verifying_key()]), Err(CheckError::UnknownKey));
//! assert_eq!(check("hello", &[key.verifying_key()]), Err(CheckError::NotACode));
//! # Ok::<(), credential::ClaimsError>(())
//! ```

mod base32;
mod check;
mod claims;
#[cfg(feature = "vc")]
mod jcs;
mod key;
#[cfg(feature = "vc")]
mod multibase;
#[cfg(feature = "vc")]
mod pack;
mod short;
#[cfg(feature = "vc")]
pub mod vc;

pub use check::{CheckError, check};
pub use claims::{Claims, ClaimsError, NAME_LENGTH_MAX, PROFILE_LENGTH_MAX};
#[cfg(feature = "vc")]
pub use jcs::canonical_json;
pub use key::{KeyError, SigningKey, VerifyingKey, issue};
#[cfg(feature = "vc")]
pub use pack::{is_pack_signed, sign_pack};
pub use short::{Short, parse_short_number, short_number};
