//! A browser without a socket: cookies are kept, redirects are followed, forms are sent as the page holds them.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use tower::ServiceExt as _;

use crate::{Form, Page};

const HOPS_MAX: usize = 5;
const BYTES_MAX: usize = 16 * 1024 * 1024;

/// A browser, or a tab of one: a clone has the same cookies and goes its own way.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    /// The cookies, by name.
    pub cookies: BTreeMap<String, String>,
    /// The last id of an act that a form carried.
    pub last_act: Option<String>,
}

impl Browser {
    pub(crate) fn new(router: Router) -> Self {
        Self { router, cookies: BTreeMap::new(), last_act: None }
    }

    /// Opens an address and follows where it leads.
    pub async fn get(&mut self, path: &str) -> Page {
        let page = self.get_once(path).await;
        self.follow(page).await
    }

    /// Opens an address and stays there.
    pub async fn get_once(&mut self, path: &str) -> Page {
        let request = Request::get(path).body(Body::empty()).expect("an address");
        self.exchange(request).await
    }

    /// Sends a form and follows where it leads.
    pub async fn send(&mut self, form: &Form) -> Page {
        let page = self.send_once(form).await;
        self.follow(page).await
    }

    /// Sends a form and stays with the answer.
    pub async fn send_once(&mut self, form: &Form) -> Page {
        if let Some(act) = form.value("act") {
            self.last_act = Some(act.to_owned());
        }
        if form.method == "get" {
            return self.get_once(&format!("{}?{}", form.action, form.body())).await;
        }
        self.post(&form.action, &form.body()).await
    }

    /// Posts a body as one of our pages would.
    pub async fn post(&mut self, path: &str, body: &str) -> Page {
        let request = Request::post(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("origin", "http://hocvuso.test")
            .header("host", "hocvuso.test")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body.to_owned()))
            .expect("an address");
        self.exchange(request).await
    }

    /// Posts JSON as the service worker does.
    pub async fn post_json(&mut self, path: &str, json: impl Into<String>) -> Page {
        let request = Request::post(path)
            .header("content-type", "application/json")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(json.into()))
            .expect("an address");
        self.exchange(request).await
    }

    /// One request with the cookies of this browser, one answer.
    pub async fn exchange(&mut self, mut request: Request<Body>) -> Page {
        let path = request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned();
        if !self.cookies.is_empty() && !request.headers().contains_key("cookie") {
            let line = self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect::<Vec<_>>().join("; ");
            request.headers_mut().insert("cookie", line.parse().expect("cookies are plain ASCII"));
        }
        let answer = self.router.clone().oneshot(request).await.unwrap_or_else(|never| match never {});
        let (parts, body) = answer.into_parts();
        let bytes = to_bytes(body, BYTES_MAX).await.expect("an answer ends");
        let page = Page {
            status: parts.status.as_u16(),
            path,
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
            hops: Vec::new(),
        };
        self.keep_cookies(&page);
        page
    }

    fn keep_cookies(&mut self, page: &Page) {
        for line in page.cookies() {
            let (name, value) =
                line.split(';').next().and_then(|pair| pair.split_once('=')).expect("a cookie");
            if line.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.into(), value.into());
            }
        }
    }

    async fn follow(&mut self, mut page: Page) -> Page {
        let mut hops = Vec::new();
        while let Some(next) = page.location().map(str::to_owned) {
            hops.push(core::mem::take(&mut page.path));
            assert!(hops.len() <= HOPS_MAX, "sent round and round: {hops:?}");
            page = self.get_once(next.split('#').next().unwrap_or_default()).await;
        }
        Page { hops, ..page }
    }
}
