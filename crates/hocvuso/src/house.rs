//! Opening the house: the folder, the database, the units, the content, the key.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use domain::content::{Curriculum, Source, load};
use domain::targets::Plan;
use store::Store;
use store::db::{Location, Options};
use territory::Territory;
use web::content;
use web::offline::Packs;

use crate::cli::Cli;
use crate::failure::Failure;
use crate::seed;

/// Where the database is.
pub(crate) fn location(cli: &Cli) -> Location {
    match &cli.database_url {
        Some(url) => Location::Postgres(url.clone()),
        None => Location::Sqlite(cli.data.join("hocvuso.sqlite")),
    }
}

/// Makes the data folder, for its owner alone.
pub(crate) fn make_folder(cli: &Cli) -> Result<(), Failure> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(&cli.data).map_err(|cause| Failure::file("make the folder", &cli.data, &cause))
}

/// Opens the database, makes what is missing, and fills in units and denominators.
pub(crate) async fn open(cli: &Cli) -> Result<Store, Failure> {
    make_folder(cli)?;
    let store = Store::open(&location(cli), Options::default()).await?;
    seed::units(&store).await?;
    Ok(store)
}

/// Opens a database that must be there already.
pub(crate) async fn open_existing(cli: &Cli) -> Result<Store, Failure> {
    if let Location::Sqlite(file) = location(cli)
        && !file.exists()
    {
        return Err(Failure::told(format!(
            "there is no database at {}. Start `hocvuso serve` or `hocvuso demo` first, or name its folder with --data",
            file.display()
        )));
    }
    open(cli).await
}

/// The units, as the database keeps them.
pub(crate) async fn territory(store: &Store) -> Result<Territory, Failure> {
    let registers = store::units::load(store).await?;
    Territory::new(registers.units, registers.successions, &registers.aliases)
        .map_err(|error| Failure::told(format!("the units in the database do not fit together: {error:?}")))
}

/// The folder of content that was imported, below the data folder; the file beside it says which.
pub(crate) fn imports(cli: &Cli) -> PathBuf {
    cli.data.join("content")
}

/// The folder that the content comes from: the one that is named, else the one that was imported last; none means built in.
pub(crate) fn content_folder(cli: &Cli) -> Result<Option<PathBuf>, Failure> {
    if let Some(folder) = &cli.content {
        return Ok(Some(folder.clone()));
    }
    let current = imports(cli).join("current");
    match std::fs::read_to_string(&current) {
        Ok(name) => Ok(Some(imports(cli).join(name.trim()).join("content"))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(Failure::file("read", &current, &cause)),
    }
}

/// The content, built in or from a folder, with the blueprints, frameworks, profiles and messages to judge that
/// the operator put into the data folder.
pub(crate) fn source(cli: &Cli, folder: Option<&Path>) -> Result<Source, Failure> {
    let folder = folder.map_or_else(|| content_folder(cli), |folder| Ok(Some(folder.to_owned())))?;
    let mut source = match folder {
        Some(folder) => {
            content::read_folder(&folder).map_err(|cause| Failure::file("read", &folder, &cause))?
        }
        None => content::built_in(),
    };
    source.own_blueprints = own_texts(cli, "blueprints")?;
    source.own_frameworks = own_texts(cli, "frameworks")?;
    source.own_drills = own_texts(cli, "drills")?;
    source.own_profiles = own_texts(cli, "profiles")?;
    Ok(source)
}

/// All files of the content that a server would use, by path below its folder.
pub(crate) fn content_files(cli: &Cli) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    match content_folder(cli)? {
        Some(folder) => {
            content::folder_files(&folder).map_err(|cause| Failure::file("read", &folder, &cause))
        }
        None => Ok(content::built_in_files()),
    }
}

fn own_texts(cli: &Cli, name: &str) -> Result<BTreeMap<String, String>, Failure> {
    let folder = cli.data.join(name);
    content::read_own_texts(&folder).map_err(|cause| Failure::file("read", &folder, &cause))
}

/// The curriculum, built in or from a folder. One that has faults is not used.
pub(crate) fn curriculum(cli: &Cli) -> Result<Curriculum, Failure> {
    let source = source(cli, cli.content.as_deref())?;
    let (curriculum, findings) = load(&source, &pages::ui::icon_names());
    if findings.is_empty() {
        return Ok(curriculum);
    }
    let folder = content_folder(cli)?.unwrap_or_else(|| "content".into());
    Err(Failure::told(format!(
        "the content has {} faults. See them with: hocvuso --data {} content check {}",
        findings.len(),
        cli.data.display(),
        folder.display()
    )))
}

/// What the service worker fetches; the pictures come from where the lessons come from.
pub(crate) fn packs(cli: &Cli, curriculum: &Curriculum) -> Result<Packs, Failure> {
    let Some(folder) = content_folder(cli)? else { return Ok(Packs::of(curriculum)) };
    let pictures = content::read_pictures(&folder).map_err(|cause| Failure::file("read", &folder, &cause))?;
    let media = content::read_media(&folder).map_err(|cause| Failure::file("read", &folder, &cause))?;
    Ok(Packs::with_pictures(curriculum, pictures).with_media(media))
}

/// What was promised, built in.
pub(crate) fn plans() -> Result<Vec<Plan>, Failure> {
    let mut plans = Vec::new();
    for (file, text) in content::targets() {
        let read = domain::targets::read(file, text);
        plans.extend(read.map_err(|findings| Failure::told(format!("{file} has faults: {findings:?}")))?);
    }
    Ok(plans)
}

/// Where the key is.
pub(crate) fn key_file(cli: &Cli) -> PathBuf {
    cli.data.join("signing.key")
}
