//! A person's name.

use core::fmt;

/// A person's name: 2 to 80 characters, letters of any language, blanks, `.`, `'` and `-`.
///
/// ```
/// use domain::people::Name;
/// assert_eq!(Name::parse("  Nguyễn  Thị Mai ").unwrap().as_str(), "Nguyễn Thị Mai");
/// assert!(Name::parse("<b>").is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(Box<str>);

/// Why a text is no name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadName {
    /// Nothing, or one letter.
    TooShort,
    /// Over 80 characters.
    TooLong,
    /// A character that names do not have.
    Character(char),
}

impl Name {
    /// Reads a name; blanks at the ends and doubled ones are forgiven.
    ///
    /// # Errors
    /// When it is too short, too long, or holds a character that names do not have.
    pub fn parse(text: &str) -> Result<Self, BadName> {
        const LONGEST: usize = 80;
        let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(bad) = name.chars().find(|c| !(c.is_alphabetic() || is_mark(*c) || " .'’-".contains(*c)))
        {
            return Err(BadName::Character(bad));
        }
        match name.chars().count() {
            0 | 1 => Err(BadName::TooShort),
            count if count > LONGEST => Err(BadName::TooLong),
            _ => Ok(Self(name.into())),
        }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Combining marks: a name typed on some phones has its tones decomposed.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Name {
    /// The first letters of its words: how a child is told apart in a helper's own list without being named.
    ///
    /// ```
    /// use domain::people::Name;
    /// assert_eq!(Name::parse("Nguyễn Văn Việt").unwrap().initials(), "N. V. V.");
    /// ```
    #[must_use]
    pub fn initials(&self) -> String {
        let letters = self.0.split(' ').filter_map(|word| word.chars().next());
        letters.map(|letter| format!("{letter}.")).collect::<Vec<_>>().join(" ")
    }
}
