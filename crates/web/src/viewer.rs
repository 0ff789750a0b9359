//! Who asks, and in what manner: the language, the size of the text, the session.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use domain::ids::{PersonId, StatementId};
use domain::people::RoleKind;
use domain::text::Lang;
use jiff::{SignedDuration, Timestamp};
use pages::frame::{Assets, Frame, SignedIn, TextSize};
use pages::urls::{self, Url};
use sha2::{Digest as _, Sha256};
use store::limits::Allowance;
use store::{Scope, accounts, limits, people, sessions};
use territory::UnitId;

use crate::app::{App, Settings};
use crate::clock;
use crate::cookies;
use crate::problem::{Problem, What};

/// How long a guest's session lasts without a visit: the work is tied to it, so it is long.
const GUEST_DAYS: i64 = 400;
/// New guests from one address in an hour: a school or a whole quarter may stand behind one, a program that fills the disk
/// shall not.
const GUESTS_MAX: u32 = 2000;
/// How long somebody stays at their seat in a supervised examination, on a device that may not be theirs.
const SEAT_HOURS: i64 = 12;
/// How long an official or helper stays signed in.
const SIGNED_IN_HOURS: i64 = 12;

/// How the answer shall look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manner {
    /// The language.
    pub lang: Lang,
    /// The size of the text.
    pub text_size: TextSize,
    /// Path and query of the request.
    pub path: String,
    /// Who is signed in, as the header shows them.
    pub signed_in: Option<SignedIn>,
    /// Whether the device is at somebody's seat in a supervised examination.
    pub at_seat: bool,
}

impl Manner {
    /// Reads cookies and the address. Without a cookie it is Vietnamese.
    #[must_use]
    pub fn of(headers: &HeaderMap, uri: &Uri) -> Self {
        let lang = cookies::read(headers, cookies::LANG).and_then(Lang::of_tag).unwrap_or_default();
        let text_size = cookies::read(headers, cookies::TEXT).map(TextSize::of_word).unwrap_or_default();
        let path = uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        Self { lang, text_size, path, signed_in: None, at_seat: false }
    }

    /// The path without its query, which may hold a name: what a log may keep.
    #[must_use]
    pub fn plain_path(&self) -> &str {
        self.path.split('?').next().unwrap_or_default()
    }

    /// The frame of a page.
    #[must_use]
    pub fn frame(&self, app: &App) -> Frame {
        Frame {
            lang: self.lang,
            text_size: self.text_size,
            signed_in: self.signed_in.clone(),
            at_seat: self.at_seat,
            demonstration: app.settings.demonstration,
            pending: None,
            fresh_id: StatementId::mint(clock::now(), clock::chance()).to_string(),
            path: self.path.clone(),
            offline: false,
            assets: assets(),
        }
    }
}

/// The files a page asks for.
#[must_use]
pub fn assets() -> Assets {
    Assets { register_js: crate::assets::register_url(), ..Assets::default() }
}

/// What an account may do, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Role {
    /// What.
    pub kind: RoleKind,
    /// In this unit and the units below it.
    pub unit: UnitId,
}

/// Somebody with an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The name they sign in with.
    pub login: String,
    /// The person they are.
    pub person: PersonId,
    /// What they may do, and where.
    pub roles: Vec<Role>,
}

impl Account {
    /// The units in which its roles of these kinds hold: their own and the communes below them.
    pub(crate) fn area(&self, app: &App, kinds: &[RoleKind], now: Timestamp) -> Scope {
        let today = domain::learning::day_of(now);
        let roles = self.roles.iter().filter(|role| kinds.contains(&role.kind));
        let mut units: Vec<UnitId> = roles
            .flat_map(|role| app.territory.communes_of(role.unit, today).into_iter().chain([role.unit]))
            .collect();
        units.sort_unstable();
        units.dedup();
        Scope::Units(units)
    }
}

