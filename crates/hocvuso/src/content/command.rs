//! The command line of those who write.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

/// `hocvuso content check`.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// The folder; without it, the content that a server would use.
    pub(crate) folder: Option<PathBuf>,
    /// Also fail where texts are hard to read.
    #[arg(long)]
    pub(crate) strict: bool,
    /// Tell each long sentence and each uncommon word with its line, instead of one line a file.
    #[arg(long)]
    pub(crate) words: bool,
    /// Say it in English.
    #[arg(long)]
    pub(crate) english: bool,
}

/// `hocvuso content new`.
#[derive(Debug, Args)]
pub(crate) struct New {
    /// What to begin.
    #[arg(value_enum)]
    pub(crate) kind: Kind,
    /// Its id: a–z, 0–9 and hyphens. It never changes its meaning once published.
    pub(crate) id: String,
    /// The skill it belongs to.
    #[arg(long, value_name = "ID")]
    pub(crate) skill: Option<String>,
    /// Say it in English.
    #[arg(long)]
    pub(crate) english: bool,
}

/// A kind of file to begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// A lesson in both languages.
    Lesson,
    /// A practice on the drawn phone.
    Practice,
    /// A message to judge.
    Drill,
    /// A question, added to the file of its skill.
    Item,
}

/// `hocvuso content copy`.
#[derive(Debug, Args)]
pub(crate) struct Copy {
    /// The folder to write. It must be empty or not there.
    pub(crate) folder: PathBuf,
    /// Say it in English.
    #[arg(long)]
    pub(crate) english: bool,
}

/// `hocvuso content graph`.
#[derive(Debug, Args)]
pub(crate) struct Graph {
    /// The file of a practice, or its id.
    pub(crate) file: PathBuf,
    /// The SVG file to write; without it, standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Label it in English.
    #[arg(long)]
    pub(crate) english: bool,
}

/// `hocvuso content preview`.
#[derive(Debug, Args)]
pub(crate) struct Preview {
    /// The file: a lesson, a practice, a message to judge or questions, in a content folder.
    pub(crate) file: PathBuf,
    /// Say it in English.
    #[arg(long)]
    pub(crate) english: bool,
}

/// `hocvuso content pack`.
#[derive(Debug, Args)]
pub(crate) struct Pack {
    /// The archive to write; without it, hocvuso-content-VERSION.tar.gz.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Its version: letters, digits, dots and hyphens. Without it, the day.
    #[arg(long, value_name = "TEXT")]
    pub(crate) version: Option<String>,
    /// Whose content it is.
    #[arg(long, value_name = "NAME", default_value = "Học Vụ Số")]
    pub(crate) author: String,
    /// The licence of the texts and pictures.
    #[arg(long, value_name = "TEXT", default_value = super::pack::LICENCE)]
    pub(crate) licence: String,
    /// The day to write on it; without it, today.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<Date>,
    /// Say it in English.
    #[arg(long)]
    pub(crate) english: bool,
}

/// `hocvuso content import`.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The archive.
    pub(crate) file: PathBuf,
    /// Believe this key from now on. Compare it first with what the sender tells on another way.
    #[arg(long, value_name = "KEY")]
    pub(crate) trust: Option<String>,
    /// Say it in English.
    #[arg(long)]
    pub(crate) english: bool,
}
