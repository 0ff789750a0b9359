//! The bank: which questions may be asked, and with which parameters.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, PoisonError, RwLock};

use irt::{Entry, Item as Model, Role};
use serde::{Deserialize, Serialize};

use super::{Basis, Rules};
use crate::content::{Curriculum, Item, TestKind};
use crate::ids::{ItemId, SkillId};

/// A question scores from so many answers on.
pub const ANSWERS_MIN: u32 = 500;
/// A question near a cut scores from so many answers on.
pub const ANSWERS_NEAR_CUT_MIN: u32 = 1000;
/// Nearer to a cut than this, on the scale of the items, is near.
const NEAR: f64 = 0.5;
/// More sets of rules than are in use at once.
const PREPARED_MAX: usize = 16;
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

/// A version of the bank made ready: joined with the texts that there are. Clones share what was prepared for tests.
#[derive(Debug, Clone)]
pub struct Bank {
    version: BankVersion,
    /// By place in the version; `None` where the content has no such question any more.
    ready: Vec<Option<Ready>>,
    places: BTreeMap<ItemId, usize>,
    prepared: Arc<RwLock<Vec<Arc<Prepared>>>>,
}

#[derive(Debug, Clone, PartialEq)]
struct Ready {
    skill: SkillId,
    model: Model,
}

/// The bank as one test draws from it: made once for each set of rules, because it takes the engine some work.
#[derive(Debug)]
pub(super) struct Prepared {
    kind: TestKind,
    own: Rules,
    /// The questions that may be asked.
    pub(super) bank: irt::Bank,
    /// The rules in the words of the engine.
    pub(super) rules: irt::Rules,
    /// The place in the version of each of them, rising.
    places: Vec<usize>,
}

impl Prepared {
    /// The engine's place of a place in the version.
    pub(super) fn place(&self, place: usize) -> Option<usize> {
        self.places.binary_search(&place).ok()
    }

    /// The place in the version of an engine's place.
    pub(super) fn version_place(&self, place: usize) -> Option<usize> {
        self.places.get(place).copied()
    }
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
        Self { version, ready, places, prepared: Arc::default() }
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

    /// The bank as a test of a kind draws from it under these rules.
    pub(super) fn prepared(&self, kind: TestKind, rules: &Rules) -> Arc<Prepared> {
        let fits = |known: &&Arc<Prepared>| known.kind == kind && known.own == *rules;
        let known = self.prepared.read().unwrap_or_else(PoisonError::into_inner).iter().find(fits).cloned();
        if let Some(known) = known {
            return known;
        }
        let made = Arc::new(self.prepare(kind, rules));
        let mut prepared = self.prepared.write().unwrap_or_else(PoisonError::into_inner);
        if prepared.len() >= PREPARED_MAX {
            prepared.remove(0);
        }
        prepared.push(made.clone());
        made
    }

    fn prepare(&self, kind: TestKind, rules: &Rules) -> Prepared {
        let all = self.version.items.iter().zip(&self.ready).enumerate();
        let asked = all.filter_map(|(place, (item, ready))| {
            let ready = ready.as_ref().filter(|_| item.status.is_asked())?;
            let content = rules.part_of(&ready.skill)?;
            let role = if scores(item, rules) { Role::Scored } else { Role::Pretest };
            Some((place, Entry { model: ready.model.into(), content, role }))
        });
        let (places, entries) = asked.unzip();
        let own = rules.clone();
        Prepared { kind, own, bank: irt::Bank::new(entries), rules: rules.of_engine(kind), places }
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
