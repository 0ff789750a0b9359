//! What a calibration would change, before it is applied.

use irt::calibrate::{
    self, ANSWERS_ELSEWHERE, CalibrateError, Estimated, Options, Outcome, Population, Reason, Responses,
    StandardErrors, Start,
};
use irt::fit::{self, Origin, Witnesses};
use irt::{Model, drift};
use serde::{Deserialize, Serialize};

use super::figures::{FitLine, milli, permille, plain};
use super::{Effect, Judged, Link, Material, Refused};
use crate::assessment::{BankItem, BankVersion, Status};
use crate::content::Curriculum;

/// A question scores from so many answers on.
const ANSWERS_MIN: u32 = ANSWERS_ELSEWHERE as u32;
/// A question near a cut scores from so many answers on.
const ANSWERS_NEAR_CUT_MIN: u32 = calibrate::ANSWERS_NEAR_CUT as u32;

/// Which curves are estimated.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// One slope for all.
    One,
    /// A slope for each question.
    #[default]
    Two,
    /// And a chance of guessing.
    Three,
}

impl Family {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::One, Self::Two, Self::Three];

    /// The word in forms and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::One => "1pl",
            Self::Two => "2pl",
            Self::Three => "3pl",
        }
    }

    /// The family of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|family| family.as_str() == word)
    }

    const fn engine(self) -> calibrate::Family {
        match self {
            Self::One => calibrate::Family::OneParameter,
            Self::Two => calibrate::Family::TwoParameter,
            Self::Three => calibrate::Family::ThreeParameter,
        }
    }
}

/// What a calibration says of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "is")]
pub enum Verdict {
    /// Its parameters come from answers for the first time.
    First,
    /// Its parameters are renewed.
    Renewed,
    /// It has too few answers and stays as it is.
    TooFew {
        /// How many are wanted.
        wanted: u32,
    },
    /// All answers are alike.
    AllAlike,
    /// Who is able does no better on it: the key may be wrong.
    TellsNothing,
    /// The answers do not determine it, or only at a bound of the search.
    Undetermined,
    /// It is retired and left alone.
    Retired,
}

impl Verdict {
    /// Whether the parameters change.
    #[must_use]
    pub const fn changes(self) -> bool {
        matches!(self, Self::First | Self::Renewed)
    }
}

/// Whether the question has changed since it was calibrated last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DriftLine {
    /// By how much it became harder, in thousandths.
    pub difficulty_milli: i32,
    /// How far the curves are apart, in thousandths of the full score.
    pub distance_permille: u32,
    /// Whether a person should look.
    pub is_signal: bool,
}

/// One question before and after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// As it is.
    pub before: BankItem,
    /// As it would be.
    pub after: BankItem,
    /// What the calibration says.
    pub verdict: Verdict,
    /// Answers that were read.
    pub answers: u32,
    /// Its difficulty is near the cut of a test, and it has not the answers that it needs to score there yet.
    pub waits_near_cut: bool,
    /// How far the answers are from the new curve.
    pub fit: Option<FitLine>,
    /// How it changed; `None` where it was not calibrated before.
    pub drift: Option<DriftLine>,
}

/// What a calibration would change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Proposal {
    /// The version that it was made of.
    pub base: u32,
    /// The curves.
    pub family: Family,
    /// Attempts read.
    pub attempts: u32,
    /// Answers read.
    pub answers: u32,
    /// Turns of the iteration.
    pub turns: u32,
    /// Whether it settled.
    pub converged: bool,
    /// The logarithm of the likelihood, in thousandths.
    pub log_likelihood_milli: i64,
    /// How it was brought onto the scale of the bank.
    pub link: Link,
    /// Question by question, in the order of the version.
    pub changes: Vec<Change>,
    /// What it would have meant for people.
    pub effect: Effect,
}

impl Proposal {
    /// How many questions would get new parameters.
    #[must_use]
    pub fn count_changed(&self) -> usize {
        self.changes.iter().filter(|change| change.verdict.changes()).count()
    }
}

