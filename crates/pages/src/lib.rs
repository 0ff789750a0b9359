//! Addresses and view values to HTML. Pure: no IO, no clock, no look-ups.
//!
//! A page is a struct that holds all it shows; `main` gives the inside of `<main>`, which server and service worker
//! render alike, and `page` puts it into a [`frame::Frame`].
//!
//! # Adding a page
//! 1. Add its address to [`urls`], its words to [`messages`].
//! 2. Write a module with the struct, `main`, `page` and `samples` (empty, ordinary, longest).
//! 3. List its samples in `samples.rs`: one test then checks all of them.

pub mod certificate;
pub mod certificate_ask;
pub mod frame;
pub mod home;
pub mod me;
pub mod learning;
pub mod messages;
pub mod next_step;
pub mod place;
pub mod start;
pub mod style;
pub mod style_guide;
pub mod ui;
pub mod urls;
pub mod verify;
