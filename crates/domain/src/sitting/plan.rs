//! What is said of a sitting before it is opened.

use serde::{Deserialize, Serialize};

use crate::ids::BlueprintId;

/// The longest name of a place.
const PLACE_MAX: usize = 120;
/// The longest remark on the room.
const ROOM_MAX: usize = 200;
/// One pair of eyes cannot watch more.
const EXPECTED_MAX: u16 = 200;

/// What is said of a sitting before it is opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Which test is taken.
    pub blueprint: BlueprintId,
    /// The touchpoint or school.
    pub place: String,
    /// Room, table, anything that helps to find it; may be empty.
    pub room: String,
    /// How many are expected.
    pub expected: u16,
}

/// Why a plan is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanRefused {
    /// No place was told, or one of over `most` characters.
    Place {
        /// The longest.
        most: usize,
    },
    /// The remark on the room has over `most` characters.
    Room {
        /// The longest.
        most: usize,
    },
    /// Not between 1 and `most` people.
    Expected {
        /// The most.
        most: u16,
    },
}

impl Plan {
    /// A plan; blanks at the ends are forgiven.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn new(
        blueprint: BlueprintId,
        place: &str,
        room: &str,
        expected: Option<u16>,
    ) -> Result<Self, Vec<PlanRefused>> {
        let (place, room) = (place.trim(), room.trim());
        let mut refused = Vec::new();
        if place.is_empty() || place.chars().count() > PLACE_MAX {
            refused.push(PlanRefused::Place { most: PLACE_MAX });
        }
        if room.chars().count() > ROOM_MAX {
            refused.push(PlanRefused::Room { most: ROOM_MAX });
        }
        let expected = expected.filter(|count| (1..=EXPECTED_MAX).contains(count));
        match expected {
            Some(expected) if refused.is_empty() => {
                Ok(Self { blueprint, place: place.to_owned(), room: room.to_owned(), expected })
            }
            Some(_) => Err(refused),
            None => {
                refused.push(PlanRefused::Expected { most: EXPECTED_MAX });
                Err(refused)
            }
        }
    }
}
