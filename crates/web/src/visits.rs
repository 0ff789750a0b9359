//! A helper notes a visit: one screen, once; it counts at once, marked as assisted.

use axum::extract::{RawQuery, State};
use axum::response::Response;
use domain::community::{HowFar, Visit, VisitRefused, note_visit};
use domain::ids::{PersonId, SkillId, StatementId};
use domain::learning::{Act, Decision, Deed, Learner, day_of, decide};
use domain::people::RoleKind;
use domain::people::{Name, is_child};
use domain::standing::Rung;
use jiff::Timestamp;
use pages::learning::Form;
use pages::messages::Messages;
use pages::ui::{Choice, FormState};
use pages::visit::{NEW_PERSON, VisitLine, VisitNew, VisitSaved, Visits};
use store::db::Batch;
use store::learners::{self, Saved};
use store::people::{self, NewPerson, PersonFacts, PersonKind};
use store::{Scope, audit, visits};
use territory::{Level, UnitId};
use uuid::Uuid;

use crate::acts;
use crate::app::App;
use crate::audited::{entry, entry_in};
use crate::clock;
use crate::forms::{Posted, act_id};
use crate::problem::{Problem, What};
use crate::respond;
use crate::viewer::{Account, Viewer};

/// Who may note visits.
const HELPERS: &[RoleKind] = &[RoleKind::Helper, RoleKind::Officer];
/// How many people the form offers before a search.
const RECENT_MAX: u32 = 8;
/// How many people a search gives.
const FOUND_MAX: u32 = 20;
/// How many visits the list shows.
const LISTED_MAX: u32 = 50;
const TRIES: usize = 16;

/// GET `/visits/new?q=…`.
pub(crate) async fn new(State(app): State<App>, viewer: Viewer, RawQuery(query): RawQuery) -> Response {
    let query = Form::parse(query.as_deref().unwrap_or_default());
    let shown = form_page(&app, &viewer, query.filled("q"), FormState::default()).await;
    shown.unwrap_or_else(|problem| viewer.problem(&app, problem))
}

async fn form_page(
    app: &App,
    viewer: &Viewer,
    query: Option<&str>,
    form: FormState,
) -> Result<Response, Problem> {
    let account = viewer.account_with(HELPERS)?;
    let people = match query {
        Some(query) => {
            audit::add(&app.store, &entry(&account.login, "search-people", "", clock::now())).await?;
            people::search(&app.store, &area(app, account), query, FOUND_MAX).await?
        }
        None => visits::list_people(&app.store, &area(app, account), account.person, RECENT_MAX).await?,
    };
    let skill = |skill: &domain::content::Skill| Choice {
        value: skill.id.to_string(),
        label: skill.title.get(viewer.lang()).to_owned(),
        hint: String::new(),
        icon: skill.icon.clone(),
    };
    let page = VisitNew {
        query: query.map(str::to_owned),
        people: people.iter().map(|person| choice(viewer, person)).collect(),
        skills: app.curriculum.syllabus.skills.iter().map(skill).collect(),
        form,
    };
    Ok(respond::html(page.page(&viewer.frame(app))))
}

/// A person of the list: name, year and hamlet tell apart those of one name.
fn choice(viewer: &Viewer, person: &PersonFacts) -> Choice {
    let m = Messages(viewer.lang());
    let born = person.birth_year.map(|year| year.to_string());
    let hint: Vec<String> = born.into_iter().chain(person.hamlet.clone()).collect();
    Choice {
        value: person.id.to_string(),
        label: shown_name(m, person),
        hint: hint.join(" · "),
        icon: "user".into(),
    }
}

/// The name of somebody in a helper's list; of a child the initials only.
fn shown_name(m: Messages, person: &PersonFacts) -> String {
    let year = day_of(clock::now()).year();
    let name = person.name.as_deref().and_then(|name| Name::parse(name).ok());
    match name {
        Some(name) if is_child(person.birth_year, year) => name.initials(),
        Some(name) => name.to_string(),
        None => m.nameless().to_owned(),
    }
}

/// The communes in which a helper helps: those of the units of their roles.
fn area(app: &App, account: &Account) -> Scope {
    account.area(app, HELPERS, clock::now())
}

/// What the form says, once it is whole.
struct Noted {
    whom: Whom,
    skill: SkillId,
    how_far: HowFar,
}

enum Whom {
    Known(PersonId),
    New { name: Name, birth_year: i16, hamlet: Option<String> },
}

