//! What the answers show: skill by skill, in words and a picture, with what to learn next. Figures stand behind a fold.

use domain::assessment::{Assurance, Attempt, Band, Basis, Ending, Manner, Outcome, PartResult};
use domain::content::{Blueprint, Course, Curriculum, TestKind};
use domain::ids::SkillId;
use domain::learning::Learner;
use domain::text::Lang;
use maud::{Markup, html};

use super::explained::Explained;
use crate::frame::{Frame, layout};
use crate::learning::next_step;
use crate::messages::Messages;
use crate::ui::{self, Tone, icon};
use crate::urls::{self, Url};

/// What the answers show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultPage {
    /// The name of the test.
    pub title: String,
    /// What it is for.
    pub kind: TestKind,
    /// In which way it ended.
    pub ending: Ending,
    /// Whether every skill is passed.
    pub all: bool,
    /// Of a diagnosis: the lesson to begin with; its address and name.
    pub begin_at: Option<(Url, String)>,
    /// Whether that is the first lesson of the course.
    pub is_first: bool,
    /// Skill by skill; empty when the attempt showed nothing.
    pub skills: Vec<SkillLine>,
    /// Whether somebody watched.
    pub assurance: Assurance,
    /// How the questions reached the person.
    pub manner: Manner,
    /// Each answer, explained; empty where that would give the questions away.
    pub answers: Vec<Explained>,
    /// The next step of the course.
    pub next: Option<(Url, String)>,
    /// Where it can be tried again at once.
    pub again: Option<Url>,
    /// The figures behind the fold, line by line.
    pub figures: Vec<String>,
}

/// What was shown of a skill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillLine {
    /// Its name.
    pub name: String,
    /// How far.
    pub band: Band,
    /// Whether it was passed.
    pub passed: bool,
    /// The lesson that teaches it, when it is worth learning more: address and name.
    pub learn: Option<(Url, String)>,
}

