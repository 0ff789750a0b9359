//! Tests: diagnosis, check, examination.

use axum::extract::{Path, State};
use axum::response::Response;
use domain::assessment::{Act, Attempt, Deed, Manner, Time};
use domain::content::{Blueprint, TestKind};
use domain::ids::{BlueprintId, ItemId};
use domain::learning::{TestMark, day_of};
use jiff::Timestamp;
use pages::learning::Form;
use pages::messages::Messages;
use pages::test::{OverPage, PausedPage, QuestionPage, ResultPage, StopPage, TestPage};
use pages::ui::FormState;
use pages::urls::{self, Url};
use store::attempts;

use crate::app::App;
use crate::clock;
use crate::forms::{Posted, act_id};
use crate::learning::learner_of;
use crate::problem::{Problem, What};
use crate::respond;
use crate::test_acts::{self, Done};
use crate::viewer::Viewer;

/// How often the page of a paused test looks by itself whether it goes on, in seconds.
const PAUSED_REFRESH_S: u32 = 10;

fn find<'a>(app: &'a App, id: &str) -> Result<&'a Blueprint, Problem> {
    let id = BlueprintId::parse(id).ok_or(Problem::new(What::NotFound))?;
    app.curriculum.blueprints.get(&id).ok_or(Problem::new(What::NotFound))
}

