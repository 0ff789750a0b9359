//! Questions: one file of `items/`.

use std::collections::BTreeSet;

use super::drawn::Drawing;
use super::fields::{Reader, whole};
use super::finding::Fault;
use super::item::{Choice, Drawn, Item, ItemKind};
use super::outline::Node;
use super::phone::Element;
use crate::ids::{ItemId, SkillId};

/// What stands below a question of each kind.
const CHOICE: &[&str] = &["kind", "level", "difficulty", "slope", "ask", "audio", "sign", "right", "wrong"];
const ORDER: &[&str] = &["kind", "level", "difficulty", "slope", "ask", "audio", "sign", "step"];
const TAP: &[&str] = &[
    "kind",
    "level",
    "difficulty",
    "slope",
    "ask",
    "audio",
    "sign",
    "look",
    "title",
    "text",
    "heading",
    "detail",
    "alert",
    "message",
    "reply",
    "say",
    "card",
    "picture",
    "app",
    "button",
    "link",
    "row",
    "toggle",
    "qr",
    "banner",
];

/// The questions of one file, whose name is the skill.
pub(super) fn items(
    drawing: &mut Drawing<'_, '_, '_>,
    nodes: &[Node],
    skill: &SkillId,
    media: &BTreeSet<String>,
) -> Vec<(u32, Item)> {
    let mut items = Vec::new();
    for node in nodes {
        if node.word == "item" {
            items.extend(item(drawing, node, skill, media).map(|item| (node.line, item)));
        } else {
            let fault = Fault::UnknownWord { word: node.word.clone(), allowed: vec!["item"] };
            drawing.reader.note(node.line, fault);
        }
    }
    items
}

fn item(
    drawing: &mut Drawing<'_, '_, '_>,
    node: &Node,
    skill: &SkillId,
    media: &BTreeSet<String>,
) -> Option<Item> {
    let reader = &mut *drawing.reader;
    let id = reader.name_of(node, ItemId::parse);
    let level =
        reader.value(node, "level", "1 to 8", |text| whole(text).filter(|level| (1..=8).contains(level)));
    let model = model(reader, node);
    let ask = reader.text(node, "ask");
    let (audio, sign) = (file(reader, node, "audio", media), file(reader, node, "sign", media));
    let (kind, choices) = answers(drawing, node)?;
    Some(Item {
        id: id?,
        skill: skill.clone(),
        level: level?,
        model: model?,
        ask,
        audio,
        sign,
        kind,
        choices,
    })
}

/// The asset name of a spoken or signed version, whose file stands beside the questions.
fn file(
    reader: &mut Reader<'_>,
    node: &Node,
    word: &'static str,
    media: &BTreeSet<String>,
) -> Option<String> {
    let line = reader.maybe(node, word)?.clone();
    if !media.contains(&format!("items/{}", line.value)) {
        reader.note(line.line, Fault::NoMedia { file: line.value.clone() });
        return None;
    }
    Some(format!("items--{}", line.value))
}

fn model(reader: &mut Reader<'_>, node: &Node) -> Option<irt::Item> {
    let difficulty: f64 = reader.value(node, "difficulty", "a number from -6 to 6", whole)?;
    let slope: f64 = reader.value(node, "slope", "a number above 0, up to 4", whole)?;
    // Narrower than what the model bears: an author's guess beyond is a slip of the pen.
    let plausible = difficulty.abs() <= 6.0 && slope <= 4.0;
    let model = irt::Item::two_parameter(slope, difficulty).ok().filter(|_| plausible);
    if model.is_none() {
        reader
            .note(node.line, Fault::BadParameter { word: "slope", value: format!("{slope}, {difficulty}") });
    }
    model
}

