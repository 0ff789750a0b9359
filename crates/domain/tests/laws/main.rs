//! The laws of the domain, told by the real content and by made-up people.
#![expect(clippy::unwrap_used, reason = "a law may stop at what can't be")]

mod assessment;
mod bank;
mod content;
mod demonstration;
mod drill;
mod drill_files;
mod frameworks;
mod learning;
mod paths;
mod place;
mod practice;
mod profiles;
mod recognition;
mod record;
mod review;
mod shelf;
mod sitting;
mod snapshot;
mod tally;
mod targets;
mod versions;
