//! A test before it starts: what, how long, what helps.

use domain::assessment::{Attempt, Manner, Refused, retest};
use domain::content::{Blueprint, Supervision, TestKind};
use domain::learning::TestMark;
use domain::text::Lang;
use jiff::Timestamp;
use maud::{Markup, html};

use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, Choice, FormState, Tone, icon};
use crate::urls::{self, Url};

/// A test before it starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestPage {
    /// Its name.
    pub title: String,
    /// What it is.
    pub about: String,
    /// What it is for.
    pub kind: TestKind,
    /// At least and at most so many questions.
    pub questions: (u16, u16),
    /// How long it may take.
    pub minutes: Option<u16>,
    /// Where the form goes.
    pub start: Url,
    /// Where an open attempt goes on, and how many answers are saved.
    pub open: Option<(Url, usize)>,
    /// The result of the last attempt.
    pub last: Option<Url>,
    /// Why it can't begin now.
    pub wait: Option<Again>,
    /// Whether somebody watches.
    pub supervision: Supervision,
}

/// Why a test can't begin now, with the day from which on it can, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Again {
    /// It was done a short while ago.
    Soon(String),
    /// All attempts of the year are used.
    Year(u16, String),
}

impl TestPage {
    /// The page of a test for a learner with these attempts, the newest first, as of `now`.
    #[must_use]
    pub fn of(blueprint: &Blueprint, mark: &TestMark, past: &[Attempt], now: Timestamp, lang: Lang) -> Self {
        let id = blueprint.card.id.as_str();
        let m = Messages(lang);
        let open = past.iter().find(|it| it.blueprint == blueprint.card.id && it.is_open());
        let wait = match retest(blueprint, past, now) {
            Err(Refused::TooSoon { from }) => Some(Again::Soon(m.moment(from))),
            Err(Refused::EnoughThisYear { from }) => {
                Some(Again::Year(blueprint.a_year.unwrap_or_default(), m.day_of(from)))
            }
            _ => None,
        };
        let pretest = u16::from(blueprint.pretest);
        Self {
            title: blueprint.card.title.get(lang).to_owned(),
            about: blueprint.card.about.get(lang).to_owned(),
            kind: blueprint.card.kind,
            questions: (blueprint.card.least + pretest, blueprint.card.most + pretest),
            minutes: blueprint.minutes,
            start: urls::check_start(id),
            open: open.map(|attempt| (urls::check_question(id), attempt.given.len())),
            last: mark.last.as_ref().map(|_| urls::check_result(id)),
            wait,
            supervision: blueprint.supervision,
        }
    }

    /// Whether the page holds the form that begins.
    #[must_use]
    pub fn can_begin(&self) -> bool {
        self.open.is_none() && self.wait.is_none() && self.supervision != Supervision::Required
    }

    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            (ui::back(m, &urls::learn()))
            h1 { (self.title) }
            p.lead { (self.about) }
            h2 { (m.test_what()) }
            ul.ticks { @for line in self.lines(m) { li { (icon("circle-check")) span { (line) } } } }
            @if self.can_begin() { (self.helps(m)) (self.form(m)) } @else { (self.ways_on(m)) }
            @if let Some(last) = &self.last { div.actions { (ui::link_secondary(last, m.test_see_last())) } }
            @if self.supervision == Supervision::Optional { p.muted { (m.test_also_supervised()) } }
        }
    }

    fn lines(&self, m: Messages) -> Vec<String> {
        let (least, most) = self.questions;
        let count = if least == most { m.test_count(most) } else { m.test_count_between(least, most) };
        let clock =
            self.minutes.map_or_else(|| m.test_no_clock().to_owned(), |minutes| m.test_clock(minutes));
        let aim = match self.kind {
            TestKind::Diagnosis => m.test_diagnosis_for(),
            TestKind::Check => m.test_no_harm(),
            TestKind::Examination => m.test_exam_for(),
        };
        vec![count, clock, m.test_saved().to_owned(), aim.to_owned()]
    }

    fn helps(&self, m: Messages) -> Markup {
        html! {
            details {
                summary { (m.test_helps()) }
                ul {
                    li { (m.test_help_slow()) }
                    li { (m.test_help_quiet()) }
                    li { (m.test_help_alone()) }
                }
            }
        }
    }

    fn form(&self, m: Messages) -> Markup {
        let choice = |manner: Manner| Choice {
            value: manner.as_str().into(),
            label: m.manner(manner).into(),
            hint: if manner == Manner::OnScreen { String::new() } else { m.manner_helped_hint().into() },
            icon: String::new(),
        };
        let chosen = FormState::default().keep("manner", Manner::OnScreen.as_str());
        let choices = Manner::ALL.map(choice);
        html! {
            form #act method="post" action=(self.start) {
                (ui::pick("manner", &html! { h2 { (m.manner_title()) } }, &choices, &chosen))
                @if self.minutes.is_some() { (more_time(m)) }
                div.actions { (ui::button(m.test_begin())) }
            }
        }
    }

    fn ways_on(&self, m: Messages) -> Markup {
        html! {
            @match (&self.open, &self.wait) {
                (Some((url, answered)), _) => {
                    @if *answered > 0 { p.saved { (icon("circle-check")) (m.test_go_on_saved(*answered)) } }
                    div.actions { (ui::link_button(url, m.test_go_on())) }
                }
                (None, Some(Again::Soon(until))) => { (told(&m.test_wait(until))) }
                (None, Some(Again::Year(most, until))) => { (told(&m.test_wait_year(*most, until))) }
                (None, None) => { (told(m.test_only_supervised())) }
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let forms: &[&str] = if self.can_begin() { &["act"] } else { &[] };
        layout(frame, &self.title, &self.main(frame.messages()), forms)
    }

    /// A check; an examination that can begin; a diagnosis in the middle; one to be waited for; one in sittings only.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let vi = |vi: &str, en: &str| if lang == Lang::Vi { vi.to_owned() } else { en.to_owned() };
        let check = Self {
            title: vi("Kiểm tra bốn bài đầu tiên", "Check on the first four lessons"),
            about: vi("Mười câu hỏi về việc hằng ngày.", "Ten questions about everyday things."),
            kind: TestKind::Check,
            questions: (10, 10),
            minutes: None,
            start: urls::check_start("first-steps"),
            open: None,
            last: None,
            wait: None,
            supervision: Supervision::None,
        };
        let exam = Self {
            title: vi("Thi kỹ năng số đầu tiên", "Examination of the first digital skills"),
            kind: TestKind::Examination,
            questions: (23, 43),
            minutes: Some(90),
            supervision: Supervision::Optional,
            ..check.clone()
        };
        let open = Some((urls::check_question("start-here"), 4));
        let middle = Self { kind: TestKind::Diagnosis, questions: (8, 12), open, ..check.clone() };
        let until = Messages(lang).day_of(Timestamp::from_second(1_798_000_000).unwrap_or_default());
        let wait = Some(Again::Year(3, until));
        let last = Some(urls::check_result("first-steps"));
        vec![
            check.clone(),
            exam.clone(),
            middle,
            Self { wait, last, ..exam.clone() },
            Self { supervision: Supervision::Required, ..exam },
        ]
    }
}

fn told(words: &str) -> Markup {
    ui::boxed(Tone::Info, &html! { p { (ui::unbroken(words)) } })
}

fn more_time(m: Messages) -> Markup {
    html! {
        div.pick.tick {
            label {
                input type="checkbox" name="time" value="more";
                span { b { (m.time_more()) } span.hint { (m.time_more_hint()) } }
            }
        }
    }
}
