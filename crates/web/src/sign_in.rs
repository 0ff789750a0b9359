//! Signing in and out: helpers and officials only. Learners need no account.

use argon2::password_hash::{PasswordHash, PasswordHasher as _, PasswordVerifier as _, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::RoleKind;
use jiff::Timestamp;
use pages::learning::Form;
use pages::messages::Messages;
use pages::sign_in::SignIn;
use pages::ui::FormState;
use pages::urls::{self, Url};
use store::limits::Allowance;
use store::{accounts, audit, limits};
use tokio::sync::Semaphore;

use crate::app::App;
use crate::audited::entry;
use crate::clock;
use crate::forms::Posted;
use crate::metrics::Counter;
use crate::problem::{Problem, What};
use crate::respond;
use crate::viewer::{Viewer, open_session, safe_back};

/// Tries at one name in a window.
const TRIES_MAX: u32 = 10;
/// Tries from one address in a window: a whole office of helpers may stand behind one.
const TRIES_FROM_MAX: u32 = 100;
/// No name to sign in with is longer (see `hocvuso user add`).
const LOGIN_CHARS_MAX: usize = 40;
/// Passwords checked at once: each check takes 19 MiB.
const CHECKS_MAX: usize = 4;
/// The window.
const WINDOW_MIN: i64 = 15;

/// RFC 9106's second recommendation made smaller in memory, as OWASP advises for servers: 19 MiB, two passes, one lane.
fn argon2() -> Argon2<'static> {
    let params =
        Params::new(19 * 1024, 2, 1, None).expect("these parameters are within the bounds of argon2");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// The argon2id hash of a password, in the PHC string form.
///
/// # Panics
/// Never: salt and parameters are within their bounds.
#[must_use]
pub fn hash_password(password: &str) -> String {
    let salt = SaltString::encode_b64(&clock::bytes::<16>()).expect("sixteen bytes make a salt");
    argon2()
        .hash_password(password.as_bytes(), &salt)
        .expect("salt and parameters are within bounds")
        .to_string()
}

fn is_right(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| argon2().verify_password(password.as_bytes(), &hash).is_ok())
}

/// GET `/sign-in?back=…`.
pub(crate) async fn show(State(app): State<App>, viewer: Viewer, RawQuery(query): RawQuery) -> Response {
    let query = Form::parse(query.as_deref().unwrap_or_default());
    form_page(&app, &viewer, FormState::default(), safe_back(query.get("back")))
}

fn form_page(app: &App, viewer: &Viewer, form: FormState, back: Url) -> Response {
    let accounts = app.settings.demonstration_accounts.iter();
    let demonstration =
        accounts.map(|(login, password, role)| [role.clone(), login.clone(), password.clone()]).collect();
    respond::html(SignIn { form, back: back.into(), demonstration }.page(&viewer.frame(app)))
}

/// POST `/sign-in`.
pub(crate) async fn sign_in(State(app): State<App>, viewer: Viewer, Posted(form): Posted) -> Response {
    try_sign_in(&app, &viewer, &form).await.unwrap_or_else(|problem| viewer.problem(&app, problem))
}

async fn try_sign_in(app: &App, viewer: &Viewer, form: &Form) -> Result<Response, Problem> {
    let m = Messages(viewer.lang());
    let now = clock::now();
    let login = form.filled("user").unwrap_or_default().to_lowercase();
    let password = form.get("password").unwrap_or_default();
    let back = safe_back(form.get("back"));
    let state = FormState::default().keep("user", login.clone());

    if !may_try(app, &viewer.from, &login, now).await? {
        app.metrics.count(Counter::SignInRefused);
        let wait = u32::try_from(WINDOW_MIN).unwrap_or(u32::MAX);
        let mut page = form_page(app, viewer, state.refuse("password", m.sign_in_slow(wait)), back);
        *page.status_mut() = StatusCode::TOO_MANY_REQUESTS;
        return Ok(page);
    }
    let Some((person, login)) = check(app, &login, password).await? else {
        app.metrics.count(Counter::SignInRefused);
        let mut page = form_page(app, viewer, state.refuse("password", m.sign_in_wrong()), back);
        *page.status_mut() = StatusCode::UNAUTHORIZED;
        return Ok(page);
    };
    let guest = viewer.step_aside(app).await?;
    let cookie = open_session(app, person, Some(&login), now).await?;
    audit::add(&app.store, &entry(&login, "sign-in", &viewer.from, now)).await?;
    let back = way_in(app, &login, back).await?;
    Ok(respond::with_cookie(respond::with_cookie(respond::see_other(&back), Some(cookie)), guest))
}

/// Who came to no page in particular goes to their desk, or to the one thing that there is on it.
async fn way_in(app: &App, login: &str, back: Url) -> Result<Url, Problem> {
    if back != urls::home() {
        return Ok(back);
    }
    let roles = accounts::roles_of(&app.store, login).await?;
    let keeps = |role: &accounts::Role| role.role == RoleKind::Keeper.as_str();
    Ok(match roles.as_slice() {
        [] => back,
        [one] if keeps(one) => urls::bank(),
        _ => urls::desk(),
    })
}

async fn may_try(app: &App, from: &str, login: &str, now: Timestamp) -> Result<bool, Problem> {
    let seconds = now.as_second();
    let window = Timestamp::from_second(seconds - seconds.rem_euclid(WINDOW_MIN * 60)).unwrap_or(now);
    let login: String = login.chars().take(LOGIN_CHARS_MAX).collect();
    for (key, most) in
        [(format!("sign-in/from/{from}"), TRIES_FROM_MAX), (format!("sign-in/as/{login}"), TRIES_MAX)]
    {
        if limits::hit(&app.store, &key, window, most).await? != Allowance::Allowed {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The person of a login, when the password is right. A name that does not exist costs as much time as one that does.
async fn check(
    app: &App,
    login: &str,
    password: &str,
) -> Result<Option<(domain::ids::PersonId, String)>, Problem> {
    static CHECKING: Semaphore = Semaphore::const_new(CHECKS_MAX);
    let _turn = CHECKING.acquire().await;
    let user = accounts::find_user(&app.store, login).await?.filter(|user| !user.disabled);
    let hash = user.as_ref().map_or_else(|| decoy().to_owned(), |user| user.hash.clone());
    let password = password.to_owned();
    let right = tokio::task::spawn_blocking(move || is_right(&password, &hash)).await;
    let right = right.map_err(|error| Problem::new(What::Broken(error.to_string())))?;
    Ok(user.filter(|_| right).map(|user| (user.person, user.login)))
}

fn decoy() -> &'static str {
    static DECOY: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    DECOY.get_or_init(|| hash_password("nobody has this password"))
}

/// POST `/sign-out`.
pub(crate) async fn sign_out(State(app): State<App>, viewer: Viewer) -> Response {
    let done = async {
        if let Some(account) = &viewer.account {
            audit::add(&app.store, &entry(&account.login, "sign-out", "", clock::now())).await?;
        }
        let cookies = viewer.close_session(&app).await?.map(Some);
        Ok::<_, Problem>(cookies.into_iter().fold(respond::see_other(&urls::home()), respond::with_cookie))
    };
    done.await.unwrap_or_else(|problem| viewer.problem(&app, problem))
}
