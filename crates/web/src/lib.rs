//! HTTP: routes, sessions, background work. The only room that knows status codes.
//!
//! A handler extracts, loads, decides (one call into `domain`), saves and renders. [`router()`] is the table of everything
//! that is answered; [`serve()`] runs it until told to stop.

mod acts;
mod app;
pub mod assets;
mod audited;
mod badges;
mod bank;
mod banks;
mod certificate_pdf;
mod certificates;
mod check;
pub mod clock;
mod confirm;
pub mod content;
mod cookies;
mod coverage;
mod credentials;
mod desk;
mod exam;
mod forms;
mod health;
mod home;
mod keep_up;
mod keys;
mod learning;
mod me;
mod metrics;
pub mod offline;
pub mod preview;
mod problem;
mod respond;
mod reviews;
mod router;
mod security;
mod serve;
mod sign_in;
mod sittings;
mod standings;
mod start;
mod targets;
pub mod test_acts;
mod today;
mod units;
mod versions;
mod viewer;
mod visits;
mod void;
mod worker;
mod xapi;

pub use app::{App, Rooms, Settings};
pub use bank::Workshop;
pub use banks::Banks;
pub use credentials::api::digest_token;
pub use keep_up::keep_up;
pub use keys::{KeyFile, KeyRing, Keys, key_name, key_of, published};
pub use metrics::Metrics;
pub use router::router;
pub use serve::{ServeError, bind, serve};
pub use sign_in::hash_password;
pub use versions::Versions;
