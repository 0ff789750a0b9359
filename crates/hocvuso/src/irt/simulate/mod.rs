//! `hocvuso irt simulate`: what a bank and rules are worth.

mod report;
mod scenario;

use irt::Bank;
use irt::simulate::{Kind, Study, bank, run as simulate};

use super::bank as file;
use crate::cli::{IrtKind, Simulate};
use crate::failure::Failure;
use crate::progress::say;
use report::Ran;
use scenario::Scenario;

/// Contents of a bank that tells none: its items belong to them in turn.
const CONTENTS: u16 = 6;

pub(crate) fn run(asked: &Simulate) -> Result<(), Failure> {
    let bank = prepared(asked)?;
    let scenarios = scenario::of(asked, &bank)?;
    let ran: Vec<Ran> = scenarios.into_iter().map(|scenario| ran(asked, &bank, scenario)).collect();
    say(&if asked.json { report::json(asked, &bank, &ran) } else { report::text(asked, &bank, &ran) });
    Ok(())
}

fn prepared(asked: &Simulate) -> Result<Bank, Failure> {
    if let Some(path) = &asked.bank {
        return Ok(file::read(path)?.bank(CONTENTS));
    }
    let kind = match asked.model {
        IrtKind::TwoParameter => Kind::TwoParameter,
        IrtKind::ThreeParameter => Kind::ThreeParameter,
    };
    Ok(bank(kind, asked.items, CONTENTS, asked.seed))
}

fn ran(asked: &Simulate, bank: &Bank, scenario: Scenario) -> Ran {
    let Scenario { name, rules, control, cut } = scenario;
    // Not the stream of numbers that made the bank.
    let seed = asked.seed.wrapping_add(1);
    let report = simulate(&Study { bank, rules: &rules, control, people: asked.people, cut, seed });
    Ran { name, report }
}
