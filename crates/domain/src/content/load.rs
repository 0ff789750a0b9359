//! From files to a curriculum.

use std::collections::{BTreeMap, BTreeSet};

use super::blueprint::{Blueprint, TestKind};
use super::catalogue::{self, CourseDraft, SkillDraft};
use super::drawn::Drawing;
use super::drill_joins::join_drills;
use super::drill_message::DrillMessage;
use super::fields::Reader;
use super::finding::{Fault, Finding};
use super::framework_joins::{join_frameworks, join_places};
use super::frameworks::{self, FrameworkDraft};
use super::item::Item;
use super::lesson_joins::{LessonDraft, join_lessons, note_orphans};
use super::lessons::{self, Facts};
use super::model::{Course, Curriculum, LessonCard, Profile};
use super::paths::{self, PathDraft, join_paths};
use super::phone::Practice;
use super::profile_joins::join_profiles;
use super::{blueprints, drills, graph, items, outline, practices};
use crate::ids::{DrillId, FrameworkId, LessonId, PracticeId, SkillId};

/// A picture heavier than this makes a page wait on a weak signal.
const PICTURE_BYTES_MAX: usize = 6 * 1024;

/// Everything a shell found in the content folder.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// Text files by path below the folder, with `/`.
    pub texts: BTreeMap<String, String>,
    /// Sizes of pictures in bytes, by path below the folder.
    pub pictures: BTreeMap<String, usize>,
    /// Recordings of lessons and spoken and signed versions of questions, by path below the folder.
    pub media: BTreeSet<String>,
    /// Blueprints of the operator's own, by the path under which they are told in findings. One with the id of a blueprint of
    /// the content takes its place.
    pub own_blueprints: BTreeMap<String, String>,
    /// Frameworks of the operator's own, likewise.
    pub own_frameworks: BTreeMap<String, String>,
    /// Messages to judge of the operator's own, likewise.
    pub own_drills: BTreeMap<String, String>,
    /// Profiles of the operator's own, likewise; one that is added for a group is asked of it before ours.
    pub own_profiles: BTreeMap<String, String>,
}

/// The name under which a picture is served: its path below the content folder with `--` between the parts.
fn asset_name(folder: &str, file: &str) -> String {
    format!("{folder}--{file}").replace('/', "--")
}

/// Reads a curriculum. `icons` are the names that the pages can draw. With no findings, every law of this module holds;
/// with findings, the curriculum is what could be read and must not be used.
#[must_use]
pub fn load(source: &Source, icons: &[&str]) -> (Curriculum, Vec<Finding>) {
    let mut loader = Loader { source, icons, findings: Vec::new(), draft: Draft::default() };
    for (path, text) in &source.texts {
        loader.file(path, text);
    }
    for (path, text) in &source.own_blueprints {
        loader.own_blueprint(path, text);
    }
    for (path, text) in &source.own_frameworks {
        let read = loader.frameworks_of(path, text);
        loader.draft.own_frameworks.extend(read);
    }
    for (path, text) in &source.own_profiles {
        let read = loader.outline(path, text, catalogue::profiles);
        loader.draft.own_profiles.extend(from_lines(path, read));
    }
    for (path, text) in &source.own_drills {
        loader.drill(path, text);
    }
    let curriculum = loader.join();
    let mut findings = loader.findings;
    findings.sort();
    findings.dedup();
    (curriculum, findings)
}

/// A value with the file and line it was read from.
pub(super) struct From<T> {
    pub(super) file: String,
    pub(super) line: u32,
    pub(super) value: T,
}

#[derive(Default)]
struct Draft {
    curriculum: Curriculum,
    profiles: Vec<From<Profile>>,
    /// Those of the operator, which take the place of ours of the same name.
    own_profiles: Vec<From<Profile>>,
    courses: Vec<From<CourseDraft>>,
    paths: Vec<From<PathDraft>>,
    lessons: BTreeMap<LessonId, LessonDraft>,
    practices: BTreeMap<PracticeId, From<Practice>>,
    /// Those of the operator take the place of ours of the same name: they are read after them.
    drills: BTreeMap<DrillId, From<DrillMessage>>,
    items: Vec<From<Item>>,
    skills: Vec<SkillDraft>,
    frameworks: Vec<From<FrameworkDraft>>,
    /// Those of the operator, which take the place of ours of the same name.
    own_frameworks: Vec<From<FrameworkDraft>>,
    blueprints: Vec<From<Blueprint>>,
    /// Those of the operator, which take the place of ours of the same name.
    own_blueprints: Vec<From<Blueprint>>,
}

struct Loader<'s> {
    source: &'s Source,
    icons: &'s [&'s str],
    findings: Vec<Finding>,
    draft: Draft,
}

