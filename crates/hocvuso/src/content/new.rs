//! `hocvuso content new`.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use domain::content::{Curriculum, Skeleton, load, skeleton};
use domain::ids::{LessonId, SkillId};
use domain::learning::day_of;
use pages::messages::Messages;
use web::clock;

use super::command::{Kind, New};
use super::words;
use crate::cli::Cli;
use crate::failure::Failure;
use crate::house;
use crate::progress::say;

/// The folder that a checkout and a copy of the content have.
const USUAL: &str = "content";

pub(super) fn run(cli: &Cli, new: &New) -> Result<(), Failure> {
    let m = words(new.english);
    let folder = folder(cli, m)?;
    // Ids of all kinds are made alike.
    let id = LessonId::parse(&new.id).ok_or_else(|| Failure::told(m.new_bad_id(&new.id)))?;
    let (curriculum, _) = load(&house::source(cli, Some(&folder))?, &pages::ui::icon_names());
    let skill = skill(&curriculum, new, m)?;
    let kind = kind(new.kind);
    let is_taken = match kind {
        Skeleton::Item => curriculum.items.iter().any(|item| item.id.as_str() == id.as_str()),
        _ => false,
    };
    let day = day_of(clock::now());
    let files = skeleton(kind, id.as_str(), &skill, day);
    if is_taken {
        return Err(Failure::told(m.new_exists(id.as_str())));
    }
    if let Some((path, _)) = files.iter().find(|(path, _)| !kind.is_added() && folder.join(path).exists()) {
        return Err(Failure::told(m.new_exists(&folder.join(path).display().to_string())));
    }
    for (path, text) in &files {
        write(&folder.join(path), text, kind.is_added())?;
        say(&m.new_written(&folder.join(path).display().to_string()));
    }
    say(&match new.kind {
        Kind::Lesson => m.new_next_lesson(id.as_str()),
        Kind::Practice => m.new_next_practice(id.as_str()),
        Kind::Drill => m.new_next_drill().into(),
        Kind::Item => m.new_next_item().into(),
    });
    let first = files.first().map(|(path, _)| folder.join(path).display().to_string());
    say(&m.new_look(&folder.display().to_string(), &first.unwrap_or_default()));
    Ok(())
}

const fn kind(kind: Kind) -> Skeleton {
    match kind {
        Kind::Lesson => Skeleton::Lesson,
        Kind::Practice => Skeleton::Practice,
        Kind::Drill => Skeleton::Drill,
        Kind::Item => Skeleton::Item,
    }
}

/// Where to write: the folder that is named, else the one of the usual name.
fn folder(cli: &Cli, m: Messages) -> Result<PathBuf, Failure> {
    let folder = cli.content.clone().unwrap_or_else(|| USUAL.into());
    if folder.join("skills.txt").is_file() { Ok(folder) } else { Err(Failure::told(m.new_no_folder())) }
}

/// The skill that is named; without a name, the one whose questions are called like this, else the first.
fn skill(curriculum: &Curriculum, new: &New, m: Messages) -> Result<SkillId, Failure> {
    let skills = &curriculum.syllabus.skills;
    let known = || skills.iter().map(|skill| skill.id.as_str()).collect::<Vec<_>>().join(", ");
    let found = match &new.skill {
        Some(name) => skills.iter().find(|skill| skill.id.as_str() == name),
        None if new.kind == Kind::Item => {
            let stem = new.id.rsplit_once('-').map_or(new.id.as_str(), |(stem, _)| stem);
            skills.iter().find(|skill| skill.id.as_str() == stem)
        }
        None => skills.first(),
    };
    let name = new.skill.as_deref().unwrap_or(&new.id);
    found.map(|skill| skill.id.clone()).ok_or_else(|| Failure::told(m.new_no_skill(name, &known())))
}

fn write(path: &Path, text: &str, add: bool) -> Result<(), Failure> {
    let failed = |cause| Failure::file("write", path, &cause);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let begun = path.exists();
    let mut file =
        OpenOptions::new().append(add).write(true).create(add).create_new(!add).open(path).map_err(failed)?;
    if begun {
        file.write_all(b"\n").map_err(failed)?;
    }
    file.write_all(text.as_bytes()).map_err(failed)
}
