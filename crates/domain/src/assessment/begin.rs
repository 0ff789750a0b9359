//! Begin an attempt.

use irt::exposure::{Caps, Draw, Ledger, draw};
use jiff::{SignedDuration, Timestamp};

use super::decide::{Desk, Done, Refused, Time};
use super::{Attempt, Basis, End, Ending, Manner, Open, Outcome, Pace, Rules, choose};
use crate::content::{Blueprint, Curriculum, Supervision, TestKind};
use crate::ids::{BlueprintId, SittingId, StatementId};
use crate::record::{Began, Subject};

/// The months in which attempts are counted.
const YEAR: SignedDuration = SignedDuration::from_hours(24 * 365);
/// What was asked in so many attempts before is not asked again.
const ATTEMPTS_APART: usize = 2;

#[derive(Debug, Clone, Copy)]
pub(super) struct How {
    pub(super) manner: Manner,
    pub(super) time: Time,
    pub(super) sitting: Option<SittingId>,
}

/// Whether a test may be tried again at `now`, after the attempts of `past` (the newest first).
///
/// # Errors
/// [`Refused::TooSoon`], [`Refused::EnoughThisYear`], each with the instant from which on it may.
pub fn retest(blueprint: &Blueprint, past: &[Attempt], now: Timestamp) -> Result<(), Refused> {
    let ends = past.iter().filter(|attempt| attempt.blueprint == blueprint.card.id);
    let ended = counted(blueprint.card.kind, ends.filter_map(|attempt| attempt.end.as_ref()), now);
    if let Some(last) = ended.iter().max() {
        let from = blueprint.again_from(*last);
        if now < from {
            return Err(Refused::TooSoon { from });
        }
    }
    let Some(most) = blueprint.a_year.map(usize::from) else { return Ok(()) };
    let mut within: Vec<Timestamp> = ended.into_iter().filter(|at| now.duration_since(*at) < YEAR).collect();
    within.sort_unstable();
    // With the oldest of the last `most` out of the year there is room for another.
    let oldest = within.len().checked_sub(most).and_then(|at| within.get(at));
    match oldest {
        Some(oldest) => {
            let from = oldest.checked_add(YEAR).unwrap_or(Timestamp::MAX);
            Err(Refused::EnoughThisYear { from })
        }
        None => Ok(()),
    }
}

/// When attempts ended that count. Haste, or picking at random, in an examination is forgiven once in a year: else who sees that it goes badly would tap to
/// the end, and have another try and the questions of this one for nothing.
fn counted<'p>(kind: TestKind, ends: impl Iterator<Item = &'p End>, now: Timestamp) -> Vec<Timestamp> {
    let is_hasty = |end: &&End| matches!(end.outcome.ending, Ending::InHaste | Ending::AtRandom);
    let (hasty, others): (Vec<&End>, Vec<&End>) = ends.partition(is_hasty);
    let at = |end: &&End| end.outcome.at;
    let forgiven = if kind == TestKind::Examination { 1 } else { hasty.len() };
    let mut hasty: Vec<Timestamp> =
        hasty.iter().map(at).filter(|at| now.duration_since(*at) < YEAR).collect();
    hasty.sort_unstable();
    let others = others.iter().filter(|end| end.outcome.ending.counts()).map(at);
    others.chain(hasty.into_iter().skip(forgiven)).collect()
}

