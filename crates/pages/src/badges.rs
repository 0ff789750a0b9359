//! Badges: one's own, and one that its owner made public.

use domain::text::Lang;
use jiff::civil::{Date, date};
use maud::{Markup, html};

use crate::frame::{Frame, layout};
use crate::messages::Messages;
use crate::ui::{self, Rung, Tone};
use crate::urls::{self, Url};

/// What a badge is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadgeFor {
    /// A skill, on its rung.
    Skill(String, Rung),
    /// A whole course.
    Course(String),
    /// Confirmed visits.
    Helper(u32),
}

/// A badge as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadgeView {
    /// Its word in forms.
    pub key: String,
    /// What it is for.
    pub of: BadgeFor,
    /// Since when, where that is one day.
    pub since: Option<Date>,
    /// The public link, when its owner made one, and as it is told to others: with scheme and host.
    pub link: Option<(Url, String)>,
}

impl BadgeView {
    fn say(&self, m: Messages) -> String {
        match &self.of {
            BadgeFor::Skill(skill, rung) => m.badge_skill(skill, m.rung(*rung)),
            BadgeFor::Course(course) => m.badge_course(course),
            BadgeFor::Helper(count) => m.badge_helper(*count),
        }
    }

    fn drawn(&self, m: Messages) -> Markup {
        let height = match self.of {
            BadgeFor::Skill(_, rung) => rung.height(),
            BadgeFor::Course(_) | BadgeFor::Helper(_) => Rung::Retained.height(),
        };
        html! {
            (ui::medal(&self.say(m), height))
            p { b { (self.say(m)) } @if let Some(since) = self.since { br; span.muted { (m.badge_since(&m.date(since))) } } }
        }
    }
}

/// One's own badges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Badges {
    /// All of them.
    pub badges: Vec<BadgeView>,
    /// Whether their owner may make them public; a child may not.
    pub may_share: bool,
}

impl Badges {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            (ui::back(m, &urls::me()))
            h1 { (m.badges_title()) }
            p.muted { (m.badges_lead()) }
            @if self.badges.is_empty() { (ui::boxed(Tone::Info, &html! { p { (m.badges_none()) } })) }
            @else { p { (if self.may_share { m.badges_private() } else { m.badges_child() }) } }
            ul.badges { @for badge in &self.badges { li.card { (badge.drawn(m)) @if self.may_share { (sharing(m, badge)) } } } }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, m.badges_title(), &self.main(m), &[])
    }

    /// Of every kind, one shared; a child's; none.
    #[must_use]
    pub fn samples(_: Lang) -> Vec<Self> {
        let skill = BadgeView {
            key: "skill/public-services".into(),
            of: BadgeFor::Skill("Nộp hồ sơ trên Cổng Dịch vụ công quốc gia".into(), Rung::Alone),
            since: Some(date(2026, 11, 22)),
            link: None,
        };
        let page = urls::badge("0123456789abcdef0123456789abcdef");
        let address = format!("https://hocvuso.example{page}");
        let course = BadgeView {
            key: "course/first-steps".into(),
            of: BadgeFor::Course("Bốn bài đầu tiên".into()),
            link: Some((page, address)),
            ..skill.clone()
        };
        let helper = BadgeView { key: "helper".into(), of: BadgeFor::Helper(23), since: None, link: None };
        vec![
            Self { badges: vec![skill.clone(), course, helper], may_share: true },
            Self { badges: vec![skill], may_share: false },
            Self { badges: Vec::new(), may_share: true },
        ]
    }
}

/// Making a link, or taking it back: doing either twice is harmless, so the form needs no id of its own.
fn sharing(m: Messages, badge: &BadgeView) -> Markup {
    let (word, label) =
        if badge.link.is_some() { ("unshare", m.badge_unshare()) } else { ("share", m.badge_share()) };
    html! {
        @if let Some((page, address)) = &badge.link {
            p.small { (m.badge_link()) ":" br; a.wrap href=(page) { (address) } }
        }
        form method="post" action=(urls::badges()) {
            input type="hidden" name="badge" value=(badge.key);
            button.quiet name="do" value=(word) { (label) span.vh { ": " (badge.say(m)) } }
        }
    }
}

/// A badge that its owner made public, or nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicBadge {
    /// The badge; `None` when the link leads nowhere.
    pub badge: Option<BadgeView>,
    /// Whether it was earned in a demonstration.
    pub is_demonstration: bool,
}

impl PublicBadge {
    /// The inside of `<main>`.
    #[must_use]
    pub fn main(&self, m: Messages) -> Markup {
        html! {
            @match &self.badge {
                Some(badge) => {
                    h1 { (badge.say(m)) }
                    div.badges { div.card { (badge.drawn(m)) } }
                    p { (m.badge_public_lead()) }
                    @if self.is_demonstration { (ui::boxed(Tone::Warn, &html! { p { (m.cert_demo()) } })) }
                }
                None => { h1 { (m.badge_link()) } (ui::boxed(Tone::Info, &html! { p { (m.badge_gone()) } })) }
            }
        }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, frame: &Frame) -> Markup {
        let m = frame.messages();
        layout(frame, m.badge_link(), &self.main(m), &[])
    }

    /// One; none.
    #[must_use]
    pub fn samples(lang: Lang) -> Vec<Self> {
        let badge = Badges::samples(lang).into_iter().flat_map(|page| page.badges).next();
        vec![Self { badge, is_demonstration: true }, Self { badge: None, is_demonstration: false }]
    }
}
