//! Sessions: who stands behind a cookie. The cookie holds a token; here is its digest.

use crate::db::{Batch, StoreError};
use crate::read::{instant, ms, parsed, text};
use crate::{Store, params};
use domain::ids::PersonId;
use jiff::Timestamp;

/// A session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Whose it is.
    pub person: PersonId,
    /// The account that signed in; a guest has none.
    pub login: Option<String>,
    /// When it began.
    pub made_at: Timestamp,
    /// When it was last used, as far as that was noted.
    pub seen_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// The step that begins a session, to be committed along with [`crate::people::step_add`].
#[must_use]
pub fn step_add(token_hash: &str, session: &Session) -> Batch {
    let sql = "INSERT INTO sessions (token_hash, person, login, made_at, seen_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let (made, seen, ends) = (ms(session.made_at), ms(session.seen_at), ms(session.expires_at));
    let login = session.login.as_deref();
    Batch::new().expect_one(sql, params![token_hash, text(session.person), login, made, seen, ends])
}

/// Begins a session.
///
/// # Errors
/// `Conflict` when there is a session of this digest; `Unavailable`.
pub async fn add(
    store: &Store,
    token_hash: &str,
    person: PersonId,
    login: Option<&str>,
    now: Timestamp,
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    let login = login.map(str::to_owned);
    let session = Session { person, login, made_at: now, seen_at: now, expires_at };
    store.db.write(step_add(token_hash, &session)).await.map(|_| ())
}

/// The session of a digest, if it has not ended and its account was not disabled.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn find(store: &Store, token_hash: &str, now: Timestamp) -> Result<Option<Session>, StoreError> {
    let sql = "SELECT s.person, s.login, s.made_at, s.seen_at, s.expires_at FROM sessions s
        LEFT JOIN users u ON u.login = s.login
        WHERE s.token_hash = ?1 AND s.expires_at > ?2 AND (s.login IS NULL OR u.disabled = 0)";
    let Some(row) = store.db.maybe_row(sql, params![token_hash, ms(now)]).await? else { return Ok(None) };
    Ok(Some(Session {
        person: parsed(&row, "person")?,
        login: row.get("login")?,
        made_at: instant(&row, "made_at")?,
        seen_at: instant(&row, "seen_at")?,
        expires_at: instant(&row, "expires_at")?,
    }))
}

/// Notes that a session was used, and how long it lives on. Nothing happens when it has ended.
///
/// # Errors
/// `Unavailable`.
pub async fn touch(
    store: &Store,
    token_hash: &str,
    now: Timestamp,
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE sessions SET seen_at = ?2, expires_at = ?3 WHERE token_hash = ?1";
    let batch = Batch::new().at_most_one(sql, params![token_hash, ms(now), ms(expires_at)]);
    store.db.write(batch).await.map(|_| ())
}

/// Ends a session.
///
/// # Errors
/// `Unavailable`.
pub async fn remove(store: &Store, token_hash: &str) -> Result<(), StoreError> {
    let batch = Batch::new().at_most_one("DELETE FROM sessions WHERE token_hash = ?1", params![token_hash]);
    store.db.write(batch).await.map(|_| ())
}

/// Forgets sessions that have ended; returns how many.
///
/// # Errors
/// `Unavailable`.
pub async fn remove_expired(store: &Store, now: Timestamp) -> Result<u64, StoreError> {
    let batch = Batch::new().any("DELETE FROM sessions WHERE expires_at <= ?1", params![ms(now)]);
    Ok(store.db.write(batch).await?.touched.iter().sum())
}
