//! Small parts that stand on many pages.

use maud::{Markup, html};

use super::icon;
use crate::messages::Messages;
use crate::urls::Url;

/// The `h1` of a page.
#[must_use]
pub fn title(text: &str) -> Markup {
    html! { h1 { (text) } }
}

/// A text whose dates (`22-11-2026`) and numbers of certificates stay on one line; browsers may break them after a hyphen.
#[must_use]
pub fn unbroken(text: &str) -> Markup {
    let is_date = |word: &str| {
        word.matches('-').count() == 2 && word.starts_with(|letter: char| letter.is_ascii_digit())
    };
    let is_number = |word: &str| {
        let plain = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
        word.matches('-').count() == 3 && word.bytes().all(plain)
    };
    html! {
        @for (at, word) in text.split(' ').enumerate() {
            @if at > 0 { " " }
            @if is_date(word) || is_number(word) { span.nb { (word) } } @else { (word) }
        }
    }
}

/// The way back, on top of a page.
#[must_use]
pub fn back(m: Messages, url: &Url) -> Markup {
    html! { a.back href=(url) { (icon("arrow-left")) (m.back()) } }
}

/// Where this page stands: links from the widest to the nearest.
#[must_use]
pub fn breadcrumbs(label: &str, links: &[(Url, String)]) -> Markup {
    html! {
        nav aria-label=(label) {
            ol.crumbs {
                @for (url, name) in links {
                    li { a href=(url) { (name) } }
                }
            }
        }
    }
}

/// "Bước 3 trên 8", with a bar.
#[must_use]
pub fn steps(m: Messages, step: usize, of: usize) -> Markup {
    let percent = (step * 100).checked_div(of).unwrap_or(0);
    html! {
        div.steps {
            p { (m.step_of(step, of)) }
            svg aria-hidden="true" { rect width={ (percent) "%" } height="100%" rx="4" {} }
        }
    }
}

/// What a box says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Info,
    /// Done, or genuine.
    Good,
    /// Take care.
    Warn,
    /// Danger, or refused.
    Danger,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Info => "box",
            Self::Good => "box box-good",
            Self::Warn => "box box-warn",
            Self::Danger => "box box-danger",
        }
    }

    const fn icon(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Good => "circle-check",
            Self::Warn => "alert",
            Self::Danger => "circle-x",
        }
    }
}

/// A coloured box with the icon of its tone.
#[must_use]
pub fn boxed(tone: Tone, content: &Markup) -> Markup {
    html! { div class=(tone.class()) { (icon(tone.icon())) div { (content) } } }
}

/// Words and their values, one below the other.
#[must_use]
pub fn facts(facts: &[(&str, Markup)]) -> Markup {
    html! {
        dl.facts {
            @for (word, value) in facts {
                div { dt { (word) } dd { (value) } }
            }
        }
    }
}
