//! Whether an attempt was under somebody's eyes.

use jiff::Timestamp;

use super::{Room, Seat};
use crate::ids::StatementId;

/// Whether an attempt that ended at `ended` counts as supervised: begun at this seat, after it was confirmed who sits there;
/// ended before the sitting closed; not annulled. Anything else counts as taken by oneself.
#[must_use]
pub fn is_supervised(room: &Room, seat: &Seat, attempt: StatementId, ended: Timestamp) -> bool {
    let begun_here = seat.began().is_some_and(|began| began.attempt == attempt && began.at <= ended);
    let in_time = room.closed_at().is_none_or(|closed| ended <= closed);
    begun_here && in_time && seat.annulled.is_none()
}
