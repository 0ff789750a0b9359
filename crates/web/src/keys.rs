//! The keys that sign certificates: a file of 32 bytes beside the database, never in it and never in a backup.

use std::io;
use std::path::Path;

use credential::{SigningKey, VerifyingKey};

/// One key to sign with, and every key that was ever signed with.
pub struct Keys {
    /// Signs new certificates.
    pub signing: SigningKey,
    /// Checks certificates.
    pub verifying: Vec<VerifyingKey>,
}

impl Keys {
    /// The keys of a seed.
    #[must_use]
    pub fn of_seed(seed: [u8; 32]) -> Self {
        let signing = SigningKey::from_seed(seed);
        let verifying = vec![signing.verifying_key()];
        Self { signing, verifying }
    }

    /// Reads the key file, or makes it with this chance when there is none. Only its owner may read it.
    ///
    /// # Errors
    /// When the file can't be read or written, or is no key file.
    pub fn open(file: &Path, chance: [u8; 32]) -> io::Result<Self> {
        match std::fs::read(file) {
            Ok(bytes) => {
                let seed: [u8; 32] = bytes.try_into().map_err(|_| {
                    io::Error::new(
                        io::ErrorKind::InvalidData,
                        "a key file holds 32 bytes; restore it from your copy",
                    )
                })?;
                Ok(Self::of_seed(seed))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                write_private(file, &chance)?;
                Ok(Self::of_seed(chance))
            }
            Err(error) => Err(error),
        }
    }
}

fn write_private(file: &Path, bytes: &[u8]) -> io::Result<()> {
    use io::Write as _;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut written = options.open(file)?;
    written.write_all(bytes)?;
    written.sync_all()
}
