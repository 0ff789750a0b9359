//! `hocvuso backup FILE` and `hocvuso restore FILE`.

use std::path::Path;

use store::db::restore as restore_file;
use store::migrations;

use crate::cli::Cli;
use crate::failure::Failure;
use crate::house;
use crate::progress::say;

pub(crate) async fn backup(cli: &Cli, file: &Path) -> Result<(), Failure> {
    let store = house::open_existing(cli).await?;
    if file.exists() {
        return Err(Failure::told(format!(
            "{} is there already; a backup never takes the place of another. Choose another name",
            file.display()
        )));
    }
    let bytes = store.db().backup(file).await?;
    say(&format!(
        "{} written, {bytes} bytes. The signing key is not in it: keep a copy of {} in another place.",
        file.display(),
        house::key_file(cli).display()
    ));
    Ok(())
}

pub(crate) async fn restore(cli: &Cli, file: &Path) -> Result<(), Failure> {
    house::make_folder(cli)?;
    let kept = restore_file(file, &house::location(cli), migrations::ALL).await?;
    say(&format!("{} is in place.", file.display()));
    if let Some(kept) = kept {
        say(&format!("The database that was there before is kept as {}", kept.display()));
    }
    Ok(())
}
