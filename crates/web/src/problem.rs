//! What went wrong, told to a person: what happened, what to do, and a number to quote.

use axum::http::StatusCode;
use axum::response::Response;
use pages::messages::Messages;
use pages::problem::{Happened, Problem as Page};
use pages::urls::{self, Url};
use store::StoreError;

use crate::app::App;
use crate::clock;
use crate::respond;
use crate::viewer::Manner;

/// What went wrong.
#[derive(Debug)]
pub enum What {
    /// There is no such page.
    NotFound,
    /// The form was not one of ours, or a part of it is missing.
    BadForm,
    /// The form came from another site.
    ForeignOrigin,
    /// Signed in, without the right to see this.
    Forbidden,
    /// Too much from one address.
    TooMany,
    /// The body is larger than any of our forms.
    TooLarge,
    /// The database does not answer.
    Unavailable(String),
    /// A file for paper has no shape for a letter of the name; the certificate's page can still be printed.
    NoShape {
        /// The letter.
        letter: char,
        /// The number of the certificate, when it is the viewer's own.
        number: Option<String>,
    },
    /// A fault of ours.
    Broken(String),
}

/// A problem on its way to a person.
#[derive(Debug)]
pub struct Problem(What);

impl Problem {
    /// A problem of this kind.
    #[must_use]
    pub const fn new(what: What) -> Self {
        Self(what)
    }

    const fn status(&self) -> StatusCode {
        match self.0 {
            What::NotFound => StatusCode::NOT_FOUND,
            What::BadForm => StatusCode::BAD_REQUEST,
            What::ForeignOrigin | What::Forbidden => StatusCode::FORBIDDEN,
            What::TooMany => StatusCode::TOO_MANY_REQUESTS,
            What::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            What::NoShape { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            What::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            What::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Who is not allowed here may sign in and come back; what cannot be made as a file stands on a page.
    fn way_on(&self, m: Messages, manner: &Manner) -> Option<(Url, String)> {
        match &self.0 {
            What::Forbidden => {
                Some((urls::sign_in().with("back", &manner.path), m.sign_in_title().to_owned()))
            }
            What::NoShape { number: Some(number), .. } => {
                Some((urls::certificate(number), m.cert_pdf_back().to_owned()))
            }
            _ => None,
        }
    }

    /// More than the kind of problem says by itself.
    fn detail(&self, m: Messages) -> String {
        match self.0 {
            What::NoShape { letter, .. } => m.cert_pdf_letter(letter),
            _ => String::new(),
        }
    }

    const fn happened(&self) -> Happened {
        match self.0 {
            What::NotFound => Happened::Missing,
            What::BadForm | What::ForeignOrigin | What::TooLarge | What::NoShape { .. } => Happened::Refused,
            What::Forbidden => Happened::Forbidden,
            What::TooMany | What::Unavailable(_) => Happened::Busy,
            What::Broken(_) => Happened::Broken,
        }
    }

    /// The page that tells it. The log gets the cause, once, with the number that the person can quote.
    pub(crate) fn answer(self, app: &App, manner: &Manner) -> Response {
        let reference = reference();
        match &self.0 {
            What::Unavailable(cause) | What::Broken(cause) => {
                tracing::error!(reference, path = manner.plain_path(), cause, "a request failed");
            }
            what => tracing::info!(reference, path = manner.plain_path(), ?what, "a request was refused"),
        }
        let m = Messages(manner.lang);
        let page = Page {
            happened: self.happened(),
            detail: self.detail(m),
            way_on: self.way_on(m, manner),
            reference: Some(reference),
        };
        let mut response = respond::html(page.page(&manner.frame(app)));
        *response.status_mut() = self.status();
        response
    }
}

/// Eight letters and digits, easy to read out.
fn reference() -> String {
    const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    clock::bytes::<8>().iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect()
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Unavailable { .. } => Self(What::Unavailable(error.to_string())),
            other => Self(What::Broken(other.to_string())),
        }
    }
}
