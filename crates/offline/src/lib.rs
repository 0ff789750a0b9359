//! The service worker's Rust: the learning pages without a network, from the same `pages` and `domain` as the server's.
//!
//! `sw.js` beside this crate is glue: it keeps bytes (packs, the person's state, the outbox) and asks [`handle()`] what they
//! mean. Everything here but `ffi` is pure and runs natively in tests.
//!
//! # Words
//! A *pack* is the part of the curriculum that travels at once: the syllabus, or a course with its lessons and practices. The *state* is
//! what the device knows of its person. The *outbox* holds the statements of acts that the server does not have yet.
//!
//! # Laws
//! 1. The same acts give the same learner and the same `<main>` as on the server, byte for byte.
//! 2. An act that was done before under the same id changes nothing; another act with a used id gets a fresh one.
//! 3. No question of a check, and no answer to one, is ever in a state or a pack.
//!
//! # Two builds
//! The browser gets this crate twice: with the feature `learn` for the learning pages, and with `verify` for the page that
//! judges a certificate, whose signatures would weigh on every learner's phone. Native builds have both.
//!
//! # Messages
//! `sw.js` and this crate exchange messages of fields ([`framing`]). `load` takes a pack's name and bytes. `handle` takes method, path
//! with query, body, now (epoch ms), 20 bytes of chance, state, number of acts waiting, `1` when there is no network. It
//! answers what to do (`page`, `redirect`, `need`, `keep`, `not-mine`), the page, address or pack, and after an act the new state and
//! the statement.

#[cfg(target_arch = "wasm32")]
mod ffi;
pub mod framing;
mod handle;
pub mod json;
#[cfg(feature = "learn")]
mod learn;
mod nobody;
mod packs;
#[cfg(feature = "learn")]
mod state;
#[cfg(feature = "verify")]
mod verify;
#[cfg(any(test, target_arch = "wasm32"))]
mod wire;
mod worker;
#[cfg(feature = "learn")]
mod write;

pub use handle::{Method, Request, Response, Written, handle};
pub use packs::PackName;
#[cfg(feature = "learn")]
pub use packs::{CoursePack, pack};
#[cfg(feature = "learn")]
pub use state::{DeviceState, Known, Signed};
pub use worker::{BadPack, Worker};
