//! The course, its lessons and practices.

use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use domain::ids::PersonId;
use domain::learning::Learner;
use pages::frame::layout;
use pages::learning::{NotShown, Route, after, deed, show};

use crate::acts;
use crate::app::App;
use crate::clock;
use crate::forms::{Posted, act_of};
use crate::problem::{Problem, What};
use crate::respond;
use crate::versions;
use crate::viewer::Viewer;

/// GET of any learning address.
pub(crate) async fn get(State(app): State<App>, viewer: Viewer, uri: Uri) -> Response {
    match page(&app, &viewer, uri.path()).await {
        Ok(response) => response,
        Err(problem) => viewer.problem(&app, problem),
    }
}

async fn page(app: &App, viewer: &Viewer, path: &str) -> Result<Response, Problem> {
    let route = Route::parse(path).ok_or(Problem::new(What::NotFound))?;
    let mut learner = learner_of(app, viewer).await?;
    versions::hold_for_page(app, &mut learner, &route).await?;
    match show(&route, &learner, &app.curriculum, viewer.lang()) {
        Ok(shown) => Ok(respond::html(layout(&viewer.frame(app), &shown.title, &shown.main, shown.forms))),
        Err(NotShown::GoTo(url)) => Ok(respond::see_other(&url)),
        Err(NotShown::NoSuchPage) => Err(Problem::new(What::NotFound)),
    }
}

/// POST of any learning address.
pub(crate) async fn post(State(app): State<App>, viewer: Viewer, uri: Uri, Posted(form): Posted) -> Response {
    let now = clock::now();
    let done = async {
        let route = Route::parse(uri.path()).ok_or(Problem::new(What::NotFound))?;
        let mut learner = learner_of(&app, &viewer).await?;
        versions::hold_for_page(&app, &mut learner, &route).await?;
        let deed = deed(&route, &form, &learner, &app.curriculum).ok_or(Problem::new(What::BadForm))?;
        let act = act_of(&form, deed, now)?;
        let (person, cookie) = viewer.person_or_guest(&app, now).await?;
        let done = acts::act(&app, person, &act, now).await?;
        let url = after(&route, done.learner(), &app.curriculum);
        Ok::<_, Problem>(respond::with_cookie(respond::see_other(&url), cookie))
    };
    done.await.unwrap_or_else(|problem| viewer.problem(&app, problem))
}

/// The viewer as a learner; somebody without a session has done nothing yet.
pub(crate) async fn learner_of(app: &App, viewer: &Viewer) -> Result<Learner, Problem> {
    match viewer.person {
        Some(person) => acts::learner(app, person).await,
        None => Ok(Learner::new(PersonId(uuid::Uuid::nil()))),
    }
}
