//! What other systems check: who issues and with which keys, what was withdrawn, certificates as credentials, and the
//! endpoints of the W3C CCG's VC API for programs that may use them.

pub(crate) mod api;
pub(crate) mod issuer;
pub(crate) mod sheet;
mod status;

use axum::http::{HeaderValue, header};
use axum::response::Response;
use credential::vc::{Profile, Signer, did_web};
use domain::text::Lang;
use pages::messages::Messages;
use pages::urls::{self, Url};

use crate::app::App;
use crate::keys::Keys;

/// Scheme and host under which people reach this house.
fn origin(app: &App) -> &str {
    app.settings.public_url.as_ref().unwrap_or(&app.settings.own_url)
}

/// An address in full.
fn address(app: &App, url: &Url) -> String {
    format!("{}{url}", origin(app))
}

/// The identity that signs.
fn did(app: &App) -> String {
    did_web(origin(app)).unwrap_or_else(|| format!("did:web:{}", origin(app)))
}

/// The key that signs, under the name by which it is published.
fn signer<'k>(app: &App, keys: &'k Keys) -> Signer<'k> {
    Signer::of(&did(app), &keys.signing)
}

/// The house as an issuer.
fn profile(app: &App) -> Profile {
    Profile {
        id: did(app),
        name: Messages(Lang::Vi).product().to_owned(),
        url: address(app, &urls::issuer()),
    }
}

/// An answer that is the same for everybody: caches may keep it for some minutes, and pages of any site may read it.
fn public(mut response: Response, seconds: u32) -> Response {
    let headers = response.headers_mut();
    let kept = format!("public, max-age={seconds}");
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_str(&kept).expect("plain ASCII"));
    headers.insert(header::VARY, HeaderValue::from_static("accept"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}
