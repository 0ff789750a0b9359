//! What has to be reviewed, and one review.

use domain::recognition::{ReviewKind, Verdict};
use domain::text::Lang;
use jiff::civil::{Date, date};
use maud::{Markup, html};

use super::{ActKind, OfficialAct, Stage};
use crate::frame::{Frame, layout_desk};
use crate::messages::Messages;
use crate::targets::UnitName;
use crate::ui::{self, FormState, Head, Table, Tone};
use crate::urls::{self, Url};

/// A review in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewLine {
    /// Its id.
    pub id: String,
    /// What is looked at.
    pub kind: ReviewKind,
    /// Whom it is about: of a child the initials.
    pub who: String,
    /// Since when it waits.
    pub since: Date,
}

/// The open reviews of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviews {
    /// The unit.
    pub unit: UnitName,
    /// The one that waits longest first.
    pub lines: Vec<ReviewLine>,
}

impl Reviews {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            (ui::back(m, &urls::certificates().with("unit", &self.unit.id)))
            h1 { (m.reviews_title()) ": " (self.unit.name) }
            p.muted { (m.reviews_lead()) }
            @if self.lines.is_empty() { (ui::boxed(Tone::Good, &html! { p { (m.reviews_none()) } })) }
            @else { (self.table(m)) }
        }
    }

    fn table(&self, m: Messages) -> Markup {
        let heads =
            vec![Head::words(m.review_what()), Head::words(m.review_who()), Head::figures(m.reviews_since())];
        let row = |line: &ReviewLine| {
            vec![
                html! { a href=(urls::review(&line.id)) { (m.review_kind(line.kind)) } },
                html! { (line.who) },
                html! { span.nb { (m.date(line.since)) } },
            ]
        };
        let rows = self.lines.iter().map(row).collect();
        ui::table(&Table { caption: m.reviews_title().into(), heads, rows })
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout_desk(frame, m.reviews_title(), &self.main(m), &[])
    }

    /// Of every kind; none.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let unit = UnitName { id: "00004".into(), name: "Phường Ngọc Hà".into() };
        let line = |kind| ReviewLine {
            id: "r1".into(),
            kind,
            who: "Tôn Nữ Công Tằng Thị Hoàng Nguyên".into(),
            since: date(2026, 11, 22),
        };
        let lines = ReviewKind::ALL.map(line).to_vec();
        vec![Self { unit: unit.clone(), lines }, Self { unit, lines: Vec::new() }]
    }
}

/// How a review ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecidedReview {
    /// What.
    pub verdict: Verdict,
    /// When.
    pub on: Date,
    /// By whom.
    pub by: String,
    /// Why.
    pub words: String,
}

/// What can be done about a review by who looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deciding {
    /// It is decided with this form.
    Open(Box<OfficialAct>),
    /// Who opened it does not decide it.
    NotByOneself,
    /// Whom it is about does not decide it.
    AboutOneself,
    /// It is decided.
    Decided(DecidedReview),
}

/// One review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewPage {
    /// Where it is.
    pub unit: UnitName,
    /// What is looked at.
    pub kind: ReviewKind,
    /// Whom it is about.
    pub who: String,
    /// The opaque id of the person.
    pub person: String,
    /// Why it was opened.
    pub why: String,
    /// When.
    pub since: Date,
    /// By whom; nobody for a program.
    pub by: Option<String>,
    /// Where the certificate or the attempt can be seen.
    pub subject: Url,
    /// What can be done.
    pub deciding: Deciding,
}

impl ReviewPage {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            (ui::back(m, &urls::reviews().with("unit", &self.unit.id)))
            @if let Deciding::Open(act) = &self.deciding { (ui::error_summary(m, &act.form)) }
            h1 { (m.review_kind(self.kind)) }
            (ui::facts(&[
                (m.review_who(), html! { a href=(urls::person_standings(&self.person)) { (self.who) } }),
                (m.review_why(), html! { (self.why) }),
                (m.reviews_since(), html! { (m.date(self.since)) }),
                (m.review_by(), html! { (self.by.as_deref().unwrap_or(m.review_by_program())) }),
            ]))
            p { a href=(self.subject) { (m.review_see()) } }
            @match &self.deciding {
                Deciding::Open(act) => {
                    @if act.stage == Stage::Check { (act.facts(m)) }
                    (act.fields(m))
                }
                Deciding::NotByOneself => { (ui::boxed(Tone::Info, &html! { p { (m.review_not_oneself()) } })) }
                Deciding::AboutOneself => { (ui::boxed(Tone::Info, &html! { p { (m.review_about_oneself()) } })) }
                Deciding::Decided(end) => {
                    (ui::boxed(Tone::Good, &html! {
                        p { (ui::unbroken(&m.review_decided(m.verdict(self.kind, end.verdict), &m.date(end.on), &end.by))) }
                        p { (end.words) }
                    }))
                }
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        let forms: &[&str] = if matches!(self.deciding, Deciding::Open(_)) { &["act"] } else { &[] };
        layout_desk(frame, m.reviews_title(), &self.main(m), forms)
    }

    /// To be decided, to be checked, one's own, decided.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let act = OfficialAct {
            kind: ActKind::Decide(ReviewKind::EvidenceVoided),
            about: Vec::new(),
            stage: Stage::Ask,
            form: FormState::default(),
            action: urls::review("r1"),
            back: urls::reviews(),
        };
        let filled =
            FormState::default().keep("reason", "keep").keep("words", "Đã xem biên bản, không có gì sai.");
        let checked = OfficialAct { stage: Stage::Check, form: filled, ..act.clone() };
        let open = Self {
            unit: UnitName { id: "00004".into(), name: "Phường Ngọc Hà".into() },
            kind: ReviewKind::EvidenceVoided,
            who: "Nguyễn Thị Mai".into(),
            person: "p1".into(),
            why: "Người khác làm: lượt ngày 22-11-2026".into(),
            since: date(2026, 11, 22),
            by: None,
            subject: urls::certificate_case("c1"),
            deciding: Deciding::Open(Box::new(act)),
        };
        let end = DecidedReview {
            verdict: Verdict::Keep,
            on: date(2026, 11, 25),
            by: "hai".into(),
            words: "Đã xem biên bản, không có gì sai.".into(),
        };
        vec![
            Self { deciding: Deciding::Open(Box::new(checked)), ..open.clone() },
            Self {
                kind: ReviewKind::Objection,
                deciding: Deciding::NotByOneself,
                by: Some("thu".into()),
                ..open.clone()
            },
            Self { deciding: Deciding::AboutOneself, ..open.clone() },
            Self { deciding: Deciding::Decided(end), ..open.clone() },
            open,
        ]
    }
}
