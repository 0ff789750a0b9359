//! `hocvuso irt`: the engine of the tests on plain files, for researchers and for whoever wants to check it. It opens
//! no database.

mod answers;
mod calibrate;

use crate::cli::IrtCommand;
use crate::failure::Failure;

pub(crate) fn run(command: &IrtCommand) -> Result<(), Failure> {
    match command {
        IrtCommand::Calibrate { model, answers } => calibrate::run(*model, answers),
    }
}
