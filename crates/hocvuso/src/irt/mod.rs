//! `hocvuso irt`: the engine of the tests on plain files, for researchers and for whoever wants to check it. It opens
//! no database.

mod answers;
mod bank;
mod calibrate;
mod next;
mod score;
mod simulate;

use crate::cli::IrtCommand;
use crate::failure::Failure;

pub(crate) fn run(command: &IrtCommand) -> Result<(), Failure> {
    match command {
        IrtCommand::Score { bank, answers } => score::run(bank, answers),
        IrtCommand::Calibrate { model, answers } => calibrate::run(*model, answers),
        IrtCommand::Next { bank, given } => next::run(bank, given.as_deref()),
        IrtCommand::Simulate(asked) => simulate::run(asked),
    }
}
