//! `hocvuso api-client …`: programs that may have credentials issued and verified over HTTP.

use store::api_clients::{self, ApiClient};
use store::audit::step_add;
use store::{Store, StoreError};
use web::{clock, digest_token};

use crate::cli::{ApiClientCommand, Cli};
use crate::failure::Failure;
use crate::progress::say;
use crate::{house, user};

pub(crate) async fn run(cli: &Cli, command: &ApiClientCommand) -> Result<(), Failure> {
    let store = house::open(cli).await?;
    match command {
        ApiClientCommand::Add { name, with_status } => add(&store, name, *with_status).await,
        ApiClientCommand::List => list(&store).await,
        ApiClientCommand::Remove { name } => remove(&store, name).await,
    }
}

async fn add(store: &Store, name: &str, with_status: bool) -> Result<(), Failure> {
    let is_name =
        |name: &str| name.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-');
    if !(1..=40).contains(&name.len()) || !is_name(name) {
        return Err(Failure::told("a name has 1 to 40 letters: a–z, 0–9 and hyphen"));
    }
    let token: String = clock::bytes::<32>().iter().map(|byte| format!("{byte:02x}")).collect();
    let client = ApiClient { name: name.to_owned(), with_status, made_at: clock::now() };
    let row = user::row("add-api-client", name);
    api_clients::add(store, step_add(&row), &client, &digest_token(&token)).await?;
    say(&format!("{name} may have credentials issued and verified."));
    say(&format!("token, shown this once: {token}"));
    Ok(())
}

async fn list(store: &Store) -> Result<(), Failure> {
    for client in api_clients::list(store).await? {
        let status = if client.with_status { "  with a status" } else { "" };
        say(&format!("{}  since {}{status}", client.name, client.made_at));
    }
    Ok(())
}

async fn remove(store: &Store, name: &str) -> Result<(), Failure> {
    let row = user::row("remove-api-client", name);
    api_clients::remove(store, step_add(&row), name).await.map_err(|error| match error {
        StoreError::Expectation { .. } => {
            Failure::told(format!("there is no program {name}; see: hocvuso api-client list"))
        }
        other => other.into(),
    })?;
    say(&format!("{name} may do nothing any more"));
    Ok(())
}
