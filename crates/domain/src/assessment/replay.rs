//! Going through an attempt again, from its statements alone.

use super::answer::go_on;
use super::decide::Desk;
use super::{Attempt, Ending, Given, Open, begin, choose, score};
use crate::ids::ItemId;
use crate::record::{Entry, Subject};

/// Why statements do not make an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotReplayed {
    /// The first of them begins no attempt, or one of before attempts kept their rules.
    NoBeginning,
    /// The bank on the desk is not the attempt's.
    OtherBank {
        /// The version that it needs.
        wanted: u32,
    },
    /// A statement answers another question than the one that would be open.
    OtherItem {
        /// How many answers came before.
        place: usize,
        /// The question that would be open.
        open: Option<ItemId>,
    },
}

/// Goes through an attempt again: the statement that began it, then those that answered or ended it, in order. The bank on the desk
/// is the version that the first one names. Every choice of a question is made anew and compared.
///
/// # Errors
/// When the statements are not those of one attempt that went by its rules.
pub fn replay(entries: &[Entry], desk: Desk<'_>) -> Result<Attempt, NotReplayed> {
    let mut attempt = begun(entries.first(), desk)?;
    for entry in entries.iter().skip(1) {
        match &entry.subject {
            Subject::Answered { item, answer, right, mark: Some(mark), .. } if mark.attempt == attempt.id => {
                let open = attempt.open.as_ref().map(|open| open.item.clone());
                if open.as_ref() != Some(item) {
                    return Err(NotReplayed::OtherItem { place: attempt.given.len(), open });
                }
                let scored = choose::scores(&attempt, desk.bank, item);
                let (item, ms, at) = (item.clone(), mark.ms, entry.at);
                let given = Given { item, answer: *answer, right: *right, scored, ms, at };
                go_on(desk, &mut attempt, given, at);
            }
            Subject::EndedCheck { attempt: id, result, .. } if *id == attempt.id => {
                let ending = result.map_or(Ending::GivenUp, |result| result.ending);
                score::end(&mut attempt, desk.curriculum, desk.bank, ending, entry.at);
            }
            _ => {}
        }
    }
    Ok(attempt)
}

fn begun(entry: Option<&Entry>, desk: Desk<'_>) -> Result<Attempt, NotReplayed> {
    let Some(Entry { id, at, subject: Subject::BeganCheck { check, attempt: Some(began) }, .. }) = entry
    else {
        return Err(NotReplayed::NoBeginning);
    };
    if began.bank != desk.bank.number() {
        return Err(NotReplayed::OtherBank { wanted: began.bank });
    }
    let mut attempt = begin::fresh(check, began, *id, *at);
    let first = choose::next(&attempt, desk.bank);
    attempt.open = first.map(|item| Open { item, since: *at });
    Ok(attempt)
}
