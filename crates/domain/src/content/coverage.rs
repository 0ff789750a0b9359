//! What there is to learn for each competence of a framework, level by level.

use std::collections::BTreeSet;

use super::framework::{Code, Framework, SkillPlace};
use super::model::Curriculum;
use crate::ids::SkillId;
use crate::text::Text;

impl Curriculum {
    /// The framework that the skills speak of: that of the first.
    #[must_use]
    pub fn spoken_framework(&self) -> Option<&Framework> {
        self.places.values().flatten().next().and_then(|place| self.framework(&place.place.framework))
    }
}

/// How much there is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Lessons.
    pub lessons: u32,
    /// Practices.
    pub practices: u32,
    /// Questions.
    pub items: u32,
    /// Messages to judge.
    pub drills: u32,
}

impl Counts {
    /// Whether something of a kind is missing. Messages to judge are not missed: few skills want them.
    #[must_use]
    pub const fn has_gap(self) -> bool {
        self.lessons == 0 || self.practices == 0 || self.items == 0
    }

    /// Whether there is nothing at all.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.lessons == 0 && self.practices == 0 && self.items == 0 && self.drills == 0
    }

    const fn plus(self, other: Self) -> Self {
        Self {
            lessons: self.lessons + other.lessons,
            practices: self.practices + other.practices,
            items: self.items + other.items,
            drills: self.drills + other.drills,
        }
    }
}

/// What there is for a framework.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// How many levels each stage has; one stage of one level where the framework has none.
    pub stages: Vec<usize>,
    /// Domain by domain.
    pub domains: Vec<CoverageDomain>,
}

/// A domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageDomain {
    /// Its code.
    pub code: Code,
    /// Its name.
    pub title: Text,
    /// Its competences.
    pub lines: Vec<CoverageLine>,
}

/// A competence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageLine {
    /// Its code.
    pub code: Code,
    /// Its name.
    pub title: Text,
    /// What there is, level by level.
    pub levels: Vec<Counts>,
}

impl Coverage {
    /// Counts what the curriculum holds for a framework. A lesson and a practice stand at the level at which their skill
    /// answers to the competence, a question at its own level. A skill that answers to another framework counts for the
    /// competences that are the same, when both frameworks have as many levels.
    #[must_use]
    pub fn of(curriculum: &Curriculum, framework: &Framework) -> Self {
        let stages: Vec<usize> = framework.stages.iter().map(|stage| stage.levels.len()).collect();
        let stages = if stages.is_empty() { vec![1] } else { stages };
        let levels: usize = stages.iter().sum();
        let mut domains: Vec<CoverageDomain> = framework.domains.iter().map(|it| empty(it, levels)).collect();
        for (skill, places) in &curriculum.places {
            let mut reached: BTreeSet<Code> = BTreeSet::new();
            for (code, level) in places.iter().flat_map(|place| answers(curriculum, framework, place)) {
                let lines = domains.iter_mut().flat_map(|domain| &mut domain.lines);
                let line = lines.into_iter().find(|line| line.code == code);
                if let Some(line) = line.filter(|_| reached.insert(code)) {
                    add(&mut line.levels, &of_skill(curriculum, skill, level, levels));
                }
            }
        }
        Self { stages, domains }
    }

    /// All competences.
    pub fn lines(&self) -> impl Iterator<Item = &CoverageLine> {
        self.domains.iter().flat_map(|domain| &domain.lines)
    }

    /// What there is for a competence in a stage, from 0.
    #[must_use]
    pub fn in_stage(&self, line: &CoverageLine, stage: usize) -> Counts {
        let before: usize = self.stages.iter().take(stage).sum();
        let here = self.stages.get(stage).copied().unwrap_or(0);
        line.levels.iter().skip(before).take(here).fold(Counts::default(), |sum, one| sum.plus(*one))
    }

    /// How many competences have a lesson in a stage, and how many there are.
    #[must_use]
    pub fn with_lesson(&self, stage: usize) -> (usize, usize) {
        let with = self.lines().filter(|line| self.in_stage(line, stage).lessons > 0).count();
        (with, self.lines().count())
    }

    /// How many competences lack something in a stage.
    #[must_use]
    pub fn with_gap(&self, stage: usize) -> usize {
        self.lines().filter(|line| self.in_stage(line, stage).has_gap()).count()
    }
}

fn empty(domain: &super::framework::Domain, levels: usize) -> CoverageDomain {
    let line = |competence: &super::framework::Competence| CoverageLine {
        code: competence.code.clone(),
        title: competence.title.clone(),
        levels: vec![Counts::default(); levels],
    };
    CoverageDomain {
        code: domain.code.clone(),
        title: domain.title.clone(),
        lines: domain.competences.iter().map(line).collect(),
    }
}

/// The competences of a framework that a place is, each with the number of its level.
fn answers(curriculum: &Curriculum, framework: &Framework, at: &SkillPlace) -> Vec<(Code, usize)> {
    let Some(own) = curriculum.framework(&at.place.framework) else { return Vec::new() };
    let level = at.level.as_ref().map_or(Some(0), |level| own.level_number(level)).unwrap_or(0);
    if own.id == framework.id {
        return vec![(at.place.code.clone(), level)];
    }
    if own.levels().count() != framework.levels().count() {
        return Vec::new();
    }
    let there = own.competence(&at.place.code).into_iter().flat_map(|competence| &competence.same_as);
    let there = there.filter(|place| place.framework == framework.id).map(|place| place.code.clone());
    let back = framework.competences().filter(|competence| competence.same_as.contains(&at.place));
    there.chain(back.map(|competence| competence.code.clone())).map(|code| (code, level)).collect()
}

/// What there is for a skill: lessons, practices and messages to judge at `level`, questions at their own.
fn of_skill(curriculum: &Curriculum, skill: &SkillId, level: usize, levels: usize) -> Vec<Counts> {
    let mut counts = vec![Counts::default(); levels];
    let cards = curriculum.syllabus.courses.iter().flat_map(|course| &course.lessons);
    let lessons: BTreeSet<_> = cards.filter(|card| card.skill == *skill).map(|card| &card.id).collect();
    let practices = curriculum.practices.values().filter(|practice| practice.skill == *skill).count();
    if let Some(here) = counts.get_mut(level) {
        here.lessons = small(lessons.len());
        here.practices = small(practices);
        here.drills = small(curriculum.drills_of(skill).len());
    }
    for item in curriculum.items.iter().filter(|item| item.skill == *skill) {
        let own = usize::from(item.level.saturating_sub(1)).min(levels - 1);
        counts[own].items += 1;
    }
    counts
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn add(sums: &mut [Counts], more: &[Counts]) {
    for (sum, one) in sums.iter_mut().zip(more) {
        *sum = sum.plus(*one);
    }
}
