//! Why something can't be done in a sitting.

use jiff::Timestamp;

/// Why something can't be done. Nothing has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The sitting is over.
    Closed {
        /// Since when.
        at: Timestamp,
    },
    /// The room or the seat is paused.
    Paused {
        /// Since when.
        since: Timestamp,
    },
    /// Nothing is paused that could go on.
    NotPaused,
    /// Nobody has taken this seat yet.
    NotTaken,
    /// Somebody sits here already.
    Taken,
    /// The organiser has not admitted this seat yet.
    NotAdmitted,
    /// It was admitted before.
    AlreadyAdmitted,
    /// The attempt has begun.
    AlreadyBegun,
    /// The attempt has not begun.
    NotBegun,
    /// The seat's part is over.
    Ended {
        /// Since when.
        at: Timestamp,
    },
    /// The attempt was annulled before.
    AlreadyAnnulled,
    /// Not between 1 and `most` minutes, or more than that in all.
    Minutes {
        /// The most at once and in all.
        most: u16,
    },
    /// A note without words.
    NoWords,
}
