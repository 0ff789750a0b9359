//! Judging the messages of a round.

use serde::{Deserialize, Serialize};

use super::Score;
use crate::content::{DrillMessage, Truth, words};
use crate::ids::DrillId;

words! {
    /// What a person says of a message.
    Judgement {
        /// It is what it seems to be.
        Safe "safe",
        /// One can't tell.
        Unsure "unsure",
        /// It is a fraud.
        Scam "scam",
    }
}

impl Judgement {
    /// A number from 1 to 3 for it.
    pub(super) const fn code(self) -> u32 {
        match self {
            Self::Safe => 1,
            Self::Unsure => 2,
            Self::Scam => 3,
        }
    }

    /// The one of a number.
    pub(super) const fn of_code(code: u32) -> Option<Self> {
        match code {
            1 => Some(Self::Safe),
            2 => Some(Self::Unsure),
            3 => Some(Self::Scam),
            _ => None,
        }
    }

    /// Whether it is right of a message. "Not sure" never is, and never quite wrong.
    #[must_use]
    pub fn is_right(self, truth: Truth) -> bool {
        matches!((self, truth), (Self::Scam, Truth::Scam) | (Self::Safe, Truth::Genuine))
    }
}

/// An answer: first what the message is, then what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// What it is.
    Said(Judgement),
    /// What to do: the place of the step in the file.
    Next(u8),
}

/// How a message was judged. It travels as one number: what it was said to be, from 1 to 3, and four times the place of the
/// next step, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "u32", into = "u32")]
pub struct Judged {
    /// What it was said to be.
    pub said: Judgement,
    /// What the person would do, once they said it.
    pub next: Option<u8>,
}

impl From<Judged> for u32 {
    fn from(judged: Judged) -> Self {
        judged.said.code() + judged.next.map_or(0, |next| 4 * (Self::from(next) + 1))
    }
}

impl From<u32> for Judged {
    fn from(code: u32) -> Self {
        let said = Judgement::of_code(code % 4).unwrap_or(Judgement::Unsure);
        Self { said, next: (code / 4).checked_sub(1).and_then(|next| u8::try_from(next).ok()) }
    }
}

/// A round, open or over.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Its messages, in order.
    pub messages: Vec<DrillId>,
    /// How those so far were judged; only the last may still want its next step.
    pub answers: Vec<Judged>,
}

impl Round {
    /// How many messages are done with.
    #[must_use]
    pub fn done(&self) -> usize {
        self.answers.iter().filter(|judged| judged.next.is_some()).count()
    }

    /// Whether every message is done with.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.done() == self.messages.len()
    }
}

/// Why an answer is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JudgeRefused {
    /// No round is open.
    NoRound,
    /// The round stands at another message (a second tab, the back button).
    OtherMessage,
    /// What it is was said already, or is to be said first.
    OutOfTurn,
    /// There is no such step.
    NoSuchStep,
}

/// Judges the message at which a round stands.
///
/// # Errors
/// When it stands at another message, or the answer is not the one that is due.
pub fn judge(round: &Round, message: &DrillMessage, answer: Answer) -> Result<Round, JudgeRefused> {
    if round.messages.get(round.done()) != Some(&message.id) {
        return Err(JudgeRefused::OtherMessage);
    }
    let mut next = round.clone();
    let open = next.answers.last_mut().filter(|judged| judged.next.is_none());
    match (open, answer) {
        (None, Answer::Said(said)) => next.answers.push(Judged { said, next: None }),
        (Some(judged), Answer::Next(step)) if usize::from(step) < message.next.len() => {
            judged.next = Some(step);
        }
        (Some(_), Answer::Next(_)) => return Err(JudgeRefused::NoSuchStep),
        _ => return Err(JudgeRefused::OutOfTurn),
    }
    Ok(next)
}

impl Score {
    /// The score of a round whose messages are these, in its order.
    #[must_use]
    pub fn of(round: &Round, messages: &[&DrillMessage], level: u8) -> Self {
        let mut score = Self { level, ..Self::default() };
        for (message, judged) in messages.iter().zip(&round.answers) {
            score.count(message, *judged);
        }
        score
    }

    fn count(&mut self, message: &DrillMessage, judged: Judged) {
        let (all, called, unsure) = match message.truth {
            Truth::Scam => (&mut self.scams, &mut self.hits, &mut self.doubts),
            Truth::Genuine => (&mut self.genuine, &mut self.alarms, &mut self.qualms),
        };
        *all += 1;
        *called += u8::from(judged.said == Judgement::Scam);
        *unsure += u8::from(judged.said == Judgement::Unsure);
        let step = judged.next.and_then(|next| message.next.get(usize::from(next)));
        self.steps += u8::from(step.is_some_and(|step| step.right));
    }
}
