//! What is seen and tapped on a screen.

use maud::{Markup, html};

use super::asked::asked;
use super::square::square;
use super::{Element, Tap, icon};

pub(super) fn element(one: &Element) -> Markup {
    html! {
        @match one {
            Element::Text(text) => { p { (text) } }
            Element::Heading(text) => { h3 { (text) } }
            Element::Detail(text) => { p.p-detail { (text) } }
            Element::Alert(text) => { p.p-alert { (icon("alert")) span { (text) } } }
            Element::Message(text) => { p.p-bubble { (text) } }
            Element::Reply(text) => { p.p-bubble.p-reply { (text) } }
            Element::Say(text) => { p.p-say { (icon("volume")) span { (text) } } }
            Element::Card { title, icon, lines } => { (card(title, icon.as_deref(), lines)) }
            Element::Picture { src, alt } => { img src=(src) alt=(alt); }
            Element::Field { .. } | Element::Pick(_) | Element::Tick { .. } => { (asked(one)) }
            _ => { (tappable(one)) }
        }
    }
}

fn card(title: &str, picture: Option<&str>, lines: &[String]) -> Markup {
    html! {
        div.p-card {
            b { (icon(picture.unwrap_or_default())) (title) }
            @for line in lines { span { (line) } }
        }
    }
}

fn tappable(one: &Element) -> Markup {
    match one {
        Element::App { label, icon: name, tap } => {
            button(tint(name), tap, &html! { i { (icon(name)) } (label) })
        }
        Element::Button { label, tap } => button("p-button", tap, &html! { (label) }),
        Element::Link { label, tap } => button("p-link", tap, &html! { (label) }),
        Element::Row { label, icon: name, detail, tap } => button(
            "p-row",
            tap,
            &html! {
                (icon(name.as_deref().unwrap_or_default()))
                span { (label) @if let Some(detail) = detail { small { (detail) } } }
                (icon("chevron-right"))
            },
        ),
        Element::Toggle { label, is_on, tap } => {
            let class = if *is_on { "p-toggle p-on" } else { "p-toggle" };
            button(class, tap, &html! { span { (label) } span.p-switch {} })
        }
        Element::Qr { label, tap } => code(label, tap.as_ref()),
        Element::Banner { label, icon: name, detail, tap } => button(
            "p-banner",
            tap,
            &html! {
                (icon(name.as_deref().unwrap_or("bell")))
                span { b { (label) } @if let Some(detail) = detail { small { (detail) } } }
            },
        ),
        _ => html! {},
    }
}

fn code(label: &str, tap: Option<&Tap>) -> Markup {
    let content = html! { (square(label)) span { (label) } };
    match tap {
        Some(tap) => button("p-qr", tap, &content),
        None => html! { div.p-qr { (content) } },
    }
}

pub(super) fn button(class: &str, tap: &Tap, content: &Markup) -> Markup {
    let class = if tap.is_next { format!("{class} p-next") } else { class.to_owned() };
    html! {
        button class=(class) name="tap" value=(tap.value) aria-describedby=[tap.is_next.then_some("guide")] { (content) }
    }
}

/// A colour for an app's icon, always the same for the same icon.
fn tint(icon: &str) -> &'static str {
    const TINTS: [&str; 6] =
        ["p-app", "p-app p-tint-1", "p-app p-tint-2", "p-app p-tint-3", "p-app p-tint-4", "p-app p-tint-5"];
    let sum: usize = icon.bytes().map(usize::from).sum();
    TINTS.get(sum % TINTS.len()).copied().unwrap_or("p-app")
}
