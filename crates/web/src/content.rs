//! Where content and data come from: built in, or the content from a folder that the operator names.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::SystemTime;
use std::{fs, io};

use domain::content::Source;

use crate::assets::shelf;

/// The registers of units, as CSV.
#[derive(Debug, Clone, Copy)]
pub struct Registers {
    /// The units.
    pub units: &'static str,
    /// Which unit became which.
    pub successions: &'static str,
    /// Other names of units.
    pub aliases: &'static str,
    /// How many people they have.
    pub populations: &'static str,
}

/// The built-in registers of units.
#[must_use]
pub const fn territory() -> Registers {
    Registers {
        units: include_str!("../../../data/territory/units.csv"),
        successions: include_str!("../../../data/territory/succession.csv"),
        aliases: include_str!("../../../data/territory/aliases.csv"),
        populations: include_str!("../../../data/territory/population.csv"),
    }
}

/// The built-in plans with their targets: file name and text.
#[must_use]
pub const fn targets() -> &'static [(&'static str, &'static str)] {
    shelf::TARGETS
}

/// The built-in content.
#[must_use]
pub fn built_in() -> Source {
    Source {
        texts: shelf::TEXTS.iter().map(|(path, text)| ((*path).into(), (*text).into())).collect(),
        pictures: shelf::PICTURES.iter().map(|(path, size)| ((*path).into(), *size)).collect(),
        ..Source::default()
    }
}

/// The content of a folder. Files whose name begins with a dot are nobody's content.
///
/// # Errors
/// When a file can't be read, or is neither a picture nor UTF-8.
pub fn read_folder(folder: &Path) -> io::Result<Source> {
    let mut source = Source::default();
    for path in files_below(folder)? {
        let file = folder.join(&path);
        if media_type(&path).is_some() {
            source.media.insert(path);
        } else if is_picture(&path) {
            source.pictures.insert(path, usize::try_from(fs::metadata(file)?.len()).unwrap_or(usize::MAX));
        } else {
            source.texts.insert(path, fs::read_to_string(file)?);
        }
    }
    Ok(source)
}

/// The operator's own texts in a folder, by their whole path; none when there is no such folder.
///
/// # Errors
/// When a file can't be read, or is not UTF-8.
pub fn read_own_texts(folder: &Path) -> io::Result<BTreeMap<String, String>> {
    if !folder.is_dir() {
        return Ok(BTreeMap::new());
    }
    let texts = files_below(folder)?.into_iter().filter(|path| path.ends_with(".txt"));
    texts
        .map(|path| {
            let file = folder.join(path);
            Ok((file.display().to_string(), fs::read_to_string(&file)?))
        })
        .collect()
}

/// Spoken and signed versions of questions in a content folder, by the name under which they are served.
///
/// # Errors
/// When a file can't be read.
pub fn read_media(folder: &Path) -> io::Result<Pictures> {
    let paths = files_below(folder)?.into_iter().filter(|path| media_type(path).is_some());
    paths.map(|path| Ok((path.replace('/', "--"), fs::read(folder.join(&path))?))).collect()
}

/// The media type of a recording, by its name; `None` of any other file.
#[must_use]
pub fn media_type(path: &str) -> Option<&'static str> {
    match Path::new(path).extension()?.to_str()? {
        "ogg" | "opus" => Some("audio/ogg"),
        "mp3" => Some("audio/mpeg"),
        "mp4" => Some("video/mp4"),
        "webm" => Some("video/webm"),
        _ => None,
    }
}

/// Pictures by the name under which they are served: the path with `--` between the parts.
pub type Pictures = BTreeMap<String, Vec<u8>>;

/// The pictures of a content folder.
///
/// # Errors
/// When a file can't be read.
pub fn read_pictures(folder: &Path) -> io::Result<Pictures> {
    let paths = files_below(folder)?.into_iter().filter(|path| is_picture(path));
    paths.map(|path| Ok((path.replace('/', "--"), fs::read(folder.join(&path))?))).collect()
}

/// All files of the built-in content, by path below its folder.
#[must_use]
pub fn built_in_files() -> BTreeMap<String, Vec<u8>> {
    let texts = shelf::TEXTS.iter().map(|(path, text)| ((*path).into(), text.as_bytes().to_vec()));
    let picture =
        |name: &str| shelf::FILES.iter().find(|file| file.name == name).map(|file| file.bytes.to_vec());
    let pictures = shelf::PICTURES
        .iter()
        .filter_map(|(path, _)| Some(((*path).to_owned(), picture(&path.replace('/', "--"))?)));
    texts.chain(pictures).collect()
}

/// All files of a content folder, by path below it.
///
/// # Errors
/// When a file can't be read.
pub fn folder_files(folder: &Path) -> io::Result<BTreeMap<String, Vec<u8>>> {
    files_below(folder)?.into_iter().map(|path| Ok((path.clone(), fs::read(folder.join(&path))?))).collect()
}

/// Of every file of a content folder: its path, when it was changed, and how many bytes it has.
///
/// # Errors
/// When the folder can't be read.
pub fn stamps(folder: &Path) -> io::Result<Vec<(String, Option<SystemTime>, u64)>> {
    let mut stamps = Vec::new();
    for path in files_below(folder)? {
        // A file that has just gone is none.
        if let Ok(about) = fs::metadata(folder.join(&path)) {
            stamps.push((path, about.modified().ok(), about.len()));
        }
    }
    stamps.sort();
    Ok(stamps)
}

/// Writes a file below a folder, with the folders on the way to it.
///
/// # Errors
/// When it can't be written.
pub fn write_below(folder: &Path, path: &str, bytes: &[u8]) -> io::Result<()> {
    let file = folder.join(path);
    if let Some(above) = file.parent() {
        fs::create_dir_all(above)?;
    }
    fs::write(file, bytes)
}

fn is_picture(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension == "svg")
}

fn files_below(folder: &Path) -> io::Result<Vec<String>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let (path, name) =
            entry.map(|entry| (entry.path(), entry.file_name().to_string_lossy().into_owned()))?;
        if name.starts_with('.') {
            continue;
        }
        if path.is_dir() {
            paths.extend(files_below(&path)?.into_iter().map(|below| format!("{name}/{below}")));
        } else {
            paths.push(name);
        }
    }
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_reads_as_what_was_built_in() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
        let (read, built) = (read_folder(&folder).unwrap(), built_in());
        assert_eq!((read.texts, read.pictures), (built.texts, built.pictures));
        assert_eq!(read_pictures(&folder).unwrap().len(), shelf::PICTURES.len());
        assert_eq!(folder_files(&folder).unwrap(), built_in_files());
    }
}
