//! How long a file for paper takes and what it weighs: `cargo bench -p benches --bench paper`.

use std::process::ExitCode;
use std::time::Instant;

use benches::{Table, kilobytes, millis, say};
use print::{Card, PrintRefused, card_sheet, certificate_a4, certificate_card, samples};

/// The fastest of so many runs counts: others on the machine only ever slow one down.
const RUNS: usize = 40;
/// A class of an evening.
const CLASS: usize = 30;

fn main() -> ExitCode {
    match measured() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("failed: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn measured() -> Result<(), PrintRefused> {
    let mut table = Table::new("Files for paper", ["form", "time", "size"]);
    let names = ["A4, 6 skills", "A4, 26 skills on the back, longest texts", "A4, no skills"];
    for (name, sheet) in names.into_iter().zip(samples::certificates()) {
        row(&mut table, name, || certificate_a4(&sheet))?;
    }
    let cards = samples::cards();
    if let Some(card) = cards.first() {
        row(&mut table, "card, two sides", || certificate_card(card))?;
    }
    let class: Vec<Card> = cards.into_iter().cycle().take(CLASS).collect();
    row(&mut table, "sheet of 30 cards, 3 pages", || card_sheet("Lớp học", &class))?;
    table.print();
    Ok(())
}

fn row(
    table: &mut Table,
    name: &str,
    print: impl Fn() -> Result<Vec<u8>, PrintRefused>,
) -> Result<(), PrintRefused> {
    let size = print()?.len();
    let times = (0..RUNS).map(|_| {
        let begun = Instant::now();
        print().map(|_| begun.elapsed())
    });
    let fastest = times.collect::<Result<Vec<_>, _>>()?.into_iter().min().unwrap_or_default();
    table.row([name.to_owned(), millis(fastest), kilobytes(size)]);
    Ok(())
}
