//! A check: told before it starts, one question a page, explained at the end. Online only: the answers stay on the server.

use domain::assessment::{Attempt, Outcome, order};
use domain::content::{Blueprint, Curriculum, Item};
use domain::learning::{CheckMark, Learner};
use domain::standing::Rung;
use domain::text::Lang;
use maud::{Markup, html};

use super::course::next_step;
use crate::messages::Messages;
use crate::ui::{self, Choice, FormState};
use crate::urls::{self, Url};

/// A check before it starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckPage {
    /// Its name.
    pub title: String,
    /// What it is.
    pub about: String,
    /// How many questions.
    pub length: u16,
    /// Where the form goes.
    pub start: Url,
    /// Where an open attempt goes on.
    pub open: Option<Url>,
    /// The result of the last attempt.
    pub last: Option<Url>,
    /// From when on it may be tried again, in words, when that is later than now.
    pub wait_until: Option<String>,
}

impl CheckPage {
    /// The page of a check for a learner, as of `now`.
    #[must_use]
    pub fn of(check: &Blueprint, mark: &CheckMark, now: jiff::Timestamp, lang: Lang) -> Self {
        let id = check.card.id.as_str();
        let from = mark.last.as_ref().map(|last| check.again_from(last.at));
        let m = Messages(lang);
        Self {
            title: check.card.title.get(lang).to_owned(),
            about: check.card.about.get(lang).to_owned(),
            length: check.card.most,
            start: urls::check_start(id),
            open: mark
                .attempt
                .as_ref()
                .and_then(|attempt| attempt.open.as_ref())
                .map(|_| urls::check_question(id)),
            last: mark.last.as_ref().map(|_| urls::check_result(id)),
            wait_until: from.filter(|from| now < *from).map(|from| m.moment(from)),
        }
    }

    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, lang: Lang) -> Markup {
        let m = Messages(lang);
        html! {
            (ui::back(m, &urls::learn()))
            h1 { (self.title) }
            p { (self.about) }
            ul {
                li { (m.check_one_by_one(self.length)) }
                li { (m.check_no_clock()) }
                li { (m.check_no_harm()) }
            }
            div.actions {
                @match (&self.open, &self.wait_until) {
                    (Some(open), _) => { (ui::link_button(open, m.check_go_on())) }
                    (None, Some(until)) => { (ui::boxed(ui::Tone::Info, &html! { p { (m.check_wait(until)) } })) }
                    (None, None) => {
                        form #act method="post" action=(self.start) { (ui::button(m.check_begin())) }
                    }
                }
                @if let Some(last) = &self.last { (ui::link_secondary(last, m.check_see_last())) }
            }
        }
    }
}

/// The open question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionPage {
    /// This question of how many.
    pub step: (u16, u16),
    /// The id of the question, which the form carries.
    pub item: String,
    /// The question.
    pub ask: String,
    /// The answers, mixed: the value is the place shown, which tells nothing.
    pub choices: Vec<Choice>,
    /// Where the answer goes.
    pub url: Url,
    /// What is wrong with what was sent.
    pub form: FormState,
}

impl QuestionPage {
    /// The open question of an attempt; `None` when it is finished.
    #[must_use]
    pub fn of(
        check: &Blueprint,
        bank: &[Item],
        attempt: &Attempt,
        form: FormState,
        lang: Lang,
    ) -> Option<Self> {
        let open = attempt.open.as_ref()?;
        let item = bank.iter().find(|item| item.id == *open)?;
        let shown = shown_order(attempt, item);
        let choice = |(place, at): (usize, &u8)| {
            let text = item.choices.get(usize::from(*at))?.text.get(lang).to_owned();
            Some(Choice { value: place.to_string(), label: text, hint: String::new(), icon: String::new() })
        };
        Some(Self {
            step: (u16::try_from(attempt.given.len() + 1).unwrap_or(u16::MAX), check.card.most),
            item: item.id.to_string(),
            ask: item.ask.get(lang).to_owned(),
            choices: shown.iter().enumerate().filter_map(choice).collect(),
            url: urls::check_answer(check.card.id.as_str()),
            form,
        })
    }

    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, lang: Lang) -> Markup {
        let m = Messages(lang);
        let (step, of) = self.step;
        html! {
            (ui::steps(m, usize::from(step), usize::from(of)))
            (ui::error_summary(m, &self.form))
            form #act method="post" action=(self.url) {
                input type="hidden" name="item" value=(self.item);
                (ui::pick("choice", &html! { h1 { (self.ask) } }, &self.choices, &self.form))
                div.actions {
                    (ui::button(m.check_answer()))
                    (ui::link_quiet(&urls::learn(), m.run_leave()))
                }
            }
        }
    }
}

