//! What the service worker fetches: the list of packs, a pack, the person's state.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::ids::CertificateId;
use domain::learning::day_of;
use domain::recognition::snapshot::{Mark, Snapshot};
use jiff::Timestamp;
use store::withdrawals;

use crate::acts;
use crate::app::App;
use crate::clock;
use crate::problem::{Problem, What};
use crate::respond;
use crate::versions;
use crate::viewer::Viewer;

/// GET `/offline/manifest`.
pub(crate) async fn manifest(State(app): State<App>) -> Response {
    respond::json(app.packs.manifest_json().to_owned())
}

/// GET `/offline/pack/{name}`.
pub(crate) async fn pack(
    State(app): State<App>,
    viewer: Viewer,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Response {
    match app.packs.answer(&name, &headers) {
        Some(response) => response,
        None => viewer.problem(&app, Problem::new(What::NotFound)),
    }
}

/// GET `/offline/certificates`: the keys, and what was withdrawn before its time, for whoever checks without a network.
pub(crate) async fn certificates(State(app): State<App>, viewer: Viewer) -> Response {
    let now = clock::now();
    match withdrawals::list(&app.store, day_of(now)).await {
        Ok(withdrawn) => respond::typed("text/plain; charset=utf-8", snapshot(&app, &withdrawn, now).write()),
        Err(error) => viewer.problem(&app, Problem::from(error)),
    }
}

fn snapshot(app: &App, withdrawn: &[(CertificateId, Timestamp)], now: Timestamp) -> Snapshot {
    let profiles = app.curriculum.syllabus.profiles.iter();
    Snapshot {
        made_at: now,
        is_demonstration: app.settings.demonstration,
        keys: app.keys.now().verifying.clone(),
        profiles: profiles.map(|profile| (profile.id.clone(), profile.title.clone())).collect(),
        withdrawn: withdrawn.iter().map(|(id, at)| (Mark::of(*id), *at)).collect(),
    }
}

/// GET `/offline/state`: 401 for somebody who is nobody yet.
pub(crate) async fn state(State(app): State<App>, viewer: Viewer) -> Response {
    match viewer.person {
        Some(person) => {
            let state = state_json(&app, &viewer, person).await;
            state.map_or_else(|problem| viewer.problem(&app, problem), respond::json)
        }
        None => respond::status(StatusCode::UNAUTHORIZED),
    }
}

/// POST `/offline/state`: the same, after making a guest of somebody who is nobody yet.
pub(crate) async fn begin(State(app): State<App>, viewer: Viewer) -> Response {
    let done = async {
        let (person, cookie) = viewer.person_or_guest(&app, clock::now()).await?;
        let state = state_json(&app, &viewer, person).await?;
        Ok::<_, Problem>(respond::with_cookie(respond::json(state), cookie))
    };
    done.await.unwrap_or_else(|problem| viewer.problem(&app, problem))
}

async fn state_json(app: &App, viewer: &Viewer, person: domain::ids::PersonId) -> Result<String, Problem> {
    let mut learner = acts::learner(app, person).await?;
    versions::hold_all(app, &mut learner).await?;
    let frame = viewer.frame(app);
    Ok(crate::offline::state_json(learner, &frame, app.packs.version()))
}
