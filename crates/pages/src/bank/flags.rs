//! Attempts that a person should look at. No names: who may decide sees them in the review.

use domain::bank::FlagKind;
use domain::text::Lang;
use jiff::Timestamp;
use maud::{Markup, html};

use crate::frame::{Frame, layout_desk};
use crate::messages::Messages;
use crate::ui::{self, Head, Table, Tone};
use crate::urls;

/// One sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlagLine {
    /// What was seen.
    pub kind: FlagKind,
    /// How strongly, in thousandths of its measure.
    pub value_milli: i32,
    /// The end of the attempt's id, enough to tell attempts apart.
    pub attempt: String,
    /// The same of the attempt that it agrees with.
    pub other: Option<String>,
    /// The name of the unit.
    pub unit: String,
    /// When it was seen.
    pub seen: Timestamp,
}

/// The list of signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flags {
    /// The signs, the newest first.
    pub lines: Vec<FlagLine>,
}

impl Flags {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            (ui::back(m, &urls::bank()))
            h1 { (m.bank_flags_title()) }
            p { (m.bank_flags_lead()) }
            @if self.lines.is_empty() { (ui::boxed(Tone::Good, &html! { p { (m.bank_flags_none()) } })) }
            @else { (self.table(m)) }
        }
    }

    fn table(&self, m: Messages) -> Markup {
        let row = |line: &FlagLine| {
            let (what, measure) = m.flag_kind(line.kind);
            vec![
                html! { (what) span.hint { (measure) } },
                html! { (m.decimal(line.value_milli)) },
                html! { (line.attempt) @if let Some(other) = &line.other { " " (m.bank_flag_with(other)) } },
                html! { (line.unit) },
                html! { (ui::unbroken(&m.moment(line.seen))) },
            ]
        };
        ui::table(&Table {
            caption: m.bank_flags_title().into(),
            heads: vec![
                Head::words(m.bank_flag_what()),
                Head::figures(m.bank_flag_value()),
                Head::words(m.bank_flag_attempt()),
                Head::words(m.bank_flag_unit()),
                Head::words(m.bank_flag_seen()),
            ],
            rows: self.lines.iter().map(row).collect(),
        })
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout_desk(frame, m.bank_flags_title(), &self.main(m), &[])
    }

    /// Of every kind; none.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let seen = Timestamp::from_second(1_795_340_000).unwrap_or_default();
        let line = |kind| FlagLine {
            kind,
            value_milli: -2_710,
            attempt: "…7c0a31".into(),
            other: (kind == FlagKind::Alike).then(|| "…81d2ff".into()),
            unit: "Phường Nghĩa Đô".into(),
            seen,
        };
        vec![Self { lines: FlagKind::ALL.map(line).to_vec() }, Self { lines: vec![] }]
    }
}
