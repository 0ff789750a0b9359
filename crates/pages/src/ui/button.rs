//! Buttons and links that look like them. A page has one primary; everything else is quieter.

use maud::{Markup, html};

use crate::urls::Url;

/// The one primary button of a form.
#[must_use]
pub fn button(label: &str) -> Markup {
    html! { button.btn { (label) } }
}

/// A button for what cannot be undone.
#[must_use]
pub fn button_danger(label: &str) -> Markup {
    html! { button.btn-danger { (label) } }
}

/// A link to the next page, as prominent as a primary button.
#[must_use]
pub fn link_button(url: &Url, label: &str) -> Markup {
    html! { a.btn href=(url) { (label) } }
}

/// A second way on, framed but not filled.
#[must_use]
pub fn link_secondary(url: &Url, label: &str) -> Markup {
    html! { a.btn-2 href=(url) { (label) } }
}

/// A quiet link of full touch height.
#[must_use]
pub fn link_quiet(url: &Url, label: &str) -> Markup {
    html! { a.quiet href=(url) { (label) } }
}
