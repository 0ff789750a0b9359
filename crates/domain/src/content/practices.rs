//! Practices: one file of `practices/`, a simulated phone.

use super::asked;
use super::catalogue::headline;
use super::drawn::Drawing;
use super::fields::Reader;
use super::finding::Fault;
use super::outline::Node;
use super::phone::{Element, PhoneScreen, Practice, Tap, TapKind};
use super::version::Version;
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
    "look", "title", "guide", "done", "note", "back", "text", "heading", "detail", "alert", "message",
    "reply", "say", "card", "picture", "app", "button", "link", "row", "toggle", "qr", "banner", "field",
    "pick", "tick",
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
        let drawing = Drawing { reader: &mut *reader, icons, asset, pictures: &mut pictures };
        let drawn = Screen { drawing }.read(below);
        if let Some((screen, at)) = drawn {
            screens.push(screen);
            lines.push(at);
        }
    }
    let practice = Practice {
        id: id?,
        version: Version::default(),
        title,
        goal,
        intro,
        skill: skill?,
        start: start?,
        finish: finish?,
        screens,
    }
    .sealed();
    Some(Draft { practice, skill_line, start_line, screens: lines, pictures })
}

struct Screen<'r, 'f, 'a> {
    drawing: Drawing<'r, 'f, 'a>,
}

impl<'f> Screen<'_, 'f, '_> {
    fn reader(&mut self) -> &mut Reader<'f> {
        self.drawing.reader
    }

    fn read(mut self, node: &Node) -> Option<(PhoneScreen, ScreenLines)> {
        let look = self.drawing.look(node);
        let reader = self.reader();
        reader.only(node, SCREEN_WORDS);
        reader.maybe(node, "back");
        let id = reader.name_of(node, ScreenId::parse);
        let title = reader.text(node, "title");
        let guide = reader.maybe_text(node, "guide");
        let done = reader.maybe_text(node, "done");
        let note = reader.maybe_text(node, "note");
        let drawn: Vec<(u32, Element)> =
            node.below.iter().filter_map(|below| Some((below.line, self.element(below)?))).collect();
        let (lines, elements) = drawn.into_iter().unzip();
        let screen = PhoneScreen { id: id?, look: look?, title, guide, done, note, elements };
        Some((screen, ScreenLines { line: node.line, elements: lines }))
    }

    fn element(&mut self, node: &Node) -> Option<Element> {
        match node.word.as_str() {
            "back" => self.back(node).map(Element::Tap),
            "field" | "pick" | "tick" => asked::field(self.reader(), node).map(Element::Field),
            _ => match self.drawing.face(node) {
                Some(face) => Some(Element::Tap(self.tap(node, face))),
                None => self.drawing.plain(node),
            },
        }
    }

    /// The phone's own button: it only leads somewhere, and is never a mistake.
    fn back(&mut self, node: &Node) -> Option<Tap> {
        self.reader().only(node, &["right"]);
        let go = self.reader().name_of(node, ScreenId::parse)?;
        let right = self.reader().maybe(node, "right").is_some();
        let label = Text::new("Quay lại", "Back");
        let (kind, needs) = (TapKind::Back, Vec::new());
        Some(Tap {
            kind,
            label,
            icon: None,
            detail: None,
            on: false,
            go: Some(go),
            right,
            wrong: None,
            needs,
        })
    }

    fn tap(&mut self, node: &Node, face: Tap) -> Tap {
        let reader = self.reader();
        reader.only(node, TAP_WORDS);
        let go = reader.maybe(node, "go").and_then(|line| reader.name_of(line, ScreenId::parse));
        let right = reader.maybe(node, "right").is_some();
        let wrong = reader.maybe_text(node, "wrong");
        if go.is_none() && wrong.is_none() {
            reader.note(node.line, Fault::DeadTap { label: face.label.vi.clone() });
        }
        Tap { go, right, wrong, needs: needs(reader, node), ..face }
    }
}

fn needs(reader: &mut Reader<'_>, node: &Node) -> Vec<FieldId> {
    let Some(line) = reader.maybe(node, "needs") else { return Vec::new() };
    let names = line.value.split_whitespace().map(|name| Node { value: name.into(), ..line.clone() });
    names.filter_map(|name| reader.name_of(&name, FieldId::parse)).collect()
}
