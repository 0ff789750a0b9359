//! What is typed to come in.

use core::fmt;

use serde::{Deserialize, Serialize};

use crate::ids::Chance;

/// Digits and letters that are not taken for each other when read from a wall (Crockford's Base32).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many there are in a code: a thousand million codes, with tries limited.
const LONG: usize = 6;

/// The code of a sitting: six letters and digits, told to everybody in the room.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Code(Box<str>);

impl Code {
    /// A code of a chance.
    #[must_use]
    pub fn mint(chance: Chance) -> Self {
        let signs = chance.iter().take(LONG).filter_map(|byte| ALPHABET.get(usize::from(byte % 32)));
        Self(signs.map(|sign| char::from(*sign)).collect())
    }

    /// Reads a code as people type it: small or large letters, with blanks and hyphens, O for 0, I or L for 1.
    ///
    /// ```
    /// use domain::sitting::Code;
    /// assert_eq!(Code::parse("k7m-ox1"), Code::parse("K7M 0XI"));
    /// assert_eq!(Code::parse("K7M-4X"), None);
    /// ```
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let signs = typed.chars().filter(|sign| !matches!(sign, ' ' | '-' | '\u{a0}'));
        let code: String = signs.map(meant).collect::<Option<_>>()?;
        (code.len() == LONG).then(|| Self(code.into()))
    }

    /// The six signs, as they stand in an address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The sign that was meant by a typed one.
fn meant(typed: char) -> Option<char> {
    let sign = match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        sign => sign,
    };
    ALPHABET.iter().map(|known| char::from(*known)).find(|known| *known == sign)
}

/// In two halves, as it is read out: `K7M-4XP`.
impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (left, right) = self.0.split_at_checked(LONG / 2).unwrap_or((&self.0, ""));
        write!(f, "{left}-{right}")
    }
}

/// The four digits of a seat: with its number they bring a person back to their own attempt, on any device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SeatCode(u16);

impl SeatCode {
    /// A code of a chance.
    #[must_use]
    pub fn mint(chance: Chance) -> Self {
        let [a, b, c, d, ..] = chance;
        Self(u16::try_from(u32::from_be_bytes([a, b, c, d]) % 10_000).unwrap_or(0))
    }

    /// Reads four digits.
    ///
    /// ```
    /// use domain::sitting::SeatCode;
    /// assert_eq!(SeatCode::parse(" 0042 ").unwrap().to_string(), "0042");
    /// assert_eq!(SeatCode::parse("42"), None);
    /// ```
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        let digits = typed.len() == 4 && typed.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| typed.parse().ok().map(Self)).flatten()
    }
}

impl fmt::Display for SeatCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}
