//! What a whole curriculum has beside being free of faults: something of each kind for every skill that is demanded, and nothing
//! that nobody would find.

use std::collections::BTreeSet;

use super::finding::{Fault, Finding};
use super::load::Source;
use super::model::Curriculum;
use crate::ids::SkillId;

/// A second test must not repeat the first: so many questions a skill wants.
const ITEMS_LEAST: usize = 25;

/// Notes what a curriculum lacks as a whole. `source` is what it was loaded from.
#[must_use]
pub fn lacks(source: &Source, curriculum: &Curriculum) -> Vec<Finding> {
    let mut findings = Vec::new();
    demands(source, curriculum, &mut findings);
    unlisted_lessons(curriculum, &mut findings);
    unlisted_courses(curriculum, &mut findings);
    unshown(source, &mut findings);
    findings.sort();
    findings
}

/// Every skill that a profile demands can be learned, practised and tested.
fn demands(source: &Source, curriculum: &Curriculum, findings: &mut Vec<Finding>) {
    let demands = curriculum.syllabus.profiles.iter().flat_map(|profile| &profile.demands);
    let skills: BTreeSet<&SkillId> = demands.map(|(skill, _)| skill).collect();
    for skill in skills {
        let lessons = curriculum.syllabus.courses.iter().flat_map(|course| &course.lessons);
        let counts = [
            ("lesson", lessons.filter(|card| card.skill == *skill).count(), 1),
            ("practice", curriculum.practices.values().filter(|it| it.skill == *skill).count(), 1),
            ("item", curriculum.items.iter().filter(|item| item.skill == *skill).count(), ITEMS_LEAST),
        ];
        for (kind, found, least) in counts.into_iter().filter(|(_, found, least)| found < least) {
            let (file, line) = named_in(source, skill.as_str());
            let fault = Fault::SkillLacks { skill: skill.to_string(), kind, found, least };
            findings.push(Finding { file, line, fault });
        }
    }
}

/// The file and line of the profiles that first name a skill; ours come before an operator's own.
fn named_in(source: &Source, skill: &str) -> (String, u32) {
    let ours = source.texts.get_key_value("profiles.txt");
    let mut lines = ours
        .into_iter()
        .chain(&source.own_profiles)
        .flat_map(|(file, text)| (1u32..).zip(text.lines()).map(move |(at, line)| (file, at, line)));
    let named = lines.find(|(_, _, line)| line.split_whitespace().any(|word| word == skill));
    named.map_or_else(|| ("profiles.txt".into(), 1), |(file, line, _)| (file.clone(), line))
}

fn unlisted_lessons(curriculum: &Curriculum, findings: &mut Vec<Finding>) {
    let lessons = curriculum.lessons.keys().filter(|id| curriculum.syllabus.lesson(id).is_none());
    findings.extend(lessons.map(|id| Finding {
        file: format!("lessons/{id}/vi.md"),
        line: 1,
        fault: Fault::NotInCourse { lesson: id.to_string() },
    }));
}

fn unlisted_courses(curriculum: &Curriculum, findings: &mut Vec<Finding>) {
    let paths = &curriculum.syllabus.paths;
    let courses = curriculum.syllabus.courses.iter().map(|course| &course.id);
    let lost = courses.filter(|id| !paths.is_empty() && !paths.iter().any(|path| path.courses.contains(id)));
    findings.extend(lost.map(|id| Finding {
        file: format!("courses/{id}.txt"),
        line: 1,
        fault: Fault::NotOnPath { course: id.to_string() },
    }));
}

/// Pictures and recordings that no text of their folder names.
fn unshown(source: &Source, findings: &mut Vec<Finding>) {
    let of_folder =
        |path: &str| path.rsplit_once('/').map_or_else(String::new, |(folder, _)| format!("{folder}/"));
    let mut named: BTreeSet<String> = BTreeSet::new();
    let own = source.own_drills.values().map(|text| ("drills/x", text));
    for (path, text) in source.texts.iter().map(|(path, text)| (path.as_str(), text)).chain(own) {
        let folder = of_folder(path);
        let words = text.split(|letter: char| letter.is_whitespace() || "()[]".contains(letter));
        let files = words.filter(|word| word.contains('.'));
        named.extend(files.map(|word| format!("{folder}{word}")));
    }
    let files = source.pictures.keys().chain(&source.media).filter(|path| !named.contains(*path));
    findings.extend(files.map(|path| Finding {
        file: path.clone(),
        line: 1,
        fault: Fault::NotShown { file: path.rsplit('/').next().unwrap_or(path).into() },
    }));
}
