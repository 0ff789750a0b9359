//! How a seat is told in a line.

use maud::{Markup, html};

use crate::messages::Messages;

/// Where somebody at a seat is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeatState {
    /// On the list, not come yet.
    Expected,
    /// Has come; the organiser has not looked yet.
    Waiting,
    /// May begin.
    Admitted,
    /// At this question.
    Answering(usize),
    /// Paused at this question.
    Paused(usize),
    /// Done; whether passed, as far as it is told.
    Done(Option<bool>),
    /// The time is over.
    TimeOver,
    /// The organiser has ended it.
    Stopped,
    /// It went on when the organiser closed the sitting.
    Closed,
    /// Gone before beginning.
    Left,
    /// Annulled.
    Annulled,
}

impl SeatState {
    /// In words.
    #[must_use]
    pub fn say(self, m: Messages) -> String {
        match self {
            Self::Answering(question) => m.seat_answering(question),
            Self::Paused(question) => m.seat_paused(question),
            Self::Expected => m.seat_expected().into(),
            Self::Waiting => m.seat_waiting().into(),
            Self::Admitted => m.seat_admitted().into(),
            Self::Done(Some(true)) => m.seat_passed().into(),
            Self::Done(Some(false)) => m.seat_not_passed().into(),
            Self::Done(None) => m.seat_done().into(),
            Self::TimeOver => m.seat_time_over().into(),
            Self::Stopped => m.seat_stopped().into(),
            Self::Closed => m.seat_closed().into(),
            Self::Left => m.seat_left_room().into(),
            Self::Annulled => m.seat_annulled().into(),
        }
    }

    /// Whether an attempt goes on.
    #[must_use]
    pub const fn goes_on(self) -> bool {
        matches!(self, Self::Answering(_) | Self::Paused(_))
    }

    /// Whether somebody has come.
    #[must_use]
    pub const fn is_here(self) -> bool {
        !matches!(self, Self::Expected | Self::Left)
    }
}

/// How much time is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// It is not running.
    Still,
    /// So many minutes.
    Minutes(u32),
    /// No limit.
    Untimed,
}

impl Left {
    /// In words; nothing while it is not running.
    #[must_use]
    pub fn say(self, m: Messages) -> String {
        match self {
            Self::Still => String::new(),
            Self::Minutes(minutes) => m.seat_minutes_left(minutes),
            Self::Untimed => m.seat_untimed().into(),
        }
    }
}

/// A seat in the organiser's table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatLine {
    /// Its number.
    pub no: u16,
    /// The name; of a child the initials only.
    pub name: String,
    /// Where its person is.
    pub state: SeatState,
    /// How much time is left.
    pub left: Left,
    /// How the questions are put, when not as usual.
    pub manner: Option<String>,
    /// How many incidents were noted here.
    pub notes: usize,
}

impl SeatLine {
    /// The state with what is special, as the cell of a table.
    #[must_use]
    pub(super) fn cell(&self, m: Messages) -> Markup {
        html! {
            @if self.state == SeatState::Waiting { b { (self.state.say(m)) } } @else { (self.state.say(m)) }
            @if let Some(manner) = &self.manner { span.hint { (manner) } }
            @if self.notes > 0 { span.hint { (m.seat_notes(self.notes)) } }
        }
    }
}
