//! What stands around every page: head, header, notices, footer.
//!
//! Server and service worker give the same `<main>`, byte for byte. Everything that differs between them (who is signed in,
//! what waits to be sent, the fresh id of a form) therefore stands outside `<main>`; a fresh id is tied to its form by the
//! `form` attribute.

use domain::text::Lang;
use maud::{DOCTYPE, Markup, html};

use crate::messages::Messages;
use crate::style;
use crate::ui::{self, icon};
use crate::urls::{self, Url};

/// How large a person wants the text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TextSize {
    /// 18 px.
    #[default]
    Usual,
    /// 22 px and one column.
    Large,
}

impl TextSize {
    /// The word in the preferences form and cookie.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::Large => "large",
        }
    }

    /// The size of a word; anything unknown is usual.
    #[must_use]
    pub fn of_word(word: &str) -> Self {
        if word == "large" { Self::Large } else { Self::Usual }
    }

    const fn other(self) -> Self {
        match self {
            Self::Usual => Self::Large,
            Self::Large => Self::Usual,
        }
    }
}

/// An official or helper who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// The name as shown.
    pub name: String,
    /// What they are here, in the page's language ("người hướng dẫn").
    pub role: String,
}

/// Addresses of the files a page asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assets {
    /// The style sheet of every page.
    pub app_css: Url,
    /// The style sheet for tables, charts and certificates.
    pub desk_css: Url,
    /// The regular font, worth fetching early.
    pub font: Url,
    /// The script that registers the service worker, when there is one.
    pub register_js: Option<Url>,
}

impl Default for Assets {
    fn default() -> Self {
        Self {
            app_css: urls::static_file(style::APP.name),
            desk_css: urls::static_file(style::DESK.name),
            font: urls::static_file(style::FONT_400.name),
            register_js: None,
        }
    }
}

/// Everything around a page that the page itself does not know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The language of the page.
    pub lang: Lang,
    /// The size of its text.
    pub text_size: TextSize,
    /// Who is signed in; a guest is nobody.
    pub signed_in: Option<SignedIn>,
    /// Whether this device is at somebody's seat in a supervised examination.
    pub at_seat: bool,
    /// Whether people and figures are made up.
    pub demonstration: bool,
    /// How many acts wait on this device; `None` where nobody counts.
    pub pending: Option<u32>,
    /// The fresh id that makes sending a form twice harmless.
    pub fresh_id: String,
    /// Path and query of this page, so that a switch of language comes back to it.
    pub path: String,
    /// Whether the service worker answered without a network.
    pub offline: bool,
    /// The files to fetch.
    pub assets: Assets,
}

impl Frame {
    /// The messages in the page's language.
    #[must_use]
    pub const fn messages(&self) -> Messages {
        Messages(self.lang)
    }

    /// A frame for samples and tests: Vietnamese, a guest, a demonstration.
    #[must_use]
    pub fn sample(lang: Lang) -> Self {
        Self {
            lang,
            text_size: TextSize::Usual,
            signed_in: None,
            at_seat: false,
            demonstration: true,
            pending: None,
            fresh_id: "01920000-0000-7000-8000-000000000001".into(),
            path: urls::home().into(),
            offline: false,
            assets: Assets::default(),
        }
    }
}

/// How wide a page is and which sheets it wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// One column for a phone; the `APP` sheet alone.
    Phone,
    /// Room for tables and charts; also the `DESK` sheet.
    Desk,
}

/// A whole page for a phone. `form_ids` are the ids of the forms in `main` that get the fresh id.
#[must_use]
pub fn layout(frame: &Frame, title: &str, main: &Markup, form_ids: &[&str]) -> Markup {
    page(frame, Width::Phone, title, main, form_ids)
}

/// A whole page with room for tables and charts.
#[must_use]
pub fn layout_desk(frame: &Frame, title: &str, main: &Markup, form_ids: &[&str]) -> Markup {
    page(frame, Width::Desk, title, main, form_ids)
}

fn page(frame: &Frame, width: Width, title: &str, main: &Markup, form_ids: &[&str]) -> Markup {
    let large = frame.text_size == TextSize::Large;
    let m = frame.messages();
    html! {
        (DOCTYPE)
        html lang=(frame.lang.tag()) class=[large.then_some("large")] {
            (head(frame, width, title))
            body class=[(width == Width::Desk).then_some("desk")] {
                a.skip href="#main" { (m.skip_to_main()) }
                (header(frame))
                (notices(frame))
                main #main tabindex="-1" { (main) }
                (fresh_ids(frame, form_ids))
                (footer(frame))
            }
        }
    }
}

