//! Issue a certificate.

use jiff::Timestamp;
use jiff::ToSpan;
use jiff::civil::Date;
use territory::UnitId;

use crate::content::Syllabus;
use crate::ids::{CertificateId, GroupId, PersonId, ProfileId};
use crate::learning::{Learner, day_of};
use crate::people::Name;

/// A certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// Its id.
    pub id: CertificateId,
    /// Whose it is.
    pub person: PersonId,
    /// What was met.
    pub profile: ProfileId,
    /// The name on it.
    pub name: Name,
    /// Where the person counted.
    pub unit: UnitId,
    /// As whom.
    pub group: Option<GroupId>,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// The last day on which it is valid.
    pub valid_until: Date,
}

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
    id: CertificateId,
    name: Name,
    now: Timestamp,
) -> Result<Certificate, IssueRefused> {
    let profile = learner.profile(syllabus).ok_or(IssueRefused::NoProfile)?;
    if !learner.has_attained(syllabus) {
        return Err(IssueRefused::NotAttained);
    }
    let place = &learner.book.place;
    let valid_until = day_of(now).saturating_add(i32::from(profile.valid_months).months());
    Ok(Certificate {
        id,
        person: learner.person,
        profile: profile.id.clone(),
        name,
        unit: place.unit,
        group: place.group().cloned(),
        issued_at: now,
        valid_until,
    })
}
