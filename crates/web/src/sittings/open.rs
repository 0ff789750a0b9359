//! Opening a sitting: the form, a look at what was typed, the opening.

use axum::extract::State;
use axum::response::Response;
use domain::content::{Blueprint, Supervision, TestKind};
use domain::ids::{BlueprintId, SittingId};
use domain::learning::day_of;
use domain::people::Name;
use domain::sitting::{Code, Plan, PlanRefused, Room, SeatCode, names};
use jiff::Timestamp;
use pages::learning::Form;
use pages::messages::Messages;
use pages::sitting::{SittingCheck, SittingNew};
use pages::ui::{Choice, FormState};
use pages::urls;
use store::audit;
use store::sittings::{self, AddSitting, Opened};
use territory::{Unit, UnitId};

use super::ORGANISERS;
use crate::app::App;
use crate::audited::{entry, entry_in};
use crate::clock;
use crate::forms::{Posted, act_id};
use crate::problem::{Problem, What};
use crate::respond;
use crate::viewer::{Account, Viewer};

const FIELDS: [&str; 6] = ["blueprint", "unit", "place", "room", "expected", "names"];
/// How often another code is minted when the one drawn is in use.
const CODES_MAX: usize = 8;

/// GET `/sittings/new`.
pub(crate) async fn new(State(app): State<App>, viewer: Viewer) -> Response {
    let shown =
        viewer.account_with(ORGANISERS).map(|account| asked(&app, &viewer, account, FormState::default()));
    shown.unwrap_or_else(|problem| viewer.problem(&app, problem))
}

/// POST `/sittings/new`: what was typed is shown once more, or again in the form.
pub(crate) async fn check(State(app): State<App>, viewer: Viewer, Posted(form): Posted) -> Response {
    let shown = viewer.account_with(ORGANISERS).map(|account| match read(&app, &viewer, account, &form) {
        Ok(told) if form.get("change").is_none() => checked(&app, &viewer, &told, &form),
        Ok(_) => asked(&app, &viewer, account, kept(&form)),
        Err(state) => asked(&app, &viewer, account, state),
    });
    shown.unwrap_or_else(|problem| viewer.problem(&app, problem))
}

/// POST `/sittings`.
pub(crate) async fn open(State(app): State<App>, viewer: Viewer, Posted(form): Posted) -> Response {
    let done = async {
        let account = viewer.account_with(ORGANISERS)?;
        match read(&app, &viewer, account, &form) {
            Ok(told) => opened(&app, account, &told, &form, clock::now()).await,
            Err(state) => Ok(asked(&app, &viewer, account, state)),
        }
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

/// What the form says, once it is whole.
struct Told {
    plan: Plan,
    unit: UnitId,
    names: Vec<Name>,
}

fn kept(form: &Form) -> FormState {
    FIELDS
        .into_iter()
        .fold(FormState::default(), |state, field| state.keep(field, form.get(field).unwrap_or_default()))
}

fn read(app: &App, viewer: &Viewer, account: &Account, form: &Form) -> Result<Told, FormState> {
    let m = Messages(viewer.lang());
    let blueprint = form.filled("blueprint").and_then(BlueprintId::parse);
    let blueprint = blueprint.filter(|id| tests(app).any(|test| test.card.id == *id));
    let units = units(app, account);
    let unit = match units.as_slice() {
        [only] => Some(only.id),
        several => form
            .filled("unit")
            .and_then(|id| several.iter().find(|unit| unit.id.as_str() == id))
            .map(|unit| unit.id),
    };
    let text = |field| form.get(field).unwrap_or_default();
    let names = names(text("names"));
    let expected = form.filled("expected").and_then(|count| count.parse().ok());
    // Without a test there is no plan; everything else is judged all the same.
    let judged = blueprint.clone().or_else(|| BlueprintId::parse("none"));
    let plan = judged.map(|id| Plan::new(id, text("place"), text("room"), expected));
    match (blueprint, unit, plan, names) {
        (Some(_), Some(unit), Some(Ok(plan)), Ok(names)) => Ok(Told { plan, unit, names }),
        (blueprint, unit, plan, names) => {
            let mut state = kept(form);
            if blueprint.is_none() {
                state = state.refuse("blueprint", m.sitting_need_test());
            }
            if unit.is_none() {
                state = state.refuse("unit", m.sitting_need_unit());
            }
            let wrong = plan.and_then(Result::err).unwrap_or_default();
            state = wrong.into_iter().fold(state, |state, refused| refuse(m, state, refused));
            Err(match names {
                Err(bad) => state.refuse("names", m.sitting_need_names(bad.line)),
                Ok(_) => state,
            })
        }
    }
}

fn refuse(m: Messages, state: FormState, refused: PlanRefused) -> FormState {
    match refused {
        PlanRefused::Place { most } => state.refuse("place", m.sitting_need_place(most)),
        PlanRefused::Room { most } => state.refuse("room", m.sitting_need_room(most)),
        PlanRefused::Expected { most } => state.refuse("expected", m.sitting_need_expected(most)),
    }
}

/// The tests that stand behind a certificate and can be supervised.
fn tests(app: &App) -> impl Iterator<Item = &Blueprint> {
    let all = app.curriculum.blueprints.values();
    all.filter(|test| test.card.kind == TestKind::Examination && test.supervision != Supervision::None)
}

/// The living units of an organiser's roles.
fn units<'a>(app: &'a App, account: &Account) -> Vec<&'a Unit> {
    let today = day_of(clock::now());
    let roles = account.roles.iter().filter(|role| ORGANISERS.contains(&role.kind));
    roles.filter_map(|role| app.territory.get(role.unit, today)).collect()
}

