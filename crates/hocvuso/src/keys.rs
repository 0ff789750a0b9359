//! `hocvuso keys …`: the keys that certificates are signed with, and what becomes of them.

use credential::SigningKey;
use credential::vc::multikey;
use store::audit::step_add;
use store::db::Batch;
use store::issuer_keys::{self, IssuerKey};
use store::{Store, StoreError, certificates};
use web::{KeyFile, KeyRing, Keys, clock, key_name, key_of, published};

use crate::cli::{Cli, KeysCommand};
use crate::failure::Failure;
use crate::progress::say;
use crate::{house, user};

pub(crate) async fn run(cli: &Cli, command: &KeysCommand) -> Result<(), Failure> {
    let store = house::open(cli).await?;
    match command {
        KeysCommand::List => list(&store).await,
        KeysCommand::Rotate => rotate(cli, &store).await,
        KeysCommand::Revoke { key, why } => revoke(cli, &store, key, why).await,
        KeysCommand::Seal => seal(cli),
    }
}

/// The file of the secret half, and the passphrase it is sealed under when the operator names one.
pub(crate) fn file(cli: &Cli) -> Result<KeyFile, Failure> {
    let read = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path).map_err(|cause| Failure::file("read", path, &cause))?;
        let line = text.lines().next().unwrap_or_default().to_owned();
        if line.is_empty() {
            return Err(Failure::told(format!("{} holds no passphrase in its first line", path.display())));
        }
        Ok(line)
    };
    let passphrase = cli.key_passphrase_file.as_ref().map(read).transpose()?;
    Ok(KeyFile::new(house::key_file(cli), passphrase))
}

/// The secret half; `None` when there is no file.
pub(crate) fn read(file: &KeyFile) -> Result<Option<SigningKey>, Failure> {
    file.read().map_err(|cause| Failure::file("use the signing key", file.path(), &cause))
}

/// The keys of the house. A missing file is made for a new house only: where certificates were issued, making one is for the operator
/// to decide.
pub(crate) async fn open(cli: &Cli, store: &Store) -> Result<KeyRing, Failure> {
    let file = file(cli)?;
    let known = issuer_keys::list(store).await?;
    let issued = certificates::count(store).await?;
    let signing = match read(&file)? {
        Some(signing) => signing,
        None if issued > 0 => {
            return Err(Failure::told(format!(
                "{issued} certificates were signed with a key that is not there: {}. Put your copy of it back; if it is lost, \
                 see docs/guides/keys.md",
                file.path().display()
            )));
        }
        None => make(&file)?,
    };
    let name = key_name(signing.verifying_key());
    match known.iter().find(|it| it.key == name) {
        Some(it) if it.is_active() => {}
        Some(_) => {
            return Err(Failure::told(format!(
                "{} holds a key that was retired or revoked. Make a new one with: hocvuso keys rotate",
                file.path().display()
            )));
        }
        // A house from before keys were noted, or a copy of a database from before the last rotation: the file counts.
        None => issuer_keys::add_active(store, Batch::new(), &name, clock::now()).await?,
    }
    let published = published(&issuer_keys::list(store).await?);
    Ok(KeyRing::new(Keys::new(signing, published), Some(file)))
}

fn make(file: &KeyFile) -> Result<SigningKey, Failure> {
    let seed = clock::bytes::<32>();
    let written = file.write(&seed, clock::bytes());
    written.map_err(|cause| Failure::file("write the signing key", file.path(), &cause))?;
    Ok(SigningKey::from_seed(seed))
}

async fn list(store: &Store) -> Result<(), Failure> {
    for it in issuer_keys::list(store).await? {
        let state = match (it.revoked_at, it.retired_at) {
            (Some(at), _) => format!("revoked {at}: {}", it.why.as_deref().unwrap_or_default()),
            (None, Some(at)) => format!("retired {at}; what it signed holds"),
            (None, None) => "active".to_owned(),
        };
        let name = key_of(&it.key).map_or_else(|| it.key.clone(), multikey);
        say(&format!("{name}  since {}  {state}", it.made_at));
    }
    Ok(())
}

/// A new key signs from now on; the one before is retired, and its secret half, which nobody needs any more, is gone.
async fn rotate(cli: &Cli, store: &Store) -> Result<(), Failure> {
    let file = file(cli)?;
    if cli.key_passphrase_file.is_none() && file.is_sealed().unwrap_or(false) {
        return Err(Failure::told(
            "the key is sealed, and a new one must not lie open: name --key-passphrase-file FILE",
        ));
    }
    let signing = make(&file)?;
    let name = multikey(signing.verifying_key());
    let row = user::row("rotate-key", &name);
    issuer_keys::add_active(store, step_add(&row), &key_name(signing.verifying_key()), clock::now()).await?;
    say(&format!("{name} signs now; a running server takes it up within a minute."));
    say("A server on another machine needs this file too, in its own folder; then restart that one.");
    say(&format!("Keep a copy of {} in another place.", file.path().display()));
    Ok(())
}

async fn revoke(cli: &Cli, store: &Store, key: &str, why: &str) -> Result<(), Failure> {
    let known = issuer_keys::list(store).await?;
    let is_it =
        |it: &&IssuerKey| it.key == key || key_of(&it.key).is_some_and(|public| multikey(public) == key);
    let found = known.iter().find(is_it);
    let found = found.ok_or_else(|| Failure::told("there is no such key; see: hocvuso keys list"))?;
    if found.is_active() {
        rotate(cli, store).await?;
    }
    let row = user::row("revoke-key", key);
    let revoked = issuer_keys::revoke(store, step_add(&row), &found.key, why, clock::now()).await;
    revoked.map_err(|error| match error {
        StoreError::Expectation { .. } => Failure::told("that key was revoked before"),
        other => other.into(),
    })?;
    say("Revoked. Within a minute no running server believes anything that this key signed.");
    say("Issue the certificates that it signed again: docs/guides/keys.md says how.");
    Ok(())
}

/// Writes the key anew: sealed when a passphrase file is named. The passphrase it was sealed under before is asked of the same file.
fn seal(cli: &Cli) -> Result<(), Failure> {
    let file = file(cli)?;
    if cli.key_passphrase_file.is_none() {
        return Err(Failure::told("name the file that holds the passphrase: --key-passphrase-file FILE"));
    }
    if file.is_sealed().map_err(|cause| Failure::file("read", file.path(), &cause))? {
        return Err(Failure::told("the key is sealed already; `hocvuso keys rotate` makes a new one"));
    }
    let bytes = std::fs::read(file.path()).map_err(|cause| Failure::file("read", file.path(), &cause))?;
    let seed: [u8; 32] =
        bytes.try_into().map_err(|_| Failure::told("the key file does not hold 32 bytes"))?;
    let written = file.write(&seed, clock::bytes());
    written.map_err(|cause| Failure::file("write the signing key", file.path(), &cause))?;
    say("The key is sealed. Name the same passphrase file to every start from now on.");
    Ok(())
}
