//! Practices: one file of `practices/`, a simulated phone.

use super::catalogue::headline;
use super::fields::Reader;
use super::finding::Fault;
use super::model::{Element, Field, FieldKind, Look, PhoneScreen, Practice, Tap, TapKind};
use super::outline::Node;
use crate::ids::{FieldId, PracticeId, ScreenId, SkillId};
use crate::text::Text;

/// A practice and, for findings made later, the lines of its screens and taps.
pub(super) struct Draft {
    pub(super) practice: Practice,
    pub(super) skill_line: u32,
    pub(super) start_line: u32,
    pub(super) screens: Vec<ScreenLines>,
    pub(super) pictures: Vec<(u32, String)>,
}

/// Where a screen and its elements stand in the file.
pub(super) struct ScreenLines {
    pub(super) line: u32,
    pub(super) elements: Vec<u32>,
}

/// What a screen may hold: facts, then elements.
const SCREEN_WORDS: &[&str] = &[
    "look", "title", "guide", "done", "note", "text", "heading", "detail", "alert", "message", "reply",
    "card", "picture", "app", "button", "link", "row", "toggle", "field",
];
const TAP_WORDS: &[&str] = &["icon", "detail", "state", "go", "right", "wrong", "needs"];

pub(super) fn practice(
    reader: &mut Reader<'_>,
    nodes: &[Node],
    icons: &[&str],
    asset: &dyn Fn(&str) -> String,
) -> Option<Draft> {
    let node = headline(reader, nodes, "practice")?;
    reader.only(&node, &["title", "goal", "intro", "skill", "start", "finish", "screen"]);
    let id = reader.name_of(&node, PracticeId::parse);
    let (title, goal) = (reader.text(&node, "title"), reader.text(&node, "goal"));
    let intro = reader.maybe_text(&node, "intro");
    let skill = reader.name(&node, "skill", SkillId::parse);
    let start = reader.name(&node, "start", ScreenId::parse);
    let finish = reader.name(&node, "finish", ScreenId::parse);
    let line_of =
        |word: &str| node.below.iter().find(|below| below.word == word).map_or(node.line, |below| below.line);
    let (skill_line, start_line) = (line_of("skill"), line_of("start"));

    let mut screens = Vec::new();
    let mut lines = Vec::new();
    let mut pictures = Vec::new();
    for below in node.below.iter().filter(|below| below.word == "screen") {
        let drawn = Screen { reader: &mut *reader, icons, asset, pictures: &mut pictures }.read(below);
        if let Some((screen, at)) = drawn {
            screens.push(screen);
            lines.push(at);
        }
    }
    let practice =
        Practice { id: id?, title, goal, intro, skill: skill?, start: start?, finish: finish?, screens };
    Some(Draft { practice, skill_line, start_line, screens: lines, pictures })
}

struct Screen<'r, 'f, 'a> {
    reader: &'r mut Reader<'f>,
    icons: &'a [&'a str],
    asset: &'a dyn Fn(&str) -> String,
    pictures: &'r mut Vec<(u32, String)>,
}

