//! The bank: which questions may be asked, and with which parameters.

use std::collections::{BTreeMap, BTreeSet};

use irt::Item as Model;
use serde::{Deserialize, Serialize};

use super::{Basis, Rules};
use crate::content::{Curriculum, Item};
use crate::ids::{ItemId, SkillId};

/// A question scores from so many answers on.
pub const ANSWERS_MIN: u32 = 500;
/// A question near a cut scores from so many answers on.
pub const ANSWERS_NEAR_CUT_MIN: u32 = 1000;
/// Nearer to a cut than this, on the scale of the items, is near.
const NEAR: f64 = 0.5;
/// How unsure an author's first estimate of a difficulty is: a standard deviation on the scale of the items.
const STARTING_SD: f64 = 0.5;

/// How a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// With its author's first estimate.
    Starting,
    /// With parameters from answers.
    Calibrated,
    /// Asked to be learned from; never scores.
    Pretest,
    /// Not asked until a keeper has looked.
    NeedsReview,
    /// Not asked any more.
    Retired,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Starting, Self::Calibrated, Self::Pretest, Self::NeedsReview, Self::Retired];

    /// The word in forms.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Starting => "starting",
            Self::Calibrated => "calibrated",
            Self::Pretest => "pretest",
            Self::NeedsReview => "needs-review",
            Self::Retired => "retired",
        }
    }

    /// The status of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == word)
    }

    /// Whether such a question may be asked at all.
    #[must_use]
    pub const fn is_asked(self) -> bool {
        matches!(self, Self::Starting | Self::Calibrated | Self::Pretest)
    }
}

/// A version of the bank as it is kept: written once, never changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BankVersion {
    /// Its number, from 1.
    pub number: u32,
    /// The questions, in the order of their ids.
    pub items: Vec<BankItem>,
}

/// A question's parameters in one version, in the logistic metric (D = 1).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BankItem {
    /// The question.
    pub item: ItemId,
    /// The slope.
    pub a: f64,
    /// The difficulty.
    pub b: f64,
    /// The lower asymptote; 0 where guessing is not modelled.
    #[serde(default)]
    pub c: f64,
    /// How unsure the difficulty is: its standard error.
    pub se_b: f64,
    /// From how many answers the parameters come; 0 for an author's estimate.
    pub answers: u32,
    /// How it stands.
    pub status: Status,
}

impl BankVersion {
    /// The first version: every question of the content, with its author's estimate.
    #[must_use]
    pub fn starting(curriculum: &Curriculum) -> Self {
        let mut items: Vec<BankItem> = curriculum.items.iter().map(BankItem::starting).collect();
        items.sort_by(|left, right| left.item.cmp(&right.item));
        Self { number: 1, items }
    }

    /// The next version, when the content has questions that this one has not; they come with their authors' estimates.
    #[must_use]
    pub fn with_new(&self, curriculum: &Curriculum) -> Option<Self> {
        let known: BTreeSet<&ItemId> = self.items.iter().map(|item| &item.item).collect();
        let new = curriculum.items.iter().filter(|item| !known.contains(&item.id)).map(BankItem::starting);
        let new: Vec<BankItem> = new.collect();
        if new.is_empty() {
            return None;
        }
        let mut items = [self.items.clone(), new].concat();
        items.sort_by(|left, right| left.item.cmp(&right.item));
        Some(Self { number: self.number + 1, items })
    }
}

impl BankItem {
    fn starting(item: &Item) -> Self {
        Self {
            item: item.id.clone(),
            a: item.model.slope(),
            b: item.model.difficulty(),
            c: item.model.guessing(),
            se_b: STARTING_SD,
            answers: 0,
            status: Status::Starting,
        }
    }

    /// Whether enough people have answered it to score where the cut is `cut`.
    #[must_use]
    pub fn is_ripe(&self, cut: f64) -> bool {
        let least = if (self.b - cut).abs() < NEAR { ANSWERS_NEAR_CUT_MIN } else { ANSWERS_MIN };
        self.status == Status::Calibrated && self.answers >= least
    }

    /// The item as it scores: an unsure difficulty makes the curve flatter.
    fn model(&self) -> Option<Model> {
        Model::new(self.a, self.b, self.c).ok().map(|item| item.attenuated(self.se_b))
    }
}

/// A version of the bank made ready: joined with the texts that there are.
#[derive(Debug, Clone, PartialEq)]
pub struct Bank {
    version: BankVersion,
    /// By place in the version; `None` where the content has no such question any more.
    ready: Vec<Option<Ready>>,
    places: BTreeMap<ItemId, usize>,
}

#[derive(Debug, Clone, PartialEq)]
struct Ready {
    skill: SkillId,
    model: Model,
}

