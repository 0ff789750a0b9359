//! Lessons put together: the two languages of each, its skill, its practice.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::{Fault, Finding};
use super::lesson::{Answer, Block, Lesson, LessonScreen, Page};
use super::lessons::{Draft, Front};
use super::model::{Curriculum, LessonCard, PracticeCard};
use super::version::Version;
use crate::ids::{LessonId, PracticeId};
use crate::text::Text;

/// A lesson of which perhaps not every language was found yet.
#[derive(Default)]
pub(super) struct LessonDraft {
    pub(super) vi: Option<Draft>,
    pub(super) en: Option<Draft>,
}

impl LessonDraft {
    fn practice(&self) -> Option<&PracticeId> {
        self.vi.as_ref()?.front.practice.as_ref().map(|(_, practice)| practice)
    }
}

/// Adds the lessons to the curriculum; their cards, also of those that no course has.
pub(super) fn join_lessons(
    curriculum: &mut Curriculum,
    drafts: BTreeMap<LessonId, LessonDraft>,
    findings: &mut Vec<Finding>,
) -> BTreeMap<LessonId, LessonCard> {
    let mut cards = BTreeMap::new();
    for (id, draft) in drafts {
        let (vi, en) = match (draft.vi, draft.en) {
            (Some(vi), Some(en)) => (vi, en),
            (vi, _) => {
                let lang = if vi.is_none() { "vi" } else { "en" };
                findings.push(finding(&id, lang, 1, Fault::NoLanguage { lang }));
                continue;
            }
        };
        let screens = screens(&id, vi.pages, en.pages, findings);
        if let Some(card) = card(curriculum, &id, [vi.front, en.front], screens.len(), findings) {
            let (title, skill) = (card.title.clone(), card.skill.clone());
            cards.insert(id.clone(), card);
            let lesson = Lesson { id: id.clone(), version: Version::default(), title, skill, screens };
            curriculum.lessons.insert(id, lesson.sealed());
        }
    }
    cards
}

/// Notes the practices that no lesson names: nobody would find them. `files` says where each practice stands.
pub(super) fn note_orphans(
    lessons: &BTreeMap<LessonId, LessonDraft>,
    files: &BTreeMap<PracticeId, String>,
    findings: &mut Vec<Finding>,
) {
    let named: BTreeSet<_> = lessons.values().filter_map(LessonDraft::practice).collect();
    for (id, file) in files.iter().filter(|(id, _)| !named.contains(id)) {
        let fault = Fault::Orphan { practice: id.to_string() };
        findings.push(Finding { file: file.clone(), line: 1, fault });
    }
}

fn finding(id: &LessonId, lang: &str, line: u32, fault: Fault) -> Finding {
    Finding { file: format!("lessons/{id}/{lang}.md"), line, fault }
}

fn screens(id: &LessonId, vi: Vec<Page>, en: Vec<Page>, findings: &mut Vec<Finding>) -> Vec<LessonScreen> {
    if vi.len() != en.len() {
        findings.push(finding(id, "en", 1, Fault::ScreensDiffer { vi: vi.len(), en: en.len() }));
    }
    if vi.is_empty() {
        findings.push(finding(id, "vi", 1, Fault::TooFewScreens { found: 0, least: 1 }));
    }
    let screens: Vec<_> = vi.into_iter().zip(en).map(|(vi, en)| LessonScreen { vi, en }).collect();
    for (number, screen) in (1..).zip(&screens) {
        if keys(&screen.vi) != keys(&screen.en) {
            findings.push(finding(id, "en", 1, Fault::QuestionsDiffer { screen: number }));
        }
    }
    screens
}

/// Of each question of a screen, which of its answers is right.
fn keys(page: &Page) -> Vec<Vec<bool>> {
    let key = |answers: &Vec<Answer>| answers.iter().map(|answer| answer.right).collect();
    let questions = page.blocks.iter().filter_map(|block| match block {
        Block::Question { answers, .. } => Some(key(answers)),
        _ => None,
    });
    questions.collect()
}

fn card(
    curriculum: &Curriculum,
    id: &LessonId,
    [vi, en]: [Front; 2],
    screens: usize,
    findings: &mut Vec<Finding>,
) -> Option<LessonCard> {
    let (line, skill) = vi.skill?;
    let mut unknown =
        |line, kind, name| findings.push(finding(id, "vi", line, Fault::Unknown { kind, name }));
    if curriculum.syllabus.skill(&skill).is_none() {
        unknown(line, "skill", skill.to_string());
    }
    let practice = vi.practice.and_then(|(line, practice)| {
        let found = curriculum.practices.get(&practice);
        if found.is_none() {
            unknown(line, "practice", practice.to_string());
        }
        found.map(|found| PracticeCard { id: practice, title: found.title.clone(), goal: found.goal.clone() })
    });
    Some(LessonCard {
        id: id.clone(),
        title: Text::new(vi.title, en.title),
        summary: Text::new(vi.summary, en.summary),
        minutes: vi.minutes?,
        skill,
        screens: u16::try_from(screens).unwrap_or(u16::MAX),
        practice,
    })
}