pub(super) fn begin(
    desk: Desk<'_>,
    past: &[Attempt],
    id: &BlueprintId,
    how: How,
    act: StatementId,
    at: Timestamp,
) -> Result<Done, Refused> {
    let found = desk.curriculum.blueprints.get(id);
    let blueprint = found.ok_or_else(|| Refused::NoSuchTest(id.clone()))?;
    if blueprint.supervision == Supervision::Required && how.sitting.is_none() {
        return Err(Refused::OnlySupervised);
    }
    let open = past.iter().find(|attempt| attempt.blueprint == *id && attempt.is_open());
    if open.is_some_and(|attempt| can_go_on(attempt, desk.curriculum)) {
        return Err(Refused::AlreadyOpen);
    }
    retest(blueprint, past, at)?;
    let mut rules = Rules::of(blueprint, Basis::Starting);
    rules.basis = desk.bank.basis(&rules);
    let began = Began {
        kind: blueprint.card.kind,
        bank: desk.bank.number(),
        sitting: how.sitting,
        manner: how.manner,
        sheet: sheet(desk, blueprint, &rules, past, act),
        rules,
    };
    let mut attempt = fresh(id, &began, act, at);
    attempt.pace.deadline = deadline(blueprint, how.time, at);
    let first = choose::next(&attempt, desk.bank).ok_or(Refused::BankTooSmall)?;
    attempt.open = Some(Open { item: first, since: at });
    let subject = Subject::BeganCheck { check: id.clone(), attempt: Some(Box::new(began)) };
    let withdrawn = open.map(|attempt| withdraw(attempt, at));
    Ok(Done { attempt, withdrawn, subject, evidence: Vec::new() })
}

/// An attempt as it begins, before its first question.
pub(super) fn fresh(id: &BlueprintId, began: &Began, act: StatementId, at: Timestamp) -> Attempt {
    Attempt {
        id: act,
        blueprint: id.clone(),
        kind: began.kind,
        bank: began.bank,
        sitting: began.sitting,
        manner: began.manner,
        rules: began.rules.clone(),
        sheet: began.sheet.clone(),
        began: at,
        pace: Pace::default(),
        given: Vec::new(),
        open: None,
        end: None,
    }
}

/// Whether the open question can be answered. When it was taken out of the content meanwhile, only a new attempt helps.
fn can_go_on(attempt: &Attempt, curriculum: &Curriculum) -> bool {
    attempt.open.as_ref().is_some_and(|open| curriculum.items.iter().any(|item| item.id == open.item))
}

fn deadline(blueprint: &Blueprint, time: Time, at: Timestamp) -> Option<Timestamp> {
    match time {
        Time::Unlimited => None,
        Time::Until(instant) => Some(instant),
        Time::Usual => {
            let minutes = SignedDuration::from_mins(i64::from(blueprint.minutes?));
            Some(at.checked_add(minutes).unwrap_or(Timestamp::MAX))
        }
    }
}

/// Which questions may be asked, as the engine draws it: not those of the person's last attempts, as far as the test can do
/// without them, and not those that too many people were asked.
fn sheet(desk: Desk<'_>, blueprint: &Blueprint, rules: &Rules, past: &[Attempt], act: StatementId) -> String {
    let prepared = desk.bank.prepared(blueprint.card.kind, rules);
    let before = past.iter().filter(|attempt| !attempt.given.is_empty()).take(ATTEMPTS_APART);
    let seen = before.flat_map(|attempt| &attempt.given);
    let seen = seen.filter_map(|given| prepared.place(desk.bank.place(&given.item)?)).collect::<Vec<_>>();
    let unused;
    let ledger = match desk.uses.and_then(|uses| uses.ledger(prepared.bank.len())) {
        Some(ledger) => ledger,
        None => {
            unused = Ledger::new(prepared.bank.len());
            &unused
        }
    };
    let share = |permille: u16| f64::from(permille) / 1000.0;
    let caps = blueprint.exposure.map(|caps| Caps {
        overall: share(caps.overall_permille),
        at_equal_ability: share(caps.alike_permille),
    });
    let quotas = &prepared.rules.quotas;
    let asked = Draw { caps, quotas, length: rules.most, seen: &seen, seed: choose::seed(act) };
    choose::digits(&draw(&prepared.bank, ledger, &asked).to_bytes())
}

/// Ends an attempt that cannot go on.
fn withdraw(attempt: &Attempt, at: Timestamp) -> Attempt {
    let mut ended = attempt.clone();
    ended.open = None;
    let outcome = Outcome {
        at,
        attempt: Some(attempt.id),
        ending: Ending::Withdrawn,
        right: 0,
        asked: 0,
        theta_milli: 0,
        se_milli: 1000,
        passed: Vec::new(),
        all: false,
    };
    ended.end = Some(End { outcome, parts: Vec::new(), advice: None });
    ended
}
