//! A badge: the five steps in a ring, as high as was climbed.

use domain::standing::Rung;
use maud::{Markup, html};

use super::ladder::fill;

/// A badge with so many of the five steps lit, described by `label`.
#[must_use]
pub fn medal(label: &str, height: u8) -> Markup {
    html! {
        svg.medal viewBox="0 0 96 96" role="img" aria-label=(label) {
            circle.ring cx="48" cy="48" r="45" {}
            circle.face cx="48" cy="48" r="39" {}
            @for rung in Rung::ALL {
                @let step = u16::from(rung.height());
                @let class = if rung.height() <= height { fill(rung) } else { "off" };
                rect class=(class) x=(13 + step * 10) y=(68 - step * 8) width="9" height=(step * 8) rx="1" {}
            }
        }
    }
}
