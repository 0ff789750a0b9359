//! Who am I, and where: both may be skipped.

use axum::extract::{RawQuery, State};
use axum::response::Response;
use domain::ids::GroupId;
use domain::learning::{Deed, day_of};
use pages::learning::Form;
use pages::messages::Messages;
use pages::place::Place;
use pages::start::Start;
use pages::ui::{Choice, FormState};
use pages::urls;
use territory::{Level, UnitId};

use crate::acts;
use crate::app::App;
use crate::clock;
use crate::forms::{Posted, act_of};
use crate::learning::learner_of;
use crate::problem::{Problem, What};
use crate::respond;
use crate::viewer::Viewer;

/// How many communes a search shows: more do not fit a phone, and a longer name finds better.
const FOUND_MAX: usize = 12;

/// GET `/start`.
pub(crate) async fn who(State(app): State<App>, viewer: Viewer) -> Response {
    match learner_of(&app, &viewer).await {
        Ok(learner) => {
            let chosen = learner.book.place.group().map_or("", GroupId::as_str);
            ask_who(&app, &viewer, FormState::default().keep("group", chosen))
        }
        Err(problem) => viewer.problem(&app, problem),
    }
}

fn ask_who(app: &App, viewer: &Viewer, form: FormState) -> Response {
    let lang = viewer.lang();
    let choice = |group: &domain::content::Group| Choice {
        value: group.id.to_string(),
        label: group.title.get(lang).to_owned(),
        hint: group.about.get(lang).to_owned(),
        icon: group.icon.clone(),
    };
    let groups = app.curriculum.syllabus.groups.iter().map(choice).collect();
    respond::html(Start { groups, form }.page(&viewer.frame(app)))
}

/// POST `/start`.
pub(crate) async fn choose_who(State(app): State<App>, viewer: Viewer, Posted(form): Posted) -> Response {
    let chosen = form.filled("group").and_then(GroupId::parse);
    let Some(group) = chosen.filter(|group| app.curriculum.syllabus.group(group).is_some()) else {
        let words = Messages(viewer.lang()).start_choose();
        return ask_who(&app, &viewer, FormState::default().refuse("group", words));
    };
    let deed = Deed::Settle { unit: None, group: Some(group) };
    settle(&app, &viewer, &form, deed, &urls::start_place()).await
}

/// GET `/start/place?q=…`.
pub(crate) async fn place(State(app): State<App>, viewer: Viewer, RawQuery(query): RawQuery) -> Response {
    let query = Form::parse(query.as_deref().unwrap_or_default());
    ask_place(&app, &viewer, query.filled("q"), FormState::default())
}

fn ask_place(app: &App, viewer: &Viewer, query: Option<&str>, form: FormState) -> Response {
    let found = query.map(|query| communes(app, query)).unwrap_or_default();
    let page = Place { query: query.map(str::to_owned), found, form };
    respond::html(page.page(&viewer.frame(app)))
}

/// Today's communes that a name may mean; who types the name of an old commune finds what became of it.
fn communes(app: &App, query: &str) -> Vec<Choice> {
    let today = day_of(clock::now());
    let mut ids: Vec<UnitId> = Vec::new();
    for hit in app.territory.search_with_past(query, today, FOUND_MAX * 2) {
        let heirs = hit.ended.iter().flat_map(|heirs| heirs.whole.iter().chain(&heirs.mixed)).copied();
        let living = (hit.ended.is_none() && hit.unit.level() == Level::Commune).then_some(hit.unit.id);
        for id in living.into_iter().chain(heirs) {
            if !ids.contains(&id) && ids.len() < FOUND_MAX {
                ids.push(id);
            }
        }
    }
    let choice = |id: UnitId| {
        let unit = app.territory.get(id, today)?;
        let within = app.territory.parent(id, today).map(territory::Unit::title).unwrap_or_default();
        Some(Choice { value: id.to_string(), label: unit.title(), hint: within, icon: "map".into() })
    };
    ids.into_iter().filter_map(choice).collect()
}

/// POST `/start/place`.
pub(crate) async fn choose_place(State(app): State<App>, viewer: Viewer, Posted(form): Posted) -> Response {
    let today = day_of(clock::now());
    let chosen = form.filled("unit").and_then(|id| id.parse::<UnitId>().ok());
    let commune = chosen.filter(|id| id.level() == Level::Commune && app.territory.get(*id, today).is_some());
    let Some(unit) = commune else {
        let words = Messages(viewer.lang()).place_choose();
        return ask_place(&app, &viewer, form.filled("q"), FormState::default().refuse("unit", words));
    };
    let deed = Deed::Settle { unit: Some(unit), group: None };
    settle(&app, &viewer, &form, deed, &urls::learn()).await
}

async fn settle(app: &App, viewer: &Viewer, form: &Form, deed: Deed, then: &urls::Url) -> Response {
    let now = clock::now();
    let done = async {
        let act = act_of(form, deed, now)?;
        let (person, cookie) = viewer.person_or_guest(app, now).await?;
        match acts::act(app, person, &act, now).await? {
            acts::Done::Refused(..) => Err(Problem::new(What::BadForm)),
            _ => Ok(respond::with_cookie(respond::see_other(then), cookie)),
        }
    };
    done.await.unwrap_or_else(|problem| viewer.problem(app, problem))
}