/// Estimates the questions of a version from all answers, and says what that would change.
///
/// # Errors
/// When the engine cannot begin; with answers that [`Material`] took it can.
pub fn propose(
    material: &Material,
    version: &BankVersion,
    curriculum: &Curriculum,
    family: Family,
    judged: &[Judged],
) -> Result<Proposal, CalibrateError> {
    let responses = material.responses();
    let starts: Vec<Start> = version.items.iter().map(start).collect();
    let options = Options::of(family.engine());
    let calibration = calibrate::calibrate(&responses, &starts, &options)?;
    let found: Vec<Option<&Estimated>> = calibration.items.iter().map(Outcome::estimated).collect();
    let (link, drifts) = linked(version, &found);
    let fits = fits(&responses, &calibration.items);
    let counts = responses.counts();
    let cuts: Vec<f64> =
        curriculum.blueprints.values().map(|blueprint| f64::from(blueprint.cut_milli) / 1000.0).collect();
    let changes: Vec<Change> = version
        .items
        .iter()
        .enumerate()
        .map(|(at, item)| {
            let answers = counts.get(at).map_or(0, |scores| scores.iter().sum::<usize>());
            let outcome = calibration.items.get(at);
            Change {
                fit: fits.get(at).copied().flatten(),
                drift: drifts.get(at).copied().flatten(),
                ..changed(item, outcome, link, number(answers), &cuts)
            }
        })
        .collect();
    let proposal = Proposal {
        base: version.number,
        family,
        attempts: number(material.attempts()),
        answers: number(material.answers()),
        turns: number(calibration.ending.turns),
        converged: calibration.ending.converged,
        log_likelihood_milli: (calibration.log_likelihood.clamp(-1e15, 0.0) * 1000.0) as i64,
        link,
        changes,
        effect: Effect::default(),
    };
    let effect = Effect::of(judged, &next(version, &proposal));
    Ok(Proposal { effect, ..proposal })
}

fn start(item: &BankItem) -> Start {
    plain(item).map_or(Start::Unknown, |model| Start::Near(Model::from(model)))
}

fn is_sure(item: &BankItem) -> bool {
    item.answers >= ANSWERS_MIN
}

/// The link onto the scale of the bank, and how the questions changed. Those that did are then no anchors, and the link is made anew.
fn linked(version: &BankVersion, found: &[Option<&Estimated>]) -> (Link, Vec<Option<DriftLine>>) {
    let sure = version.items.iter().filter(|item| is_sure(item)).count();
    let is_sure_bank = sure > 0;
    let anchor = |item: &BankItem| item.status != Status::Retired && (!is_sure_bank || is_sure(item));
    let pairs = |apart: &dyn Fn(usize) -> bool| -> Vec<(f64, f64)> {
        let both = version.items.iter().zip(found).enumerate();
        let kept = both.filter(|(at, (item, _))| anchor(item) && !apart(*at));
        kept.filter_map(|(_, (item, found))| Some((item.b, difficulty((*found)?)?))).collect()
    };
    let first = Link::over(&pairs(&|_| false), is_sure_bank);
    if !is_sure_bank {
        return (first, vec![None; version.items.len()]);
    }
    let drifts = drifted(version, found, first);
    let apart = |at: usize| drifts.get(at).copied().flatten().is_some_and(|drift| drift.is_signal);
    let link = Link::over(&pairs(&apart), true);
    let drifts = drifted(version, found, link);
    (link, drifts)
}

/// The difficulty of a question that may hold the scale: one of few answers would shake it.
fn difficulty(estimated: &Estimated) -> Option<f64> {
    match &estimated.model {
        Model::Logistic(item) if !estimated.at_bound && estimated.answers >= ANSWERS_ELSEWHERE => {
            Some(item.difficulty())
        }
        _ => None,
    }
}

fn drifted(version: &BankVersion, found: &[Option<&Estimated>], link: Link) -> Vec<Option<DriftLine>> {
    let before: Vec<Option<Estimated>> = version.items.iter().map(known).collect();
    let after: Vec<Option<Estimated>> = found.iter().map(|found| link.moved((*found)?)).collect();
    let before: Vec<Option<&Estimated>> = before.iter().map(Option::as_ref).collect();
    let after: Vec<Option<&Estimated>> = after.iter().map(Option::as_ref).collect();
    // The standard population of the calibration, on the scale of the bank.
    let population = Population { mean: link.shift, deviation: link.slope };
    let drifts = drift::drift(&before, &after, population);
    let line = |drift: &drift::Drift| DriftLine {
        difficulty_milli: milli(drift.difficulty),
        distance_permille: permille(drift.distance),
        is_signal: drift.is_signal(),
    };
    drifts.iter().map(|drift| drift.as_ref().map(line)).collect()
}

