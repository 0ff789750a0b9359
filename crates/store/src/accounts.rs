//! Accounts: who may sign in, and as what, where.

use crate::db::{Batch, Row, StoreError};
use crate::read::{instant, ms, parsed, text};
use crate::{Store, params};
use domain::ids::PersonId;
use jiff::Timestamp;
use territory::UnitId;

/// An account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// What is typed to sign in.
    pub login: String,
    /// Who it is.
    pub person: PersonId,
    /// The digest of the password, in the words of its algorithm (`$argon2id$…`).
    pub hash: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// Whether it may no longer be used.
    pub disabled: bool,
}

/// What an account may do, and where. The words are the caller's.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Role {
    /// `helper`, `leader` …
    pub role: String,
    /// In this unit and what belongs to it.
    pub unit: UnitId,
}

impl TryFrom<&Row> for User {
    type Error = StoreError;
    fn try_from(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            login: row.get("login")?,
            person: parsed(row, "person")?,
            hash: row.get("hash")?,
            made_at: instant(row, "made_at")?,
            disabled: row.get("disabled")?,
        })
    }
}

/// Adds an account with its roles, after the steps of `first` (such as [`crate::people::step_add`]).
///
/// # Errors
/// `Conflict` when the login is taken; `Unavailable`.
pub async fn add_user(store: &Store, first: Batch, user: &User, roles: &[Role]) -> Result<(), StoreError> {
    let sql = "INSERT INTO users (login, person, hash, made_at, disabled) VALUES (?1, ?2, ?3, ?4, ?5)";
    let row = params![&user.login, text(user.person), &user.hash, ms(user.made_at), user.disabled];
    let roles = roles.iter().map(|it| params![&user.login, &it.role, it.unit.as_str()]);
    let batch = first.expect_one(sql, row).insert_many("roles", &["login", "role", "unit"], "", roles);
    store.db.write(batch).await.map(|_| ())
}

/// The account of a login, disabled or not.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn find_user(store: &Store, login: &str) -> Result<Option<User>, StoreError> {
    let sql = "SELECT login, person, hash, made_at, disabled FROM users WHERE login = ?1";
    store.db.maybe_row(sql, params![login]).await?.as_ref().map(User::try_from).transpose()
}

/// All accounts, by login.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn list_users(store: &Store) -> Result<Vec<User>, StoreError> {
    let sql = "SELECT login, person, hash, made_at, disabled FROM users ORDER BY login";
    store.db.rows(sql, vec![]).await?.iter().map(User::try_from).collect()
}

/// What an account may do, and where.
///
/// # Errors
/// `Unavailable`, `Corrupt`.
pub async fn roles_of(store: &Store, login: &str) -> Result<Vec<Role>, StoreError> {
    let sql = "SELECT role, unit FROM roles WHERE login = ?1 ORDER BY role, unit";
    let rows = store.db.rows(sql, params![login]).await?;
    rows.iter().map(|row| Ok(Role { role: row.get("role")?, unit: parsed(row, "unit")? })).collect()
}

/// Writes another password, and ends the sessions that were begun with the old one.
///
/// # Errors
/// `Expectation` when there is no such account; `Unavailable`.
pub async fn set_password(store: &Store, login: &str, hash: &str) -> Result<(), StoreError> {
    let sql = "UPDATE users SET hash = ?2 WHERE login = ?1";
    change(store, Batch::new().expect_one(sql, params![login, hash]), login).await
}

/// Takes an account out of use, and ends its sessions.
///
/// # Errors
/// As [`set_password`].
pub async fn disable(store: &Store, login: &str) -> Result<(), StoreError> {
    let sql = "UPDATE users SET disabled = 1 WHERE login = ?1";
    change(store, Batch::new().expect_one(sql, params![login]), login).await
}

async fn change(store: &Store, batch: Batch, login: &str) -> Result<(), StoreError> {
    let batch = batch.any("DELETE FROM sessions WHERE login = ?1", params![login]);
    store.db.write(batch).await.map(|_| ())
}

/// Gives an account one more role; a role it has already stays.
///
/// # Errors
/// `Unavailable`.
pub async fn add_role(store: &Store, login: &str, role: &Role) -> Result<(), StoreError> {
    let sql = "INSERT INTO roles (login, role, unit) VALUES (?1, ?2, ?3) ON CONFLICT (login, role, unit) DO NOTHING";
    let batch = Batch::new().at_most_one(sql, params![login, &role.role, role.unit.as_str()]);
    store.db.write(batch).await.map(|_| ())
}
