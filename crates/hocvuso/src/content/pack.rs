//! `hocvuso content pack`.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use credential::vc::multikey;
use credential::{SigningKey, sign_pack};
use domain::content::{
    LICENCE_FILE, Manifest, PACKED_BELOW, PackedFile, is_plain_picture, is_version, may_hold,
};
use domain::learning::day_of;
use pages::messages::Messages;
use sha2::{Digest as _, Sha256};
use web::{clock, key_name};

use super::command::Pack;
use super::{check, packed, words};
use crate::cli::Cli;
use crate::failure::Failure;
use crate::progress::say;
use crate::{house, keys};

/// The licence of our own texts.
pub(crate) const LICENCE: &str = "CC BY 4.0 https://creativecommons.org/licenses/by/4.0/";
/// Its text, which goes along.
const LICENCE_TEXT: &str = include_str!("../../../../LICENSE-CONTENT");

pub(super) fn run(cli: &Cli, pack: &Pack) -> Result<(), Failure> {
    let m = words(pack.english);
    let date = pack.date.unwrap_or_else(|| day_of(clock::now()));
    let version = pack.version.clone().unwrap_or_else(|| date.to_string());
    if !is_version(&version) {
        return Err(Failure::told(m.pack_bad_version(&version)));
    }
    if [&pack.author, &pack.licence].iter().any(|text| text.trim().is_empty() || text.contains('\n')) {
        return Err(Failure::told(m.pack_one_line()));
    }
    check::sound(&house::source(cli, None)?, m)?;
    let files = files(cli, pack, m)?;
    let key = key(cli, m)?;
    let (author, licence) = (pack.author.trim().to_owned(), pack.licence.trim().to_owned());
    let listed = files.iter().map(|(path, bytes)| entry(path, bytes)).collect();
    let manifest = Manifest { version: version.clone(), licence, author, date, files: listed }.text();
    let signature = hex(&sign_pack(&key, manifest.as_bytes()));
    let signature = format!("key {}\nsignature {signature}\n", key_name(key.verifying_key()));
    let out = pack.out.clone().unwrap_or_else(|| PathBuf::from(format!("hocvuso-content-{version}.tar.gz")));
    let failed = |cause| Failure::file("write", &out, &cause);
    let bytes = packed::archive(&manifest, &signature, &files).map_err(failed)?;
    fs::write(&out, &bytes).map_err(failed)?;
    let kilobytes = m.number(bytes.len().div_ceil(1000) as u64);
    say(&m.pack_done(&out.display().to_string(), &version, files.len(), &kilobytes));
    say(&m.pack_key(&multikey(key.verifying_key())));
    Ok(())
}

/// Everything that goes along, by its path within the pack.
fn files(cli: &Cli, pack: &Pack, m: Messages) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let content = house::content_files(cli)?;
    let mut files: BTreeMap<String, Vec<u8>> =
        content.into_iter().map(|(path, bytes)| (format!("{PACKED_BELOW}{path}"), bytes)).collect();
    if let Some((path, _)) = files.iter().find(|(path, bytes)| !is_fit(path, bytes)) {
        return Err(Failure::told(m.pack_bad_file(path)));
    }
    if pack.licence == LICENCE {
        files.insert(LICENCE_FILE.into(), LICENCE_TEXT.as_bytes().to_vec());
    }
    Ok(files)
}

/// Whether a file may go from one installation to another.
pub(super) fn is_fit(path: &str, bytes: &[u8]) -> bool {
    let is_plain = || std::str::from_utf8(bytes).is_ok_and(is_plain_picture);
    may_hold(path) && (!path.ends_with(".svg") || is_plain())
}

/// The key of the house. None is made here: that is for the first start of a server.
fn key(cli: &Cli, m: Messages) -> Result<SigningKey, Failure> {
    let file = keys::file(cli)?;
    keys::read(&file)?.ok_or_else(|| Failure::told(m.pack_no_key(&file.path().display().to_string())))
}

/// A file as the manifest lists it.
pub(super) fn entry(path: &str, bytes: &[u8]) -> PackedFile {
    PackedFile { path: path.into(), digest: hex(&Sha256::digest(bytes)), bytes: bytes.len() as u64 }
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
