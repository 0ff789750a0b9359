//! Taking a question out of use, and back.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::assessment::{BankItem, BankVersion, Status};
use crate::content::Curriculum;
use crate::ids::{BlueprintId, ItemId, SkillId};

/// The longest a keeper's words may be, in characters.
pub const WORDS_MAX: usize = 400;

/// What a keeper does to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deed {
    /// It is not asked any more.
    Retire,
    /// It is not asked until somebody has looked.
    Review,
    /// It is asked again.
    TakeBack,
}

impl Deed {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Review, Self::Retire, Self::TakeBack];

    /// The word in forms, in the database and in the audit.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Retire => "retire",
            Self::Review => "review",
            Self::TakeBack => "take-back",
        }
    }

    /// The deed of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deed| deed.as_str() == word)
    }

    /// Whether it can be done to a question that stands so.
    #[must_use]
    pub const fn fits(self, status: Status) -> bool {
        match self {
            Self::Retire => !matches!(status, Status::Retired),
            Self::Review => status.is_asked(),
            Self::TakeBack => !status.is_asked(),
        }
    }

    /// How a question stands after it: one taken back is calibrated when its parameters come from answers.
    const fn leads_to(self, item: &BankItem) -> Status {
        match self {
            Self::Retire => Status::Retired,
            Self::Review => Status::NeedsReview,
            Self::TakeBack if item.answers > 0 => Status::Calibrated,
            Self::TakeBack => Status::Starting,
        }
    }
}

/// Why, in a keeper's words: one line, not empty, at most [`WORDS_MAX`] characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words(String);

impl Words {
    /// The words of a text; runs of white space become one space.
    ///
    /// ```
    /// use domain::bank::Words;
    /// assert_eq!(Words::parse("  đáp án \n sai ").unwrap().as_str(), "đáp án sai");
    /// assert!(Words::parse(" ").is_none());
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let line = words.join(" ");
        (!line.is_empty() && line.chars().count() <= WORDS_MAX).then_some(Self(line))
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why a keeper's deed is not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The bank has no such question.
    Missing,
    /// It stands so already, or the deed does not fit how it stands.
    Status(Status),
    /// The bank has moved on since the proposal was made.
    OtherVersion {
        /// The version that the proposal was made of.
        made_of: u32,
        /// The version in use.
        now: u32,
    },
    /// The proposal would change nothing.
    Nothing,
}

/// The next version, in which the deed is done.
///
/// # Errors
/// When there is no such question, or the deed does not fit how it stands.
pub fn change(version: &BankVersion, item: &ItemId, deed: Deed) -> Result<BankVersion, Refused> {
    let mut next = BankVersion { number: version.number + 1, items: version.items.clone() };
    let found = next.items.iter_mut().find(|one| one.item == *item).ok_or(Refused::Missing)?;
    if !deed.fits(found.status) {
        return Err(Refused::Status(found.status));
    }
    found.status = deed.leads_to(found);
    Ok(next)
}

/// A test that a version can't meet: a skill with fewer questions than are drawn of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortage {
    /// The test.
    pub blueprint: BlueprintId,
    /// The skill.
    pub skill: SkillId,
    /// How many questions may be asked.
    pub left: usize,
    /// How many the test asks at least.
    pub wanted: u16,
}

/// Which tests a version can't meet; a keeper is told before taking a question out.
#[must_use]
pub fn shortages(version: &BankVersion, curriculum: &Curriculum) -> Vec<Shortage> {
    let asked = version.items.iter().filter(|item| item.status.is_asked());
    let mut left: BTreeMap<&SkillId, usize> = BTreeMap::new();
    for item in asked {
        if let Some(content) = curriculum.items.iter().find(|content| content.id == item.item) {
            *left.entry(&content.skill).or_default() += 1;
        }
    }
    let parts = curriculum
        .blueprints
        .values()
        .flat_map(|blueprint| blueprint.parts.iter().map(move |part| (&blueprint.card.id, part)));
    let short = parts.map(|(blueprint, part)| Shortage {
        blueprint: blueprint.clone(),
        skill: part.skill.clone(),
        left: left.get(&part.skill).copied().unwrap_or(0),
        wanted: part.least,
    });
    short.filter(|short| short.left < usize::from(short.wanted)).collect()
}
