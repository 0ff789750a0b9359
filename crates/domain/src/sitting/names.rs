//! The list of names that an organiser may bring.

use crate::people::{BadName, Name};

/// A room for more people is several sittings.
pub const NAMES_MAX: usize = 200;

/// A line of the list that is no name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadLine {
    /// Which, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub why: BadName,
}

/// Reads a list, one name a line; empty lines are forgiven. What goes beyond [`NAMES_MAX`] is left out.
///
/// # Errors
/// The first line that is no name.
///
/// ```
/// use domain::sitting::names;
/// assert_eq!(names("Nguyễn Thị Mai\n\n  Trần Bình ").unwrap().len(), 2);
/// assert_eq!(names("Mai An\n<b>").unwrap_err().line, 2);
/// ```
pub fn names(text: &str) -> Result<Vec<Name>, BadLine> {
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    let name = |(line, text): (usize, &str)| Name::parse(text).map_err(|why| BadLine { line, why });
    lines.take(NAMES_MAX).map(name).collect()
}
