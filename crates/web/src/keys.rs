//! The keys of the house: one that signs, and all that certificates were ever signed with.
//!
//! The secret half is in a file beside the database, never in it and never in a backup: 32 bytes, or the same sealed under a
//! passphrase. The public halves and what became of them are in the database.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use argon2::Argon2;
use chacha20poly1305::aead::Aead as _;
use chacha20poly1305::{Key, KeyInit as _, XChaCha20Poly1305, XNonce};
use credential::vc::PublishedKey;
use credential::{SigningKey, VerifyingKey};
use store::issuer_keys::IssuerKey;

/// One key to sign with, and every key that was ever signed with.
pub struct Keys {
    /// Signs new certificates.
    pub signing: Arc<SigningKey>,
    /// Checks certificates: every key that was not revoked.
    pub verifying: Vec<VerifyingKey>,
    /// Every key, as others may see them.
    pub published: Vec<PublishedKey>,
}

impl Keys {
    /// The keys of a house: the one that signs, and all that are published, itself among them.
    #[must_use]
    pub fn new(signing: impl Into<Arc<SigningKey>>, published: Vec<PublishedKey>) -> Self {
        let verifying = published.iter().filter(|it| it.revoked_at.is_none()).map(|it| it.key).collect();
        Self { signing: signing.into(), verifying, published }
    }

    /// Whether what is signed now will be believed: not when the key that signs was revoked.
    #[must_use]
    pub fn is_believed(&self) -> bool {
        self.verifying.contains(&self.signing.verifying_key())
    }

    /// The keys of a house that has one, of this seed.
    #[must_use]
    pub fn of_seed(seed: [u8; 32]) -> Self {
        let signing = SigningKey::from_seed(seed);
        let published = vec![PublishedKey { key: signing.verifying_key(), revoked_at: None }];
        Self::new(signing, published)
    }
}

/// The keys in use. They change while the house runs, when an operator rotates or revokes one.
pub struct KeyRing {
    now: RwLock<Arc<Keys>>,
    file: Option<KeyFile>,
}

impl KeyRing {
    /// The keys at a start, and the file in which a later rotation puts the next secret half.
    #[must_use]
    pub fn new(keys: Keys, file: Option<KeyFile>) -> Self {
        Self { now: RwLock::new(Arc::new(keys)), file }
    }

