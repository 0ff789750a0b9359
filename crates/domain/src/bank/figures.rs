//! How each question works, from all answers.

use irt::calibrate::{self, Known, Options, Population, Responses, Start};
use irt::dif::{self, Class, Side};
use irt::fit::{self, Mark, Origin, Witnesses};
use irt::{Item, Model, Prior, irregularity};
use serde::{Deserialize, Serialize};

use super::effect::scoring;
use super::material::{Age, Answered, Material, Sheet};
use crate::assessment::{BankItem, BankVersion};
use crate::ids::GroupId;

/// Where the strata of ability end: below −0.5, between, from 0.5.
const STRATUM_ENDS: [f64; 2] = [-0.5, 0.5];
/// How many strata there are.
pub const STRATA: usize = 3;
/// So many answers of each group are needed before two groups are compared.
const DIF_ANSWERS_MIN: usize = 100;

/// So many of so many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// So many.
    pub part: u32,
    /// Of so many.
    pub of: u32,
}

impl Share {
    /// In thousandths; `None` of nothing.
    #[must_use]
    pub fn permille(self) -> Option<u32> {
        let share = (u64::from(self.part) * 1000).checked_div(u64::from(self.of))?;
        u32::try_from(share).ok()
    }
}

/// People of like ability: what was expected of them and what was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// Where the curve is as high as was expected of them, in thousandths of the scale: the distance of the point from the
    /// curve is then what differs.
    pub theta_milli: i32,
    /// How many they are.
    pub people: u32,
    /// The share right, in thousandths.
    pub seen_permille: u32,
    /// The share that the curve lets expect, in thousandths.
    pub expected_permille: u32,
}

/// How far the answers are from the curve.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FitLine {
    /// The root mean squared deviation, in thousandths of the full score.
    pub rmsd_permille: u32,
    /// The rate of false findings, in thousandths.
    pub q_permille: u32,
}

impl FitLine {
    /// What the deviation says.
    #[must_use]
    pub fn mark(self) -> Mark {
        Mark::of(f64::from(self.rmsd_permille) / 1000.0)
    }

    pub(super) fn of(fit: &fit::Fit) -> Self {
        Self { rmsd_permille: permille(fit.rmsd), q_permille: permille(fit.q) }
    }
}

/// Whom a comparison is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Folk {
    /// A plain group.
    Group(GroupId),
    /// An age band.
    Age(Age),
}

/// Whether the question is harder for some people than for others of the same ability.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DifLine {
    /// For whom.
    pub focal: Folk,
    /// Compared with whom: the most numerous.
    pub reference: Folk,
    /// On the scale of ETS, in thousandths; negative where it is harder for them.
    pub delta_milli: i32,
    /// The class of ETS: A, B or C.
    pub class: char,
    /// Whether a person should look.
    pub is_signal: bool,
    /// Answers of those it is about.
    pub answers: u32,
}

/// How one question works.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemFigures {
    /// How often it was answered.
    pub asked: u32,
    /// How often rightly.
    pub right: u32,
    /// The middle time of an answer, in milliseconds.
    pub median_ms: u32,
    /// An answer that is faster was not read; `None` with too few answers to say.
    pub rapid_ms: Option<u32>,
    /// How often each answer was chosen, or each step put where it belongs, by its place in the file.
    pub choices: Vec<u32>,
    /// Of the recent attempts, in how many it was asked.
    pub recent: Share,
    /// The same at low, middle and high ability.
    pub strata: [Share; STRATA],
    /// People of like ability.
    pub points: Vec<Point>,
    /// How far the answers are from the curve; `None` without enough answers.
    pub fit: Option<FitLine>,
    /// For whom it is harder or easier than for others of the same ability.
    pub difs: Vec<DifLine>,
}

