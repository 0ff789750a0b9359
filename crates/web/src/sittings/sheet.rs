//! The sign-in sheet, to print.

use axum::extract::{Path, State};
use axum::response::Response;
use pages::sitting::Sheet;
use pages::urls;
use store::sittings;

use super::find;
use super::told::{shown_name, test_title};
use crate::app::App;
use crate::clock;
use crate::problem::Problem;
use crate::respond;
use crate::viewer::Viewer;

/// GET `/sittings/{id}/sheet`.
pub(crate) async fn show(State(app): State<App>, viewer: Viewer, Path(id): Path<String>) -> Response {
    let now = clock::now();
    let shown = async {
        let (_, sitting) = find(&app, &viewer, &id).await?;
        let seats = sittings::list_seats(&app.store, sitting.id).await?;
        let room = &sitting.room;
        let origin = app.settings.public_url.as_ref().unwrap_or(&app.settings.own_url);
        let names: Vec<String> = seats.iter().map(|placed| shown_name(placed, now)).collect();
        let place = [room.plan.place.as_str(), room.plan.room.as_str()];
        let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
        let page = Sheet {
            id: sitting.id.to_string(),
            test: test_title(&app, room, viewer.lang()),
            place: place.join(" · "),
            opened: room.opened,
            code: room.code.to_string(),
            address: format!("{origin}{}", urls::exam()),
            address_with_code: format!("{origin}{}", urls::exam_join(room.code.as_str())),
            lines: names.len().max(usize::from(room.plan.expected)),
            names,
        };
        Ok(respond::html(page.page(&viewer.frame(&app))))
    };
    shown.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}
