//! Where and as whom a person counts.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use territory::{Level, Territory, UnitId};

use crate::content::Syllabus;
use crate::ids::GroupId;

/// A commune and the groups of a person. Who has not told the commune counts for the country only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The commune, or the country.
    pub unit: UnitId,
    /// The plain group first, then the composites over it.
    pub groups: Vec<GroupId>,
}

impl Place {
    /// Nowhere told, no group told: counted for the country, as nobody in particular.
    #[must_use]
    pub fn unknown() -> Self {
        Self { unit: UnitId::COUNTRY, groups: Vec::new() }
    }

    /// The place of a person who says their group and commune.
    #[must_use]
    pub fn of(syllabus: &Syllabus, unit: Option<UnitId>, group: Option<&GroupId>) -> Self {
        let mut groups: Vec<GroupId> = group.into_iter().cloned().collect();
        if let Some(group) = group {
            groups.extend(syllabus.groups_with(group).into_iter().filter(|over| over != group));
        }
        Self { unit: unit.unwrap_or(UnitId::COUNTRY), groups }
    }

    /// The plain group.
    #[must_use]
    pub fn group(&self) -> Option<&GroupId> {
        self.groups.first()
    }

    /// The province in which the commune lies on a day, or the unit itself when it is one; nothing when no commune was told.
    #[must_use]
    pub fn province(&self, territory: &Territory, on: Date) -> Option<UnitId> {
        let above = territory.ancestors(self.unit, on).map(|unit| unit.id);
        core::iter::once(self.unit).chain(above).find(|unit| unit.level() == Level::Province)
    }
}
