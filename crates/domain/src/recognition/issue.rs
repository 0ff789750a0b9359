//! Issue a certificate.

use jiff::Timestamp;
use jiff::ToSpan;
use jiff::civil::Date;

use super::{Certificate, Life, RevokeReason, RungMark, Shown, Terms};
use crate::content::{Profile, Syllabus};
use crate::ids::CertificateId;
use crate::learning::{Book, Learner, day_of};
use crate::people::Name;

/// Why no certificate is issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IssueRefused {
    /// Nothing is asked of this person's group.
    NoProfile,
    /// The profile is not met yet.
    NotAttained,
}

/// Issues a certificate of the profile that is asked of the learner.
///
/// # Errors
/// When the profile is not met, or there is none.
pub fn issue(
    learner: &Learner,
    syllabus: &Syllabus,
    terms: &Terms,
    id: CertificateId,
    name: Name,
    now: Timestamp,
) -> Result<Certificate, IssueRefused> {
    let profile = met(learner, syllabus)?;
    let place = &learner.book.place;
    Ok(Certificate {
        id,
        person: learner.person,
        profile: profile.id.clone(),
        name,
        unit: place.unit,
        group: place.group().cloned(),
        issued_at: now,
        valid_until: last_day(now, terms.valid_months),
        shown: Some(Shown::of(profile, syllabus, &learner.book, terms)),
        replaces: None,
        issued_by: None,
    })
}

/// The certificate that was taken from a learner for how it was earned, while nothing was earned anew since: asking again gives no
/// other one. A review gives it back, voiding what it stands on or a new test makes room for another.
#[must_use]
pub fn taken_back<'c>(
    held: impl IntoIterator<Item = (&'c Certificate, &'c Life)>,
    book: &Book,
) -> Option<&'c Certificate> {
    let is_the_same = |mark: &RungMark| {
        book.standings.get(&mark.skill).is_some_and(|standing| standing.statement == mark.statement)
    };
    let stands_on_the_same = |it: &Certificate| {
        it.shown.as_ref().is_some_and(|shown| !shown.rungs.is_empty() && shown.rungs.iter().all(is_the_same))
    };
    held.into_iter()
        .find(|(it, life)| is_for_how_it_was_earned(life) && stands_on_the_same(it))
        .map(|(it, _)| it)
}

fn is_for_how_it_was_earned(life: &Life) -> bool {
    let reason = life.revoked.as_ref().and_then(|revoked| revoked.reason);
    matches!(
        reason,
        Some(RevokeReason::EvidenceVoided | RevokeReason::WrongPerson | RevokeReason::AgainstRules)
    )
}

/// The profile that is asked of the learner, when they meet it.
pub(super) fn met<'s>(learner: &Learner, syllabus: &'s Syllabus) -> Result<&'s Profile, IssueRefused> {
    let profile = learner.profile(syllabus).ok_or(IssueRefused::NoProfile)?;
    if learner.has_attained(syllabus) { Ok(profile) } else { Err(IssueRefused::NotAttained) }
}

pub(super) fn last_day(now: Timestamp, valid_months: u16) -> Date {
    day_of(now).saturating_add(i32::from(valid_months).months())
}
