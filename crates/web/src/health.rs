//! For the operator and their machines.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use crate::app::App;
use crate::respond;

/// GET `/healthz`: 200 when ready, with version and database.
pub(crate) async fn healthz(State(app): State<App>) -> Response {
    let version = env!("CARGO_PKG_VERSION");
    match app.store.db().health().await {
        Ok(health) => {
            let database = format!("{:?}", health.kind).to_lowercase();
            let body = serde_json::json!({
                "status": "ok",
                "version": version,
                "database": database,
                "database_version": health.version,
                "demonstration": app.settings.demonstration,
            });
            respond::json(body.to_string())
        }
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            let body = serde_json::json!({ "status": "unavailable", "version": version });
            let mut response = respond::json(body.to_string());
            *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
            response
        }
    }
}

/// GET `/metrics`.
pub(crate) async fn metrics(State(app): State<App>) -> Response {
    respond::typed("text/plain; version=0.0.4; charset=utf-8", app.metrics.page())
}
