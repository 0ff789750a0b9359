//! Tests taken by made-up persons of known ability: what a bank and rules are worth, before anybody sits down.

mod bank;
mod report;
mod run;

pub use bank::{Kind, bank};
pub use report::Report;
pub use run::{Control, Study, run, sympson_hetter};
