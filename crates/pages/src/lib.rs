//! Addresses and view values to HTML. Pure: no IO, no clock, no look-ups.
//!
//! A page is a struct that holds all it shows; `main` gives the inside of `<main>`, which server and service worker
//! render alike, and `page` puts it into a [`frame::Frame`].
//!
//! # Adding a page
//! 1. Add its address to [`urls`], its words to [`messages`].
//! 2. Write a module with the struct, `main`, `page` and `samples` (empty, ordinary, longest).
//! 3. List its samples in `samples.rs`: one test then checks all of them.

pub mod about;
pub mod badge;
pub mod badges;
pub mod bank;
pub mod certificate;
pub mod certificate_ask;
pub mod certificate_correct;
pub mod confirm;
pub mod coverage;
pub mod desk;
pub mod exam;
pub mod figure;
pub mod frame;
pub mod graph;
pub mod home;
pub mod issuer;
pub mod learning;
pub mod me;
pub mod messages;
pub mod next_step;
pub mod official;
pub mod place;
pub mod preview;
pub mod problem;
pub mod samples;
pub mod sign_in;
pub mod sitting;
pub mod standings;
pub mod start;
pub mod statement;
pub mod style;
pub mod style_guide;
pub mod targets;
pub mod test;
pub mod today;
pub mod ui;
pub mod units;
pub mod urls;
pub mod verify;
pub mod verify_ask;
pub mod verify_offline;
pub mod visit;
