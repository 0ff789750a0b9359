//! `hocvuso content`: what teachers write, begun, drawn, checked and counted; frameworks filled in.

mod check;
pub(crate) mod command;
mod copy;
mod coverage;
mod framework;
mod graph;
mod import;
mod new;
mod one;
mod pack;
mod packed;
mod preview;

use std::path::{Path, PathBuf};

use domain::content::Finding;
use domain::text::Lang;
use pages::messages::Messages;

use crate::cli::{Cli, ContentCommand, FrameworkCommand};
use crate::failure::Failure;
use crate::progress::say;

pub(crate) async fn run(cli: &Cli, command: &ContentCommand) -> Result<(), Failure> {
    match command {
        ContentCommand::New(args) => new::run(cli, args),
        ContentCommand::Copy(args) => copy::run(cli, args),
        ContentCommand::Check(args) => check::run(cli, args),
        ContentCommand::Graph(args) => graph::run(cli, args),
        ContentCommand::Preview(args) => preview::run(cli, args).await,
        ContentCommand::Pack(args) => pack::run(cli, args),
        ContentCommand::Import(args) => import::run(cli, args),
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

/// Tells every finding; a failure when there is one.
fn told(m: Messages, findings: &[Finding]) -> Result<(), Failure> {
    tell_of(m, findings).iter().for_each(|line| say(line));
    if findings.is_empty() { Ok(()) } else { Err(Failure::told(m.content_faults(findings.len()))) }
}

/// Each finding as a line: file, line, what is wrong, how to mend it.
fn tell_of(m: Messages, findings: &[Finding]) -> Vec<String> {
    let line = |finding: &Finding| {
        let (wrong, remedy) = m.fault(&finding.fault);
        format!("{}:{}: {wrong} {remedy}", finding.file, finding.line)
    };
    findings.iter().map(line).collect()
}
