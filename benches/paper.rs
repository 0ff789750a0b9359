//! How long a file for paper takes and what it weighs: `cargo bench -p benches --bench paper`.
//!
//! Time is that of the processor alone, as Linux counts it: it shakes less than the clock when others are on the machine.

use std::process::ExitCode;

use benches::{Table, kilobytes, millis, on_processor, say};
use print::{Card, PrintRefused, card_sheet, certificate_a4, certificate_card, samples};

/// Enough that the ticks in which the system counts do not matter.
const RUNS: u32 = 100;
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
    let mut table = Table::new("Files for paper", ["form", "processor time", "size"]);
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
    let begun = on_processor();
    for _ in 0..RUNS {
        print()?;
    }
    let mean = on_processor().saturating_sub(begun) / RUNS;
    table.row([name.to_owned(), millis(mean), kilobytes(size)]);
    Ok(())
}
