//! `hocvuso user …`: accounts of helpers and officials.

use std::io::BufRead as _;

use domain::ids::{PersonId, mint};
use domain::learning::day_of;
use domain::people::{Name, RoleKind};
use store::accounts::{self, Role, User};
use store::audit::{self, Audited};
use store::people::{NewPerson, PersonKind, step_add};
use store::{Store, StoreError};
use territory::{Level, UnitId};
use web::{clock, hash_password};

use crate::cli::{Cli, UserCommand};
use crate::failure::Failure;
use crate::house;
use crate::progress::say;

/// The shortest password taken (NIST SP 800-63B, 5.1.1.2 asks for 8 at least).
const PASSWORD_CHARS_MIN: usize = 10;

pub(crate) async fn run(cli: &Cli, command: &UserCommand) -> Result<(), Failure> {
    let store = house::open(cli).await?;
    match command {
        UserCommand::Add { login, role, unit, name, password_stdin } => {
            add(&store, login, role, unit, name.as_deref(), *password_stdin).await
        }
        UserCommand::List => list(&store).await,
        UserCommand::Password { login, password_stdin } => set_password(&store, login, *password_stdin).await,
        UserCommand::Disable { login } => {
            accounts::disable(&store, login).await.map_err(|error| unknown(login, error))?;
            note(&store, "disable-account", login).await?;
            say(&format!("{login} can't sign in any more"));
            Ok(())
        }
    }
}

async fn add(
    store: &Store,
    login: &str,
    role: &str,
    unit: &str,
    name: Option<&str>,
    from_stdin: bool,
) -> Result<(), Failure> {
    let login = good_login(login)?;
    let kind = RoleKind::parse(role).ok_or_else(|| {
        Failure::told(format!("there is no role {role}: use helper, officer, leader, keeper or operator"))
    })?;
    let unit: UnitId = unit.parse().map_err(|error| Failure::told(format!("{error}")))?;
    let territory = house::territory(store).await?;
    let place = territory.latest(unit).map(territory::Unit::title);
    let place =
        place.ok_or_else(|| Failure::told(format!("there is no unit {unit}; search it at /units?q=…")))?;
    if kind == RoleKind::Helper && unit.level() != Level::Commune {
        return Err(Failure::told(format!("a helper helps in a commune or ward; {unit} is none")));
    }
    if territory.get(unit, day_of(clock::now())).is_none() {
        return Err(Failure::told(format!("{place} has ended; search today's unit at /units?q=…")));
    }
    let role = Role { role: kind.as_str().to_owned(), unit };

    if let Some(known) = accounts::find_user(store, login).await? {
        accounts::add_role(store, &known.login, &role).await?;
        note(store, "add-role", &format!("{login} {} {unit}", kind.as_str())).await?;
        say(&format!("{login} is now also {} in {place}", kind.as_str()));
        return Ok(());
    }
    let name = name.map(|name| {
        Name::parse(name).map_err(|bad| Failure::told(format!("the name can't be used: {bad:?}")))
    });
    let name = name.transpose()?;
    let (password, made) = password(from_stdin)?;
    let now = clock::now();
    let person = PersonId::mint(now, clock::chance());
    let new = NewPerson {
        id: person,
        name: name.map(|name| name.to_string()),
        birth_year: None,
        hamlet: None,
        kind: PersonKind::Account,
        made_by: None,
        made_at: now,
    };
    let user = User {
        login: login.to_owned(),
        person,
        hash: hash_password(&password),
        made_at: now,
        disabled: false,
    };
    accounts::add_user(store, step_add(&new), &user, &[role]).await?;
    note(store, "add-account", &format!("{login} {} {unit}", kind.as_str())).await?;
    say(&format!("{login} is {} in {place}", kind.as_str()));
    tell(&password, made);
    Ok(())
}

fn good_login(login: &str) -> Result<&str, Failure> {
    let good = (2..=40).contains(&login.len())
        && login.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'-'));
    if good {
        Ok(login)
    } else {
        Err(Failure::told(format!(
            "“{login}” can't be a name to sign in with: use 2 to 40 of a–z, 0–9, . and -"
        )))
    }
}

async fn list(store: &Store) -> Result<(), Failure> {
    for user in accounts::list_users(store).await? {
        let roles = accounts::roles_of(store, &user.login).await?;
        let roles: Vec<String> = roles.iter().map(|role| format!("{} {}", role.role, role.unit)).collect();
        let state = if user.disabled { "  (disabled)" } else { "" };
        say(&format!("{}  {}{state}", user.login, roles.join(", ")));
    }
    Ok(())
}

async fn set_password(store: &Store, login: &str, from_stdin: bool) -> Result<(), Failure> {
    let (password, made) = password(from_stdin)?;
    accounts::set_password(store, login, &hash_password(&password))
        .await
        .map_err(|error| unknown(login, error))?;
    note(store, "set-password", login).await?;
    say(&format!("{login} has a new password"));
    tell(&password, made);
    Ok(())
}

fn unknown(login: &str, error: StoreError) -> Failure {
    match error {
        StoreError::Missing { .. } | StoreError::Expectation { .. } => {
            Failure::told(format!("there is no account {login}; see: hocvuso user list"))
        }
        other => other.into(),
    }
}

fn password(from_stdin: bool) -> Result<(String, bool), Failure> {
    if !from_stdin {
        return Ok((made_password(), true));
    }
    let mut line = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut line)
        .map_err(|cause| Failure::told(format!("can't read the password: {cause}")))?;
    let password = line.trim_end_matches(['\r', '\n']);
    if password.chars().count() < PASSWORD_CHARS_MIN {
        return Err(Failure::told(format!(
            "the password is too short: {PASSWORD_CHARS_MIN} characters or more"
        )));
    }
    Ok((password.to_owned(), false))
}

/// Sixteen letters and digits that are not mistaken for one another: 80 bits.
fn made_password() -> String {
    const ALPHABET: &[u8; 32] = b"23456789abcdefghijkmnpqrstuvwxyz";
    clock::bytes::<16>().iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect()
}

fn tell(password: &str, made: bool) {
    if made {
        say(&format!("password, shown this once: {password}"));
    }
}

/// One row in the audit for what an operator does at the command line.
async fn note(store: &Store, act: &str, object: &str) -> Result<(), Failure> {
    Ok(audit::add(store, &row(act, object)).await?)
}

/// The row itself, to be committed along with the act.
pub(crate) fn row(act: &str, object: &str) -> Audited {
    let now = clock::now();
    Audited {
        id: mint(now, clock::chance()).to_string(),
        at: now,
        login: "operator at the command line".into(),
        act: act.into(),
        object: Some(object.into()),
        unit: None,
        detail: None,
    }
}
