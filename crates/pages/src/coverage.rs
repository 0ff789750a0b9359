//! What there is to learn for each competence of a framework, domain by domain, for those who keep content and questions.

use domain::content::Counts;
use domain::text::Lang;
use maud::{Markup, html};

use crate::frame::{Frame, layout_desk};
use crate::messages::Messages;
use crate::ui::{self, Head, Table, Tone};
use crate::urls;

/// A framework to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
}

/// A domain with its competences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Code and name.
    pub title: String,
    /// Code and name of each competence, and what there is for it in the stage.
    pub lines: Vec<(String, String, Counts)>,
}

/// What there is for a framework in one stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoveragePage {
    /// The frameworks to choose from.
    pub frameworks: Vec<Choice>,
    /// The one shown: id, name, version and note.
    pub framework: Option<(String, String, String, String)>,
    /// Names of the stages; none where the framework has none.
    pub stages: Vec<String>,
    /// The stage shown, from 0.
    pub stage: usize,
    /// How many competences have a lesson.
    pub with_lesson: usize,
    /// How many lack something.
    pub with_gap: usize,
    /// The domains.
    pub parts: Vec<Part>,
}

impl CoveragePage {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            h1 { (m.coverage_title()) }
            @match &self.framework {
                None => { (ui::boxed(Tone::Info, &html! { p { (m.coverage_none()) } })) }
                Some((_, title, version, note)) => {
                    @if self.parts.is_empty() {
                        (ui::boxed(Tone::Info, &html! { p { (m.coverage_empty()) } p { (note) } }))
                    } @else {
                        (self.sentences(m))
                    }
                    p.muted { (m.coverage_of(title, version)) }
                }
            }
            (self.filter(m))
            @for part in &self.parts { h2 { (part.title) } (table(m, part)) }
            @if !self.parts.is_empty() { p.small { (m.coverage_how()) } }
        }
    }

    fn sentences(&self, m: Messages) -> Markup {
        let of: usize = self.parts.iter().map(|part| part.lines.len()).sum();
        let count = |count: usize| m.number(count as u64);
        let stage = self.stages.get(self.stage).map(|stage| lowered(stage));
        let lead = stage.map_or_else(
            || m.coverage_lead_plain(&count(self.with_lesson), &count(of)),
            |stage| m.coverage_lead(&count(self.with_lesson), &count(of), &stage),
        );
        let gaps = match self.with_gap {
            0 => m.coverage_no_gaps().to_owned(),
            gaps => m.coverage_gaps(&count(gaps)),
        };
        html! { p.lead { (lead) } p { (gaps) } }
    }

    fn filter(&self, m: Messages) -> Markup {
        let shown = self.framework.as_ref().map(|(id, ..)| id);
        html! {
            form.filter method="get" action=(urls::coverage()) {
                div.field {
                    label for="framework" { (m.coverage_framework()) }
                    select.input id="framework" name="framework" {
                        @for choice in &self.frameworks {
                            option value=(choice.id) selected[shown == Some(&choice.id)] { (choice.title) }
                        }
                    }
                }
                @if !self.stages.is_empty() {
                    div.field {
                        label for="stage" { (m.coverage_stage()) }
                        select.input id="stage" name="stage" {
                            @for (at, title) in self.stages.iter().enumerate() {
                                option value=(at + 1) selected[at == self.stage] { (title) }
                            }
                        }
                    }
                }
                button.btn-2 { (m.coverage_do()) }
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout_desk(frame, m.coverage_title(), &self.main(m), &[])
    }

    /// Nothing to show; an empty slot; gaps and a whole competence.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let choice = |id: &str, title: &str| Choice { id: id.into(), title: title.into() };
        let learners = "Khung năng lực số cho người học (Thông tư 02/2025/TT-BGDĐT)";
        let counts = |lessons, practices, items| Counts { lessons, practices, items, drills: practices };
        let whole = Self {
            frameworks: vec![choice("tt-02", learners), choice("qd-757", "Quyết định 757/QĐ-BKHCN")],
            framework: Some(("tt-02".into(), learners.into(), "02/2025/TT-BGDĐT".into(), String::new())),
            stages: ["Cơ bản", "Trung cấp", "Nâng cao", "Chuyên sâu"].map(Into::into).into(),
            stage: 0,
            with_lesson: 2,
            with_gap: 2,
            parts: vec![
                Part {
                    title: "1. Khai thác dữ liệu và thông tin".into(),
                    lines: vec![
                        (
                            "1.1".into(),
                            "Duyệt, tìm kiếm và lọc dữ liệu, thông tin và nội dung số".into(),
                            counts(0, 0, 0),
                        ),
                        (
                            "1.2".into(),
                            "Đánh giá dữ liệu, thông tin và nội dung số".into(),
                            counts(12, 8, 1_204),
                        ),
                    ],
                },
                Part {
                    title: "6. Ứng dụng trí tuệ nhân tạo".into(),
                    lines: vec![("6.2".into(), "Sử dụng trí tuệ nhân tạo".into(), counts(1, 0, 25))],
                },
            ],
        };
        let slot = (
            "qd-757".into(),
            "Quyết định 757/QĐ-BKHCN".into(),
            "1.0".into(),
            "Chúng tôi chưa có phụ lục của Quyết định này nên để trống.".into(),
        );
        let nothing = Self {
            framework: None,
            stages: vec![],
            parts: vec![],
            with_lesson: 0,
            with_gap: 0,
            ..whole.clone()
        };
        vec![Self { framework: Some(slot), ..nothing.clone() }, nothing, whole]
    }
}

/// With a small first letter, for the middle of a sentence.
#[must_use]
pub fn lowered(title: &str) -> String {
    let mut letters = title.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn table(m: Messages, part: &Part) -> Markup {
    let heads = vec![
        Head::words(m.coverage_competence()),
        Head::figures(m.coverage_lessons()),
        Head::figures(m.coverage_practices()),
        Head::figures(m.coverage_items()),
        Head::figures(m.coverage_drills()),
    ];
    let row = |(code, title, counts): &(String, String, Counts)| {
        let mut cells = vec![html! { (code) " " (title) }];
        cells.extend([counts.lessons, counts.practices, counts.items].map(|count| cell(m, count)));
        cells.push(html! { (m.number(u64::from(counts.drills))) });
        cells
    };
    ui::table(&Table { caption: part.title.clone(), heads, rows: part.lines.iter().map(row).collect() })
}

/// A count; a gap is told by its word and not by colour alone.
fn cell(m: Messages, count: u32) -> Markup {
    html! {
        @if count == 0 { span.missing { (m.coverage_missing()) } } @else { (m.number(u64::from(count))) }
    }
}