impl ResultPage {
    /// The result of the last ended attempt; `None` when there is none. `attempt` is that attempt, where it is still kept.
    #[must_use]
    pub fn of(
        curriculum: &Curriculum,
        blueprint: &Blueprint,
        learner: &Learner,
        attempt: Option<&Attempt>,
        lang: Lang,
    ) -> Option<Self> {
        let outcome = learner.workbook.tests.get(&blueprint.card.id)?.last.as_ref()?;
        let is_its_check =
            |course: &&Course| course.check.as_ref().is_some_and(|check| check.id == blueprint.card.id);
        let course = curriculum.syllabus.courses.iter().find(is_its_check);
        let kind = blueprint.card.kind;
        let end = attempt.and_then(|attempt| attempt.end.as_ref());
        let shows = outcome.ending.proves();
        let parts = end.map(|end| end.parts.as_slice()).unwrap_or_default();
        let begin_at = end.and_then(|end| end.advice.as_ref()).and_then(|advice| advice.lesson.as_ref());
        let (first, card) = begin_at.and_then(|lesson| curriculum.syllabus.lesson(lesson)).unzip();
        let is_check = kind == TestKind::Check;
        Some(Self {
            title: blueprint.card.title.get(lang).to_owned(),
            kind,
            ending: outcome.ending,
            all: outcome.all,
            begin_at: card.map(|card| (urls::lesson(card.id.as_str(), 1), card.title.get(lang).to_owned())),
            is_first: first.is_some_and(|course| course.lessons.first().map(|first| &first.id) == begin_at),
            skills: parts.iter().filter(|_| shows).map(|part| skill(curriculum, part, lang)).collect(),
            assurance: attempt.map_or(Assurance::SelfTaken, Attempt::assurance),
            manner: attempt.map_or(Manner::OnScreen, |attempt| attempt.manner),
            answers: attempt.filter(|_| is_check).map(|it| explain(curriculum, it, lang)).unwrap_or_default(),
            next: next_step(&curriculum.syllabus, course, learner, lang),
            again: (!outcome.ending.counts()).then(|| urls::check(blueprint.card.id.as_str())),
            figures: figures(curriculum, blueprint, outcome, attempt, lang),
        })
    }

    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            h1 { (self.title) }
            (self.headline(m))
            @if !self.skills.is_empty() {
                h2 { (m.result_skills()) }
                @for line in &self.skills { (line.row(m, self.kind)) }
            }
            p.muted.small { (self.how(m)) }
            (self.ways_on(m))
            @if !self.figures.is_empty() {
                details {
                    summary { (m.figures_title()) }
                    ul { @for line in &self.figures { li { (line) } } }
                }
            }
            @if !self.answers.is_empty() {
                h2 { (m.result_answers()) }
                @for answer in &self.answers { (answer.card(m)) }
            }
            p { (ui::link_quiet(&urls::learn(), m.lesson_to_course())) }
        }
    }

    fn headline(&self, m: Messages) -> Markup {
        let (tone, title, about) = match (self.ending, self.kind) {
            (Ending::InHaste, _) => (Tone::Info, m.result_haste().to_owned(), m.result_haste_about()),
            (Ending::AtRandom, _) => (Tone::Info, m.result_random().to_owned(), m.result_random_about()),
            (Ending::GivenUp, _) => (Tone::Info, m.result_given_up().to_owned(), m.result_given_up_about()),
            (Ending::Withdrawn, _) => {
                (Tone::Info, m.result_withdrawn().to_owned(), m.result_withdrawn_about())
            }
            (_, TestKind::Diagnosis) => self.where_to_begin(m),
            (_, _) if self.all => (Tone::Good, m.result_passed().to_owned(), m.result_passed_about()),
            (Ending::TimeOver, _) => {
                (Tone::Info, m.result_time_over().to_owned(), m.result_time_over_about())
            }
            (Ending::Completed, _) => (Tone::Info, m.result_not_yet().to_owned(), m.result_not_yet_about()),
        };
        ui::boxed(tone, &html! { h2 { (title) } p { (about) } })
    }

    fn where_to_begin(&self, m: Messages) -> (Tone, String, &'static str) {
        match &self.begin_at {
            Some(_) if self.is_first => {
                (Tone::Good, m.result_begin_first().to_owned(), m.result_begin_first_about())
            }
            Some((_, lesson)) => (Tone::Good, m.result_begin_at(lesson), m.result_begin_about()),
            None => (Tone::Good, m.result_knows_all().to_owned(), m.result_knows_all_about()),
        }
    }

    fn how(&self, m: Messages) -> Markup {
        let assurance = match self.assurance {
            Assurance::SelfTaken => m.watched_by_nobody(),
            Assurance::Supervised => m.watched_in_sitting(),
        };
        html! {
            @if self.kind.proves() && self.ending.proves() { (assurance) " " }
            @match self.manner {
                Manner::OnScreen => {}
                Manner::ReadAloud => { (m.manner_note_read()) }
                Manner::Oral => { (m.manner_note_oral()) }
            }
        }
    }

    fn ways_on(&self, m: Messages) -> Markup {
        let begin = self.begin_at.as_ref().map(|(url, _)| (url.clone(), m.begin().to_owned()));
        html! {
            div.actions {
                @match (&self.again, begin.as_ref().or(self.next.as_ref())) {
                    (Some(again), _) => { (ui::link_button(again, m.result_try_again())) }
                    (None, Some((url, label))) => { (ui::link_button(url, label)) }
                    (None, None) => {}
                }
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        layout(frame, &self.title, &self.main(frame.messages()), &[])
    }

    /// A check that was not passed, with answers; an examination passed in a sitting; a diagnosis; one in haste; one given up.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let m = Messages(lang);
        let learn = |lesson: &str, title: &str| Some((urls::lesson(lesson, 1), title.to_owned()));
        let line = |name: &str, band: Band, passed: bool, learn: Option<(Url, String)>| SkillLine {
            name: name.into(),
            band,
            passed,
            learn,
        };
        let skills = vec![
            line("Điện thoại và mạng", Band::Firm, true, None),
            line("Tài khoản định danh VNeID", Band::Near, true, None),
            line(
                "Cổng Dịch vụ công quốc gia",
                Band::OnTheWay,
                false,
                learn("public-services", "Nộp hồ sơ trên mạng"),
            ),
            line("Nhận ra lừa đảo", Band::Begin, false, learn("spot-scam", "Nhận ra lừa đảo")),
        ];
        let answers = Explained::samples();
        let check = Self {
            title: "Kiểm tra bốn bài đầu tiên".into(),
            kind: TestKind::Check,
            ending: Ending::Completed,
            all: false,
            begin_at: None,
            is_first: false,
            skills: skills.clone(),
            assurance: Assurance::SelfTaken,
            manner: Manner::OnScreen,
            answers,
            next: Some((urls::lesson("public-services", 1), m.course_next_lesson("Nộp hồ sơ trên mạng"))),
            again: None,
            figures: vec![
                m.figures_right(6, 10),
                m.figures_ability(&m.milli(-310), &m.milli(520), &m.milli(-500)),
                m.figures_starting().to_owned(),
            ],
        };
        let firm =
            |line: &SkillLine| SkillLine { band: Band::Firm, passed: true, learn: None, ..line.clone() };
        let exam = Self {
            kind: TestKind::Examination,
            all: true,
            skills: skills.iter().map(firm).collect(),
            assurance: Assurance::Supervised,
            manner: Manner::Oral,
            answers: Vec::new(),
            next: Some((urls::certificate_ask(), m.course_next_certificate().to_owned())),
            ..check.clone()
        };
        let diagnosis = Self {
            kind: TestKind::Diagnosis,
            begin_at: learn("public-services", "Nộp hồ sơ trên mạng"),
            answers: Vec::new(),
            ..check.clone()
        };
        let nothing = |ending| Self {
            ending,
            skills: Vec::new(),
            again: (!ending.counts()).then(|| urls::check("first-steps")),
            ..exam.clone()
        };
        vec![
            check.clone(),
            exam.clone(),
            diagnosis,
            nothing(Ending::InHaste),
            nothing(Ending::AtRandom),
            nothing(Ending::GivenUp),
        ]
    }
}

