//! An official's desk.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::response::Response;
use domain::learning::day_of;
use domain::people::{Duty, RoleKind};
use pages::desk::{Area, Desk};
use territory::UnitId;

use crate::app::App;
use crate::clock;
use crate::respond;
use crate::viewer::{Account, Viewer};

/// GET `/desk`.
pub(crate) async fn show(State(app): State<App>, viewer: Viewer) -> Response {
    let shown = viewer.account_with(&RoleKind::ALL).map(|account| Desk { areas: areas(&app, account) });
    match shown {
        Ok(desk) => respond::html(desk.page(&viewer.frame(&app))),
        Err(problem) => viewer.problem(&app, problem),
    }
}

/// What is the same everywhere once, then unit by unit in the order of their ids.
fn areas(app: &App, account: &Account) -> Vec<Area> {
    let mut everywhere: Vec<Duty> = Vec::new();
    let mut within: BTreeMap<UnitId, Vec<Duty>> = BTreeMap::new();
    for role in &account.roles {
        for duty in role.kind.duties() {
            let duties =
                if duty.is_of_a_unit() { within.entry(role.unit).or_default() } else { &mut everywhere };
            duties.push(*duty);
        }
    }
    let area = |unit: Option<UnitId>, mut duties: Vec<Duty>| {
        duties.sort_unstable();
        duties.dedup();
        Area { unit: unit.map(|unit| (unit.to_string(), name(app, unit))), duties }
    };
    let first = (!everywhere.is_empty()).then(|| area(None, everywhere));
    first.into_iter().chain(within.into_iter().map(|(unit, duties)| area(Some(unit), duties))).collect()
}

fn name(app: &App, unit: UnitId) -> String {
    app.territory.path_label(unit, day_of(clock::now())).unwrap_or_else(|| unit.to_string())
}
