//! `hocvuso content check`.

use domain::content::{CommonWords, Curriculum, Finding, Reading, Source, lacks, load};
use pages::messages::Messages;

use super::command::Check;
use super::{chosen, told, words};
use crate::cli::Cli;
use crate::failure::Failure;
use crate::house;
use crate::progress::say;

pub(super) fn run(cli: &Cli, check: &Check) -> Result<(), Failure> {
    let m = words(check.english);
    let source = house::source(cli, chosen(cli, check.folder.as_ref()))?;
    let curriculum = sound(&source, m)?;
    let readings = readings(&source);
    for reading in &readings {
        tell(reading, check.words, m);
    }
    let (lessons, practices, items) =
        (curriculum.lessons.len(), curriculum.practices.len(), curriculum.items.len());
    say(&m.content_good(lessons, practices, items, curriculum.drills.len()));
    if readings.is_empty() {
        return Ok(());
    }
    if check.strict {
        return Err(Failure::told(m.reading_strict(readings.len())));
    }
    say(&m.reading_sum(readings.len()));
    Ok(())
}

/// The curriculum of a source that has no fault and lacks nothing; every finding is told.
pub(super) fn sound(source: &Source, m: Messages) -> Result<Curriculum, Failure> {
    let (curriculum, findings) = all_findings(source);
    told(m, &findings)?;
    Ok(curriculum)
}

/// Everything wrong with a source. What it lacks as a whole is told only once every file can be read.
pub(super) fn all_findings(source: &Source) -> (Curriculum, Vec<Finding>) {
    let (curriculum, mut findings) = load(source, &pages::ui::icon_names());
    if findings.is_empty() {
        findings = lacks(source, &curriculum);
    }
    (curriculum, findings)
}

/// The files that could be easier to read. Words are common that the content built in, or this one, uses again and again.
fn readings(source: &Source) -> Vec<Reading> {
    let built_in = web::content::built_in();
    let ours = built_in.texts.iter().filter(|(path, _)| !source.texts.contains_key(*path));
    let common = CommonWords::of(ours.chain(&source.texts));
    let texts = source.texts.iter().chain(&source.own_drills);
    texts.map(|(path, text)| common.read(path, text)).filter(|reading| !reading.is_easy()).collect()
}

fn tell(reading: &Reading, each: bool, m: Messages) {
    if !each {
        return say(&format!("{}: {}", reading.file, m.reading(reading)));
    }
    for (line, words) in m.reading_places(reading) {
        say(&format!("{}:{line}: {words}", reading.file));
    }
}
