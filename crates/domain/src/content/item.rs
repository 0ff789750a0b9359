//! What a question is, once read.

use super::phone::{Element, Look};
use crate::ids::{ItemId, SkillId};
use crate::text::Text;

/// A question.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its id.
    pub id: ItemId,
    /// The skill it asks about.
    pub skill: SkillId,
    /// The level, from 1 (the easiest of the framework's eight).
    pub level: u8,
    /// Difficulty and slope, a first estimate.
    pub model: irt::Item,
    /// The question.
    pub ask: Text,
    /// The question and its answers spoken: an asset name, when the author supplied the file.
    pub audio: Option<String>,
    /// The question and its answers in sign language: an asset name, when the author supplied the file.
    pub sign: Option<String>,
    /// How it is answered.
    pub kind: ItemKind,
    /// The answers, in the order written; the steps of an order in the right one; what can be tapped, from the top.
    pub choices: Vec<Choice>,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemKind {
    /// By choosing the one right answer.
    Choice,
    /// By choosing all right answers and no other.
    Several,
    /// By putting all steps in order.
    Order,
    /// By tapping the right place of a drawn screen.
    Tap(Drawn),
}

impl ItemKind {
    /// The word in the file.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Choice => "choice",
            Self::Several => "several",
            Self::Order => "order",
            Self::Tap(_) => "tap",
        }
    }
}

/// A screen on which a question asks where to tap. What can be tapped on it are the choices of the question, in the same order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// What kind of screen it is.
    pub look: Look,
    /// What stands at its top.
    pub title: Text,
    /// What is drawn, in order.
    pub elements: Vec<Element>,
}

/// One answer of a question, one step of an order, or one thing to tap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The answer.
    pub text: Text,
    /// Whether it is right.
    pub right: bool,
    /// Why it is right or wrong; of a step, why it stands where it does.
    pub because: Text,
}
