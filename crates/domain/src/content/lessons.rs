//! Lessons: Markdown with facts at the top; every `## ` heading begins a screen.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::fields::{Reader, whole};
use super::finding::Fault;
use super::model::{Block, Page, Span};
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
        return Draft { front: Front::default(), pages: Vec::new(), pictures: Vec::new() };
    };
    let front = read_front(reader, front, facts);
    let line_of = line_finder(body, skipped);
    let mut draft = Body { reader, line_of, asset, pages: Vec::new(), pictures: Vec::new() };
    draft.read(body);
    Draft { front, pages: draft.pages, pictures: draft.pictures }
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

/// Turns a byte offset of the body into a line of the file.
fn line_finder(body: &str, skipped: u32) -> impl Fn(usize) -> u32 + use<> {
    let starts: Vec<usize> =
        core::iter::once(0).chain(body.match_indices('\n').map(|(at, _)| at + 1)).collect();
    move |offset| {
        let line = starts.partition_point(|start| *start <= offset);
        skipped + u32::try_from(line).unwrap_or(u32::MAX - skipped)
    }
}

struct Body<'r, 'f, 'a, F> {
    reader: &'r mut Reader<'f>,
    line_of: F,
    asset: &'a dyn Fn(&str) -> String,
    pages: Vec<Page>,
    pictures: Vec<(u32, String)>,
}

/// Where the text that comes next belongs.
#[derive(Default)]
struct Open {
    spans: Vec<Span>,
    strong: bool,
    tip: bool,
    list: Option<(bool, Vec<Vec<Span>>)>,
    picture: Option<String>,
}

impl<F: Fn(usize) -> u32> Body<'_, '_, '_, F> {
    fn read(&mut self, text: &str) {
        let mut open = Open::default();
        for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
            let line = (self.line_of)(range.start);
            match event {
                Event::Start(tag) => self.start(&mut open, tag, line),
                Event::End(tag) => self.end(&mut open, tag, line),
                Event::Text(text) => open.push(&text),
                Event::SoftBreak | Event::HardBreak => open.push(&CowStr::Borrowed(" ")),
                Event::Html(_) | Event::InlineHtml(_) => self.refuse(line, "HTML"),
                Event::Code(_) => self.refuse(line, "`code`"),
                Event::Rule => self.refuse(line, "---"),
                _ => self.refuse(line, "this"),
            }
        }
    }

    fn refuse(&mut self, line: u32, what: &'static str) {
        self.reader.note(line, Fault::NotInLessons { what });
    }

    fn start(&mut self, open: &mut Open, tag: Tag<'_>, line: u32) {
        match tag {
            Tag::Heading { level: HeadingLevel::H2, .. } => {}
            Tag::Heading { .. } => self.refuse(line, "# or ###"),
            Tag::Paragraph | Tag::Item | Tag::HtmlBlock => {}
            Tag::BlockQuote(_) => open.tip = true,
            Tag::List(first) if open.list.is_none() => open.list = Some((first.is_some(), Vec::new())),
            Tag::List(_) => self.refuse(line, "a list in a list"),
            Tag::Strong => open.strong = true,
            Tag::Image { dest_url, .. } => {
                self.flush(open, line);
                open.picture = Some(dest_url.to_string());
            }
            Tag::Link { .. } => self.refuse(line, "a link"),
            Tag::Emphasis => self.refuse(line, "*italics*"),
            Tag::Table(_) => self.refuse(line, "a table"),
            _ => {}
        }
    }

    fn end(&mut self, open: &mut Open, tag: TagEnd, line: u32) {
        match tag {
            TagEnd::Heading(HeadingLevel::H2) => {
                let title = open.take().into_iter().map(|span| span.text).collect();
                self.pages.push(Page { title, blocks: Vec::new() });
            }
            TagEnd::Paragraph if open.list.is_none() => self.flush(open, line),
            TagEnd::Item => {
                let spans = open.take();
                open.list.iter_mut().for_each(|(_, items)| items.push(spans.clone()));
            }
            TagEnd::List(_) => {
                let list = open
                    .list
                    .take()
                    .map(|(steps, items)| if steps { Block::Steps(items) } else { Block::Bullets(items) });
                self.block(list, line);
            }
            TagEnd::BlockQuote(_) => open.tip = false,
            TagEnd::Strong => open.strong = false,
            TagEnd::Image => self.picture(open, line),
            _ => {}
        }
    }

    /// Ends a paragraph or tip.
    fn flush(&mut self, open: &mut Open, line: u32) {
        let spans = open.take();
        if !spans.is_empty() {
            let block = if open.tip { Block::Tip(spans) } else { Block::Paragraph(spans) };
            self.block(Some(block), line);
        }
    }

    fn picture(&mut self, open: &mut Open, line: u32) {
        let alt: String = open.take().into_iter().map(|span| span.text).collect();
        let Some(file) = open.picture.take() else { return };
        if alt.trim().is_empty() {
            self.reader.note(line, Fault::NoAlternative { picture: file.clone() });
        }
        let asset = (self.asset)(&file);
        self.pictures.push((line, file));
        self.block(Some(Block::Picture { asset, alt }), line);
    }

    fn block(&mut self, block: Option<Block>, line: u32) {
        let Some(block) = block else { return };
        match self.pages.last_mut() {
            Some(page) => page.blocks.push(block),
            None => self.reader.note(line, Fault::TextBeforeScreen),
        }
    }
}

impl Open {
    fn push(&mut self, text: &str) {
        match self.spans.last_mut() {
            Some(last) if last.strong == self.strong => last.text.push_str(text),
            _ => self.spans.push(Span { text: text.into(), strong: self.strong }),
        }
    }

    /// The spans so far, without blanks at the ends.
    fn take(&mut self) -> Vec<Span> {
        let mut spans = core::mem::take(&mut self.spans);
        if let Some(first) = spans.first_mut() {
            first.text = first.text.trim_start().into();
        }
        if let Some(last) = spans.last_mut() {
            last.text = last.text.trim_end().into();
        }
        spans.retain(|span| !span.text.is_empty());
        spans
    }
}
