//! The program as an operator uses it: commands, messages, exit codes, and what a killed server loses (nothing).
#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod authoring;
mod commands;
mod frameworks;
mod irt;
mod irt_calibrate;
mod keys;
mod killed;
mod program;
mod serving;
