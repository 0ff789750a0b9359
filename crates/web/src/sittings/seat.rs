//! One seat, and what the organiser does there.

use axum::extract::{Path, State};
use axum::response::Response;
use domain::learning::day_of;
use domain::people::{Name, is_child};
use domain::sitting::{Entitled, Identity, Manner, SeatDeed};
use pages::learning::Form;
use pages::messages::Messages;
use pages::sitting::SeatPage;
use pages::ui::FormState;
use pages::urls;
use store::sittings::{self, Placed, Sitting};

use super::deeds::{Change, change_seat};
use super::find;
use super::room::{attempts_of, note_of};
use super::told::{left, seat_notes, seat_state, shown_name};
use crate::app::App;
use crate::clock;
use crate::forms::{Posted, act_id};
use crate::problem::{Problem, What};
use crate::respond;
use crate::viewer::Viewer;

async fn placed(app: &App, sitting: &Sitting, no: u16) -> Result<Placed, Problem> {
    let found = sittings::find_seat(&app.store, sitting.id, no).await?;
    found.ok_or(Problem::new(What::NotFound))
}

/// GET `/sittings/{id}/seats/{no}`.
pub(crate) async fn show(
    State(app): State<App>,
    viewer: Viewer,
    Path((id, no)): Path<(String, u16)>,
) -> Response {
    let shown = async {
        let (_, sitting) = find(&app, &viewer, &id).await?;
        let placed = placed(&app, &sitting, no).await?;
        let form = FormState::default().keep("name", placed.name.as_str());
        page(&app, &viewer, &sitting, &placed, form).await
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

async fn page(
    app: &App,
    viewer: &Viewer,
    sitting: &Sitting,
    placed: &Placed,
    form: FormState,
) -> Result<Response, Problem> {
    let now = clock::now();
    let (room, seat) = (&sitting.room, &placed.seat);
    let state = seat_state(room, placed, &attempts_of(app, sitting).await?, now);
    let page = SeatPage {
        id: sitting.id.to_string(),
        no: placed.no,
        code: seat.code.to_string(),
        name: shown_name(placed, now),
        is_child: is_child(placed.birth_year, day_of(now).year()),
        born: placed.birth_year,
        state,
        identity: seat.confirmed().map(|confirmed| confirmed.identity),
        left: left(room, placed, state, now),
        manner: seat.manner,
        notes: seat_notes(placed),
        annulled: seat.annulled.as_ref().map(|note| note.words.clone()),
        has_begun: seat.began().is_some(),
        is_over: room.closed_at().is_some(),
        form,
    };
    Ok(respond::fleeting(page.page(&viewer.frame(app)), None))
}

/// POST `/sittings/{id}/seats/{no}`.
pub(crate) async fn act(
    State(app): State<App>,
    viewer: Viewer,
    Path((id, no)): Path<(String, u16)>,
    Posted(form): Posted,
) -> Response {
    let now = clock::now();
    let done = async {
        let (account, sitting) = find(&app, &viewer, &id).await?;
        let placed = placed(&app, &sitting, no).await?;
        let (deed, name) = match read(&viewer, &form, &placed)? {
            Ok(read) => read,
            Err(state) => return page(&app, &viewer, &sitting, &placed, state).await,
        };
        let back = match deed {
            SeatDeed::Admit { .. } | SeatDeed::Leave => urls::sitting(&id),
            _ => urls::sitting_seat(&id, no),
        };
        let id_of_form = act_id(&form, now)?;
        let by = Some(account.login.as_str());
        let change = Change { by, deed, name, person: None, born: None, id: id_of_form, now };
        change_seat(&app, sitting.id, no, &change).await?;
        Ok(respond::see_other(&back))
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// What the form means, and the name when it was corrected; or the form with what is wrong with it.
type Read = Result<(SeatDeed, Option<Name>), FormState>;

fn read(viewer: &Viewer, form: &Form, placed: &Placed) -> Result<Read, Problem> {
    let m = Messages(viewer.lang());
    let minutes = |minutes| SeatDeed::AddTime { minutes };
    let deed = match form.get("do").unwrap_or_default() {
        "pause" => SeatDeed::Pause,
        "resume" => SeatDeed::Resume,
        "add-5" => minutes(5),
        "add-15" => minutes(15),
        "stop" => SeatDeed::Stop,
        "leave" => SeatDeed::Leave,
        "admit" => return Ok(admit(m, form, placed)),
        "manner" => {
            let manner = form.filled("manner").and_then(Manner::parse).ok_or(Problem::new(What::BadForm))?;
            SeatDeed::Put { manner }
        }
        "untime" => match form.filled("reason").and_then(Entitled::parse) {
            Some(reason) => SeatDeed::Untime { reason },
            None => return Ok(Err(kept(placed).refuse("reason", m.seat_need_reason()))),
        },
        "note" => {
            let note = note_of(viewer, form).map(|(kind, words)| (SeatDeed::Note { kind, words }, None));
            return Ok(note.map_err(|state| state.keep("name", placed.name.as_str())));
        }
        "annul" => {
            let note = note_of(viewer, form).map(|(kind, words)| (SeatDeed::Annul { kind, words }, None));
            return Ok(note.map_err(|state| state.keep("name", placed.name.as_str())));
        }
        _ => return Err(Problem::new(What::BadForm)),
    };
    Ok(Ok((deed, None)))
}

fn kept(placed: &Placed) -> FormState {
    FormState::default().keep("name", placed.name.as_str())
}

/// Admitting: by what it is known, and the name after the papers. A child's form holds no name.
fn admit(m: Messages, form: &Form, placed: &Placed) -> Read {
    let identity = form.filled("identity").and_then(Identity::parse);
    let typed = form.get("name").map(Name::parse);
    match (identity, typed) {
        (Some(identity), None) => Ok((SeatDeed::Admit { identity }, None)),
        (Some(identity), Some(Ok(name))) => Ok((SeatDeed::Admit { identity }, Some(name))),
        (identity, typed) => {
            let mut state = FormState::default()
                .keep("name", form.get("name").unwrap_or(placed.name.as_str()))
                .keep("identity", form.get("identity").unwrap_or_default());
            if matches!(typed, Some(Err(_))) {
                state = state.refuse("name", m.exam_need_name());
            }
            if identity.is_none() {
                state = state.refuse("identity", m.seat_admit_need());
            }
            Err(state)
        }
    }
}
