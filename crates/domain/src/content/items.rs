//! Questions: one file of `items/`.

use std::collections::BTreeSet;

use super::fields::{Reader, whole};
use super::finding::Fault;
use super::model::{Choice, Item};
use super::outline::Node;
use crate::ids::{ItemId, SkillId};

/// The questions of one file, whose name is the skill.
pub(super) fn items(
    reader: &mut Reader<'_>,
    nodes: &[Node],
    skill: &SkillId,
    media: &BTreeSet<String>,
) -> Vec<(u32, Item)> {
    let mut items = Vec::new();
    for node in nodes {
        if node.word == "item" {
            items.extend(item(reader, node, skill, media).map(|item| (node.line, item)));
        } else {
            let fault = Fault::UnknownWord { word: node.word.clone(), allowed: vec!["item"] };
            reader.note(node.line, fault);
        }
    }
    items
}

fn item(reader: &mut Reader<'_>, node: &Node, skill: &SkillId, media: &BTreeSet<String>) -> Option<Item> {
    reader.only(node, &["level", "difficulty", "slope", "ask", "audio", "sign", "right", "wrong"]);
    let id = reader.name_of(node, ItemId::parse);
    let level =
        reader.value(node, "level", "1 to 8", |text| whole(text).filter(|level| (1..=8).contains(level)));
    let model = model(reader, node);
    let ask = reader.text(node, "ask");
    let (audio, sign) = (file(reader, node, "audio", media), file(reader, node, "sign", media));
    let choices = choices(reader, node);
    Some(Item { id: id?, skill: skill.clone(), level: level?, model: model?, ask, audio, sign, choices })
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

fn choices(reader: &mut Reader<'_>, node: &Node) -> Vec<Choice> {
    let lines = node.below.iter().filter(|below| matches!(below.word.as_str(), "right" | "wrong"));
    let mut choices = Vec::new();
    for line in lines {
        reader.only(line, &["because"]);
        let because = reader.text(line, "because");
        choices.push(Choice { text: reader.text_of(line), right: line.word == "right", because });
    }
    let right = choices.iter().filter(|choice| choice.right).count();
    if right != 1 {
        reader.note(node.line, Fault::RightAnswers { found: right });
    }
    let wrong = choices.len() - right;
    if !(2..=3).contains(&wrong) {
        reader.note(node.line, Fault::WrongAnswers { found: wrong });
    }
    choices
}
