//! The year behind the demonstration: on which days people begin, and at what hour things happen.

use jiff::Timestamp;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::chance::Chance;
use crate::learning::day_of;

/// A minute, in milliseconds.
pub(super) const MINUTE: i64 = 60_000;
/// A day, in milliseconds.
pub(super) const DAY: i64 = 24 * 60 * MINUTE;
/// How many days the demonstration looks back.
pub(super) const DAYS: i64 = 365;

/// The year that ends today. Instants are milliseconds since 1970, days are numbered from 0.
#[derive(Debug, Clone)]
pub(super) struct Calendar {
    /// The end: nothing happens later.
    pub(super) today: i64,
    /// Midnight, in Viet Nam, of day 0.
    first: i64,
    /// For each day, how many beginnings fall on it and all days before.
    upto: Vec<u64>,
}

impl Calendar {
    pub(super) fn ending(today: Timestamp) -> Self {
        let last = day_of(today);
        let mut sum = 0;
        let upto = (0..DAYS).map(|day| {
            sum += crowding(last.saturating_sub((DAYS - 1 - day).days()));
            sum
        });
        let upto = upto.collect();
        Self { today: today.as_millisecond(), first: midnight(last) - (DAYS - 1) * DAY, upto }
    }

    /// A day on which something begins, not before `from`: more often in a campaign.
    pub(super) fn draw(&self, chance: &mut Chance, from: i64) -> i64 {
        let at =
            |day: i64| usize::try_from(day).ok().and_then(|day| self.upto.get(day)).copied().unwrap_or(0);
        let (before, all) = (at(from - 1), at(DAYS - 1));
        let drawn = before + chance.below(all.saturating_sub(before));
        i64::try_from(self.upto.partition_point(|upto| *upto <= drawn)).unwrap_or(from)
    }

    /// An instant of a day, so many minutes after midnight; never later than today's instant.
    pub(super) fn at(&self, day: i64, minute: i64) -> i64 {
        (self.first + day * DAY + minute * MINUTE).min(self.today)
    }

    /// The day of an instant.
    pub(super) fn day(&self, instant: i64) -> i64 {
        (instant - self.first).div_euclid(DAY)
    }
}

fn midnight(day: Date) -> i64 {
    let here = jiff::tz::Offset::constant(7).to_timestamp(day.at(0, 0, 0, 0));
    here.map_or(0, Timestamp::as_millisecond)
}

/// How many begin on a day, relative to others: campaigns in summer, when youth teams are out, and around 10 October, the
/// national day of digital transformation; hardly anybody at Tết.
fn crowding(day: Date) -> u64 {
    let wave = match (day.month(), day.day()) {
        (6..=8, _) => 24,
        (10, 10) => 150,
        (10, 1..=20) => 45,
        (2, _) => 4,
        _ => 10,
    };
    let free = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    if free { wave * 3 / 2 } else { wave }
}

/// A minute after midnight at which a helper calls: mostly after dinner, else in the morning.
pub(super) fn calling_hour(chance: &mut Chance) -> i64 {
    if chance.happens(700) { chance.within(1_090..=1_220) } else { chance.within(510..=640) }
}

/// A minute after midnight at which people look at their phone.
pub(super) fn own_hour(chance: &mut Chance) -> i64 {
    if chance.happens(600) { chance.within(1_140..=1_320) } else { chance.within(390..=1_140) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_ends_today_and_campaigns_draw_more() {
        let today: Timestamp = "2026-11-22T08:00:00Z".parse().unwrap();
        let calendar = Calendar::ending(today);
        assert_eq!(calendar.day(today.as_millisecond()), DAYS - 1);
        assert_eq!(calendar.at(DAYS - 1, 23 * 60), today.as_millisecond());
        let mut chance = Chance::of(7, 0, 0);
        let mut october = 0;
        for _ in 0..3_000 {
            let day = calendar.draw(&mut chance, 100);
            assert!((100..DAYS).contains(&day));
            let instant = Timestamp::from_millisecond(calendar.at(day, 600)).unwrap();
            october += u32::from(day_of(instant).month() == 10);
        }
        assert!((500..1_500).contains(&october), "{october}");
    }
}
