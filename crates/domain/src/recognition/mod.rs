//! Recognition: a certificate for who meets the profile of their group.
//!
//! # Laws
//! 1. A certificate is issued only to who meets the profile at that moment.
//! 2. A person has at most one valid certificate of a profile; asking again gives the same one.
//! 3. A device that holds a [`snapshot`] judges a code as the server did when the snapshot was made.

mod code;
mod issue;
pub mod snapshot;

pub use code::{claims, public_name};
pub use issue::{Certificate, IssueRefused, issue};
