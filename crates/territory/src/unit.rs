//! A unit during one stretch of its life.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use jiff::civil::Date;

use crate::UnitId;

/// The step of a unit; the higher step sorts first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The whole country.
    Country,
    /// Tỉnh, thành phố under the centre.
    Province,
    /// Quận, huyện, thị xã, thành phố under a province; none since 2025-07-01.
    District,
    /// Xã, phường, thị trấn (until 2025-06-30), đặc khu (since 2025-07-01).
    Commune,
}

/// The text that is no level.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no level: country, province, district and commune are")]
pub struct InvalidLevel(pub String);

impl Level {
    /// The word of the registers: `country`, `province`, `district`, `commune`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Province => "province",
            Self::District => "district",
            Self::Commune => "commune",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Level {
    type Err = InvalidLevel;

    fn from_str(text: &str) -> Result<Self, InvalidLevel> {
        [Self::Country, Self::Province, Self::District, Self::Commune]
            .into_iter()
            .find(|level| level.as_str() == text)
            .ok_or_else(|| InvalidLevel(text.to_owned()))
    }
}

/// A row of the register of units: one id, one kind and name, one stretch of time.
///
/// The code and the level are part of the id: [`UnitId::code`], [`UnitId::level`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Who it is, for its whole life.
    pub id: UnitId,
    /// `tỉnh`, `phường` …; empty for the country.
    pub kind: Arc<str>,
    /// The name without the kind, NFC: `Ngọc Hà`, `5`.
    pub name: Box<str>,
    /// The unit it belongs to; none for the country.
    pub parent: Option<UnitId>,
    /// The first day; none when the register does not say.
    pub valid_from: Option<Date>,
    /// The first day *after* its life; none while it lives.
    pub valid_to: Option<Date>,
}

impl Unit {
    /// Country, province, district or commune.
    pub fn level(&self) -> Level {
        self.id.level()
    }

    /// Whether the row holds on that day.
    pub fn is_valid_on(&self, day: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && !self.has_ended_by(day)
    }

    /// Whether the row had ceased to hold on that day.
    pub fn has_ended_by(&self, day: Date) -> bool {
        self.valid_to.is_some_and(|end| end <= day)
    }

    /// The last day the row held; none while it holds.
    pub fn last_day(&self) -> Option<Date> {
        self.valid_to.map(|end| end.yesterday().unwrap_or(Date::MIN))
    }

    /// A day on which the row held: its last, or its first while it holds.
    pub(crate) fn a_day(&self) -> Date {
        self.last_day().or(self.valid_from).unwrap_or(Date::MIN)
    }

    /// Kind and name as inside a sentence: `phường Ngọc Hà`, `thành phố Hà Nội`, `Việt Nam`.
    pub fn full_name(&self) -> String {
        if self.kind.is_empty() { self.name.to_string() } else { format!("{} {}", self.kind, self.name) }
    }

    /// Kind and name as at the head of a page: `Phường Ngọc Hà`.
    pub fn title(&self) -> String {
        let full_name = self.full_name();
        let mut letters = full_name.chars();
        let Some(first) = letters.next() else { return full_name };
        first.to_uppercase().chain(letters).collect()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn đức_linh() -> Unit {
        Unit {
            id: "B23191".parse().unwrap(),
            kind: "đặc khu".into(),
            name: "Đức Linh".into(),
            parent: None,
            valid_from: Some(date(2025, 7, 1)),
            valid_to: Some(date(2026, 4, 30)),
        }
    }

    #[test]
    fn a_life_is_half_open() {
        let unit = đức_linh();
        let days = [date(2025, 6, 30), date(2025, 7, 1), date(2026, 4, 29), date(2026, 4, 30)];
        assert_eq!(days.map(|day| unit.is_valid_on(day)), [false, true, true, false]);
        assert_eq!(unit.last_day(), Some(date(2026, 4, 29)));
    }

    #[test]
    fn a_title_begins_with_a_capital() {
        assert_eq!(đức_linh().full_name(), "đặc khu Đức Linh");
        assert_eq!(đức_linh().title(), "Đặc khu Đức Linh");
    }

    #[test]
    fn a_level_is_read_from_its_word() {
        assert_eq!("district".parse(), Ok(Level::District));
        assert_eq!("ward".parse::<Level>(), Err(InvalidLevel("ward".to_owned())));
    }
}
