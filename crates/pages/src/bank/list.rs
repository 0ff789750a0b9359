//! All questions of the bank, each with its marks.

use domain::assessment::Status;
use domain::bank::FitMark;
use domain::text::Lang;
use jiff::Timestamp;
use maud::{Markup, html};

use super::curve;
use crate::frame::{Frame, layout_desk};
use crate::messages::Messages;
use crate::ui::{self, Head, Table, Tone};
use crate::urls::{self, Url};

/// By which column the list is sorted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// The name, from a.
    #[default]
    Name,
    /// The hardest first.
    Difficulty,
    /// The most asked of recent attempts first.
    Exposure,
    /// The most answers first.
    Answers,
    /// Those to be looked at first.
    Marks,
}

impl Sort {
    /// All orders.
    pub const ALL: [Self; 5] = [Self::Name, Self::Difficulty, Self::Exposure, Self::Answers, Self::Marks];

    /// The word in the address.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Difficulty => "difficulty",
            Self::Exposure => "exposure",
            Self::Answers => "answers",
            Self::Marks => "marks",
        }
    }

    /// The order of a word; anything unknown is by name.
    #[must_use]
    pub fn of_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|sort| sort.word() == word).unwrap_or_default()
    }
}

/// One question in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankLine {
    /// Its name.
    pub item: String,
    /// What it asks; the name once more where the content has it no more.
    pub ask: String,
    /// Its difficulty, in thousandths.
    pub b_milli: i32,
    /// The standard error of that, in thousandths.
    pub se_milli: u32,
    /// Answers counted.
    pub answers: u32,
    /// The share right, in thousandths.
    pub right_permille: Option<u32>,
    /// The share of recent attempts that met it, in thousandths.
    pub exposure_permille: Option<u32>,
    /// How well answers follow the curve.
    pub fit: Option<FitMark>,
    /// Whether some group should be looked at; `None` where nothing could be compared.
    pub is_unfair: Option<bool>,
    /// Whether it has changed; `None` without two calibrations.
    pub has_drifted: Option<bool>,
    /// How it stands.
    pub status: Status,
}

/// What is running.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// Figures are counted.
    Count,
    /// Questions are calibrated.
    Calibrate,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Busy {
    /// What is running.
    pub work: Work,
    /// Answers read.
    pub done: u64,
    /// Of so many.
    pub of: u64,
}

/// When figures were counted last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// When.
    pub at: Timestamp,
    /// Over how many attempts.
    pub attempts: u64,
    /// Over how many answers.
    pub answers: u64,
}

/// The list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankList {
    /// The version in use.
    pub version: u32,
    /// How many questions it has.
    pub count: u64,
    /// When figures were counted last.
    pub counted: Option<Counted>,
    /// What is running.
    pub busy: Option<Busy>,
    /// Whether the last run failed.
    pub has_failed: bool,
    /// The skills to choose from: name and title.
    pub skills: Vec<(String, String)>,
    /// The skill chosen.
    pub skill: Option<String>,
    /// The status chosen.
    pub status: Option<Status>,
    /// The order.
    pub sort: Sort,
    /// The questions of this sheet.
    pub lines: Vec<BankLine>,
    /// Where the next sheet is.
    pub more: Option<Url>,
}

/// What is running, with the way to look again.
pub(super) fn busy(m: Messages, busy: &Busy, here: &Url) -> Markup {
    let (done, of) = (m.number(busy.done), m.number(busy.of));
    let words = match busy.work {
        _ if busy.of > 0 && busy.done >= busy.of => m.bank_busy_thinking().to_owned(),
        Work::Count => m.bank_busy_count(&done, &of),
        Work::Calibrate => m.bank_busy_calibrate(&done, &of),
    };
    ui::boxed(Tone::Info, &html! { p role="status" { (words) } p { a href=(here) { (m.bank_busy_look()) } } })
}

