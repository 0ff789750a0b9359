//! A review: a person looks at what a program or another person doubts, and decides.

use jiff::Timestamp;
use territory::UnitId;

use super::revoke::explained;
use crate::ids::{PersonId, ReviewId};

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReviewKind {
    /// A certificate that stands on a statement which was voided. The subject is the certificate.
    EvidenceVoided,
    /// An attempt that shows irregularities. The subject is the statement with which it ended.
    IrregularAttempt,
    /// A revoked certificate that somebody asks to look at again. The subject is the certificate.
    Objection,
}

impl ReviewKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::EvidenceVoided, Self::IrregularAttempt, Self::Objection];

    /// The word in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::EvidenceVoided => "evidence-voided",
            Self::IrregularAttempt => "irregular-attempt",
            Self::Objection => "objection",
        }
    }

    /// The kind of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It stands: nothing is taken from the person, and what was taken is given back.
    Keep,
    /// It does not stand.
    Revoke,
}

impl Verdict {
    /// The word in forms and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Revoke => "revoke",
        }
    }

    /// The verdict of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Keep, Self::Revoke].into_iter().find(|verdict| verdict.as_str() == word)
    }
}

/// A review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Its id.
    pub id: ReviewId,
    /// Whom it is about.
    pub person: PersonId,
    /// What is looked at.
    pub kind: ReviewKind,
    /// The id of it.
    pub subject: String,
    /// Where the person counted when it was opened: who is responsible there decides.
    pub unit: UnitId,
    /// Why it was opened: words of an official, or the names of flags. No personal data.
    pub why: String,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// The account that opened it; nothing for a program.
    pub opened_by: Option<String>,
    /// What was decided; nothing while it is open.
    pub decided: Option<Decided>,
}

/// How a review ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// When.
    pub at: Timestamp,
    /// By which account.
    pub by: String,
    /// What.
    pub verdict: Verdict,
    /// Why, in words.
    pub words: String,
}

/// Why a review is not decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecideRefused {
    /// It was decided before.
    AlreadyDecided,
    /// Who opened an objection does not decide it: four eyes give back what two took.
    OpenedByOneself,
    /// Nobody judges what is about themselves.
    AboutOneself,
    /// The words are too short or too long.
    Words,
}

/// The official who decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judge<'a> {
    /// Their account.
    pub login: &'a str,
    /// The person they are.
    pub person: PersonId,
}

/// Whether an official may decide a review, as far as who they are goes.
///
/// # Errors
/// [`DecideRefused::OpenedByOneself`], [`DecideRefused::AboutOneself`].
pub fn may_decide(review: &Review, by: Judge<'_>) -> Result<(), DecideRefused> {
    if review.kind == ReviewKind::Objection && review.opened_by.as_deref() == Some(by.login) {
        return Err(DecideRefused::OpenedByOneself);
    }
    if review.person == by.person { Err(DecideRefused::AboutOneself) } else { Ok(()) }
}

/// What follows from a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consequence {
    /// Nothing changes.
    Nothing,
    /// The certificate is revoked.
    RevokeCertificate,
    /// The certificate is given back.
    ReinstateCertificate,
    /// The statement with which the attempt ended is voided; certificates that stand on it get a review of their own.
    VoidAttempt,
}

/// Decides a review. It alone has consequences: what opened it has none.
///
/// # Errors
/// When it was decided before, by the same person who objected or whom it is about, or without words.
pub fn decide(
    review: &Review,
    verdict: Verdict,
    words: &str,
    by: Judge<'_>,
    now: Timestamp,
) -> Result<(Decided, Consequence), DecideRefused> {
    if review.decided.is_some() {
        return Err(DecideRefused::AlreadyDecided);
    }
    may_decide(review, by)?;
    let words = explained(words).ok_or(DecideRefused::Words)?;
    Ok((Decided { at: now, by: by.login.to_owned(), verdict, words }, consequence(review.kind, verdict)))
}

const fn consequence(kind: ReviewKind, verdict: Verdict) -> Consequence {
    match (kind, verdict) {
        (ReviewKind::EvidenceVoided, Verdict::Revoke) => Consequence::RevokeCertificate,
        (ReviewKind::IrregularAttempt, Verdict::Revoke) => Consequence::VoidAttempt,
        (ReviewKind::Objection, Verdict::Keep) => Consequence::ReinstateCertificate,
        (ReviewKind::EvidenceVoided | ReviewKind::IrregularAttempt, Verdict::Keep)
        | (ReviewKind::Objection, Verdict::Revoke) => Consequence::Nothing,
    }
}