/// The kind of a question and its answers; `None` when the kind is not known.
fn answers(drawing: &mut Drawing<'_, '_, '_>, node: &Node) -> Option<(ItemKind, Vec<Choice>)> {
    let reader = &mut *drawing.reader;
    let word = reader.maybe(node, "kind").map_or("choice", |line| line.value.as_str());
    let (kind, choices) = match word {
        "choice" => (ItemKind::Choice, choices(reader, node, CHOICE, &["right", "wrong"])),
        "several" => (ItemKind::Several, choices(reader, node, CHOICE, &["right", "wrong"])),
        "order" => (ItemKind::Order, choices(reader, node, ORDER, &["step"])),
        "tap" => screen(drawing, node)?,
        _ => {
            let allowed = "choice, several, order, tap";
            reader.value(node, "kind", allowed, |_| None::<ItemKind>)?;
            return None;
        }
    };
    count(drawing.reader, node.line, &kind, &choices);
    Some((kind, choices))
}

fn choices(
    reader: &mut Reader<'_>,
    node: &Node,
    allowed: &'static [&'static str],
    words: &[&str],
) -> Vec<Choice> {
    reader.only(node, allowed);
    let mut choices = Vec::new();
    for line in node.below.iter().filter(|line| words.contains(&line.word.as_str())) {
        reader.only(line, &["because"]);
        let because = reader.text(line, "because");
        let choice = Choice { text: reader.text_of(line), right: line.word != "wrong", because };
        add(reader, line.line, &mut choices, choice);
    }
    choices
}

/// Keeps an answer, and notes one that is there already.
fn add(reader: &mut Reader<'_>, line: u32, choices: &mut Vec<Choice>, choice: Choice) {
    if choices.iter().any(|other| other.text == choice.text) {
        reader.note(line, Fault::SameAnswerTwice { answer: choice.text.vi.clone() });
    }
    choices.push(choice);
}

/// The drawn screen of a question, and what can be tapped on it.
fn screen(drawing: &mut Drawing<'_, '_, '_>, node: &Node) -> Option<(ItemKind, Vec<Choice>)> {
    drawing.reader.only(node, TAP);
    let look = drawing.look(node);
    let title = drawing.reader.text(node, "title");
    let (mut elements, mut choices) = (Vec::new(), Vec::new());
    for line in &node.below {
        let Some(face) = drawing.face(line) else {
            elements.extend(drawing.plain(line));
            continue;
        };
        let reader = &mut *drawing.reader;
        reader.only(line, &["icon", "detail", "state", "right", "because"]);
        let right = reader.maybe(line, "right").is_some();
        let choice = Choice { text: face.label.clone(), right, because: reader.text(line, "because") };
        add(reader, line.line, &mut choices, choice);
        elements.push(Element::Tap(face));
    }
    Some((ItemKind::Tap(Drawn { look: look?, title, elements }), choices))
}

/// Notes when there are more or fewer answers than a question of its kind has.
fn count(reader: &mut Reader<'_>, line: u32, kind: &ItemKind, choices: &[Choice]) {
    let right = choices.iter().filter(|choice| choice.right).count();
    let (all, wrong) = (choices.len(), choices.len() - right);
    let of_one = matches!(kind, ItemKind::Choice | ItemKind::Tap(_));
    let mut faults = Vec::new();
    faults.extend((of_one && right != 1).then_some(Fault::RightAnswers { found: right }));
    faults.extend(match kind {
        ItemKind::Choice => (!(2..=3).contains(&wrong)).then_some(Fault::WrongAnswers { found: wrong }),
        ItemKind::Several => {
            let fits = (2..=3).contains(&right) && (1..=3).contains(&wrong) && (4..=5).contains(&all);
            (!fits).then_some(Fault::SeveralAnswers { right, wrong })
        }
        ItemKind::Order => (!(3..=5).contains(&all)).then_some(Fault::Steps { found: all }),
        ItemKind::Tap(_) => (!(3..=6).contains(&all)).then_some(Fault::Taps { found: all }),
    });
    faults.into_iter().for_each(|fault| reader.note(line, fault));
}
