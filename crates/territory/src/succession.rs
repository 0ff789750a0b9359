//! What became of a unit when its territory changed.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use crate::UnitId;

/// A share of a whole in parts per million: 0 to 1,000,000. Integers, so that the parts of a whole add up.
///
/// ```
/// use territory::Share;
/// assert_eq!("0.25".parse::<Share>().unwrap().ppm(), 250_000);
/// assert_eq!(Share::WHOLE.to_string(), "1");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share(u32);

/// The text that is no share.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no share: a decimal from 0 to 1 with at most six places is one")]
pub struct InvalidShare(pub String);

impl Share {
    /// Nothing of it.
    pub const NOTHING: Self = Self(0);
    /// All of it.
    pub const WHOLE: Self = Self(1_000_000);

    /// The share in parts per million; none above one million.
    pub fn from_ppm(ppm: u32) -> Option<Self> {
        (ppm <= Self::WHOLE.0).then_some(Self(ppm))
    }

    /// Parts per million, 0..=1,000,000.
    pub fn ppm(self) -> u32 {
        self.0
    }
}

impl FromStr for Share {
    type Err = InvalidShare;

    fn from_str(text: &str) -> Result<Self, InvalidShare> {
        let (units, places) = text.split_once('.').unwrap_or((text, "0"));
        let digits_only = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let invalid = || InvalidShare(text.to_owned());
        if units.len() != 1 || !digits_only(units) || !digits_only(places) || places.len() > 6 {
            return Err(invalid());
        }
        let ppm = format!("{units}{places:0<6}").parse().map_err(|_| invalid())?;
        Self::from_ppm(ppm).ok_or_else(invalid)
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{}.{:06}", self.0 / Self::WHOLE.0, self.0 % Self::WHOLE.0);
        f.pad(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

/// How much of the predecessor a succession is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SuccessionKind {
    /// All of it went to the one successor.
    Whole,
    /// A part of it went to the successor.
    Part,
    /// It ended without a successor of its own (a district: its communes have successors).
    Abolished,
}

impl SuccessionKind {
    /// The word of the register: `whole`, `part`, `none`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Part => "part",
            Self::Abolished => "none",
        }
    }

    /// The kind that a word of the register names.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Whole, Self::Part, Self::Abolished].into_iter().find(|kind| kind.as_str() == word)
    }
}

/// A row of the register of successions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Succession {
    /// The unit that ended.
    pub pred: UnitId,
    /// The unit it, or a part of it, became; none exactly when it was abolished.
    pub succ: Option<UnitId>,
    /// Whole, part or abolished.
    pub kind: SuccessionKind,
    /// The share of the predecessor's people that came along; none when not known.
    pub pop_share: Option<Share>,
    /// The share of the predecessor's area that came along; none when not known.
    pub area_share: Option<Share>,
    /// The compiler's remark: `merge`, `keep`, `part_area_only` …
    pub note: Arc<str>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_read_and_shown_unchanged() {
        for text in ["0", "1", "0.5", "0.000001", "0.333333"] {
            assert_eq!(text.parse::<Share>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn other_texts_are_no_share() {
        for text in ["", ".", "1.", ".5", "-1", "1.000001", "2", "0.1234567", "1e0", "0,5"] {
            assert_eq!(text.parse::<Share>(), Err(InvalidShare(text.to_owned())));
        }
    }
}