fn asked(app: &App, viewer: &Viewer, account: &Account, form: FormState) -> Response {
    let m = Messages(viewer.lang());
    let test = |test: &Blueprint| Choice {
        value: test.card.id.to_string(),
        label: test.card.title.get(viewer.lang()).to_owned(),
        hint: test.minutes.map(|minutes| m.seat_minutes_left(minutes.into())).unwrap_or_default(),
        icon: String::new(),
    };
    let unit = |unit: &&Unit| Choice {
        value: unit.id.to_string(),
        label: unit.title(),
        hint: String::new(),
        icon: String::new(),
    };
    let units = units(app, account);
    let several = units.len() > 1;
    let tests: Vec<Choice> = tests(app).map(test).collect();
    let form = match tests.as_slice() {
        [only] if form.value("blueprint").is_empty() => form.keep("blueprint", only.value.clone()),
        _ => form,
    };
    let units = if several { units.iter().map(unit).collect() } else { Vec::new() };
    respond::html(SittingNew { tests, units, form }.page(&viewer.frame(app)))
}

fn checked(app: &App, viewer: &Viewer, told: &Told, form: &Form) -> Response {
    let known = app.curriculum.blueprints.get(&told.plan.blueprint);
    let page = SittingCheck {
        test: known.map(|test| test.card.title.get(viewer.lang()).to_owned()).unwrap_or_default(),
        unit: app.territory.get(told.unit, day_of(clock::now())).map(Unit::title).unwrap_or_default(),
        names: told.names.iter().map(Name::to_string).collect(),
        form: kept(form),
    };
    respond::html(page.page(&viewer.frame(app)))
}

async fn opened(
    app: &App,
    account: &Account,
    told: &Told,
    form: &Form,
    now: Timestamp,
) -> Result<Response, Problem> {
    let id = SittingId(act_id(form, now)?.0);
    let kept: Vec<(Name, SeatCode)> =
        told.names.iter().map(|name| (name.clone(), SeatCode::mint(clock::chance()))).collect();
    for _ in 0..CODES_MAX {
        let room = Room::open(told.plan.clone(), Code::mint(clock::chance()), now);
        let new = AddSitting { id, unit: told.unit, organiser: &account.login, room: &room, kept: &kept };
        let detail = format!("{} {}", told.plan.blueprint, kept.len());
        let noted = entry(&account.login, "open-sitting", &id.to_string(), now);
        let noted = audit::step_add(&entry_in(told.unit, detail, noted));
        match sittings::add(&app.store, noted, &new).await? {
            Opened::Added | Opened::AlreadyThere => {
                return Ok(respond::see_other(&urls::sitting(&id.to_string())));
            }
            Opened::CodeTaken => {}
        }
    }
    Err(Problem::new(What::Unavailable("every code drawn was in use".into())))
}
