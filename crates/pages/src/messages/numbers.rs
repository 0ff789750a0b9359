//! Numbers, dates and times as people of each language write them. Times are Vietnam's, UTC+7 all year.

use domain::text::Lang;
use jiff::civil::Date;
use jiff::tz::Offset;
use jiff::{Timestamp, civil::DateTime};

use super::Messages;

/// Vietnam keeps one time the whole year (UTC+7).
const VIETNAM: Offset = Offset::constant(7);

impl Messages {
    /// A count with its thousands set apart: `6.214` in Vietnamese, `6,214` in English.
    #[must_use]
    pub fn number(self, value: u64) -> String {
        let digits = value.to_string();
        let mut out = String::with_capacity(digits.len() + digits.len() / 3);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push(self.thousands());
            }
            out.push(digit);
        }
        out
    }

    /// A share in thousandths as a percentage: 632 is `63,2 %` in Vietnamese, `63.2%` in English; whole percents without a
    /// fraction.
    #[must_use]
    pub fn permille(self, share: u32) -> String {
        let (whole, tenth) = (self.number(u64::from(share / 10)), share % 10);
        match (self.0, tenth) {
            (Lang::Vi, 0) => format!("{whole}\u{a0}%"),
            (Lang::Vi, _) => format!("{whole},{tenth}\u{a0}%"),
            (Lang::En, 0) => format!("{whole}%"),
            (Lang::En, _) => format!("{whole}.{tenth}%"),
        }
    }

    /// A day: `22-11-2026`, in both languages the same.
    #[must_use]
    pub fn date(self, date: Date) -> String {
        format!("{:02}-{:02}-{}", date.day(), date.month(), date.year())
    }

    /// The hour and minute in Vietnam: `19:30`.
    #[must_use]
    pub fn time(self, at: Timestamp) -> String {
        let at = vietnam(at);
        format!("{:02}:{:02}", at.hour(), at.minute())
    }

    /// The day in Vietnam at that instant.
    #[must_use]
    pub fn day_of(self, at: Timestamp) -> String {
        self.date(vietnam(at).date())
    }

    /// Hour and day in Vietnam: `19:30, 22-11-2026`.
    #[must_use]
    pub fn moment(self, at: Timestamp) -> String {
        format!("{}, {}", self.time(at), self.day_of(at))
    }

    const fn thousands(self) -> char {
        match self.0 {
            Lang::Vi => '.',
            Lang::En => ',',
        }
    }
}

fn vietnam(at: Timestamp) -> DateTime {
    VIETNAM.to_datetime(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    const VI: Messages = Messages(Lang::Vi);
    const EN: Messages = Messages(Lang::En);

    #[test]
    fn thousands_are_set_apart() {
        let read = |n| (VI.number(n), EN.number(n));
        assert_eq!(read(0), ("0".into(), "0".into()));
        assert_eq!(read(999), ("999".into(), "999".into()));
        assert_eq!(read(6214), ("6.214".into(), "6,214".into()));
        assert_eq!(read(1_000_000), ("1.000.000".into(), "1,000,000".into()));
    }

    #[test]
    fn shares_are_percentages_with_at_most_one_decimal() {
        assert_eq!(VI.permille(632), "63,2\u{a0}%");
        assert_eq!(EN.permille(632), "63.2%");
        assert_eq!(VI.permille(1000), "100\u{a0}%");
    }

    #[test]
    fn an_evening_in_vietnam_is_noon_in_utc() {
        let at: Timestamp = "2026-11-22T12:30:00Z".parse().unwrap();
        assert_eq!(VI.moment(at), "19:30, 22-11-2026");
    }
}
