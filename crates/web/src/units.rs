//! Finding a unit: a page for people, JSON for programs.

use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::learning::day_of;
use pages::learning::Form;
use pages::targets::UnitName;
use pages::units::{FoundUnit, Units};
use territory::{Hit, UnitId};

use crate::app::App;
use crate::clock;
use crate::respond;
use crate::viewer::{Viewer, wants_json};

/// How many units a search gives.
const FOUND_MAX: usize = 20;

/// GET `/units?q=…`.
pub(crate) async fn search(
    State(app): State<App>,
    viewer: Viewer,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Response {
    let form = Form::parse(query.as_deref().unwrap_or_default());
    let query = form.filled("q");
    let today = day_of(clock::now());
    let hits = query.map(|query| app.territory.search_with_past(query, today, FOUND_MAX)).unwrap_or_default();
    if wants_json(&headers) {
        return respond::json(json(&app, &hits));
    }
    let found = hits.iter().map(|hit| found(&app, hit)).collect();
    let page = Units { query: query.map(str::to_owned), found, country: UnitId::COUNTRY.to_string() };
    respond::html(page.page(&viewer.frame(&app)))
}

fn found(app: &App, hit: &Hit<'_>) -> FoundUnit {
    FoundUnit {
        unit: UnitName { id: hit.unit.id.to_string(), name: hit.unit.title() },
        within: within(app, hit),
        until: hit.unit.last_day(),
    }
}

fn within(app: &App, hit: &Hit<'_>) -> String {
    let label = app.territory.label_of(hit.unit);
    label.split_once(", ").map_or_else(String::new, |(_, within)| within.to_owned())
}

/// An array of units: id, code, level, kind, name, label, valid_from, valid_to (the first day on which it is no more), and
/// for ended units the ids of today's units on their ground.
fn json(app: &App, hits: &[Hit<'_>]) -> String {
    let unit = |hit: &Hit<'_>| {
        let unit = hit.unit;
        let heirs = hit.ended.as_ref().map(|heirs| {
            let ids = |units: &[UnitId]| units.iter().map(ToString::to_string).collect::<Vec<_>>();
            serde_json::json!({ "whole": ids(&heirs.whole), "mixed": ids(&heirs.mixed) })
        });
        serde_json::json!({
            "id": unit.id.to_string(),
            "code": unit.id.code(),
            "level": unit.level().as_str(),
            "kind": &*unit.kind,
            "name": &*unit.name,
            "label": app.territory.label_of(unit),
            "parent": unit.parent.map(|parent| parent.to_string()),
            "valid_from": unit.valid_from.map(|day| day.to_string()),
            "valid_to": unit.valid_to.map(|day| day.to_string()),
            "heirs": heirs,
        })
    };
    serde_json::Value::Array(hits.iter().map(unit).collect()).to_string()
}
