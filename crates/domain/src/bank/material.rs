//! All answers, gathered once: what figures, calibration and flags are reckoned from.

use irt::calibrate::{Answer, Responses};
use serde::{Deserialize, Serialize};

use crate::assessment::BankVersion;
use crate::content;
use crate::ids::{GroupId, ItemId};

/// An age band, reckoned from the year of birth and the year of the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Age {
    /// Below 18.
    Child,
    /// 18 to 39.
    Young,
    /// 40 to 59.
    Middle,
    /// From 60.
    Old,
}

impl Age {
    /// All bands, the youngest first.
    pub const ALL: [Self; 4] = [Self::Child, Self::Young, Self::Middle, Self::Old];

    /// The band of a year of birth in a year.
    #[must_use]
    pub const fn of(born: i16, year: i16) -> Self {
        match year - born {
            ..18 => Self::Child,
            18..40 => Self::Young,
            40..60 => Self::Middle,
            _ => Self::Old,
        }
    }

    /// The word in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Child => "child",
            Self::Young => "young",
            Self::Middle => "middle",
            Self::Old => "old",
        }
    }

    /// The band of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|age| age.as_str() == word)
    }
}

/// One answer of an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answered {
    /// The question, by its place in the version.
    pub item: u32,
    /// What was answered.
    pub answer: content::Response,
    /// Whether it was right.
    pub right: bool,
    /// Milliseconds between showing and answering.
    pub ms: u32,
}

/// Who answered, as far as a comparison of groups needs to know. Never who exactly.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Who {
    /// The plain group, where one was chosen.
    pub group: Option<GroupId>,
    /// The age band, where the year of birth is known.
    pub age: Option<Age>,
}

/// One attempt's answers: where they stand, and what is known beside them.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    from: usize,
    to: usize,
    pub(super) group: Option<u16>,
    pub(super) age: Option<Age>,
    /// Whether it lies within the days that exposure is reckoned over.
    pub(super) recent: bool,
}

/// All answers, attempt by attempt, each in the order given. One attempt counts as one person: somebody who comes again
/// has learned, and is not the same on the scale.
#[derive(Debug, Clone)]
pub struct Material {
    items: Vec<ItemId>,
    sheets: Vec<Sheet>,
    answers: Vec<Answered>,
    groups: Vec<GroupId>,
    /// Who answered each question last, counted from 1, so that no attempt holds a question twice.
    last: Vec<usize>,
}

impl Material {
    /// No answers yet to the questions of a version.
    #[must_use]
    pub fn new(version: &BankVersion) -> Self {
        let items: Vec<ItemId> = version.items.iter().map(|item| item.item.clone()).collect();
        let last = vec![0; items.len()];
        Self { items, sheets: Vec::new(), answers: Vec::new(), groups: Vec::new(), last }
    }

    /// The place of a question, `None` when the version has it not.
    #[must_use]
    pub fn place(&self, item: &ItemId) -> Option<u32> {
        // A version holds its questions in the order of their ids.
        self.items.binary_search(item).ok().and_then(|place| u32::try_from(place).ok())
    }

    /// One more attempt. An answer to a question that is not there, or was there before, is passed over; an attempt
    /// without answers is not kept.
    pub fn push(&mut self, who: &Who, recent: bool, answers: impl IntoIterator<Item = Answered>) {
        let (from, mark) = (self.answers.len(), self.sheets.len() + 1);
        for answer in answers {
            let last = usize::try_from(answer.item).ok().and_then(|item| self.last.get_mut(item));
            if let Some(last) = last.filter(|last| **last != mark) {
                *last = mark;
                self.answers.push(answer);
            }
        }
        let to = self.answers.len();
        if to > from {
            let group = who.group.as_ref().and_then(|group| self.group(group));
            self.sheets.push(Sheet { from, to, group, age: who.age, recent });
        }
    }

    fn group(&mut self, group: &GroupId) -> Option<u16> {
        let place = self.groups.iter().position(|known| known == group).unwrap_or_else(|| {
            self.groups.push(group.clone());
            self.groups.len() - 1
        });
        u16::try_from(place).ok()
    }

    /// The answers of each attempt, in the order in which they were pushed. Nothing tells whose they are.
    pub fn rows(&self) -> impl Iterator<Item = &[Answered]> {
        self.sheets().map(|(_, answers)| answers)
    }

    /// How many attempts there are.
    #[must_use]
    pub fn attempts(&self) -> usize {
        self.sheets.len()
    }

    /// How many answers there are.
    #[must_use]
    pub fn answers(&self) -> usize {
        self.answers.len()
    }

    /// The questions, in the order of their places.
    pub(super) fn items(&self) -> &[ItemId] {
        &self.items
    }

    /// The groups of which there are attempts.
    pub(super) fn groups(&self) -> &[GroupId] {
        &self.groups
    }

    /// The attempts with their answers.
    pub(super) fn sheets(&self) -> impl Iterator<Item = (&Sheet, &[Answered])> {
        self.sheets.iter().map(|sheet| (sheet, self.answers.get(sheet.from..sheet.to).unwrap_or_default()))
    }

    /// The answers as the engine reads them.
    pub(super) fn responses(&self) -> Responses {
        let mut responses = Responses::new(self.items.len());
        let mut line = Vec::new();
        for (_, answers) in self.sheets() {
            line.clear();
            line.extend(answers.iter().map(|it| Answer { item: it.item, score: u8::from(it.right) }));
            // Places and repetitions were looked at when they were pushed.
            let _ = responses.push(&line);
        }
        responses
    }
}
