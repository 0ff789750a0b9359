//! Static files: what the build put on the shelf, the style of `pages`, the pictures of lessons.
//!
//! A file whose name holds a hash of its content never changes, and a browser may keep it for ever. Pictures keep the names
//! by which lessons call them, so a browser asks each time whether its copy is still good.

use std::sync::OnceLock;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use pages::style;
use pages::urls::{self, Url};

use crate::app::App;
use crate::respond;

/// What `build.rs` gathered.
pub(crate) mod shelf {
    /// A file that the server carries with it.
    pub(crate) struct File {
        pub(crate) name: &'static str,
        pub(crate) mime: &'static str,
        pub(crate) bytes: &'static [u8],
        pub(crate) br: Option<&'static [u8]>,
        pub(crate) gz: Option<&'static [u8]>,
        pub(crate) hash: &'static str,
        /// Whether the name changes with the content.
        pub(crate) is_hashed: bool,
    }

    include!(concat!(env!("OUT_DIR"), "/shelf.rs"));
}

/// The files of the style, compressed when first asked for.
static STYLE: OnceLock<Vec<Packed>> = OnceLock::new();

/// The worker's script runs the wasm beside it and speaks with this server only.
const WORKER_CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASK_EACH_TIME: &str = "no-cache";
/// Of 0 to 11: nine tenths of what 11 gains, in milliseconds instead of tens of them.
const QUALITY: i32 = 9;
/// Enough to tell a size within a tenth.
const QUICK: i32 = 4;

/// GET `/static/{name}`.
pub(crate) async fn static_file(
    State(app): State<App>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Response {
    if let Some(picture) = app.packs.picture(&name) {
        return picture.answer(&headers);
    }
    let styled =
        || style::FILES.iter().position(|file| file.name == name).and_then(|at| packed_style().get(at));
    match (on_shelf(&name), styled()) {
        (Some(file), _) if file.name != "sw.js" => file.answer(&headers),
        (None, Some(file)) => file.answer(&headers),
        _ => respond::status(StatusCode::NOT_FOUND),
    }
}

/// GET `/sw.js`.
pub(crate) async fn service_worker(headers: HeaderMap) -> Response {
    let file = on_shelf("sw.js").filter(|_| shelf::WASM.is_some());
    let Some(file) = file else { return respond::status(StatusCode::NOT_FOUND) };
    let mut response = file.answer(&headers);
    let mut add =
        |name: HeaderName, value| response.headers_mut().insert(name, HeaderValue::from_static(value));
    add(header::CONTENT_SECURITY_POLICY, WORKER_CSP);
    add(HeaderName::from_static("service-worker-allowed"), "/");
    response
}

/// The address of the script that registers the service worker; none in a build without its wasm.
#[must_use]
pub fn register_url() -> Option<Url> {
    shelf::WASM.and(shelf::REGISTER).map(urls::static_file)
}

/// The address of the service worker's code; none in a build without it.
pub(crate) fn wasm_url() -> Option<Url> {
    shelf::WASM.map(urls::static_file)
}

/// The address of the code that judges certificates without a network; none in a build without it.
pub(crate) fn verifier_url() -> Option<Url> {
    shelf::VERIFIER.map(urls::static_file)
}

/// The files that every page may ask for, with hashes of their content: style, fonts, the registering script.
pub(crate) fn for_offline() -> impl Iterator<Item = (Url, &'static str)> {
    let style = style::FILES.iter().map(|file| (urls::static_file(file.name), file.name));
    let own = shelf::FILES.iter().filter(|file| !is_fetched_apart(file.name) && !is_of_content(file.name));
    style.chain(own.map(|file| (urls::static_file(file.name), file.hash)))
}

/// The pictures of the built-in content, by name, with hashes of their content.
pub(crate) fn of_content() -> impl Iterator<Item = (&'static str, &'static str)> {
    let of_content = shelf::FILES.iter().filter(|file| is_of_content(file.name));
    of_content.map(|file| (file.name, file.hash))
}

/// What belongs to a lesson or a practice, and comes with its course; its name has the parts of its path.
fn is_of_content(name: &str) -> bool {
    name.contains("--")
}

/// The bytes of a picture of the built-in content, as it is sent.
pub(crate) fn weight(name: &str) -> Option<usize> {
    on_shelf(name).map(|file| file.br.unwrap_or(file.bytes).len())
}

/// About how many bytes a pack is when it is sent. Compressing it well only to know would make every start wait.
pub(crate) fn weight_of(bytes: &[u8]) -> usize {
    compressed(bytes, QUICK).len()
}

/// What the worker fetches by itself: its script, its code, and the code for certificates when there is time.
fn is_fetched_apart(name: &str) -> bool {
    name == "sw.js" || [shelf::WASM, shelf::VERIFIER].contains(&Some(name))
}

fn on_shelf(name: &str) -> Option<&'static shelf::File> {
    shelf::FILES.iter().find(|file| file.name == name)
}

fn packed_style() -> &'static [Packed] {
    let pack = |file: &style::File| Packed::new(file.mime, file.bytes.to_vec(), Lasts::ForEver);
    STYLE.get_or_init(|| style::FILES.iter().map(pack).collect())
}

