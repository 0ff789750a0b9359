//! The screens of a lesson, read from Markdown.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::fields::Reader;
use super::finding::Fault;
use super::lesson::{Answer, Block, Page, Span};

/// With this a paragraph begins that is a question.
const ASKS: &str = "? ";
/// The words of a link that is not a link but a recording.
const AUDIO: &str = "audio";

/// Turns a byte offset of the body into a line of the file.
pub(super) fn line_finder(body: &str, skipped: u32) -> impl Fn(usize) -> u32 + use<> {
    let starts: Vec<usize> =
        core::iter::once(0).chain(body.match_indices('\n').map(|(at, _)| at + 1)).collect();
    move |offset| {
        let line = starts.partition_point(|start| *start <= offset);
        skipped + u32::try_from(line).unwrap_or(u32::MAX - skipped)
    }
}

/// Reads the body of a lesson.
pub(super) struct Body<'r, 'f, 'a, F> {
    reader: &'r mut Reader<'f>,
    line_of: F,
    asset: &'a dyn Fn(&str) -> String,
    pub(super) pages: Vec<Page>,
    pub(super) pictures: Vec<(u32, String)>,
    pub(super) recordings: Vec<(u32, String)>,
    /// The line that asks and has no answers yet.
    asking: Option<u32>,
}

/// Where the text that comes next belongs.
#[derive(Default)]
struct Open {
    spans: Vec<Span>,
    strong: bool,
    tip: bool,
    list: Option<List>,
    picture: Option<String>,
    link: Option<String>,
}

/// A list being read: its items are all plain, or all answers of a question.
#[derive(Default)]
struct List {
    is_numbered: bool,
    items: Vec<Vec<Span>>,
    answers: Vec<Answer>,
    /// The answer whose line is being read.
    answer: Option<Answer>,
}

impl<'r, 'f, 'a, F: Fn(usize) -> u32> Body<'r, 'f, 'a, F> {
    pub(super) fn new(reader: &'r mut Reader<'f>, line_of: F, asset: &'a dyn Fn(&str) -> String) -> Self {
        let (pages, pictures, recordings) = (Vec::new(), Vec::new(), Vec::new());
        Self { reader, line_of, asset, pages, pictures, recordings, asking: None }
    }

