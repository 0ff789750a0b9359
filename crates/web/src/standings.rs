//! From a figure down to the people and the statements under it: for leaders, within their units. Each look is noted.

use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use domain::ids::{GroupId, PersonId, StatementId};
use domain::learning::day_of;
use domain::people::{CHILD_BELOW_AGE, is_child};
use domain::record::{self, Entry, Subject};
use domain::standing::Rung;
use domain::tally::{self, everyone};
use jiff::Timestamp;
use pages::learning::Form;
use pages::messages::Messages;
use pages::standings::{PersonLine, StandingDetail, StandingLine, StandingsList};
use pages::statement::StatementPage;
use pages::targets::UnitName;
use pages::urls;
use store::people::{self, PersonFacts};
use store::standings::{Filter, Walked};
use store::{Scope, audit, record as kept, standings};
use territory::{Level, Unit, UnitId};

use crate::acts;
use crate::app::App;
use crate::audited::entry;
use crate::clock;
use crate::problem::{Problem, What};
use crate::respond;
use crate::targets::name;
use crate::viewer::{Account, Viewer};
use crate::void::may_void;

/// How many people a sheet of the list holds.
const SHEET: u32 = 50;

/// The account, if it may see the people of this unit.
pub(crate) fn allowed<'v>(
    app: &App,
    viewer: &'v Viewer,
    unit: UnitId,
    now: Timestamp,
) -> Result<&'v Account, Problem> {
    let may = viewer.may_walk_down(app, unit, now);
    viewer.account.as_ref().filter(|_| may).ok_or(Problem::new(What::Forbidden))
}

/// GET `/standings?unit=…&page=…`.
pub(crate) async fn list(State(app): State<App>, viewer: Viewer, RawQuery(query): RawQuery) -> Response {
    let query = Form::parse(query.as_deref().unwrap_or_default());
    let shown = async {
        let now = clock::now();
        let today = day_of(now);
        let unit = wanted_unit(&app, &query, now)?;
        let id = unit.id;
        let (account, scope) = people_of(&app, &viewer, unit, now)?;
        let group = query.filled("group").and_then(GroupId::parse).unwrap_or_else(everyone);
        let from = query.filled("from").and_then(Rung::parse);
        let filter = from.map_or(Filter::People, |from| {
            Filter::Level(tally::Level::All(from), tally::Level::All(Rung::Retained))
        });
        let page: u32 = query.filled("page").and_then(|page| page.parse().ok()).unwrap_or(0);
        let people = standings::list(
            &app.store,
            &scope,
            &group,
            &filter,
            today.year() - CHILD_BELOW_AGE,
            page.saturating_mul(SHEET),
            SHEET,
        )
        .await?;
        audit::add(&app.store, &entry(&account.login, "list-standings", id.as_str(), now)).await?;
        let more = (people.len() == usize::try_from(SHEET).unwrap_or(usize::MAX)).then(|| {
            let same = ["group", "from"].into_iter().fold(
                urls::standings().with("unit", id.as_str()),
                |url, name| {
                    query.filled(name).map_or_else(|| url.clone(), |value| url.clone().with(name, value))
                },
            );
            same.with("page", &page.saturating_add(1).to_string())
        });
        let lines = people.iter().map(|person| line(person, today.year())).collect();
        let page = StandingsList { unit: name(unit), people: lines, more };
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// The unit that an address asks about, as it is today or was last.
pub(crate) fn wanted_unit<'a>(app: &'a App, query: &Form, now: Timestamp) -> Result<&'a Unit, Problem> {
    let id: UnitId =
        query.filled("unit").and_then(|id| id.parse().ok()).ok_or(Problem::new(What::NotFound))?;
    let unit = app.territory.get(id, day_of(now)).or_else(|| app.territory.latest(id));
    unit.ok_or(Problem::new(What::NotFound))
}

/// Whose people are listed: of a living unit those of its communes, of one that has ended those of today's communes on its
/// ground; and who asks, when they may.
pub(crate) fn people_of<'v>(
    app: &App,
    viewer: &'v Viewer,
    unit: &Unit,
    now: Timestamp,
) -> Result<(&'v Account, Scope), Problem> {
    let today = day_of(now);
    if !unit.has_ended_by(today) {
        let scope = match unit.level() {
            Level::Country => Scope::Everywhere,
            Level::Commune => Scope::of(unit.id),
            _ => Scope::Units(app.territory.communes_of(unit.id, today)),
        };
        return Ok((allowed(app, viewer, unit.id, now)?, scope));
    }
    let heirs = app.territory.heirs(unit.id, today);
    let units: Vec<UnitId> = heirs.whole.into_iter().chain(heirs.mixed).collect();
    let mut accounts =
        units.iter().map(|unit| allowed(app, viewer, *unit, now)).collect::<Result<Vec<_>, _>>()?;
    let account = accounts.pop().ok_or(Problem::new(What::NotFound))?;
    Ok((account, Scope::Units(units)))
}

