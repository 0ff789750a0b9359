//! Who issues, with which keys, and what was withdrawn.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use credential::vc::{PublishedKey, did_document, multikey, to_jwt};
use domain::learning::day_of;
use pages::issuer::{Issuer, KeyRow, KeyState};

use super::{did, profile, public, signer, status};
use crate::app::App;
use crate::clock;
use crate::keys::Keys;
use crate::problem::{Problem, What};
use crate::respond;
use crate::viewer::{Viewer, wants_json};

/// How long caches may keep the keys and the lists.
const KEPT_SECONDS: u32 = 300;

/// GET `/.well-known/did.json`.
pub(crate) async fn document(State(app): State<App>) -> Response {
    let document = did_document(&did(&app), &app.keys.now().published);
    public(respond::typed("application/did+json", document.to_string()), KEPT_SECONDS)
}

/// GET `/issuer`: a page for people, a profile of Open Badges for machines.
pub(crate) async fn issuer(State(app): State<App>, viewer: Viewer, headers: HeaderMap) -> Response {
    if wants_json(&headers) {
        let mut profile = profile(&app).to_json();
        profile["@context"] =
            serde_json::json!([credential::vc::CREDENTIALS_V2, credential::vc::OPEN_BADGES]);
        return public(respond::json(profile.to_string()), KEPT_SECONDS);
    }
    respond::html(page(&app, &viewer).page(&viewer.frame(&app)))
}

fn page(app: &App, viewer: &Viewer) -> Issuer {
    let lang = viewer.lang();
    let (syllabus, keys) = (&app.curriculum.syllabus, app.keys.now());
    let title = |text: &domain::text::Text| text.get(lang).to_owned();
    Issuer {
        id: did(app),
        keys: keys.published.iter().rev().map(|key| key_row(&keys, key)).collect(),
        profiles: syllabus.profiles.iter().map(|it| (it.id.to_string(), title(&it.title))).collect(),
        frameworks: app
            .curriculum
            .frameworks
            .iter()
            .filter(|it| !it.is_empty() || syllabus.profiles.iter().any(|profile| profile.framework == it.id))
            .map(|it| (it.id.to_string(), title(&it.title), it.version.clone()))
            .collect(),
        is_demonstration: app.settings.demonstration,
    }
}

fn key_row(keys: &Keys, key: &PublishedKey) -> KeyRow {
    let is_active = key.key == keys.signing.verifying_key();
    let state = match key.revoked_at {
        Some(at) => KeyState::Revoked(day_of(at)),
        None if is_active => KeyState::Active,
        None => KeyState::Retired,
    };
    KeyRow { name: multikey(key.key), state }
}

/// GET `/status/{list}`: what was withdrawn, signed; as a token for who asks for one.
pub(crate) async fn status_list(
    State(app): State<App>,
    viewer: Viewer,
    Path(list): Path<String>,
    headers: HeaderMap,
) -> Response {
    let wants_token = headers
        .get("accept")
        .and_then(|value| value.to_str().ok())
        .is_some_and(|accept| accept.contains("application/vc+jwt") || accept.contains("application/jwt"));
    let made = async {
        let list = list.parse().map_err(|_| Problem::new(What::NotFound))?;
        let unsigned =
            status::unsigned(&app, list, clock::now()).await?.ok_or(Problem::new(What::NotFound))?;
        Ok::<_, Problem>(match wants_token {
            true => respond::typed("application/vc+jwt", to_jwt(&unsigned, &signer(&app, &app.keys.now()))),
            false => {
                respond::typed("application/vc", status::signed(&app, &unsigned, clock::now()).to_string())
            }
        })
    };
    match made.await {
        Ok(response) => public(response, KEPT_SECONDS),
        Err(problem) => viewer.problem(&app, problem),
    }
}
