//! Renew a certificate whose time runs out.

use jiff::Timestamp;

use super::issue::{IssueRefused, last_day, met};
use super::{Because, Certificate, Life, Replaces, Shown, Status, Terms};
use crate::content::Syllabus;
use crate::ids::CertificateId;
use crate::learning::{Learner, day_of};

/// How many days before its last day a certificate may be renewed: time enough to sit a test again before it ends.
pub const RENEW_WITHIN_DAYS: i32 = 60;

/// Why a certificate is not renewed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RenewRefused {
    /// It was revoked, or another one took its place.
    NotHolding,
    /// It is valid for longer than [`RENEW_WITHIN_DAYS`].
    TooEarly,
    /// The profile is not met any more; a test has to be taken again first.
    NotMet(IssueRefused),
}

/// A new certificate with the rungs and the days of today, under the same name. The old one stays valid until its own last day:
/// a paper on a wall does not become false because a newer one exists.
///
/// # Errors
/// When the old one does not hold, is valid for long yet, or the profile is not met.
pub fn renew(
    old: &Certificate,
    life: &Life,
    learner: &Learner,
    syllabus: &Syllabus,
    terms: &Terms,
    id: CertificateId,
    now: Timestamp,
) -> Result<Certificate, RenewRefused> {
    may_renew(old, life, now)?;
    let profile = met(learner, syllabus).map_err(RenewRefused::NotMet)?;
    Ok(Certificate {
        id,
        profile: profile.id.clone(),
        unit: learner.book.place.unit,
        group: learner.book.place.group().cloned(),
        issued_at: now,
        valid_until: last_day(now, terms.valid_months),
        shown: Some(Shown::of(profile, syllabus, &learner.book, terms)),
        replaces: Some(Replaces { certificate: old.id, because: Because::Time }),
        issued_by: None,
        ..old.clone()
    })
}

/// Whether it may be renewed now, as far as its time goes.
///
/// # Errors
/// As [`renew`].
pub fn may_renew(old: &Certificate, life: &Life, now: Timestamp) -> Result<(), RenewRefused> {
    let today = day_of(now);
    let holds = matches!(life.status(old, today), Status::Valid | Status::Expired);
    if !holds || life.replaced_by.is_some() {
        return Err(RenewRefused::NotHolding);
    }
    let left = today.until(old.valid_until).map_or(i32::MAX, |span| span.get_days());
    if left > RENEW_WITHIN_DAYS { Err(RenewRefused::TooEarly) } else { Ok(()) }
}
