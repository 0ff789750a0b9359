//! What the organiser's pages tell of rooms and seats.

use std::collections::BTreeMap;

use domain::assessment::{Attempt, Ending};
use domain::ids::PersonId;
use domain::learning::day_of;
use domain::people::is_child;
use domain::sitting::{How, Manner, Note, Room, SeatStage, Stage, pace};
use domain::text::Lang;
use jiff::Timestamp;
use pages::messages::Messages;
use pages::sitting::{Left, NoteLine, RoomState, SeatLine, SeatState, manner_words};
use store::sittings::Placed;

use crate::app::App;

/// The attempts of a sitting by the people who make them.
pub(super) type Attempts = BTreeMap<PersonId, Attempt>;

/// The name at a seat; of a child the initials only.
pub(super) fn shown_name(placed: &Placed, now: Timestamp) -> String {
    if is_child(placed.birth_year, day_of(now).year()) {
        placed.name.initials()
    } else {
        placed.name.to_string()
    }
}

/// The name of a test; its id when the content has it no more.
pub(crate) fn test_title(app: &App, room: &Room, lang: Lang) -> String {
    let id = &room.plan.blueprint;
    let known = app.curriculum.blueprints.get(id);
    known.map_or_else(|| id.to_string(), |blueprint| blueprint.card.title.get(lang).to_owned())
}

pub(super) const fn room_state(room: &Room) -> RoomState {
    match room.stage {
        Stage::Open => RoomState::Open,
        Stage::Paused { since } => RoomState::Paused(since),
        Stage::Closed { at } => RoomState::Closed(at),
    }
}

/// Where the person of a seat is.
pub(super) fn seat_state(room: &Room, placed: &Placed, attempts: &Attempts, now: Timestamp) -> SeatState {
    let attempt = placed.person.and_then(|person| attempts.get(&person));
    if placed.seat.annulled.is_some() {
        return SeatState::Annulled;
    }
    match placed.seat.stage {
        SeatStage::Expected => SeatState::Expected,
        SeatStage::Waiting => SeatState::Waiting,
        SeatStage::Admitted(_) => SeatState::Admitted,
        SeatStage::Ended { how: How::Left, .. } => SeatState::Left,
        SeatStage::Ended { how: How::Stopped, .. } => attempt
            .and_then(ended)
            .filter(|state| *state != SeatState::TimeOver)
            .unwrap_or(SeatState::Stopped),
        SeatStage::Begun(_) => attempt.map_or(SeatState::Answering(1), |attempt| {
            let question = attempt.given.len() + 1;
            let pace = pace(room, &placed.seat, now);
            match ended(attempt) {
                Some(SeatState::TimeOver) if pace.was_cut() => SeatState::Closed,
                Some(state) => state,
                None if pace.paused_since.is_some() => SeatState::Paused(question),
                None if pace.was_cut() => SeatState::Closed,
                None if !pace.may_answer(now) => SeatState::TimeOver,
                None => SeatState::Answering(question),
            }
        }),
    }
}

fn ended(attempt: &Attempt) -> Option<SeatState> {
    let outcome = &attempt.end.as_ref()?.outcome;
    Some(match outcome.ending {
        Ending::TimeOver if !outcome.all => SeatState::TimeOver,
        Ending::GivenUp | Ending::InHaste | Ending::AtRandom | Ending::Withdrawn => {
            SeatState::Done(Some(false))
        }
        Ending::Completed | Ending::TimeOver => SeatState::Done(Some(outcome.all)),
    })
}

/// How much time is left at a seat.
pub(super) fn left(room: &Room, placed: &Placed, state: SeatState, now: Timestamp) -> Left {
    match pace(room, &placed.seat, now).minutes_left(now) {
        _ if placed.seat.untimed.is_some() && !matches!(state, SeatState::Done(_)) => Left::Untimed,
        Some(minutes) if state.goes_on() => Left::Minutes(minutes),
        None if state.goes_on() => Left::Untimed,
        _ => Left::Still,
    }
}

pub(super) fn seat_line(
    m: Messages,
    room: &Room,
    placed: &Placed,
    attempts: &Attempts,
    now: Timestamp,
) -> SeatLine {
    let state = seat_state(room, placed, attempts, now);
    let manner = placed.seat.manner;
    SeatLine {
        no: placed.no,
        name: shown_name(placed, now),
        state,
        left: left(room, placed, state, now),
        manner: (manner != Manner::OnScreen).then(|| manner_words(m, manner).to_owned()),
        notes: placed.seat.notes.len() + usize::from(placed.seat.annulled.is_some()),
    }
}

fn note_line(note: &Note, seat: Option<u16>) -> NoteLine {
    NoteLine { at: note.at, kind: note.kind, words: note.words.clone(), seat }
}

/// The incidents of a seat, the reason of an annulment among them.
pub(super) fn seat_notes(placed: &Placed) -> Vec<NoteLine> {
    let seat = &placed.seat;
    let mut notes: Vec<NoteLine> =
        seat.notes.iter().chain(&seat.annulled).map(|note| note_line(note, Some(placed.no))).collect();
    notes.sort_by_key(|note| note.at);
    notes
}

/// All incidents, in their order.
pub(super) fn all_notes(room: &Room, seats: &[Placed]) -> Vec<NoteLine> {
    let of_room = room.notes.iter().map(|note| note_line(note, None));
    let mut notes: Vec<NoteLine> = of_room.chain(seats.iter().flat_map(seat_notes)).collect();
    notes.sort_by_key(|note| note.at);
    notes
}
