//! Time: what counts, what is left.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Refused, Room, Seat};

/// The most minutes that may be added, at once and in all.
pub const MINUTES_ADDED_MAX: u16 = 180;

/// A stretch of time that has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// Its beginning.
    #[serde(with = "jiff::fmt::serde::timestamp::millisecond::required")]
    pub from: Timestamp,
    /// Its end.
    #[serde(with = "jiff::fmt::serde::timestamp::millisecond::required")]
    pub to: Timestamp,
}

/// How a seat's attempt stands with time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeatPace {
    /// When time is up, if nothing is paused from now on; `None` without a limit.
    pub deadline: Option<Timestamp>,
    /// Since when nobody may answer here, while it is so.
    pub paused_since: Option<Timestamp>,
    /// When the organiser ended the attempt or the sitting: later answers do not count.
    pub over: Option<Timestamp>,
}

impl SeatPace {
    /// Whether an answer at `now` is taken.
    #[must_use]
    pub fn may_answer(&self, now: Timestamp) -> bool {
        let is_up = |end: Option<Timestamp>| end.is_some_and(|end| now >= end);
        self.paused_since.is_none() && !is_up(self.deadline) && !is_up(self.over)
    }

    /// When no answer is taken any more, whatever comes first.
    #[must_use]
    pub fn end(&self) -> Option<Timestamp> {
        [self.deadline, self.over].into_iter().flatten().min()
    }

    /// Whether the organiser ended it before its own time was up.
    #[must_use]
    pub fn was_cut(&self) -> bool {
        self.over.is_some_and(|over| self.deadline.is_none_or(|deadline| over < deadline))
    }

    /// The whole minutes left, begun ones counted; `None` without a limit.
    #[must_use]
    pub fn minutes_left(&self, now: Timestamp) -> Option<u32> {
        let end = self.deadline?.as_millisecond();
        let left = end.saturating_sub(now.as_millisecond()).max(0);
        Some(u32::try_from(left.saturating_add(59_999) / 60_000).unwrap_or(u32::MAX))
    }
}

/// How the attempt of a seat stands at `now`. Before it has begun, its clock stands still.
#[must_use]
pub fn pace(room: &Room, seat: &Seat, now: Timestamp) -> SeatPace {
    let paused_since = [room.paused_since(), seat.paused].into_iter().flatten().min();
    let over = [room.closed_at(), seat.ended_at()].into_iter().flatten().min();
    let began = seat.began().filter(|_| seat.untimed.is_none());
    let deadline = began.and_then(|began| {
        let minutes = u32::from(began.minutes?) + u32::from(room.added_min) + u32::from(seat.added_min);
        let until = over.map_or(now, |over| over.min(now));
        Some(later(began.at, i64::from(minutes) * 60_000 + paused_ms(room, seat, began.at, until)))
    });
    SeatPace { deadline, paused_since, over }
}

fn later(at: Timestamp, ms: i64) -> Timestamp {
    Timestamp::from_millisecond(at.as_millisecond().saturating_add(ms)).unwrap_or(Timestamp::MAX)
}

/// How many milliseconds between `from` and `until` the room or the seat was paused; what overlaps counts once.
fn paused_ms(room: &Room, seat: &Seat, from: Timestamp, until: Timestamp) -> i64 {
    let running = [room.paused_since(), seat.paused].into_iter().flatten();
    let running = running.map(|since| Span { from: since, to: until });
    let mut spans: Vec<(i64, i64)> = room
        .pauses
        .iter()
        .chain(&seat.pauses)
        .copied()
        .chain(running)
        .map(|span| (span.from.max(from).as_millisecond(), span.to.min(until).as_millisecond()))
        .collect();
    spans.sort_unstable();
    let sum = |(sum, reached): (i64, i64), (from, to): (i64, i64)| {
        (sum + (to - from.max(reached)).max(0), to.max(reached))
    };
    spans.into_iter().fold((0, i64::MIN), sum).0
}

/// The minutes added so far and these.
pub(super) fn added(before: u16, minutes: u16) -> Result<u16, Refused> {
    let after = before.saturating_add(minutes);
    let fits = minutes > 0 && after <= MINUTES_ADDED_MAX;
    if fits { Ok(after) } else { Err(Refused::Minutes { most: MINUTES_ADDED_MAX }) }
}