/// The place in the file of the answer shown at `place`.
#[must_use]
pub fn choice_shown_at(attempt: &Attempt, item: &Item, place: usize) -> Option<u8> {
    shown_order(attempt, item).get(place).copied()
}

fn shown_order(attempt: &Attempt, item: &Item) -> Vec<u8> {
    order(attempt.id, &item.id, u8::try_from(item.choices.len()).unwrap_or(u8::MAX))
}

/// What the answers show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultPage {
    /// The name of the check.
    pub title: String,
    /// Right answers of how many.
    pub right: (u16, u16),
    /// Whether every skill is passed.
    pub all: bool,
    /// Each skill: its name, its rung now, whether this check passed it.
    pub skills: Vec<(String, Option<Rung>, bool)>,
    /// Each answer, explained.
    pub answers: Vec<Explained>,
    /// The next step of the course.
    pub next: Option<(Url, String)>,
}

/// One answer, explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// The question.
    pub ask: String,
    /// What was answered, and why it is right or wrong.
    pub given: (String, String),
    /// When it was wrong: the right answer and why.
    pub right: Option<(String, String)>,
}

impl ResultPage {
    /// The result of the last finished attempt; `None` when there is none.
    #[must_use]
    pub fn of(curriculum: &Curriculum, check: &Blueprint, learner: &Learner, lang: Lang) -> Option<Self> {
        let mark = learner.workbook.checks.get(&check.card.id)?;
        let outcome = mark.last.as_ref()?;
        let attempt = mark.attempt.as_ref().filter(|attempt| attempt.open.is_none());
        let answers = attempt.map(|attempt| explain(curriculum, attempt, lang)).unwrap_or_default();
        let course = curriculum.syllabus.courses.first()?;
        Some(Self {
            title: check.card.title.get(lang).to_owned(),
            right: (outcome.right, outcome.asked),
            all: outcome.all,
            skills: skills(curriculum, check, learner, outcome, lang),
            answers,
            next: next_step(&curriculum.syllabus, course, learner, lang),
        })
    }

    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, lang: Lang) -> Markup {
        let m = Messages(lang);
        let (right, asked) = self.right;
        let (tone, title) =
            if self.all { (ui::Tone::Good, m.result_passed()) } else { (ui::Tone::Info, m.result_not_yet()) };
        html! {
            h1 { (self.title) }
            (ui::boxed(tone, &html! { h2 { (title) } p { (m.result_right(right, asked)) } }))
            h2 { (m.result_skills()) }
            @for (name, rung, passed) in &self.skills {
                (ui::row(m, name, *rung, if *passed { m.result_skill_passed() } else { m.result_skill_again() }))
            }
            @if let Some((url, label)) = &self.next {
                p.actions { (ui::link_button(url, label)) }
            }
            h2 { (m.result_answers()) }
            @for answer in &self.answers { (answer.card(m)) }
            p { (ui::link_quiet(&urls::learn(), m.lesson_to_course())) }
        }
    }
}

impl Explained {
    fn card(&self, m: Messages) -> Markup {
        let (given, because) = &self.given;
        html! {
            article.card {
                h3 { (self.ask) }
                p { strong { (if self.right.is_none() { m.result_your_right() } else { m.result_your_answer() }) ": " } (given) }
                p { (because) }
                @if let Some((answer, because)) = &self.right {
                    p { strong { (m.result_right_answer()) ": " } (answer) }
                    p { (because) }
                }
            }
        }
    }
}

fn skills(
    curriculum: &Curriculum,
    check: &Blueprint,
    learner: &Learner,
    outcome: &Outcome,
    lang: Lang,
) -> Vec<(String, Option<Rung>, bool)> {
    let line = |part: &domain::content::Part| {
        let skill = curriculum.syllabus.skill(&part.skill)?;
        let passed = outcome.passed.contains(&part.skill);
        Some((skill.title.get(lang).to_owned(), learner.book.rung(&part.skill), passed))
    };
    check.parts.iter().filter_map(line).collect()
}

fn explain(curriculum: &Curriculum, attempt: &Attempt, lang: Lang) -> Vec<Explained> {
    let one = |given: &domain::assessment::Given| {
        let item = curriculum.items.iter().find(|item| item.id == given.item)?;
        let chosen = item.choices.get(usize::from(given.choice))?;
        let pair = |choice: &domain::content::Choice| {
            (choice.text.get(lang).to_owned(), choice.because.get(lang).to_owned())
        };
        let right = item.choices.iter().find(|choice| choice.right).filter(|_| !given.right).map(pair);
        Some(Explained { ask: item.ask.get(lang).to_owned(), given: pair(chosen), right })
    };
    attempt.given.iter().filter_map(one).collect()
}
