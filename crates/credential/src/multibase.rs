//! Bytes as text: base58btc (`z…`) and base64url without padding (`u…`), as the Multibase of the W3C's credentials has them.

const BASE58: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// More letters than any key or signature has; reading base58 takes time with the square of the length.
const BASE58_LENGTH_MAX: usize = 256;

/// Bytes in base58btc, without the letter `z` before them. Each zero byte at the front is a `1`.
pub(crate) fn base58(bytes: &[u8]) -> String {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    let mut digits: Vec<u8> = Vec::new();
    for byte in bytes {
        let mut carry = u32::from(*byte);
        for digit in &mut digits {
            carry += u32::from(*digit) << 8;
            *digit = low(carry % 58);
            carry /= 58;
        }
        while carry > 0 {
            digits.push(low(carry % 58));
            carry /= 58;
        }
    }
    let ones = core::iter::repeat_n('1', zeros);
    ones.chain(digits.iter().rev().map(|digit| char::from(BASE58[usize::from(*digit)]))).collect()
}

/// The bytes of base58btc; `None` for another letter, or for more than 256 letters.
pub(crate) fn from_base58(text: &str) -> Option<Vec<u8>> {
    if text.len() > BASE58_LENGTH_MAX {
        return None;
    }
    let zeros = text.bytes().take_while(|letter| *letter == b'1').count();
    let mut bytes: Vec<u8> = Vec::new();
    for letter in text.bytes() {
        let mut carry = u32::try_from(BASE58.iter().position(|known| *known == letter)?).ok()?;
        for byte in &mut bytes {
            carry += u32::from(*byte) * 58;
            *byte = low(carry & 0xff);
            carry >>= 8;
        }
        while carry > 0 {
            bytes.push(low(carry & 0xff));
            carry >>= 8;
        }
    }
    Some(core::iter::repeat_n(0, zeros).chain(bytes.into_iter().rev()).collect())
}

fn low(word: u32) -> u8 {
    word.to_le_bytes()[0]
}

/// Bytes in base64url without padding (RFC 4648, section 5).
pub(crate) fn base64url(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let at = |i: usize| u32::from(three.get(i).copied().unwrap_or(0));
        let word = (at(0) << 16) | (at(1) << 8) | at(2);
        for place in 0..=three.len() {
            let digit = low((word >> (18 - 6 * place)) & 63);
            text.push(char::from(BASE64[usize::from(digit)]));
        }
    }
    text
}

/// The bytes of base64url without padding; `None` when a letter is none of its own, or bits left over are not zero: else one value
/// would have many spellings.
pub(crate) fn from_base64url(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut held, mut bits) = (0_u32, 0_u32);
    for letter in text.bytes() {
        held = (held << 6) | base64_digit(letter)?;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(low((held >> bits) & 0xff));
            held &= (1 << bits) - 1;
        }
    }
    (bits < 6 && held == 0).then_some(bytes)
}

fn base64_digit(letter: u8) -> Option<u32> {
    let digit = match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    };
    Some(u32::from(digit))
}

/// The bytes of a multibase text in one of the two bases.
pub(crate) fn from_multibase(text: &str) -> Option<Vec<u8>> {
    if let Some(rest) = text.strip_prefix('z') {
        return from_base58(rest);
    }
    text.strip_prefix('u').and_then(from_base64url)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_texts_are_those_of_their_definitions() {
        for (bytes, text) in
            [(&b""[..], ""), (b"Hello World!", "2NEpo7TZRRrLZSi2U"), (b"\0\0\x28\x7f\xb4\xcd", "11233QC4")]
        {
            assert_eq!(base58(bytes), text, "draft-msporny-base58, section 5");
        }
        for (bytes, text) in [
            (&b"f"[..], "Zg"),
            (b"fo", "Zm8"),
            (b"foo", "Zm9v"),
            (b"foobar", "Zm9vYmFy"),
            (b"\xff\xef", "_-8"),
        ] {
            assert_eq!(base64url(bytes), text, "RFC 4648, section 10");
        }
    }

    #[test]
    fn other_spellings_are_none() {
        for text in ["Zh", "Z", "Zg==", "Z+8", "Zm9v\n"] {
            assert_eq!(from_base64url(text), None, "{text}");
        }
        for text in ["0", "O", "I", "l", "ab c"] {
            assert_eq!(from_base58(text), None, "{text}");
        }
        assert_eq!(from_multibase("mZg"), None);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(bytes in prop::collection::vec(any::<u8>(), 0..120)) {
            prop_assert_eq!(from_base58(&base58(&bytes)), Some(bytes.clone()));
            prop_assert_eq!(from_base64url(&base64url(&bytes)), Some(bytes));
        }

        #[test]
        fn any_text_is_read_without_panic(text: String) {
            let _ = (from_base58(&text), from_base64url(&text), from_multibase(&text));
        }
    }
}