impl Screen<'_, '_, '_> {
    fn read(mut self, node: &Node) -> Option<(PhoneScreen, ScreenLines)> {
        self.reader.only(node, SCREEN_WORDS);
        let id = self.reader.name_of(node, ScreenId::parse);
        let look = self.look(node);
        let title = self.reader.text(node, "title");
        let guide = self.reader.maybe_text(node, "guide");
        let done = self.reader.maybe_text(node, "done");
        let note = self.reader.maybe_text(node, "note");
        let drawn: Vec<(u32, Element)> =
            node.below.iter().filter_map(|below| Some((below.line, self.element(below)?))).collect();
        let (lines, elements) = drawn.into_iter().unzip();
        let screen = PhoneScreen { id: id?, look: look?, title, guide, done, note, elements };
        Some((screen, ScreenLines { line: node.line, elements: lines }))
    }

    fn look(&mut self, node: &Node) -> Option<Look> {
        let line = self.reader.one(node, "look")?;
        let (kind, rest) = line.value.split_once(' ').unwrap_or((&line.value, ""));
        let named = |screen: &mut Self, make: fn(Text) -> Look| {
            let name = Node { value: rest.trim().into(), ..line.clone() };
            make(screen.reader.text_of(&name))
        };
        Some(match kind {
            "launcher" => Look::Launcher,
            "settings" => Look::Settings,
            "lock" => Look::Lock,
            "browser" => Look::Browser(rest.trim().into()),
            "app" => named(self, Look::App),
            "dialog" => named(self, Look::Dialog),
            "call" => named(self, Look::Call),
            "chat" => named(self, Look::Chat),
            "sms" => named(self, Look::Sms),
            _ => {
                let allowed =
                    "launcher, app NAME, browser ADDRESS, dialog NAME, call, chat, sms NAME, settings, lock";
                self.reader.note(
                    line.line,
                    Fault::BadValue { word: "look".into(), value: line.value.clone(), allowed },
                );
                return None;
            }
        })
    }

    fn element(&mut self, node: &Node) -> Option<Element> {
        let plain: Option<fn(Text) -> Element> = match node.word.as_str() {
            "text" => Some(Element::Text),
            "heading" => Some(Element::Heading),
            "detail" => Some(Element::Detail),
            "alert" => Some(Element::Alert),
            "message" => Some(Element::Message),
            "reply" => Some(Element::Reply),
            _ => None,
        };
        if let Some(make) = plain {
            self.reader.only(node, &[]);
            return Some(make(self.reader.text_of(node)));
        }
        match node.word.as_str() {
            "card" => Some(self.card(node)),
            "picture" => Some(self.picture(node)),
            "field" => self.field(node).map(Element::Field),
            word => Some(Element::Tap(self.tap(node, tap_kind(word)?))),
        }
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

    fn field(&mut self, node: &Node) -> Option<Field> {
        self.reader.only(node, &["label", "type", "answer", "wrong"]);
        let id = self.reader.name_of(node, FieldId::parse);
        let (label, wrong) = (self.reader.text(node, "label"), self.reader.text(node, "wrong"));
        let kind = self.reader.value(node, "type", "digits, text, phone", |kind| match kind {
            "digits" => Some(FieldKind::Digits),
            "text" => Some(FieldKind::Text),
            "phone" => Some(FieldKind::Phone),
            _ => None,
        });
        let answer = self
            .reader
            .value(node, "answer", "what is to be typed", |text| (!text.is_empty()).then(|| text.into()));
        Some(Field { id: id?, label, kind: kind?, answer: answer?, wrong })
    }

    fn tap(&mut self, node: &Node, kind: TapKind) -> Tap {
        self.reader.only(node, TAP_WORDS);
        let label = self.reader.text_of(node);
        let icon = self.reader.icon(node, self.icons);
        if kind == TapKind::App && icon.is_none() {
            self.reader.note(node.line, Fault::Missing { word: "icon" });
        }
        let detail = self.reader.maybe_text(node, "detail");
        let on = kind == TapKind::Toggle && self.state(node);
        let go = self.reader.maybe(node, "go").and_then(|line| self.reader.name_of(line, ScreenId::parse));
        let right = self.reader.maybe(node, "right").is_some();
        let wrong = self.reader.maybe_text(node, "wrong");
        if go.is_none() && wrong.is_none() {
            self.reader.note(node.line, Fault::DeadTap { label: label.vi.clone() });
        }
        let needs = self.needs(node);
        Tap { kind, label, icon, detail, on, go, right, wrong, needs }
    }

    fn state(&mut self, node: &Node) -> bool {
        let state = self.reader.value(node, "state", "on, off", |state| match state {
            "on" => Some(true),
            "off" => Some(false),
            _ => None,
        });
        state.unwrap_or(false)
    }

    fn needs(&mut self, node: &Node) -> Vec<FieldId> {
        let Some(line) = self.reader.maybe(node, "needs") else { return Vec::new() };
        let names = line.value.split_whitespace().map(|name| Node { value: name.into(), ..line.clone() });
        names.filter_map(|name| self.reader.name_of(&name, FieldId::parse)).collect()
    }
}

fn tap_kind(word: &str) -> Option<TapKind> {
    Some(match word {
        "app" => TapKind::App,
        "button" => TapKind::Button,
        "link" => TapKind::Link,
        "row" => TapKind::Row,
        "toggle" => TapKind::Toggle,
        _ => return None,
    })
}
