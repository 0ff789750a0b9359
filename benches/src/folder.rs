//! A folder that is gone afterwards.

use std::io;
use std::path::{Path, PathBuf};

/// A folder for one run. Dropping it removes it; what an interrupted run left is removed by the next.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// An empty folder of this name.
    ///
    /// # Errors
    /// When an old one can't be removed or a new one can't be made.
    pub fn fresh(within: &Path, name: &str) -> io::Result<Self> {
        let path = within.join(name);
        match std::fs::remove_dir_all(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => std::fs::create_dir_all(&path)?,
        }
        Ok(Self(path))
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Bytes of the files directly in it.
    ///
    /// # Errors
    /// When it can't be read.
    pub fn bytes(&self) -> io::Result<u64> {
        std::fs::read_dir(&self.0)?.map(|entry| Ok(entry?.metadata()?.len())).sum()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // The next run tries again.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
