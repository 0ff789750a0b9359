//! Confirming visits: by the person visited on their own page, or by an official, session by session.

use std::collections::BTreeMap;

use axum::extract::{RawQuery, State};
use axum::response::Response;
use domain::community::{Confirmer, confirm_visit};
use domain::ids::{PersonId, StatementId};
use domain::learning::day_of;
use jiff::civil::Date;
use pages::confirm::{Session, Sessions, VisitToMe, VisitsToMe};
use pages::learning::Form;
use pages::messages::Messages;
use pages::urls;
use store::badges::{self, Unconfirmed};
use store::db::Batch;
use store::{Scope, audit, record};

use crate::app::App;
use crate::audited::{entry, entry_in};
use crate::clock;
use crate::forms::Posted;
use crate::problem::{Problem, What};
use crate::respond;
use crate::standings::{people_of, unit_name, wanted_unit};
use crate::viewer::Viewer;

/// How many visits are looked through.
const LISTED_MAX: u32 = 500;
const MINE_MAX: u32 = 30;

/// GET `/me/visits`.
pub(crate) async fn mine(State(app): State<App>, viewer: Viewer) -> Response {
    let shown = async {
        let visits = match viewer.person {
            Some(person) => badges::list_unconfirmed_of(&app.store, person, MINE_MAX).await?,
            None => Vec::new(),
        };
        let m = Messages(viewer.lang());
        let visit = |it: Unconfirmed| VisitToMe {
            statement: it.statement.to_string(),
            helper: it.helper_name.unwrap_or_else(|| m.nameless().to_owned()),
            skill: it
                .skill
                .and_then(|skill| app.skill_title(&skill, viewer.lang()))
                .unwrap_or_default()
                .to_owned(),
            on: day_of(it.at),
        };
        let page = VisitsToMe { visits: visits.into_iter().map(visit).collect() };
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// POST `/me/visits`: the person visited says that it took place.
pub(crate) async fn confirm_mine(State(app): State<App>, viewer: Viewer, Posted(form): Posted) -> Response {
    let done = async {
        let person = viewer.person.ok_or(Problem::new(What::NotFound))?;
        let id: StatementId =
            form.filled("statement").and_then(|id| id.parse().ok()).ok_or(Problem::new(What::BadForm))?;
        let mine = badges::list_unconfirmed_of(&app.store, person, MINE_MAX).await?;
        if let Some(visit) = mine.into_iter().find(|visit| visit.statement == id) {
            keep(&app, Batch::new(), vec![visit], Confirmer::Visited(person), None).await?;
        }
        Ok(respond::see_other(&urls::visits_to_me()))
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// Keeps those that may be confirmed by this one.
async fn keep(
    app: &App,
    first: Batch,
    visits: Vec<Unconfirmed>,
    by: Confirmer,
    login: Option<&str>,
) -> Result<(), Problem> {
    let mut good = Vec::with_capacity(visits.len());
    for visit in visits {
        let stored = record::find(&app.store, visit.statement).await?;
        let noted = stored.and_then(|stored| domain::record::read(&stored.json).ok());
        if noted.is_some_and(|noted| confirm_visit(&noted, by).is_ok()) {
            good.push(visit);
        }
    }
    Ok(badges::confirm(&app.store, first, &good, login, clock::now()).await?)
}

/// GET `/visits/confirm?unit=…`: the sessions of a unit that wait.
pub(crate) async fn sessions(State(app): State<App>, viewer: Viewer, RawQuery(query): RawQuery) -> Response {
    let query = Form::parse(query.as_deref().unwrap_or_default());
    let shown = async {
        let now = clock::now();
        let unit = wanted_unit(&app, &query, now)?;
        let (account, scope) = people_of(&app, &viewer, unit, now)?;
        audit::add(&app.store, &entry(&account.login, "list-visits-to-confirm", unit.id.as_str(), now))
            .await?;
        let m = Messages(viewer.lang());
        let session = |((on, helper), visits): ((Date, PersonId), Vec<Unconfirmed>)| {
            let name = visits.first().and_then(|visit| visit.helper_name.clone());
            Session {
                helper: helper.to_string(),
                name: name.unwrap_or_else(|| m.nameless().to_owned()),
                on,
                count: visits.len(),
                is_own: helper == account.person,
            }
        };
        let sessions = by_session(&app, &scope).await?.into_iter().rev().map(session).collect();
        let page = Sessions { unit: unit_name(&app, unit.id, now), sessions };
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// What waits in a scope, by day and helper.
async fn by_session(
    app: &App,
    scope: &Scope,
) -> Result<BTreeMap<(Date, PersonId), Vec<Unconfirmed>>, Problem> {
    let mut sessions: BTreeMap<_, Vec<Unconfirmed>> = BTreeMap::new();
    for visit in badges::list_unconfirmed(&app.store, scope, LISTED_MAX).await? {
        sessions.entry((day_of(visit.at), visit.helper)).or_default().push(visit);
    }
    Ok(sessions)
}

/// POST `/visits/confirm`: an official says that a session took place.
pub(crate) async fn confirm_session(
    State(app): State<App>,
    viewer: Viewer,
    Posted(form): Posted,
) -> Response {
    let done = async {
        let now = clock::now();
        let unit = wanted_unit(&app, &form, now)?;
        let (account, scope) = people_of(&app, &viewer, unit, now)?;
        let bad = || Problem::new(What::BadForm);
        let helper: PersonId = form.filled("helper").and_then(|id| id.parse().ok()).ok_or_else(bad)?;
        let day: Date = form.filled("day").and_then(|day| day.parse().ok()).ok_or_else(bad)?;
        if let Some(visits) = by_session(&app, &scope).await?.remove(&(day, helper)) {
            let row = entry(&account.login, "confirm-visits", &helper.to_string(), now);
            let first = audit::step_add(&entry_in(unit.id, format!("{day} {}", visits.len()), row));
            keep(&app, first, visits, Confirmer::Official(account.person), Some(&account.login)).await?;
        }
        Ok(respond::see_other(&urls::visits_confirm().with("unit", unit.id.as_str())))
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}
