//! The outline form of every `.txt` file: one fact a line, a word first, then its value; what belongs to a line stands
//! below it, indented by two more blanks.

use super::finding::{Fault, Finding};

/// One line of an outline with the lines that belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The line, from 1.
    pub line: u32,
    /// The first word.
    pub word: String,
    /// The rest of the line, trimmed.
    pub value: String,
    /// The lines below it.
    pub below: Vec<Node>,
}

/// Reads an outline. Lines with a wrong indentation are reported and left out.
///
/// ```
/// let (nodes, findings) = domain::content::parse_outline("x.txt", "skill phone\n  title Điện thoại || Phone\n");
/// assert!(findings.is_empty());
/// assert_eq!(nodes[0].below[0].value, "Điện thoại || Phone");
/// ```
#[must_use]
pub fn parse(file: &str, text: &str) -> (Vec<Node>, Vec<Finding>) {
    let mut open: Vec<Node> = Vec::new();
    let mut roots = Vec::new();
    let mut findings = Vec::new();
    for (number, line) in (1u32..).zip(text.lines()) {
        let body = line.trim();
        if body.is_empty() || body.starts_with('#') {
            continue;
        }
        let Some(depth) = depth_of(line).filter(|depth| *depth <= open.len()) else {
            findings.push(Finding { file: file.into(), line: number, fault: Fault::Indentation });
            continue;
        };
        close(&mut open, &mut roots, depth);
        open.push(node(number, body));
    }
    close(&mut open, &mut roots, 0);
    (roots, findings)
}

fn depth_of(line: &str) -> Option<usize> {
    let blanks = line.len() - line.trim_start_matches(' ').len();
    let starts_clean = !line.trim_start_matches(' ').starts_with(char::is_whitespace);
    (blanks.is_multiple_of(2) && starts_clean).then_some(blanks / 2)
}

fn node(line: u32, body: &str) -> Node {
    let (word, value) = body.split_once(char::is_whitespace).unwrap_or((body, ""));
    Node { line, word: word.into(), value: value.trim().into(), below: Vec::new() }
}

/// Hands every node deeper than `depth` to the one above it.
fn close(open: &mut Vec<Node>, roots: &mut Vec<Node>, depth: usize) {
    while open.len() > depth {
        let Some(done) = open.pop() else { return };
        open.last_mut().map_or(&mut *roots, |above| &mut above.below).push(done);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_below_belong_to_the_line_above() {
        let (nodes, findings) = parse("f", "a 1\n  b 2\n    c\n  d 3\n# note\n\ne\n");
        assert_eq!(findings, []);
        assert_eq!(nodes.len(), 2);
        assert_eq!(nodes[0].below.len(), 2);
        assert_eq!(nodes[0].below[0].below[0].word, "c");
        assert_eq!(nodes[1].line, 7);
    }

    #[test]
    fn wrong_indentation_is_told_with_its_line() {
        for text in ["a\n   b", "a\n\tb", "a\n    b", "  a"] {
            let (_, findings) = parse("f", text);
            assert_eq!(findings.len(), 1, "{text:?}");
            assert_eq!(findings[0].fault, Fault::Indentation);
        }
    }
}