/// What the version knows of a question from answers. The error of the slope is not kept: it is taken as that of the difficulty,
/// which is about its size.
fn known(item: &BankItem) -> Option<Estimated> {
    let model = plain(item).filter(|_| is_sure(item))?;
    Some(Estimated {
        model: Model::from(model),
        errors: StandardErrors { slope: item.se_b, difficulties: vec![item.se_b], guessing: None },
        answers: usize::try_from(item.answers).unwrap_or(usize::MAX),
        at_bound: false,
    })
}

/// How well the new curves fit, on the calibration's own scale.
fn fits(responses: &Responses, outcomes: &[Outcome]) -> Vec<Option<FitLine>> {
    let models: Vec<Option<Model>> = outcomes.iter().map(|outcome| outcome.model().cloned()).collect();
    let fits = fit::fit(responses, &models, Population::STANDARD, Witnesses::Earlier, Origin::TheseAnswers);
    fits.iter().map(|fit| fit.as_ref().filter(|fit| fit.df > 0).map(FitLine::of)).collect()
}

fn changed(item: &BankItem, outcome: Option<&Outcome>, link: Link, answers: u32, cuts: &[f64]) -> Change {
    let as_is = |verdict| Change {
        before: item.clone(),
        after: item.clone(),
        verdict,
        answers,
        waits_near_cut: false,
        fit: None,
        drift: None,
    };
    if item.status == Status::Retired {
        return as_is(Verdict::Retired);
    }
    if answers < ANSWERS_MIN {
        return as_is(Verdict::TooFew { wanted: ANSWERS_MIN });
    }
    let estimated = match outcome {
        Some(Outcome::Estimated(estimated)) if !estimated.at_bound => estimated,
        Some(Outcome::NotEstimated(Reason::AllAlike { .. } | Reason::NobodyGot { .. })) => {
            return as_is(Verdict::AllAlike);
        }
        Some(Outcome::NotEstimated(Reason::TellsNothing)) => return as_is(Verdict::TellsNothing),
        Some(Outcome::NotEstimated(Reason::TooFew { .. })) | None => {
            return as_is(Verdict::TooFew { wanted: ANSWERS_MIN });
        }
        _ => return as_is(Verdict::Undetermined),
    };
    let Some(after) = renewed(item, estimated, link, answers) else { return as_is(Verdict::Undetermined) };
    let near = cuts.iter().any(|cut| calibrate::answers_wanted(after.b, Some(*cut)) > ANSWERS_ELSEWHERE);
    Change {
        waits_near_cut: near && answers < ANSWERS_NEAR_CUT_MIN,
        verdict: if is_sure(item) { Verdict::Renewed } else { Verdict::First },
        after,
        ..as_is(Verdict::Renewed)
    }
}

/// The question with its new parameters; one under review stays so.
fn renewed(item: &BankItem, estimated: &Estimated, link: Link, answers: u32) -> Option<BankItem> {
    let moved = link.moved(estimated)?;
    let Model::Logistic(model) = moved.model else { return None };
    let status = if item.status == Status::NeedsReview { item.status } else { Status::Calibrated };
    Some(BankItem {
        item: item.item.clone(),
        a: model.slope(),
        b: model.difficulty(),
        c: model.guessing(),
        se_b: *moved.errors.difficulties.first()?,
        answers,
        status,
    })
}

fn next(version: &BankVersion, proposal: &Proposal) -> BankVersion {
    let items = version.items.iter().map(|item| {
        let change = proposal.changes.iter().find(|change| change.after.item == item.item);
        change
            .filter(|change| change.verdict.changes())
            .map_or_else(|| item.clone(), |change| change.after.clone())
    });
    BankVersion { number: version.number + 1, items: items.collect() }
}

/// The next version, with the parameters of a proposal.
///
/// # Errors
/// When the bank has moved on since, or nothing would change.
pub fn apply(version: &BankVersion, proposal: &Proposal) -> Result<BankVersion, Refused> {
    if proposal.base != version.number {
        return Err(Refused::OtherVersion { made_of: proposal.base, now: version.number });
    }
    if proposal.count_changed() == 0 {
        return Err(Refused::Nothing);
    }
    Ok(next(version, proposal))
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
