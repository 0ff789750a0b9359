//! `hocvuso doctor`: is everything as it should be?

use store::Store;
use store::doctor::{Examination, examine};
use store::issuer_keys;

use crate::cli::Cli;
use crate::failure::Failure;
use crate::house;
use crate::keys;
use crate::progress::say;

pub(crate) async fn run(cli: &Cli) -> Result<(), Failure> {
    let store = house::open_existing(cli).await?;
    let found = examine(&store).await?;
    let wrong =
        [database(&found), content(cli), key(cli, &store).await].into_iter().filter(|well| !well).count();
    if wrong == 0 { Ok(()) } else { Err(Failure::told(format!("{wrong} of these need attention"))) }
}

fn mark(well: bool) -> &'static str {
    if well { "ok   " } else { "WRONG" }
}

fn database(found: &Examination) -> bool {
    let sound = found.faults.is_empty();
    say(&format!(
        "{} database: {}, schema {}, {} bytes",
        mark(sound),
        found.version,
        found.migration,
        found.bytes
    ));
    for fault in &found.faults {
        say(&format!("      {fault}"));
    }
    let writable = found.not_writable.is_none();
    let why = found.not_writable.as_deref().unwrap_or("can be written");
    say(&format!("{} writing: {why}", mark(writable)));
    for (table, rows) in &found.rows {
        say(&format!("      {table}: {rows} rows"));
    }
    if let (Some(oldest), Some(newest)) = (found.oldest, found.newest) {
        say(&format!("      the record goes from {oldest} to {newest}"));
    }
    sound && writable
}

fn content(cli: &Cli) -> bool {
    let read = house::curriculum(cli);
    match &read {
        Ok(curriculum) => {
            let (lessons, practices) = (curriculum.lessons.len(), curriculum.practices.len());
            say(&format!(
                "{} content: {lessons} lessons, {practices} practices, {} questions",
                mark(true),
                curriculum.items.len()
            ));
        }
        Err(failure) => say(&format!("{} content: {failure}", mark(false))),
    }
    read.is_ok()
}

/// Looks only: a missing key is made by the first start, not by a look.
async fn key(cli: &Cli, store: &Store) -> bool {
    let well = look_at_key(cli, store).await;
    match &well {
        Ok(words) => say(&format!("{} signing key: {words}. Keep a copy in another place.", mark(true))),
        Err(failure) => say(&format!("{} signing key: {failure}", mark(false))),
    }
    well.is_ok()
}

async fn look_at_key(cli: &Cli, store: &Store) -> Result<String, Failure> {
    let file = keys::file(cli)?;
    let path = file.path().display();
    let Some(signing) = keys::read(&file)? else {
        return Err(Failure::told(format!("{path} is not there; `hocvuso serve` makes it for a new house")));
    };
    let known = issuer_keys::list(store).await?;
    let name = web::key_name(signing.verifying_key());
    if known.iter().any(|it| it.key == name && !it.is_active()) {
        return Err(Failure::told(format!(
            "{path} holds a key that was retired or revoked; make a new one with: hocvuso keys rotate"
        )));
    }
    let sealed = file.is_sealed().map_err(|cause| Failure::file("read", file.path(), &cause))?;
    let manner = if sealed { "sealed" } else { "not sealed under a passphrase" };
    let others = known.iter().filter(|it| it.key != name).count();
    Ok(format!("{path}, {manner}; {others} older keys"))
}