    /// The keys now.
    #[must_use]
    pub fn now(&self) -> Arc<Keys> {
        self.now.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Takes over what became of the keys as the database tells it. When anything changed, the file is read again: it signs from now
    /// on if its key is the active one. Else the key goes on that did, and the log says so: a retired key's certificates hold, and with
    /// a revoked one nothing is issued ([`Keys::is_believed`]).
    pub fn follow(&self, known: &[IssuerKey]) {
        let (before, published) = (self.now(), published(known));
        if published == before.published {
            return;
        }
        let is_active = |key: &SigningKey| {
            let name = key_name(key.verifying_key());
            known.iter().any(|it| it.is_active() && it.key == name)
        };
        let found = match self.file.as_ref().map(KeyFile::read).transpose() {
            Ok(found) => found.flatten().filter(is_active),
            Err(error) => {
                tracing::error!(%error, "the keys changed, and the file of the signing key can't be read");
                None
            }
        };
        let signing = found.map_or_else(|| before.signing.clone(), Arc::new);
        if !is_active(&signing) {
            tracing::error!(
                "the key that this server signs with was retired or revoked: put the file of the new one in its place and restart"
            );
        }
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(Keys::new(signing, published));
    }
}

/// The keys of the database as others may see them.
#[must_use]
pub fn published(known: &[IssuerKey]) -> Vec<PublishedKey> {
    let one = |it: &IssuerKey| Some(PublishedKey { key: key_of(&it.key)?, revoked_at: it.revoked_at });
    known.iter().filter_map(one).collect()
}

/// The bytes of a key as the database keeps them.
#[must_use]
pub fn key_name(key: VerifyingKey) -> String {
    key.to_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The key of such a name.
#[must_use]
pub fn key_of(name: &str) -> Option<VerifyingKey> {
    let byte = |at: usize| u8::from_str_radix(name.get(at..at + 2)?, 16).ok();
    let bytes: Option<Vec<u8>> = (0..name.len()).step_by(2).map(byte).collect();
    VerifyingKey::from_bytes(bytes?.try_into().ok()?).ok()
}

/// What a sealed key file begins with; one without it holds the 32 bytes themselves.
const SEALED: &[u8] = b"hocvuso key 1\n";
const SALT_BYTES: usize = 16;
const NONCE_BYTES: usize = 24;

/// The file of the secret half.
pub struct KeyFile {
    path: PathBuf,
    passphrase: Option<String>,
}

impl KeyFile {
    /// The file at a path; with a passphrase it is written sealed, and read either way.
    #[must_use]
    pub fn new(path: PathBuf, passphrase: Option<String>) -> Self {
        Self { path, passphrase }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads it; `None` when there is none.
    ///
    /// # Errors
    /// When it can't be read, is no key file, or is sealed under another passphrase.
    pub fn read(&self) -> io::Result<Option<SigningKey>> {
        let bytes = match std::fs::read(&self.path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let seed = match bytes.strip_prefix(SEALED) {
            Some(sealed) => self.unseal(sealed)?,
            None => bytes,
        };
        let seed: [u8; 32] =
            seed.try_into().map_err(|_| invalid("a key file holds 32 bytes; restore it from your copy"))?;
        Ok(Some(SigningKey::from_seed(seed)))
    }

    /// Whether the file is there and lies open, without a passphrase.
    ///
    /// # Errors
    /// When it can't be read.
    pub fn is_sealed(&self) -> io::Result<bool> {
        Ok(std::fs::read(&self.path)?.starts_with(SEALED))
    }

    /// Writes a seed in place of what was there, whole or not at all; only the owner may read it. The first of the chance is the salt,
    /// the rest the nonce of a sealed file.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn write(&self, seed: &[u8; 32], chance: [u8; SALT_BYTES + NONCE_BYTES]) -> io::Result<()> {
        let bytes = match &self.passphrase {
            Some(passphrase) => seal(seed, passphrase, chance)?,
            None => seed.to_vec(),
        };
        let fresh = self.path.with_extension("key.new");
        // What an interrupted write left behind.
        let _ = std::fs::remove_file(&fresh);
        write_private(&fresh, &bytes)?;
        std::fs::rename(&fresh, &self.path)
    }

    fn unseal(&self, sealed: &[u8]) -> io::Result<Vec<u8>> {
        let passphrase = self.passphrase.as_ref().ok_or_else(|| {
            invalid("it is sealed under a passphrase; name the file that holds it with --key-passphrase-file")
        })?;
        let parts = sealed.split_first_chunk::<SALT_BYTES>();
        let parts = parts.and_then(|(salt, rest)| Some((salt, rest.split_first_chunk::<NONCE_BYTES>()?)));
        let (salt, (nonce, text)) =
            parts.ok_or_else(|| invalid("it is cut short; restore it from your copy"))?;
        let opened = cipher(passphrase, salt)?.decrypt(XNonce::from_slice(nonce), text);
        opened.map_err(|_| invalid("the passphrase is not the one it was sealed under"))
    }
}

fn seal(seed: &[u8; 32], passphrase: &str, chance: [u8; SALT_BYTES + NONCE_BYTES]) -> io::Result<Vec<u8>> {
    let (salt, nonce) = chance.split_at(SALT_BYTES);
    let sealed = cipher(passphrase, salt)?.encrypt(XNonce::from_slice(nonce), &seed[..]);
    let sealed = sealed.map_err(|_| invalid("it can't be sealed"))?;
    Ok([SEALED, salt, nonce, &sealed].concat())
}

/// The cipher of a passphrase: Argon2id with the parameters of RFC 9106's second choice that the crate takes by default.
fn cipher(passphrase: &str, salt: &[u8]) -> io::Result<XChaCha20Poly1305> {
    let mut key = [0; 32];
    let made = Argon2::default().hash_password_into(passphrase.as_bytes(), salt, &mut key);
    made.map_err(|error| invalid(&error.to_string()))?;
    Ok(XChaCha20Poly1305::new(Key::from_slice(&key)))
}

fn invalid(words: &str) -> io::Error {
    io::Error::new(ErrorKind::InvalidData, words)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_key_opens_under_its_passphrase_only() {
        let chance = core::array::from_fn(|i| u8::try_from(i).unwrap_or(0));
        let sealed = seal(&[7; 32], "bốn từ rất dài", chance).expect("sealed");
        let rest = sealed.strip_prefix(SEALED).expect("its beginning");
        let file = |passphrase: Option<&str>| KeyFile::new(PathBuf::new(), passphrase.map(str::to_owned));
        assert_eq!(file(Some("bốn từ rất dài")).unseal(rest).expect("opened"), [7; 32]);
        assert!(!sealed.windows(8).any(|part| part == [7; 8]), "the seed does not lie open");
        for wrong in [None, Some("bốn từ"), Some("")] {
            assert!(file(wrong).unseal(rest).is_err(), "{wrong:?}");
        }
        assert!(file(Some("bốn từ rất dài")).unseal(&rest[..40]).is_err());
    }
}