/// Who asks.
#[derive(Debug, Clone)]
pub struct Viewer {
    /// How the answer shall look.
    pub manner: Manner,
    /// The person of the session; nobody before the first act.
    pub person: Option<PersonId>,
    /// The account, when signed in.
    pub account: Option<Account>,
    /// The token of the session, as the cookie holds it.
    token: Option<String>,
    /// The token of the guest who used this device before somebody signed in.
    guest_token: Option<String>,
    /// Whether the session has not been renewed for a day.
    is_stale: bool,
    /// Whether the session is that of a seat on a device that may be somebody else's.
    pub at_seat: bool,
    /// The address that asks.
    pub from: String,
}

impl Viewer {
    /// The language of the answer.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.manner.lang
    }

    /// The frame of a page.
    #[must_use]
    pub fn frame(&self, app: &App) -> Frame {
        self.manner.frame(app)
    }

    /// A problem as this viewer sees it.
    #[must_use]
    pub fn problem(&self, app: &App, problem: impl Into<Problem>) -> axum::response::Response {
        problem.into().answer(app, &self.manner)
    }

    /// The account, if it has one of these roles.
    ///
    /// # Errors
    /// A problem that says to sign in.
    pub fn account_with(&self, kinds: &[RoleKind]) -> Result<&Account, Problem> {
        let account = self.account.as_ref();
        let fits = |account: &&Account| account.roles.iter().any(|role| kinds.contains(&role.kind));
        account.filter(fits).ok_or(Problem::new(What::Forbidden))
    }

    /// Whether the viewer may see people of this unit by name: a leader or officer of it, or of a unit above it.
    #[must_use]
    pub fn may_walk_down(&self, app: &App, unit: UnitId, now: Timestamp) -> bool {
        self.has_role_over(app, &[RoleKind::Leader, RoleKind::Officer], unit, now)
    }

    /// Whether the viewer has one of these roles in this unit, or in a unit above it.
    #[must_use]
    pub fn has_role_over(&self, app: &App, kinds: &[RoleKind], unit: UnitId, now: Timestamp) -> bool {
        let today = domain::learning::day_of(now);
        let over = |role: &Role| {
            kinds.contains(&role.kind)
                && (role.unit == unit || app.territory.is_within(unit, role.unit, today))
        };
        self.account.as_ref().is_some_and(|account| account.roles.iter().any(over))
    }

    /// The person of the session, made now when there is none: a guest, whose work is tied to a cookie that nobody can
    /// guess, and to nothing else.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn person_or_guest(
        &self,
        app: &App,
        now: Timestamp,
    ) -> Result<(PersonId, Option<HeaderValue>), Problem> {
        if let Some(person) = self.person {
            return Ok((person, None));
        }
        let person = self.fresh_guest(app, now).await?;
        let cookie = open_session(app, person, None, now).await?;
        Ok((person, Some(cookie)))
    }

    /// Somebody new, without a session yet. One address makes only so many in an hour.
    ///
    /// # Errors
    /// When there were too many, or the database fails.
    pub async fn fresh_guest(&self, app: &App, now: Timestamp) -> Result<PersonId, Problem> {
        let hour = Timestamp::from_second(now.as_second() - now.as_second().rem_euclid(3600)).unwrap_or(now);
        let key = format!("guests/from/{}", self.from);
        if limits::hit(&app.store, &key, hour, GUESTS_MAX).await? != Allowance::Allowed {
            return Err(Problem::new(What::TooMany));
        }
        let person = PersonId::mint(now, clock::chance());
        people::add_guest(&app.store, person, now).await?;
        Ok(person)
    }

    /// Makes way for somebody who takes a seat on this device: the session of the seat before ends, a guest's own is put aside as
    /// in [`Self::step_aside`], an account is signed out.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn make_way(&self, app: &App) -> Result<Option<HeaderValue>, Problem> {
        if let Some(token) = self.token.as_ref().filter(|_| self.at_seat) {
            sessions::remove(&app.store, &digest(token)).await?;
            return Ok(None);
        }
        self.step_aside(app).await
    }

    /// Makes way for somebody who signs in: an account's session ends, a guest's is put aside in a cookie of its own, so that
    /// a helper who signs in on a neighbour's phone does not take the neighbour's work away.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn step_aside(&self, app: &App) -> Result<Option<HeaderValue>, Problem> {
        let Some(token) = &self.token else { return Ok(None) };
        if self.account.is_some() {
            sessions::remove(&app.store, &digest(token)).await?;
            return Ok(None);
        }
        Ok(self.person.map(|_| cookies::keep(cookies::GUEST, token, app.settings.is_secure())))
    }

    /// Ends the session of an account; the guest who used this device before is back.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn close_session(&self, app: &App) -> Result<[HeaderValue; 2], Problem> {
        if let Some(token) = &self.token {
            sessions::remove(&app.store, &digest(token)).await?;
        }
        let secure = app.settings.is_secure();
        let session = match &self.guest_token {
            Some(guest) => cookies::keep(cookies::SESSION, guest, secure),
            None => cookies::forget(cookies::SESSION, secure),
        };
        Ok([session, cookies::forget(cookies::GUEST, secure)])
    }

    /// Renews the session of a guest once a day, so that it ends only after a year without a visit.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn renew(&self, app: &App, now: Timestamp) -> Result<Option<HeaderValue>, Problem> {
        let Some(token) = self.token.as_ref().filter(|_| self.is_stale && self.account.is_none()) else {
            return Ok(None);
        };
        let ends = now + SignedDuration::from_hours(24 * GUEST_DAYS);
        sessions::touch(&app.store, &digest(token), now, ends).await?;
        Ok(Some(cookies::keep(cookies::SESSION, token, app.settings.is_secure())))
    }
}

