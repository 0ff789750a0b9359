//! What concerns everybody in the room.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Code, Note, NoteKind, Plan, Refused, Span, time};

/// A sitting as far as it concerns all seats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    /// What was said of it before.
    pub plan: Plan,
    /// What is typed to come in.
    pub code: Code,
    /// When it was opened.
    #[serde(with = "jiff::fmt::serde::timestamp::millisecond::required")]
    pub opened: Timestamp,
    /// Where it stands.
    pub stage: Stage,
    /// The pauses that are over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<Span>,
    /// Minutes that everybody got more.
    #[serde(default)]
    pub added_min: u16,
    /// What happened in the room.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
}

/// Where a room stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// People come in and answer.
    Open,
    /// People come in; nobody answers.
    Paused {
        /// Since when.
        #[serde(with = "jiff::fmt::serde::timestamp::millisecond::required")]
        since: Timestamp,
    },
    /// It is over.
    Closed {
        /// Since when.
        #[serde(with = "jiff::fmt::serde::timestamp::millisecond::required")]
        at: Timestamp,
    },
}

/// What an organiser does to the whole room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RoomDeed {
    /// Nobody answers from now on.
    Pause,
    /// It goes on.
    Resume,
    /// Everybody gets more time.
    AddTime {
        /// How much.
        minutes: u16,
    },
    /// Something happened to the room.
    Note {
        /// What kind of thing.
        kind: NoteKind,
        /// In the organiser's words.
        words: String,
    },
    /// It is over.
    Close,
}

impl RoomDeed {
    /// The word in the audit.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Pause => "pause",
            Self::Resume => "resume",
            Self::AddTime { .. } => "add-time",
            Self::Note { .. } => "note",
            Self::Close => "close",
        }
    }
}

impl Room {
    /// A room that opens.
    #[must_use]
    pub fn open(plan: Plan, code: Code, now: Timestamp) -> Self {
        Self {
            plan,
            code,
            opened: now,
            stage: Stage::Open,
            pauses: Vec::new(),
            added_min: 0,
            notes: Vec::new(),
        }
    }

    /// Since when nobody answers, while it is so.
    #[must_use]
    pub const fn paused_since(&self) -> Option<Timestamp> {
        match self.stage {
            Stage::Paused { since } => Some(since),
            Stage::Open | Stage::Closed { .. } => None,
        }
    }

    /// When it was closed.
    #[must_use]
    pub const fn closed_at(&self) -> Option<Timestamp> {
        match self.stage {
            Stage::Closed { at } => Some(at),
            Stage::Open | Stage::Paused { .. } => None,
        }
    }

    pub(super) fn must_be_open(&self) -> Result<(), Refused> {
        self.closed_at().map_or(Ok(()), |at| Err(Refused::Closed { at }))
    }

    /// The room after a deed.
    ///
    /// # Errors
    /// When the room is closed, or the deed does not fit where it stands. An incident may be noted after the end, too.
    pub fn change(mut self, deed: &RoomDeed, now: Timestamp) -> Result<Self, Refused> {
        if let RoomDeed::Note { kind, words } = deed {
            self.notes.push(note(*kind, words, now)?);
            return Ok(self);
        }
        self.must_be_open()?;
        match deed {
            RoomDeed::Pause => self.pause(now)?,
            RoomDeed::Resume => self.resume(now)?,
            RoomDeed::AddTime { minutes } => self.added_min = time::added(self.added_min, *minutes)?,
            RoomDeed::Close => self.close(now),
            RoomDeed::Note { .. } => {}
        }
        Ok(self)
    }

    fn pause(&mut self, now: Timestamp) -> Result<(), Refused> {
        if let Some(since) = self.paused_since() {
            return Err(Refused::Paused { since });
        }
        self.stage = Stage::Paused { since: now };
        Ok(())
    }

    fn resume(&mut self, now: Timestamp) -> Result<(), Refused> {
        let from = self.paused_since().ok_or(Refused::NotPaused)?;
        self.pauses.push(Span { from, to: now });
        self.stage = Stage::Open;
        Ok(())
    }

    fn close(&mut self, now: Timestamp) {
        let running = self.paused_since().map(|from| Span { from, to: now });
        self.pauses.extend(running);
        self.stage = Stage::Closed { at: now };
    }
}

/// An incident with words.
pub(super) fn note(kind: NoteKind, words: &str, now: Timestamp) -> Result<Note, Refused> {
    const LONGEST: usize = 1000;
    let words: String = words.trim().chars().take(LONGEST).collect();
    if words.is_empty() { Err(Refused::NoWords) } else { Ok(Note { at: now, kind, words }) }
}
