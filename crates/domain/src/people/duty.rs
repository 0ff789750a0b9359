//! What a role is there to do.

use super::RoleKind;

/// Something that an account does here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Duty {
    /// Notes a visit.
    NoteVisit,
    /// Looks over the visits noted.
    Visits,
    /// Holds supervised examinations.
    Sittings,
    /// Sees the people of a unit.
    People,
    /// Issues certificates to several people.
    Batch,
    /// Looks after the certificates of a unit.
    Certificates,
    /// Reviews what is doubted.
    Reviews,
    /// Reads the figures of a unit.
    Figures,
    /// Keeps the bank of questions.
    Bank,
    /// Looks at what there is for each competence.
    Coverage,
}

impl Duty {
    /// Whether it is done within a unit; else it is the same wherever one's roles lie.
    #[must_use]
    pub const fn is_of_a_unit(self) -> bool {
        matches!(self, Self::People | Self::Batch | Self::Certificates | Self::Reviews | Self::Figures)
    }
}

impl RoleKind {
    /// What the role is there to do, the most frequent first.
    ///
    /// ```
    /// use domain::people::{Duty, RoleKind};
    /// assert!(RoleKind::Keeper.duties().contains(&Duty::Bank));
    /// ```
    #[must_use]
    pub const fn duties(self) -> &'static [Duty] {
        match self {
            Self::Helper => &[Duty::NoteVisit, Duty::Visits, Duty::Figures],
            Self::Officer => &[
                Duty::NoteVisit,
                Duty::Visits,
                Duty::Sittings,
                Duty::People,
                Duty::Batch,
                Duty::Certificates,
                Duty::Reviews,
                Duty::Figures,
            ],
            Self::Leader => &[Duty::Figures, Duty::People, Duty::Certificates, Duty::Reviews],
            Self::Keeper => &[Duty::Bank, Duty::Coverage],
            Self::Operator => &[Duty::Bank, Duty::Coverage, Duty::Figures],
        }
    }
}
