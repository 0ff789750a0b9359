//! Verifiable Credentials 2.0 of the W3C, and Open Badges 3.0, which are such credentials.
//!
//! # Words
//! A *credential* is what an *issuer* says of somebody, with a *proof*: either in the document (Data Integrity, `eddsa-jcs-2022`) or
//! around it (a compact token, [`to_jwt`]). A *holder* shows one in a *presentation*, whose proof answers the challenge of a
//! *verifier*. A *status list* holds one bit for each credential of an issuer: withdrawn or not.
//!
//! # Laws
//! 1. What is signed verifies; change any member and it does not.
//! 2. Nothing is fetched: a verifier gives the issuers' documents, the lists and the time, and what can't be told is not taken for good.
//! 3. Contexts are known by name, never by what an address answers today.
//!
//! ```
//! use credential::{SigningKey, vc::*};
//! use serde_json::json;
//!
//! let key = SigningKey::from_seed([7; 32]);
//! let issuer = did_key(key.verifying_key());
//! let credential = json!({
//!     "@context": [CREDENTIALS_V2],
//!     "type": ["VerifiableCredential"],
//!     "issuer": issuer,
//!     "credentialSubject": { "id": "did:example:an" },
//! });
//! let now = parse_instant("2026-11-22T09:00:00Z").unwrap();
//! let signed = sign(&credential, &Signer::of(&issuer, &key), &ProofOptions::issued(now));
//! let held = Held { documents: &[], lists: &[], now };
//! assert_eq!(verify_credential(&signed, &held).unwrap().issuer, issuer);
//!
//! let mut tampered = signed;
//! tampered["credentialSubject"]["id"] = json!("did:example:binh");
//! assert_eq!(verify_credential(&tampered, &held), Err(Invalid::Proof(ProofFault::BadSignature)));
//! ```

mod badge;
mod bake;
mod datetime;
mod did;
mod fault;
mod jwt;
mod model;
mod picture;
mod proof;
mod status;
mod terms;
mod url;
mod verify;

pub use badge::{Achievement, AchievementCredential, Alignment, Evidence, Profile, Recipient, identity_hash};
pub use bake::{bake_png, bake_svg, unbake_png, unbake_svg};
pub use datetime::{instant_text, parse_instant};
pub use did::{
    KeyRefused, PublishedKey, Purpose, Signer, did_document, did_key, did_web, method_id, multikey,
};
pub use fault::{Fault, Wrong};
pub use jwt::{JwtFault, payload_of, to_jwt};
pub use model::{check_credential, check_presentation};
pub use picture::badge_png;
pub use proof::{ProofFault, ProofOptions, sign};
pub use status::{Bitstring, LIST_LENGTH_MIN, ListFault, StatusEntry, StatusList, StatusPurpose};
pub use terms::{CREDENTIALS_V2, OPEN_BADGES};
pub use verify::{Asked, Held, Invalid, Verified, verify_credential, verify_presentation};
