//! A request to the worker and its answer.

use domain::ids::{Chance, StatementId};
use domain::learning::{Act, Deed, decide};
use domain::record;
use jiff::Timestamp;
use pages::frame::{Frame, layout};
use pages::home::Home;
use pages::learning::{Form, NotShown, Route, after, deed, show};
use pages::next_step::NextStep;
use pages::problem::OfflineNeeded;
use pages::urls::{self, Url};

use crate::json;
use crate::packs::PackName;
use crate::state::{DeviceState, fingerprint, frame_of_nobody};
use crate::worker::Worker;

/// What the browser wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// To see a page.
    Get,
    /// To do something.
    Post,
    /// To be told that this address needs the network, which is not there.
    Lost,
}

/// A request, with everything that a pure function can't know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Request<'a> {
    /// What the browser wants.
    pub method: Method,
    /// Path and query.
    pub path: &'a str,
    /// The form, url-encoded.
    pub body: &'a str,
    /// The device's clock.
    pub now: Timestamp,
    /// For the fresh id of the next form, and for an act whose form brought none or a used one.
    pub chance: [Chance; 2],
    /// The state as JSON; empty when there is none.
    pub state: &'a [u8],
    /// How many acts wait in the outbox.
    pub pending: u32,
    /// Whether there is no network.
    pub offline: bool,
}

/// What the worker is to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Response {
    /// Answer with this page.
    Page(String),
    /// Keep what was done, then send the browser there.
    Redirect(Url, Option<Written>),
    /// Load this pack and ask again.
    NeedPack(PackName),
    /// Ask the network: this can't be answered here.
    NotMine,
}

/// What an act leaves behind, to be kept in one transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The state after it, as JSON.
    pub state: String,
    /// Its statement, for the outbox.
    pub statement: String,
}

/// Answers a request.
#[must_use]
pub fn handle(worker: &Worker, request: &Request) -> Response {
    let state: Option<DeviceState> = json::read(request.state).ok();
    if request.method == Method::Lost {
        return lost(request, state.as_ref());
    }
    let path = request.path.split('?').next().unwrap_or_default();
    let (Some(state), Some(place)) = (state, Place::parse(path)) else { return Response::NotMine };
    if let Some(pack) = missing(worker, &place) {
        return Response::NeedPack(pack);
    }
    match (request.method, place) {
        (Method::Get, Place::Home) => home(worker, request, &state),
        (Method::Get, Place::Learning(route)) => page(worker, request, &state, &route),
        (Method::Post, Place::Learning(route)) => act(worker, request, state, &route),
        _ => Response::NotMine,
    }
}

/// An address that the worker can answer.
enum Place {
    Home,
    Learning(Route),
}

impl Place {
    fn parse(path: &str) -> Option<Self> {
        if path == urls::home().as_str() { Some(Self::Home) } else { Route::parse(path).map(Self::Learning) }
    }
}

/// The pack without which a place can't be answered. What the syllabus does not know needs none: it does not exist.
fn missing(worker: &Worker, place: &Place) -> Option<PackName> {
    let curriculum = &worker.curriculum;
    if curriculum.syllabus.courses.is_empty() {
        return Some(PackName::Syllabus);
    }
    let card = match place {
        Place::Home | Place::Learning(Route::Course) => None,
        Place::Learning(Route::Lesson(id, _)) => curriculum.syllabus.lesson(id).map(|(_, card)| card),
        Place::Learning(Route::Practice(id) | Route::Begin(id) | Route::Run(id) | Route::Tap(id)) => {
            curriculum.syllabus.lesson_of_practice(id)
        }
    };
    let card = card.filter(|card| !curriculum.lessons.contains_key(&card.id))?;
    Some(PackName::Lesson(card.id.clone()))
}

fn frame(request: &Request, state: &DeviceState) -> Frame {
    Frame {
        pending: Some(request.pending),
        offline: request.offline,
        ..state.frame(request.path, fresh_id(request))
    }
}

fn fresh_id(request: &Request) -> StatementId {
    StatementId::mint(request.now, request.chance[0])
}

fn home(worker: &Worker, request: &Request, state: &DeviceState) -> Response {
    let learner = Some(&state.learner).filter(|learner| learner.version > 0);
    let next = learner.and_then(|learner| NextStep::of(&worker.curriculum.syllabus, learner, state.lang));
    Response::Page(Home { next }.page(&frame(request, state)).into_string())
}

fn page(worker: &Worker, request: &Request, state: &DeviceState, route: &Route) -> Response {
    match show(route, &state.learner, &worker.curriculum, state.lang) {
        Ok(shown) => {
            let frame = frame(request, state);
            Response::Page(layout(&frame, &shown.title, &shown.main, shown.forms).into_string())
        }
        Err(NotShown::GoTo(url)) => Response::Redirect(url, None),
        Err(NotShown::NoSuchPage) => Response::NotMine,
    }
}

fn act(worker: &Worker, request: &Request, state: DeviceState, route: &Route) -> Response {
    let form = Form::parse(request.body);
    let Some(deed) = deed(route, &form, &worker.curriculum) else { return Response::NotMine };
    let go_on = |learner| after(route, learner, &worker.curriculum);
    let Some(id) = id(request, &form, &state, &deed) else {
        return Response::Redirect(go_on(&state.learner), None);
    };
    let act = Act { id, at: request.now, deed };
    match decide(&state.learner, &worker.curriculum, &act, request.now) {
        Ok(decision) => {
            let url = go_on(&decision.learner);
            let statement = json::write(&record::statement(&decision.entry).to_value());
            let state = serde_json::to_string(&state.after(&act, decision.learner)).unwrap_or_default();
            Response::Redirect(url, Some(Written { state, statement }))
        }
        Err(_) => Response::Redirect(go_on(&state.learner), None),
    }
}

/// The id of an act; `None` when it was done already. A page that is gone back to has its old id still: whoever chooses
/// something else there does something new.
fn id(request: &Request, form: &Form, state: &DeviceState, deed: &Deed) -> Option<StatementId> {
    let told = form.filled("act").and_then(|id| id.parse().ok());
    let known = told.and_then(|id| state.known(id));
    if known == Some(fingerprint(deed)) {
        return None;
    }
    Some(
        told.filter(|_| known.is_none()).unwrap_or_else(|| StatementId::mint(request.now, request.chance[1])),
    )
}

fn lost(request: &Request, state: Option<&DeviceState>) -> Response {
    let frame = match state {
        Some(state) => Frame { offline: true, ..frame(request, state) },
        None => frame_of_nobody(request.path, fresh_id(request)),
    };
    Response::Page(OfflineNeeded { path: request.path.into() }.page(&frame).into_string())
}
