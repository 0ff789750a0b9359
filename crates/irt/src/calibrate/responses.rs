//! The answers that a calibration reads.

/// The highest score of an item, and so the most thresholds that a graded item can have: as [`crate::Graded`] has it.
pub const SCORE_MAX: u8 = 15;

/// One person's answer to one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// The item, by its place in the bank.
    pub item: u32,
    /// The score: 0 is wrong, 1 is right; a graded item goes on to 2, 3, …
    pub score: u8,
}

/// Why a person's answers are not taken. Nothing of that person is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ResponseError {
    /// There is no such item.
    #[error("item {item}; there are {items} items, from 0")]
    Item {
        /// The item that was named.
        item: u32,
        /// How many there are.
        items: usize,
    },
    /// The score is higher than 15.
    #[error("score {score} at item {item}; the highest is 15")]
    Score {
        /// The item.
        item: u32,
        /// The score that was told.
        score: u8,
    },
    /// The item is answered twice by one person.
    #[error("item {0} twice; the model knows one answer to an item")]
    Twice(u32),
}

/// Who answered what, person by person. An item that a person was not given is simply not there: planned missing
/// data need no mark.
///
/// ```
/// use irt::calibrate::{Answer, Responses};
/// let mut responses = Responses::new(3);
/// responses.push(&[Answer { item: 0, score: 1 }, Answer { item: 2, score: 0 }])?;
/// assert_eq!((responses.persons(), responses.items()), (1, 3));
/// assert!(responses.push(&[Answer { item: 3, score: 1 }]).is_err());
/// assert_eq!(responses.persons(), 1);
/// # Ok::<(), irt::calibrate::ResponseError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Responses {
    items: usize,
    starts: Vec<usize>,
    answers: Vec<Answer>,
    /// Who answered each item last, counted from 1: finds an item answered twice without looking back.
    last: Vec<usize>,
}

impl Responses {
    /// No answers yet, to so many items.
    #[must_use]
    pub fn new(items: usize) -> Self {
        Self { items, starts: vec![0], answers: Vec::new(), last: vec![0; items] }
    }

    /// One more person, with the answers in the order in which they were given.
    ///
    /// # Errors
    /// When an item is not there or is answered twice, or a score is over [`SCORE_MAX`].
    pub fn push(&mut self, answers: &[Answer]) -> Result<(), ResponseError> {
        let whole = self.answers.len();
        for answer in answers {
            if let Err(error) = self.one(*answer) {
                self.forget(whole);
                return Err(error);
            }
        }
        self.starts.push(self.answers.len());
        Ok(())
    }

    fn one(&mut self, Answer { item, score }: Answer) -> Result<(), ResponseError> {
        let person = self.starts.len();
        if score > SCORE_MAX {
            return Err(ResponseError::Score { item, score });
        }
        let last = self.last.get_mut(item as usize).ok_or(ResponseError::Item { item, items: self.items })?;
        if *last == person {
            return Err(ResponseError::Twice(item));
        }
        *last = person;
        self.answers.push(Answer { item, score });
        Ok(())
    }

    fn forget(&mut self, whole: usize) {
        for answer in self.answers.drain(whole..) {
            if let Some(last) = self.last.get_mut(answer.item as usize) {
                *last = 0;
            }
        }
    }

    /// How many items there are.
    #[must_use]
    pub fn items(&self) -> usize {
        self.items
    }

    /// How many persons there are.
    #[must_use]
    pub fn persons(&self) -> usize {
        self.starts.len() - 1
    }

    /// The answers of each person, in the order in which they were pushed.
    pub fn iter(&self) -> impl Iterator<Item = &[Answer]> {
        self.starts.windows(2).map(|ends| match ends {
            [from, to] => self.answers.get(*from..*to).unwrap_or_default(),
            _ => &[],
        })
    }

    /// How often each item was answered with each score.
    #[must_use]
    pub fn counts(&self) -> Vec<[usize; SCORE_MAX as usize + 1]> {
        let mut counts = vec![[0; SCORE_MAX as usize + 1]; self.items];
        for answer in &self.answers {
            let count =
                counts.get_mut(answer.item as usize).and_then(|item| item.get_mut(usize::from(answer.score)));
            if let Some(count) = count {
                *count += 1;
            }
        }
        counts
    }
}
