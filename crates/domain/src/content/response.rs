//! What can be answered to a question, and when it is right: one value for all kinds of questions.

use serde::{Deserialize, Serialize};

use super::item::{Item, ItemKind};

/// An answer as one number, so that it fits a column, a statement and a table of millions: chosen alone, the place in the
/// file, from 0; chosen together, a 9 and the places counted from 1, from the lowest; put in order, the places counted from 1,
/// as they were put. The first is how answers were kept before there were others.
///
/// ```
/// use domain::content::{Response, Way};
/// assert_eq!(Response::one(2).number(), 2);
/// assert_eq!(Response::several(&[3, 0]).map(Response::number), Some(914));
/// let order = Response::order(&[2, 0, 1]).unwrap();
/// assert_eq!((order.number(), order.way(), order.places()), (312, Way::Order, vec![2, 0, 1]));
/// assert_eq!(Response::order(&[2, 0, 2]), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Response(u32);

/// How an answer was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// One place was chosen.
    One,
    /// Places were chosen together.
    Several,
    /// All places were put in order.
    Order,
}

/// The digit before places chosen together. Places are digits from 1, and no question has so many that one of them is this.
const TOGETHER: u32 = 9;

impl Response {
    /// The answer that chooses one place.
    #[must_use]
    pub fn one(place: u8) -> Self {
        Self(u32::from(place).min(TOGETHER))
    }

    /// The answer that chooses these places and no others; `None` when there are none, or too many to be of one question.
    #[must_use]
    pub fn several(places: &[u8]) -> Option<Self> {
        let mut chosen = places.to_vec();
        chosen.sort_unstable();
        chosen.dedup();
        let fits = chosen.last().is_some_and(|last| u32::from(*last) + 1 < TOGETHER);
        fits.then(|| Self(digits(TOGETHER, &chosen)))
    }

    /// The answer that puts the places in this order; `None` when it is not an order of all of at least two.
    #[must_use]
    pub fn order(places: &[u8]) -> Option<Self> {
        let mut all = places.to_vec();
        all.sort_unstable();
        let whole = (2..usize::try_from(TOGETHER).unwrap_or(0)).contains(&all.len());
        let fits = whole && (0..).zip(&all).all(|(at, place): (u8, _)| at == *place);
        fits.then(|| Self(digits(0, places)))
    }

    /// The answer as a number.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }

    /// The answer of a number.
    #[must_use]
    pub const fn of_number(number: u32) -> Self {
        Self(number)
    }

    /// How it was given.
    #[must_use]
    pub fn way(self) -> Way {
        match self.read() {
            (true, _) => Way::Several,
            (false, places) if places.len() > 1 => Way::Order,
            (false, _) => Way::One,
        }
    }

    /// The places in the file: the one chosen, those chosen, or all in the order in which they were put.
    #[must_use]
    pub fn places(self) -> Vec<u8> {
        self.read().1
    }

    /// What the answer counts for, place by place: those chosen, or those put where they belong.
    #[must_use]
    pub fn marks(self) -> Vec<u8> {
        let places = self.places();
        match self.way() {
            Way::One | Way::Several => places,
            Way::Order => (0..).zip(places).filter(|(at, place)| at == place).map(|(at, _)| at).collect(),
        }
    }

    /// Whether the places were chosen together, and the places.
    fn read(self) -> (bool, Vec<u8>) {
        let place = |place: u32| u8::try_from(place).unwrap_or(u8::MAX);
        if self.0 <= TOGETHER {
            return (false, vec![place(self.0)]);
        }
        let mut digits = Vec::new();
        let mut rest = self.0;
        while rest > 0 {
            digits.push(rest % 10);
            rest /= 10;
        }
        let together = digits.pop_if(|first| *first == TOGETHER).is_some();
        (together, digits.into_iter().rev().map(|digit| place(digit.saturating_sub(1))).collect())
    }
}

fn digits(first: u32, places: &[u8]) -> u32 {
    places.iter().fold(first, |number, place| number.saturating_mul(10).saturating_add(u32::from(*place) + 1))
}

impl Item {
    /// Whether an answer is right, exactly; `None` when it is no answer to this question.
    #[must_use]
    pub fn mark(&self, answer: Response) -> Option<bool> {
        let places = answer.places();
        let known = places.iter().all(|place| usize::from(*place) < self.choices.len());
        let fits = match (&self.kind, answer.way()) {
            (ItemKind::Choice | ItemKind::Tap(_), Way::One) | (ItemKind::Several, Way::Several) => known,
            (ItemKind::Order, Way::Order) => known && places.len() == self.choices.len(),
            _ => false,
        };
        fits.then(|| answer == self.key())
    }

    /// The one right answer.
    #[must_use]
    pub fn key(&self) -> Response {
        let right = self.places(true);
        let key = match self.kind {
            ItemKind::Choice | ItemKind::Tap(_) => None,
            ItemKind::Several => Response::several(&right),
            ItemKind::Order => Response::order(&self.all_places()),
        };
        key.unwrap_or_else(|| Response::one(right.first().copied().unwrap_or(0)))
    }

    /// Answers that are wrong but near: what somebody gives who nearly knows.
    #[must_use]
    pub fn near_misses(&self) -> Vec<Response> {
        let (right, wrong, all) = (self.places(true), self.places(false), self.all_places());
        match self.kind {
            ItemKind::Choice | ItemKind::Tap(_) => wrong.into_iter().map(Response::one).collect(),
            ItemKind::Several => {
                let fewer =
                    right.iter().map(|out| right.iter().copied().filter(|place| place != out).collect());
                let more = wrong.iter().map(|one| [right.as_slice(), &[*one]].concat());
                fewer.chain(more).filter_map(|places: Vec<u8>| Response::several(&places)).collect()
            }
            ItemKind::Order => {
                let swapped = |at: usize| {
                    let mut places = all.clone();
                    places.swap(at, at + 1);
                    Response::order(&places)
                };
                (0..all.len().saturating_sub(1)).filter_map(swapped).collect()
            }
        }
    }

    /// Between how many answers somebody chooses who chooses blindly.
    #[must_use]
    pub fn ways(&self) -> u32 {
        let places = u32::try_from(self.choices.len()).unwrap_or(1).max(1);
        match self.kind {
            ItemKind::Choice | ItemKind::Tap(_) => places,
            // Any of them or not, but not none.
            ItemKind::Several => (1_u32 << places.min(8)) - 1,
            ItemKind::Order => (1..=places.min(8)).product(),
        }
    }

    fn places(&self, right: bool) -> Vec<u8> {
        let of = (0_u8..).zip(&self.choices).filter(|(_, choice)| choice.right == right);
        of.map(|(place, _)| place).collect()
    }

    fn all_places(&self) -> Vec<u8> {
        (0_u8..).zip(&self.choices).map(|(place, _)| place).collect()
    }
}
