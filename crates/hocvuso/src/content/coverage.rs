//! `hocvuso content coverage`.

use std::path::Path;

use domain::content::{Counts, Coverage, CoverageLine, Framework, load};
use domain::ids::FrameworkId;
use pages::coverage::lowered;
use pages::messages::Messages;

use super::framework::unknown;
use super::told;
use crate::cli::Cli;
use crate::failure::Failure;
use crate::house;
use crate::progress::say;

pub(super) fn run(
    cli: &Cli,
    folder: Option<&Path>,
    framework: Option<&str>,
    m: Messages,
) -> Result<(), Failure> {
    let source = house::source(cli, folder)?;
    let (curriculum, findings) = load(&source, &pages::ui::icon_names());
    told(m, &findings)?;
    let found = match framework {
        Some(id) => FrameworkId::parse(id)
            .and_then(|id| curriculum.framework(&id))
            .ok_or_else(|| unknown(m, &curriculum, id))?,
        None => curriculum.spoken_framework().ok_or_else(|| Failure::told(m.coverage_none()))?,
    };
    let coverage = Coverage::of(&curriculum, found);
    lead(m, found, &coverage);
    table(m, found, &coverage);
    Ok(())
}

/// The sentences first.
fn lead(m: Messages, framework: &Framework, coverage: &Coverage) {
    let (with, of) = coverage.with_lesson(0);
    let count = |count: usize| m.number(count as u64);
    if of == 0 {
        say(m.coverage_empty());
    } else {
        let stage = framework.stages.first().map(|stage| lowered(stage.title.get(m.0)));
        say(&stage.map_or_else(
            || m.coverage_lead_plain(&count(with), &count(of)),
            |stage| m.coverage_lead(&count(with), &count(of), &stage),
        ));
        let gaps = coverage.with_gap(0);
        say(&if gaps == 0 { m.coverage_no_gaps().to_owned() } else { m.coverage_gaps(&count(gaps)) });
    }
    say(&m.coverage_of(framework.title.get(m.0), &framework.version));
}

/// Competence by competence: what there is at each level of the first stage and at every other where there is something.
fn table(m: Messages, framework: &Framework, coverage: &Coverage) {
    let names: Vec<&str> = framework.levels().map(|level| level.code.as_str()).collect();
    let basic = coverage.stages.first().copied().unwrap_or(0);
    let is_shown = |at: &usize| *at < basic || coverage.lines().any(|line| !line.levels[*at].is_empty());
    let shown: Vec<usize> = (0..coverage.stages.iter().sum()).filter(is_shown).collect();
    if coverage.domains.is_empty() {
        return;
    }
    say("");
    say(m.coverage_legend());
    let head: String = shown.iter().map(|at| pad(names.get(*at).copied().unwrap_or_default())).collect();
    for domain in &coverage.domains {
        say(&format!("\n{}. {}", domain.code, domain.title.get(m.0)));
        say(format!("  {:<10}{head}", "").trim_end());
        for line in &domain.lines {
            let cells: String = shown.iter().map(|at| pad(&cell(line.levels[*at]))).collect();
            let lacks = mark(m, coverage, line);
            say(&format!("  {:<10}{cells}{lacks}  {}", line.code.as_str(), line.title.get(m.0)));
        }
    }
}

/// Whether the first stage is whole, else what it lacks.
fn mark(m: Messages, coverage: &Coverage, line: &CoverageLine) -> String {
    let counts = coverage.in_stage(line, 0);
    let words = if counts.has_gap() {
        m.coverage_lacks(&m.coverage_lacking(counts))
    } else {
        m.coverage_whole().into()
    };
    format!("{words:<36}")
}

fn cell(counts: Counts) -> String {
    if counts.is_empty() {
        return "–".into();
    }
    let Counts { lessons, practices, items, drills } = counts;
    if drills == 0 {
        return format!("{lessons}/{practices}/{items}");
    }
    format!("{lessons}/{practices}/{items}/{drills}")
}

fn pad(text: &str) -> String {
    format!("{text:<12}")
}
