//! The id of a unit.

use std::fmt;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::{Serialize, Serializer};

use crate::Level;

/// `VN`, or the letter of an era and the official code: `A01` a province, `A001` a district, `B00004` a commune.
///
/// Codes were reused with other meanings in 2025 (52 was Bình Định, now it is Gia Lai), so a code without its
/// era is ambiguous. The number of digits tells the level. Ids sort as their text does.
///
/// ```
/// use territory::{Level, UnitId};
/// let id: UnitId = "B00008".parse().unwrap();
/// assert_eq!((id.code(), id.level()), ("00008", Level::Commune));
/// assert_eq!("Hà Nội".parse::<UnitId>().unwrap_err().0, "Hà Nội");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitId([u8; 6]);

/// The text that is no unit id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no unit id: VN, or a capital letter and 2, 3 or 5 digits, is one")]
pub struct InvalidUnitId(pub String);

impl UnitId {
    /// The whole country, `VN`.
    pub const COUNTRY: Self = Self(*b"VN\0\0\0\0");

    /// The id as text.
    pub fn as_str(&self) -> &str {
        let len = self.0.iter().position(|byte| *byte == 0).unwrap_or(self.0.len());
        std::str::from_utf8(&self.0[..len]).expect("an id is made of ASCII only")
    }

    /// The official code: the digits. Empty for the country.
    pub fn code(&self) -> &str {
        if *self == Self::COUNTRY { "" } else { &self.as_str()[1..] }
    }

    /// The level, told by the number of digits.
    pub fn level(&self) -> Level {
        match self.code().len() {
            0 => Level::Country,
            2 => Level::Province,
            3 => Level::District,
            _ => Level::Commune,
        }
    }
}

impl FromStr for UnitId {
    type Err = InvalidUnitId;

    fn from_str(text: &str) -> Result<Self, InvalidUnitId> {
        if text == "VN" {
            return Ok(Self::COUNTRY);
        }
        let well_formed = matches!(text.as_bytes(), [b'A'..=b'Z', digits @ ..]
            if matches!(digits.len(), 2 | 3 | 5) && digits.iter().all(u8::is_ascii_digit));
        if !well_formed {
            return Err(InvalidUnitId(text.to_owned()));
        }
        let mut bytes = [0; 6];
        bytes[..text.len()].copy_from_slice(text.as_bytes());
        Ok(Self(bytes))
    }
}

impl fmt::Display for UnitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for UnitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for UnitId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for UnitId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(IdText)
    }
}

struct IdText;

impl Visitor<'_> for IdText {
    type Value = UnitId;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a unit id such as \"VN\", \"A01\" or \"B00004\"")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<UnitId, E> {
        text.parse().map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_and_shown_unchanged() {
        for text in ["VN", "A01", "A001", "B00004"] {
            let id: UnitId = text.parse().unwrap();
            assert_eq!(id.to_string(), text);
            let json = serde_json::to_string(&id).unwrap();
            assert_eq!(serde_json::from_str::<UnitId>(&json).unwrap(), id);
        }
    }

    #[test]
    fn other_texts_are_refused_and_named() {
        for text in ["", "A", "01", "a01", "A0001", "A000001", "B0000x", "VN1", "Á01"] {
            assert_eq!(text.parse::<UnitId>(), Err(InvalidUnitId(text.to_owned())));
        }
    }

    #[test]
    fn ids_sort_as_text() {
        let ids =
            ["A00001", "A001", "A01", "B00004", "B01", "VN"].map(|text| text.parse::<UnitId>().unwrap());
        assert!(ids.is_sorted_by_key(|id| id.as_str().to_owned()));
        assert!(ids.is_sorted());
    }
}
