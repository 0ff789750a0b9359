//! `hocvuso recount`: the record says what counts; everything kept beside it must agree.

use std::time::Instant;

use store::recount::{Mend, recount};

use crate::cli::Cli;
use crate::failure::Failure;
use crate::house;
use crate::progress::say;

/// So many differences are told one by one.
const TOLD_MAX: usize = 20;

pub(crate) async fn run(cli: &Cli, apply: bool) -> Result<(), Failure> {
    let store = house::open_existing(cli).await?;
    let curriculum = house::curriculum(cli)?;
    let started = Instant::now();
    let mend = if apply { Mend::Yes } else { Mend::No };
    let report = recount(&store, &curriculum.syllabus, mend).await?;
    let seconds = started.elapsed().as_secs_f64();
    say(&format!(
        "{} statements of {} people counted in {seconds:.1} s ({} statements that other systems sent count for nothing)",
        report.statements, report.people, report.foreign
    ));
    for difference in report.differences.iter().take(TOLD_MAX) {
        let (kind, key) = (difference.kind, &difference.key);
        say(&format!("{kind:?} {key}: kept {}, counted {}", difference.stored, difference.counted));
    }
    match (report.differences.len(), apply) {
        (0, _) => {
            say("no difference");
            Ok(())
        }
        (count, true) => {
            say(&format!("{count} differences mended"));
            Ok(())
        }
        (count, false) => Err(Failure::told(format!(
            "{count} differences. Keep a backup, find out why, then mend them with: hocvuso recount --apply"
        ))),
    }
}
