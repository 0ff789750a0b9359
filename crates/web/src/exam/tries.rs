//! How often a code may be tried.

use domain::sitting::{Code, SeatCode};
use jiff::Timestamp;
use store::limits::{self, Allowance};
use store::sittings::{self, Placed, Sitting};

use crate::app::App;
use crate::problem::Problem;
use crate::viewer::Viewer;

/// The window.
const WINDOW_MIN: i64 = 15;
/// Tries from one address in a window: a school with two hundred pupils stands behind one. With a thousand million codes
/// a program that tries them all day finds an open one once in decades, and then waits for an organiser who sees it.
const TRIES_FROM_MAX: u32 = 900;
/// Tries of one person in a window.
const TRIES_BY_MAX: u32 = 40;
/// Tries of one seat's four digits in a window, from wherever.
const TRIES_AT_MAX: u32 = 6;

/// What became of a try.
pub(super) enum Tried<T> {
    /// It was right.
    Found(T),
    /// There is none.
    Wrong,
    /// It was tried too often; nothing was looked up.
    TooMany,
}

/// The open sitting of a code, when it was not tried too often.
pub(super) async fn sitting(
    app: &App,
    viewer: &Viewer,
    typed: &str,
    now: Timestamp,
) -> Result<Tried<Sitting>, Problem> {
    if !may_try(app, viewer, now).await? {
        return Ok(Tried::TooMany);
    }
    let Some(code) = Code::parse(typed) else { return Ok(Tried::Wrong) };
    let found = sittings::find_open(&app.store, &code).await?;
    Ok(found.map_or(Tried::Wrong, Tried::Found))
}

/// The seat of a sitting whose four digits these are.
pub(super) async fn seat(
    app: &App,
    sitting: &Sitting,
    no: u16,
    typed: SeatCode,
    now: Timestamp,
) -> Result<Tried<Placed>, Problem> {
    if !hit(app, &format!("exam/seat/{}/{no}", sitting.id), TRIES_AT_MAX, now).await? {
        return Ok(Tried::TooMany);
    }
    let found = sittings::find_seat(&app.store, sitting.id, no).await?;
    Ok(found.filter(|placed| placed.seat.code == typed).map_or(Tried::Wrong, Tried::Found))
}

async fn may_try(app: &App, viewer: &Viewer, now: Timestamp) -> Result<bool, Problem> {
    if let Some(person) = viewer.person
        && !hit(app, &format!("exam/by/{person}"), TRIES_BY_MAX, now).await?
    {
        return Ok(false);
    }
    hit(app, &format!("exam/from/{}", viewer.from), TRIES_FROM_MAX, now).await
}

async fn hit(app: &App, key: &str, most: u32, now: Timestamp) -> Result<bool, Problem> {
    let seconds = now.as_second();
    let window = Timestamp::from_second(seconds - seconds.rem_euclid(WINDOW_MIN * 60)).unwrap_or(now);
    Ok(limits::hit(&app.store, key, window, most).await? == Allowance::Allowed)
}
