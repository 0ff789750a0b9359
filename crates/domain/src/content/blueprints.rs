//! Blueprints of tests: `blueprints/*.txt`.

use super::blueprint::{Blueprint, Caps, Part, Stop, Supervision, TestCard, TestKind};
use super::catalogue::{headline, milli};
use super::fields::{Reader, whole};
use super::finding::Fault;
use super::outline::Node;
use crate::ids::{BlueprintId, FrameworkId, GroupId, ProfileId, SkillId};
use crate::text::Text;

/// Above it nobody would sit through.
const QUESTIONS_MAX: u16 = 100;
const PRETEST_MAX: u8 = 5;

/// One file of `blueprints/`.
pub(super) fn blueprint(reader: &mut Reader<'_>, nodes: &[Node]) -> Option<(u32, Blueprint)> {
    let node = headline(reader, nodes, "blueprint")?;
    reader.only(&node, WORDS);
    let card = card(reader, &node);
    let framework = reader.name(&node, "framework", FrameworkId::parse);
    let cut_milli = reader.value(&node, "cut", "a number such as -0.5", milli);
    let lines = node.below.iter().filter(|below| below.word == "skill").collect::<Vec<_>>();
    if lines.is_empty() {
        reader.note(node.line, Fault::Missing { word: "skill" });
    }
    let parts: Vec<Part> = lines.into_iter().filter_map(|line| part(reader, line)).collect();
    let pretest =
        maybe(reader, &node, "pretest", "0 to 5", |text| whole(text).filter(|count| *count <= PRETEST_MAX));
    let again_after_hours = again(reader, &node);
    let supervision = reader.value(&node, "supervision", "none, optional, required", Supervision::parse);
    let blueprint = Blueprint {
        groups: maybe(reader, &node, "groups", "names of groups, with blanks between", names)
            .unwrap_or_default(),
        province: maybe(reader, &node, "province", "the code of a province, such as B01", |text| {
            text.parse().ok()
        }),
        profile: reader
            .maybe(&node, "profile")
            .cloned()
            .and_then(|line| reader.name_of(&line, ProfileId::parse)),
        pretest: pretest.unwrap_or(0),
        stop: stop(reader, &node),
        minutes: maybe(reader, &node, "minutes", "a number of minutes", positive),
        a_year: maybe(reader, &node, "a-year", "a number of attempts", positive),
        valid_months: maybe(reader, &node, "valid-months", "a number of months", positive),
        confirmed_by: reader.maybe_text(&node, "confirmed-by"),
        exposure: caps(reader, &node),
        card: card?,
        framework: framework?,
        cut_milli: cut_milli?,
        again_after_hours: again_after_hours?,
        supervision: supervision?,
        parts,
    };
    lengths(reader, &node, &blueprint);
    Some((node.line, blueprint))
}

const WORDS: &[&str] = &[
    "kind",
    "title",
    "about",
    "framework",
    "groups",
    "province",
    "profile",
    "least",
    "most",
    "pretest",
    "cut",
    "sure",
    "se",
    "minutes",
    "again-after-days",
    "again-after-hours",
    "a-year",
    "supervision",
    "valid-months",
    "confirmed-by",
    "exposure",
    "exposure-alike",
    "skill",
];

fn card(reader: &mut Reader<'_>, node: &Node) -> Option<TestCard> {
    let id = reader.name_of(node, BlueprintId::parse);
    let (title, about): (Text, Text) = (reader.text(node, "title"), reader.text(node, "about"));
    let kind = reader.value(node, "kind", "diagnosis, check, examination", TestKind::parse);
    let number = |text: &str| whole(text).filter(|count| (1..=QUESTIONS_MAX).contains(count));
    let least = reader.value(node, "least", "a number of questions, 1 to 100", number);
    let most = reader.value(node, "most", "a number of questions, 1 to 100", number);
    Some(TestCard { id: id?, kind: kind?, title, about, least: least?, most: most? })
}

fn again(reader: &mut Reader<'_>, node: &Node) -> Option<u32> {
    if reader.maybe(node, "again-after-days").is_some() {
        let days: Option<u16> = reader.value(node, "again-after-days", "a number of days", whole);
        return days.map(|days| u32::from(days) * 24);
    }
    reader.value(node, "again-after-hours", "a number of hours", whole)
}

fn stop(reader: &mut Reader<'_>, node: &Node) -> Stop {
    let sure = maybe(reader, node, "sure", "a number above 0.5 and below 1, such as 0.95", |text| {
        milli(text).filter(|sure| (501..1000).contains(sure)).and_then(|sure| u16::try_from(sure).ok())
    });
    let se = maybe(reader, node, "se", "a number above 0, such as 0.3", |text| {
        milli(text).filter(|se| (1..=2000).contains(se)).and_then(|se| u16::try_from(se).ok())
    });
    Stop { sure_permille: sure, se_milli: se }
}

fn caps(reader: &mut Reader<'_>, node: &Node) -> Option<Caps> {
    let share = |text: &str| {
        milli(text).filter(|share| (1..=1000).contains(share)).and_then(|share| u16::try_from(share).ok())
    };
    let told = "a share above 0, up to 1, such as 0.2";
    let overall = maybe(reader, node, "exposure", told, share);
    let alike = maybe(reader, node, "exposure-alike", told, share);
    (overall.is_some() || alike.is_some()).then(|| Caps {
        overall_permille: overall.unwrap_or(Caps::USUAL.overall_permille),
        alike_permille: alike.unwrap_or(Caps::USUAL.alike_permille),
    })
}

/// The value of a line that may be missing.
fn maybe<T>(
    reader: &mut Reader<'_>,
    node: &Node,
    word: &'static str,
    allowed: &'static str,
    parse: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    node.below
        .iter()
        .any(|below| below.word == word)
        .then(|| reader.value(node, word, allowed, parse))
        .flatten()
}

fn positive(text: &str) -> Option<u16> {
    whole(text).filter(|number| *number > 0)
}

fn names(text: &str) -> Option<Vec<GroupId>> {
    text.split_whitespace().map(GroupId::parse).collect::<Option<Vec<_>>>().filter(|names| !names.is_empty())
}

fn part(reader: &mut Reader<'_>, node: &Node) -> Option<Part> {
    reader.only(node, &["least", "most", "right"]);
    let skill = reader.name_of(node, SkillId::parse);
    let least: Option<u16> = reader.value(node, "least", "a number", whole);
    let most: Option<u16> = reader.value(node, "most", "a number", whole);
    let right: Option<u16> = reader.value(node, "right", "a number", whole);
    let part = Part { skill: skill?, least: least?, most: most?, right: right? };
    if part.least > part.most {
        reader.note(node.line, Fault::LeastAboveMost { least: part.least, most: part.most });
    }
    if part.right > part.least {
        reader.note(node.line, Fault::RightAboveLeast { right: part.right, least: part.least });
    }
    Some(part)
}

/// What the numbers of a blueprint say of each other.
fn lengths(reader: &mut Reader<'_>, node: &Node, blueprint: &Blueprint) {
    let (least, most) = (blueprint.card.least, blueprint.card.most);
    if least > most {
        reader.note(node.line, Fault::LeastAboveMost { least, most });
    }
    let owed: u16 = blueprint.parts.iter().map(|part| part.least).fold(0, u16::saturating_add);
    let room: u16 = blueprint.parts.iter().map(|part| part.most).fold(0, u16::saturating_add);
    if !blueprint.parts.is_empty() && (owed > most || room < least) {
        reader.note(node.line, Fault::PartsDoNotFit { owed, room, least, most });
    }
}
