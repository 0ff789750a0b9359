//! One run through a practice.

use serde::{Deserialize, Serialize};

use super::Typed;
use crate::content::{Element, PhoneScreen, Practice, Tap, Version};
use crate::ids::{FieldId, ScreenId};

/// How a practice is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// The next tap is shown.
    Guided,
    /// Somebody sits beside: the next tap is not shown, but can be looked up.
    Together,
    /// No hints.
    Alone,
}

impl Mode {
    /// Every mode, from the most help to none.
    pub const ALL: [Self; 3] = [Self::Guided, Self::Together, Self::Alone];

    /// The word in forms and statements.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Guided => "guided",
            Self::Together => "together",
            Self::Alone => "alone",
        }
    }

    /// The mode of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.as_str() == word)
    }
}

/// Where a run stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// How it is done.
    pub mode: Mode,
    /// The version of the practice by which it goes; none in the oldest workbooks, which go by today's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<Version>,
    /// The screen now shown.
    pub screen: ScreenId,
    /// How many taps so far.
    pub taps: u16,
    /// How many of them were mistakes.
    pub wrong: u16,
    /// What the last tap is answered with.
    pub said: Option<Said>,
    /// Whether the finish was reached.
    pub finished: bool,
    /// The fields of this screen that were right when another one was not: nobody types those twice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub right: Vec<FieldId>,
}

/// What is said about the last tap: which text of which screen, so that it can be shown in any language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Said {
    /// The `wrong` text of an element.
    Tap {
        /// The screen on which it stands.
        screen: ScreenId,
        /// The element's number.
        element: u16,
    },
    /// The `wrong` text of a field.
    Field {
        /// The screen on which it stands.
        screen: ScreenId,
        /// The field.
        field: FieldId,
    },
}

/// What a tap did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tapped {
    /// The phone moved on.
    Moved,
    /// It was a mistake, and was explained.
    Mistake,
    /// The finish was reached.
    Finished,
}

/// Why a tap was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TapRefused {
    /// The run is over.
    Finished,
    /// The practice changed and has this screen no more.
    NoScreen(ScreenId),
    /// There is nothing to tap at this place of the screen.
    NoSuchElement(u16),
    /// The tap was meant for another screen (a second tab, the back button).
    OtherScreen {
        /// The screen on which the run stands.
        now: ScreenId,
    },
}

/// A new run.
#[must_use]
pub fn begin(practice: &Practice, mode: Mode) -> Run {
    Run {
        mode,
        version: Some(practice.version),
        screen: practice.start.clone(),
        taps: 0,
        wrong: 0,
        said: None,
        finished: false,
        right: Vec::new(),
    }
}

/// One tap on `element` of `screen`. What was typed into the screen's fields comes along.
///
/// # Errors
/// When the run is over, stands on another screen, or there is nothing to tap.
pub fn tap(
    practice: &Practice,
    run: &Run,
    screen: &ScreenId,
    element: u16,
    typed: &[Typed],
) -> Result<(Run, Tapped), TapRefused> {
    if run.finished {
        return Err(TapRefused::Finished);
    }
    if *screen != run.screen {
        return Err(TapRefused::OtherScreen { now: run.screen.clone() });
    }
    let shown = practice.screen(screen).ok_or_else(|| TapRefused::NoScreen(screen.clone()))?;
    let target = tappable(shown, element).ok_or(TapRefused::NoSuchElement(element))?;
    Ok(land(practice, run, target, element, typed))
}

fn tappable(screen: &PhoneScreen, element: u16) -> Option<&Tap> {
    match screen.elements.get(usize::from(element))? {
        Element::Tap(tap) => Some(tap),
        _ => None,
    }
}

fn land(practice: &Practice, run: &Run, target: &Tap, element: u16, typed: &[Typed]) -> (Run, Tapped) {
    let mut next = Run {
        version: Some(practice.version),
        taps: run.taps.saturating_add(1),
        said: None,
        right: Vec::new(),
        ..run.clone()
    };
    if let Some(field) = not_right(target, typed) {
        next.wrong = run.wrong.saturating_add(1);
        next.right = typed.iter().filter(|typed| typed.right).map(|typed| typed.field.clone()).collect();
        next.said = Some(Said::Field { screen: run.screen.clone(), field: field.clone() });
        return (next, Tapped::Mistake);
    }
    if target.wrong.is_some() {
        next.wrong = run.wrong.saturating_add(1);
        next.said = Some(Said::Tap { screen: run.screen.clone(), element });
    }
    if let Some(go) = &target.go {
        next.screen = go.clone();
    }
    next.finished = next.screen == practice.finish;
    let tapped = match (next.finished, target.wrong.is_some()) {
        (true, _) => Tapped::Finished,
        (false, true) => Tapped::Mistake,
        (false, false) => Tapped::Moved,
    };
    (next, tapped)
}

/// The first field that the tap needs and that was not right.
fn not_right<'t>(target: &'t Tap, typed: &[Typed]) -> Option<&'t FieldId> {
    target.needs.iter().find(|need| !typed.iter().any(|typed| typed.field == **need && typed.right))
}
