//! Reading what a browser sent.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::response::Response;
use domain::ids::StatementId;
use domain::learning::{Act, Deed};
use jiff::Timestamp;
use pages::learning::Form;

use crate::app::App;
use crate::clock;
use crate::problem::{Problem, What};
use crate::viewer::Manner;

/// The largest form of ours is a fraction of this.
const FORM_BYTES_MAX: usize = 16 * 1024;

/// The body of a POST as a form.
pub(crate) struct Posted(pub(crate) Form);

impl FromRequest<App> for Posted {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let manner = Manner::of(request.headers(), request.uri());
        let refuse = |what| Problem::new(what).answer(app, &manner);
        let bytes: Bytes = axum::body::to_bytes(request.into_body(), FORM_BYTES_MAX)
            .await
            .map_err(|_| refuse(What::TooLarge))?;
        let body = core::str::from_utf8(&bytes).map_err(|_| refuse(What::BadForm))?;
        // A NUL byte can stand in no text that PostgreSQL keeps, and in no form that a person filled in.
        if body.contains("%00") || body.contains('\0') {
            return Err(refuse(What::BadForm));
        }
        Ok(Self(Form::parse(body)))
    }
}

/// The id that the form carries, or a fresh one for a program that sends none.
pub(crate) fn act_id(form: &Form, now: Timestamp) -> Result<StatementId, Problem> {
    match form.filled("act") {
        Some(text) => text.parse().map_err(|_| Problem::new(What::BadForm)),
        None => Ok(StatementId::mint(now, clock::chance())),
    }
}

/// A deed of a form as an act of now.
pub(crate) fn act_of(form: &Form, deed: Deed, now: Timestamp) -> Result<Act, Problem> {
    Ok(Act { id: act_id(form, now)?, at: now, deed })
}
