//! What a certificate's signed code says.

use credential::{Claims, NAME_LENGTH_MAX};
use jiff::Timestamp;
use jiff::civil::{Date, date};

use super::Certificate;
use crate::learning::day_of;
use crate::people::{Name, is_child};

/// The day from which a code counts its days.
const FIRST_DAY: Date = date(2025, 1, 1);
/// Its first second in Viet Nam.
const FIRST_SECOND: i64 = 1_735_664_400;

/// How the holder of a certificate is named to everybody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// As on the certificate.
    Whole,
    /// By the initials.
    Initials,
}

impl Naming {
    /// Initials of pupils, and of children by the year of birth that was told, whatever their group: children are never shown
    /// by name. Who holds the sheet sees the name on it and can compare.
    #[must_use]
    pub fn of(certificate: &Certificate, birth_year: Option<i16>, year: i16) -> Self {
        let of_pupils = certificate.group.as_ref().is_some_and(|group| group.as_str() == "pupil");
        if of_pupils || is_child(birth_year, year) { Self::Initials } else { Self::Whole }
    }

    /// A name in this way.
    #[must_use]
    pub fn apply(self, name: &Name) -> String {
        match self {
            Self::Whole => name.to_string(),
            Self::Initials => name.initials(),
        }
    }
}

/// The claims of a certificate's code.
#[must_use]
pub fn claims(certificate: &Certificate, naming: Naming) -> Claims {
    Claims {
        certificate: *certificate.id.0.as_bytes(),
        profile: certificate.profile.to_string(),
        issued_day: day_number(day_of(certificate.issued_at)),
        valid_until_day: Some(day_number(certificate.valid_until)),
        level: certificate.shown.as_ref().map_or(0, |shown| shown.assurance.level()),
        name: short_name(&naming.apply(&certificate.name)),
    }
}

/// A name that fits into a code: of a longer one the last words stay and the first become letters, as people shorten it.
fn short_name(name: &str) -> String {
    let mut words: Vec<String> = name.split(' ').map(str::to_owned).collect();
    for place in 0..words.len() {
        if words.join(" ").len() <= NAME_LENGTH_MAX {
            break;
        }
        if let Some(word) = words.get_mut(place) {
            *word = word.chars().take(1).chain(['.']).collect();
        }
    }
    let mut short = words.join(" ");
    while short.len() > NAME_LENGTH_MAX {
        short.pop();
    }
    short
}

/// Days since 1 January 2025, as a code holds them.
fn day_number(day: Date) -> u16 {
    let days = FIRST_DAY.until(day).map_or(0, |span| span.get_days());
    u16::try_from(days).unwrap_or(u16::MAX)
}

/// The day of a number in a code.
pub(super) fn day_of_number(days: u16) -> Date {
    // By seconds and not by spans: those would bring every error text of jiff into the worker's wasm.
    let at = Timestamp::from_second(FIRST_SECOND + 86_400 * i64::from(days));
    at.map_or(FIRST_DAY, day_of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_go_into_a_code_and_come_back() {
        for day in [date(2025, 1, 1), date(2026, 11, 26), date(2028, 2, 29), date(2204, 6, 6)] {
            assert_eq!(day_of_number(day_number(day)), day);
        }
    }

    #[test]
    fn a_long_name_is_shortened_from_its_front() {
        for (name, short) in [
            ("Nguyễn Thị Mai", "Nguyễn Thị Mai"),
            ("Công Tằng Tôn Nữ Nguyễn Thị Phương Thảo Quỳnh Hương", "C. T. T. N. N. T. P. Thảo Quỳnh Hương"),
        ] {
            assert_eq!(short_name(name), short);
            assert!(short.len() <= NAME_LENGTH_MAX);
        }
        let one_word = "ế".repeat(80);
        assert_eq!(short_name(&one_word), "ế.");
        assert!(short_name(&"ế ".repeat(40)).len() <= NAME_LENGTH_MAX);
    }
}
