//! Issue a certificate.

use jiff::Timestamp;
use jiff::ToSpan;
use jiff::civil::Date;

use super::{Certificate, Shown, Terms};
use crate::content::{Profile, Syllabus};
use crate::ids::CertificateId;
use crate::learning::{Learner, day_of};
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

/// The profile that is asked of the learner, when they meet it.
pub(super) fn met<'s>(learner: &Learner, syllabus: &'s Syllabus) -> Result<&'s Profile, IssueRefused> {
    let profile = learner.profile(syllabus).ok_or(IssueRefused::NoProfile)?;
    if learner.has_attained(syllabus) { Ok(profile) } else { Err(IssueRefused::NotAttained) }
}

pub(super) fn last_day(now: Timestamp, valid_months: u16) -> Date {
    day_of(now).saturating_add(i32::from(valid_months).months())
}
