//! What concerns one seat.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Manner, Note, NoteKind, Refused, Room, SeatCode, Span, room, time};
use crate::ids::StatementId;

/// A seat. Who sits there, by name, is known beside it and never in the record of acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// What brings its person back to it.
    pub code: SeatCode,
    /// Where it stands.
    pub stage: SeatStage,
    /// How the questions are put.
    #[serde(default)]
    pub manner: Manner,
    /// Why there is no time limit here, when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub untimed: Option<Entitled>,
    /// Minutes that this seat got more.
    #[serde(default)]
    pub added_min: u16,
    /// Since when this seat is paused, while it is so.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "jiff::fmt::serde::timestamp::millisecond::optional"
    )]
    pub paused: Option<Timestamp>,
    /// Its pauses that are over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<Span>,
    /// What happened here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// When and why its attempt was annulled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub annulled: Option<Note>,
}

/// Where a seat stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SeatStage {
    /// It is kept for somebody on the list.
    Expected,
    /// Somebody has come and waits for the organiser.
    Waiting,
    /// The organiser knows who sits there.
    Admitted(Confirmed),
    /// The attempt goes on, or its last question was answered.
    Begun(Began),
    /// The organiser or the person has ended it.
    Ended {
        /// When.
        #[serde(with = "jiff::fmt::serde::timestamp::millisecond::required")]
        at: Timestamp,
        /// How.
        how: How,
        /// The attempt, when one had begun.
        began: Option<Began>,
    },
}

/// That the organiser knows who sits there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmed {
    /// When.
    #[serde(with = "jiff::fmt::serde::timestamp::millisecond::required")]
    pub at: Timestamp,
    /// By what.
    pub identity: Identity,
}

/// By what an organiser knows who sits there. No number of any paper is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Identity {
    /// Papers were shown.
    Papers,
    /// The organiser knows the person.
    Known,
}

impl Identity {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Papers, Self::Known];

    /// The word in a form.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Papers => "papers",
            Self::Known => "known",
        }
    }

    /// The identity of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|identity| identity.as_str() == word)
    }
}

/// An attempt that has begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Began {
    /// When.
    #[serde(with = "jiff::fmt::serde::timestamp::millisecond::required")]
    pub at: Timestamp,
    /// The act that began it: the attempt's id.
    pub attempt: StatementId,
    /// The time limit of the test, if it has one.
    pub minutes: Option<u16>,
    /// How it was known who sits there.
    pub confirmed: Confirmed,
}

/// How a seat's part ended before its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// The person left before beginning.
    Left,
    /// The organiser ended it.
    Stopped,
}

/// What entitles somebody to as much time as they need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Entitled {
    /// A disability.
    Disability,
    /// Age: eyes or hands that are slow.
    Age,
    /// Reads Vietnamese with effort.
    Language,
    /// Illness or pregnancy.
    Health,
}

impl Entitled {
    /// All.
    pub const ALL: [Self; 4] = [Self::Disability, Self::Age, Self::Language, Self::Health];

    /// The word in a form.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Disability => "disability",
            Self::Age => "age",
            Self::Language => "language",
            Self::Health => "health",
        }
    }

    /// The reason of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == word)
    }
}

/// What is done at one seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SeatDeed {
    /// Somebody takes it.
    Take,
    /// Its person is back on another device, with the seat's code.
    Return,
    /// Its person leaves before beginning.
    Leave,
    /// The organiser knows who sits there.
    Admit {
        /// By what.
        identity: Identity,
    },
    /// The attempt begins.
    Begin {
        /// Its id.
        attempt: StatementId,
        /// The time limit of the test.
        minutes: Option<u16>,
    },
    /// Nobody answers here from now on.
    Pause,
    /// It goes on.
    Resume,
    /// This seat gets more time.
    AddTime {
        /// How much.
        minutes: u16,
    },
    /// This seat has no time limit.
    Untime {
        /// Why.
        reason: Entitled,
    },
    /// Another way of putting the questions.
    Put {
        /// Which.
        manner: Manner,
    },
    /// Something happened here.
    Note {
        /// What kind of thing.
        kind: NoteKind,
        /// In the organiser's words.
        words: String,
    },
    /// The organiser ends it: what was answered is all there is.
    Stop,
    /// The attempt proves nothing.
    Annul {
        /// What kind of thing happened.
        kind: NoteKind,
        /// In the organiser's words.
        words: String,
    },
}

