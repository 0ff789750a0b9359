//! What the measuring programs share. `cargo bench -p benches` runs them and prints their tables; nothing here is a test, and
//! no test depends on how fast something is.
//!
//! They measure the product from outside, as a browser meets it: the release binary in a folder of its own, over real loopback
//! HTTP. `HOCVUSO_BIN` names another binary to measure, to compare two.

mod courses;
mod folder;
mod house;
mod http;
mod load;
mod processor;
mod table;

pub use courses::Courses;
pub use folder::Folder;
pub use house::{House, binary, run_to_end};
pub use http::{Answer, Client};
pub use load::{Load, Watch, run};
pub use processor::on_processor;
pub use table::{Table, kilobytes, megabytes, millis, say, seconds};

use std::io;
use std::process::ExitCode;
use std::time::Duration;

/// The rest of a form that answers a question of any kind, beside `choice`.
pub const ANY_KIND: &str = "tap=0&place-0=1&place-1=2&place-2=3&place-3=4&place-4=5";

/// Runs a measuring program to its end, or for so long at most.
pub fn measure(longest: Duration, program: impl Future<Output = io::Result<()>>) -> ExitCode {
    // One thread: the clients shall not take more of the machine than they must.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let ended = runtime.and_then(|runtime| {
        runtime.block_on(async {
            let late = |_| Err(io::Error::other(format!("not done within {} s", longest.as_secs())));
            tokio::time::timeout(longest, program).await.unwrap_or_else(late)
        })
    });
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("failed: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// What every table must be read with: the machine, and what is measured.
///
/// # Errors
/// When the binary does not run.
pub fn preface(binary: &std::path::Path) -> io::Result<()> {
    let version = std::process::Command::new(binary).arg("--version").output()?;
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    say(&format!(
        "{} ({})\n{cores} cores, shared by the server, the clients and whoever else is on the machine: compare ratios \
         between rows and runs, not single figures. Server time is CPU time of the server alone, and shakes less.",
        String::from_utf8_lossy(&version.stdout).trim(),
        binary.display(),
    ));
    Ok(())
}
