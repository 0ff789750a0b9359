//! My seat in the sitting.

use axum::extract::State;
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;
use domain::assessment::{Attempt, Ending};
use domain::sitting::{How, SeatDeed, SeatStage, pace};
use jiff::Timestamp;
use pages::exam::{ExamSeat, MySeat};
use pages::urls;
use store::attempts;
use store::sittings::{self, Placed, Sitting};

use crate::app::App;
use crate::clock;
use crate::forms::{Posted, act_id};
use crate::problem::Problem;
use crate::respond;
use crate::sittings::{Change, change_seat, test_title};
use crate::viewer::Viewer;

/// How often the page of somebody who waits looks again by itself, in seconds.
const REFRESH_S: u32 = 10;

/// GET `/exam/seat`.
pub(crate) async fn show(State(app): State<App>, viewer: Viewer) -> Response {
    page(&app, &viewer, String::new()).await.unwrap_or_else(|problem| viewer.problem(&app, problem))
}

/// The page, with the reason for which the attempt could not begin just now.
pub(super) async fn page(app: &App, viewer: &Viewer, refused: String) -> Result<Response, Problem> {
    let now = clock::now();
    let told = match mine(app, viewer).await? {
        None => nowhere(),
        Some((sitting, placed)) => {
            let attempt = attempt_of(app, &placed).await?;
            ExamSeat {
                state: my_state(app, &sitting, &placed, attempt.as_ref(), now),
                test: test_title(app, &sitting.room, viewer.lang()),
                name: placed.name.to_string(),
                seat: Some((placed.no, placed.seat.code.to_string())),
                can_hand_on: viewer.at_seat,
                refused,
            }
        }
    };
    let refresh = told.waits().then_some(REFRESH_S);
    Ok(respond::fleeting(told.page(&viewer.frame(app)), refresh))
}

fn nowhere() -> ExamSeat {
    ExamSeat {
        state: MySeat::None,
        test: String::new(),
        name: String::new(),
        seat: None,
        can_hand_on: false,
        refused: String::new(),
    }
}

/// The sitting and seat of the viewer. Who is signed in with an account sits nowhere.
pub(super) async fn mine(app: &App, viewer: &Viewer) -> Result<Option<(Sitting, Placed)>, Problem> {
    let Some(person) = viewer.person.filter(|_| viewer.account.is_none()) else { return Ok(None) };
    Ok(sittings::find_current_of(&app.store, person).await?)
}

async fn attempt_of(app: &App, placed: &Placed) -> Result<Option<Attempt>, Problem> {
    let (Some(person), Some(began)) = (placed.person, placed.seat.began()) else { return Ok(None) };
    Ok(attempts::find(&app.store, person, began.attempt).await?)
}

fn my_state(
    app: &App,
    sitting: &Sitting,
    placed: &Placed,
    attempt: Option<&Attempt>,
    now: Timestamp,
) -> MySeat {
    let (room, seat) = (&sitting.room, &placed.seat);
    if seat.annulled.is_some() {
        return MySeat::Annulled;
    }
    let pace = pace(room, seat, now);
    if let Some(ended) = attempt.and_then(|attempt| attempt.end.as_ref()) {
        let result = urls::check_result(room.plan.blueprint.as_str());
        return match (ended.outcome.ending, seat.stage) {
            (Ending::TimeOver, SeatStage::Ended { how: How::Stopped, .. }) => MySeat::Stopped(Some(result)),
            (Ending::TimeOver, _) if pace.was_cut() => MySeat::Closed(result),
            (Ending::TimeOver, _) => MySeat::TimeOver(result),
            _ => MySeat::Done(result),
        };
    }
    match seat.stage {
        SeatStage::Ended { how: How::Stopped, .. } => MySeat::Stopped(None),
        _ if room.closed_at().is_some() => MySeat::Over,
        SeatStage::Ended { how: How::Left, .. } => MySeat::Left,
        SeatStage::Expected | SeatStage::Waiting => MySeat::Waiting,
        _ if pace.paused_since.is_some() => MySeat::Paused,
        SeatStage::Admitted(_) => MySeat::Ready(minutes(app, sitting, placed)),
        // When the time is over, the page of the question says so and ends it.
        SeatStage::Begun(_) => MySeat::Answering(urls::check_question(room.plan.blueprint.as_str())),
    }
}

/// The minutes that there will be.
fn minutes(app: &App, sitting: &Sitting, placed: &Placed) -> Option<u32> {
    let own = app.curriculum.blueprints.get(&sitting.room.plan.blueprint)?.minutes?;
    let added = u32::from(sitting.room.added_min) + u32::from(placed.seat.added_min);
    placed.seat.untimed.is_none().then(|| u32::from(own) + added)
}

/// POST `/exam/seat/leave`.
pub(crate) async fn leave(State(app): State<App>, viewer: Viewer, Posted(form): Posted) -> Response {
    let now = clock::now();
    let done = async {
        if let Some((sitting, placed)) = mine(&app, &viewer).await? {
            let id = act_id(&form, now)?;
            let change =
                Change { by: None, deed: SeatDeed::Leave, name: None, person: None, born: None, id, now };
            change_seat(&app, sitting.id, placed.no, &change).await?;
        }
        Ok(respond::see_other(&urls::exam_seat()))
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// POST `/exam/seat/hand-on`: the session of the seat ends on this device, whoever used it before is back, and the browser forgets the
/// pages it has kept.
pub(crate) async fn hand_on(State(app): State<App>, viewer: Viewer) -> Response {
    let done = async {
        let sent = respond::see_other(&urls::exam());
        if !viewer.at_seat {
            return Ok(sent);
        }
        let cookies = viewer.close_session(&app).await?.map(Some);
        let mut sent = cookies.into_iter().fold(sent, respond::with_cookie);
        let name = HeaderName::from_static("clear-site-data");
        sent.headers_mut().insert(name, HeaderValue::from_static("\"cache\""));
        Ok(sent)
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}
