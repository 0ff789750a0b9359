//! Which units a question is about.

use crate::db::Value;
use territory::UnitId;

/// Which units a question is about. Every list of people and every figure is asked within one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// The country, with people who have not told their commune.
    Everywhere,
    /// These units alone; a province is its communes.
    Units(Vec<UnitId>),
}

/// The ids of a list, cut out of one parameter of six characters a unit: so one prepared text serves any number of units.
const LIST: &str = "WITH RECURSIVE wanted (at, unit) AS (
    SELECT 1, rtrim(substr(CAST(?1 AS TEXT), 1, 6))
    UNION ALL SELECT at + 6, rtrim(substr(CAST(?1 AS TEXT), at + 6, 6)) FROM wanted WHERE at + 6 <= length(CAST(?1 AS TEXT)))";

impl Scope {
    /// One unit alone.
    #[must_use]
    pub fn of(unit: UnitId) -> Self {
        Self::Units(vec![unit])
    }

    /// Is this unit in it?
    #[must_use]
    pub fn holds(&self, unit: UnitId) -> bool {
        match self {
            Self::Everywhere => true,
            Self::Units(units) => units.contains(&unit),
        }
    }

    /// What stands before `SELECT`.
    pub(crate) fn with(&self) -> &'static str {
        match self {
            Self::Units(units) if units.len() != 1 => LIST,
            _ => "",
        }
    }

    /// The condition on a column of units. It uses parameter `?1`, whatever the scope.
    pub(crate) fn on(&self, column: &str) -> String {
        match self {
            Self::Everywhere => "CAST(?1 AS TEXT) = ''".to_owned(),
            Self::Units(units) if units.len() == 1 => format!("{column} = ?1"),
            Self::Units(_) => format!("{column} IN (SELECT unit FROM wanted)"),
        }
    }

    /// Parameter `?1`.
    pub(crate) fn param(&self) -> Value {
        match self {
            Self::Everywhere => Value::from(""),
            Self::Units(units) if units.len() == 1 => Value::from(units[0].as_str()),
            Self::Units(units) => Value::Text(units.iter().map(|unit| format!("{unit:<6}")).collect()),
        }
    }
}
