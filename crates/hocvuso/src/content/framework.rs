//! `hocvuso content framework import`.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use domain::content::{Curriculum, Framework, SheetRow, load, read_sheet, write_framework};
use domain::ids::FrameworkId;
use domain::text::Text;
use pages::messages::Messages;

use super::told;
use crate::cli::{Cli, FrameworkImport};
use crate::failure::Failure;
use crate::house;
use crate::progress::say;

pub(super) fn import(cli: &Cli, import: &FrameworkImport, m: Messages) -> Result<(), Failure> {
    let source = house::source(cli, cli.content.as_deref())?;
    let (curriculum, findings) = load(&source, &pages::ui::icon_names());
    told(m, &findings)?;
    let id = FrameworkId::parse(&import.framework);
    let slot = id.and_then(|id| curriculum.framework(&id));
    let slot = filled(slot.ok_or_else(|| unknown(m, &curriculum, &import.framework))?, import)?;
    let file = import.file.display().to_string();
    let (framework, findings) = read_sheet(&file, &rows(&import.file)?, &slot, &curriculum);
    told(m, &findings)?;
    let out = target(cli, import, &framework)?;
    write(&out, &write_framework(&framework), import.replace, m)?;
    let (blocks, competences) = (framework.domains.len(), framework.competences().count());
    say(&m.framework_written(&out.display().to_string(), blocks, competences));
    say(m.framework_next());
    Ok(())
}

/// There is no such framework, and which there are.
pub(super) fn unknown(m: Messages, curriculum: &Curriculum, id: &str) -> Failure {
    let known: Vec<&str> = curriculum.frameworks.iter().map(|it| it.id.as_str()).collect();
    Failure::told(m.framework_unknown(id, &known.join(", ")))
}

/// The slot with what the operator says of it.
fn filled(slot: &Framework, import: &FrameworkImport) -> Result<Framework, Failure> {
    let note = Text::parse(&import.note)
        .filter(|note| !note.vi.is_empty())
        .ok_or_else(|| Failure::told("--note must be: tiếng Việt || English"))?;
    Ok(Framework { version: import.version.trim().to_owned(), note, ..slot.clone() })
}

/// The rows of a sheet. A spreadsheet may part cells by semicolons, begin with a byte-order mark and end in empty rows.
fn rows(path: &Path) -> Result<Vec<SheetRow>, Failure> {
    let text = fs::read_to_string(path).map_err(|cause| Failure::file("read", path, &cause))?;
    // Lines are counted at their end: with CRLF the reader would begin a row on the line before.
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let head = text.lines().next().unwrap_or_default();
    let delimiter = if head.contains(';') && !head.contains(',') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new();
    let mut reader =
        reader.has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|cause| Failure::file("read", path, &cause))?;
        let line = record.position().map_or(0, csv::Position::line);
        let cells: Vec<String> = record.iter().map(str::to_owned).collect();
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(SheetRow { line: u32::try_from(line).unwrap_or(u32::MAX), cells });
        }
    }
    Ok(rows)
}

/// Where the file goes: where the operator says, else the folder that a server reads.
fn target(cli: &Cli, import: &FrameworkImport, framework: &Framework) -> Result<PathBuf, Failure> {
    if let Some(out) = &import.out {
        return Ok(out.clone());
    }
    house::make_folder(cli)?;
    let folder = cli.data.join("frameworks");
    fs::create_dir_all(&folder).map_err(|cause| Failure::file("make the folder", &folder, &cause))?;
    Ok(folder.join(format!("{}.txt", framework.id)))
}

fn write(out: &Path, text: &str, replace: bool, m: Messages) -> Result<(), Failure> {
    let mut options = OpenOptions::new();
    options.write(true).truncate(true).create(replace).create_new(!replace);
    let file = options.open(out);
    if !replace && out.exists() && file.is_err() {
        return Err(Failure::told(m.framework_exists(&out.display().to_string())));
    }
    let written = file.and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|cause| Failure::file("write", out, &cause))
}
