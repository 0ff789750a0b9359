//! `hocvuso content import`.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use credential::vc::multikey;
use credential::{VerifyingKey, is_pack_signed};
use domain::content::{Manifest, PACKED_BELOW, PackedFile};
use pages::messages::Messages;
use web::{content, key_of};

use super::command::Import;
use super::packed::{ARCHIVE_BYTES_MAX, NotRead, Packed, read};
use super::{check, pack, words};
use crate::cli::Cli;
use crate::failure::Failure;
use crate::progress::say;
use crate::{house, keys};

pub(super) fn run(cli: &Cli, import: &Import) -> Result<(), Failure> {
    let m = words(import.english);
    let packed = open(&import.file, m)?;
    let (manifest, key) = signed(&packed).map_err(|why| not_a_pack(m, &why(m)))?;
    say(&m.import_whose(&manifest.author, &manifest.version, &m.date(manifest.date), &manifest.licence));
    say(&m.import_signed(&multikey(key)));
    whole(&packed, &manifest).map_err(|path| not_a_pack(m, &m.import_bad_digest(&path)))?;
    let is_new = !is_trusted(cli, key)?;
    if is_new {
        asked(import, key, m)?;
    }
    house::make_folder(cli)?;
    let folder = take_over(cli, &packed, &manifest, m)?;
    if is_new {
        trust(cli, key)?;
        say(m.import_trusted());
    }
    let imports = house::imports(cli);
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    put(&imports.join("current"), &format!("{name}\n"))?;
    let (curriculum, _) = check::all_findings(&house::source(cli, Some(&folder.join("content")))?);
    let (lessons, practices, items) =
        (curriculum.lessons.len(), curriculum.practices.len(), curriculum.items.len());
    say(&m.import_done(lessons, practices, items, &folder.display().to_string()));
    say(m.import_next());
    Ok(())
}

fn not_a_pack(m: Messages, why: &str) -> Failure {
    Failure::told(m.import_not_a_pack(why))
}

fn open(file: &Path, m: Messages) -> Result<Packed, Failure> {
    let failed = |cause| Failure::file("read", file, &cause);
    if fs::metadata(file).map_err(failed)?.len() > ARCHIVE_BYTES_MAX {
        return Err(not_a_pack(m, m.import_too_big()));
    }
    read(&fs::read(file).map_err(failed)?).map_err(|why| match why {
        NotRead::Broken => not_a_pack(m, m.import_not_read()),
        NotRead::TooBig => not_a_pack(m, m.import_too_big()),
        NotRead::BadPath(path) => not_a_pack(m, &m.import_bad_path(&path)),
        NotRead::NoManifest => not_a_pack(m, m.import_no_manifest()),
    })
}

/// The manifest, and the key that signed it.
fn signed(packed: &Packed) -> Result<(Manifest, VerifyingKey), fn(Messages) -> String> {
    let no_manifest: fn(Messages) -> String = |m| m.import_no_manifest().into();
    let manifest = Manifest::read(&packed.manifest).ok_or(no_manifest)?;
    let line =
        |word: &str| packed.signature.lines().find_map(|line| line.strip_prefix(word)?.strip_prefix(' '));
    let key = line("key").and_then(key_of).ok_or(no_manifest)?;
    let signature = line("signature").and_then(bytes_of).ok_or(no_manifest)?;
    if is_pack_signed(key, packed.manifest.as_bytes(), &signature) {
        Ok((manifest, key))
    } else {
        Err(|m| m.import_bad_signature().into())
    }
}

fn bytes_of(hex: &str) -> Option<[u8; 64]> {
    let byte = |at: usize| u8::from_str_radix(hex.get(at * 2..at * 2 + 2)?, 16).ok();
    let bytes: Vec<u8> = (0..64).map(byte).collect::<Option<_>>()?;
    bytes.try_into().ok().filter(|_| hex.len() == 128)
}

