//! One file of content, shown to its author on this machine while it is being written. No database, no sessions.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash as _, Hasher as _};
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use axum::routing::{get, post};
use domain::content::{Element, PACKED_BELOW, load, may_hold};
use domain::ids::{PracticeId, ScreenId};
use pages::learning::Form;
use pages::messages::Messages;
use pages::preview::{CSS, PreviewPage, SCRIPT};
use pages::style;
use pages::urls::{self, pattern};
use tokio::net::TcpListener;

use crate::serve::{ServeError, asked_to_stop};
use crate::{content, respond, security};

/// What is shown.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The content folder.
    pub folder: PathBuf,
    /// The file, below it.
    pub path: String,
    /// The language of the words around it.
    pub messages: Messages,
}

type Shared = State<Arc<Preview>>;

/// Shows a file until Ctrl-C.
///
/// # Errors
/// When listening fails.
pub async fn serve_preview(listener: TcpListener, preview: Preview) -> Result<(), ServeError> {
    let served = axum::serve(listener, router(preview)).with_graceful_shutdown(asked_to_stop()).await;
    served.map_err(ServeError::Stopped)
}

fn router(preview: Preview) -> Router {
    Router::new()
        .route(pattern::HOME, get(page))
        .route(pattern::PREVIEW_VERSION, get(version))
        .route(pattern::PREVIEW_CSS, get(async || guarded(respond::typed("text/css", CSS))))
        .route(pattern::PREVIEW_SCRIPT, get(async || guarded(respond::typed("text/javascript", SCRIPT))))
        .route(pattern::STATIC_FILE, get(file))
        .route(pattern::PREVIEW_TAP, post(tap))
        .with_state(Arc::new(preview))
}

/// The headers of every page of ours: nothing from elsewhere, no script but the one beside it.
fn guarded(mut response: Response) -> Response {
    for (name, value) in security::of_pages() {
        response.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

async fn page(State(preview): Shared) -> Response {
    let version = preview.version();
    let source = match content::read_folder(&preview.folder) {
        Ok(source) => source,
        Err(cause) => return guarded(respond::typed("text/plain; charset=utf-8", cause.to_string())),
    };
    let (curriculum, findings) = load(&source, &pages::ui::icon_names());
    let page = PreviewPage { path: &preview.path, curriculum: &curriculum, findings: &findings, version };
    guarded(respond::html(page.page(preview.messages)))
}

async fn version(State(preview): Shared) -> Response {
    guarded(respond::typed("text/plain", preview.version().to_string()))
}

/// The style of the site, and the pictures and recordings of the folder.
async fn file(State(preview): Shared, Path(name): Path<String>) -> Response {
    if let Some(style) = style::FILES.iter().find(|file| file.name == name) {
        return guarded(respond::typed(style.mime, style.bytes));
    }
    let path = name.replace("--", "/");
    let mime = content::media_type(&path).unwrap_or("image/svg+xml");
    let is_ours =
        may_hold(&format!("{PACKED_BELOW}{path}")) && !path.ends_with(".txt") && !path.ends_with(".md");
    match std::fs::read(preview.folder.join(&path)).ok().filter(|_| is_ours) {
        Some(bytes) => guarded(respond::typed(mime, bytes)),
        None => respond::status(StatusCode::NOT_FOUND),
    }
}

/// A tap on a drawn phone shows the screen to which it leads; a mistake stays where it is.
async fn tap(State(preview): Shared, body: String) -> Response {
    let form = Form::parse(&body);
    let to = leads_to(&preview, &form).or_else(|| form.get("screen").and_then(ScreenId::parse));
    guarded(respond::see_other(&urls::home().at(to.as_ref().map_or("", ScreenId::as_str))))
}

fn leads_to(preview: &Preview, form: &Form) -> Option<ScreenId> {
    let source = content::read_folder(&preview.folder).ok()?;
    let (curriculum, _) = load(&source, &pages::ui::icon_names());
    let practice = curriculum.practices.get(&PracticeId::parse(form.get("practice")?)?)?;
    let screen = practice.screen(&ScreenId::parse(form.get("screen")?)?)?;
    match screen.elements.get(form.get("tap")?.parse::<usize>().ok()?)? {
        Element::Tap(tap) => tap.go.clone(),
        _ => None,
    }
}

impl Preview {
    /// Another number whenever a file of the folder was changed, added or removed.
    fn version(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        for (path, changed, bytes) in content::stamps(&self.folder).unwrap_or_default() {
            (path, changed, bytes).hash(&mut hasher);
        }
        hasher.finish()
    }
}

#[cfg(test)]
mod tests {
    use domain::text::Lang;

    use super::*;

    fn preview() -> Preview {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
        Preview { folder, path: "practices/connect-wifi.txt".into(), messages: Messages(Lang::Vi) }
    }

    #[test]
    fn a_tap_leads_where_the_practice_says() {
        let lead = |form: &str| leads_to(&preview(), &Form::parse(form));
        let first = "practice=connect-wifi&screen=home&tap=";
        assert!((0..9).any(|tap| lead(&format!("{first}{tap}")).is_some_and(|to| to.as_str() == "settings")));
        assert_eq!(lead("practice=connect-wifi&screen=home&tap=99"), None);
        assert_eq!(lead("practice=../x&screen=home&tap=0"), None);
    }

    #[test]
    fn the_version_stays_while_nothing_changes() {
        assert_eq!(preview().version(), preview().version());
    }
}
