//! Paths: courses in order for an audience, from the files of `paths/`.

use super::catalogue::headline;
use super::fields::{Reader, whole};
use super::finding::{Fault, Finding};
use super::load::From;
use super::model::{Path, Syllabus};
use super::outline::Node;
use crate::ids::{CourseId, GroupId, PathId};

/// A path as written: its groups and courses may not exist.
pub(super) struct PathDraft {
    pub(super) line: u32,
    path: Path,
    /// Where it stands among the paths; those that do not say come last, by name.
    order: u16,
    groups: u32,
    courses: Vec<u32>,
}

impl PathDraft {
    pub(super) fn name(&self) -> &str {
        self.path.id.as_str()
    }
}

/// One file of `paths/`.
pub(super) fn path(reader: &mut Reader<'_>, nodes: &[Node], icons: &[&str]) -> Option<PathDraft> {
    let node = headline(reader, nodes, "path")?;
    reader.only(&node, &["title", "about", "icon", "order", "groups", "course"]);
    let id = reader.name_of(&node, PathId::parse);
    let (title, about) = (reader.text(&node, "title"), reader.text(&node, "about"));
    let icon = reader.icon(&node, icons).unwrap_or_else(|| "map".into());
    let order = reader.maybe(&node, "order").is_some();
    let order = order.then(|| reader.value(&node, "order", "a whole number", whole)).flatten();
    let groups = reader.maybe(&node, "groups").map_or(node.line, |line| line.line);
    let lines = node.below.iter().filter(|below| below.word == "course");
    let courses: Vec<(u32, CourseId)> =
        lines.filter_map(|line| Some((line.line, reader.name_of(line, CourseId::parse)?))).collect();
    if courses.is_empty() {
        reader.note(node.line, Fault::Missing { word: "course" });
    }
    let (lines, courses) = courses.into_iter().unzip();
    let path = Path { id: id?, title, about, icon, groups: groups_of(reader, &node), courses };
    Some(PathDraft { line: node.line, path, order: order.unwrap_or(u16::MAX), groups, courses: lines })
}

fn groups_of(reader: &mut Reader<'_>, node: &Node) -> Vec<GroupId> {
    if reader.maybe(node, "groups").is_none() {
        return Vec::new();
    }
    let names = |text: &str| text.split_whitespace().map(GroupId::parse).collect::<Option<Vec<_>>>();
    reader.value(node, "groups", "names of groups, with blanks between", names).unwrap_or_default()
}

/// Puts the paths into the syllabus, and its courses in the order in which the paths come to them; the rest follow.
pub(super) fn join_paths(
    syllabus: &mut Syllabus,
    mut drafts: Vec<From<PathDraft>>,
    findings: &mut Vec<Finding>,
) {
    drafts.sort_by_key(|draft| draft.value.order);
    for From { file, value: draft, .. } in drafts {
        let mut note = |line, fault| findings.push(Finding { file: file.clone(), line, fault });
        for group in draft.path.groups.iter().filter(|group| syllabus.group(group).is_none()) {
            note(draft.groups, Fault::Unknown { kind: "group", name: group.to_string() });
        }
        for (at, (line, course)) in draft.courses.iter().zip(&draft.path.courses).enumerate() {
            if syllabus.course(course).is_none() {
                note(*line, Fault::Unknown { kind: "course", name: course.to_string() });
            }
            if draft.path.courses[..at].contains(course) {
                note(*line, Fault::Duplicate { kind: "course", name: course.to_string() });
            }
        }
        syllabus.paths.push(draft.path);
    }
    let order: Vec<CourseId> = syllabus.paths.iter().flat_map(|path| path.courses.clone()).collect();
    let place = |id: &CourseId| order.iter().position(|course| course == id).unwrap_or(usize::MAX);
    syllabus.courses.sort_by_key(|course| place(&course.id));
}
