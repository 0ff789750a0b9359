//! The number on a certificate that a person can read out or type.
//!
//! The last 60 bits of a certificate id, all of them chance in a UUIDv7 (RFC 9562, section 5.7), in twelve letters
//! and a check letter: `7K3M-9QXZ-04TB-5`. Among a hundred million certificates some two share a number with a
//! chance under one in two hundred, so a register must be ready to find two. It is a name and not a proof: who
//! types one learns what the register says.

use core::fmt;

use crate::base32::{digit, letter};

const DIGITS: usize = 12;
const BITS: u32 = 60;

/// The number of a certificate, without its check letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Short(u64);

impl Short {
    /// The number of a certificate id.
    ///
    /// ```
    /// use credential::{Short, parse_short_number, short_number};
    /// let id = [9; 16];
    /// assert_eq!(parse_short_number(&short_number(id)), Some(Short::of(id)));
    /// ```
    #[must_use]
    pub fn of(certificate: [u8; 16]) -> Self {
        let [.., a, b, c, d, e, f, g, h] = certificate;
        Self(u64::from_be_bytes([a, b, c, d, e, f, g, h]) & ((1 << BITS) - 1))
    }

    /// Its 60 bits, as a register may keep them.
    #[must_use]
    pub fn to_u64(self) -> u64 {
        self.0
    }

    fn digits(self) -> [u8; DIGITS] {
        let mut rest = self.0;
        let mut digits = [0; DIGITS];
        for digit in digits.iter_mut().rev() {
            *digit = rest.to_le_bytes()[0] & 31;
            rest >>= 5;
        }
        digits
    }
}

impl PartialEq<[u8; 16]> for Short {
    fn eq(&self, certificate: &[u8; 16]) -> bool {
        *self == Self::of(*certificate)
    }
}

impl fmt::Display for Short {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.digits();
        for four in digits.chunks(4) {
            for digit in four {
                write!(f, "{}", letter(*digit))?;
            }
            f.write_str("-")?;
        }
        write!(f, "{}", letter(double(digits.into_iter().fold(0, add))))
    }
}

/// The number of a certificate id as it is printed.
///
/// ```
/// let id = *b"\x01\x9a\xa1\xb2\xc3\xd4\x7a\xbc\x9d\x12\x34\x56\x78\x9a\xbc\xde";
/// assert_eq!(credential::short_number(id), "T4HM-ASW9-NF6Y-3");
/// ```
#[must_use]
pub fn short_number(certificate: [u8; 16]) -> String {
    Short::of(certificate).to_string()
}

/// The number that a person typed, in either case, with blanks and hyphens anywhere, O for 0, and I or L for 1.
/// `None` when it is not thirteen letters or the check letter is wrong: one letter wrong or any two exchanged are
/// always noticed.
///
/// ```
/// use credential::parse_short_number;
/// assert!(parse_short_number("T4HM-ASW9-NF6Y-3").is_some());
/// assert_eq!(parse_short_number("t4hm asw9 nf6y 3"), parse_short_number("T4HM-ASW9-NF6Y-3"));
/// assert_eq!(parse_short_number("4THM-ASW9-NF6Y-3"), None);
/// ```
#[must_use]
pub fn parse_short_number(typed: &str) -> Option<Short> {
    let letters = typed.chars().filter(|letter| !letter.is_whitespace() && !is_hyphen(*letter));
    let digits: Vec<u8> = letters.map(digit).take(DIGITS + 2).collect::<Option<_>>()?;
    let sound = digits.len() == DIGITS + 1 && digits.iter().copied().fold(0, add) == 0;
    let number = digits.iter().take(DIGITS).fold(0, |number, digit| (number << 5) | u64::from(*digit));
    sound.then_some(Short(number))
}

/// The hyphen of a keyboard and those that programs put in its place.
fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// One step of the check: letters are elements of the field of 32, weighted by falling powers of a generator,
/// and a whole number with its check letter adds up to 0. All weights of thirteen letters differ and none is 0,
/// which is why one error or one exchange never adds up to 0.
fn add(sum: u8, digit: u8) -> u8 {
    double(sum) ^ digit
}

/// Times the generator x, modulo x⁵ + x² + 1.
fn double(element: u8) -> u8 {
    let carry = if element & 16 == 0 { 0 } else { 0b10_0101 };
    (element << 1) ^ carry
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_weights_of_thirteen_letters_differ() {
        let mut weights: Vec<u8> =
            core::iter::successors(Some(1), |weight| Some(double(*weight))).take(DIGITS + 1).collect();
        weights.sort_unstable();
        weights.dedup();
        assert_eq!(weights.len(), DIGITS + 1);
        assert!(!weights.contains(&0));
    }

    #[test]
    fn only_thirteen_letters_are_a_number() {
        for typed in ["", "-", "T4HM-ASW9-NF6Y", "T4HM-ASW9-NF6Y-36", "T4HM-ASW9-NF6Y-U", "T4HM-ASW9-NF6Y-é"]
        {
            assert_eq!(parse_short_number(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn a_printed_number_is_that_of_its_id(id: [u8; 16]) {
            let short = parse_short_number(&short_number(id)).unwrap();
            prop_assert_eq!(short, id);
            prop_assert_eq!(short.to_string(), short_number(id));
        }

        #[test]
        fn a_number_typed_as_people_type_is_the_same(id: [u8; 16]) {
            let printed = short_number(id);
            let typed = printed.to_lowercase().replace('0', "o").replace('1', "l").replace('-', " – ");
            prop_assert_eq!(parse_short_number(&typed), Some(Short::of(id)));
            prop_assert_eq!(parse_short_number(&printed.replace('1', "I")), Some(Short::of(id)));
        }

        #[test]
        fn one_wrong_letter_is_noticed(id: [u8; 16], place in 0..=DIGITS, other in 0_u8..32) {
            let mut letters: Vec<char> = short_number(id).replace('-', "").chars().collect();
            prop_assume!(letters[place] != letter(other));
            letters[place] = letter(other);
            prop_assert_eq!(parse_short_number(&letters.iter().collect::<String>()), None);
        }

        #[test]
        fn two_exchanged_letters_are_noticed(id: [u8; 16], one in 0..=DIGITS, two in 0..=DIGITS) {
            let mut letters: Vec<char> = short_number(id).replace('-', "").chars().collect();
            prop_assume!(letters[one] != letters[two]);
            letters.swap(one, two);
            prop_assert_eq!(parse_short_number(&letters.iter().collect::<String>()), None);
        }

        #[test]
        fn any_text_is_read_without_panic(typed: String) {
            let _ = parse_short_number(&typed);
        }
    }
}
