//! The house as people meet it: each story runs on SQLite and PostgreSQL, without a socket, and ends with a recount that
//! must find no difference (see `testkit`).
#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod badges;
mod bank;
mod certificate_pdf;
mod coverage;
mod credentials;
mod drill;
mod kinds;
mod leader;
mod learner;
mod pages_of_units;
mod phone;
mod recognition;
mod security;
mod sign_in;
mod sittings;
mod today;
mod twice;
mod two_servers;
mod versions;
mod visits;
mod without_network;

use pages::messages::Messages;

/// The words that a Vietnamese page says.
const VI: Messages = Messages(domain::text::Lang::Vi);
/// Phường Nghĩa Đô.
const NGHIA_DO: &str = "B00160";
