//! Crockford's base32: digits and capitals without I, L, O and U, which hands and eyes confuse.

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The letter of the low five bits of a digit.
pub(crate) fn letter(digit: u8) -> char {
    char::from(LETTERS[usize::from(digit & 31)])
}

/// The digit of a letter in either case; O reads as 0, I and L as 1.
pub(crate) fn digit(letter: char) -> Option<u8> {
    let upper = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = LETTERS.iter().position(|known| char::from(*known) == upper)?;
    u8::try_from(place).ok()
}

/// Bytes as letters, first bits first; the last letter is filled up with zeros.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 8 / 5 + 1);
    let (mut held, mut bits) = (0_u16, 0_u32);
    for byte in bytes {
        held = (held << 8) | u16::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(letter(low_byte(held >> bits)));
        }
    }
    if bits > 0 {
        text.push(letter(low_byte(held << (5 - bits))));
    }
    text
}

/// The bytes of letters. `None` when a letter is none of ours, or the bits left over are not fewer than a letter
/// and all zero: else one code would have many spellings.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 5 / 8);
    let (mut held, mut bits) = (0_u16, 0_u32);
    for letter in text.chars() {
        held = (held << 5) | u16::from(digit(letter)?);
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(low_byte(held >> bits));
        }
    }
    let rest = held & ((1 << bits) - 1);
    (bits < 5 && rest == 0).then_some(bytes)
}

fn low_byte(word: u16) -> u8 {
    word.to_le_bytes()[0]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn bytes_have_the_letters_of_five_bits_each() {
        assert_eq!(encode(&[1, 0xfe]), "07Z0");
        assert_eq!(encode(b"foobar"), "CSQPYRK1E8", "the base32 vector of RFC 4648 in Crockford's letters");
    }

    #[test]
    fn a_spelling_with_bits_left_over_is_none() {
        assert_eq!(decode("07Z0"), Some(vec![1, 0xfe]));
        assert_eq!(decode("07Z1"), None);
        assert_eq!(decode("0"), None);
        assert_eq!(decode("0u"), None);
    }

    proptest! {
        #[test]
        fn what_is_encoded_decodes_in_either_case(bytes: Vec<u8>) {
            let text = encode(&bytes);
            prop_assert_eq!(decode(&text), Some(bytes.clone()));
            prop_assert_eq!(decode(&text.to_lowercase()), Some(bytes));
        }

        #[test]
        fn any_text_is_read_without_panic(text: String) {
            let _ = decode(&text);
        }
    }
}
