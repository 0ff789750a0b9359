//! The room as it is now, and what is done to all of it.

use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use domain::sitting::{NoteKind, RoomDeed};
use jiff::Timestamp;
use pages::learning::Form;
use pages::messages::Messages;
use pages::sitting::{Room as Page, SittingClose, SittingNote};
use pages::ui::FormState;
use pages::urls;
use store::attempts;
use store::sittings::{self, Sitting};

use super::deeds::change_room;
use super::find;
use super::told::{Attempts, all_notes, room_state, seat_line, seat_state, test_title};
use crate::app::App;
use crate::clock;
use crate::forms::{Posted, act_id};
use crate::problem::{Problem, What};
use crate::respond;
use crate::viewer::Viewer;

/// How often the room looks again by itself, in seconds: often enough to see who waits, seldom enough to be read.
const REFRESH_S: u32 = 20;

/// GET `/sittings/{id}?still=1`.
pub(crate) async fn show(
    State(app): State<App>,
    viewer: Viewer,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let still = Form::parse(query.as_deref().unwrap_or_default()).get("still").is_some();
    let shown = async {
        let (_, sitting) = find(&app, &viewer, &id).await?;
        let page = page(&app, &viewer, &sitting, still, clock::now()).await?;
        let refresh = (!still && sitting.room.closed_at().is_none()).then_some(REFRESH_S);
        Ok(respond::fleeting(page.page(&viewer.frame(&app)), refresh))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

async fn page(
    app: &App,
    viewer: &Viewer,
    sitting: &Sitting,
    still: bool,
    now: Timestamp,
) -> Result<Page, Problem> {
    let m = Messages(viewer.lang());
    let seats = sittings::list_seats(&app.store, sitting.id).await?;
    let attempts = attempts_of(app, sitting).await?;
    let room = &sitting.room;
    let place = [room.plan.place.as_str(), room.plan.room.as_str()];
    let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
    Ok(Page {
        id: sitting.id.to_string(),
        test: test_title(app, room, viewer.lang()),
        place: place.join(" · "),
        code: room.code.to_string(),
        expected: room.plan.expected,
        added: room.added_min,
        state: room_state(room),
        now,
        still,
        seats: seats.iter().map(|placed| seat_line(m, room, placed, &attempts, now)).collect(),
        notes: all_notes(room, &seats),
        certificates: Some(urls::certificate_batch().with("sitting", &sitting.id.to_string())),
    })
}

/// The attempts made in a sitting; of somebody's two the later one.
pub(super) async fn attempts_of(app: &App, sitting: &Sitting) -> Result<Attempts, Problem> {
    Ok(attempts::list_of_sitting(&app.store, sitting.id).await?.into_iter().collect())
}

/// POST `/sittings/{id}`.
pub(crate) async fn act(
    State(app): State<App>,
    viewer: Viewer,
    Path(id): Path<String>,
    Posted(form): Posted,
) -> Response {
    let now = clock::now();
    let done = async {
        let (account, sitting) = find(&app, &viewer, &id).await?;
        let deed = match deed(&viewer, &form)? {
            Ok(deed) => deed,
            Err(form) => return Ok(noting(&app, &viewer, &id, form)),
        };
        change_room(&app, &account.login, sitting.id, &deed, act_id(&form, now)?, now).await?;
        Ok(respond::see_other(&urls::sitting(&id)))
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// What the form means; a note without kind or words is asked for again.
fn deed(viewer: &Viewer, form: &Form) -> Result<Result<RoomDeed, FormState>, Problem> {
    Ok(Ok(match form.get("do").unwrap_or_default() {
        "pause" => RoomDeed::Pause,
        "resume" => RoomDeed::Resume,
        "add-5" => RoomDeed::AddTime { minutes: 5 },
        "close" => RoomDeed::Close,
        "note" => return Ok(note_of(viewer, form).map(|(kind, words)| RoomDeed::Note { kind, words })),
        _ => return Err(Problem::new(What::BadForm)),
    }))
}

/// Kind and words of an incident.
pub(super) fn note_of(viewer: &Viewer, form: &Form) -> Result<(NoteKind, String), FormState> {
    let m = Messages(viewer.lang());
    let (kind, words) = (form.filled("kind").and_then(NoteKind::parse), form.filled("words"));
    if let (Some(kind), Some(words)) = (kind, words) {
        return Ok((kind, words.to_owned()));
    }
    let kept = |field| form.get(field).unwrap_or_default();
    let mut state = FormState::default().keep("kind", kept("kind")).keep("words", kept("words"));
    if kind.is_none() {
        state = state.refuse("kind", m.note_need_kind());
    }
    if words.is_none() {
        state = state.refuse("words", m.note_need_words());
    }
    Err(state)
}

/// GET `/sittings/{id}/note`.
pub(crate) async fn note(State(app): State<App>, viewer: Viewer, Path(id): Path<String>) -> Response {
    match find(&app, &viewer, &id).await {
        Ok(_) => noting(&app, &viewer, &id, FormState::default()),
        Err(problem) => viewer.problem(&app, problem),
    }
}

fn noting(app: &App, viewer: &Viewer, id: &str, form: FormState) -> Response {
    respond::html(SittingNote { id: id.to_owned(), form }.page(&viewer.frame(app)))
}

/// GET `/sittings/{id}/close`.
pub(crate) async fn closing(State(app): State<App>, viewer: Viewer, Path(id): Path<String>) -> Response {
    let now = clock::now();
    let shown = async {
        let (_, sitting) = find(&app, &viewer, &id).await?;
        if sitting.room.closed_at().is_some() {
            return Ok(respond::see_other(&urls::sitting(&id)));
        }
        let seats = sittings::list_seats(&app.store, sitting.id).await?;
        let attempts = attempts_of(&app, &sitting).await?;
        let states = seats.iter().map(|placed| seat_state(&sitting.room, placed, &attempts, now));
        let page = SittingClose { id: id.clone(), answering: states.filter(|state| state.goes_on()).count() };
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}
