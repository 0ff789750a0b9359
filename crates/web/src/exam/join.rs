//! Saying who comes in.

use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::response::Response;
use domain::ids::{PersonId, StatementId};
use domain::learning::day_of;
use domain::people::Name;
use domain::sitting::{Seat, SeatCode, SeatDeed};
use jiff::Timestamp;
use pages::exam::{Device, ExamJoin};
use pages::learning::Form;
use pages::messages::Messages;
use pages::ui::FormState;
use pages::urls;
use store::sittings::{self, AddSeat, Placed, Saved, Sitting, Who};
use territory::fold;

use super::code::wrong;
use super::settle::settle;
use super::tries::{self, Tried};
use crate::app::App;
use crate::clock;
use crate::forms::{Posted, act_id};
use crate::problem::{Problem, What};
use crate::respond;
use crate::sittings::{Change, TRIES, change_seat, next_no, test_title};
use crate::viewer::{Viewer, open_session, open_session_at_seat};

/// GET `/exam/{code}`.
pub(crate) async fn ask(State(app): State<App>, viewer: Viewer, Path(code): Path<String>) -> Response {
    let shown = async {
        match tries::sitting(&app, &viewer, &code, clock::now()).await? {
            Tried::Found(sitting) if is_seated(&app, &viewer, &sitting).await? => {
                Ok(respond::see_other(&urls::exam_seat()))
            }
            Tried::Found(sitting) => Ok(page(&app, &viewer, &sitting, FormState::default())),
            Tried::Wrong => Ok(wrong(&app, &viewer, &code, false)),
            Tried::TooMany => Ok(wrong(&app, &viewer, &code, true)),
        }
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

async fn is_seated(app: &App, viewer: &Viewer, sitting: &Sitting) -> Result<bool, Problem> {
    let Some(person) = viewer.person.filter(|_| viewer.account.is_none()) else { return Ok(false) };
    let seat = sittings::find_seat_of(&app.store, sitting.id, person).await?;
    Ok(seat.is_some_and(|placed| placed.seat.is_taken()))
}

fn page(app: &App, viewer: &Viewer, sitting: &Sitting, form: FormState) -> Response {
    let page = ExamJoin {
        code: sitting.room.code.as_str().to_owned(),
        test: test_title(app, &sitting.room, viewer.lang()),
        place: sitting.room.plan.place.clone(),
        account: viewer.account.as_ref().map(|account| account.login.clone()),
        form,
    };
    respond::html(page.page(&viewer.frame(app)))
}

/// POST `/exam/{code}`.
pub(crate) async fn join(
    State(app): State<App>,
    viewer: Viewer,
    Path(code): Path<String>,
    Posted(form): Posted,
) -> Response {
    let now = clock::now();
    let done = async {
        let sitting = match tries::sitting(&app, &viewer, &code, now).await? {
            Tried::Found(sitting) => sitting,
            Tried::Wrong => return Ok(wrong(&app, &viewer, &code, false)),
            Tried::TooMany => return Ok(wrong(&app, &viewer, &code, true)),
        };
        match read(&viewer, &form, now) {
            Ok(told) => come_in(&app, &viewer, sitting, told, act_id(&form, now)?, now).await,
            Err(state) => Ok(page(&app, &viewer, &sitting, state)),
        }
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// Who comes in, on whose device.
struct Told {
    name: Name,
    born: i16,
    device: Device,
}

fn read(viewer: &Viewer, form: &Form, now: Timestamp) -> Result<Told, FormState> {
    let m = Messages(viewer.lang());
    let this_year = day_of(now).year();
    let name = form.filled("name").and_then(|name| Name::parse(name).ok());
    let born = form.filled("born").and_then(|year| year.parse::<i16>().ok());
    let born = born.filter(|year| (this_year - 120..=this_year - 5).contains(year));
    // Where somebody with an account is signed in, the device is not the person's own.
    let device = match viewer.account {
        Some(_) => Some(Device::Shared),
        None => form.filled("device").and_then(Device::parse),
    };
    if let (Some(name), Some(born), Some(device)) = (&name, born, device) {
        return Ok(Told { name: name.clone(), born, device });
    }
    let mut state = ["name", "born", "device"]
        .into_iter()
        .fold(FormState::default(), |state, field| state.keep(field, form.get(field).unwrap_or_default()));
    if name.is_none() {
        state = state.refuse("name", m.exam_need_name());
    }
    if born.is_none() {
        state = state.refuse("born", m.exam_need_born());
    }
    if device.is_none() {
        state = state.refuse("device", m.exam_need_device());
    }
    Err(state)
}

async fn come_in(
    app: &App,
    viewer: &Viewer,
    sitting: Sitting,
    told: Told,
    id: StatementId,
    now: Timestamp,
) -> Result<Response, Problem> {
    let own = viewer.person.filter(|_| told.device == Device::Own && !viewer.at_seat);
    let person = match own {
        Some(person) => person,
        None => viewer.fresh_guest(app, now).await?,
    };
    let who = Who { person: Some(person), name: told.name, birth_year: Some(told.born) };
    settle(app, &sitting, person, who.birth_year, id, now).await?;
    take_seat(app, sitting, &who, person, id, now).await?;
    let sent = respond::see_other(&urls::exam_seat());
    let cookies = cookies(app, viewer, own, told.device, person, now).await?;
    Ok(cookies.into_iter().fold(sent, |sent, cookie| respond::with_cookie(sent, Some(cookie))))
}

/// The cookies of whoever sits down: none on the own phone that has a session; the own one's on a phone that had none; on a
/// shared device the seat's, with whoever used it before put aside.
async fn cookies(
    app: &App,
    viewer: &Viewer,
    own: Option<PersonId>,
    device: Device,
    person: PersonId,
    now: Timestamp,
) -> Result<Vec<HeaderValue>, Problem> {
    if own.is_some() {
        return Ok(Vec::new());
    }
    let aside = viewer.make_way(app).await?;
    let session = match device {
        Device::Own => open_session(app, person, None, now).await?,
        Device::Shared => open_session_at_seat(app, person, now).await?,
    };
    Ok([session].into_iter().chain(aside).collect())
}

/// Takes the person's own seat again, the one kept for their name, or a new one.
async fn take_seat(
    app: &App,
    mut sitting: Sitting,
    who: &Who,
    person: PersonId,
    mut id: StatementId,
    now: Timestamp,
) -> Result<(), Problem> {
    for _ in 0..TRIES {
        let seats = sittings::list_seats(&app.store, sitting.id).await?;
        let mine = |placed: &&Placed| placed.person == Some(person);
        if let Some(placed) = seats.iter().find(mine).or_else(|| kept_for(&seats, &who.name)) {
            if placed.seat.is_taken() {
                return Ok(());
            }
            let (name, person) = (Some(who.name.clone()), Some(person));
            let change =
                Change { by: None, deed: SeatDeed::Take, name, person, born: who.birth_year, id, now };
            if change_seat(app, sitting.id, placed.no, &change).await? {
                return Ok(());
            }
        } else {
            match add(app, &sitting, who, id, now).await? {
                Saved::Added => return Ok(()),
                // The first form of a browser without a cookie, sent twice: this is another person's seat. It gets one of its own.
                Saved::AlreadyThere => id = StatementId::mint(now, clock::chance()),
                Saved::Raced => {}
            }
        }
        let again = sittings::find(&app.store, sitting.id).await?;
        sitting = again.ok_or(Problem::new(What::NotFound))?;
        if sitting.room.closed_at().is_some() {
            return Ok(());
        }
    }
    Err(Problem::new(What::Unavailable("a whole room came in at once".into())))
}

/// The seat that an organiser's list keeps for this name: only when one alone is meant.
fn kept_for<'s>(seats: &'s [Placed], name: &Name) -> Option<&'s Placed> {
    let wanted = fold(name.as_str());
    let is_free = |placed: &&Placed| placed.person.is_none() && !placed.seat.is_taken();
    let mut fitting = seats.iter().filter(is_free).filter(|placed| fold(placed.name.as_str()) == wanted);
    fitting.next().filter(|_| fitting.next().is_none())
}

async fn add(
    app: &App,
    sitting: &Sitting,
    who: &Who,
    id: StatementId,
    now: Timestamp,
) -> Result<Saved, Problem> {
    let seat = Seat::kept(SeatCode::mint(clock::chance())).change(&sitting.room, &SeatDeed::Take, now);
    let Ok(seat) = seat else { return Ok(Saved::Raced) };
    let no = next_no(app, sitting.id).await?;
    let new = AddSeat { sitting, no, who, seat: &seat, id, by: None, is_taken: true, at: now };
    let tell = who.person.map(|person| sittings::step_tell_person(person, &who.name, who.birth_year));
    Ok(sittings::add_seat(&app.store, tell.unwrap_or_default(), &new).await?)
}
