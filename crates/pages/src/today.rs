//! What comes back today: do it again, alone, and it is not forgotten.

use domain::text::Lang;
use jiff::civil::{Date, date};
use maud::{Markup, html};

use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, Rung, Tone, icon};
use crate::urls::{self, Url};

/// The reviews of a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Today {
    /// What is to be done, in order.
    pub due: Vec<Card>,
    /// The names of what was done.
    pub done: Vec<String>,
    /// Whether more is due and waits for another day.
    pub is_more_later: bool,
    /// When something comes back next, when nothing is to be done now.
    pub next: Option<Date>,
}

/// One review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// What is done: a practice, or the drills of a skill.
    pub what: What,
    /// The name of the practice, or of the skill.
    pub title: String,
    /// Why it comes back.
    pub why: Why,
    /// About how long it takes.
    pub minutes: u16,
    /// Where it begins, or goes on.
    pub way: Way,
}

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A practice.
    Practice,
    /// A round of drills.
    Drill,
}

/// Why it comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It was done last so many days ago.
    Fades(u16),
    /// The skill was passed so many days ago, and may be retained.
    Recheck(u16),
}

/// Where it begins, or goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// A button that begins.
    Begin(Url),
    /// A run or a round that is open.
    GoOn(Url),
}

impl Today {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            h1 { (m.today_title()) }
            @if self.due.is_empty() { (self.nothing(m)) } @else { (self.something(m)) }
            @if !self.done.is_empty() {
                h2 { (m.today_done()) }
                ul.plain {
                    @for title in &self.done {
                        li { (icon("check")) " " span.vh { (m.today_done_one()) ": " } (title) }
                    }
                }
            }
            @if self.is_more_later { p.muted { (m.today_later()) } }
        }
    }

    fn something(&self, m: Messages) -> Markup {
        html! {
            p { (m.today_lead(self.due.iter().map(|card| card.minutes).sum())) }
            @let cards = html! { @for card in &self.due { (card.show(m)) } };
            // One form with a button for each card; its own address is for browsers that know no other of a button.
            @match self.begins() {
                Some(url) => { form #act method="post" action=(url) { (cards) } }
                None => { (cards) }
            }
        }
    }

    /// Where the first card leads that begins something.
    fn begins(&self) -> Option<&Url> {
        self.due.iter().find_map(|card| match &card.way {
            Way::Begin(url) => Some(url),
            Way::GoOn(_) => None,
        })
    }

    fn nothing(&self, m: Messages) -> Markup {
        let words = match (self.done.is_empty(), self.next.is_some()) {
            (false, _) => m.today_well_done(),
            (true, true) => m.today_fresh(),
            (true, false) => m.today_empty(),
        };
        html! {
            (ui::boxed(if self.next.is_some() { Tone::Good } else { Tone::Info }, &html! {
                p { (words) }
                @if let Some(next) = self.next { p { (ui::unbroken(&m.today_next(&m.date(next)))) } }
            }))
            div.actions { (ui::link_button(&urls::learn(), m.today_to_learn())) }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        let forms: &[&str] = if self.begins().is_some() { &["act"] } else { &[] };
        layout(frame, m.today_title(), &self.main(m), forms)
    }

    /// Nothing learned yet; nothing due; a re-check, something that fades and one done already; all done.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let call = Card {
            what: What::Practice,
            title: "Cuộc gọi lạ".into(),
            why: Why::Recheck(33),
            minutes: 2,
            way: Way::Begin(urls::practice_start("strange-call")),
        };
        let wifi = Card {
            title: "Bắt Wi-Fi ở quán, ở bưu điện và ở nhà văn hóa".into(),
            why: Why::Fades(12),
            minutes: 1,
            way: Way::GoOn(urls::practice_run("connect-wifi")),
            ..call.clone()
        };
        let drill = Card {
            what: What::Drill,
            title: "Nhận ra lừa đảo".into(),
            why: Why::Recheck(31),
            minutes: 3,
            way: Way::Begin(urls::drill_start("spot-scam")),
        };
        let done = vec!["Mở căn cước trên VNeID".to_owned()];
        let next = Some(date(2026, 12, 3));
        vec![
            Self::default(),
            Self { next, ..Self::default() },
            Self { due: vec![call, wifi.clone()], done: done.clone(), is_more_later: true, next: None },
            Self { due: vec![drill, Card { why: Why::Fades(1), ..wifi }], ..Self::default() },
            Self { done, next, is_more_later: true, ..Self::default() },
        ]
    }
}

impl Card {
    fn show(&self, m: Messages) -> Markup {
        let title = match self.what {
            What::Practice => self.title.clone(),
            What::Drill => m.today_drill(&self.title),
        };
        html! {
            section.card {
                h2 { (title) }
                p { (self.why(m)) " · " (m.today_minutes(self.minutes)) }
                @if let Why::Recheck(days) = self.why {
                    p { (ui::chip(m, Some(Rung::Retained))) }
                    p { (self.promise(m, days)) }
                }
                @match &self.way {
                    Way::Begin(url) => { (self.begin(m, url)) }
                    Way::GoOn(url) => { (ui::link_button(url, m.today_go_on())) }
                }
            }
        }
    }

    fn begin(&self, m: Messages, url: &Url) -> Markup {
        html! {
            @match self.what {
                What::Practice => { button.btn name="mode" value="alone" formaction=(url) { (m.today_begin()) } }
                What::Drill => { button.btn formaction=(url) { (m.today_begin_drill()) } }
            }
        }
    }

    fn why(&self, m: Messages) -> Markup {
        html! {
            @match self.why {
                Why::Recheck(_) => { b { (m.today_recheck()) } }
                Why::Fades(..=1) => { (m.today_yesterday()) }
                Why::Fades(days) => { (m.today_days(days)) }
            }
        }
    }

    fn promise(&self, m: Messages, days: u16) -> String {
        match self.what {
            What::Practice => m.today_recheck_about(days, m.rung(Rung::Retained)),
            What::Drill => m.today_recheck_drill(days, m.rung(Rung::Retained)),
        }
    }
}
