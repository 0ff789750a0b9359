//! Drawn things: the words that practices, questions and messages to judge have in common.

use super::fields::Reader;
use super::finding::Fault;
use super::outline::Node;
use super::phone::{Element, Look, Tap, TapKind};
use crate::text::Text;

/// Reads the drawn things of one file.
pub(super) struct Drawing<'r, 'f, 'a> {
    pub(super) reader: &'r mut Reader<'f>,
    /// The icons that the pages can draw.
    pub(super) icons: &'a [&'a str],
    /// From a picture's file to its asset name.
    pub(super) asset: &'a dyn Fn(&str) -> String,
    /// The pictures that were named, each with its line.
    pub(super) pictures: &'r mut Vec<(u32, String)>,
}

impl Drawing<'_, '_, '_> {
    /// What kind of screen the line `look` below `node` asks for.
    pub(super) fn look(&mut self, node: &Node) -> Option<Look> {
        const ALLOWED: &str = "launcher, app NAME, browser ADDRESS, dialog NAME, call, chat, sms, mail NAME, settings, lock, \
                               camera, scene NAME";
        let line = self.reader.one(node, "look")?;
        let (kind, rest) = line.value.split_once(' ').unwrap_or((&line.value, ""));
        let named: fn(Text) -> Look = match kind {
            "launcher" => return Some(Look::Launcher),
            "settings" => return Some(Look::Settings),
            "lock" => return Some(Look::Lock),
            "camera" => return Some(Look::Camera),
            "browser" => return Some(Look::Browser(rest.trim().into())),
            "app" => Look::App,
            "dialog" => Look::Dialog,
            "call" => Look::Call,
            "chat" => Look::Chat,
            "sms" => Look::Sms,
            "mail" => Look::Mail,
            "scene" => Look::Scene,
            _ => {
                let (word, value) = ("look".into(), line.value.clone());
                self.reader.note(line.line, Fault::BadValue { word, value, allowed: ALLOWED });
                return None;
            }
        };
        let name = Node { value: rest.trim().into(), ..line.clone() };
        Some(named(self.reader.text_of(&name)))
    }

    /// Something that is seen and not tapped; `None` when the word is none of these.
    pub(super) fn plain(&mut self, node: &Node) -> Option<Element> {
        let make: fn(Text) -> Element = match node.word.as_str() {
            "text" => Element::Text,
            "heading" => Element::Heading,
            "detail" => Element::Detail,
            "alert" => Element::Alert,
            "message" => Element::Message,
            "reply" => Element::Reply,
            "say" => Element::Say,
            "qr" => Element::Qr,
            "card" => return Some(self.card(node)),
            "picture" => return Some(self.picture(node)),
            _ => return None,
        };
        self.reader.only(node, &[]);
        Some(make(self.reader.text_of(node)))
    }

    fn card(&mut self, node: &Node) -> Element {
        self.reader.only(node, &["icon", "line"]);
        let title = self.reader.text_of(node);
        let icon = self.reader.icon(node, self.icons);
        let lines = node.below.iter().filter(|below| below.word == "line");
        let lines = lines.map(|line| self.reader.text_of(line)).collect();
        Element::Card { title, icon, lines }
    }

    fn picture(&mut self, node: &Node) -> Element {
        self.reader.only(node, &["alt"]);
        self.pictures.push((node.line, node.value.clone()));
        Element::Picture { asset: (self.asset)(&node.value), alt: self.reader.text(node, "alt") }
    }

    /// How a tappable thing looks, read from `icon`, `detail` and `state`; it does nothing yet. `None` when the word is none
    /// of the tappable ones.
    pub(super) fn face(&mut self, node: &Node) -> Option<Tap> {
        let kind = tap_kind(&node.word)?;
        let label = self.reader.text_of(node);
        let icon = self.reader.icon(node, self.icons);
        if kind == TapKind::App && icon.is_none() {
            self.reader.note(node.line, Fault::Missing { word: "icon" });
        }
        let detail = self.reader.maybe_text(node, "detail");
        let on = kind == TapKind::Toggle && self.reader.switch(node, "state").unwrap_or(false);
        Some(Tap { kind, label, icon, detail, on, go: None, right: false, wrong: None, needs: Vec::new() })
    }
}

/// The word of a tappable thing. The phone's own button back is not among them: it stands outside the screen.
fn tap_kind(word: &str) -> Option<TapKind> {
    Some(match word {
        "app" => TapKind::App,
        "button" => TapKind::Button,
        "link" => TapKind::Link,
        "row" => TapKind::Row,
        "toggle" => TapKind::Toggle,
        "qr" => TapKind::Qr,
        "banner" => TapKind::Banner,
        _ => return None,
    })
}