/// Figures of all questions of a version, in the order of their places.
#[must_use]
pub fn figures(material: &Material, version: &BankVersion) -> Vec<ItemFigures> {
    let mut all = counted(material, version);
    let responses = material.responses();
    let models: Vec<Option<Model>> = version.items.iter().map(|item| plain(item).map(Model::from)).collect();
    let population = population(&responses, &models);
    let fits = fit::fit(&responses, &models, population, Witnesses::Earlier, Origin::Elsewhere);
    for ((figures, fit), item) in all.iter_mut().zip(&fits).zip(&version.items) {
        if let Some(fit) = fit {
            figures.points = fit.groups.iter().filter_map(|group| point(group, item)).collect();
            figures.fit = (fit.df > 0).then(|| FitLine::of(fit));
        }
    }
    compare_groups(material, &responses, &models, &mut all);
    all
}

/// Who answers, on the scale of the bank: with the wrong population every curve would seem to be off.
fn population(responses: &Responses, models: &[Option<Model>]) -> Population {
    let fixed = |model: &Option<Model>| model.clone().map_or(Start::Unknown, Start::Fixed);
    let starts: Vec<Start> = models.iter().map(fixed).collect();
    let options = Options { population_is: Known::Estimated, ..Options::default() };
    let found = calibrate::calibrate(responses, &starts, &options);
    found.map_or(Population::STANDARD, |found| found.population)
}

/// The item without any unsureness.
pub(super) fn plain(item: &BankItem) -> Option<Item> {
    Item::new(item.a, item.b, item.c).ok()
}

fn counted(material: &Material, version: &BankVersion) -> Vec<ItemFigures> {
    let models: Vec<Option<Item>> = version.items.iter().map(scoring).collect();
    let mut tallies: Vec<Tally> = material.items().iter().map(|_| Tally::default()).collect();
    let mut recent = [0_u32; STRATA];
    for (sheet, answers) in material.sheets() {
        let stratum = stratum(ability(answers, &models));
        if sheet.recent {
            recent[stratum] += 1;
        }
        for answer in answers {
            if let Some(tally) = usize::try_from(answer.item).ok().and_then(|item| tallies.get_mut(item)) {
                tally.take(answer, sheet.recent.then_some(stratum));
            }
        }
    }
    tallies.into_iter().map(|tally| tally.figures(recent)).collect()
}

fn ability(answers: &[Answered], models: &[Option<Item>]) -> f64 {
    let model = |answer: &Answered| {
        let model = *usize::try_from(answer.item).ok().and_then(|item| models.get(item))?;
        Some((model?, answer.right))
    };
    irt::eap(&answers.iter().filter_map(model).collect::<Vec<_>>(), Prior::STANDARD).theta()
}

fn stratum(theta: f64) -> usize {
    STRATUM_ENDS.iter().filter(|end| theta >= **end).count()
}

/// What is counted of one question.
#[derive(Debug, Clone, Default)]
struct Tally {
    figures: ItemFigures,
    /// How long each answer took, in milliseconds.
    times: Vec<u32>,
}

impl Tally {
    fn take(&mut self, answer: &Answered, recent: Option<usize>) {
        let figures = &mut self.figures;
        figures.asked += 1;
        figures.right += u32::from(answer.right);
        for place in answer.answer.marks() {
            bump(&mut figures.choices, usize::from(place));
        }
        if let Some(share) = recent.and_then(|stratum| figures.strata.get_mut(stratum)) {
            share.part += 1;
            figures.recent.part += 1;
        }
        self.times.push(answer.ms);
    }

    fn figures(self, recent: [u32; STRATA]) -> ItemFigures {
        let Self { mut figures, mut times } = self;
        figures.rapid_ms = irregularity::threshold_ms(&times);
        times.sort_unstable();
        figures.median_ms = times.get(times.len() / 2).copied().unwrap_or(0);
        figures.recent.of = recent.iter().sum();
        for (share, of) in figures.strata.iter_mut().zip(recent) {
            share.of = of;
        }
        figures
    }
}

