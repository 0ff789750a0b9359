//! Entering the code; going on at a seat on another device.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use domain::sitting::{SeatCode, SeatDeed};
use jiff::Timestamp;
use pages::exam::{ExamCode, ExamReturn};
use pages::learning::Form;
use pages::messages::Messages;
use pages::ui::FormState;
use pages::urls;
use store::sittings::{Placed, Sitting};

use super::settle::settle;
use super::tries::{self, Tried};
use crate::app::App;
use crate::clock;
use crate::forms::{Posted, act_id};
use crate::problem::Problem;
use crate::respond;
use crate::sittings::{Change, change_seat};
use crate::viewer::{Viewer, open_session_at_seat};

/// GET `/exam`.
pub(crate) async fn show(State(app): State<App>, viewer: Viewer) -> Response {
    code_page(&app, &viewer, FormState::default(), StatusCode::OK)
}

pub(super) fn code_page(app: &App, viewer: &Viewer, form: FormState, status: StatusCode) -> Response {
    let mut page = respond::html(ExamCode { form }.page(&viewer.frame(app)));
    *page.status_mut() = status;
    page
}

/// The page that says what is wrong with a code.
pub(super) fn wrong(app: &App, viewer: &Viewer, typed: &str, too_many: bool) -> Response {
    let m = Messages(viewer.lang());
    let (words, status) = if too_many {
        (m.exam_too_many(), StatusCode::TOO_MANY_REQUESTS)
    } else if typed.trim().is_empty() {
        (m.exam_code_need(), StatusCode::UNPROCESSABLE_ENTITY)
    } else {
        (m.exam_code_wrong(), StatusCode::NOT_FOUND)
    };
    code_page(app, viewer, FormState::default().keep("code", typed).refuse("code", words), status)
}

/// POST `/exam`.
pub(crate) async fn enter(State(app): State<App>, viewer: Viewer, Posted(form): Posted) -> Response {
    let typed: String = form.get("code").unwrap_or_default().chars().take(20).collect();
    let done = async {
        Ok(match tries::sitting(&app, &viewer, &typed, clock::now()).await? {
            Tried::Found(sitting) => respond::see_other(&urls::exam_join(sitting.room.code.as_str())),
            Tried::Wrong => wrong(&app, &viewer, &typed, false),
            Tried::TooMany => wrong(&app, &viewer, &typed, true),
        })
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// GET `/exam/return`.
pub(crate) async fn back(State(app): State<App>, viewer: Viewer) -> Response {
    respond::html(ExamReturn { form: FormState::default() }.page(&viewer.frame(&app)))
}

/// POST `/exam/return`.
pub(crate) async fn go_back(State(app): State<App>, viewer: Viewer, Posted(form): Posted) -> Response {
    let now = clock::now();
    let done = async {
        match seat_of(&app, &viewer, &form, now).await? {
            Tried::Found((sitting, placed)) => sit_down(&app, &viewer, &form, &sitting, &placed, now).await,
            Tried::Wrong => Ok(not_back(&app, &viewer, &form, false)),
            Tried::TooMany => Ok(not_back(&app, &viewer, &form, true)),
        }
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

async fn seat_of(
    app: &App,
    viewer: &Viewer,
    form: &Form,
    now: Timestamp,
) -> Result<Tried<(Sitting, Placed)>, Problem> {
    let typed = form.filled("code").unwrap_or_default();
    let sitting = match tries::sitting(app, viewer, typed, now).await? {
        Tried::Found(sitting) => sitting,
        Tried::Wrong => return Ok(Tried::Wrong),
        Tried::TooMany => return Ok(Tried::TooMany),
    };
    let no = form.filled("no").and_then(|no| no.parse().ok());
    let (Some(no), Some(code)) = (no, form.filled("seat").and_then(SeatCode::parse)) else {
        return Ok(Tried::Wrong);
    };
    Ok(match tries::seat(app, &sitting, no, code, now).await? {
        Tried::Found(placed) => Tried::Found((sitting, placed)),
        Tried::Wrong => Tried::Wrong,
        Tried::TooMany => Tried::TooMany,
    })
}

/// Takes the seat again, or for the first time when it was kept for this person; the device then is at that seat.
async fn sit_down(
    app: &App,
    viewer: &Viewer,
    form: &Form,
    sitting: &Sitting,
    placed: &Placed,
    now: Timestamp,
) -> Result<Response, Problem> {
    let person = match placed.person {
        Some(person) => person,
        None => viewer.fresh_guest(app, now).await?,
    };
    let deed = if placed.seat.is_taken() || placed.seat.ended_at().is_some() {
        SeatDeed::Return
    } else {
        SeatDeed::Take
    };
    let id = act_id(form, now)?;
    let change = Change { by: None, deed, name: None, person: Some(person), born: None, id, now };
    settle(app, sitting, person, placed.birth_year, id, now).await?;
    change_seat(app, sitting.id, placed.no, &change).await?;
    let aside = viewer.make_way(app).await?;
    let cookie = open_session_at_seat(app, person, now).await?;
    let sent = respond::see_other(&urls::exam_seat());
    Ok(respond::with_cookie(respond::with_cookie(sent, Some(cookie)), aside))
}

fn not_back(app: &App, viewer: &Viewer, form: &Form, too_many: bool) -> Response {
    let m = Messages(viewer.lang());
    let (words, status) = if too_many {
        (m.exam_too_many(), StatusCode::TOO_MANY_REQUESTS)
    } else {
        (m.exam_return_wrong(), StatusCode::NOT_FOUND)
    };
    let typed = |field| form.get(field).unwrap_or_default();
    let state = FormState::default()
        .keep("code", typed("code"))
        .keep("no", typed("no"))
        .refuse(if too_many { "code" } else { "seat" }, words);
    let mut page = respond::html(ExamReturn { form: state }.page(&viewer.frame(app)));
    *page.status_mut() = status;
    page
}
