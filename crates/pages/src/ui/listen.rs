//! Having a page read aloud by the browser's own voice.

use maud::{Markup, html};

use super::icon;
use crate::style;
use crate::urls;

/// A button that reads the page aloud and stops again. Only the script shows it, and only where the browser has a voice for the
/// page's language; what it reads never leaves the device.
#[must_use]
pub fn listen(read: &str, stop: &str) -> Markup {
    html! {
        button.listen #listen type="button" hidden data-stop=(stop) { (icon("volume")) span { (read) } }
        script src=(urls::static_file(style::LISTEN.name)) defer {}
    }
}