/// The stair of the ladder, so small that a request for it would cost more than it.
pub(crate) const FAVICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' fill='%230B5D5A'%3E%3Cpath d='M1 11h4v4H1zM6 7h4v8H6zM11 2h4v13h-4z'/%3E%3C/svg%3E";

fn head(frame: &Frame, width: Width, title: &str) -> Markup {
    let m = frame.messages();
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width,initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="theme-color" content="#0B5D5A";
            title { (title) @if title != m.product() { " – " (m.product()) } }
            link rel="icon" href=(FAVICON);
            link rel="preload" href=(frame.assets.font) as="font" type="font/woff2" crossorigin;
            link rel="stylesheet" href=(frame.assets.app_css);
            @if width == Width::Desk {
                link rel="stylesheet" href=(frame.assets.desk_css);
            }
            @if let Some(script) = &frame.assets.register_js {
                script src=(script) defer {}
            }
        }
    }
}

fn header(frame: &Frame) -> Markup {
    let m = frame.messages();
    let items = [(urls::learn(), m.nav_learn()), (urls::me(), m.nav_me()), (urls::units(), m.nav_units())];
    html! {
        header.top {
            a.brand href=(urls::home()) { (ui::mark()) span { (m.product()) } }
            nav aria-label=(m.nav_label()) {
                @for (url, label) in items {
                    a href=(url) aria-current=[here(frame, &url).then_some("page")] { (label) }
                }
                @if frame.signed_in.is_some() {
                    @let url = urls::desk();
                    a href=(url) aria-current=[here(frame, &url).then_some("page")] { (m.desk_title()) }
                }
            }
        }
    }
}

fn here(frame: &Frame, url: &Url) -> bool {
    frame.path.split('?').next() == Some(url.as_str())
}

fn notices(frame: &Frame) -> Markup {
    let m = frame.messages();
    let pending = frame.pending.filter(|count| *count > 0);
    html! {
        @if frame.demonstration || frame.offline || frame.at_seat || pending.is_some() {
            section aria-label=(m.notices_label()) {
                @if frame.at_seat {
                    p.band.band-quiet { (icon("user")) a href=(urls::exam_seat()) { (m.exam_at_seat()) } }
                }
                @if frame.demonstration { p.band { (m.demonstration()) } }
                @if frame.offline { p.band.band-quiet { (icon("wifi-off")) span { (m.offline_now()) } } }
                @if let Some(count) = pending {
                    p.band.band-quiet role="status" { (icon("clock")) span { (m.pending(count)) } }
                }
            }
        }
    }
}

fn fresh_ids(frame: &Frame, form_ids: &[&str]) -> Markup {
    html! {
        @for form in form_ids {
            input type="hidden" name="act" value=(frame.fresh_id) form=(form);
        }
    }
}

fn footer(frame: &Frame) -> Markup {
    let m = frame.messages();
    let other = match frame.lang {
        Lang::Vi => Lang::En,
        Lang::En => Lang::Vi,
    };
    let language = urls::preferences().with("lang", other.tag()).with("back", &frame.path);
    html! {
        footer.foot {
            form method="post" action=(urls::preferences()) {
                input type="hidden" name="back" value=(frame.path);
                button.quiet name="text" value=(frame.text_size.other().word()) {
                    (icon("type"))
                    @match frame.text_size { TextSize::Usual => (m.text_larger()), TextSize::Large => (m.text_usual()) }
                }
            }
            a.quiet href=(language) lang=(other.tag()) hreflang=(other.tag()) { (icon("languages")) (m.other_language()) }
            a.quiet href=(urls::about()) { (icon("info")) (m.nav_about()) }
            (session(frame))
        }
    }
}

fn session(frame: &Frame) -> Markup {
    let m = frame.messages();
    html! {
        @if let Some(person) = &frame.signed_in {
            form method="post" action=(urls::sign_out()) {
                span.muted { (m.signed_in_as(&person.name, &person.role)) }
                button.quiet { (icon("log-out")) (m.nav_sign_out()) }
            }
        } @else {
            a.quiet href=(urls::sign_in()) { (icon("log-in")) (m.nav_sign_in()) }
        }
    }
}
