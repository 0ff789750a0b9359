//! Answers that came too fast to have been read.
//!
//! A question is taken as read when its letters had the time of a very fast reader. Who knows a thing may still be faster, so
//! being fast is nothing by itself: only an attempt in which many answers came that fast *and* most of those were wrong was
//! tapped through. It is told kindly, counts for nothing and may be begun again at once. (The idea of a threshold by item is
//! that of rapid-guessing behaviour: Wise & Kong 2005.)

use super::{Attempt, Given};
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

/// Whether an answer came too fast to have been read.
#[must_use]
pub fn is_rapid(given: &Given, item: &Item) -> bool {
    let letters = |text: &Text| text.get(Lang::Vi).chars().count();
    let all = letters(&item.ask) + item.choices.iter().map(|choice| letters(&choice.text)).sum::<usize>();
    let needed = (all * MS_PER_LETTER).clamp(MS_LEAST, MS_MOST);
    usize::try_from(given.ms).is_ok_and(|ms| ms < needed)
}

/// Whether an attempt was tapped through without reading.
#[must_use]
pub fn in_haste(attempt: &Attempt, curriculum: &Curriculum) -> bool {
    let find = |given: &Given| curriculum.items.iter().find(|item| item.id == given.item);
    let rapid = attempt.given.iter().filter(|given| find(given).is_some_and(|item| is_rapid(given, item)));
    let rapid: Vec<&Given> = rapid.collect();
    let right = rapid.iter().filter(|given| given.right).count();
    let answers = attempt.given.len();
    answers >= ANSWERS_LEAST && rapid.len() * 100 >= answers * RAPID_SHARE && right * 2 <= rapid.len()
}