impl Loader<'_> {
    fn file(&mut self, path: &str, text: &str) {
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            ["groups.txt" | "skills.txt" | "profiles.txt" | "frameworks.txt"] => self.catalogue(path, text),
            ["frameworks", name] if name.ends_with(".txt") => self.catalogue(path, text),
            ["courses", name] if name.ends_with(".txt") => self.course(path, text),
            ["paths", name] if name.ends_with(".txt") => self.path(path, stem(name), text),
            ["blueprints", name] if name.ends_with(".txt") => self.blueprint(path, text),
            ["items", name] if name.ends_with(".txt") => self.items(path, stem(name), text),
            ["drills", name] if name.ends_with(".txt") => self.drill(path, text),
            ["practices", name] if name.ends_with(".txt") => self.practice(path, stem(name), text),
            ["lessons", lesson, "vi.md"] => self.lesson(path, lesson, text, Facts::All),
            ["lessons", lesson, "en.md"] => self.lesson(path, lesson, text, Facts::TitleAndSummary),
            _ => self.note(path, 1, Fault::StrayFile),
        }
    }

    fn note(&mut self, file: &str, line: u32, fault: Fault) {
        self.findings.push(Finding { file: file.into(), line, fault });
    }

    fn outline<T>(
        &mut self,
        path: &str,
        text: &str,
        read: impl FnOnce(&mut Reader<'_>, &[outline::Node]) -> T,
    ) -> T {
        let (nodes, findings) = outline::parse(path, text);
        self.findings.extend(findings);
        let mut reader = Reader::new(path);
        let read = read(&mut reader, &nodes);
        self.findings.extend(reader.findings);
        read
    }

    fn catalogue(&mut self, path: &str, text: &str) {
        let icons = self.icons;
        match path {
            "groups.txt" => {
                let (groups, composites) =
                    self.outline(path, text, |reader, nodes| catalogue::groups(reader, nodes, icons));
                self.draft.curriculum.syllabus.groups = groups;
                self.draft.curriculum.syllabus.composites = composites;
            }
            "skills.txt" => {
                let skills =
                    self.outline(path, text, |reader, nodes| catalogue::skills(reader, nodes, icons));
                self.draft.skills = skills;
            }
            "profiles.txt" => {
                let profiles = self.outline(path, text, catalogue::profiles);
                self.draft.profiles = from_lines(path, profiles);
            }
            _ => {
                let read = self.frameworks_of(path, text);
                self.draft.frameworks.extend(read);
            }
        }
    }

    fn frameworks_of(&mut self, path: &str, text: &str) -> Vec<From<FrameworkDraft>> {
        let read = self.outline(path, text, frameworks::frameworks);
        read.into_iter().map(|value| From { file: path.into(), line: value.line, value }).collect()
    }

    fn course(&mut self, path: &str, text: &str) {
        let course = self.outline(path, text, catalogue::course);
        self.draft.courses.extend(course.map(|value| From { file: path.into(), line: value.line, value }));
    }

    fn path(&mut self, path: &str, stem: &str, text: &str) {
        let icons = self.icons;
        let draft = self.outline(path, text, |reader, nodes| paths::path(reader, nodes, icons));
        if let Some(name) = draft.as_ref().map(PathDraft::name).filter(|name| *name != stem) {
            self.note(path, 1, Fault::NameIsNotFile { name: name.into(), file: stem.into() });
        }
        self.draft.paths.extend(draft.map(|value| From { file: path.into(), line: value.line, value }));
    }

    fn blueprint(&mut self, path: &str, text: &str) {
        let read = self.outline(path, text, blueprints::blueprint);
        self.draft.blueprints.extend(from_lines(path, read.into_iter().collect()));
    }

    fn own_blueprint(&mut self, path: &str, text: &str) {
        let read = self.outline(path, text, blueprints::blueprint);
        self.draft.own_blueprints.extend(from_lines(path, read.into_iter().collect()));
    }

    fn items(&mut self, path: &str, stem: &str, text: &str) {
        let Some(skill) = SkillId::parse(stem) else {
            return self.note(path, 1, Fault::BadName { name: stem.into() });
        };
        let media = &self.source.media;
        let (icons, mut pictures) = (self.icons, Vec::new());
        let asset = |file: &str| asset_name("items", file);
        let items = self.outline(path, text, |reader, nodes| {
            let mut drawing = Drawing { reader, icons, asset: &asset, pictures: &mut pictures };
            items::items(&mut drawing, nodes, &skill, media)
        });
        for (line, picture) in pictures {
            self.picture(path, line, "items", &picture);
        }
        self.draft.items.extend(from_lines(path, items));
    }

    fn practice(&mut self, path: &str, stem: &str, text: &str) {
        let icons = self.icons;
        let asset = |file: &str| asset_name("practices", file);
        let draft = self.outline(path, text, |reader, nodes| {
            let draft = practices::practice(reader, nodes, icons, &asset)?;
            graph::check(reader, &draft);
            Some(draft)
        });
        let Some(draft) = draft else { return };
        let id = draft.practice.id.clone();
        if id.as_str() != stem {
            self.note(path, 1, Fault::NameIsNotFile { name: id.to_string(), file: stem.into() });
        }
        for (line, picture) in draft.pictures {
            self.picture(path, line, "practices", &picture);
        }
        let value = From { file: path.into(), line: draft.skill_line, value: draft.practice };
        self.draft.practices.insert(id, value);
    }

    fn drill(&mut self, path: &str, text: &str) {
        let icons = self.icons;
        let asset = |file: &str| asset_name("drills", file);
        let draft = self.outline(path, text, |reader, nodes| drills::drill(reader, nodes, icons, &asset));
        let Some(draft) = draft else { return };
        let (id, file) = (draft.message.id.clone(), path.rsplit('/').next().map_or(path, stem));
        if id.as_str() != file {
            self.note(path, 1, Fault::NameIsNotFile { name: id.to_string(), file: file.into() });
        }
        for (line, picture) in draft.pictures {
            self.picture(path, line, "drills", &picture);
        }
        let value = From { file: path.into(), line: draft.skill_line, value: draft.message };
        self.draft.drills.insert(id, value);
    }

    fn lesson(&mut self, path: &str, name: &str, text: &str, facts: Facts) {
        let Some(id) = LessonId::parse(name) else {
            return self.note(path, 1, Fault::BadName { name: name.into() });
        };
        let folder = format!("lessons/{name}");
        let mut reader = Reader::new(path);
        let draft = lessons::lesson(&mut reader, text, facts, &|file| asset_name(&folder, file));
        self.findings.extend(reader.findings);
        for (line, picture) in &draft.pictures {
            self.picture(path, *line, &folder, picture);
        }
        for (line, file) in &draft.recordings {
            if !self.source.media.contains(&format!("{folder}/{file}")) {
                self.note(path, *line, Fault::NoRecording { file: file.clone() });
            }
        }
        let lesson = self.draft.lessons.entry(id).or_default();
        let slot = if facts == Facts::All { &mut lesson.vi } else { &mut lesson.en };
        *slot = Some(draft);
    }

    fn picture(&mut self, path: &str, line: u32, folder: &str, picture: &str) {
        let found = self.source.pictures.get(&format!("{folder}/{picture}")).copied();
        match found {
            None => self.note(path, line, Fault::NoPicture { picture: picture.into() }),
            Some(bytes) if bytes > PICTURE_BYTES_MAX => {
                let fault = Fault::PictureTooBig { picture: picture.into(), bytes, most: PICTURE_BYTES_MAX };
                self.note(path, line, fault);
            }
            Some(_) => {}
        }
    }

    /// Puts the files together and checks what each says of the others.
    fn join(&mut self) -> Curriculum {
        let draft = core::mem::take(&mut self.draft);
        let mut curriculum = draft.curriculum;
        let both = [draft.frameworks, draft.own_frameworks];
        curriculum.frameworks = join_frameworks(&curriculum.syllabus, both, &mut self.findings);
        curriculum.places = join_places(&curriculum.frameworks, &draft.skills, &mut self.findings);
        curriculum.syllabus.skills = draft.skills.into_iter().map(|draft| draft.skill).collect();
        let both = [draft.profiles, draft.own_profiles];
        curriculum.syllabus.profiles = join_profiles(&curriculum, both, &mut self.findings);
        curriculum.items = self.unique_items(&curriculum, draft.items);
        self.blueprints(&mut curriculum, draft.blueprints);
        self.blueprints(&mut curriculum, draft.own_blueprints);
        curriculum.syllabus.tests = kinds(&curriculum);
        let practices = self.practices(&mut curriculum, draft.practices);
        join_drills(&mut curriculum, draft.drills, &mut self.findings);
        note_orphans(&draft.lessons, &practices, &mut self.findings);
        let cards = join_lessons(&mut curriculum, draft.lessons, &mut self.findings);
        for course in draft.courses {
            let course = self.join_course(&curriculum, &cards, course);
            curriculum.syllabus.courses.push(course);
        }
        join_paths(&mut curriculum.syllabus, draft.paths, &mut self.findings);
        curriculum
    }

    fn skill_exists(&mut self, curriculum: &Curriculum, file: &str, line: u32, skill: &SkillId) {
        if curriculum.syllabus.skill(skill).is_none() {
            self.note(file, line, Fault::Unknown { kind: "skill", name: skill.to_string() });
        }
    }

    fn unique_items(&mut self, curriculum: &Curriculum, items: Vec<From<Item>>) -> Vec<Item> {
        let mut seen = BTreeSet::new();
        for item in &items {
            self.skill_exists(curriculum, &item.file, item.line, &item.value.skill);
            if !seen.insert(item.value.id.clone()) {
                let fault = Fault::Duplicate { kind: "item", name: item.value.id.to_string() };
                self.note(&item.file, item.line, fault);
            }
        }
        items.into_iter().map(|item| item.value).collect()
    }

    fn framework_exists(&mut self, curriculum: &Curriculum, file: &str, line: u32, id: &FrameworkId) {
        if curriculum.framework(id).is_none() {
            self.note(file, line, Fault::Unknown { kind: "framework", name: id.to_string() });
        }
    }

    /// Adds blueprints; within one call no two may have the same name.
    fn blueprints(&mut self, curriculum: &mut Curriculum, blueprints: Vec<From<Blueprint>>) {
        let mut seen = BTreeSet::new();
        for From { file, line, value } in blueprints {
            self.framework_exists(curriculum, &file, line, &value.framework);
            self.names_of(curriculum, &file, line, &value);
            for part in &value.parts {
                self.skill_exists(curriculum, &file, line, &part.skill);
                let found = curriculum.items.iter().filter(|item| item.skill == part.skill).count();
                let least = usize::from(part.most);
                if found < least {
                    let fault = Fault::TooFewItems { skill: part.skill.to_string(), found, least };
                    self.note(&file, line, fault);
                }
            }
            if !seen.insert(value.card.id.clone()) {
                let fault = Fault::Duplicate { kind: "blueprint", name: value.card.id.to_string() };
                self.note(&file, line, fault);
            }
            curriculum.blueprints.insert(value.card.id.clone(), value);
        }
    }

    fn names_of(&mut self, curriculum: &Curriculum, file: &str, line: u32, blueprint: &Blueprint) {
        let groups = blueprint.groups.iter().filter(|group| curriculum.syllabus.group(group).is_none());
        for group in groups {
            self.note(file, line, Fault::Unknown { kind: "group", name: group.to_string() });
        }
        let profile = blueprint.profile.as_ref();
        if let Some(profile) = profile.filter(|profile| curriculum.syllabus.profile(profile).is_none()) {
            self.note(file, line, Fault::Unknown { kind: "profile", name: profile.to_string() });
        }
    }

    /// Adds the practices; the files of all of them.
    fn practices(
        &mut self,
        curriculum: &mut Curriculum,
        practices: BTreeMap<PracticeId, From<Practice>>,
    ) -> BTreeMap<PracticeId, String> {
        let mut files = BTreeMap::new();
        for (id, practice) in practices {
            self.skill_exists(curriculum, &practice.file, practice.line, &practice.value.skill);
            curriculum.practices.insert(id.clone(), practice.value);
            files.insert(id, practice.file);
        }
        files
    }

    fn join_course(
        &mut self,
        curriculum: &Curriculum,
        cards: &BTreeMap<LessonId, LessonCard>,
        course: From<CourseDraft>,
    ) -> Course {
        let From { file, value: draft, .. } = course;
        let mut lessons = Vec::new();
        for (line, id) in draft.lessons {
            match cards.get(&id) {
                Some(card) => lessons.push(card.clone()),
                None => self.note(&file, line, Fault::Unknown { kind: "lesson", name: id.to_string() }),
            }
        }
        let check = draft.check.and_then(|(line, id)| {
            let of_kind = |blueprint: &&Blueprint| blueprint.card.kind == TestKind::Check;
            let found =
                curriculum.blueprints.get(&id).filter(of_kind).map(|blueprint| blueprint.card.clone());
            if found.is_none() {
                self.note(&file, line, Fault::Unknown { kind: "check", name: id.to_string() });
            }
            found
        });
        Course { id: draft.id, title: draft.title, about: draft.about, lessons, check }
    }
}

/// The kinds of tests that there are, beside checks, which stand with their courses.
fn kinds(curriculum: &Curriculum) -> Vec<TestKind> {
    let there =
        |kind: &TestKind| curriculum.blueprints.values().any(|blueprint| blueprint.card.kind == *kind);
    TestKind::ALL.into_iter().filter(|kind| *kind != TestKind::Check).filter(there).collect()
}

fn stem(name: &str) -> &str {
    name.strip_suffix(".txt").unwrap_or(name)
}

fn from_lines<T>(path: &str, values: Vec<(u32, T)>) -> Vec<From<T>> {
    values.into_iter().map(|(line, value)| From { file: path.into(), line, value }).collect()
}
