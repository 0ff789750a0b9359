//! Sittings: an examination under somebody's eyes.
//!
//! # Words
//! A *sitting* is one examination at one place. An *organiser* opens it and gets a [`Code`]; whoever is in the room enters the code
//! and gets a *seat*, with a [`SeatCode`] of its own to come back with. The organiser admits a seat after looking at who sits
//! there; only then the seat's attempt may begin. The *room* is what concerns all seats, a *seat* what concerns one: two rows, so
//! that forty people who begin at once do not stand in each other's way.
//!
//! # States
//! [`Room`]: open ⇄ paused → closed. [`Seat`]: expected → waiting → admitted → begun → ended; who leaves before beginning may
//! come back.
//!
//! # Laws
//! 1. Nobody answers while the room or the seat is paused, and time paused does not count.
//! 2. Time that is added never shortens what is left.
//! 3. A closed sitting admits nobody, and nobody begins in it.
//! 4. An attempt is supervised when it was begun and ended within the sitting, at a seat whose person was confirmed before it
//!    began, and was not annulled.
//! 5. Room and seats are a fold over the acts: who sat, and what happened, can be told from the record alone.
//!
//! # Adding a verb
//! A variant of [`RoomDeed`] or [`SeatDeed`], its arm in `change`, a law in `tests/laws/sitting.rs`.

mod code;
mod names;
mod note;
mod plan;
mod record;
mod refused;
mod room;
mod seat;
mod supervised;
mod time;

pub use crate::assessment::Manner;
pub use code::{Code, SeatCode};
pub use names::{BadLine, NAMES_MAX, names};
pub use note::{Note, NoteKind};
pub use plan::{Plan, PlanRefused};
pub use record::{Act, Deed, Replayed, replay};
pub use refused::Refused;
pub use room::{Room, RoomDeed, Stage};
pub use seat::{Began, Confirmed, Entitled, How, Identity, Seat, SeatDeed, SeatStage};
pub use supervised::is_supervised;
pub use time::{MINUTES_ADDED_MAX, SeatPace, Span, pace};
