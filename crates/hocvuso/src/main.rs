//! Học Vụ Số: one program from the village to the ministry.
//!
//! `main` only maps what a command says to an exit code: 0 done, 1 refused or failed, 2 wrong use.

mod api_client;
mod backup;
mod bank;
mod certificate;
mod cli;
mod content;
mod demo;
mod demo_sitting;
mod doctor;
mod failure;
mod house;
mod irt;
mod keys;
mod progress;
mod recount;
mod seed;
mod serve;
mod user;

use std::process::ExitCode;

use clap::Parser as _;

use cli::{Cli, Command};
use failure::Failure;

fn main() -> ExitCode {
    let cli = Cli::parse();
    start_logging(&cli);
    match run(&cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            progress::complain(&failure.to_string());
            ExitCode::FAILURE
        }
    }
}

fn run(cli: &Cli) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|cause| Failure::runtime(&cause))?;
    runtime.block_on(async {
        match &cli.command {
            None => demo::run(cli, &cli::Demo::default()).await,
            Some(Command::Demo(demo)) => demo::run(cli, demo).await,
            Some(Command::Serve) => serve::run(cli).await,
            Some(Command::User { command }) => user::run(cli, command).await,
            Some(Command::Certificate { command }) => certificate::run(cli, command).await,
            Some(Command::Keys { command }) => keys::run(cli, command).await,
            Some(Command::ApiClient { command }) => api_client::run(cli, command).await,
            Some(Command::Content { command }) => content::run(cli, command).await,
            Some(Command::Recount { apply }) => recount::run(cli, *apply).await,
            Some(Command::Backup { file }) => backup::backup(cli, file).await,
            Some(Command::Restore { file }) => backup::restore(cli, file).await,
            Some(Command::Irt { command }) => irt::run(command),
            Some(Command::Bank { command }) => bank::run(cli, command).await,
            Some(Command::Doctor) => doctor::run(cli).await,
        }
    })
}

/// Log lines go to standard error, as JSON where no person reads along.
fn start_logging(cli: &Cli) {
    use std::io::IsTerminal as _;
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_new(&cli.log).unwrap_or_else(|_| EnvFilter::new("warn"));
    let logging = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if std::io::stderr().is_terminal() {
        logging.compact().init();
    } else {
        logging.json().init();
    }
}
