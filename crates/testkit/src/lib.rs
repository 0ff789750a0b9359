//! A World for tests of `web`: an app on a database of its own, browsers without a socket, and people who use them.
//!
//! # Words
//! [`TestApp`] is the house with the real lessons and units. A [`Browser`] keeps cookies and sends a form as the page holds
//! it, so that a field forgotten in the markup fails a test. [`Guest`] learns, [`Official`] helps or leads; each has one
//! method for each thing that such a person does, and gets the [`Page`] they then see.
//!
//! # Laws
//! 1. A story told with [`on_each`] runs on SQLite, and on PostgreSQL where one is named for tests.
//! 2. When it ends, a recount must find no difference: no story may leave the figures wrong.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")] async fn main() {
//! testkit::on_each(async |app| {
//!     let mut an = app.guest();
//!     assert_eq!(an.says_who("resident").await.path, "/start/place");
//! })
//! .await;
//! # }
//! ```
#![expect(clippy::missing_panics_doc, reason = "a test room says what is wrong by panicking")]

mod app;
mod browser;
mod guest;
mod html;
mod official;
mod page;

pub use app::{TestApp, fresh_id, on_each};
/// A request and its body, for those who want to send what no browser would.
pub use axum::{body::Body, http::Request};
pub use browser::Browser;
pub use guest::{Guest, Knows};
pub use official::{Official, Visit, Whom};
pub use page::{Form, Page};