/// Every file is the one that the manifest names, none is missing and none is there beside them; else the path of one that is not.
fn whole(packed: &Packed, manifest: &Manifest) -> Result<(), String> {
    let found: Vec<PackedFile> = packed.files.iter().map(|(path, bytes)| pack::entry(path, bytes)).collect();
    let odd = |file: &&PackedFile| !found.contains(file) || !manifest.files.contains(file);
    if let Some(file) = manifest.files.iter().chain(&found).find(odd) {
        return Err(file.path.clone());
    }
    let unfit = packed.files.iter().find(|(path, bytes)| !pack::is_fit(path, bytes));
    unfit.map_or(Ok(()), |(path, _)| Err(path.clone()))
}

/// The file with the keys whose packs are believed, one a line.
fn trusted(cli: &Cli) -> PathBuf {
    cli.data.join("trusted-content-keys.txt")
}

/// Whether packs of a key are believed: our own, and those that an operator said.
fn is_trusted(cli: &Cli, key: VerifyingKey) -> Result<bool, Failure> {
    let own = keys::read(&keys::file(cli)?)?.is_some_and(|own| own.verifying_key() == key);
    let file = trusted(cli);
    let listed = match fs::read_to_string(&file) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(cause) => return Err(Failure::file("read", &file, &cause)),
    };
    Ok(own || listed.lines().any(|line| line.trim() == multikey(key)))
}

fn asked(import: &Import, key: VerifyingKey, m: Messages) -> Result<(), Failure> {
    let key = multikey(key);
    match &import.trust {
        Some(trusted) if trusted.trim() == key => Ok(()),
        Some(_) => Err(Failure::told(m.import_other_key())),
        None => Err(Failure::told(m.import_unknown_key(&key))),
    }
}

fn trust(cli: &Cli, key: VerifyingKey) -> Result<(), Failure> {
    let file = trusted(cli);
    let failed = |cause| Failure::file("write", &file, &cause);
    let mut open = fs::OpenOptions::new().append(true).create(true).open(&file).map_err(failed)?;
    writeln!(open, "{}", multikey(key)).map_err(failed)
}

/// Writes the files into a folder of their own, checks them there, and only then gives it its name. A pack that was taken over before
/// is there already.
fn take_over(cli: &Cli, packed: &Packed, manifest: &Manifest, m: Messages) -> Result<PathBuf, Failure> {
    let digest = pack::entry("", packed.manifest.as_bytes()).digest;
    let name = format!("{}-{}", manifest.version, &digest[..12]);
    let (folder, draft) = (house::imports(cli).join(&name), house::imports(cli).join(format!("new-{name}")));
    if folder.is_dir() {
        return Ok(folder);
    }
    let failed = |cause| Failure::file("write", &draft, &cause);
    let _ = fs::remove_dir_all(&draft);
    fs::create_dir_all(&draft).map_err(failed)?;
    for (path, bytes) in &packed.files {
        content::write_below(&draft, path, bytes).map_err(failed)?;
    }
    let manifest = [("manifest.txt", &packed.manifest), ("signature.txt", &packed.signature)];
    for (path, text) in manifest {
        content::write_below(&draft, path, text.as_bytes()).map_err(failed)?;
    }
    let sound =
        house::source(cli, Some(&draft.join(PACKED_BELOW))).and_then(|source| check::sound(&source, m));
    if let Err(why) = sound {
        let _ = fs::remove_dir_all(&draft);
        return Err(why);
    }
    fs::rename(&draft, &folder).map_err(failed)?;
    Ok(folder)
}

/// Writes a small file so that a reader finds the old one or the new one, whole.
fn put(file: &Path, text: &str) -> Result<(), Failure> {
    let failed = |cause| Failure::file("write", file, &cause);
    let draft = file.with_extension("new");
    fs::write(&draft, text).map_err(failed)?;
    fs::rename(&draft, file).map_err(failed)
}