impl SeatDeed {
    /// The word in the audit.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Take => "take",
            Self::Return => "return",
            Self::Leave => "leave",
            Self::Admit { .. } => "admit",
            Self::Begin { .. } => "begin",
            Self::Pause => "pause",
            Self::Resume => "resume",
            Self::AddTime { .. } => "add-time",
            Self::Untime { .. } => "untime",
            Self::Put { .. } => "put",
            Self::Note { .. } => "note",
            Self::Stop => "stop",
            Self::Annul { .. } => "annul",
        }
    }
}

impl Seat {
    /// A seat that nobody has taken yet.
    #[must_use]
    pub fn kept(code: SeatCode) -> Self {
        Self {
            code,
            stage: SeatStage::Expected,
            manner: Manner::OnScreen,
            untimed: None,
            added_min: 0,
            paused: None,
            pauses: Vec::new(),
            notes: Vec::new(),
            annulled: None,
        }
    }

    /// The attempt, when one has begun.
    #[must_use]
    pub const fn began(&self) -> Option<Began> {
        match self.stage {
            SeatStage::Begun(began) => Some(began),
            SeatStage::Ended { began, .. } => began,
            SeatStage::Expected | SeatStage::Waiting | SeatStage::Admitted(_) => None,
        }
    }

    /// How it is known who sits there.
    #[must_use]
    pub const fn confirmed(&self) -> Option<Confirmed> {
        match self.stage {
            SeatStage::Admitted(confirmed) => Some(confirmed),
            SeatStage::Begun(began) => Some(began.confirmed),
            SeatStage::Ended { began: Some(began), .. } => Some(began.confirmed),
            SeatStage::Expected | SeatStage::Waiting | SeatStage::Ended { began: None, .. } => None,
        }
    }

    /// When its part was ended.
    #[must_use]
    pub const fn ended_at(&self) -> Option<Timestamp> {
        match self.stage {
            SeatStage::Ended { at, .. } => Some(at),
            _ => None,
        }
    }

    /// Whether somebody is there: not merely expected, not gone.
    #[must_use]
    pub const fn is_taken(&self) -> bool {
        !matches!(self.stage, SeatStage::Expected | SeatStage::Ended { how: How::Left, .. })
    }

    /// The seat after a deed, in the room as it stands.
    ///
    /// # Errors
    /// When the sitting is over, or the deed does not fit where the seat stands. An incident may be noted and an attempt
    /// annulled after the end, too.
    pub fn change(mut self, room: &Room, deed: &SeatDeed, now: Timestamp) -> Result<Self, Refused> {
        if !matches!(deed, SeatDeed::Note { .. } | SeatDeed::Annul { .. }) {
            room.must_be_open()?;
        }
        match deed {
            SeatDeed::Take => self.take()?,
            SeatDeed::Return if !self.is_taken() => return Err(Refused::NotTaken),
            SeatDeed::Return => {}
            SeatDeed::Leave => self.leave(now)?,
            SeatDeed::Admit { identity } => self.admit(*identity, now)?,
            SeatDeed::Begin { attempt, minutes } => self.begin(room, *attempt, *minutes, now)?,
            SeatDeed::Pause => self.pause(now)?,
            SeatDeed::Resume => self.resume(now)?,
            SeatDeed::AddTime { minutes } => self.added_min = time::added(self.added_min, *minutes)?,
            SeatDeed::Untime { reason } => self.untimed = Some(*reason),
            SeatDeed::Put { manner } => self.put(*manner)?,
            SeatDeed::Note { kind, words } => self.notes.push(room::note(*kind, words, now)?),
            SeatDeed::Stop => self.stop(now)?,
            SeatDeed::Annul { kind, words } => self.annul(*kind, words, now)?,
        }
        Ok(self)
    }

