//! The check at the end of a course.

use axum::extract::{Path, State};
use axum::response::Response;
use domain::content::Blueprint;
use domain::ids::{BlueprintId, ItemId};
use domain::learning::{CheckMark, Deed, Learner};
use maud::Markup;
use pages::frame::layout;
use pages::learning::{CheckPage, QuestionPage, ResultPage, choice_shown_at};
use pages::messages::Messages;
use pages::ui::FormState;
use pages::urls;

use crate::acts;
use crate::app::App;
use crate::clock;
use crate::forms::{Posted, act_of};
use crate::learning::learner_of;
use crate::problem::{Problem, What};
use crate::respond;
use crate::viewer::Viewer;

fn find<'a>(app: &'a App, id: &str) -> Result<&'a Blueprint, Problem> {
    let id = BlueprintId::parse(id).ok_or(Problem::new(What::NotFound))?;
    app.curriculum.blueprints.get(&id).ok_or(Problem::new(What::NotFound))
}

fn mark_of(learner: &Learner, check: &Blueprint) -> CheckMark {
    learner.workbook.checks.get(&check.card.id).cloned().unwrap_or_default()
}

fn page(app: &App, viewer: &Viewer, title: &str, main: &Markup, forms: &[&str]) -> Response {
    respond::html(layout(&viewer.frame(app), title, main, forms))
}

/// GET `/check/{id}`.
pub(crate) async fn show(State(app): State<App>, viewer: Viewer, Path(id): Path<String>) -> Response {
    let shown = async {
        let check = find(&app, &id)?;
        let learner = learner_of(&app, &viewer).await?;
        let told = CheckPage::of(check, &mark_of(&learner, check), clock::now(), viewer.lang());
        // The form that wants the fresh id is there only when the check can begin.
        let forms: &[&str] = if told.open.is_none() && told.wait_until.is_none() { &["act"] } else { &[] };
        Ok(page(&app, &viewer, &told.title, &told.main(viewer.lang()), forms))
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
        let check = find(&app, &id)?.card.id.clone();
        let act = act_of(&form, Deed::BeginCheck { check }, now)?;
        let (person, cookie) = viewer.person_or_guest(&app, now).await?;
        let then = match acts::act(&app, person, &act, now).await? {
            acts::Done::Refused(..) => urls::check(&id),
            _ => urls::check_question(&id),
        };
        Ok(respond::with_cookie(respond::see_other(&then), cookie))
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// GET `/check/{id}/question`.
pub(crate) async fn question(State(app): State<App>, viewer: Viewer, Path(id): Path<String>) -> Response {
    ask(&app, &viewer, &id, FormState::default())
        .await
        .unwrap_or_else(|problem| viewer.problem(&app, problem))
}

async fn ask(app: &App, viewer: &Viewer, id: &str, form: FormState) -> Result<Response, Problem> {
    let check = find(app, id)?;
    let mark = mark_of(&learner_of(app, viewer).await?, check);
    let Some(attempt) = mark.attempt else { return Ok(respond::see_other(&urls::check(id))) };
    let Some(told) = QuestionPage::of(check, &app.curriculum.items, &attempt, form, viewer.lang()) else {
        return Ok(respond::see_other(&urls::check_result(id)));
    };
    Ok(page(app, viewer, &told.ask, &told.main(viewer.lang()), &["act"]))
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
        let check = find(&app, &id)?;
        let learner = learner_of(&app, &viewer).await?;
        let Some(person) = viewer.person else { return Ok(respond::see_other(&urls::check(&id))) };
        let item = form.filled("item").and_then(ItemId::parse).ok_or(Problem::new(What::BadForm))?;
        let Some(place) = form.filled("choice").and_then(|place| place.parse::<usize>().ok()) else {
            let words = Messages(viewer.lang()).check_choose();
            return ask(&app, &viewer, &id, FormState::default().refuse("choice", words)).await;
        };
        let shown = app.curriculum.items.iter().find(|known| known.id == item);
        let attempt = mark_of(&learner, check).attempt;
        let choice = attempt.zip(shown).and_then(|(attempt, item)| choice_shown_at(&attempt, item, place));
        let choice = choice.ok_or(Problem::new(What::BadForm))?;
        let deed = Deed::Answer { check: check.card.id.clone(), item, choice };
        acts::act(&app, person, &act_of(&form, deed, now)?, now).await?;
        // The question page knows whether there is one more, or goes on to the result.
        Ok(respond::see_other(&urls::check_question(&id)))
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// GET `/check/{id}/result`.
pub(crate) async fn result(State(app): State<App>, viewer: Viewer, Path(id): Path<String>) -> Response {
    let shown = async {
        let check = find(&app, &id)?;
        let learner = learner_of(&app, &viewer).await?;
        let Some(told) = ResultPage::of(&app.curriculum, check, &learner, viewer.lang()) else {
            return Ok(respond::see_other(&urls::check(&id)));
        };
        Ok(page(&app, &viewer, &told.title, &told.main(viewer.lang()), &[]))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}
