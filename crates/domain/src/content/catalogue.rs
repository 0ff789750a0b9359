//! The small files: groups, skills, profiles, courses.

use super::fields::{Reader, whole};
use super::finding::Fault;
use super::framework::SkillPlace;
use super::frameworks;
use super::model::{Composite, Group, Profile, Skill};
use super::outline::Node;
use crate::ids::{BlueprintId, CourseId, FrameworkId, GroupId, LessonId, ProfileId, SkillId};
use crate::standing::Rung;
use crate::text::Text;

/// `groups.txt`.
pub(super) fn groups(
    reader: &mut Reader<'_>,
    nodes: &[Node],
    icons: &[&str],
) -> (Vec<Group>, Vec<Composite>) {
    let mut plain = Vec::new();
    let mut composites = Vec::new();
    for node in nodes {
        match node.word.as_str() {
            "group" => plain.extend(group(reader, node, icons)),
            "composite" => composites.extend(composite(reader, node)),
            _ => reader.note(node.line, unknown(node, &["group", "composite"])),
        }
    }
    (plain, composites)
}

fn unknown(node: &Node, allowed: &[&'static str]) -> Fault {
    Fault::UnknownWord { word: node.word.clone(), allowed: allowed.to_vec() }
}

fn group(reader: &mut Reader<'_>, node: &Node, icons: &[&str]) -> Option<Group> {
    reader.only(node, &["title", "about", "icon"]);
    let id = reader.name_of(node, GroupId::parse)?;
    let (title, about) = (reader.text(node, "title"), reader.text(node, "about"));
    let icon = reader.icon(node, icons).unwrap_or_else(|| "user".into());
    Some(Group { id, title, about, icon })
}

fn composite(reader: &mut Reader<'_>, node: &Node) -> Option<Composite> {
    reader.only(node, &["title", "any-of", "note"]);
    let id = reader.name_of(node, GroupId::parse)?;
    let (title, note) = (reader.text(node, "title"), reader.text(node, "note"));
    let any_of = reader.value(node, "any-of", "names of groups, with blanks between", |text| {
        text.split_whitespace()
            .map(GroupId::parse)
            .collect::<Option<Vec<_>>>()
            .filter(|groups| !groups.is_empty())
    })?;
    Some(Composite { id, title, any_of, note })
}

/// A skill with what it answers to, as written.
pub(super) struct SkillDraft {
    pub(super) skill: Skill,
    pub(super) places: Vec<(u32, SkillPlace)>,
}

/// `skills.txt`.
pub(super) fn skills(reader: &mut Reader<'_>, nodes: &[Node], icons: &[&str]) -> Vec<SkillDraft> {
    let mut skills = Vec::new();
    for node in nodes {
        if node.word == "skill" {
            skills.extend(skill(reader, node, icons));
        } else {
            reader.note(node.line, unknown(node, &["skill"]));
        }
    }
    skills
}

fn skill(reader: &mut Reader<'_>, node: &Node, icons: &[&str]) -> Option<SkillDraft> {
    reader.only(node, &["title", "short", "can", "icon", "competence"]);
    let id = reader.name_of(node, SkillId::parse)?;
    let (title, short, can) =
        (reader.text(node, "title"), reader.text(node, "short"), reader.text(node, "can"));
    let icon = reader.icon(node, icons).unwrap_or_else(|| "star".into());
    let places = frameworks::places(reader, node);
    Some(SkillDraft { skill: Skill { id, title, short, can, icon }, places })
}

/// `profiles.txt`.
pub(super) fn profiles(reader: &mut Reader<'_>, nodes: &[Node]) -> Vec<(u32, Profile)> {
    let mut profiles = Vec::new();
    for node in nodes {
        if node.word == "profile" {
            profiles.extend(profile(reader, node).map(|profile| (node.line, profile)));
        } else {
            reader.note(node.line, unknown(node, &["profile"]));
        }
    }
    profiles
}

fn profile(reader: &mut Reader<'_>, node: &Node) -> Option<Profile> {
    reader.only(node, &["title", "group", "note", "framework", "valid-months", "skill"]);
    let id = reader.name_of(node, ProfileId::parse)?;
    let (title, note) = (reader.text(node, "title"), reader.text(node, "note"));
    let group = reader.name(node, "group", GroupId::parse);
    let framework = reader.name(node, "framework", FrameworkId::parse);
    let valid_months = reader.value(node, "valid-months", "a number of months", whole);
    let demands = node.below.iter().filter(|below| below.word == "skill").collect::<Vec<_>>();
    if demands.is_empty() {
        reader.note(node.line, Fault::Missing { word: "skill" });
    }
    let demands = demands.into_iter().filter_map(|line| demand(reader, line)).collect();
    Some(Profile {
        id,
        title,
        group: group?,
        note,
        framework: framework?,
        valid_months: valid_months?,
        demands,
    })
}

fn demand(reader: &mut Reader<'_>, node: &Node) -> Option<(SkillId, Rung)> {
    reader.only(node, &["rung"]);
    let skill = reader.name_of(node, SkillId::parse);
    let rung = reader.value(node, "rung", "attended, helped, alone, passed, retained", Rung::parse);
    Some((skill?, rung?))
}

/// A course as written: its lessons are still names.
pub(super) struct CourseDraft {
    pub(super) line: u32,
    pub(super) id: CourseId,
    pub(super) title: Text,
    pub(super) about: Text,
    pub(super) lessons: Vec<(u32, LessonId)>,
    pub(super) check: Option<(u32, BlueprintId)>,
}

/// One file of `courses/`.
pub(super) fn course(reader: &mut Reader<'_>, nodes: &[Node]) -> Option<CourseDraft> {
    let node = headline(reader, nodes, "course")?;
    reader.only(&node, &["title", "about", "lesson", "check"]);
    let id = reader.name_of(&node, CourseId::parse);
    let (title, about) = (reader.text(&node, "title"), reader.text(&node, "about"));
    let lines = node.below.iter().filter(|below| below.word == "lesson").collect::<Vec<_>>();
    if lines.is_empty() {
        reader.note(node.line, Fault::Missing { word: "lesson" });
    }
    let lessons =
        lines.into_iter().filter_map(|line| Some((line.line, reader.name_of(line, LessonId::parse)?)));
    let lessons = lessons.collect();
    let check = reader
        .maybe(&node, "check")
        .and_then(|line| Some((line.line, reader.name_of(line, BlueprintId::parse)?)));
    Some(CourseDraft { line: node.line, id: id?, title, about, lessons, check })
}

/// A file about one thing begins with its word; the facts may stand below it or, unindented, after it.
pub(super) fn headline(reader: &mut Reader<'_>, nodes: &[Node], word: &'static str) -> Option<Node> {
    let Some((first, rest)) = nodes.split_first().filter(|(first, _)| first.word == word) else {
        reader.note(nodes.first().map_or(1, |node| node.line), Fault::Missing { word });
        return None;
    };
    let mut head = first.clone();
    head.below.extend(rest.iter().cloned());
    Some(head)
}

/// Thousandths of a decimal number with at most three decimals.
pub(super) fn milli(text: &str) -> Option<i32> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    if part.len() > 3 || !part.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let whole: i32 = whole.parse().ok().filter(|whole| (0..100).contains(whole))?;
    let part: i32 = format!("{part:0<3}").parse().ok()?;
    Some(sign * (whole * 1000 + part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_become_thousandths() {
        for (text, expect) in [
            ("-0.5", Some(-500)),
            ("1", Some(1000)),
            ("0.125", Some(125)),
            ("x", None),
            ("1.2345", None),
            ("-", None),
        ] {
            assert_eq!(milli(text), expect, "{text}");
        }
    }
}
