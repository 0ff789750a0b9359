//! Confirm a visit: somebody else than the helper says that it took place.

use crate::ids::PersonId;
use crate::record::{Entry, Subject};

/// Who confirms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmer {
    /// The person who was visited.
    Visited(PersonId),
    /// An official of the place.
    Official(PersonId),
}

/// Why a visit is not confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConfirmRefused {
    /// It is no visit.
    NoVisit,
    /// It was paid to somebody else.
    NotTheirs,
    /// A helper does not confirm their own work.
    Oneself,
}

/// Whether this one may confirm the visit that an entry records; gives the helper for whom it then counts.
///
/// # Errors
/// When it is no visit, was paid to another, or the helper confirms it.
pub fn confirm_visit(entry: &Entry, by: Confirmer) -> Result<PersonId, ConfirmRefused> {
    let visited = matches!(entry.subject, Subject::Visited { .. });
    let helper = entry.helper.filter(|_| visited).ok_or(ConfirmRefused::NoVisit)?;
    match by {
        Confirmer::Visited(person) if person != entry.person => Err(ConfirmRefused::NotTheirs),
        Confirmer::Official(person) if person == helper => Err(ConfirmRefused::Oneself),
        Confirmer::Visited(_) | Confirmer::Official(_) => Ok(helper),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{SkillId, StatementId, mint};
    use crate::place::Place;
    use crate::standing::Rung;
    use jiff::Timestamp;

    fn person(n: u8) -> PersonId {
        PersonId(mint(Timestamp::UNIX_EPOCH, [n; 10]))
    }

    fn visit(helper: Option<u8>) -> Entry {
        let (at, skill) = (Timestamp::UNIX_EPOCH, SkillId::parse("vneid").unwrap());
        Entry {
            id: StatementId(mint(at, [9; 10])),
            person: person(1),
            at,
            stored: at,
            place: Place::unknown(),
            helper: helper.map(person),
            evidence: Vec::new(),
            subject: Subject::Visited { skill, rung: Rung::Helped },
        }
    }

    #[test]
    fn the_person_or_an_official_confirms_and_never_the_helper() {
        let noted = visit(Some(2));
        assert_eq!(confirm_visit(&noted, Confirmer::Visited(person(1))), Ok(person(2)));
        assert_eq!(confirm_visit(&noted, Confirmer::Official(person(3))), Ok(person(2)));
        assert_eq!(confirm_visit(&noted, Confirmer::Visited(person(3))), Err(ConfirmRefused::NotTheirs));
        assert_eq!(confirm_visit(&noted, Confirmer::Official(person(2))), Err(ConfirmRefused::Oneself));
        assert_eq!(confirm_visit(&visit(None), Confirmer::Visited(person(1))), Err(ConfirmRefused::NoVisit));
        let other = Entry { subject: Subject::Settled, ..noted };
        assert_eq!(confirm_visit(&other, Confirmer::Official(person(3))), Err(ConfirmRefused::NoVisit));
    }
}
