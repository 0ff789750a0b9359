//! What somebody with an account may do.

/// A role; it holds within a unit and the units below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RoleKind {
    /// Notes visits.
    Helper,
    /// Notes visits and sees the people of the unit.
    Officer,
    /// Sees the people under the figures of the unit.
    Leader,
    /// Keeps the bank of questions: sees how each one works, retires it, applies a calibration.
    Keeper,
    /// Runs the installation.
    Operator,
}

impl RoleKind {
    /// All roles.
    pub const ALL: [Self; 5] = [Self::Helper, Self::Officer, Self::Leader, Self::Keeper, Self::Operator];

    /// The word on the command line and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Helper => "helper",
            Self::Officer => "officer",
            Self::Leader => "leader",
            Self::Keeper => "keeper",
            Self::Operator => "operator",
        }
    }

    /// The role of a word.
    ///
    /// ```
    /// use domain::people::RoleKind;
    /// assert_eq!(RoleKind::parse("leader"), Some(RoleKind::Leader));
    /// ```
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == word)
    }
}
