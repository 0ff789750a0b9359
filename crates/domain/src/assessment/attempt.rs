//! One attempt at a check.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::choose;
use crate::content::{Blueprint, Curriculum, Item};
use crate::ids::{BlueprintId, ItemId, SkillId, StatementId};
use crate::learning::Learner;
use crate::record::{CheckResult, Subject};
use crate::standing::{Evidence, Rung};

/// An attempt: the questions answered so far and the one now open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// The act that began it; the chance of its choices comes from here.
    pub id: StatementId,
    /// When it began.
    #[serde(with = "jiff::fmt::serde::timestamp::millisecond::required")]
    pub began: Timestamp,
    /// What was answered, in order.
    pub given: Vec<Given>,
    /// The open question; `None` when the attempt is finished.
    pub open: Option<ItemId>,
}

/// One answer given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// The question.
    pub item: ItemId,
    /// The answer, by its place in the file.
    pub choice: u8,
    /// Whether it was right.
    pub right: bool,
}

/// How an attempt ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// When it ended.
    #[serde(with = "jiff::fmt::serde::timestamp::millisecond::required")]
    pub at: Timestamp,
    /// Right answers.
    pub right: u16,
    /// Questions.
    pub asked: u16,
    /// The estimated ability, in thousandths of the scale of the items.
    pub theta_milli: i32,
    /// Its standard error, in thousandths.
    pub se_milli: i32,
    /// The skills passed.
    pub passed: Vec<SkillId>,
    /// Whether every skill of the check is passed.
    pub all: bool,
}

/// Why an attempt can't go on like this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// There is no such check.
    NoSuchCheck(BlueprintId),
    /// It may be tried again later.
    TooSoon {
        /// From when on.
        from: Timestamp,
    },
    /// An attempt is open: it goes on with its open question. Otherwise a draw that looks hard could be thrown away.
    AlreadyOpen,
    /// No attempt is open.
    NotOpen,
    /// The answer was meant for another question (a second tab, the back button).
    OtherItem {
        /// The open question.
        open: ItemId,
    },
    /// The question has no such answer.
    NoSuchChoice(u8),
    /// The bank has no question left that fits.
    BankTooSmall,
}

type Done = (Subject, Vec<Evidence>);

/// Begins an attempt.
///
/// # Errors
/// When there is no such check, an attempt is open, it is too soon to try again, or the bank is too small.
pub fn begin(
    next: &mut Learner,
    curriculum: &Curriculum,
    id: &BlueprintId,
    act: StatementId,
    at: Timestamp,
) -> Result<Done, Refused> {
    let check = curriculum.blueprints.get(id).ok_or_else(|| Refused::NoSuchCheck(id.clone()))?;
    let mark = next.workbook.checks.entry(id.clone()).or_default();
    if mark.attempt.as_ref().is_some_and(|attempt| can_go_on(attempt, &curriculum.items)) {
        return Err(Refused::AlreadyOpen);
    }
    if let Some(last) = &mark.last {
        let from = check.again_from(last.at);
        if at < from {
            return Err(Refused::TooSoon { from });
        }
    }
    let first = choose::next(check, &curriculum.items, &[], act).ok_or(Refused::BankTooSmall)?;
    mark.attempt = Some(Attempt { id: act, began: at, given: Vec::new(), open: Some(first.id.clone()) });
    Ok((Subject::BeganCheck { check: id.clone() }, Vec::new()))
}

/// Whether the open question can be answered. When it was taken out of the bank meanwhile, only a new attempt helps.
fn can_go_on(attempt: &Attempt, bank: &[Item]) -> bool {
    attempt.open.as_ref().is_some_and(|open| find(bank, open).is_some())
}

/// Answers the open question. With the last one the check is scored.
///
/// # Errors
/// When no attempt is open, another question is, or there is no such answer.
pub fn answer(
    next: &mut Learner,
    curriculum: &Curriculum,
    id: &BlueprintId,
    item: &ItemId,
    choice: u8,
    at: Timestamp,
) -> Result<Done, Refused> {
    let check = curriculum.blueprints.get(id).ok_or_else(|| Refused::NoSuchCheck(id.clone()))?;
    let mark = next.workbook.checks.get_mut(id).ok_or(Refused::NotOpen)?;
    let attempt = mark.attempt.as_mut().ok_or(Refused::NotOpen)?;
    let open = attempt.open.clone().ok_or(Refused::NotOpen)?;
    if open != *item {
        return Err(Refused::OtherItem { open });
    }
    let asked = find(&curriculum.items, item).ok_or(Refused::BankTooSmall)?;
    let chosen = asked.choices.get(usize::from(choice)).ok_or(Refused::NoSuchChoice(choice))?;
    attempt.given.push(Given { item: item.clone(), choice, right: chosen.right });

    let (outcome, evidence) = go_on(check, &curriculum.items, attempt, at);
    let result = outcome.as_ref().map(|outcome| CheckResult {
        right: outcome.right,
        asked: outcome.asked,
        theta_milli: outcome.theta_milli,
        se_milli: outcome.se_milli,
        passed: outcome.all,
    });
    if let Some(outcome) = outcome {
        mark.finished = mark.finished.saturating_add(1);
        mark.last = Some(outcome);
    }
    let subject =
        Subject::Answered { check: id.clone(), item: item.clone(), choice, right: chosen.right, result };
    Ok((subject, evidence))
}

pub(super) fn find<'b>(bank: &'b [Item], id: &ItemId) -> Option<&'b Item> {
    bank.iter().find(|item| item.id == *id)
}

/// Opens the next question, or scores the attempt when it is long enough or the bank has no more.
fn go_on(
    check: &Blueprint,
    bank: &[Item],
    attempt: &mut Attempt,
    at: Timestamp,
) -> (Option<Outcome>, Vec<Evidence>) {
    let more = attempt.given.len() < usize::from(check.card.most);
    let next = more.then(|| choose::next(check, bank, &attempt.given, attempt.id)).flatten();
    attempt.open = next.map(|item| item.id.clone());
    if attempt.open.is_some() {
        return (None, Vec::new());
    }
    let outcome = score(check, bank, &attempt.given, at);
    let evidence =
        outcome.passed.iter().map(|skill| Evidence { skill: skill.clone(), rung: Rung::Passed }).collect();
    (Some(outcome), evidence)
}

fn score(check: &Blueprint, bank: &[Item], given: &[Given], at: Timestamp) -> Outcome {
    let (theta_milli, se_milli) = choose::ability_milli(bank, given);
    let reached = theta_milli >= check.cut_milli;
    let rights = |skill: &SkillId| {
        given
            .iter()
            .filter(|given| given.right && find(bank, &given.item).is_some_and(|item| item.skill == *skill))
            .count()
    };
    let parts = check.parts.iter().filter(|part| reached && rights(&part.skill) >= usize::from(part.right));
    let passed: Vec<SkillId> = parts.map(|part| part.skill.clone()).collect();
    let count = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    Outcome {
        at,
        right: count(given.iter().filter(|given| given.right).count()),
        asked: count(given.len()),
        theta_milli,
        se_milli,
        all: passed.len() == check.parts.len(),
        passed,
    }
}
