//! What the house reads of an act.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::assessment::{Ending, Manner, Rules};
use crate::content::{Response, TestKind, Version};
use crate::drill::{Answer, Score};
use crate::ids::{
    BlueprintId, DrillId, ItemId, LessonId, PathId, PersonId, PracticeId, ScreenId, SittingId, SkillId,
    StatementId,
};
use crate::place::Place;
use crate::practice::{Mode, Typed};
use crate::standing::{Evidence, Rung};

/// One act as the record keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The act's id, made by the device on which it was done.
    pub id: StatementId,
    /// Who learned.
    pub person: PersonId,
    /// When it happened, as far as we believe the device.
    pub at: Timestamp,
    /// When it arrived.
    pub stored: Timestamp,
    /// Where and as whom the person counted on that day.
    pub place: Place,
    /// Who helped.
    pub helper: Option<PersonId>,
    /// What it proved.
    pub evidence: Vec<Evidence>,
    /// What was done.
    pub subject: Subject,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// Told commune and group (in [`Entry::place`]).
    Settled,
    /// Chose a path.
    Chose {
        /// The path.
        path: PathId,
    },
    /// Read a screen of a lesson, numbered from 1.
    Read {
        /// The lesson.
        lesson: LessonId,
        /// The screen.
        screen: u16,
        /// Whether it is the last one.
        last: bool,
        /// The version of the lesson; missing in the oldest statements.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        version: Option<Version>,
    },
    /// Began a practice.
    Began {
        /// The practice.
        practice: PracticeId,
        /// How.
        mode: Mode,
        /// The version of the practice, by which the taps go; missing in the oldest statements.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        version: Option<Version>,
    },
    /// Tapped in a practice.
    Tapped(TapMark),
    /// Began a test.
    BeganCheck {
        /// Its blueprint.
        check: BlueprintId,
        /// What it takes to go through the attempt again; missing in the oldest statements.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        attempt: Option<Box<Began>>,
    },
    /// Answered a question of a test.
    Answered {
        /// Its blueprint.
        check: BlueprintId,
        /// The question.
        item: ItemId,
        /// The answer.
        #[serde(rename = "choice")]
        answer: Response,
        /// Whether it was right.
        right: bool,
        /// How the test ended, with its last answer.
        result: Option<CheckResult>,
        /// Which attempt it belongs to; missing in the oldest statements.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mark: Option<AnswerMark>,
    },
    /// Stopped a test, or its time was over.
    EndedCheck {
        /// Its blueprint.
        check: BlueprintId,
        /// The attempt.
        attempt: StatementId,
        /// How it ended.
        result: Option<CheckResult>,
    },
    /// Began a round of drills.
    BeganDrill {
        /// The skill.
        skill: SkillId,
        /// The messages of the round, in order.
        messages: Vec<DrillId>,
    },
    /// Judged a message of a round.
    Judged {
        /// The skill.
        skill: SkillId,
        /// The message.
        message: DrillId,
        /// What was answered.
        answer: Answer,
        /// Whether it was right.
        right: bool,
        /// How the round went, with its last answer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        score: Option<Score>,
    },
    /// Was visited by a helper.
    Visited {
        /// What it was about.
        skill: SkillId,
        /// How far it went.
        rung: Rung,
    },
    /// An official voided an earlier statement of this person; [`Entry::helper`] is that official.
    Voided {
        /// The statement that counts no more.
        statement: StatementId,
        /// Why.
        reason: VoidReason,
    },
}

/// Why a statement was voided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VoidReason {
    /// Somebody else did it.
    WrongPerson,
    /// It did not happen.
    NotDone,
    /// The rules were not kept.
    AgainstRules,
    /// It was noted by mistake.
    Mistake,
}

impl VoidReason {
    /// All reasons.
    pub const ALL: [Self; 4] = [Self::WrongPerson, Self::NotDone, Self::AgainstRules, Self::Mistake];

    /// The word in forms and on the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::WrongPerson => "wrong-person",
            Self::NotDone => "not-done",
            Self::AgainstRules => "against-rules",
            Self::Mistake => "mistake",
        }
    }

    /// The reason of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == word)
    }
}

/// One tap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct TapMark {
    /// The practice.
    pub practice: PracticeId,
    /// How it is done.
    pub mode: Mode,
    /// The screen on which the tap was made.
    pub screen: ScreenId,
    /// The number of the element.
    pub element: u16,
    /// Which fields held what was asked for.
    pub typed: Vec<Typed>,
    /// With the tap that finishes: how many taps the run took, and how many were mistakes.
    pub finished: Option<(u16, u16)>,
}

/// What an attempt began with: together with the bank's version and the answers it is enough to go through it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Began {
    /// What the test is for.
    pub kind: TestKind,
    /// The version of the bank.
    pub bank: u32,
    /// The sitting it is done in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sitting: Option<SittingId>,
    /// How the questions reach the person.
    pub manner: Manner,
    /// The rules it goes by.
    pub rules: Rules,
    /// Which questions may be asked: see [`crate::assessment::Attempt::sheet`].
    pub sheet: String,
}

/// Which attempt an answer belongs to, and how it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct AnswerMark {
    /// The attempt: the act that began it.
    pub attempt: StatementId,
    /// Whether it counts for the result.
    pub scored: bool,
    /// Milliseconds between showing and answering, as the server saw them.
    pub ms: u32,
}

/// How a test ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct CheckResult {
    /// Right answers.
    pub right: u16,
    /// Questions.
    pub asked: u16,
    /// The estimated ability, in thousandths.
    pub theta_milli: i32,
    /// Its standard error, in thousandths.
    pub se_milli: i32,
    /// Whether every skill of the test is passed.
    pub passed: bool,
    /// In which way it ended.
    #[serde(default)]
    pub ending: Ending,
}

/// Why a statement is not one of our acts.
#[derive(Debug, Clone, PartialEq)]
pub enum NotOurs {
    /// It is no statement at all.
    Invalid(xapi::Invalid),
    /// Its actor, or its instructor, is no person of this house.
    Person,
    /// It does not say which act of ours it is, or says it in words that we do not read.
    Act,
    /// Its id, or one of its instants, is missing.
    Incomplete,
}
