//! Doing something in a sitting: load, decide, save; again when somebody was faster.

use domain::assessment::{self, Pace};
use domain::ids::{PersonId, ReviewId, SittingId, StatementId};
use domain::people::Name;
use domain::recognition::ReviewKind;
use domain::record::Subject;
use domain::sitting::{Act, Deed, Room, RoomDeed, Seat, SeatDeed, SeatPace, pace};
use jiff::Timestamp;
use store::db::Batch;
use store::reviews::{self, NewReview};
use store::sittings::{self, MoveSeat, Placed, Saved, Sitting, Who};
use store::{attempts, audit, record};

use crate::app::App;
use crate::audited::{entry, entry_in};
use crate::clock;
use crate::problem::{Problem, What};
use crate::test_acts;

/// How often something is decided anew when somebody else was faster: a whole room may come in at once.
pub(crate) const TRIES: usize = 64;

fn overtaken() -> Problem {
    Problem::new(What::Unavailable("acts in one sitting kept overtaking each other".into()))
}

/// What is done at a seat.
pub(crate) struct Change<'a> {
    /// The organiser's account; the person at the seat has none.
    pub(crate) by: Option<&'a str>,
    /// What.
    pub(crate) deed: SeatDeed,
    /// The name, when it changes.
    pub(crate) name: Option<Name>,
    /// Who sits there from now on, when somebody takes a seat that was kept.
    pub(crate) person: Option<PersonId>,
    /// The year of birth, when it is told.
    pub(crate) born: Option<i16>,
    /// The form.
    pub(crate) id: StatementId,
    /// When.
    pub(crate) now: Timestamp,
}

/// The id of an act: that of its form and its verb, so that going back and pressing another button is another act.
fn id_of(form: StatementId, verb: &str) -> StatementId {
    let salt =
        verb.bytes().fold(16u16, |salt, byte| salt.wrapping_mul(31).wrapping_add(u16::from(byte)) | 16);
    Act::beside(form, salt)
}

/// Does something to a whole room. What does not fit changes nothing: the page then shows how the room stands.
pub(super) async fn change_room(
    app: &App,
    login: &str,
    id: SittingId,
    deed: &RoomDeed,
    form: StatementId,
    now: Timestamp,
) -> Result<(), Problem> {
    for _ in 0..TRIES {
        let before = sittings::find(&app.store, id).await?.ok_or(Problem::new(What::NotFound))?;
        let Ok(after) = before.room.clone().change(deed, now) else {
            // Closed before, perhaps by a server that stopped half way: what still goes on is ended now.
            let is_closed = before.room.closed_at().is_some();
            return if is_closed { catch_up(app, id, &before.room, &[], now).await } else { Ok(()) };
        };
        let seats = sittings::list_seats(&app.store, id).await?;
        let act = Act {
            id: id_of(form, deed.as_str()),
            at: now,
            by: Some(login.to_owned()),
            deed: Deed::Room(deed.clone()),
        };
        let noted = entry(login, &format!("sitting-{}", deed.as_str()), &id.to_string(), now);
        let first = audit::step_add(&entry_in(before.unit, String::new(), noted));
        let first = seats
            .iter()
            .fold(first, |batch, placed| batch.then(step_pace(&after, placed.person, &placed.seat, now)));
        match sittings::save_room(&app.store, first, &before, &after, &act).await? {
            Saved::Added => return catch_up(app, id, &after, &seats, now).await,
            Saved::AlreadyThere => return Ok(()),
            Saved::Raced => {}
        }
    }
    Err(overtaken())
}

/// Gives the new pace to those who began while the room moved, and ends what still goes on when a sitting has closed: what was
/// answered counts.
async fn catch_up(
    app: &App,
    id: SittingId,
    room: &Room,
    seen: &[Placed],
    now: Timestamp,
) -> Result<(), Problem> {
    let had_begun = |no: u16| seen.iter().any(|placed| placed.no == no && placed.seat.began().is_some());
    for placed in sittings::list_seats(&app.store, id).await? {
        if !had_begun(placed.no) {
            app.store.db().write(step_pace(room, placed.person, &placed.seat, now)).await?;
        }
        if room.closed_at().is_some() {
            end(app, placed.person, room, &placed.seat, now).await?;
        }
    }
    Ok(())
}

/// Ends the attempt of a seat that is over: an annulled one proves nothing. Whether it was ended here, and not by its last answer.
async fn end(
    app: &App,
    person: Option<PersonId>,
    room: &Room,
    seat: &Seat,
    now: Timestamp,
) -> Result<bool, Problem> {
    let (Some(person), Some(began)) = (person, seat.began()) else { return Ok(false) };
    let open = attempts::find(&app.store, person, began.attempt).await?.filter(assessment::Attempt::is_open);
    let Some(attempt) = open else { return Ok(false) };
    let blueprint = room.plan.blueprint.clone();
    let deed = if seat.annulled.is_some() {
        assessment::Deed::GiveUp { blueprint }
    } else {
        assessment::Deed::Close { blueprint }
    };
    let act = assessment::Act { id: Act::beside(attempt.id, 1), at: now, deed };
    let done = test_acts::act(app, person, &act, now).await?;
    Ok(!matches!(done, test_acts::Done::Refused(_)))
}