impl SkillLine {
    fn row(&self, m: Messages, kind: TestKind) -> Markup {
        let passed = if kind == TestKind::Diagnosis { m.skill_shown() } else { m.skill_passed() };
        html! {
            div.rung.level {
                (ui::bars(self.band.bars()))
                span {
                    b { (self.name) }
                    small {
                        (m.band(self.band))
                        @if self.passed { " · " (icon("circle-check")) (passed) }
                    }
                    @if let Some((url, title)) = &self.learn {
                        a.quiet href=(url) {
                            (if self.band == Band::Begin { m.result_again() } else { m.result_more() }) " " (title)
                        }
                    }
                }
            }
        }
    }
}

fn skill(curriculum: &Curriculum, part: &PartResult, lang: Lang) -> SkillLine {
    let cards = curriculum.syllabus.courses.iter().flat_map(|course| &course.lessons);
    let card = cards.into_iter().find(|card| card.skill == part.skill && !part.passed);
    SkillLine {
        name: name(curriculum, &part.skill, lang),
        band: part.band,
        passed: part.passed,
        learn: card.map(|card| (urls::lesson(card.id.as_str(), 1), card.title.get(lang).to_owned())),
    }
}

fn name(curriculum: &Curriculum, skill: &SkillId, lang: Lang) -> String {
    curriculum.syllabus.skill(skill).map_or_else(String::new, |skill| skill.title.get(lang).to_owned())
}

fn explain(curriculum: &Curriculum, attempt: &Attempt, lang: Lang) -> Vec<Explained> {
    let one = |given: &domain::assessment::Given| {
        let item = curriculum.items.iter().find(|item| item.id == given.item)?;
        Explained::of(item, given, lang)
    };
    attempt.given.iter().filter_map(one).collect()
}

fn figures(
    curriculum: &Curriculum,
    blueprint: &Blueprint,
    outcome: &Outcome,
    attempt: Option<&Attempt>,
    lang: Lang,
) -> Vec<String> {
    let m = Messages(lang);
    if outcome.asked == 0 {
        return Vec::new();
    }
    let (theta, se) = (m.milli(outcome.theta_milli), m.milli(outcome.se_milli));
    let cut = attempt.map_or(blueprint.cut_milli, |attempt| attempt.rules.cut_milli);
    let mut lines = vec![m.figures_right(outcome.right, outcome.asked)];
    let Some(attempt) = attempt else { return lines };
    let parts = attempt.end.as_ref().map(|end| end.parts.as_slice()).unwrap_or_default();
    lines.extend(
        parts
            .iter()
            .map(|part| m.figures_skill(&name(curriculum, &part.skill, lang), part.right, part.asked)),
    );
    lines.push(m.figures_ability(&theta, &se, &m.milli(cut)));
    if attempt.given.iter().any(|given| !given.scored) {
        lines.push(m.figures_pretest().to_owned());
    }
    lines.push(match attempt.rules.basis {
        Basis::Starting => m.figures_starting().to_owned(),
        Basis::Calibrated => m.figures_calibrated().to_owned(),
    });
    lines.push(m.figures_bank(attempt.bank));
    lines
}
