//! Correct the name on a certificate: a new one takes the place of the old.

use jiff::Timestamp;

use super::{Because, Certificate, Life, Replaces, Revocation, RevokeReason};
use crate::ids::CertificateId;
use crate::learning::day_of;
use crate::people::Name;

/// How many days after the issue its holder may put the name right without asking anybody: time enough to show the paper at
/// home and see a missing tone mark, too short for a paper to pass from one person to another unnoticed.
pub const HOLDER_CORRECTS_WITHIN_DAYS: i32 = 30;

/// Who corrects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Corrector {
    /// The holder.
    Holder,
    /// An official, by their account.
    Official(String),
}

/// Why a name is not corrected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CorrectRefused {
    /// It is revoked, replaced, or its time is over.
    NotValid,
    /// It is the same name.
    SameName,
    /// The holder has corrected it once; now an official has to.
    OnlyOnce,
    /// More than [`HOLDER_CORRECTS_WITHIN_DAYS`] have passed; now an official has to.
    TooLate,
}

/// The certificate with another name, and the end of the old one. Nothing else changes: not the rungs, not the last day.
///
/// # Errors
/// When it is not valid, the name is the same, or the holder's own time and try are used up.
pub fn correct(
    old: &Certificate,
    life: &Life,
    by: &Corrector,
    id: CertificateId,
    name: Name,
    now: Timestamp,
) -> Result<(Certificate, Revocation), CorrectRefused> {
    may_correct(old, life, by, now)?;
    if name == old.name {
        return Err(CorrectRefused::SameName);
    }
    let official = match by {
        Corrector::Holder => None,
        Corrector::Official(login) => Some(login.clone()),
    };
    let ended = Revocation {
        at: now,
        reason: Some(RevokeReason::Replaced),
        words: String::new(),
        by: official.clone(),
    };
    let new = Certificate {
        id,
        name,
        issued_at: now,
        replaces: Some(Replaces { certificate: old.id, because: Because::Name }),
        issued_by: official,
        ..old.clone()
    };
    Ok((new, ended))
}

/// Whether it may be corrected now, whatever the new name.
///
/// # Errors
/// As [`correct`].
pub fn may_correct(
    old: &Certificate,
    life: &Life,
    by: &Corrector,
    now: Timestamp,
) -> Result<(), CorrectRefused> {
    if !life.is_valid_at(old, now) {
        return Err(CorrectRefused::NotValid);
    }
    if *by != Corrector::Holder {
        return Ok(());
    }
    let is_corrected = old.replaces.is_some_and(|it| it.because == Because::Name);
    if is_corrected && old.issued_by.is_none() {
        return Err(CorrectRefused::OnlyOnce);
    }
    let days = day_of(old.issued_at).until(day_of(now)).map_or(i32::MAX, |span| span.get_days());
    if days > HOLDER_CORRECTS_WITHIN_DAYS { Err(CorrectRefused::TooLate) } else { Ok(()) }
}
