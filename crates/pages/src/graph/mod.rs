//! A picture of a practice for those who write it: every screen as a card with its taps, the guided way as a straight line from
//! left to right, wrong turns below it, ways back drawn lightly.
//!
//! The picture is a whole SVG document: it needs no style sheet and runs no script.

mod cards;
mod draw;
mod lanes;

use domain::content::Practice;
use maud::Markup;

use crate::messages::Messages;

/// The picture of a practice in one language.
#[must_use]
pub fn practice_graph(practice: &Practice, m: Messages) -> Markup {
    draw::draw(cards::lay_out(practice, m), practice, m)
}

#[cfg(test)]
mod tests {
    use domain::content::{Source, load};
    use domain::ids::PracticeId;
    use domain::text::Lang;

    use super::*;

    fn drawn(text: &str) -> String {
        let texts = [("practices/p.txt".to_owned(), text.to_owned())].into();
        let (curriculum, _) = load(&Source { texts, ..Source::default() }, &["star"]);
        let practice = &curriculum.practices[&PracticeId::parse("p").unwrap()];
        practice_graph(practice, Messages(Lang::En)).into_string()
    }

    const TEXT: &str = "practice p\n  title t\n  goal g\n  skill s\n  start a\n  finish c\n\
        \x20 screen a\n    look settings\n    title First <screen>\n    guide g\n    button On & on\n      go b\n      right\n    \
        button Trap\n      go trap\n      wrong w\n    button Nothing\n      wrong w\n\
        \x20 screen b\n    look lock\n    title Second\n    guide g\n    back a\n    button On\n      go c\n      right\n\
        \x20 screen trap\n    look lock\n    title Astray\n    guide g\n    back a\n      right\n\
        \x20 screen c\n    look lock\n    title Last\n    done d\n  screen d\n    look lock\n    title Alone\n    guide g\n";

    #[test]
    fn every_screen_and_tap_is_drawn_once_and_escaped() {
        let svg = drawn(TEXT);
        for words in
            ["First &lt;screen&gt;", "On &amp; on", ">Trap<", ">Nothing<", ">Astray<", ">Last<", ">Alone<"]
        {
            assert!(svg.contains(words), "{words}: {svg}");
        }
        assert_eq!(svg.matches("data-card").count(), 5);
        assert_eq!(svg.matches("data-way").count(), 5, "each tap that leads somewhere");
        assert!(!svg.contains("<script") && !svg.contains("style="));
    }

    #[test]
    fn a_guided_way_that_loops_is_drawn_nevertheless() {
        let svg = drawn(&TEXT.replace("go c", "go a"));
        assert_eq!(svg.matches("data-card").count(), 5);
    }
}