    fn take(&mut self) -> Result<(), Refused> {
        if self.is_taken() {
            return Err(Refused::Taken);
        }
        self.stage = SeatStage::Waiting;
        Ok(())
    }

    fn leave(&mut self, now: Timestamp) -> Result<(), Refused> {
        match self.stage {
            SeatStage::Expected => Err(Refused::NotTaken),
            SeatStage::Waiting | SeatStage::Admitted(_) => {
                self.stage = SeatStage::Ended { at: now, how: How::Left, began: None };
                Ok(())
            }
            SeatStage::Begun(_) => Err(Refused::AlreadyBegun),
            SeatStage::Ended { at, .. } => Err(Refused::Ended { at }),
        }
    }

    fn admit(&mut self, identity: Identity, now: Timestamp) -> Result<(), Refused> {
        match self.stage {
            SeatStage::Expected => Err(Refused::NotTaken),
            SeatStage::Waiting => {
                self.stage = SeatStage::Admitted(Confirmed { at: now, identity });
                Ok(())
            }
            SeatStage::Admitted(_) | SeatStage::Begun(_) => Err(Refused::AlreadyAdmitted),
            SeatStage::Ended { at, .. } => Err(Refused::Ended { at }),
        }
    }

    fn begin(
        &mut self,
        room: &Room,
        attempt: StatementId,
        minutes: Option<u16>,
        now: Timestamp,
    ) -> Result<(), Refused> {
        if let Some(since) = room.paused_since() {
            return Err(Refused::Paused { since });
        }
        match self.stage {
            SeatStage::Expected => Err(Refused::NotTaken),
            SeatStage::Waiting => Err(Refused::NotAdmitted),
            SeatStage::Admitted(confirmed) => {
                self.stage = SeatStage::Begun(Began { at: now, attempt, minutes, confirmed });
                Ok(())
            }
            SeatStage::Begun(_) => Err(Refused::AlreadyBegun),
            SeatStage::Ended { at, .. } => Err(Refused::Ended { at }),
        }
    }

    /// The manner is told with the result, so it holds for the whole attempt.
    fn put(&mut self, manner: Manner) -> Result<(), Refused> {
        match self.stage {
            SeatStage::Expected | SeatStage::Waiting | SeatStage::Admitted(_) => {
                self.manner = manner;
                Ok(())
            }
            SeatStage::Begun(_) => Err(Refused::AlreadyBegun),
            SeatStage::Ended { at, .. } => Err(Refused::Ended { at }),
        }
    }

    fn goes_on(&self) -> Result<Began, Refused> {
        match self.stage {
            SeatStage::Begun(began) => Ok(began),
            SeatStage::Ended { at, .. } => Err(Refused::Ended { at }),
            _ => Err(Refused::NotBegun),
        }
    }

    fn pause(&mut self, now: Timestamp) -> Result<(), Refused> {
        self.goes_on()?;
        if let Some(since) = self.paused {
            return Err(Refused::Paused { since });
        }
        self.paused = Some(now);
        Ok(())
    }

    fn resume(&mut self, now: Timestamp) -> Result<(), Refused> {
        let from = self.paused.take().ok_or(Refused::NotPaused)?;
        self.pauses.push(Span { from, to: now });
        Ok(())
    }

    fn stop(&mut self, now: Timestamp) -> Result<(), Refused> {
        let began = self.goes_on()?;
        let running = self.paused.take().map(|from| Span { from, to: now });
        self.pauses.extend(running);
        self.stage = SeatStage::Ended { at: now, how: How::Stopped, began: Some(began) };
        Ok(())
    }

    /// Annulling also ends what still goes on.
    fn annul(&mut self, kind: NoteKind, words: &str, now: Timestamp) -> Result<(), Refused> {
        if self.annulled.is_some() {
            return Err(Refused::AlreadyAnnulled);
        }
        if self.began().is_none() {
            return Err(Refused::NotBegun);
        }
        self.annulled = Some(room::note(kind, words, now)?);
        if self.ended_at().is_none() {
            self.stop(now)?;
        }
        Ok(())
    }
}
