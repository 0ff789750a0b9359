//! Why a command failed: one sentence that says what to do.

use std::fmt::Display;
use std::io;
use std::path::Path;

use store::StoreError;
use web::ServeError;

/// A failure, as the operator reads it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The database.
    #[error("{0}")]
    Store(#[from] StoreError),
    /// Listening.
    #[error("{0}")]
    Serve(#[from] ServeError),
    /// Anything that is told in words here.
    #[error("{0}")]
    Told(String),
}

impl Failure {
    /// A failure in words.
    pub(crate) fn told(words: impl Into<String>) -> Self {
        Self::Told(words.into())
    }

    /// A file or folder that can't be used.
    pub(crate) fn file(what: &str, path: &Path, cause: &impl Display) -> Self {
        Self::Told(format!("can't {what} {}: {cause}", path.display()))
    }

    /// The runtime can't start.
    pub(crate) fn runtime(cause: &io::Error) -> Self {
        Self::Told(format!("the system gives no threads to run on: {cause}"))
    }
}
