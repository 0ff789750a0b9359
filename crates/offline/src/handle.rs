//! A request to the worker and its answer.

use domain::ids::Chance;
use jiff::Timestamp;
use pages::urls::Url;

use crate::packs::PackName;
use crate::worker::Worker;

/// What the browser wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// To see a page.
    Get,
    /// To do something.
    Post,
    /// To be told that this address needs the network, which is not there.
    Lost,
    /// To be told which packs to have at hand.
    Keep,
}

/// A request, with everything that a pure function can't know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Request<'a> {
    /// What the browser wants.
    pub method: Method,
    /// Path and query.
    pub path: &'a str,
    /// The form, url-encoded.
    pub body: &'a str,
    /// The device's clock.
    pub now: Timestamp,
    /// For the fresh id of the next form, and for an act whose form brought none or a used one.
    pub chance: [Chance; 2],
    /// The state as JSON; empty when there is none.
    pub state: &'a [u8],
    /// How many acts wait in the outbox.
    pub pending: u32,
    /// Whether there is no network.
    pub offline: bool,
}

/// What the worker is to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Response {
    /// Answer with this page.
    Page(String),
    /// Keep what was done, then send the browser there.
    Redirect(Url, Option<Written>),
    /// Load this pack and ask again.
    NeedPack(PackName),
    /// Have these packs at hand.
    Keep(Vec<PackName>),
    /// Ask the network: this can't be answered here.
    NotMine,
}

/// What an act leaves behind, to be kept in one transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The state after it, as JSON.
    pub state: String,
    /// Its statement, for the outbox.
    pub statement: String,
}

/// Answers a request. What this build does not know is left to the network.
#[must_use]
pub fn handle(worker: &Worker, request: &Request) -> Response {
    #[cfg(feature = "verify")]
    if let Some(code) = crate::verify::code(request) {
        return crate::verify::answer(worker, request, code);
    }
    #[cfg(feature = "learn")]
    return crate::learn::answer(worker, request);
    #[cfg(not(feature = "learn"))]
    Response::NotMine
}