/// Does something at a seat; whether it fitted. The room's row is held at the version decided upon.
pub(crate) async fn change_seat(
    app: &App,
    id: SittingId,
    no: u16,
    change: &Change<'_>,
) -> Result<bool, Problem> {
    for _ in 0..TRIES {
        let missing = || Problem::new(What::NotFound);
        let sitting = sittings::find(&app.store, id).await?.ok_or_else(missing)?;
        let before = sittings::find_seat(&app.store, id, no).await?.ok_or_else(missing)?;
        let Ok(after) = before.seat.clone().change(&sitting.room, &change.deed, change.now) else {
            if before.seat.ended_at().is_some() {
                end(app, before.person, &sitting.room, &before.seat, change.now).await?;
            }
            return Ok(false);
        };
        match save(app, &sitting, &before, &after, change).await? {
            Saved::Added => {
                if after.ended_at().is_some()
                    && !end(app, before.person, &sitting.room, &after, change.now).await?
                {
                    // An answer that was on its way may have ended it just before.
                    app.store.db().write(review_of(app, &sitting, &before, &after, change).await?).await?;
                }
                return Ok(true);
            }
            Saved::AlreadyThere => return Ok(true),
            Saved::Raced => {}
        }
    }
    Err(overtaken())
}

async fn save(
    app: &App,
    sitting: &Sitting,
    before: &Placed,
    after: &Seat,
    change: &Change<'_>,
) -> Result<Saved, Problem> {
    let (no, now) = (before.no, change.now);
    let who = Who {
        person: before.person.or(change.person),
        name: change.name.clone().unwrap_or_else(|| before.name.clone()),
        birth_year: before.birth_year.or(change.born),
    };
    let act = Act {
        id: id_of(change.id, change.deed.as_str()),
        at: now,
        by: change.by.map(str::to_owned),
        deed: Deed::Seat { no, deed: change.deed.clone() },
    };
    let noted = change.by.map_or_else(Batch::new, |login| {
        let verb = format!("seat-{}", change.deed.as_str());
        let noted = entry(login, &verb, &format!("{}/{no}", sitting.id), now);
        audit::step_add(&entry_in(sitting.unit, String::new(), noted))
    });
    let told = change.person.filter(|_| matches!(change.deed, SeatDeed::Take));
    let told = told.map(|person| sittings::step_tell_person(person, &who.name, who.birth_year));
    let first = noted.then(told.unwrap_or_default()).then(step_pace(&sitting.room, who.person, after, now));
    let first = first.then(review_of(app, sitting, before, after, change).await?);
    let moved = MoveSeat { sitting, before, after, who: &who, act: &act };
    Ok(sittings::move_seat(&app.store, first, &moved).await?)
}

/// An annulled attempt that had ended is looked at by a person: the review is of the statement with which it ended.
async fn review_of(
    app: &App,
    sitting: &Sitting,
    before: &Placed,
    after: &Seat,
    change: &Change<'_>,
) -> Result<Batch, Problem> {
    let annulled = after.annulled.as_ref().filter(|_| before.seat.annulled.is_none());
    let (Some(why), Some(began), Some(person)) = (annulled, after.began(), before.person) else {
        return Ok(Batch::new());
    };
    let entries = record::entries_of(&app.store, person).await?;
    let ended = entries.iter().find(|entry| ends(&entry.subject, began.attempt));
    let review = ended.map(|entry| NewReview {
        id: ReviewId::mint(change.now, clock::chance()),
        person,
        kind: ReviewKind::IrregularAttempt,
        subject: entry.id.to_string(),
        unit: sitting.unit,
        why: why.words.clone(),
        at: change.now,
        by: change.by.map(str::to_owned),
    });
    Ok(review.as_ref().map(reviews::step_open).unwrap_or_default())
}

/// Whether an entry is the one with which an attempt ended.
fn ends(subject: &Subject, attempt: StatementId) -> bool {
    match subject {
        Subject::Answered { result: Some(_), mark: Some(mark), .. } => mark.attempt == attempt,
        Subject::EndedCheck { attempt: ended, .. } => *ended == attempt,
        _ => false,
    }
}

/// The step that gives an open attempt the time its seat has.
fn step_pace(room: &Room, person: Option<PersonId>, seat: &Seat, now: Timestamp) -> Batch {
    let (Some(person), Some(began)) = (person, seat.began()) else { return Batch::new() };
    attempts::step_pace(person, began.attempt, for_attempt(pace(room, seat, now)))
}

/// The pace as an attempt knows it. What an organiser ends is over at once: no answer is on its way that would count.
pub(crate) fn for_attempt(pace: SeatPace) -> Pace {
    let over = pace.over.map(|over| over - Pace::GRACE - jiff::SignedDuration::from_secs(1));
    Pace {
        deadline: [pace.deadline, over].into_iter().flatten().min(),
        paused_since: pace.paused_since.filter(|_| pace.over.is_none()),
    }
}

/// The number of the next seat.
pub(crate) async fn next_no(app: &App, id: SittingId) -> Result<u16, Problem> {
    let seats = sittings::list_seats(&app.store, id).await?;
    Ok(seats.last().map_or(0, |placed| placed.no).saturating_add(1))
}