fn bump(counts: &mut Vec<u32>, place: usize) {
    if counts.len() <= place {
        counts.resize(place + 1, 0);
    }
    if let Some(count) = counts.get_mut(place) {
        *count += 1;
    }
}

fn point(group: &fit::Group, item: &BankItem) -> Option<Point> {
    // Where the curve is as high: P = c + (1 − c) L, so L = (P − c) / (1 − c) and θ = b + logit L / a.
    let share = (group.expected - item.c) / (1.0 - item.c);
    let theta = item.b + (share / (1.0 - share)).ln() / item.a;
    let inside = theta.is_finite() && theta.abs() <= 6.0;
    inside.then(|| Point {
        theta_milli: milli(theta),
        people: u32::try_from(group.persons).unwrap_or(u32::MAX),
        seen_permille: permille(group.observed),
        expected_permille: permille(group.expected),
    })
}

/// Each group and each age band against the most numerous one.
fn compare_groups(
    material: &Material,
    responses: &Responses,
    models: &[Option<Model>],
    all: &mut [ItemFigures],
) {
    let count = |is: &dyn Fn(&Sheet) -> bool| material.sheets().filter(|(sheet, _)| is(sheet)).count();
    let groups = (0..).zip(material.groups());
    let groups: Vec<(Option<u16>, Folk, usize)> = groups
        .map(|(at, group)| (Some(at), Folk::Group(group.clone()), count(&|sheet| sheet.group == Some(at))))
        .collect();
    let ages: Vec<(Option<Age>, Folk, usize)> =
        Age::ALL.map(|age| (Some(age), Folk::Age(age), count(&|sheet| sheet.age == Some(age)))).to_vec();
    let group_of = |sheet: &Sheet| sheet.group;
    let age_of = |sheet: &Sheet| sheet.age;
    compare(material, responses, models, all, &groups, &group_of);
    compare(material, responses, models, all, &ages, &age_of);
}

fn compare<K: Copy + PartialEq>(
    material: &Material,
    responses: &Responses,
    models: &[Option<Model>],
    all: &mut [ItemFigures],
    kinds: &[(Option<K>, Folk, usize)],
    of: &dyn Fn(&Sheet) -> Option<K>,
) {
    let Some(most) = kinds.iter().rev().max_by_key(|kind| kind.2).filter(|most| most.2 >= DIF_ANSWERS_MIN)
    else {
        return;
    };
    for kind in kinds.iter().filter(|kind| kind.0 != most.0 && kind.2 >= DIF_ANSWERS_MIN) {
        let side = |sheet: &Sheet| match of(sheet) {
            key if key == most.0 => Side::Reference,
            key if key == kind.0 => Side::Focal,
            _ => Side::Neither,
        };
        let sides: Vec<Side> = material.sheets().map(|(sheet, _)| side(sheet)).collect();
        let compared = dif::compare(responses, models, &sides, DIF_ANSWERS_MIN);
        for (figures, dif) in all.iter_mut().zip(&compared.items) {
            figures.difs.extend(dif.map(|dif| line(&dif, &kind.1, &most.1)));
        }
    }
}

fn line(dif: &dif::Dif, focal: &Folk, reference: &Folk) -> DifLine {
    DifLine {
        focal: focal.clone(),
        reference: reference.clone(),
        delta_milli: milli(dif.delta),
        class: match dif.class {
            Class::A => 'A',
            Class::B => 'B',
            Class::C => 'C',
        },
        is_signal: dif.is_signal(),
        answers: u32::try_from(dif.focal).unwrap_or(u32::MAX),
    }
}

/// Thousandths of a share, 0 to 1000.
pub(super) fn permille(share: f64) -> u32 {
    (share.clamp(0.0, 1.0) * 1000.0).round() as u32
}

/// Thousandths of a number, far inside `i32`; what is no number is 0.
pub(super) fn milli(value: f64) -> i32 {
    (value.clamp(-1e5, 1e5) * 1000.0).round() as i32
}
