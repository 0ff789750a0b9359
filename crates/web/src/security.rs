//! What protects every request: who may post, and the headers of every answer.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::app::App;
use crate::cookies;
use crate::metrics::Counter;
use crate::problem::{Problem, What};
use crate::viewer::Manner;

/// Pages run no script but ours, from a file, and load nothing from other hosts.
const CSP: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; media-src 'self'; font-src 'self'; script-src 'self'; \
                   connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; \
                   frame-ancestors 'none'";

/// Refuses a POST that another site sent, and adds the headers that every answer carries.
pub(crate) async fn guard(State(app): State<App>, request: Request, next: Next) -> Response {
    let changes = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let mut response = if changes && !is_from_here(request.headers()) {
        Problem::new(What::ForeignOrigin).answer(&app, &Manner::of(request.headers(), request.uri()))
    } else {
        next.run(request).await
    };
    app.metrics.count(Counter::Request);
    if response.status() >= StatusCode::INTERNAL_SERVER_ERROR {
        app.metrics.count(Counter::Failure);
    }
    add_headers(response.headers_mut(), app.settings.is_secure());
    response
}

/// Browsers say where a POST comes from: by `Sec-Fetch-Site`, by `Origin`, by `Referer`. Programs may say nothing; but then
/// they carry no cookie of a session, which a browser would send for anybody.
fn is_from_here(headers: &HeaderMap) -> bool {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text(HeaderName::from_static("sec-fetch-site")) {
        return matches!(site, "same-origin" | "none");
    }
    let host = text(header::HOST);
    let host_of = |url: &str| {
        url.split_once("://").map(|(_, rest)| rest.split('/').next().unwrap_or_default().to_owned())
    };
    match text(header::ORIGIN).or(text(header::REFERER)) {
        Some(from) => host.is_some() && host_of(from).as_deref() == host,
        None => cookies::read(headers, cookies::SESSION).is_none(),
    }
}

/// What protects a page wherever it is made: on the server, and in the service worker.
pub(crate) const fn of_pages() -> [(&'static str, &'static str); 3] {
    [
        ("content-security-policy", CSP),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
    ]
}

fn add_headers(headers: &mut HeaderMap, is_public: bool) {
    let mut add = |name: &'static str, value: &'static str| {
        headers.entry(HeaderName::from_static(name)).or_insert(HeaderValue::from_static(value));
    };
    of_pages().into_iter().for_each(|(name, value)| add(name, value));
    add("permissions-policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()");
    add("cross-origin-opener-policy", "same-origin");
    if is_public {
        add("strict-transport-security", "max-age=31536000");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_and_programs_may_post() {
        for (headers, expect) in [
            (vec![], true),
            (vec![("sec-fetch-site", "same-origin")], true),
            (vec![("sec-fetch-site", "cross-site")], false),
            (vec![("sec-fetch-site", "same-site")], false),
            (vec![("origin", "http://a.vn"), ("host", "a.vn")], true),
            (vec![("origin", "http://b.vn"), ("host", "a.vn")], false),
            (vec![("origin", "null"), ("host", "a.vn")], false),
            (vec![("referer", "http://a.vn/learn"), ("host", "a.vn"), ("cookie", "hocvuso=1")], true),
            (vec![("referer", "http://b.vn/learn"), ("host", "a.vn")], false),
            (vec![("host", "a.vn"), ("cookie", "hocvuso=1")], false),
        ] {
            let map: HeaderMap = headers
                .iter()
                .map(|(n, v)| (HeaderName::from_static(n), HeaderValue::from_static(v)))
                .collect();
            assert_eq!(is_from_here(&map), expect, "{headers:?}");
        }
    }
}
