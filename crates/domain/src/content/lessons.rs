//! Lessons: Markdown with facts at the top; every `## ` heading begins a screen.

use super::fields::{Reader, whole};
use super::finding::Fault;
use super::lesson::Page;
use super::lesson_body::{Body, line_finder};
use crate::ids::{PracticeId, SkillId};

/// The facts at the top of a lesson.
#[derive(Debug, Default)]
pub(super) struct Front {
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) minutes: Option<u16>,
    pub(super) skill: Option<(u32, SkillId)>,
    pub(super) practice: Option<(u32, PracticeId)>,
}

/// A lesson in one language.
pub(super) struct Draft {
    pub(super) front: Front,
    pub(super) pages: Vec<Page>,
    /// Pictures by file name, each with the line it stands on.
    pub(super) pictures: Vec<(u32, String)>,
    /// Recordings by file name, likewise.
    pub(super) recordings: Vec<(u32, String)>,
}

/// Whether a file carries the facts that do not depend on the language.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Facts {
    All,
    TitleAndSummary,
}

pub(super) fn lesson(
    reader: &mut Reader<'_>,
    text: &str,
    facts: Facts,
    asset: &dyn Fn(&str) -> String,
) -> Draft {
    let Some((front, body, skipped)) = split(text) else {
        reader.note(1, Fault::NoFrontMatter);
        return Draft {
            front: Front::default(),
            pages: Vec::new(),
            pictures: Vec::new(),
            recordings: Vec::new(),
        };
    };
    let front = read_front(reader, front, facts);
    let line_of = line_finder(body, skipped);
    let mut read = Body::new(reader, line_of, asset);
    read.read(body);
    Draft { front, pages: read.pages, pictures: read.pictures, recordings: read.recordings }
}

/// Front matter, body, and how many lines stand before the body.
fn split(text: &str) -> Option<(&str, &str, u32)> {
    let rest = text.strip_prefix("---\n")?;
    let (front, body) = rest.split_once("\n---\n")?;
    let skipped = u32::try_from(front.lines().count()).ok()? + 2;
    Some((front, body, skipped))
}

fn read_front(reader: &mut Reader<'_>, text: &str, facts: Facts) -> Front {
    const ALL: &[&str] = &["title", "summary", "minutes", "skill", "practice"];
    let mut front = Front::default();
    for (line, fact) in (2u32..).zip(text.lines()) {
        let (word, value) =
            fact.split_once(':').map_or((fact.trim(), ""), |(word, value)| (word.trim(), value.trim()));
        match (word, facts) {
            ("", _) => {}
            (_, _) if value.is_empty() => reader.note(line, Fault::Empty { word: word.into() }),
            ("title", _) => front.title = value.into(),
            ("summary", _) => front.summary = value.into(),
            ("minutes", Facts::All) => front.minutes = minutes(reader, line, value),
            ("skill", Facts::All) => front.skill = named(reader, line, value, SkillId::parse),
            ("practice", Facts::All) => front.practice = named(reader, line, value, PracticeId::parse),
            _ => reader.note(line, Fault::UnknownWord { word: word.into(), allowed: ALL.to_vec() }),
        }
    }
    missing(reader, &front, facts);
    front
}

fn minutes(reader: &mut Reader<'_>, line: u32, value: &str) -> Option<u16> {
    let read = whole(value).filter(|minutes| (1..=60).contains(minutes));
    if read.is_none() {
        reader
            .note(line, Fault::BadValue { word: "minutes".into(), value: value.into(), allowed: "1 to 60" });
    }
    read
}

fn named<Id>(
    reader: &mut Reader<'_>,
    line: u32,
    value: &str,
    parse: fn(&str) -> Option<Id>,
) -> Option<(u32, Id)> {
    let id = parse(value);
    if id.is_none() {
        reader.note(line, Fault::BadName { name: value.into() });
    }
    Some((line, id?))
}

fn missing(reader: &mut Reader<'_>, front: &Front, facts: Facts) {
    let wanted = [
        ("title", front.title.is_empty()),
        ("summary", front.summary.is_empty()),
        ("minutes", facts == Facts::All && front.minutes.is_none()),
        ("skill", facts == Facts::All && front.skill.is_none()),
    ];
    for (word, absent) in wanted {
        if absent {
            reader.note(1, Fault::Missing { word });
        }
    }
}
