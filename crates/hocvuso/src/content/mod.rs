//! `hocvuso content`: what teachers wrote, checked and counted; frameworks filled in.

mod coverage;
mod framework;

use std::path::{Path, PathBuf};

use domain::content::{Finding, load};
use domain::text::Lang;
use pages::messages::Messages;

use crate::cli::{Cli, ContentCommand, FrameworkCommand};
use crate::failure::Failure;
use crate::house;
use crate::progress::say;

pub(crate) fn run(cli: &Cli, command: &ContentCommand) -> Result<(), Failure> {
    match command {
        ContentCommand::Check { folder, english } => check(cli, folder.as_ref(), words(*english)),
        ContentCommand::Coverage { folder, framework, english } => {
            coverage::run(cli, chosen(cli, folder.as_ref()), framework.as_deref(), words(*english))
        }
        ContentCommand::Framework { command: FrameworkCommand::Import(import) } => {
            framework::import(cli, import, words(import.english))
        }
    }
}

const fn words(english: bool) -> Messages {
    Messages(if english { Lang::En } else { Lang::Vi })
}

/// The folder named last counts; without one, the content built in.
fn chosen<'c>(cli: &'c Cli, folder: Option<&'c PathBuf>) -> Option<&'c Path> {
    folder.or(cli.content.as_ref()).map(PathBuf::as_path)
}

fn check(cli: &Cli, folder: Option<&PathBuf>, m: Messages) -> Result<(), Failure> {
    let source = house::source(cli, chosen(cli, folder))?;
    let (curriculum, findings) = load(&source, &pages::ui::icon_names());
    told(m, &findings)?;
    let (lessons, practices, items) =
        (curriculum.lessons.len(), curriculum.practices.len(), curriculum.items.len());
    say(&m.content_good(lessons, practices, items, curriculum.drills.len()));
    Ok(())
}

/// Tells every finding; a failure when there is one.
fn told(m: Messages, findings: &[Finding]) -> Result<(), Failure> {
    for finding in findings {
        let (wrong, remedy) = m.fault(&finding.fault);
        say(&format!("{}:{}: {wrong} {remedy}", finding.file, finding.line));
    }
    if findings.is_empty() { Ok(()) } else { Err(Failure::told(m.content_faults(findings.len()))) }
}
