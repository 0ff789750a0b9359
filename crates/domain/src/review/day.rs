//! A day as one small number.

use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};

/// The days from 1 January 1970 to 1 January 2025.
const EPOCH_DAYS: i64 = 20_089;

/// A day in Viet Nam, counted from 1 January 2025. A phone keeps many and reckons with none, so it needs no calendar.
///
/// ```
/// use domain::review::Day;
/// let evening = Day::of("2025-01-31T16:59:59Z".parse().unwrap());
/// let midnight = Day::of("2025-01-31T17:00:00Z".parse().unwrap());
/// assert_eq!(midnight.days_since(evening), 1);
/// assert_eq!(midnight.date().to_string(), "2025-02-01");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub(super) u16);

impl Day {
    /// The day of an instant; the first day for whatever lies before it.
    #[must_use]
    pub fn of(at: Timestamp) -> Self {
        let days = (at.as_second() + 7 * 3600).div_euclid(86_400) - EPOCH_DAYS;
        Self(u16::try_from(days.max(0)).unwrap_or(u16::MAX))
    }

    /// How many days ago another day was; none when it lies ahead.
    #[must_use]
    pub const fn days_since(self, earlier: Self) -> u16 {
        self.0.saturating_sub(earlier.0)
    }

    /// The day so many days later.
    #[must_use]
    pub const fn after(self, days: u16) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// Its date.
    #[must_use]
    pub fn date(self) -> Date {
        date(2025, 1, 1).saturating_add(i32::from(self.0).days())
    }
}
