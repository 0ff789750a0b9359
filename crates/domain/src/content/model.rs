//! What content is, once read.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use territory::UnitId;

use super::blueprint::{Blueprint, TestCard, TestKind};
use super::drill_message::DrillMessage;
use super::framework::{Framework, SkillPlace};
use super::item::Item;
use super::lesson::Lesson;
use super::phone::Practice;
use crate::ids::{
    BlueprintId, CourseId, DrillId, FrameworkId, GroupId, LessonId, PathId, PracticeId, ProfileId, SkillId,
};
use crate::standing::Rung;
use crate::text::Text;

/// Everything that can be learned here.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Curriculum {
    /// What is small and always at hand.
    pub syllabus: Syllabus,
    /// The lessons, by id. The service worker holds only those it has fetched.
    pub lessons: BTreeMap<LessonId, Lesson>,
    /// The practices, by id. The service worker holds only those it has fetched.
    pub practices: BTreeMap<PracticeId, Practice>,
    /// The messages to judge, in the order of their ids. The service worker holds all or none.
    #[serde(default)]
    pub drills: Vec<DrillMessage>,
    /// The questions. Never sent to a browser.
    #[serde(default, skip)]
    pub items: Vec<Item>,
    /// The blueprints of tests, by id. Never sent to a browser.
    #[serde(default, skip)]
    pub blueprints: BTreeMap<BlueprintId, Blueprint>,
    /// The frameworks, also the empty ones. Never sent to a browser.
    #[serde(default, skip)]
    pub frameworks: Vec<Framework>,
    /// The competences that each skill answers to. Never sent to a browser.
    #[serde(default, skip)]
    pub places: BTreeMap<SkillId, Vec<SkillPlace>>,
}

impl Curriculum {
    /// The blueprint of a kind that is meant most closely for a person of this group and province; of two as close the one
    /// whose name comes first.
    #[must_use]
    pub fn blueprint_for(
        &self,
        kind: TestKind,
        group: Option<&GroupId>,
        province: Option<UnitId>,
    ) -> Option<&Blueprint> {
        let of_kind = self.blueprints.values().filter(|blueprint| blueprint.card.kind == kind);
        let fitting = of_kind.filter_map(|blueprint| Some((blueprint.fits(group, province)?, blueprint)));
        fitting.rev().max_by_key(|(closeness, _)| *closeness).map(|(_, blueprint)| blueprint)
    }

    /// The messages to judge of a skill.
    #[must_use]
    pub fn drills_of(&self, skill: &SkillId) -> Vec<&DrillMessage> {
        self.drills.iter().filter(|message| message.skill == *skill).collect()
    }

    /// The message to judge of an id.
    #[must_use]
    pub fn drill(&self, id: &DrillId) -> Option<&DrillMessage> {
        self.drills.iter().find(|message| message.id == *id)
    }

    /// The framework of an id.
    #[must_use]
    pub fn framework(&self, id: &FrameworkId) -> Option<&Framework> {
        self.frameworks.iter().find(|framework| framework.id == *id)
    }
}

/// The small part of the curriculum: groups, skills, profiles, and courses as lists of cards.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Syllabus {
    /// The plain groups, in the order in which a person chooses.
    pub groups: Vec<Group>,
    /// Groups made of groups, such as adults.
    pub composites: Vec<Composite>,
    /// The skills.
    pub skills: Vec<Skill>,
    /// The profiles.
    pub profiles: Vec<Profile>,
    /// The courses, in the order in which the paths come to them.
    pub courses: Vec<Course>,
    /// The paths through them, in the order in which a person chooses.
    pub paths: Vec<Path>,
    /// The kinds of tests that there are, beside the checks of courses.
    pub tests: Vec<TestKind>,
    /// The skills that are drilled.
    pub drilled: Vec<SkillId>,
}

impl Syllabus {
    /// The skill of an id.
    #[must_use]
    pub fn skill(&self, id: &SkillId) -> Option<&Skill> {
        self.skills.iter().find(|skill| skill.id == *id)
    }

