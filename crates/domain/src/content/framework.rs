//! Frameworks: whose words profiles, tests and skills speak; their domains, competences and levels.
//!
//! # Laws
//! 1. A code stands once within its framework and never changes its meaning; a framework that takes the place of another of
//!    the same id keeps all its codes.
//! 2. A place of another framework that a competence is the same as exists.

use core::fmt;

use crate::ids::{FrameworkId, GroupId};
use crate::text::Text;

/// The longest code.
const CODE_MAX: usize = 24;

/// The code of a domain, a competence or a level, as its publisher writes it: `1.1`, `CB1`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(Box<str>);

impl Code {
    /// A code of letters A–Z, digits, dots and hyphens, at most 24 long; any other text is `None`.
    ///
    /// ```
    /// use domain::content::Code;
    /// assert_eq!(Code::parse("1.1").unwrap().as_str(), "1.1");
    /// assert!(Code::parse("1,1").is_none());
    /// ```
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        let good = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
        ((1..=CODE_MAX).contains(&code.len()) && code.bytes().all(good)).then(|| Self(code.into()))
    }

    /// The code as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whose words profiles and tests speak. One without competences that nothing speaks of yet is an empty slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Framework {
    /// Its id.
    pub id: FrameworkId,
    /// Its name.
    pub title: Text,
    /// Its version, as its publisher writes it.
    pub version: String,
    /// Whose it is, and what is missing.
    pub note: Text,
    /// The groups it is made for; none where it is for everybody.
    pub groups: Vec<GroupId>,
    /// The stages of its levels, the lowest first; none where it has no levels.
    pub stages: Vec<Stage>,
    /// Its domains, in the publisher's order.
    pub domains: Vec<Domain>,
}

/// A stage: one or more levels under one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// Its code.
    pub code: Code,
    /// Its name.
    pub title: Text,
    /// Its levels, the lowest first.
    pub levels: Vec<Level>,
}

/// A level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// Its code.
    pub code: Code,
    /// Its name.
    pub title: Text,
}

/// A domain, or block: competences under one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Domain {
    /// Its code.
    pub code: Code,
    /// Its name.
    pub title: Text,
    /// Its competences.
    pub competences: Vec<Competence>,
}

/// A competence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Competence {
    /// Its code.
    pub code: Code,
    /// Its name.
    pub title: Text,
    /// The groups that it is asked of; none where it is asked of all groups of the framework.
    pub groups: Vec<GroupId>,
    /// The competences of other frameworks that are the same.
    pub same_as: Vec<Place>,
}

/// A competence of a framework.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The framework.
    pub framework: FrameworkId,
    /// The competence.
    pub code: Code,
}

/// What a skill answers to: a competence, and its level where the framework has levels.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SkillPlace {
    /// The competence.
    pub place: Place,
    /// The level.
    pub level: Option<Code>,
}

impl Framework {
    /// Whether nothing stands in it yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.domains.is_empty()
    }

    /// Its levels, the lowest first.
    pub fn levels(&self) -> impl Iterator<Item = &Level> {
        self.stages.iter().flat_map(|stage| &stage.levels)
    }

    /// The number of a level, from 0.
    #[must_use]
    pub fn level_number(&self, code: &Code) -> Option<usize> {
        self.levels().position(|level| level.code == *code)
    }

    /// Its competences, in order.
    pub fn competences(&self) -> impl Iterator<Item = &Competence> {
        self.domains.iter().flat_map(|domain| &domain.competences)
    }

    /// The competence of a code.
    #[must_use]
    pub fn competence(&self, code: &Code) -> Option<&Competence> {
        self.competences().find(|competence| competence.code == *code)
    }

    /// Every code of a competence or a level; what no later version may lose.
    pub fn codes(&self) -> impl Iterator<Item = &Code> {
        let levels = self.levels().map(|level| &level.code);
        self.competences().map(|competence| &competence.code).chain(levels)
    }
}