/// GET `/test/{kind}`: the test of this kind that is meant for the viewer.
pub(crate) async fn of_kind(State(app): State<App>, viewer: Viewer, Path(kind): Path<String>) -> Response {
    let found = async {
        let kind = TestKind::parse(&kind).ok_or(Problem::new(What::NotFound))?;
        let place = learner_of(&app, &viewer).await?.book.place;
        let province = place.province(&app.territory, day_of(clock::now()));
        let blueprint = app.curriculum.blueprint_for(kind, place.group(), province);
        let blueprint = blueprint.ok_or(Problem::new(What::NotFound))?;
        Ok(respond::see_other(&urls::check(blueprint.card.id.as_str())))
    };
    found.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// GET `/check/{id}`.
pub(crate) async fn show(State(app): State<App>, viewer: Viewer, Path(id): Path<String>) -> Response {
    let shown = async {
        let blueprint = find(&app, &id)?;
        let learner = learner_of(&app, &viewer).await?;
        let past = attempts::list(&app.store, learner.person).await?;
        let mark = learner.workbook.tests.get(&blueprint.card.id).cloned();
        let mark: TestMark = mark.unwrap_or_default();
        let page = TestPage::of(blueprint, &mark, &past, clock::now(), viewer.lang());
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// POST `/check/{id}/start`.
pub(crate) async fn start(
    State(app): State<App>,
    viewer: Viewer,
    Path(id): Path<String>,
    Posted(form): Posted,
) -> Response {
    let now = clock::now();
    let done = async {
        let blueprint = find(&app, &id)?.card.id.clone();
        let manner = form.filled("manner").map_or(Some(Manner::OnScreen), Manner::parse);
        let manner = manner.ok_or(Problem::new(What::BadForm))?;
        let time = if form.filled("time").is_some() { Time::Unlimited } else { Time::Usual };
        let act = act_of(&form, Deed::Begin { blueprint, manner, time, sitting: None }, now)?;
        let (person, cookie) = viewer.person_or_guest(&app, now).await?;
        let then = match test_acts::act(&app, person, &act, now).await? {
            Done::Refused(_) => urls::check(&id),
            Done::Recorded(_) | Done::Again => urls::check_question(&id),
        };
        Ok(respond::with_cookie(respond::see_other(&then), cookie))
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

fn act_of(form: &Form, deed: Deed, now: Timestamp) -> Result<Act, Problem> {
    Ok(Act { id: act_id(form, now)?, at: now, deed })
}

/// GET `/check/{id}/question`.
pub(crate) async fn question(State(app): State<App>, viewer: Viewer, Path(id): Path<String>) -> Response {
    ask(&app, &viewer, &id, FormState::default())
        .await
        .unwrap_or_else(|problem| viewer.problem(&app, problem))
}

async fn ask(app: &App, viewer: &Viewer, id: &str, form: FormState) -> Result<Response, Problem> {
    let blueprint = find(app, id)?;
    let Some(attempt) = open(app, viewer, blueprint).await? else {
        return Ok(respond::see_other(&after(app, viewer, blueprint).await?));
    };
    let frame = viewer.frame(app);
    if attempt.pace.is_over(clock::now()) {
        return Ok(respond::html(OverPage { close: urls::check_close(id) }.page(&frame)));
    }
    if attempt.pace.paused_since.is_some() {
        let page = PausedPage { again: urls::check_question(id) }.page(&frame);
        return Ok(respond::fleeting(page, Some(PAUSED_REFRESH_S)));
    }
    let items = &app.curriculum.items;
    Ok(match QuestionPage::of(blueprint, items, &attempt, form, viewer.lang()) {
        Some(page) => respond::html(page.page(&frame)),
        // Its question is no more: the page of the test offers to begin anew.
        None => respond::see_other(&urls::check(id)),
    })
}

async fn open(app: &App, viewer: &Viewer, blueprint: &Blueprint) -> Result<Option<Attempt>, Problem> {
    let Some(person) = viewer.person else { return Ok(None) };
    let open = attempts::list_open(&app.store, person).await?;
    Ok(open.into_iter().find(|attempt| attempt.blueprint == blueprint.card.id))
}

/// Where one goes when no attempt is open: to the result, when there is one.
async fn after(app: &App, viewer: &Viewer, blueprint: &Blueprint) -> Result<Url, Problem> {
    let id = blueprint.card.id.as_str();
    let learner = learner_of(app, viewer).await?;
    let ended = learner.workbook.tests.get(&blueprint.card.id).is_some_and(|mark| mark.last.is_some());
    Ok(if ended { urls::check_result(id) } else { urls::check(id) })
}

/// POST `/check/{id}/answer`.
pub(crate) async fn answer(
    State(app): State<App>,
    viewer: Viewer,
    Path(id): Path<String>,
    Posted(form): Posted,
) -> Response {
    let now = clock::now();
    let done = async {
        let blueprint = find(&app, &id)?;
        let Some(person) = viewer.person else { return Ok(respond::see_other(&urls::check(&id))) };
        let item = form.filled("item").and_then(ItemId::parse).ok_or(Problem::new(What::BadForm))?;
        let question = urls::check_question(&id);
        let Some(attempt) = open(&app, &viewer, blueprint).await? else {
            return Ok(respond::see_other(&question));
        };
        let asked = app.curriculum.items.iter().find(|known| known.id == item);
        let asked = asked.ok_or(Problem::new(What::BadForm))?;
        let answer = match pages::test::answer(&attempt, asked, &form, Messages(viewer.lang())) {
            Ok(answer) => answer,
            Err(refused) => return ask(&app, &viewer, &id, refused).await,
        };
        let deed = Deed::Answer { blueprint: blueprint.card.id.clone(), item, answer };
        test_acts::act(&app, person, &act_of(&form, deed, now)?, now).await?;
        // The question page knows whether there is one more, or goes on to the result.
        Ok(respond::see_other(&question))
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// GET `/check/{id}/stop`.
pub(crate) async fn ask_stop(State(app): State<App>, viewer: Viewer, Path(id): Path<String>) -> Response {
    let shown = async {
        let blueprint = find(&app, &id)?;
        if open(&app, &viewer, blueprint).await?.is_none() {
            return Ok(respond::see_other(&after(&app, &viewer, blueprint).await?));
        }
        Ok(respond::html(StopPage::of(&id).page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// POST `/check/{id}/stop`.
pub(crate) async fn stop(
    State(app): State<App>,
    viewer: Viewer,
    Path(id): Path<String>,
    Posted(form): Posted,
) -> Response {
    end(&app, &viewer, &id, &form, |blueprint| Deed::GiveUp { blueprint }).await
}

/// POST `/check/{id}/close`.
pub(crate) async fn close(
    State(app): State<App>,
    viewer: Viewer,
    Path(id): Path<String>,
    Posted(form): Posted,
) -> Response {
    end(&app, &viewer, &id, &form, |blueprint| Deed::Close { blueprint }).await
}

async fn end(
    app: &App,
    viewer: &Viewer,
    id: &str,
    form: &Form,
    deed: impl FnOnce(BlueprintId) -> Deed,
) -> Response {
    let now = clock::now();
    let done = async {
        let blueprint = find(app, id)?;
        let Some(person) = viewer.person else { return Ok(respond::see_other(&urls::check(id))) };
        let act = act_of(form, deed(blueprint.card.id.clone()), now)?;
        test_acts::act(app, person, &act, now).await?;
        Ok(respond::see_other(&urls::check_question(id)))
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(app, problem))
}

/// GET `/check/{id}/result`.
pub(crate) async fn result(State(app): State<App>, viewer: Viewer, Path(id): Path<String>) -> Response {
    let shown = async {
        let blueprint = find(&app, &id)?;
        let learner = learner_of(&app, &viewer).await?;
        let last = learner.workbook.tests.get(&blueprint.card.id).and_then(|mark| mark.last.as_ref());
        let attempt = match last.and_then(|last| last.attempt) {
            Some(id) => attempts::find(&app.store, learner.person, id).await?,
            None => None,
        };
        let page = ResultPage::of(&app.curriculum, blueprint, &learner, attempt.as_ref(), viewer.lang());
        let Some(page) = page else { return Ok(respond::see_other(&urls::check(&id))) };
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}
