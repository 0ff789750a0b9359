//! Frameworks as written: `frameworks.txt`, `frameworks/*.txt`.

use std::collections::BTreeSet;

use super::fields::Reader;
use super::finding::Fault;
use super::framework::{Code, Competence, Domain, Framework, Level, Place, SkillPlace, Stage};
use super::outline::Node;
use crate::ids::{FrameworkId, GroupId};
use crate::text::Text;

/// A framework as written: what it says of other files is still to be compared with them.
pub(super) struct FrameworkDraft {
    pub(super) line: u32,
    pub(super) framework: Framework,
    pub(super) says: Vec<(u32, Says)>,
}

/// What a framework says of other files.
pub(super) enum Says {
    Group(GroupId),
    Place(Place),
}

/// All frameworks of one file.
pub(super) fn frameworks(reader: &mut Reader<'_>, nodes: &[Node]) -> Vec<FrameworkDraft> {
    let mut drafts = Vec::new();
    for node in nodes {
        if node.word == "framework" {
            drafts.extend(framework(reader, node));
        } else {
            let fault = Fault::UnknownWord { word: node.word.clone(), allowed: vec!["framework"] };
            reader.note(node.line, fault);
        }
    }
    drafts
}

fn framework(reader: &mut Reader<'_>, node: &Node) -> Option<FrameworkDraft> {
    reader.only(node, &["title", "version", "note", "groups", "stage", "domain"]);
    let id = reader.name_of(node, FrameworkId::parse);
    let (title, note) = (reader.text(node, "title"), reader.text(node, "note"));
    let version = reader.value(node, "version", "the version as its publisher writes it", |text| {
        (!text.is_empty()).then(|| text.to_owned())
    });
    let mut says = Vec::new();
    let groups = groups(reader, node, &mut says);
    let mut seen = BTreeSet::new();
    let stages = children(node, "stage").filter_map(|below| stage(reader, below, &mut seen)).collect();
    let mut seen = BTreeSet::new();
    let domains = children(node, "domain").filter_map(|below| domain(reader, below, &mut seen, &mut says));
    let domains = domains.collect();
    let framework = Framework { id: id?, title, version: version?, note, groups, stages, domains };
    Some(FrameworkDraft { line: node.line, framework, says })
}

fn children<'n>(node: &'n Node, word: &'static str) -> impl Iterator<Item = &'n Node> {
    node.below.iter().filter(move |below| below.word == word)
}

/// The code on a line, and the title below it. Codes of one kind stand once in a framework.
fn coded(
    reader: &mut Reader<'_>,
    node: &Node,
    kind: &'static str,
    seen: &mut BTreeSet<(&'static str, Code)>,
) -> (Option<Code>, Text) {
    let title = reader.text(node, "title");
    let code = code(reader, node.line, &node.value);
    if let Some(code) = code.clone().filter(|code| !seen.insert((kind, code.clone()))) {
        reader.note(node.line, Fault::Duplicate { kind, name: code.to_string() });
    }
    (code, title)
}

fn code(reader: &mut Reader<'_>, line: u32, text: &str) -> Option<Code> {
    let code = Code::parse(text);
    if code.is_none() {
        reader.note(line, Fault::BadCode { code: text.into() });
    }
    code
}

/// The lines below with a word, of which there must be some.
fn some<'n>(reader: &mut Reader<'_>, node: &'n Node, word: &'static str) -> Vec<&'n Node> {
    let lines: Vec<_> = children(node, word).collect();
    if lines.is_empty() {
        reader.note(node.line, Fault::Missing { word });
    }
    lines
}

fn stage(reader: &mut Reader<'_>, node: &Node, seen: &mut BTreeSet<(&'static str, Code)>) -> Option<Stage> {
    reader.only(node, &["title", "level"]);
    let (stage, title) = coded(reader, node, "stage", seen);
    let mut levels = Vec::new();
    for line in some(reader, node, "level") {
        reader.only(line, &["title"]);
        let (code, title) = coded(reader, line, "level", seen);
        levels.extend(code.map(|code| Level { code, title }));
    }
    Some(Stage { code: stage?, title, levels })
}

fn domain(
    reader: &mut Reader<'_>,
    node: &Node,
    seen: &mut BTreeSet<(&'static str, Code)>,
    says: &mut Vec<(u32, Says)>,
) -> Option<Domain> {
    reader.only(node, &["title", "competence"]);
    let (domain, title) = coded(reader, node, "domain", seen);
    let mut competences = Vec::new();
    for line in some(reader, node, "competence") {
        competences.extend(competence(reader, line, seen, says));
    }
    Some(Domain { code: domain?, title, competences })
}

fn competence(
    reader: &mut Reader<'_>,
    node: &Node,
    seen: &mut BTreeSet<(&'static str, Code)>,
    says: &mut Vec<(u32, Says)>,
) -> Option<Competence> {
    reader.only(node, &["title", "groups", "same-as"]);
    let (code, title) = coded(reader, node, "competence", seen);
    let groups = groups(reader, node, says);
    let mut same_as = Vec::new();
    for line in children(node, "same-as") {
        let place = place(line).filter(|(_, level)| level.is_none()).map(|(place, _)| place);
        let Some(place) = place else {
            let allowed = "the name of a framework and a code, such as digcomp-2-2 1.1";
            let (word, value) = (line.word.clone(), line.value.clone());
            reader.note(line.line, Fault::BadValue { word, value, allowed });
            continue;
        };
        says.push((line.line, Says::Place(place.clone())));
        same_as.push(place);
    }
    Some(Competence { code: code?, title, groups, same_as })
}

fn groups(reader: &mut Reader<'_>, node: &Node, says: &mut Vec<(u32, Says)>) -> Vec<GroupId> {
    let Some(line) = reader.maybe(node, "groups") else { return Vec::new() };
    let groups: Option<Vec<_>> = line.value.split_whitespace().map(GroupId::parse).collect();
    let Some(groups) = groups.filter(|groups| !groups.is_empty()) else {
        let allowed = "names of groups, with blanks between";
        let (word, value) = (line.word.clone(), line.value.clone());
        reader.note(line.line, Fault::BadValue { word, value, allowed });
        return Vec::new();
    };
    says.extend(groups.iter().map(|group| (line.line, Says::Group(group.clone()))));
    groups
}

/// `FRAMEWORK CODE` or `FRAMEWORK CODE LEVEL`.
fn place(node: &Node) -> Option<(Place, Option<Code>)> {
    let mut words = node.value.split_whitespace();
    let framework = FrameworkId::parse(words.next()?)?;
    let code = Code::parse(words.next()?)?;
    let level = words.next().map(Code::parse);
    let fits = words.next().is_none() && level != Some(None);
    fits.then(|| (Place { framework, code }, level.flatten()))
}

/// What the lines `competence` below a skill name, each with its line. There must be one at least.
pub(super) fn places(reader: &mut Reader<'_>, node: &Node) -> Vec<(u32, SkillPlace)> {
    let mut places = Vec::new();
    for line in some(reader, node, "competence") {
        match place(line) {
            Some((place, level)) => places.push((line.line, SkillPlace { place, level })),
            None => {
                let allowed = "a framework, a competence and a level, such as tt-02 1.1 CB1";
                let (word, value) = (line.word.clone(), line.value.clone());
                reader.note(line.line, Fault::BadValue { word, value, allowed });
            }
        }
    }
    places
}
