//! Certificates for a class or a ward at once, and the sheet of QR cards that comes of it.

use domain::text::Lang;
use jiff::civil::{Date, date};
use maud::{Markup, html};

use crate::frame::{Frame, layout_desk};
use crate::messages::Messages;
use crate::ui::{self, Head, Table, Tone};
use crate::urls::{self, Url};

/// Why somebody on the list gets none now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotYet {
    /// They have a valid one.
    Has,
    /// No name is known to print.
    NoName,
    /// Not all rungs are reached.
    NotMet,
    /// The last one was taken back, and nothing was earned anew since.
    TakenBack,
    /// They kept a seat and did not come.
    NotHere,
}

impl NotYet {
    fn say(self, m: Messages) -> &'static str {
        match self {
            Self::Has => m.batch_has(),
            Self::NoName => m.batch_no_name(),
            Self::NotMet => m.batch_not_met(),
            Self::TakenBack => m.batch_taken_back(),
            Self::NotHere => m.batch_not_here(),
        }
    }
}

/// Somebody on the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchLine {
    /// The name: of a child the initials.
    pub name: String,
    /// Year, hamlet or seat, to tell apart those of one name.
    pub hint: String,
    /// Why they get none now; `None` when they do.
    pub not_yet: Option<NotYet>,
}

/// Who gets a certificate, who not and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// The place or the sitting, in words.
    pub place: String,
    /// Everybody on the list.
    pub lines: Vec<BatchLine>,
    /// Names and values that the form sends along: which list it is.
    pub of: Vec<(String, String)>,
    /// Where one comes from.
    pub back: Url,
}

impl Batch {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        let (ready, not): (Vec<&BatchLine>, Vec<&BatchLine>) =
            self.lines.iter().partition(|line| line.not_yet.is_none());
        html! {
            (ui::back(m, &self.back))
            h1 { (m.batch_title()) }
            p.muted { (m.batch_lead(&self.place)) }
            @if ready.is_empty() { (ui::boxed(Tone::Info, &html! { p { (m.batch_none()) } })) }
            @else { (self.ready(m, &ready)) }
            @if !not.is_empty() { (not_yet(m, &not)) }
        }
    }

    fn ready(&self, m: Messages, lines: &[&BatchLine]) -> Markup {
        html! {
            h2 { (m.batch_ready(lines.len())) }
            ul.names { @for line in lines { li { b { (line.name) } @if !line.hint.is_empty() { span.muted { " · " (line.hint) } } } } }
            (ui::boxed(Tone::Warn, &html! { p { (m.batch_check()) } }))
            form #act method="post" action=(urls::certificate_batch()) {
                @for (name, value) in &self.of { input type="hidden" name=(name) value=(value); }
                (ui::button(&m.batch_issue(lines.len())))
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        let some = self.lines.iter().any(|line| line.not_yet.is_none());
        let forms: &[&str] = if some { &["act"] } else { &[] };
        layout_desk(frame, m.batch_title(), &self.main(m), forms)
    }

    /// Some of each; none.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let line =
            |name: &str, hint: &str, not_yet| BatchLine { name: name.into(), hint: hint.into(), not_yet };
        let lines = vec![
            line("Tôn Nữ Công Tằng Thị Hoàng Nguyên", "1949 · Tổ dân phố 3", None),
            line("N. V. V.", "2012", None),
            line("Nguyễn Thị Mai", "1955", Some(NotYet::Has)),
            line("Người học không nêu tên", "", Some(NotYet::NoName)),
            line("Trần Văn Bình", "1958", Some(NotYet::NotMet)),
            line("Phạm Thị Hoa", "1961", Some(NotYet::TakenBack)),
            line("Lê An", "1960", Some(NotYet::NotHere)),
        ];
        let of = vec![("unit".to_owned(), "00004".to_owned())];
        let back = urls::certificates().with("unit", "00004");
        vec![
            Self { place: "Phường Ngọc Hà".into(), lines, of: of.clone(), back: back.clone() },
            Self { place: "Phường Ngọc Hà".into(), lines: Vec::new(), of, back },
        ]
    }
}

fn not_yet(m: Messages, lines: &[&BatchLine]) -> Markup {
    let heads = vec![Head::words(m.standings_name()), Head::words(m.batch_why())];
    let row = |line: &&BatchLine| {
        let why = line.not_yet.map_or("", |why| why.say(m));
        vec![
            html! { (line.name) @if !line.hint.is_empty() { span.muted { " · " (line.hint) } } },
            html! { (why) },
        ]
    };
    let caption = m.batch_not(lines.len());
    let rows = lines.iter().map(row).collect();
    ui::table(&Table { caption, heads, rows })
}

/// A card to cut out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The name: of a child the initials.
    pub name: String,
    /// What was completed.
    pub profile: String,
    /// The number.
    pub number: String,
    /// The last day.
    pub until: Date,
    /// The signed code.
    pub code: String,
}

/// The sheet of cards of one batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cards {
    /// The cards, in the order of names.
    pub cards: Vec<Card>,
    /// Scheme and host in front of the address in the QR.
    pub origin: String,
    /// Where the same cards are a file; `None` when the viewer did not issue them.
    pub file: Option<Url>,
    /// Whether it is a demonstration.
    pub is_demonstration: bool,
    /// Where one comes from.
    pub back: Url,
}

impl Cards {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            div.no-print {
                (ui::back(m, &self.back))
                h1 { (m.cards_title()) }
                @if self.cards.is_empty() { (ui::boxed(Tone::Info, &html! { p { (m.cards_none()) } })) }
                @else { (ui::boxed(Tone::Good, &html! { p { (m.cards_lead(self.cards.len())) } })) }
                @if let Some(file) = &self.file { p { (ui::link_secondary(file, m.cards_file())) } }
            }
            ul.qr-cards { @for card in &self.cards { (self.card(m, card)) } }
        }
    }

    fn card(&self, m: Messages, card: &Card) -> Markup {
        let link = format!("{}{}", self.origin, urls::verify(&card.code));
        html! {
            li {
                (ui::qr(m.cert_qr(), &link))
                div {
                    b { (card.name) }
                    p { (card.profile) }
                    p.muted { (m.cert_number()) " " span.nb { (card.number) } br; (m.cert_until()) " " span.nb { (m.date(card.until)) } }
                    @if self.is_demonstration { p.missing { (m.cert_demo()) } }
                }
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout_desk(frame, m.cards_title(), &self.main(m), &[])
    }

    /// Several; none.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let card = |name: &str| Card {
            name: name.into(),
            profile: "Kỹ năng số đầu tiên của người dân".into(),
            number: "HVS-2026-000123".into(),
            until: date(2028, 11, 22),
            code: "08CODE".into(),
        };
        let names = ["Tôn Nữ Công Tằng Thị Hoàng Nguyên", "N. V. V.", "Nguyễn Thị Mai", "Trần Văn Bình"];
        let back = urls::certificates().with("unit", "00004");
        let page = |cards| Self {
            cards,
            origin: "https://hocvuso.example".into(),
            file: Some(urls::certificate_batch_cards("b1")),
            is_demonstration: true,
            back: back.clone(),
        };
        vec![page(names.map(card).to_vec()), page(Vec::new())]
    }
}