    pub(super) fn read(&mut self, text: &str) {
        let mut open = Open::default();
        let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS;
        for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
            let line = (self.line_of)(range.start);
            match event {
                Event::Start(tag) => self.start(&mut open, tag, line),
                Event::End(tag) => self.end(&mut open, tag, line),
                Event::Text(text) => open.push(&text),
                Event::SoftBreak | Event::HardBreak => open.break_line(),
                Event::TaskListMarker(right) => open.answer(right),
                Event::Html(_) | Event::InlineHtml(_) => self.refuse(line, "HTML"),
                Event::Code(_) => self.refuse(line, "`code`"),
                Event::Rule => self.refuse(line, "---"),
                _ => self.refuse(line, "this"),
            }
        }
        self.end_question();
    }

    /// Tells of a question that was asked and never got its answers.
    fn end_question(&mut self) {
        if let Some(line) = self.asking.take() {
            self.reader.note(line, Fault::NoAnswers);
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
            Tag::List(first) if open.list.is_none() => {
                open.list = Some(List { is_numbered: first.is_some(), ..List::default() });
            }
            Tag::List(_) => self.refuse(line, "a list in a list"),
            Tag::Strong => open.strong = true,
            Tag::Image { dest_url, .. } => {
                self.flush(open, line);
                open.picture = Some(dest_url.to_string());
            }
            Tag::Link { dest_url, .. } => open.link = Some(dest_url.to_string()),
            Tag::Emphasis => self.refuse(line, "*italics*"),
            Tag::Table(_) => self.refuse(line, "a table"),
            _ => {}
        }
    }

    fn end(&mut self, open: &mut Open, tag: TagEnd, line: u32) {
        match tag {
            TagEnd::Heading(HeadingLevel::H2) => {
                let title = plain(&open.take());
                self.pages.push(Page { title, blocks: Vec::new(), audio: None });
            }
            TagEnd::Paragraph if open.list.is_none() => self.flush(open, line),
            TagEnd::Paragraph => open.break_line(),
            TagEnd::Item => open.end_item(),
            TagEnd::List(_) => self.list(open, line),
            TagEnd::BlockQuote(_) => open.tip = false,
            TagEnd::Strong => open.strong = false,
            TagEnd::Image => self.picture(open, line),
            TagEnd::Link => self.recording(open, line),
            _ => {}
        }
    }

    /// Ends a paragraph or tip.
    fn flush(&mut self, open: &mut Open, line: u32) {
        let spans = open.take();
        if spans.is_empty() {
            return;
        }
        let block = if open.tip { Block::Tip(spans) } else { Block::Paragraph(spans) };
        let asks = asked(&block).is_some();
        self.block(block, line);
        self.asking = asks.then_some(line);
    }

    fn list(&mut self, open: &mut Open, line: u32) {
        let Some(list) = open.list.take() else { return };
        match (list.answers.is_empty(), list.is_numbered) {
            (true, true) => self.block(Block::Steps(list.items), line),
            (true, false) => self.block(Block::Bullets(list.items), line),
            (false, _) => self.question(list.answers, line),
        }
    }

    /// Answers make a question of the paragraph before them.
    fn question(&mut self, answers: Vec<Answer>, line: u32) {
        self.answers(&answers, line);
        let last = self.pages.last_mut().and_then(|page| page.blocks.last_mut());
        let ask = last.as_ref().and_then(|block| asked(block));
        match (last, ask) {
            (Some(last), Some(ask)) => {
                *last = Block::Question { ask, answers };
                self.asking = None;
            }
            _ => self.reader.note(line, Fault::NoQuestion),
        }
    }

    fn answers(&mut self, answers: &[Answer], line: u32) {
        if !(2..=4).contains(&answers.len()) {
            self.reader.note(line, Fault::LessonAnswers { found: answers.len() });
        }
        let right = answers.iter().filter(|answer| answer.right).count();
        if right != 1 {
            self.reader.note(line, Fault::TickedAnswers { found: right });
        }
        for answer in answers.iter().filter(|answer| answer.because.is_empty()) {
            self.reader.note(line, Fault::NoBecause { answer: plain(&answer.text) });
        }
    }

    fn picture(&mut self, open: &mut Open, line: u32) {
        let alt = plain(&open.take());
        let Some(file) = open.picture.take() else { return };
        if alt.trim().is_empty() {
            self.reader.note(line, Fault::NoAlternative { picture: file.clone() });
        }
        let asset = (self.asset)(&file);
        self.pictures.push((line, file));
        self.block(Block::Picture { asset, alt }, line);
    }

    /// A link is refused, unless it is the recording of its screen.
    fn recording(&mut self, open: &mut Open, line: u32) {
        let Some(file) = open.link.take() else { return };
        if open.spans.len() != 1 || plain(&open.spans) != AUDIO {
            return self.refuse(line, "a link");
        }
        open.spans.clear();
        match self.pages.last_mut() {
            Some(page) if page.audio.is_none() => page.audio = Some((self.asset)(&file)),
            Some(_) => self.reader.note(line, Fault::Twice { word: AUDIO.into() }),
            None => self.reader.note(line, Fault::TextBeforeScreen),
        }
        self.recordings.push((line, file));
    }

    fn block(&mut self, block: Block, line: u32) {
        self.end_question();
        match self.pages.last_mut() {
            Some(page) => page.blocks.push(block),
            None => self.reader.note(line, Fault::TextBeforeScreen),
        }
    }
}

/// The question that a paragraph asks.
fn asked(block: &Block) -> Option<Vec<Span>> {
    let Block::Paragraph(spans) = block else { return None };
    let mut spans = spans.clone();
    let first = spans.first_mut()?;
    first.text = first.text.strip_prefix(ASKS)?.trim_start().into();
    spans.retain(|span| !span.text.is_empty());
    (!spans.is_empty()).then_some(spans)
}

fn plain(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
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

    fn answer(&mut self, right: bool) {
        let list = self.list.get_or_insert_default();
        list.answer = Some(Answer { right, ..Answer::default() });
    }

    /// Within an answer the first line is what one chooses, the others say why.
    fn break_line(&mut self) {
        let is_first = |list: &List| list.answer.as_ref().is_some_and(|answer| answer.text.is_empty());
        if !self.list.as_ref().is_some_and(is_first) {
            return self.push(" ");
        }
        let spans = self.take();
        if let Some(answer) = self.list.as_mut().and_then(|list| list.answer.as_mut()) {
            answer.text = spans;
        }
    }

    fn end_item(&mut self) {
        let spans = self.take();
        let Some(list) = self.list.as_mut() else { return };
        match list.answer.take() {
            Some(answer) if answer.text.is_empty() => list.answers.push(Answer { text: spans, ..answer }),
            Some(answer) => list.answers.push(Answer { because: spans, ..answer }),
            None => list.items.push(spans),
        }
    }
}
