//! Reading the facts below a line, and noting what is wrong with them.

use super::finding::{Fault, Finding};
use super::outline::Node;
use crate::text::Text;

/// Collects findings while one file is read. Where a fact is missing or wrong, a harmless stand-in is returned and the
/// finding kept, so that one run tells every fault.
pub(super) struct Reader<'f> {
    file: &'f str,
    pub(super) findings: Vec<Finding>,
}

impl<'f> Reader<'f> {
    pub(super) fn new(file: &'f str) -> Self {
        Self { file, findings: Vec::new() }
    }

    pub(super) fn note(&mut self, line: u32, fault: Fault) {
        self.findings.push(Finding { file: self.file.into(), line, fault });
    }

    /// Reports the words below `node` that are none of `allowed`.
    pub(super) fn only(&mut self, node: &Node, allowed: &'static [&'static str]) {
        for below in &node.below {
            if !allowed.contains(&below.word.as_str()) {
                self.note(
                    below.line,
                    Fault::UnknownWord { word: below.word.clone(), allowed: allowed.to_vec() },
                );
            }
        }
    }

    /// The one line below `node` with this word, if there is one; a second is reported.
    pub(super) fn maybe<'n>(&mut self, node: &'n Node, word: &str) -> Option<&'n Node> {
        let mut found = node.below.iter().filter(|below| below.word == word);
        let first = found.next()?;
        if let Some(second) = found.next() {
            self.note(second.line, Fault::Twice { word: word.into() });
        }
        Some(first)
    }

    /// The one line below `node` with this word; its absence is reported.
    pub(super) fn one<'n>(&mut self, node: &'n Node, word: &'static str) -> Option<&'n Node> {
        let found = self.maybe(node, word);
        if found.is_none() {
            self.note(node.line, Fault::Missing { word });
        }
        found
    }

    /// The text on a line.
    pub(super) fn text_of(&mut self, node: &Node) -> Text {
        if node.value.is_empty() {
            self.note(node.line, Fault::Empty { word: node.word.clone() });
            return Text::default();
        }
        Text::parse(&node.value).unwrap_or_else(|| {
            self.note(node.line, Fault::NotTranslated { text: node.value.clone() });
            Text::new(node.value.clone(), node.value.clone())
        })
    }

    /// The text of the one line with this word.
    pub(super) fn text(&mut self, node: &Node, word: &'static str) -> Text {
        self.one(node, word).map(|line| self.text_of(line)).unwrap_or_default()
    }

    /// The text of the line with this word, if it is there.
    pub(super) fn maybe_text(&mut self, node: &Node, word: &str) -> Option<Text> {
        self.maybe(node, word).map(|line| self.text_of(line))
    }

    /// A name on a line.
    pub(super) fn name_of<Id>(&mut self, node: &Node, parse: fn(&str) -> Option<Id>) -> Option<Id> {
        let id = parse(&node.value);
        if id.is_none() {
            self.note(node.line, Fault::BadName { name: node.value.clone() });
        }
        id
    }

    /// The name on the one line with this word.
    pub(super) fn name<Id>(
        &mut self,
        node: &Node,
        word: &'static str,
        parse: fn(&str) -> Option<Id>,
    ) -> Option<Id> {
        let line = self.one(node, word)?;
        self.name_of(line, parse)
    }

    /// A value of the one line with this word, read by `parse`; `allowed` says in words what would be read.
    pub(super) fn value<T>(
        &mut self,
        node: &Node,
        word: &'static str,
        allowed: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let line = self.one(node, word)?;
        let read = parse(&line.value);
        if read.is_none() {
            self.note(line.line, Fault::BadValue { word: word.into(), value: line.value.clone(), allowed });
        }
        read
    }

    /// Whether the one line with this word says `on` or `off`.
    pub(super) fn switch(&mut self, node: &Node, word: &'static str) -> Option<bool> {
        self.value(node, word, "on, off", |state| match state {
            "on" => Some(true),
            "off" => Some(false),
            _ => None,
        })
    }

    /// An icon's name on the line with this word, if it is there.
    pub(super) fn icon(&mut self, node: &Node, icons: &[&str]) -> Option<String> {
        let line = self.maybe(node, "icon")?;
        if !icons.contains(&line.value.as_str()) {
            self.note(line.line, Fault::UnknownIcon { name: line.value.clone() });
        }
        Some(line.value.clone())
    }
}

/// A whole number.
pub(super) fn whole<T: core::str::FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}
