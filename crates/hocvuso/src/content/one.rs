//! One file of a content folder, and the folder around it.

use std::path::{Path, PathBuf};

use domain::content::Source;

use super::chosen;
use crate::cli::Cli;
use crate::failure::Failure;
use crate::house;

/// The folders in which content lies, one below the folder of all content.
const FOLDERS: [&str; 8] =
    ["lessons", "practices", "items", "drills", "courses", "paths", "blueprints", "frameworks"];

/// The content folder that a file lies in, and its path below it, with `/`; `None` when it lies in none.
pub(super) fn place(file: &Path) -> Option<(PathBuf, String)> {
    let whole = std::path::absolute(file).ok().filter(|file| file.is_file())?;
    let is_folder = |at: &&Path| {
        at.file_name().and_then(|name| name.to_str()).is_some_and(|name| FOLDERS.contains(&name))
    };
    let root = whole.ancestors().skip(1).find(is_folder)?.parent()?;
    let parts: Option<Vec<&str>> = whole.strip_prefix(root).ok()?.iter().map(|part| part.to_str()).collect();
    Some((root.to_path_buf(), parts?.join("/")))
}

/// The content in which to look for a file, and the name of the file without its ending: of a file in a content folder that folder,
/// of a bare id the content chosen.
pub(super) fn find(cli: &Cli, file: &Path) -> Result<(Source, String), Failure> {
    let name = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = place(file).map(|(folder, _)| folder);
    let source = house::source(cli, folder.as_deref().or(chosen(cli, None)))?;
    Ok((source, name))
}
