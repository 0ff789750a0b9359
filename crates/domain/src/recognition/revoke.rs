//! Revoke a certificate, and give it back by a review.

use jiff::Timestamp;

use super::{Certificate, Life, Review, ReviewKind, Revocation, RevokeReason, Verdict};

/// The shortest explanation taken, in characters: "Sai" explains nothing.
pub const WORDS_CHARS_MIN: usize = 8;
/// The longest.
pub const WORDS_CHARS_MAX: usize = 500;

/// Why a certificate is not revoked, or not given back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RevokeRefused {
    /// It does not hold any more.
    AlreadyRevoked,
    /// The reason is none that an official may give.
    NoReason,
    /// The words are too short or too long.
    Words,
}

/// The end of a certificate, by an official. One whose time is over may be revoked too: what stood on it was false.
///
/// # Errors
/// When it is revoked already, or reason or words are missing.
pub fn revoke(
    life: &Life,
    reason: RevokeReason,
    words: &str,
    by: &str,
    now: Timestamp,
) -> Result<Revocation, RevokeRefused> {
    if life.revoked.is_some() {
        return Err(RevokeRefused::AlreadyRevoked);
    }
    if reason == RevokeReason::Replaced {
        return Err(RevokeRefused::NoReason);
    }
    let words = explained(words).ok_or(RevokeRefused::Words)?;
    Ok(Revocation { at: now, reason: Some(reason), words, by: Some(by.to_owned()) })
}

/// The words of an official, when they explain something.
#[must_use]
pub fn explained(words: &str) -> Option<String> {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (WORDS_CHARS_MIN..=WORDS_CHARS_MAX).contains(&words.chars().count()).then_some(words)
}

/// Why a certificate is not given back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReinstateRefused {
    /// It was never revoked, or another one took its place.
    NotRevoked,
    /// Only a review of this certificate, decided for it, gives it back.
    NoReview,
}

/// Whether a decided review gives a certificate back.
///
/// # Errors
/// When it is not revoked, or the review does not say so.
pub fn reinstate(certificate: &Certificate, life: &Life, review: &Review) -> Result<(), ReinstateRefused> {
    let revoked = life.revoked.as_ref().ok_or(ReinstateRefused::NotRevoked)?;
    if revoked.reason == Some(RevokeReason::Replaced) {
        return Err(ReinstateRefused::NotRevoked);
    }
    let is_of_it = review.subject == certificate.id.to_string() && review.kind == ReviewKind::Objection;
    let says_keep = review.decided.as_ref().is_some_and(|decided| decided.verdict == Verdict::Keep);
    if is_of_it && says_keep { Ok(()) } else { Err(ReinstateRefused::NoReview) }
}
