//! The sittings of an organiser's area.

use axum::extract::State;
use axum::response::Response;
use pages::sitting::{SittingLine, Sittings};
use store::sittings;

use super::told::{room_state, test_title};
use super::{ORGANISERS, area};
use crate::app::App;
use crate::problem::Problem;
use crate::respond;
use crate::viewer::Viewer;

/// How many the list shows.
const LISTED_MAX: u32 = 50;

/// GET `/sittings`.
pub(crate) async fn list(State(app): State<App>, viewer: Viewer) -> Response {
    let shown = async {
        let account = viewer.account_with(ORGANISERS)?;
        let found = sittings::list(&app.store, &area(&app, account), LISTED_MAX).await?;
        let line = |sitting: sittings::Sitting| SittingLine {
            id: sitting.id.to_string(),
            test: test_title(&app, &sitting.room, viewer.lang()),
            state: room_state(&sitting.room),
            opened: sitting.room.opened,
            place: sitting.room.plan.place,
        };
        let page = Sittings { sittings: found.into_iter().map(line).collect() };
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}