impl BankList {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            (ui::back(m, &urls::desk()))
            h1 { (m.bank_title()) }
            p.muted { (m.bank_lead(self.version, &m.number(self.count))) }
            (self.counting(m))
            p.links {
                (ui::link_quiet(&urls::bank_calibrations(), m.bank_to_calibrations()))
                (ui::link_quiet(&urls::bank_flags(), m.bank_to_flags()))
            }
            (self.filter(m))
            @if self.lines.is_empty() { (ui::boxed(Tone::Info, &html! { p { (m.bank_none()) } })) }
            @else { (self.table(m)) }
            @if let Some(more) = &self.more { (ui::link_quiet(more, m.bank_more())) }
        }
    }

    fn counting(&self, m: Messages) -> Markup {
        let words = self.counted.as_ref().map_or_else(
            || m.bank_not_counted().to_owned(),
            |it| m.bank_counted(&m.moment(it.at), &m.number(it.answers), &m.number(it.attempts)),
        );
        html! {
            @if let Some(running) = &self.busy { (busy(m, running, &urls::bank())) }
            @if self.has_failed { (ui::boxed(Tone::Warn, &html! { p { (m.bank_failed()) } })) }
            p { (ui::unbroken(&words)) }
            @if self.busy.is_none() {
                form #act.keep method="post" action=(urls::bank_count()) { button.btn-2 { (m.bank_count()) } }
            }
        }
    }

    fn filter(&self, m: Messages) -> Markup {
        html! {
            form.filter method="get" action=(urls::bank()) {
                div.field {
                    label for="skill" { (m.bank_filter_skill()) }
                    select.input id="skill" name="skill" {
                        option value="" { (m.bank_filter_all()) }
                        @for (name, title) in &self.skills {
                            option value=(name) selected[self.skill.as_ref() == Some(name)] { (title) }
                        }
                    }
                }
                div.field {
                    label for="status" { (m.bank_filter_status()) }
                    select.input id="status" name="status" {
                        option value="" { (m.bank_filter_all()) }
                        @for status in Status::ALL {
                            option value=(status.as_str()) selected[self.status == Some(status)] { (m.item_status(status)) }
                        }
                    }
                }
                input type="hidden" name="sort" value=(self.sort.word());
                button.btn-2 { (m.bank_filter_do()) }
            }
        }
    }

    fn sorted(&self, sort: Sort) -> Option<Url> {
        if sort == self.sort {
            return None;
        }
        let url = urls::bank().with("sort", sort.word());
        let url = self.skill.iter().fold(url, |url, skill| url.with("skill", skill));
        Some(self.status.iter().fold(url, |url, status| url.with("status", status.as_str())))
    }

    fn table(&self, m: Messages) -> Markup {
        let heads = vec![
            Head::words(m.bank_question()).sorted_by(self.sorted(Sort::Name)),
            Head::words(m.bank_difficulty()).sorted_by(self.sorted(Sort::Difficulty)),
            Head::figures(m.bank_exposure()).sorted_by(self.sorted(Sort::Exposure)),
            Head::figures(m.bank_answers()).sorted_by(self.sorted(Sort::Answers)),
            Head::figures(m.bank_right()),
            Head::words(m.bank_fit()).sorted_by(self.sorted(Sort::Marks)),
            Head::words(m.bank_dif()),
            Head::words(m.bank_drift()),
            Head::words(m.bank_status()),
        ];
        let rows = self.lines.iter().map(|line| row(m, line)).collect();
        ui::table(&Table { caption: m.bank_title().into(), heads, rows })
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        let forms: &[&str] = if self.busy.is_none() { &["act"] } else { &[] };
        layout_desk(frame, m.bank_title(), &self.main(m), forms)
    }

    /// Counted with marks of every kind; empty while something runs; after a failure.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let at = Timestamp::from_second(1_795_340_000).unwrap_or_default();
        let line = BankLine {
            item: "spot-scam-01".into(),
            ask: "Một người lạ gọi, xưng là công an, bảo bạn chuyển tiền để “chứng minh trong sạch”. Bạn làm gì?".into(),
            b_milli: -520,
            se_milli: 90,
            answers: 6_214,
            right_permille: Some(632),
            exposure_permille: Some(184),
            fit: Some(FitMark::Good),
            is_unfair: Some(false),
            has_drifted: Some(false),
            status: Status::Calibrated,
        };
        let odd = BankLine {
            item: "vneid-14".into(),
            ask: "VNeID mức 2 dùng để làm gì?".into(),
            b_milli: 1_480,
            se_milli: 310,
            fit: Some(FitMark::Poor),
            is_unfair: Some(true),
            has_drifted: Some(true),
            status: Status::NeedsReview,
            ..line.clone()
        };
        let new = BankLine {
            item: "phone-30".into(),
            ask: "Điện thoại báo “Bộ nhớ đầy”. Việc nào nên làm trước?".into(),
            b_milli: 0,
            se_milli: 500,
            answers: 0,
            right_permille: None,
            exposure_permille: None,
            fit: None,
            is_unfair: None,
            has_drifted: None,
            status: Status::Starting,
        };
        let list = Self {
            version: 3,
            count: 330,
            counted: Some(Counted { at, attempts: 6_000, answers: 61_812 }),
            busy: None,
            has_failed: false,
            skills: vec![
                ("spot-scam".into(), "Nhận ra lừa đảo".into()),
                ("vneid".into(), "Dùng VNeID".into()),
            ],
            skill: Some("vneid".into()),
            status: None,
            sort: Sort::Marks,
            lines: vec![odd, line, new],
            more: Some(urls::bank().with("page", "1")),
        };
        let running = Busy { work: Work::Count, done: 24_000, of: 61_812 };
        vec![
            list.clone(),
            Self { counted: None, busy: Some(running), lines: vec![], more: None, ..list.clone() },
            Self { has_failed: true, sort: Sort::Name, ..list },
        ]
    }
}

fn row(m: Messages, line: &BankLine) -> Vec<Markup> {
    let dash = m.no_figure();
    let share = |share: Option<u32>| share.map_or_else(|| dash.to_owned(), |share| m.permille(share));
    vec![
        html! { a href=(urls::bank_item(&line.item)) { (line.ask) } " " span.muted { (line.item) } },
        html! { span.n { (m.decimal(line.b_milli)) } (curve::bar(m, line.b_milli, line.se_milli)) },
        html! { (share(line.exposure_permille)) },
        html! { (m.number(u64::from(line.answers))) },
        html! { (share(line.right_permille)) },
        fit_word(m, line.fit),
        yes_no(m, line.is_unfair),
        yes_no(m, line.has_drifted),
        html! { (m.item_status(line.status)) },
    ]
}

/// The mark of a fit, told apart by its word and not by colour alone.
pub(super) fn fit_word(m: Messages, fit: Option<FitMark>) -> Markup {
    html! {
        @match fit {
            None => { span.muted { (m.bank_few()) } },
            Some(FitMark::Good) => { span.met { (m.fit_mark(FitMark::Good)) } },
            Some(mark) => { span.missing { (m.fit_mark(mark)) } },
        }
    }
}

/// A sign that somebody should look, or that all is well.
pub(super) fn yes_no(m: Messages, look: Option<bool>) -> Markup {
    html! {
        @match look {
            None => { span.muted { (m.bank_few()) } },
            Some(false) => { span.met { (m.bank_ok()) } },
            Some(true) => { span.missing { (m.bank_look()) } },
        }
    }
}