/// POST `/visits`.
pub(crate) async fn note(State(app): State<App>, viewer: Viewer, Posted(form): Posted) -> Response {
    let now = clock::now();
    let done = async {
        let account = viewer.account_with(HELPERS)?;
        let noted = match read(&viewer, &form, now) {
            Ok(Noted { whom: Whom::New { .. }, .. }) if own_commune(&app, account, now).is_none() => {
                let words = Messages(viewer.lang()).visit_no_commune();
                return form_page(&app, &viewer, None, FormState::default().refuse("person", words)).await;
            }
            Ok(noted) => noted,
            Err(state) => return form_page(&app, &viewer, None, state).await,
        };
        save(&app, &viewer, account, &form, &noted, now).await
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

fn read(viewer: &Viewer, form: &Form, now: Timestamp) -> Result<Noted, FormState> {
    let m = Messages(viewer.lang());
    let mut state = ["person", "name", "born", "hamlet", "skill", "rung"]
        .into_iter()
        .fold(FormState::default(), |state, field| state.keep(field, form.get(field).unwrap_or_default()));
    let skill = form.filled("skill").and_then(SkillId::parse);
    let how_far = form.filled("rung").and_then(Rung::parse).and_then(HowFar::of_rung);
    let whom = match form.filled("person") {
        Some(id) if id != NEW_PERSON => id.parse().ok().map(Whom::Known),
        // Who types a name has said whom, without choosing "new" as well.
        chosen => new_person(m, form, chosen.is_some(), now, &mut state),
    };
    if whom.is_none() && !state.is_refused() {
        state = state.refuse("person", m.visit_need_whom());
    }
    if skill.is_none() {
        state = state.refuse("skill", m.visit_need_skill());
    }
    if how_far.is_none() {
        state = state.refuse("rung", m.visit_need_how_far());
    }
    match (whom, skill, how_far) {
        (Some(whom), Some(skill), Some(how_far)) => Ok(Noted { whom, skill, how_far }),
        _ => Err(state),
    }
}

fn new_person(m: Messages, form: &Form, chosen: bool, now: Timestamp, state: &mut FormState) -> Option<Whom> {
    let typed = form.filled("name");
    if !chosen && typed.is_none() {
        return None;
    }
    let name = typed.and_then(|name| Name::parse(name).ok());
    let this_year = day_of(now).year();
    let born = form.filled("born").and_then(|year| year.parse::<i16>().ok());
    let born = born.filter(|year| (this_year - 120..=this_year - 5).contains(year));
    if name.is_none() {
        *state = core::mem::take(state).refuse("name", m.visit_need_name());
    }
    if born.is_none() {
        *state = core::mem::take(state).refuse("born", m.visit_need_born());
    }
    let hamlet = form.filled("hamlet").map(|hamlet| hamlet.chars().take(80).collect());
    Some(Whom::New { name: name?, birth_year: born?, hamlet })
}

async fn save(
    app: &App,
    viewer: &Viewer,
    account: &Account,
    form: &Form,
    noted: &Noted,
    now: Timestamp,
) -> Result<Response, Problem> {
    let id = act_id(form, now)?;
    let mut visit =
        Visit { id, at: now, helper: account.person, skill: noted.skill.clone(), how_far: noted.how_far };
    for _ in 0..TRIES {
        let plan = plan(app, account, &visit, id, &noted.whom, now).await?;
        let last = plan.decisions.last().ok_or(Problem::new(What::BadForm))?;
        match learners::save_all(&app.store, plan.first, &plan.decisions).await? {
            Saved::Added => return saved_page(app, viewer, &last.learner, &noted.skill, Some(last)).await,
            Saved::AlreadyThere if acts::is_recorded(app, last).await? => {
                let learner = acts::learner(app, last.learner.person).await?;
                return saved_page(app, viewer, &learner, &noted.skill, None).await;
            }
            // The helper went back on the same page and noted something else: another visit, with an id of its own.
            Saved::AlreadyThere | Saved::ForeignId => visit.id = StatementId::mint(now, clock::chance()),
            Saved::Raced => {}
        }
    }
    Err(Problem::new(What::Unavailable("the same person's acts kept overtaking each other".into())))
}

/// Everything that one visit writes, to be committed together.
struct Plan {
    first: Batch,
    decisions: Vec<Decision>,
}

async fn plan(
    app: &App,
    account: &Account,
    visit: &Visit,
    form: StatementId,
    whom: &Whom,
    now: Timestamp,
) -> Result<Plan, Problem> {
    // The person made from this form has an id that comes from the form's, so that sending it twice makes one person.
    let from_form = PersonId(Uuid::from_u128(form.0.as_u128() ^ 1));
    let (person, made, settled) = match whom {
        Whom::Known(person) => (known(app, account, *person).await?, Batch::new(), None),
        Whom::New { .. } if people::find(&app.store, from_form).await?.is_some() => {
            (known(app, account, from_form).await?, Batch::new(), None)
        }
        Whom::New { name, birth_year, hamlet } => {
            new_learner(app, account, from_form, (name, *birth_year, hamlet), now)?
        }
    };
    let decision = note_visit(&person, &app.curriculum, visit, now).map_err(|refused| match refused {
        VisitRefused::Oneself | VisitRefused::NoSuchSkill(_) => Problem::new(What::BadForm),
    })?;
    let detail = format!("{} {}", visit.skill, visit.how_far.as_str());
    let noted = entry(&account.login, "note-visit", &person.person.to_string(), now);
    let noted = entry_in(decision.learner.book.place.unit, detail, noted);
    let decisions = settled.into_iter().chain([decision]).collect();
    Ok(Plan { first: made.then(audit::step_add(&noted)), decisions })
}

/// Somebody of the helper's area.
async fn known(app: &App, account: &Account, person: PersonId) -> Result<Learner, Problem> {
    let facts = people::find(&app.store, person).await?.ok_or(Problem::new(What::NotFound))?;
    if !area(app, account).holds(facts.unit()) {
        return Err(Problem::new(What::Forbidden));
    }
    acts::learner(app, person).await
}

/// Somebody new, settled where the helper helps.
fn new_learner(
    app: &App,
    account: &Account,
    person: PersonId,
    (name, birth_year, hamlet): (&Name, i16, &Option<String>),
    now: Timestamp,
) -> Result<(Learner, Batch, Option<Decision>), Problem> {
    let unit = own_commune(app, account, now).ok_or(Problem::new(What::Forbidden))?;
    let group = group_of_age(app, birth_year, day_of(now).year());
    let deed = Deed::Settle { unit: Some(unit), group };
    let act = Act { id: StatementId(Uuid::from_u128(person.0.as_u128() ^ 3)), at: now, deed };
    let settled = decide(&Learner::new(person), &app.curriculum, &act, now);
    let settled = settled.map_err(|refusal| Problem::new(What::Broken(format!("{refusal:?}"))))?;
    let made = people::step_add(&NewPerson {
        id: person,
        name: Some(name.to_string()),
        birth_year: Some(birth_year),
        hamlet: hamlet.clone(),
        kind: PersonKind::Helped,
        made_by: Some(account.person),
        made_at: now,
    });
    Ok((settled.learner.clone(), made, Some(settled)))
}

/// The commune in which this helper finds new people: the first living one of their roles. A role over a whole province
/// says nothing of where somebody lives.
fn own_commune(app: &App, account: &Account, now: Timestamp) -> Option<UnitId> {
    let roles = account.roles.iter().filter(|role| HELPERS.contains(&role.kind));
    let living =
        |unit: &UnitId| unit.level() == Level::Commune && app.territory.get(*unit, day_of(now)).is_some();
    roles.map(|role| role.unit).find(living)
}

/// A child counts among the pupils, an adult among the residents, until somebody says otherwise.
pub(crate) fn group_of_age(app: &App, birth_year: i16, year: i16) -> Option<domain::ids::GroupId> {
    let name = if is_child(Some(birth_year), year) { "pupil" } else { "resident" };
    app.curriculum
        .syllabus
        .groups
        .iter()
        .find(|group| group.id.as_str() == name)
        .map(|group| group.id.clone())
}

async fn saved_page(
    app: &App,
    viewer: &Viewer,
    learner: &Learner,
    skill: &SkillId,
    decision: Option<&Decision>,
) -> Result<Response, Problem> {
    let m = Messages(viewer.lang());
    let facts = people::find(&app.store, learner.person).await?;
    let page = VisitSaved {
        name: facts.map_or_else(|| m.nameless().to_owned(), |facts| shown_name(m, &facts)),
        skill: app.skill_title(skill, viewer.lang()).unwrap_or_default().to_owned(),
        rung: learner.book.rung(skill).unwrap_or(Rung::Attended),
        has_risen: decision.is_some_and(|decision| decision.moved.contains(skill)),
    };
    Ok(respond::html(page.page(&viewer.frame(app))))
}

/// GET `/visits`: the helper's own.
pub(crate) async fn list(State(app): State<App>, viewer: Viewer) -> Response {
    let shown = async {
        let account = viewer.account_with(HELPERS)?;
        let visits = visits::list(&app.store, &area(&app, account), account.person, LISTED_MAX).await?;
        let m = Messages(viewer.lang());
        let line = |visit: visits::Visited| {
            Some(VisitLine {
                name: shown_name(m, &visit.person),
                skill: visit.skill.map(|skill| {
                    app.skill_title(&skill, viewer.lang()).unwrap_or(skill.as_str()).to_owned()
                })?,
                rung: visit.rung?,
                at: visit.at,
            })
        };
        let page = Visits { visits: visits.into_iter().filter_map(line).collect() };
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}
