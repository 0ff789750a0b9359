//! What is kept: SQL for SQLite and PostgreSQL, one text for both.
//!
//! [`db`] is the layer over the two databases; it knows nothing of the movement. [`migrations`] is the schema.

pub mod db;
pub mod migrations;
#[cfg(feature = "testing")]
pub mod testing;
