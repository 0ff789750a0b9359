//! What a practice asks a person to type or to choose.

use super::fields::Reader;
use super::finding::Fault;
use super::outline::Node;
use super::phone::{Field, FieldKind};
use crate::ids::FieldId;
use crate::text::Text;

/// A `field`, a `pick` or a `tick`.
pub(super) fn field(reader: &mut Reader<'_>, node: &Node) -> Option<Field> {
    let id = reader.name_of(node, FieldId::parse);
    let (label, wrong) = (reader.text(node, "label"), reader.text(node, "wrong"));
    let (kind, answer) = match node.word.as_str() {
        "pick" => pick(reader, node),
        "tick" => tick(reader, node)?,
        _ => typed(reader, node)?,
    };
    Some(Field { id: id?, label, kind, answer, wrong })
}

fn typed(reader: &mut Reader<'_>, node: &Node) -> Option<(FieldKind, String)> {
    reader.only(node, &["label", "type", "answer", "wrong"]);
    let kind = reader.value(node, "type", "digits, text, phone, money", |kind| match kind {
        "digits" => Some(FieldKind::Digits),
        "text" => Some(FieldKind::Text),
        "phone" => Some(FieldKind::Phone),
        "money" => Some(FieldKind::Money),
        _ => None,
    });
    let is_answer = |text: &str| match kind {
        Some(FieldKind::Money) => text.contains(|c: char| c.is_ascii_digit()),
        _ => !text.is_empty(),
    };
    let answer =
        reader.value(node, "answer", "what is to be typed", |text| is_answer(text).then(|| text.into()));
    Some((kind?, answer?))
}

/// Options, numbered from 1.
fn pick(reader: &mut Reader<'_>, node: &Node) -> (FieldKind, String) {
    reader.only(node, &["label", "option", "wrong"]);
    let lines = || node.below.iter().filter(|below| below.word == "option");
    let options: Vec<Text> = lines()
        .map(|line| {
            reader.only(line, &["answer"]);
            reader.text_of(line)
        })
        .collect();
    if !(2..=5).contains(&options.len()) {
        reader.note(node.line, Fault::Options { found: options.len() });
    }
    let is_answer = |line: &Node| line.below.iter().any(|below| below.word == "answer");
    let right: Vec<usize> =
        (1..).zip(lines()).filter_map(|(at, line)| is_answer(line).then_some(at)).collect();
    if right.len() != 1 {
        reader.note(node.line, Fault::RightOptions { found: right.len() });
    }
    (FieldKind::Pick(options), right.first().map_or_else(String::new, usize::to_string))
}

fn tick(reader: &mut Reader<'_>, node: &Node) -> Option<(FieldKind, String)> {
    reader.only(node, &["label", "state", "answer", "wrong"]);
    let on = reader.maybe(node, "state").is_some() && reader.switch(node, "state")?;
    let answer = reader.switch(node, "answer")?;
    Some((FieldKind::Tick(on), if answer { "on" } else { "off" }.into()))
}