/// A person as an official may see them: a child by year and hamlet only.
fn line(walked: &Walked, year: i16) -> PersonLine {
    let lowest = match walked.level {
        Some(tally::Level::All(rung)) => Some(rung),
        Some(tally::Level::Started) | None => None,
    };
    let facts = &walked.person;
    PersonLine {
        id: facts.id.to_string(),
        name: name_for_officials(facts, year),
        born: facts.birth_year,
        hamlet: facts.hamlet.clone(),
        lowest,
    }
}

fn name_for_officials(facts: &PersonFacts, year: i16) -> Option<String> {
    facts.name.clone().filter(|_| !is_child(facts.birth_year, year))
}

/// GET `/standings/{person}`.
pub(crate) async fn person(State(app): State<App>, viewer: Viewer, Path(id): Path<String>) -> Response {
    let shown = async {
        let now = clock::now();
        let id: PersonId = id.parse().map_err(|_| Problem::new(What::NotFound))?;
        let facts = people::find(&app.store, id).await?.ok_or(Problem::new(What::NotFound))?;
        let account = allowed(&app, &viewer, facts.unit(), now)?;
        audit::add(&app.store, &entry(&account.login, "see-person", &id.to_string(), now)).await?;
        let learner = acts::learner(&app, id).await?;
        let standings = learner.book.standings.iter().map(|(skill, standing)| StandingLine {
            skill: app.skill_title(skill, viewer.lang()).unwrap_or_default().to_owned(),
            rung: standing.rung,
            since: day_of(standing.since),
            statement: standing.statement.to_string(),
        });
        let today = day_of(now);
        let page = StandingDetail {
            name: name_for_officials(&facts, today.year()),
            unit: unit_name(&app, facts.unit(), now),
            standings: standings.collect(),
        };
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// A unit as a page names it.
pub(crate) fn unit_name(app: &App, id: UnitId, now: Timestamp) -> UnitName {
    let unit = app.territory.get(id, day_of(now)).or_else(|| app.territory.latest(id));
    unit.map_or_else(|| UnitName { id: id.to_string(), name: id.to_string() }, name)
}

/// GET `/statements/{id}`: for the person's own eyes, and for leaders of the unit.
pub(crate) async fn statement(State(app): State<App>, viewer: Viewer, Path(id): Path<String>) -> Response {
    let shown = async {
        let now = clock::now();
        let id: StatementId = id.parse().map_err(|_| Problem::new(What::NotFound))?;
        let stored = kept::find(&app.store, id).await?.ok_or(Problem::new(What::NotFound))?;
        let facts = people::find(&app.store, stored.person).await?.ok_or(Problem::new(What::NotFound))?;
        if viewer.person != Some(stored.person) {
            let account = allowed(&app, &viewer, facts.unit(), now)?;
            audit::add(&app.store, &entry(&account.login, "see-statement", &id.to_string(), now)).await?;
        }
        let page = statement_page(&app, &viewer, &facts, &stored, now).await?;
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

async fn statement_page(
    app: &App,
    viewer: &Viewer,
    facts: &PersonFacts,
    stored: &kept::StoredStatement,
    now: Timestamp,
) -> Result<StatementPage, Problem> {
    let m = Messages(viewer.lang());
    let year = day_of(now).year();
    let entry = record::read(&stored.json).ok();
    let helper = match entry.as_ref().and_then(|entry| entry.helper) {
        Some(helper) => {
            people::find(&app.store, helper).await?.and_then(|helper| name_for_officials(&helper, year))
        }
        None => None,
    };
    let title =
        |skill: &domain::ids::SkillId| app.skill_title(skill, viewer.lang()).unwrap_or_default().to_owned();
    let proves = entry
        .as_ref()
        .and_then(|entry| entry.evidence.first())
        .map(|proof| (title(&proof.skill), proof.rung));
    let place = entry.as_ref().and_then(|entry| app.territory.path_label(entry.place.unit, day_of(entry.at)));
    let voiding = kept::find_voiding(&app.store, stored.person, stored.id).await?;
    let voided = voiding.and_then(|voiding| match record::read(&voiding.json).ok()?.subject {
        Subject::Voided { reason, .. } => Some((day_of(voiding.at), reason)),
        _ => None,
    });
    let can_void = voided.is_none() && !proves_nothing(entry.as_ref());
    let can_void = can_void && may_void(app, viewer, facts, now).is_some();
    Ok(StatementPage {
        back: urls::person_standings(&facts.id.to_string()),
        who: name_for_officials(facts, year).unwrap_or_else(|| m.nameless().to_owned()),
        did: entry.as_ref().map_or_else(
            || m.did_other().to_owned(),
            |entry| m.did(&entry.subject, &app.curriculum.syllabus),
        ),
        at: stored.at,
        arrived: stored.stored,
        place,
        helper,
        proves,
        json: indented(&stored.json),
        voided,
        void: can_void.then(|| urls::statement_void(&stored.id.to_string())),
    })
}

fn proves_nothing(entry: Option<&Entry>) -> bool {
    entry.is_none_or(|entry| entry.evidence.is_empty())
}

fn indented(json: &str) -> String {
    let value: Result<serde_json::Value, _> = serde_json::from_str(json);
    value.and_then(|value| serde_json::to_string_pretty(&value)).unwrap_or_else(|_| json.to_owned())
}
