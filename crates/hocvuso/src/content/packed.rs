//! The archive of a pack: written with the same bytes each time, read with suspicion.

use std::collections::BTreeMap;
use std::io::{self, Read as _, Write as _};

use domain::content::may_hold;
use flate2::read::GzDecoder;
use flate2::{Compression, GzBuilder};
use tar::{Archive, Builder, EntryType, Header};

/// The names of the two entries that come first.
const MANIFEST: &str = "manifest.txt";
const SIGNATURE: &str = "signature.txt";
/// A pack is no larger when unpacked, nor has it more files, nor a file more bytes.
const BYTES_MAX: u64 = 256 << 20;
const FILES_MAX: usize = 20_000;
const FILE_BYTES_MAX: u64 = 16 << 20;
/// A pack that is larger is not even opened.
pub(super) const ARCHIVE_BYTES_MAX: u64 = 128 << 20;

/// What an archive holds.
#[derive(Debug, Default)]
pub(super) struct Packed {
    pub(super) manifest: String,
    pub(super) signature: String,
    /// The files, by path; each path is one that a pack may hold.
    pub(super) files: BTreeMap<String, Vec<u8>>,
}

/// Why an archive is not read.
#[derive(Debug)]
pub(super) enum NotRead {
    /// It is no archive.
    Broken,
    /// It, or a file of it, is too big.
    TooBig,
    /// It holds something that no pack may hold, under this name.
    BadPath(String),
    /// Manifest or signature are missing.
    NoManifest,
}

/// An archive, the same bytes for the same files: no owner, no time.
pub(super) fn archive(
    manifest: &str,
    signature: &str,
    files: &BTreeMap<String, Vec<u8>>,
) -> io::Result<Vec<u8>> {
    let gz = GzBuilder::new().mtime(0).operating_system(255).write(Vec::new(), Compression::best());
    let mut tar = Builder::new(gz);
    let first = [(MANIFEST, manifest.as_bytes()), (SIGNATURE, signature.as_bytes())];
    for (path, bytes) in
        first.into_iter().chain(files.iter().map(|(path, bytes)| (path.as_str(), &bytes[..])))
    {
        let mut header = Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_mtime(0);
        tar.append_data(&mut header, path, bytes)?;
    }
    let mut gz = tar.into_inner()?;
    gz.flush()?;
    gz.finish()
}

/// Reads an archive. Nothing is written anywhere.
pub(super) fn read(archive: &[u8]) -> Result<Packed, NotRead> {
    let unpacked = GzDecoder::new(archive).take(BYTES_MAX);
    let mut tar = Archive::new(unpacked);
    let mut packed = Packed::default();
    for entry in tar.entries().map_err(|_| NotRead::Broken)? {
        let mut entry = entry.map_err(|_| NotRead::Broken)?;
        let path = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let is_file = entry.header().entry_type() == EntryType::Regular;
        let is_ours = path == MANIFEST || path == SIGNATURE || may_hold(&path);
        if !is_file || !is_ours || packed.files.contains_key(&path) {
            return Err(NotRead::BadPath(path));
        }
        if entry.size() > FILE_BYTES_MAX || packed.files.len() >= FILES_MAX {
            return Err(NotRead::TooBig);
        }
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).map_err(|_| NotRead::Broken)?;
        let text = |bytes| String::from_utf8(bytes).map_err(|_| NotRead::NoManifest);
        match path.as_str() {
            MANIFEST => packed.manifest = text(bytes)?,
            SIGNATURE => packed.signature = text(bytes)?,
            _ => {
                packed.files.insert(path, bytes);
            }
        }
    }
    if packed.manifest.is_empty() || packed.signature.is_empty() {
        return Err(NotRead::NoManifest);
    }
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tar_of(entries: &[(&str, EntryType, &[u8])]) -> Vec<u8> {
        let mut tar = Builder::new(GzBuilder::new().write(Vec::new(), Compression::fast()));
        for (path, kind, bytes) in entries {
            let mut header = Header::new_ustar();
            // The library refuses to write such paths; an attacker's would not.
            header.as_old_mut().name[..path.len()].copy_from_slice(path.as_bytes());
            header.set_size(bytes.len() as u64);
            header.set_entry_type(*kind);
            header.set_cksum();
            tar.append(&header, *bytes).unwrap();
        }
        tar.into_inner().unwrap().finish().unwrap()
    }

    #[test]
    fn tricks_with_paths_are_refused() {
        for path in ["../x.txt", "/etc/x.txt", "content/../../x.txt", "content/.x.txt", "content/x.sh"] {
            let read = read(&tar_of(&[(path, EntryType::Regular, b"x")]));
            assert!(matches!(read, Err(NotRead::BadPath(_))), "{path}");
        }
        for kind in [EntryType::Symlink, EntryType::Link, EntryType::Directory, EntryType::Fifo] {
            let read = read(&tar_of(&[("content/x.txt", kind, b"")]));
            assert!(matches!(read, Err(NotRead::BadPath(_))), "{kind:?}");
        }
        let twice = [("content/x.txt", EntryType::Regular, &b"x"[..]); 2];
        assert!(matches!(read(&tar_of(&twice)), Err(NotRead::BadPath(_))));
    }

    #[test]
    fn too_big_and_broken_archives_are_refused() {
        let zeros = vec![0; usize::try_from(FILE_BYTES_MAX).unwrap() + 1];
        let read_big = read(&tar_of(&[("content/x.txt", EntryType::Regular, &zeros)]));
        assert!(matches!(read_big, Err(NotRead::TooBig)));
        assert!(matches!(read(b"hello"), Err(NotRead::Broken)));
        let whole = archive("m", "s", &[("content/x.txt".to_owned(), vec![1; 5000])].into()).unwrap();
        assert!(read(&whole).is_ok());
        assert!(read(&whole[..whole.len() / 2]).is_err());
        assert!(matches!(read(&archive("", "s", &BTreeMap::new()).unwrap()), Err(NotRead::NoManifest)));
    }
}
