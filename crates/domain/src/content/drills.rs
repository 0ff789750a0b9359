//! Messages to judge: one file of `drills/`.

use super::catalogue::headline;
use super::drawn::Drawing;
use super::drill_message::{Channel, DrillMessage, NextStep, Role, Truth};
use super::fields::{Reader, whole};
use super::finding::Fault;
use super::outline::Node;
use crate::ids::{DrillId, SkillId};

/// More signs than these nobody reads.
const SIGNS_MAX: usize = 4;
/// How many answers there are to what one does now.
const NEXT: core::ops::RangeInclusive<usize> = 2..=3;

const WORDS: &[&str] = &[
    "skill", "channel", "from", "role", "truth", "level", "added", "scene", "title", "sign", "next", "text",
    "heading", "detail", "alert", "message", "reply", "say", "card", "qr", "picture",
];

/// A message and, for findings made later, the line of its skill and the pictures that it names.
pub(super) struct Draft {
    pub(super) message: DrillMessage,
    pub(super) skill_line: u32,
    pub(super) pictures: Vec<(u32, String)>,
}

/// One file of `drills/`.
pub(super) fn drill(
    reader: &mut Reader<'_>,
    nodes: &[Node],
    icons: &[&str],
    asset: &dyn Fn(&str) -> String,
) -> Option<Draft> {
    let node = headline(reader, nodes, "drill")?;
    reader.only(&node, WORDS);
    let id = reader.name_of(&node, DrillId::parse);
    let skill = reader.name(&node, "skill", SkillId::parse);
    let skill_line = node.below.iter().find(|line| line.word == "skill").map_or(node.line, |line| line.line);
    let channel = reader.value(&node, "channel", "sms, chat, call, mail, popup, qr, letter", Channel::parse);
    let role = reader.value(&node, "role", "target, helper, witness", Role::parse);
    let truth = reader.value(&node, "truth", "scam, genuine", Truth::parse);
    let level =
        reader.value(&node, "level", "1, 2, 3", |text| whole(text).filter(|level| (1..=3).contains(level)));
    let added = reader.value(&node, "added", "a day, such as 2026-11-26", |text| {
        text.parse::<jiff::civil::Date>().ok().map(|day| day.to_string())
    });
    let (from, scene) = (reader.text(&node, "from"), reader.maybe_text(&node, "scene"));
    let (title, signs, next) = (reader.maybe_text(&node, "title"), signs(reader, &node), next(reader, &node));
    let mut pictures = Vec::new();
    let mut drawing = Drawing { reader: &mut *reader, icons, asset, pictures: &mut pictures };
    let elements: Vec<_> = node.below.iter().filter_map(|below| drawing.plain(below)).collect();
    if elements.is_empty() {
        reader.note(node.line, Fault::Missing { word: "message" });
    }
    let message = DrillMessage {
        id: id?,
        skill: skill?,
        channel: channel?,
        from,
        role: role?,
        truth: truth?,
        level: level?,
        added: added?,
        scene,
        title,
        elements,
        signs,
        next,
    };
    Some(Draft { message, skill_line, pictures })
}

fn signs(reader: &mut Reader<'_>, node: &Node) -> Vec<crate::text::Text> {
    let lines: Vec<_> = node.below.iter().filter(|below| below.word == "sign").collect();
    if !(1..=SIGNS_MAX).contains(&lines.len()) {
        reader.note(node.line, Fault::Signs { found: lines.len(), most: SIGNS_MAX });
    }
    lines.into_iter().map(|line| reader.text_of(line)).collect()
}

fn next(reader: &mut Reader<'_>, node: &Node) -> Vec<NextStep> {
    let lines = node.below.iter().filter(|below| below.word == "next");
    let steps: Vec<NextStep> = lines
        .map(|line| {
            reader.only(line, &["right", "because"]);
            let right = reader.maybe(line, "right").is_some();
            NextStep { text: reader.text_of(line), right, because: reader.text(line, "because") }
        })
        .collect();
    let right = steps.iter().filter(|step| step.right).count();
    if !NEXT.contains(&steps.len()) || right != 1 {
        reader.note(node.line, Fault::NextSteps { found: steps.len(), right });
    }
    steps
}
