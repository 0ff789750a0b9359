//! When something goes wrong: what happened, what to do, a number to quote. And the page for "no network".

use domain::text::Lang;
use maud::{Markup, html};

use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, Tone};
use crate::urls::{self, Url};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Happened {
    /// There is no such page or thing.
    Missing,
    /// It is not open to this viewer.
    Forbidden,
    /// What was sent does not fit.
    Refused,
    /// Too many requests, or the database is busy.
    Busy,
    /// A fault of ours.
    Broken,
}

/// The page of a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What happened.
    pub happened: Happened,
    /// More about it in the page's language; empty for none.
    pub detail: String,
    /// A way on that fits better than the front page: address and label.
    pub way_on: Option<(Url, String)>,
    /// The number to quote, which is also in the log.
    pub reference: Option<String>,
}

impl Problem {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        let (title, means) = self.words(m);
        html! {
            h1 { (title) }
            p.lead { (means) }
            @if !self.detail.is_empty() { (ui::boxed(Tone::Info, &html! { p { (self.detail) } })) }
            p { (m.problem_nothing_lost()) }
            h2 { (m.problem_what_now()) }
            div.actions.first {
                @if let Some((url, label)) = &self.way_on {
                    (ui::link_button(url, label))
                    (ui::link_quiet(&urls::home(), m.problem_home()))
                } @else {
                    (ui::link_button(&urls::home(), m.problem_home()))
                }
            }
            @if let Some(reference) = &self.reference {
                p.muted { (m.problem_reference()) ": " code { (reference) } }
            }
        }
    }

    const fn words(&self, m: Messages) -> (&'static str, &'static str) {
        match self.happened {
            Happened::Missing => (m.problem_missing_title(), m.problem_missing()),
            Happened::Forbidden => (m.problem_forbidden_title(), m.problem_forbidden()),
            Happened::Refused => (m.problem_refused_title(), m.problem_refused()),
            Happened::Busy => (m.problem_busy_title(), m.problem_busy()),
            Happened::Broken => (m.problem_broken_title(), m.problem_broken()),
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, self.words(m).0, &self.main(m), &[])
    }

    /// One of each.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let m = Messages(lang);
        let plain = |happened| Self { happened, detail: String::new(), way_on: None, reference: None };
        vec![
            plain(Happened::Missing),
            Self { way_on: Some((urls::sign_in(), m.sign_in_title().into())), ..plain(Happened::Forbidden) },
            Self { detail: m.visit_need_born().into(), ..plain(Happened::Refused) },
            plain(Happened::Busy),
            Self { reference: Some("7F3K-22".into()), ..plain(Happened::Broken) },
        ]
    }
}

/// A page that only the server can give, asked for without a network. The service worker renders it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfflineNeeded {
    /// The address that was asked for, to try again.
    pub path: String,
    /// Whether it is of a course, which could have been on the phone.
    pub in_course: bool,
}

impl OfflineNeeded {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            h1 { (self.title(m)) }
            p.lead { (if self.in_course { m.offline_course() } else { m.offline_means() }) }
            p { (m.offline_kept()) }
            div.actions {
                (ui::link_button(&urls::learn(), m.offline_learn()))
                a.quiet href=(self.path) { (m.offline_again()) }
            }
        }
    }

    const fn title(&self, m: Messages) -> &'static str {
        if self.in_course { m.offline_course_title() } else { m.offline_title() }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, self.title(m), &self.main(m), &[])
    }

    /// A page of the server; a lesson that is not on the phone.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let lesson = urls::lesson("vneid", 1).into();
        vec![Self { path: urls::units().into(), in_course: false }, Self { path: lesson, in_course: true }]
    }
}
