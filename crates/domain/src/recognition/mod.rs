//! Recognition: a certificate for who meets the profile of their group.
//!
//! # Laws
//! 1. A certificate is issued only to who meets the profile at that moment.
//! 2. A person has at most one valid certificate of a profile; asking again gives the same one.

mod issue;

pub use issue::{Certificate, IssueRefused, issue};