fn shown(lang: Lang, account: &Account) -> SignedIn {
    let m = pages::messages::Messages(lang);
    let role = account.roles.first().map_or("", |role| role_word(m, role.kind)).to_owned();
    SignedIn { name: account.login.clone(), role }
}

fn role_word(m: pages::messages::Messages, kind: RoleKind) -> &'static str {
    match kind {
        RoleKind::Helper => m.role_helper(),
        RoleKind::Officer => m.role_officer(),
        RoleKind::Leader => m.role_leader(),
        RoleKind::Keeper => m.role_keeper(),
        RoleKind::Operator => m.role_operator(),
    }
}

/// Opens a session and gives its cookie. The database keeps only a digest of the token.
///
/// # Errors
/// When the database fails.
pub async fn open_session(
    app: &App,
    person: PersonId,
    login: Option<&str>,
    now: Timestamp,
) -> Result<HeaderValue, Problem> {
    let lasts = match login {
        Some(_) => SignedDuration::from_hours(SIGNED_IN_HOURS),
        None => SignedDuration::from_hours(24 * GUEST_DAYS),
    };
    open_session_for(app, person, login, lasts, now).await
}

/// Opens the session of somebody at their seat in a supervised examination; it ends by itself within hours.
///
/// # Errors
/// When the database fails.
pub async fn open_session_at_seat(
    app: &App,
    person: PersonId,
    now: Timestamp,
) -> Result<HeaderValue, Problem> {
    open_session_for(app, person, None, SignedDuration::from_hours(SEAT_HOURS), now).await
}

async fn open_session_for(
    app: &App,
    person: PersonId,
    login: Option<&str>,
    lasts: SignedDuration,
    now: Timestamp,
) -> Result<HeaderValue, Problem> {
    let token = hex(&clock::bytes::<32>());
    sessions::add(&app.store, &digest(&token), person, login, now, now + lasts).await?;
    Ok(cookies::keep(cookies::SESSION, &token, app.settings.is_secure()))
}

fn digest(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|half| char::from_digit(u32::from(half), 16))
        .collect()
}

