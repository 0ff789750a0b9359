//! What a lesson is, once read.

use serde::{Deserialize, Serialize};

use super::version::Version;
use crate::ids::{LessonId, SkillId};
use crate::text::Text;

/// A lesson: a few short screens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lesson {
    /// Its id.
    pub id: LessonId,
    /// Which text of it this is.
    pub version: Version,
    /// Its name.
    pub title: Text,
    /// The skill it teaches.
    pub skill: SkillId,
    /// Its screens, in order; never empty.
    pub screens: Vec<LessonScreen>,
}

impl Lesson {
    /// How many screens it has.
    #[must_use]
    pub fn count(&self) -> u16 {
        u16::try_from(self.screens.len()).unwrap_or(u16::MAX)
    }
}

/// One screen of a lesson, in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonScreen {
    /// In Vietnamese.
    pub vi: Page,
    /// In English.
    pub en: Page,
}

impl LessonScreen {
    /// The screen in one language.
    #[must_use]
    pub fn get(&self, lang: crate::text::Lang) -> &Page {
        match lang {
            crate::text::Lang::Vi => &self.vi,
            crate::text::Lang::En => &self.en,
        }
    }
}

/// A heading and blocks below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// The heading.
    pub title: String,
    /// What stands below it.
    pub blocks: Vec<Block>,
    /// The screen read aloud: an asset name, when the author supplied the recording.
    pub audio: Option<String>,
}

/// A block of a lesson.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A list with dots.
    Bullets(Vec<Vec<Span>>),
    /// A list with numbers.
    Steps(Vec<Vec<Span>>),
    /// A tip.
    Tip(Vec<Span>),
    /// A picture: its file as an asset name (`lesson--file.svg`) and its alternative.
    Picture {
        /// The asset name.
        asset: String,
        /// The text alternative.
        alt: String,
    },
    /// A short question with its answers. Nothing is counted.
    Question {
        /// What is asked.
        ask: Vec<Span>,
        /// The answers, in order; exactly one is right.
        answers: Vec<Answer>,
    },
}

/// One answer of a lesson's question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The answer.
    pub text: Vec<Span>,
    /// Whether it is the right one.
    pub right: bool,
    /// Why it is right, or what to do instead.
    pub because: Vec<Span>,
}

/// A run of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The text.
    pub text: String,
    /// Whether it stands out.
    pub strong: bool,
}
