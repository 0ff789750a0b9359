//! The pages on which a person learns.

use domain::ids::{SkillId, StatementId};
use domain::learning::{Act, Deed, decide_on_device, is_begun, next};
use domain::record;
use pages::frame::{Frame, layout};
use pages::home::Home;
use pages::learning::{Form, NotShown, Route, advised, after, deed, left_open, show};
use pages::next_step::NextStep;
use pages::problem::OfflineNeeded;
use pages::urls;

use crate::handle::{Method, Request, Response, Written};
use crate::json;
use crate::nobody::frame_of_nobody;
use crate::packs::PackName;
use crate::state::{DeviceState, fingerprint};
use crate::worker::Worker;
use crate::write::write;

/// Answers a request about learning.
pub(crate) fn answer(worker: &Worker, request: &Request) -> Response {
    let state: Option<DeviceState> = json::read(request.state).ok().map(DeviceState::with_held);
    if request.method == Method::Lost {
        return lost(request, state.as_ref());
    }
    if request.method == Method::Keep {
        return keep(worker, state.as_ref());
    }
    let path = request.path.split('?').next().unwrap_or_default();
    let (Some(state), Some(place)) = (state, Place::parse(path)) else { return Response::NotMine };
    if let Some(pack) = missing(worker, &place) {
        return Response::NeedPack(pack);
    }
    if is_elsewhere(worker, &state, &place) {
        return Response::NotMine;
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

    /// The skill whose drills are there.
    fn drilled(&self) -> Option<&SkillId> {
        match self {
            Self::Learning(
                Route::Drill(skill)
                | Route::BeginDrill(skill)
                | Route::DrillMessage(skill, _)
                | Route::DrillEnd(skill),
            ) => Some(skill),
            _ => None,
        }
    }
}

/// The pack without which a place can't be answered. What the syllabus does not know needs none: it does not exist.
fn missing(worker: &Worker, place: &Place) -> Option<PackName> {
    let curriculum = &worker.curriculum;
    if curriculum.syllabus.courses.is_empty() {
        return Some(PackName::Syllabus);
    }
    if let Some(skill) = place.drilled() {
        let is_there = !curriculum.drills.is_empty() || !curriculum.syllabus.drilled.contains(skill);
        return (!is_there).then_some(PackName::Drills);
    }
    let (course, card) = match place {
        Place::Home | Place::Learning(Route::Learn | Route::Paths | Route::Course(_)) => None,
        Place::Learning(Route::Lesson(id, _)) => curriculum.syllabus.lesson(id),
        Place::Learning(Route::Practice(id) | Route::Begin(id) | Route::Run(id) | Route::Tap(id)) => {
            curriculum.syllabus.lesson_of_practice(id)
        }
        _ => None,
    }?;
    (!curriculum.lessons.contains_key(&card.id)).then(|| PackName::Course(course.id.clone()))
}

/// Whether the person goes by a version of the lesson or practice that is not on this device: the server has it.
fn is_elsewhere(worker: &Worker, state: &DeviceState, place: &Place) -> bool {
    let (learner, curriculum) = (&state.learner, &worker.curriculum);
    match place {
        Place::Learning(Route::Lesson(id, _)) => {
            learner.lesson(curriculum, id).is_some_and(|found| found.is_instead)
        }
        Place::Learning(Route::Practice(id) | Route::Run(id) | Route::Tap(id)) => {
            learner.practice(curriculum, id).is_some_and(|found| found.is_instead)
        }
        _ => false,
    }
}

/// The packs to have at hand: the course of the next step, those that were begun, and the drills when one of them drills.
fn keep(worker: &Worker, state: Option<&DeviceState>) -> Response {
    let syllabus = &worker.curriculum.syllabus;
    let Some(state) = state else { return Response::NotMine };
    if syllabus.courses.is_empty() {
        return Response::NeedPack(PackName::Syllabus);
    }
    let (next, _) = next(syllabus, &state.learner);
    let (mut names, mut drills) = (Vec::new(), false);
    for course in &syllabus.courses {
        if next.is_some_and(|next| next.id == course.id) || is_begun(course, &state.learner) {
            names.push(PackName::Course(course.id.clone()));
            drills |= course.lessons.iter().any(|card| syllabus.drilled.contains(&card.skill));
        }
    }
    names.extend(drills.then_some(PackName::Drills));
    Response::Keep(names)
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
    let advised = advised(&worker.curriculum.syllabus, &state.learner, state.lang);
    let (open, has_past) = (left_open(&state.learner), state.learner.workbook.has_past());
    Response::Page(Home { next, advised, open, has_past }.page(&frame(request, state)).into_string())
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
    let Some(deed) = deed(route, &form, &state.learner, &worker.curriculum) else { return Response::NotMine };
    let go_on = |learner| after(route, learner, &worker.curriculum);
    let Some(id) = id(request, &form, &state, &deed) else {
        return Response::Redirect(go_on(&state.learner), None);
    };
    let act = Act { id, at: request.now, deed };
    match decide_on_device(&state.learner, &worker.curriculum, &act, request.now) {
        Ok(decision) => {
            let url = go_on(&decision.learner);
            let statement = write(&record::sent(&decision.entry));
            let state = write(&state.after(&act, decision.learner));
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
    let path = request.path.split('?').next().unwrap_or_default();
    let in_course = Route::parse(path).is_some();
    Response::Page(OfflineNeeded { path: request.path.into(), in_course }.page(&frame).into_string())
}
