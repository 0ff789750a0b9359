//! Answer the open question, stop, or see the result when the time is over.

use jiff::Timestamp;

use super::decide::{Desk, Done, Refused};
use super::{Attempt, Ending, Given, Open, choose, haste, score};
use crate::content::{Item, Response};
use crate::ids::ItemId;
use crate::record::{AnswerMark, CheckResult, Subject};

pub(super) fn answer(
    desk: Desk<'_>,
    attempt: &Attempt,
    item: &ItemId,
    answer: Response,
    at: Timestamp,
) -> Result<Done, Refused> {
    same_bank(desk, attempt)?;
    let open = attempt.open.as_ref().ok_or(Refused::NotOpen)?;
    if open.item != *item {
        return Err(Refused::OtherItem { open: open.item.clone() });
    }
    if attempt.pace.paused_since.is_some() {
        return Err(Refused::Paused);
    }
    if attempt.pace.is_over(at) {
        return Err(Refused::TimeOver);
    }
    let asked = find(desk, item).ok_or(Refused::BankTooSmall)?;
    let right = asked.mark(answer).ok_or(Refused::NoSuchAnswer(answer))?;
    let mut attempt = attempt.clone();
    let given = Given {
        item: item.clone(),
        answer,
        right,
        scored: choose::scores(&attempt, desk.bank, item),
        ms: milliseconds(open.since, at),
        at,
    };
    let mark = AnswerMark { attempt: attempt.id, scored: given.scored, ms: given.ms };
    go_on(desk, &mut attempt, given, at);
    let subject = Subject::Answered {
        check: attempt.blueprint.clone(),
        item: item.clone(),
        answer,
        right,
        result: result(&attempt),
        mark: Some(mark),
    };
    Ok(done(attempt, subject))
}

/// Takes an answer, and opens the next question or ends the attempt.
pub(super) fn go_on(desk: Desk<'_>, attempt: &mut Attempt, given: Given, at: Timestamp) {
    attempt.given.push(given);
    attempt.open = choose::next(attempt, desk.bank).map(|item| Open { item, since: at });
    if attempt.open.is_some() {
        return;
    }
    score::end(attempt, desk.curriculum, desk.bank, Ending::Completed, at);
    let passed = attempt.end.as_ref().is_some_and(|end| end.outcome.all);
    if let Some(ending) = without_meaning(desk, attempt).filter(|_| !passed) {
        score::end(attempt, desk.curriculum, desk.bank, ending, at);
    }
}

/// The way in which an attempt ended that says nothing of its person; `None` where it says something.
fn without_meaning(desk: Desk<'_>, attempt: &Attempt) -> Option<Ending> {
    if haste::in_haste(attempt, desk.curriculum) {
        return Some(Ending::InHaste);
    }
    haste::at_random(attempt, desk.bank, desk.curriculum).then_some(Ending::AtRandom)
}

pub(super) fn give_up(desk: Desk<'_>, attempt: &Attempt, at: Timestamp) -> Result<Done, Refused> {
    stop(desk, attempt, Ending::GivenUp, at)
}

pub(super) fn close(desk: Desk<'_>, attempt: &Attempt, at: Timestamp) -> Result<Done, Refused> {
    if !attempt.pace.is_over(at) {
        return Err(Refused::TimeLeft);
    }
    stop(desk, attempt, Ending::TimeOver, at)
}

fn stop(desk: Desk<'_>, attempt: &Attempt, ending: Ending, at: Timestamp) -> Result<Done, Refused> {
    same_bank(desk, attempt)?;
    let mut attempt = attempt.clone();
    score::end(&mut attempt, desk.curriculum, desk.bank, ending, at);
    let (check, id) = (attempt.blueprint.clone(), attempt.id);
    let subject = Subject::EndedCheck { check, attempt: id, result: result(&attempt) };
    Ok(done(attempt, subject))
}

fn same_bank(desk: Desk<'_>, attempt: &Attempt) -> Result<(), Refused> {
    let wanted = attempt.bank;
    if desk.bank.number() == wanted { Ok(()) } else { Err(Refused::OtherBank { wanted }) }
}

fn done(attempt: Attempt, subject: Subject) -> Done {
    let evidence = score::evidence(&attempt);
    Done { attempt, withdrawn: None, subject, evidence }
}

fn find<'d>(desk: Desk<'d>, id: &ItemId) -> Option<&'d Item> {
    desk.curriculum.items.iter().find(|item| item.id == *id)
}

fn milliseconds(since: Timestamp, at: Timestamp) -> u32 {
    let ms = at.as_millisecond().saturating_sub(since.as_millisecond()).max(0);
    u32::try_from(ms).unwrap_or(u32::MAX)
}

/// The result of an attempt that has ended, for its last statement.
fn result(attempt: &Attempt) -> Option<CheckResult> {
    let outcome = &attempt.end.as_ref()?.outcome;
    Some(CheckResult {
        right: outcome.right,
        asked: outcome.asked,
        theta_milli: outcome.theta_milli,
        se_milli: outcome.se_milli,
        passed: outcome.all,
        ending: outcome.ending,
    })
}
