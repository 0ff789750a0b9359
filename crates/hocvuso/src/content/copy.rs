//! `hocvuso content copy`.

use std::fs;

use web::content;

use super::command::Copy;
use super::words;
use crate::cli::Cli;
use crate::failure::Failure;
use crate::house;
use crate::progress::say;

/// Writes the content that a server would use into a folder, for somebody to change.
pub(super) fn run(cli: &Cli, copy: &Copy) -> Result<(), Failure> {
    let m = words(copy.english);
    let folder = &copy.folder;
    let failed = |cause| Failure::file("write", folder, &cause);
    fs::create_dir_all(folder).map_err(failed)?;
    if fs::read_dir(folder).map_err(failed)?.next().is_some() {
        return Err(Failure::told(m.copy_not_empty(&folder.display().to_string())));
    }
    let files = house::content_files(cli)?;
    for (path, bytes) in &files {
        content::write_below(folder, path, bytes).map_err(failed)?;
    }
    say(&m.copy_done(&folder.display().to_string(), files.len()));
    Ok(())
}