impl shelf::File {
    fn answer(&self, headers: &HeaderMap) -> Response {
        let (bytes, encoding) = match (self.br, self.gz) {
            (Some(br), _) if accepts(headers, "br") => (br, Some("br")),
            (_, Some(gz)) if accepts(headers, "gzip") => (gz, Some("gzip")),
            _ => (self.bytes, None),
        };
        let lasts = if self.is_hashed { Lasts::ForEver } else { Lasts::AskEachTime };
        answer(headers, &Sent { mime: self.mime, bytes, encoding, hash: self.hash, lasts })
    }
}

/// How long a browser may keep a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lasts {
    /// Its name changes with its content.
    ForEver,
    /// Its name stays.
    AskEachTime,
}

/// A file made while running, compressed when first asked for.
#[derive(Debug)]
pub(crate) struct Packed {
    mime: &'static str,
    bytes: Vec<u8>,
    br: OnceLock<Vec<u8>>,
    hash: String,
    lasts: Lasts,
}

impl Packed {
    pub(crate) fn new(mime: &'static str, bytes: Vec<u8>, lasts: Lasts) -> Self {
        let hash = hash(&bytes);
        Self { mime, bytes, br: OnceLock::new(), hash, lasts }
    }

    /// A hash of the content that names its version.
    pub(crate) fn hash(&self) -> &str {
        &self.hash
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(crate) fn answer(&self, headers: &HeaderMap) -> Response {
        // Fonts and recordings are compressed already.
        let is_dense = ["font/", "audio/", "video/"].iter().any(|kind| self.mime.starts_with(kind));
        let (bytes, encoding) = if accepts(headers, "br") && !is_dense {
            (self.br.get_or_init(|| brotli(&self.bytes)).as_slice(), Some("br"))
        } else {
            (self.bytes.as_slice(), None)
        };
        answer(headers, &Sent { mime: self.mime, bytes, encoding, hash: &self.hash, lasts: self.lasts })
    }
}

struct Sent<'f> {
    mime: &'static str,
    bytes: &'f [u8],
    encoding: Option<&'static str>,
    hash: &'f str,
    lasts: Lasts,
}

fn answer(asked: &HeaderMap, sent: &Sent) -> Response {
    let etag = format!("W/\"{}\"", sent.hash);
    let known = asked.get(header::IF_NONE_MATCH).and_then(|tags| tags.to_str().ok());
    let is_known = known.is_some_and(|tags| tags.split(',').any(|tag| tag.trim() == etag));
    let mut response = if is_known {
        respond::status(StatusCode::NOT_MODIFIED)
    } else {
        respond::typed(sent.mime, sent.bytes.to_vec())
    };
    let cache = if sent.lasts == Lasts::ForEver { FOR_EVER } else { ASK_EACH_TIME };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    headers.extend(HeaderValue::from_str(&etag).map(|etag| (header::ETAG, etag)));
    if let Some(encoding) = sent.encoding.filter(|_| !is_known) {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

fn accepts(headers: &HeaderMap, encoding: &str) -> bool {
    let list = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    list.split(',').any(|one| {
        let (name, weight) = one.split_once(';').unwrap_or((one, ""));
        name.trim() == encoding && !matches!(weight.trim(), "q=0" | "q=0.0")
    })
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    compressed(bytes, QUALITY)
}

fn compressed(bytes: &[u8], quality: i32) -> Vec<u8> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality, ..Default::default() };
    let mut from = bytes;
    // Writing into memory does not fail.
    brotli::BrotliCompress(&mut from, &mut compressed, &parameters).map(|_| compressed).unwrap_or_default()
}

/// A short hash that names a version and guards nothing (FNV-1a, 16 digits of base 16).
pub(crate) fn hash(bytes: &[u8]) -> String {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{:016x}", bytes.iter().fold(0xcbf2_9ce4_8422_2325, step))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asking(name: &'static str, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(HeaderName::from_static(name), HeaderValue::from_static(value))])
    }

    #[test]
    fn an_encoding_is_used_only_when_it_is_accepted() {
        for (list, expect) in [
            ("gzip, deflate, br", true),
            ("br;q=0.5", true),
            ("gzip", false),
            ("br;q=0, gzip", false),
            ("brx", false),
        ] {
            assert_eq!(accepts(&asking("accept-encoding", list), "br"), expect, "{list}");
        }
    }

    #[test]
    fn a_file_that_the_browser_has_is_not_sent_again() {
        let file = Packed::new("text/css", b"p{margin:0}".repeat(40), Lasts::AskEachTime);
        let first = file.answer(&asking("accept-encoding", "br"));
        assert_eq!(first.headers()[header::CONTENT_ENCODING], "br");
        let mut again = HeaderMap::new();
        again.insert(header::IF_NONE_MATCH, first.headers()[header::ETAG].clone());
        let second = file.answer(&again);
        assert_eq!(second.status(), StatusCode::NOT_MODIFIED);
        assert!(!second.headers().contains_key(header::CONTENT_ENCODING));
    }

    #[test]
    fn every_picture_of_the_content_is_on_the_shelf() {
        for (path, size) in shelf::PICTURES {
            let file = on_shelf(&path.replace('/', "--")).unwrap();
            assert_eq!(file.bytes.len(), *size, "{path}");
        }
    }
}
