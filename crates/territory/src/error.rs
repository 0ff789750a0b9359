//! What may be wrong with a register, and where.

use std::fmt;

use crate::UnitId;

/// The register in which something is wrong; shown as the name of its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Register {
    /// `units.csv`
    Units,
    /// `succession.csv`
    Successions,
    /// `aliases.csv`
    Aliases,
    /// `population.csv`
    Populations,
}

impl fmt::Display for Register {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Units => "units.csv",
            Self::Successions => "succession.csv",
            Self::Aliases => "aliases.csv",
            Self::Populations => "population.csv",
        })
    }
}

/// A register that cannot be used: which, where and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {problem}")]
pub struct LoadError {
    /// The register.
    pub file: Register,
    /// The line in the file, the header being 1. For rows handed to [`crate::Territory::new`]: the line at which
    /// the row would stand in a file written in the order given.
    pub line: u64,
    /// What is wrong there.
    pub problem: Problem,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The text is no table with as many fields in each row as in the header.
    #[error("no table: {0}")]
    NotATable(String),
    /// The header lacks a column.
    #[error("the column “{0}” is missing from the header")]
    NoColumn(&'static str),
    /// A field cannot be read.
    #[error("{column}: {reason}")]
    Unreadable {
        /// The column.
        column: &'static str,
        /// What is wrong with the field; names its text.
        reason: String,
    },
    /// The code or the level contradicts the id.
    #[error("{column}: the id {id} tells another")]
    ContradictsId {
        /// The column.
        column: &'static str,
        /// The id.
        id: UnitId,
    },
    /// A unit is named that no row of the units describes.
    #[error("{column}: there is no unit {id}")]
    UnknownUnit {
        /// The column.
        column: &'static str,
        /// The unit named.
        id: UnitId,
    },
    /// The life ends before, or on the day, it begins.
    #[error("{0} ends before it begins")]
    EmptyLife(UnitId),
    /// Two rows of one unit hold on the same day.
    #[error("two rows of {0} hold on the same day")]
    OverlappingLives(UnitId),
    /// A unit without a parent that is no country, or the country with one.
    #[error("{0}: every unit but the country has a parent")]
    Parentage(UnitId),
    /// The parent stands no higher, or lives shorter, than its child.
    #[error("{parent} cannot be the parent of {child}: not of a higher level, or not alive all the while")]
    UnfitParent {
        /// The parent named.
        parent: UnitId,
        /// The child.
        child: UnitId,
    },
    /// A succession given twice.
    #[error("the succession of {0} is given twice")]
    RepeatedSuccession(UnitId),
    /// The successor is not alive on the day the predecessor has ended, or the predecessor has no end.
    #[error("{succ} cannot follow {pred}: it is not alive when {pred} ends")]
    UnfitSuccessor {
        /// The unit that ended.
        pred: UnitId,
        /// The successor named.
        succ: UnitId,
    },
    /// Kind, successor and shares of a succession contradict each other.
    #[error("{pred}: {reason}")]
    ContradictorySuccession {
        /// The unit that ended.
        pred: UnitId,
        /// The contradiction.
        reason: &'static str,
    },
}
