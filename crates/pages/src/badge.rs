//! The picture of a badge: the ladder, and what was achieved. A file of its own, with its colours in it.

use maud::{Markup, PreEscaped, html};

/// A badge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Badge {
    /// What was achieved.
    pub title: String,
    /// Who says so.
    pub issuer: String,
}

/// The five rungs, from the lowest: the ramp of the house on paper.
const RAMP: [&str; 5] = ["#D3E8E3", "#A3CFC8", "#63A9A3", "#2B807C", "#0B5D5A"];
/// Letters in a line of the title.
const LINE_LETTERS: usize = 24;
const LINES_MAX: usize = 3;

impl Badge {
    /// The drawing as the text of an SVG file.
    #[must_use]
    pub fn svg(&self) -> String {
        let lines = lines(&self.title);
        let drawing = html! {
            svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 320" width="320" height="320" role="img" aria-label=(self.title) {
                rect x="6" y="6" width="308" height="308" rx="28" fill="#FFFCF7" stroke="#0B5D5A" stroke-width="6" {}
                @for (step, colour) in RAMP.iter().enumerate() { (rung(step, colour)) }
                g font-family="Be Vietnam Pro, sans-serif" text-anchor="middle" fill="#1E2A2A" {
                    @for (at, line) in lines.iter().enumerate() {
                        text x="160" y=(222 + 24 * at) font-size="19" font-weight="600" { (line) }
                    }
                    text x="160" y="296" font-size="14" fill="#566464" { (self.issuer) }
                }
            }
        };
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}", drawing.into_string())
    }
}

/// One rung: a bar that is higher than the one before it.
fn rung(step: usize, colour: &str) -> Markup {
    let height = 28 + 26 * step;
    html! {
        (PreEscaped(format!(
            "<rect x=\"{}\" y=\"{}\" width=\"38\" height=\"{height}\" rx=\"6\" fill=\"{colour}\" stroke=\"#0B5D5A\" stroke-width=\"2\"/>",
            50 + 46 * step,
            188 - height
        )))
    }
}

/// The title in lines; what does not fit in the last ends with an ellipsis.
fn lines(title: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in title.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LINE_LETTERS => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.len() > LINES_MAX {
        lines.truncate(LINES_MAX);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_badge_says_what_was_achieved_and_who_says_so() {
        let title =
            "Kỹ năng số đầu tiên của người làm trong khu vực công <và> nhiều điều khác nữa dài hơn khung";
        let svg = Badge { title: title.into(), issuer: "Học Vụ Số".into() }.svg();
        assert!(svg.contains("Học Vụ Số") && svg.contains("Kỹ năng số đầu tiên của"), "{svg}");
        assert!(svg.contains("&lt;và&gt;") && svg.contains('…'), "{svg}");
        assert_eq!(svg.matches("<rect").count(), 6);
    }
}
