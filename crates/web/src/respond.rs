//! Answers: a page, a redirect, a text.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use maud::Markup;
use pages::urls::Url;

/// A page of HTML. What a person sees is theirs: no shared cache keeps it.
pub(crate) fn html(page: Markup) -> Response {
    typed("text/html; charset=utf-8", page.into_string())
}

/// A page that holds only for this moment: no cache keeps it, not even for the way back. With `refresh` the browser asks for it
/// again after so many seconds, without a script.
pub(crate) fn fleeting(page: Markup, refresh_s: Option<u32>) -> Response {
    let mut response = html(page);
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(seconds) = refresh_s {
        headers.insert(header::REFRESH, HeaderValue::from(seconds));
    }
    response
}

/// A text of a media type, not to be cached.
pub(crate) fn typed(mime: &'static str, text: impl Into<Body>) -> Response {
    let mut response = Response::new(text.into());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(mime));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    headers.insert(header::VARY, HeaderValue::from_static("cookie, accept"));
    response
}

/// JSON.
pub(crate) fn json(text: String) -> Response {
    typed("application/json", text)
}

/// A file to keep; its name is plain ASCII.
pub(crate) fn file(mime: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let mut response = typed(mime, bytes);
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    let disposition = disposition.expect("a file of ours has a plain name");
    response.headers_mut().insert(header::CONTENT_DISPOSITION, disposition);
    response
}

/// Sends the browser on after a POST, so that reloading sends nothing twice.
pub(crate) fn see_other(url: &Url) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    let location = HeaderValue::from_str(url.as_str()).expect("our addresses are percent-encoded ASCII");
    response.headers_mut().insert(header::LOCATION, location);
    response
}

/// An answer without a body.
pub(crate) fn status(status: StatusCode) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

/// Adds a cookie to an answer.
pub(crate) fn with_cookie(mut response: Response, cookie: Option<HeaderValue>) -> Response {
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
