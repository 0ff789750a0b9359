//! The ladder of evidence, the signature of the product: five steps, drawn the same everywhere.
//!
//! A rung is told three times: by the height of its step, by its mark (a dot, two dots, a figure standing alone, a tick,
//! a returning arrow) and by a colour from light to deep teal. So nobody needs to see colours.

use domain::standing::Rung;
use maud::{Markup, html};

use crate::messages::Messages;

/// The class that fills a drawing with the colour of a rung.
pub(super) const fn fill(rung: Rung) -> &'static str {
    match rung {
        Rung::Attended => "on s1",
        Rung::Helped => "on s2",
        Rung::Alone => "on s3",
        Rung::Passed => "on s4",
        Rung::Retained => "on s5",
    }
}

/// The mark of a rung, drawn in a box of 12 by 12.
const fn sign(rung: Rung) -> &'static str {
    match rung {
        Rung::Attended => "M6 8h.01",
        Rung::Helped => "M2.5 8h.01M9.5 8h.01",
        Rung::Alone => "M6 1.5h.01M6 6.5v4",
        Rung::Passed => "M1.5 6.5l3.2 3.2 5.8-6.7",
        Rung::Retained => "M10.5 6a4.5 4.5 0 1 1-1.3-3.2M10.5.5v3H7.5",
    }
}

/// The steps as a drawing of 60 by 48; those up to `rung` are filled and the mark stands on its step.
fn stair(rung: Option<Rung>) -> Markup {
    html! {
        svg.stair viewBox="0 0 60 48" aria-hidden="true" {
            @for step in Rung::ALL {
                @let n = u16::from(step.height());
                @let height = 4 + n * 6;
                rect class=[rung.filter(|rung| step <= *rung).map(|_| fill(step))]
                    x=(n * 12 - 11) y=(47 - height) width="10" height=(height) rx="2" {}
            }
            @if let Some(rung) = rung {
                @let n = u16::from(rung.height());
                path.dot[rung <= Rung::Helped] d=(sign(rung)) transform={ "translate(" (n * 12 - 12) " " (30 - n * 6) ")" } {}
            }
        }
    }
}

/// Bars of growing height, one to four of them filled: how far a skill has come. The word stands beside it.
#[must_use]
pub fn bars(filled: u8) -> Markup {
    html! {
        svg.stair.bars viewBox="0 0 48 48" aria-hidden="true" {
            @for n in 1..=4u8 {
                @let height = 6 + u16::from(n) * 9;
                rect class=[(n <= filled).then_some(match n { 1 => "on s2", 2 => "on s3", 3 => "on s4", _ => "on s5" })]
                    x=(u16::from(n) * 12 - 11) y=(47 - height) width="10" height=(height) rx="2" {}
            }
        }
    }
}

/// The product's mark: the stair, all five steps taken.
#[must_use]
pub fn mark() -> Markup {
    html! {
        svg.stair viewBox="0 0 60 48" aria-hidden="true" {
            @for step in Rung::ALL {
                @let n = u16::from(step.height());
                rect class=(fill(step)) x=(n * 12 - 11) y=(41 - n * 6) width="10" height=(6 + n * 6) rx="2" {}
            }
        }
    }
}

/// A small chip: the stair and the word.
#[must_use]
pub fn chip(m: Messages, rung: Option<Rung>) -> Markup {
    html! { span.chip { (stair(rung)) (rung.map_or(m.rung_none(), |rung| m.rung(rung))) } }
}

/// A row of a list: the stair, what it is about, the rung in words and a remark (since when, with whom).
#[must_use]
pub fn row(m: Messages, about: &str, rung: Option<Rung>, remark: &str) -> Markup {
    html! {
        div.rung {
            (stair(rung))
            span {
                b { (about) }
                small {
                    (rung.map_or_else(|| m.rung_none().to_owned(), |rung| m.rung_at(m.rung(rung), rung.height())))
                    @if !remark.is_empty() { " · " (super::unbroken(remark)) }
                }
            }
        }
    }
}

/// The whole ladder, as wide as the page, with somebody standing on the rung reached.
#[must_use]
pub fn big(m: Messages, rung: Option<Rung>) -> Markup {
    html! {
        div.big-ladder {
            svg.stair viewBox="0 0 300 172" aria-hidden="true" {
                @for step in Rung::ALL {
                    @let n = u16::from(step.height());
                    @let height = 10 + n * 18;
                    @let taken = rung.is_some_and(|rung| step <= rung);
                    rect class=[taken.then_some(fill(step))] x=(n * 60 - 57) y=(170 - height) width="54" height=(height) rx="5" {}
                    path.inside.dot[step <= Rung::Helped].over[taken && step >= Rung::Passed] d=(sign(step))
                        transform={ "translate(" (n * 60 - 39) " " (148 - u16::from(n == 1) * 2) ") scale(1.5)" } {}
                }
                (climber(rung))
            }
            ol {
                @for step in Rung::ALL {
                    li.at[Some(step) == rung] aria-current=[(Some(step) == rung).then_some("step")] { (m.rung(step)) }
                }
            }
        }
    }
}

/// A small figure in a conical hat, on the step reached.
fn climber(rung: Option<Rung>) -> Markup {
    html! {
        @if let Some(n) = rung.map(|rung| u16::from(rung.height())) {
            g.climber transform={ "translate(" (n * 60 - 48) " " (104 - n * 18) ")" } {
                path.shirt d="M6 56c-1-20 3-30 12-30s13 10 12 30z" {}
                circle cx="18" cy="18" r="9.5" {}
                path.hat d="M0 16Q13 1 18 1t18 15q-18 7-36 0z" {}
            }
        }
    }
}

/// How many of a unit stand on each rung, and the size of the group they are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stack {
    /// People whose highest rung this is, from the lowest.
    pub on: [u64; 5],
    /// The people the bar is full with.
    pub of: u64,
}

/// The stacked bar of a unit: the highest rung first, from the left.
#[must_use]
pub fn stack(label: &str, stack: Stack) -> Markup {
    let mut from = 0;
    let parts: Vec<_> = Rung::ALL
        .into_iter()
        .zip(stack.on)
        .rev()
        .map(|(rung, count)| {
            let at = from;
            from += count;
            (rung, share(at, stack.of), share(count, stack.of))
        })
        .collect();
    html! {
        svg.stack role="img" aria-label=(label) {
            @for (rung, at, width) in parts {
                rect class=(fill(rung)) x=(at) width=(width) height="100%" {}
            }
        }
    }
}

/// A part of a whole as an SVG percentage with one decimal.
pub(super) fn share(part: u64, of: u64) -> String {
    let permille = (part.min(of) * 1000).checked_div(of).unwrap_or(0);
    format!("{}.{}%", permille / 10, permille % 10)
}

/// What the five steps mean, as a line of stairs and words.
#[must_use]
pub fn legend(m: Messages) -> Markup {
    html! {
        ul.legend {
            @for rung in Rung::ALL {
                li { (stair(Some(rung))) (m.rung(rung)) }
            }
        }
    }
}
