//! Versions: the same id with another text.

use core::fmt;

use serde::{Deserialize, Serialize};

use super::lesson::Lesson;
use super::phone::Practice;

/// Which text of a lesson or a practice is meant: a digest of everything a person may see of it. A typo mended is another
/// version, and so is a change of how the product keeps content; the same text in the same program is always the same one.
///
/// It only tells the few texts of one id from each other, so 32 bits are enough.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Version(pub u32);

impl Version {
    /// The version of a word in a form.
    ///
    /// ```
    /// use domain::content::Version;
    /// let version = Version(7);
    /// assert_eq!(Version::parse(&version.to_string()), Some(version));
    /// assert_eq!(Version::parse("v7"), None);
    /// ```
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        word.parse().ok().map(Self)
    }

    fn of(content: &impl Serialize) -> Self {
        // Content is plain data: writing it does not fail.
        let json = serde_json::to_vec(content).unwrap_or_default();
        let step = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(16_777_619);
        Self(json.iter().fold(2_166_136_261, step))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Lesson {
    /// The lesson with the version that its text makes.
    #[must_use]
    pub fn sealed(mut self) -> Self {
        self.version = Version::default();
        self.version = Version::of(&self);
        self
    }
}

impl Practice {
    /// The practice with the version that its text makes.
    #[must_use]
    pub fn sealed(mut self) -> Self {
        self.version = Version::default();
        self.version = Version::of(&self);
        self
    }
}