impl FromRequestParts<App> for Viewer {
    type Rejection = axum::response::Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        let manner = Manner::of(&parts.headers, &parts.uri);
        let token =
            |name| cookies::read(&parts.headers, name).filter(|token| is_token(token)).map(str::to_owned);
        let (token, guest_token) = (token(cookies::SESSION), token(cookies::GUEST));
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0);
        let from = caller(&parts.headers, peer, &app.settings);
        let nobody = Self {
            manner,
            person: None,
            account: None,
            token,
            guest_token,
            is_stale: false,
            at_seat: false,
            from,
        };
        match look_up(app, nobody.token.as_deref()).await {
            Ok(None) => Ok(nobody),
            Ok(Some(Found { person, account, is_stale, at_seat })) => {
                let signed_in = account.as_ref().map(|account| shown(nobody.manner.lang, account));
                let manner = Manner { signed_in, at_seat, ..nobody.manner.clone() };
                Ok(Self { manner, person: Some(person), account, is_stale, at_seat, ..nobody })
            }
            Err(problem) => Err(problem.answer(app, &nobody.manner)),
        }
    }
}

/// Tokens are what [`open_session`] makes: 64 hexadecimal digits.
fn is_token(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// What a session says of who asks.
struct Found {
    person: PersonId,
    account: Option<Account>,
    is_stale: bool,
    at_seat: bool,
}

async fn look_up(app: &App, token: Option<&str>) -> Result<Option<Found>, Problem> {
    let Some(token) = token else { return Ok(None) };
    let now = clock::now();
    let Some(session) = sessions::find(&app.store, &digest(token), now).await? else {
        return Ok(None);
    };
    let is_stale = now.duration_since(session.seen_at) > SignedDuration::from_hours(24);
    let account = match session.login {
        Some(login) => {
            let roles = accounts::roles_of(&app.store, &login).await?;
            let known =
                |role: &accounts::Role| Some(Role { kind: RoleKind::parse(&role.role)?, unit: role.unit });
            Some(Account { login, person: session.person, roles: roles.iter().filter_map(known).collect() })
        }
        None => None,
    };
    let lasts = session.expires_at.duration_since(session.made_at);
    let at_seat = account.is_none() && lasts <= SignedDuration::from_hours(SEAT_HOURS);
    Ok(Some(Found { person: session.person, account, is_stale, at_seat }))
}

/// The address of who asks, for counting tries: the peer's, or what the operator's own proxy says of it.
#[must_use]
fn caller(headers: &HeaderMap, peer: Option<SocketAddr>, settings: &Settings) -> String {
    // The last line and its last address: what our own proxy wrote, after whatever the caller sent.
    let told = headers
        .get_all("x-forwarded-for")
        .into_iter()
        .next_back()
        .filter(|_| settings.behind_proxy)
        .and_then(|value| value.to_str().ok());
    let last = told.and_then(|list| list.rsplit(',').next()).map(|address| address.trim().to_owned());
    last.or_else(|| peer.map(|peer| peer.ip().to_string())).unwrap_or_else(|| "unknown".into())
}

/// Where to go after signing in or changing a preference: only a path of ours, never another site.
#[must_use]
pub fn safe_back(path: Option<&str>) -> Url {
    path.and_then(Url::ours).unwrap_or_else(urls::home)
}

/// Whether the caller wants JSON rather than a page.
#[must_use]
pub fn wants_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let place = |kind: &str| accept.find(kind);
    match (place("application/json"), place("text/html")) {
        (Some(json), Some(html)) => json < html,
        (Some(_), None) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_never_leaves_the_house() {
        for (path, expect) in [
            (Some("/learn/vneid/2"), "/learn/vneid/2"),
            (Some("/units?q=a"), "/units?q=a"),
            (Some("//evil.example"), "/"),
            (Some("/\\evil.example"), "/"),
            (Some("https://evil.example/learn"), "/"),
            (Some("/nothing/here/at/all/x"), "/"),
            (None, "/"),
        ] {
            assert_eq!(safe_back(path).as_str(), expect, "{path:?}");
        }
    }
}
