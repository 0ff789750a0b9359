//! What frameworks and skills say of each other, compared.

use std::collections::{BTreeMap, BTreeSet};

use super::catalogue::SkillDraft;
use super::finding::{Fault, Finding};
use super::framework::{Framework, SkillPlace};
use super::frameworks::{FrameworkDraft, Says};
use super::load::From;
use super::model::Syllabus;
use crate::ids::{FrameworkId, SkillId};

/// Where skills stand.
const SKILLS: &str = "skills.txt";

/// The frameworks of the content, those of the operator in place of ours of the same id; what they say of each other and
/// of groups is checked.
pub(super) fn join_frameworks(
    syllabus: &Syllabus,
    [ours, own]: [Vec<From<FrameworkDraft>>; 2],
    findings: &mut Vec<Finding>,
) -> Vec<Framework> {
    let mut all: Vec<From<FrameworkDraft>> = Vec::new();
    for drafts in [ours, own] {
        let mut seen: BTreeSet<FrameworkId> = BTreeSet::new();
        for draft in drafts {
            let id = draft.value.framework.id.clone();
            if !seen.insert(id.clone()) {
                let fault = Fault::Duplicate { kind: "framework", name: id.to_string() };
                findings.push(Finding { file: draft.file, line: draft.line, fault });
                continue;
            }
            match all.iter_mut().find(|before| before.value.framework.id == id) {
                Some(before) => {
                    findings.extend(lost(&before.value.framework, &draft));
                    *before = draft;
                }
                None => all.push(draft),
            }
        }
    }
    let frameworks: Vec<Framework> = all.iter().map(|draft| draft.value.framework.clone()).collect();
    for draft in &all {
        findings.extend(strangers(syllabus, &frameworks, draft));
    }
    frameworks
}

/// Codes that the one before had and the new one lacks: nothing may point into the void.
fn lost(before: &Framework, draft: &From<FrameworkDraft>) -> Vec<Finding> {
    let kept: BTreeSet<_> = draft.value.framework.codes().collect();
    let gone = before.codes().filter(|code| !kept.contains(code));
    let fault = |code: &super::framework::Code| Fault::CodeGone { code: code.to_string() };
    gone.map(|code| Finding { file: draft.file.clone(), line: draft.line, fault: fault(code) }).collect()
}

fn strangers(syllabus: &Syllabus, all: &[Framework], draft: &From<FrameworkDraft>) -> Vec<Finding> {
    let fault = |says: &Says| match says {
        Says::Group(group) if syllabus.group(group).is_some() => None,
        Says::Group(group) => Some(Fault::Unknown { kind: "group", name: group.to_string() }),
        Says::Place(place) => competence_of(all, &place.framework, place.code.as_str()).err(),
    };
    let says = draft.value.says.iter();
    says.filter_map(|(line, says)| {
        Some(Finding { file: draft.file.clone(), line: *line, fault: fault(says)? })
    })
    .collect()
}

fn competence_of<'f>(all: &'f [Framework], id: &FrameworkId, code: &str) -> Result<&'f Framework, Fault> {
    let found = all.iter().find(|framework| framework.id == *id);
    let framework = found.ok_or_else(|| Fault::Unknown { kind: "framework", name: id.to_string() })?;
    let there = framework.competences().any(|competence| competence.code.as_str() == code);
    let unknown = || Fault::Unknown { kind: "competence", name: format!("{id} {code}") };
    if there { Ok(framework) } else { Err(unknown()) }
}

/// What each skill answers to, all of which exists.
pub(super) fn join_places(
    frameworks: &[Framework],
    skills: &[SkillDraft],
    findings: &mut Vec<Finding>,
) -> BTreeMap<SkillId, Vec<SkillPlace>> {
    let mut all: BTreeMap<SkillId, Vec<SkillPlace>> = BTreeMap::new();
    for draft in skills {
        let places = all.entry(draft.skill.id.clone()).or_default();
        for (line, place) in &draft.places {
            let twice = places.iter().any(|other| other.place == place.place);
            let name = || format!("{} {}", place.place.framework, place.place.code);
            let fault = twice.then(|| Fault::Duplicate { kind: "competence", name: name() });
            if let Some(fault) = fault.or_else(|| stray(frameworks, place)) {
                findings.push(Finding { file: SKILLS.into(), line: *line, fault });
            }
            places.push(place.clone());
        }
    }
    all
}

/// What is wrong with a place, if anything.
fn stray(frameworks: &[Framework], place: &SkillPlace) -> Option<Fault> {
    let framework = match competence_of(frameworks, &place.place.framework, place.place.code.as_str()) {
        Ok(framework) => framework,
        Err(fault) => return Some(fault),
    };
    match &place.level {
        Some(level) if framework.level_number(level).is_some() => None,
        None if framework.stages.is_empty() => None,
        Some(level) if !framework.stages.is_empty() => {
            Some(Fault::Unknown { kind: "level", name: level.to_string() })
        }
        _ => Some(Fault::LevelDoesNotFit { framework: framework.id.to_string() }),
    }
}
