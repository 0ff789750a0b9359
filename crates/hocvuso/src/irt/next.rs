//! `hocvuso irt next`.

use std::path::Path;

use irt::{Model, Posterior, Prior};

use super::{answers, bank, score};
use crate::failure::Failure;
use crate::progress::say;

pub(crate) fn run(bank: &Path, given: Option<&Path>) -> Result<(), Failure> {
    let items = bank::read(bank)?;
    let mut posterior = Posterior::new(Prior::STANDARD);
    let mut asked = vec![false; items.ids.len()];
    if let Some(path) = given {
        let given = answers::read(path, 1)?;
        let places = score::places(&items, bank, &given, path)?;
        let [answers] = given.persons.as_slice() else {
            let words = format!(
                "{} rows of answers; leave the one of the person who is asked next",
                given.persons.len()
            );
            return Err(answers::at(path, 1, &words));
        };
        for answer in answers {
            let column = usize::try_from(answer.item).ok();
            if let Some(place) = column.and_then(|column| places.get(column)) {
                posterior.answer(&Model::from(items.items[*place]), answer.score);
                asked[*place] = true;
            }
        }
    }
    let theta = posterior.estimate().theta();
    let next = items.bank(1).most_informative(theta, |place| !asked[place]);
    let id = next.and_then(|place| items.ids.get(place));
    let id = id.ok_or_else(|| {
        Failure::told(format!("every item of {} was given; none is left to ask", bank.display()))
    })?;
    say(id);
    Ok(())
}