impl Bank {
    /// Makes a version ready for a curriculum.
    #[must_use]
    pub fn new(version: BankVersion, curriculum: &Curriculum) -> Self {
        let skills: BTreeMap<&ItemId, &SkillId> =
            curriculum.items.iter().map(|item| (&item.id, &item.skill)).collect();
        let ready =
            |item: &BankItem| Some(Ready { skill: (*skills.get(&item.item)?).clone(), model: item.model()? });
        let ready = version.items.iter().map(ready).collect();
        let places =
            version.items.iter().enumerate().map(|(place, item)| (item.item.clone(), place)).collect();
        Self { version, ready, places }
    }

    /// The number of the version.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.version.number
    }

    /// The version as it is kept.
    #[must_use]
    pub fn version(&self) -> &BankVersion {
        &self.version
    }

    /// The place of a question in the version.
    #[must_use]
    pub fn place(&self, item: &ItemId) -> Option<usize> {
        self.places.get(item).copied()
    }

    /// A question by its place.
    #[must_use]
    pub fn item(&self, place: usize) -> Option<&BankItem> {
        self.version.items.get(place)
    }

    /// The item as it scores, `None` when it is not there.
    #[must_use]
    pub fn model(&self, item: &ItemId) -> Option<Model> {
        Some(self.ready.get(self.place(item)?)?.as_ref()?.model)
    }

    /// The skill of a question.
    #[must_use]
    pub fn skill(&self, item: &ItemId) -> Option<&SkillId> {
        Some(&self.ready.get(self.place(item)?)?.as_ref()?.skill)
    }

    /// The questions that may be asked under these rules: place, number of the part, whether it scores, and the item.
    pub(super) fn askable<'b>(
        &'b self,
        rules: &'b Rules,
    ) -> impl Iterator<Item = (usize, u16, bool, Model)> + 'b {
        let all = self.version.items.iter().zip(&self.ready).enumerate();
        all.filter_map(move |(place, (item, ready))| {
            let ready = ready.as_ref().filter(|_| item.status.is_asked())?;
            let part = rules.part_of(&ready.skill)?;
            Some((place, part, scores(item, rules), ready.model))
        })
    }

    /// On what the questions that score will rest under a blueprint: on calibrated ones as soon as these can meet it.
    #[must_use]
    pub fn basis(&self, rules: &Rules) -> Basis {
        let cut = rules.cut();
        let ripe = |skill: &SkillId| {
            let all = self.version.items.iter().zip(&self.ready);
            all.filter(|(item, ready)| {
                item.is_ripe(cut) && ready.as_ref().is_some_and(|ready| ready.skill == *skill)
            })
            .count()
        };
        let enough = rules.parts.iter().all(|part| ripe(&part.skill) >= usize::from(part.most));
        if enough && !rules.parts.is_empty() { Basis::Calibrated } else { Basis::Starting }
    }

    /// Places as hexadecimal digits, four a digit, the first place in the highest bit; trailing zeros are left out.
    #[must_use]
    pub fn mask(places: &BTreeSet<usize>) -> String {
        let Some(last) = places.last() else { return String::new() };
        let digit = |at: usize| {
            let bits = (0..4).filter(|bit| places.contains(&(at * 4 + bit))).map(|bit| 8u32 >> bit).sum();
            char::from_digit(bits, 16).unwrap_or('0')
        };
        (0..=last / 4).map(digit).collect()
    }

    /// The places of [`Bank::mask`].
    #[must_use]
    pub fn places(mask: &str) -> BTreeSet<usize> {
        let digits = mask.chars().enumerate().filter_map(|(at, digit)| Some((at, digit.to_digit(16)?)));
        digits
            .flat_map(|(at, digit)| {
                (0..4).filter(move |bit| digit & (8 >> bit) != 0).map(move |bit| at * 4 + bit)
            })
            .collect()
    }
}

fn scores(item: &BankItem, rules: &Rules) -> bool {
    match (rules.basis, item.status) {
        (Basis::Calibrated, _) => item.is_ripe(rules.cut()),
        (Basis::Starting, status) => matches!(status, Status::Starting | Status::Calibrated),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_come_back_from_their_mask() {
        for places in [vec![], vec![0], vec![3, 4, 5], vec![1, 63, 64, 200]] {
            let places: BTreeSet<usize> = places.into_iter().collect();
            assert_eq!(Bank::places(&Bank::mask(&places)), places);
        }
        assert_eq!(Bank::mask(&BTreeSet::from([0, 5])), "84");
    }

    #[test]
    fn an_unsure_difficulty_flattens_the_curve_and_a_sure_one_does_not() {
        let item = |se_b| BankItem {
            item: ItemId::parse("a").unwrap(),
            a: 1.2,
            b: 0.0,
            c: 0.0,
            se_b,
            answers: 0,
            status: Status::Starting,
        };
        assert!(item(0.5).model().unwrap().slope() < 1.2);
        assert!((item(0.0).model().unwrap().slope() - 1.2).abs() < 1e-15);
    }
}
