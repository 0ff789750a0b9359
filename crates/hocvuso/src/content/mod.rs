//! `hocvuso content check`.

use std::path::PathBuf;

use domain::content::load;
use domain::text::Lang;
use pages::messages::Messages;

use crate::cli::{Cli, ContentCommand};
use crate::failure::Failure;
use crate::house;
use crate::progress::say;

pub(crate) fn run(cli: &Cli, command: &ContentCommand) -> Result<(), Failure> {
    let ContentCommand::Check { folder, english } = command;
    let folder = folder.as_ref().or(cli.content.as_ref());
    let source = house::source(cli, folder.map(PathBuf::as_path))?;
    let m = Messages(if *english { Lang::En } else { Lang::Vi });
    let (curriculum, findings) = load(&source, &pages::ui::icon_names());
    for finding in &findings {
        let (wrong, remedy) = m.fault(&finding.fault);
        say(&format!("{}:{}: {wrong} {remedy}", finding.file, finding.line));
    }
    if findings.is_empty() {
        let (lessons, practices, items) =
            (curriculum.lessons.len(), curriculum.practices.len(), curriculum.items.len());
        say(&m.content_good(lessons, practices, items));
        return Ok(());
    }
    Err(Failure::told(m.content_faults(findings.len())))
}
