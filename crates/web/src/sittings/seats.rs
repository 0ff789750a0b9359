//! Seating somebody whom the organiser knows, or of whom only the name is known.

use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use domain::ids::{PersonId, StatementId};
use domain::learning::day_of;
use domain::people::{Name, is_child};
use domain::sitting::{Seat, SeatCode};
use jiff::Timestamp;
use pages::learning::Form;
use pages::messages::Messages;
use pages::sitting::{NEW_SEAT, SeatAdd};
use pages::ui::{Choice, FormState};
use pages::urls;
use store::audit;
use store::people::{self, PersonFacts};
use store::sittings::{self, AddSeat, Saved, Sitting, Who};

use super::deeds::{TRIES, next_no};
use super::{area, find};
use crate::app::App;
use crate::audited::{entry, entry_in};
use crate::clock;
use crate::forms::{Posted, act_id};
use crate::problem::{Problem, What};
use crate::respond;
use crate::viewer::{Account, Viewer};

/// How many people a search gives.
const FOUND_MAX: u32 = 20;

/// GET `/sittings/{id}/seats?q=…`.
pub(crate) async fn form(
    State(app): State<App>,
    viewer: Viewer,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let query = Form::parse(query.as_deref().unwrap_or_default());
    let shown = async {
        let (account, _) = find(&app, &viewer, &id).await?;
        page(&app, &viewer, account, &id, query.filled("q"), FormState::default()).await
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

async fn page(
    app: &App,
    viewer: &Viewer,
    account: &Account,
    id: &str,
    query: Option<&str>,
    form: FormState,
) -> Result<Response, Problem> {
    let found = match query {
        Some(query) => {
            audit::add(&app.store, &entry(&account.login, "search-people", "", clock::now())).await?;
            people::search(&app.store, &area(app, account), query, FOUND_MAX).await?
        }
        None => Vec::new(),
    };
    let people = found.iter().map(choice).collect();
    let page = SeatAdd { id: id.to_owned(), query: query.map(str::to_owned), people, form };
    Ok(respond::html(page.page(&viewer.frame(app))))
}

fn choice(person: &PersonFacts) -> Choice {
    let born = person.birth_year.map(|year| year.to_string());
    let hint: Vec<String> = born.into_iter().chain(person.hamlet.clone()).collect();
    let year = day_of(clock::now()).year();
    let name = person.name.as_deref().and_then(|name| Name::parse(name).ok());
    let label = match name {
        Some(name) if is_child(person.birth_year, year) => name.initials(),
        Some(name) => name.to_string(),
        None => String::new(),
    };
    Choice { value: person.id.to_string(), label, hint: hint.join(" · "), icon: "user".into() }
}

/// POST `/sittings/{id}/seats`.
pub(crate) async fn add(
    State(app): State<App>,
    viewer: Viewer,
    Path(id): Path<String>,
    Posted(form): Posted,
) -> Response {
    let now = clock::now();
    let done = async {
        let (account, sitting) = find(&app, &viewer, &id).await?;
        let Some(who) = whom(&app, account, &form).await? else {
            let words = Messages(viewer.lang()).seat_add_need();
            return page(&app, &viewer, account, &id, None, FormState::default().refuse("name", words)).await;
        };
        let no = keep(&app, account, sitting, &who, act_id(&form, now)?, now).await?;
        Ok(respond::see_other(&no.map_or_else(|| urls::sitting(&id), |no| urls::sitting_seat(&id, no))))
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// Whom the form means: somebody of the area, or a name.
async fn whom(app: &App, account: &Account, form: &Form) -> Result<Option<Who>, Problem> {
    if let Some(id) = form.filled("person").filter(|id| *id != NEW_SEAT) {
        let id: PersonId = id.parse().map_err(|_| Problem::new(What::BadForm))?;
        let facts = people::find(&app.store, id).await?.ok_or(Problem::new(What::NotFound))?;
        if !area(app, account).holds(facts.unit()) {
            return Err(Problem::new(What::Forbidden));
        }
        let name = facts.name.as_deref().and_then(|name| Name::parse(name).ok());
        return Ok(name.map(|name| Who { person: Some(id), name, birth_year: facts.birth_year }));
    }
    let name = form.filled("name").and_then(|name| Name::parse(name).ok());
    Ok(name.map(|name| Who { person: None, name, birth_year: None }))
}

/// Puts up the seat; its number, or nothing when the person has a seat already.
async fn keep(
    app: &App,
    account: &Account,
    mut sitting: Sitting,
    who: &Who,
    id: StatementId,
    now: Timestamp,
) -> Result<Option<u16>, Problem> {
    for _ in 0..TRIES {
        if let Some(at) = sitting.room.closed_at() {
            tracing::debug!(%at, "nobody is seated in a closed sitting");
            return Ok(None);
        }
        if let Some(person) = who.person
            && sittings::find_seat_of(&app.store, sitting.id, person).await?.is_some()
        {
            return Ok(None);
        }
        let seat = Seat::kept(SeatCode::mint(clock::chance()));
        let no = next_no(app, sitting.id).await?;
        let new = AddSeat {
            sitting: &sitting,
            no,
            who,
            seat: &seat,
            id,
            by: Some(&account.login),
            is_taken: false,
            at: now,
        };
        let noted = entry(&account.login, "seat-person", &format!("{}/{no}", sitting.id), now);
        let noted = audit::step_add(&entry_in(sitting.unit, String::new(), noted));
        match sittings::add_seat(&app.store, noted, &new).await? {
            Saved::Added => return Ok(Some(no)),
            Saved::AlreadyThere => return Ok(None),
            Saved::Raced => {}
        }
        let again = sittings::find(&app.store, sitting.id).await?;
        sitting = again.ok_or(Problem::new(What::NotFound))?;
    }
    Err(Problem::new(What::Unavailable("seats of one sitting kept overtaking each other".into())))
}
