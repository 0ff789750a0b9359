//! The figures, for a person and for a program.

use irt::Bank;
use irt::simulate::Report;

use crate::cli::{IrtKind, Simulate};

/// A test that was simulated.
pub(super) struct Ran {
    pub(super) name: String,
    pub(super) report: Report,
}

/// A figure: its key for programs, what it is for people, and how it is read.
struct Figure {
    key: &'static str,
    words: &'static str,
    decimals: usize,
    of: fn(&Report) -> Option<f64>,
}

const FIGURES: [Figure; 12] = [
    Figure { key: "rmse", words: "RMSE of the ability", decimals: 4, of: |report| Some(report.rmse) },
    Figure { key: "bias", words: "bias", decimals: 4, of: |report| Some(report.bias) },
    Figure {
        key: "mean_length",
        words: "items asked, mean",
        decimals: 2,
        of: |report| Some(report.mean_length),
    },
    Figure { key: "se_over_rmse", words: "SE / RMSE", decimals: 4, of: |report| Some(report.se_over_rmse) },
    Figure {
        key: "coverage_95",
        words: "95 % intervals that hold",
        decimals: 4,
        of: |report| Some(report.coverage),
    },
    Figure {
        key: "right_at_cut",
        words: "on the right side of the cut",
        decimals: 4,
        of: |report| report.right_at_cut,
    },
    Figure {
        key: "exposure_max",
        words: "greatest exposure",
        decimals: 4,
        of: |report| Some(report.exposure_max),
    },
    Figure {
        key: "exposure_max_at_equal_ability",
        words: "  at equal ability",
        decimals: 4,
        of: |report| Some(report.exposure_max_at_equal_ability),
    },
    Figure { key: "overlap", words: "overlap of two tests", decimals: 4, of: |report| Some(report.overlap) },
    Figure {
        key: "overlap_at_equal_ability",
        words: "  at equal ability",
        decimals: 4,
        of: |report| Some(report.overlap_at_equal_ability),
    },
    Figure {
        key: "bank_used",
        words: "share of the bank used",
        decimals: 4,
        of: |report| Some(report.bank_used),
    },
    Figure {
        key: "quota_violations",
        words: "tests with a quota violated",
        decimals: 0,
        of: |report| Some(f64::from(report.quota_violations)),
    },
];

/// A column for each test.
pub(super) fn text(asked: &Simulate, bank: &Bank, ran: &[Ran]) -> String {
    let widths: Vec<usize> = ran.iter().map(|ran| ran.name.len().max(8)).collect();
    let label = FIGURES.iter().map(|figure| figure.words.len()).max().unwrap_or(0);
    let line = |words: &str, cells: Vec<String>| {
        let cells = cells.iter().zip(&widths).map(|(cell, width)| format!("  {cell:>width$}"));
        format!("{words:<label$}{}", cells.collect::<String>())
    };
    let mut lines = vec![
        format!(
            "{} items ({}), {} persons, abilities N(0, 1), seed {}",
            bank.len(),
            source(asked),
            asked.people,
            asked.seed
        ),
        String::new(),
        line("", ran.iter().map(|ran| ran.name.clone()).collect()),
    ];
    for figure in &FIGURES {
        let cell = |ran: &Ran| {
            (figure.of)(&ran.report).map_or(String::from("-"), |value| format!("{value:.*}", figure.decimals))
        };
        lines.push(line(figure.words, ran.iter().map(cell).collect()));
    }
    lines.join("\n")
}

/// One object; figures that a test does not have are null.
pub(super) fn json(asked: &Simulate, bank: &Bank, ran: &[Ran]) -> String {
    let tests: Vec<String> = ran.iter().map(test).collect();
    format!(
        "{{\n  \"items\": {},\n  \"bank\": \"{}\",\n  \"people\": {},\n  \"seed\": {},\n  \"scenarios\": [\n{}\n  ]\n}}",
        bank.len(),
        source(asked),
        asked.people,
        asked.seed,
        tests.join(",\n")
    )
}

fn test(ran: &Ran) -> String {
    let figure = |figure: &Figure| {
        let value = (figure.of)(&ran.report)
            .map_or(String::from("null"), |value| format!("{value:.*}", figure.decimals));
        format!("      \"{}\": {value}", figure.key)
    };
    let figures: Vec<String> = FIGURES.iter().map(figure).collect();
    format!("    {{\n      \"name\": \"{}\",\n{}\n    }}", ran.name, figures.join(",\n"))
}

fn source(asked: &Simulate) -> &'static str {
    match (&asked.bank, asked.model) {
        (Some(_), _) => "from a file",
        (None, IrtKind::TwoParameter) => "made up, 2pl",
        (None, IrtKind::ThreeParameter) => "made up, 3pl",
    }
}
