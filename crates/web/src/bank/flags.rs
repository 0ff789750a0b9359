//! Attempts that a person should look at, without names.

use axum::extract::State;
use axum::response::Response;
use domain::ids::StatementId;
use domain::learning::day_of;
use domain::people::RoleKind;
use pages::bank::{FlagLine, Flags};
use store::{Scope, audit, keeping};
use territory::{Level, UnitId};

use crate::app::App;
use crate::audited::entry;
use crate::clock;
use crate::problem::Problem;
use crate::respond;
use crate::viewer::{Account, Viewer};

/// Who sees them, each within their units.
const LOOKERS: &[RoleKind] = &[RoleKind::Keeper, RoleKind::Operator, RoleKind::Officer];
/// How many are shown.
const LISTED_MAX: u32 = 200;
/// How much of an id is shown: enough to tell two attempts apart and to find one in a review.
const TAIL: usize = 6;

/// GET `/bank/flags`.
pub(crate) async fn list(State(app): State<App>, viewer: Viewer) -> Response {
    let shown = async {
        let account = viewer.account_with(LOOKERS)?;
        let now = clock::now();
        audit::add(&app.store, &entry(&account.login, "list-flags", "", now)).await?;
        let flags = keeping::list_flags(&app.store, &scope(&app, account), LISTED_MAX).await?;
        let line = |(flagged, unit): &(keeping::Flagged, UnitId)| FlagLine {
            kind: flagged.flag.kind,
            value_milli: flagged.flag.value_milli,
            attempt: tail(flagged.attempt),
            other: flagged.other.map(tail),
            unit: unit_label(&app, *unit),
            seen: flagged.seen_at,
        };
        let page = Flags { lines: flags.iter().map(line).collect() };
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

fn scope(app: &App, account: &Account) -> Scope {
    let everywhere =
        account.roles.iter().any(|role| LOOKERS.contains(&role.kind) && role.unit.level() == Level::Country);
    if everywhere { Scope::Everywhere } else { account.area(app, LOOKERS, clock::now()) }
}

fn unit_label(app: &App, unit: UnitId) -> String {
    app.territory.path_label(unit, day_of(clock::now())).unwrap_or_else(|| unit.to_string())
}

fn tail(id: StatementId) -> String {
    let id = id.to_string();
    format!("…{}", id.get(id.len().saturating_sub(TAIL)..).unwrap_or_default())
}
