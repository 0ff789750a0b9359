//! Answers that came too fast to have been read.
//!
//! A question is taken as read when its letters had the time of a very fast reader. Who knows a thing may still be faster, so
//! being fast is nothing by itself: only an attempt in which many answers came that fast *and* most of those were wrong was
//! tapped through. It is told kindly, counts for nothing and may be begun again at once. (The idea of a threshold by item is
//! that of rapid-guessing behaviour: Wise & Kong 2005.)
//!
//! Questions that are only asked to be learned from are left out of both rules: how they are answered changes nothing for a person.
//!
//! # At random
//! Slower than that, and still without looking: an attempt is taken as answered at random when both hold.
//!
//! 1. *No better than chance*: the right answers are not above what choosing blindly gives, at the 5 % level. With k choices a
//!    question and p = 1/k, right ≤ Σp + [`CHANCE_Z`] √Σp(1 − p).
//! 2. *Something else speaks for it*: at least half of the answers came faster than an ordinary reader reads them
//!    ([`MS_PER_LETTER_ORDINARY`]), or the answers do not go together (l_z* below its mark,
//!    [`irt::irregularity::PersonFit::MARK`]).
//!
//! The first alone would do wrong to people who read with care and know little: an adaptive test asks them what they find hard, and
//! a quarter of those is right by luck. The answers alone cannot tell these two apart in ten questions, whatever is
//! computed from them; the time can. How often the rule speaks is measured in `domain/tests/laws/assessment.rs`.

use irt::Model;
use irt::calibrate::Population;
use irt::irregularity::person_fit;

use super::{Attempt, Bank, Given};
use crate::content::{Curriculum, Item};
use crate::text::{Lang, Text};

/// Milliseconds that a very fast reader needs for a letter: 66 letters a second.
const MS_PER_LETTER: usize = 15;
const MS_LEAST: usize = 1_000;
const MS_MOST: usize = 5_000;
/// In haste is an attempt with at least this share of rapid answers, in hundredths.
const RAPID_SHARE: usize = 40;
/// And so many answers at least: two quick taps are no habit.
const ANSWERS_LEAST: usize = 5;

/// So many standard deviations above blind choosing a count of right answers still is no better than it: the upper 5 % of a
/// normal variable.
const CHANCE_Z: f64 = 1.645;
/// Fewer answers say nothing about choosing blindly.
const BLIND_LEAST: usize = 8;
/// Milliseconds that an ordinary reader needs for a letter, when quick: 33 letters a second. Silent reading goes at some 24
/// (238 words a minute: Brysbaert 2019).
const MS_PER_LETTER_ORDINARY: usize = 30;
const MS_ORDINARY_LEAST: usize = 2_000;
const MS_ORDINARY_MOST: usize = 10_000;

/// Whether an answer came too fast to have been read.
#[must_use]
pub fn is_rapid(given: &Given, item: &Item) -> bool {
    is_below(given, (letters(item) * MS_PER_LETTER).clamp(MS_LEAST, MS_MOST))
}

/// Whether an answer came faster than an ordinary reader reads it.
fn is_hurried(given: &Given, item: &Item) -> bool {
    is_below(given, (letters(item) * MS_PER_LETTER_ORDINARY).clamp(MS_ORDINARY_LEAST, MS_ORDINARY_MOST))
}

fn is_below(given: &Given, ms: usize) -> bool {
    usize::try_from(given.ms).is_ok_and(|taken| taken < ms)
}

/// The letters of a question with its answers.
fn letters(item: &Item) -> usize {
    let letters = |text: &Text| text.get(Lang::Vi).chars().count();
    letters(&item.ask) + item.choices.iter().map(|choice| letters(&choice.text)).sum::<usize>()
}

/// Whether an attempt was tapped through without reading.
#[must_use]
pub fn in_haste(attempt: &Attempt, curriculum: &Curriculum) -> bool {
    let find = |given: &Given| curriculum.items.iter().find(|item| item.id == given.item);
    let rapid = attempt.scored().filter(|given| find(given).is_some_and(|item| is_rapid(given, item)));
    let rapid: Vec<&Given> = rapid.collect();
    let right = rapid.iter().filter(|given| given.right).count();
    let answers = attempt.scored().count();
    answers >= ANSWERS_LEAST && rapid.len() * 100 >= answers * RAPID_SHARE && right * 2 <= rapid.len()
}

/// Whether an attempt was answered at random: see the rule at the top.
#[must_use]
pub fn at_random(attempt: &Attempt, bank: &Bank, curriculum: &Curriculum) -> bool {
    let find = |given: &Given| curriculum.items.iter().find(|item| item.id == given.item);
    let known: Vec<(&Given, &Item)> =
        attempt.scored().filter_map(|given| Some((given, find(given)?))).collect();
    let hurried = known.iter().filter(|(given, item)| is_hurried(given, item)).count();
    known.len() >= BLIND_LEAST
        && is_no_better_than_chance(&known)
        && (hurried * 2 >= known.len() || goes_not_together(attempt, bank))
}

fn is_no_better_than_chance(known: &[(&Given, &Item)]) -> bool {
    let blind = |item: &Item| 1.0 / f64::from(item.ways());
    let count = |right: bool| if right { 1.0 } else { 0.0 };
    let [right, mean, variance] = known.iter().fold([0.0; 3], |[right, mean, variance], (given, item)| {
        let p = blind(item);
        [right + count(given.right), mean + p, variance + p * (1.0 - p)]
    });
    right <= mean + CHANCE_Z * variance.sqrt()
}

fn goes_not_together(attempt: &Attempt, bank: &Bank) -> bool {
    let scored = attempt.scored().filter_map(|given| Some((bank.model(&given.item)?.into(), given.right)));
    let scored: Vec<(Model, bool)> = scored.collect();
    let answers: Vec<(&Model, u8)> = scored.iter().map(|(model, right)| (model, u8::from(*right))).collect();
    person_fit(&answers, Population::STANDARD).is_some_and(|fit| fit.is_flag())
}
