//! `hocvuso irt score`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use irt::{Item, Prior, eap};

use super::answers::{self, Answers, quoted};
use super::bank;
use crate::failure::Failure;
use crate::progress::say;

pub(crate) fn run(bank: &Path, answers: &Path) -> Result<(), Failure> {
    let items = bank::read(bank)?;
    let given = answers::read(answers, 1)?;
    let places = places(&items, bank, &given, answers)?;
    let columns: Vec<Item> = places.into_iter().filter_map(|place| items.items.get(place).copied()).collect();
    let mut table = String::from("person,theta,se");
    for (person, scores) in given.labels.iter().zip(&given.persons) {
        let scored = scores.iter().filter_map(|answer| {
            let item = columns.get(usize::try_from(answer.item).ok()?)?;
            Some((*item, answer.score > 0))
        });
        let estimate = eap(&scored.collect::<Vec<_>>(), Prior::STANDARD);
        // Writing to a string cannot fail.
        let _ = write!(table, "\n{},{:.8},{:.8}", quoted(person), estimate.theta(), estimate.se());
    }
    say(&table);
    Ok(())
}

/// The place in the bank of each column of answers.
pub(super) fn places(
    items: &bank::Named,
    bank: &Path,
    given: &Answers,
    answers: &Path,
) -> Result<Vec<usize>, Failure> {
    let by_id: BTreeMap<&str, usize> = items.ids.iter().map(String::as_str).zip(0..).collect();
    let place = |id: &String| {
        by_id.get(id.as_str()).copied().ok_or_else(|| {
            let words =
                format!("item {id} is not in {}; add it there or take its column out", bank.display());
            answers::at(answers, 1, &words)
        })
    };
    given.items.iter().map(place).collect()
}