    /// The plain group of an id.
    #[must_use]
    pub fn group(&self, id: &GroupId) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == *id)
    }

    /// The title of a group, plain or composite.
    #[must_use]
    pub fn group_title(&self, id: &GroupId) -> Option<&Text> {
        let composite = || self.composites.iter().find(|group| group.id == *id).map(|group| &group.title);
        self.group(id).map(|group| &group.title).or_else(composite)
    }

    /// The profile that is asked of a group.
    #[must_use]
    pub fn profile_of(&self, group: &GroupId) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.group == *group)
    }

    /// The profile of an id.
    #[must_use]
    pub fn profile(&self, id: &ProfileId) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.id == *id)
    }

    /// The course of an id.
    #[must_use]
    pub fn course(&self, id: &CourseId) -> Option<&Course> {
        self.courses.iter().find(|course| course.id == *id)
    }

    /// The path of an id.
    #[must_use]
    pub fn path(&self, id: &PathId) -> Option<&Path> {
        self.paths.iter().find(|path| path.id == *id)
    }

    /// The courses of a path, in its order; all of them where there is no path.
    #[must_use]
    pub fn courses_of(&self, path: Option<&Path>) -> Vec<&Course> {
        match path {
            Some(path) => path.courses.iter().filter_map(|id| self.course(id)).collect(),
            None => self.courses.iter().collect(),
        }
    }

    /// The card of a lesson and the course it stands in.
    #[must_use]
    pub fn lesson(&self, id: &LessonId) -> Option<(&Course, &LessonCard)> {
        self.courses
            .iter()
            .find_map(|course| Some((course, course.lessons.iter().find(|card| card.id == *id)?)))
    }

    /// The card of the lesson that a practice belongs to, and the course it stands in.
    #[must_use]
    pub fn lesson_of_practice(&self, id: &PracticeId) -> Option<(&Course, &LessonCard)> {
        let is_of = |card: &&LessonCard| card.practice.as_ref().is_some_and(|practice| practice.id == *id);
        self.courses.iter().find_map(|course| Some((course, course.lessons.iter().find(is_of)?)))
    }

    /// The groups in which a person of one plain group counts: it and the composites over it, sorted.
    #[must_use]
    pub fn groups_with(&self, group: &GroupId) -> Vec<GroupId> {
        let over = self.composites.iter().filter(|composite| composite.any_of.contains(group));
        let mut all: Vec<GroupId> = Vec::new();
        for id in over.map(|composite| &composite.id).chain([group]) {
            all.insert(all.partition_point(|other| other < id), id.clone());
        }
        all
    }
}

/// A group that a person may choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// Its name.
    pub title: Text,
    /// Who is meant.
    pub about: Text,
    /// Its icon.
    pub icon: String,
}

/// A group made of groups; whoever is in any of them counts once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Composite {
    /// Its id.
    pub id: GroupId,
    /// Its name.
    pub title: Text,
    /// The groups it is made of.
    pub any_of: Vec<GroupId>,
    /// How this differs from an official definition.
    pub note: Text,
}

/// Something a person can learn to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skill {
    /// Its id.
    pub id: SkillId,
    /// Its name.
    pub title: Text,
    /// A very short name.
    pub short: Text,
    /// “I can …”.
    pub can: Text,
    /// Its icon.
    pub icon: String,
}

/// What is asked of a group: skills and the rung of each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Its id.
    pub id: ProfileId,
    /// Its name.
    pub title: Text,
    /// Of whom it is asked.
    pub group: GroupId,
    /// Whose it is and what it is not.
    pub note: Text,
    /// Whose words it speaks.
    pub framework: FrameworkId,
    /// How long a certificate of it is valid.
    pub valid_months: u16,
    /// The skills and the rung that each must reach.
    pub demands: Vec<(SkillId, Rung)>,
}

/// A course: a few lessons and a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// Its id.
    pub id: CourseId,
    /// Its name.
    pub title: Text,
    /// What it is for.
    pub about: Text,
    /// Its lessons, in order.
    pub lessons: Vec<LessonCard>,
    /// Its check.
    pub check: Option<TestCard>,
}

/// A path: courses in order for an audience.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Path {
    /// Its id.
    pub id: PathId,
    /// For whom it is.
    pub title: Text,
    /// One sentence.
    pub about: Text,
    /// Its icon.
    pub icon: String,
    /// The plain groups to which it is suggested.
    pub groups: Vec<GroupId>,
    /// Its courses, in order.
    pub courses: Vec<CourseId>,
}

/// What a list shows of a lesson.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonCard {
    /// The lesson.
    pub id: LessonId,
    /// Its name.
    pub title: Text,
    /// One sentence.
    pub summary: Text,
    /// How long it takes.
    pub minutes: u16,
    /// The skill it teaches.
    pub skill: SkillId,
    /// How many screens it has.
    pub screens: u16,
    /// Its practice.
    pub practice: Option<PracticeCard>,
}

/// What a list shows of a practice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PracticeCard {
    /// The practice.
    pub id: PracticeId,
    /// Its name.
    pub title: Text,
    /// What the person will have done.
    pub goal: Text,
}
