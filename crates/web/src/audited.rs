//! One row for every official's act.

use domain::ids::mint;
use jiff::Timestamp;
use store::audit::Audited;
use territory::UnitId;

use crate::clock;

/// What an official did to what: a row for the audit.
pub(crate) fn entry(login: &str, act: &str, object: &str, now: Timestamp) -> Audited {
    Audited {
        id: mint(now, clock::chance()).to_string(),
        at: now,
        login: login.to_owned(),
        act: act.to_owned(),
        object: Some(object.to_owned()).filter(|object| !object.is_empty()),
        unit: None,
        detail: None,
    }
}

/// The same, within a unit and with a detail.
pub(crate) fn entry_in(unit: UnitId, detail: String, entry: Audited) -> Audited {
    Audited { unit: Some(unit), detail: Some(detail), ..entry }
}
