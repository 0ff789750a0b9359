//! Vietnamese letters without their marks, so that "nghia do" finds "Nghĩa Đô".
//!
//! A vowel may carry two marks: one that makes it another letter (ă â ê ô ơ ư) and one for the tone. Unicode
//! writes either of them into the letter or behind it, and writers put the tone on different vowels
//! (Hòa, Hoà); all of these fold to the same text.

/// Each letter without a tone, then with grave, acute, hook, tilde and dot below.
const TONES: [[char; 6]; 12] = [
    ['a', 'à', 'á', 'ả', 'ã', 'ạ'],
    ['ă', 'ằ', 'ắ', 'ẳ', 'ẵ', 'ặ'],
    ['â', 'ầ', 'ấ', 'ẩ', 'ẫ', 'ậ'],
    ['e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ'],
    ['ê', 'ề', 'ế', 'ể', 'ễ', 'ệ'],
    ['i', 'ì', 'í', 'ỉ', 'ĩ', 'ị'],
    ['o', 'ò', 'ó', 'ỏ', 'õ', 'ọ'],
    ['ô', 'ồ', 'ố', 'ổ', 'ỗ', 'ộ'],
    ['ơ', 'ờ', 'ớ', 'ở', 'ỡ', 'ợ'],
    ['u', 'ù', 'ú', 'ủ', 'ũ', 'ụ'],
    ['ư', 'ừ', 'ứ', 'ử', 'ữ', 'ự'],
    ['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'],
];

/// The tones as marks that follow a letter, in the order of [`TONES`].
const TONE_MARKS: [char; 5] = ['\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}'];

/// The marks that make another letter: circumflex, breve, horn.
const LETTER_MARKS: [char; 3] = ['\u{302}', '\u{306}', '\u{31B}'];

/// Lower case, without Vietnamese tone and vowel marks, đ as d, blanks squeezed and trimmed.
///
/// ```
/// use territory::fold;
/// assert_eq!(fold("  Phường  Nghĩa Đô "), "phuong nghia do");
/// assert_eq!(fold("Khánh Hoà"), fold("Kha\u{301}nh Ho\u{300}a"));
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        if letter.is_whitespace() {
            end_word(&mut folded);
        } else if !TONE_MARKS.contains(&letter) && !LETTER_MARKS.contains(&letter) {
            folded.push(plain(toneless(letter).0));
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// The folded text in words of letters and digits alone: hyphens and commas part words, apostrophes do not
/// ("Văn Miếu - Quốc Tử Giám", "Đắk R'Lấp").
pub(crate) fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for letter in fold(text).chars() {
        match letter {
            '\'' | '’' | '‘' => {}
            _ if letter.is_alphanumeric() => key.push(letter),
            _ => end_word(&mut key),
        }
    }
    key.truncate(key.trim_end().len());
    key
}

/// The words of [`key`] with all marks, the tone of a word before the word: equal for two writings of one name
/// (composed or not, tone on either vowel), unlike for two names; and half a word begins as the word does.
pub(crate) fn spelling(text: &str) -> String {
    let lower = text.to_lowercase().replace(['\'', '’', '‘'], "");
    let is_mark = |letter| TONE_MARKS.contains(&letter) || LETTER_MARKS.contains(&letter);
    let words = lower.split(|letter: char| !letter.is_alphanumeric() && !is_mark(letter));
    words.filter(|word| !word.is_empty()).map(word_spelling).collect::<Vec<_>>().join(" ")
}

fn word_spelling(word: &str) -> String {
    let mut letters = String::with_capacity(word.len());
    let mut tones = String::new();
    for letter in word.chars() {
        if TONE_MARKS.contains(&letter) {
            tones.push(letter);
        } else if let Some(marked) = letters.chars().next_back().and_then(|last| with_mark(last, letter)) {
            letters.pop();
            letters.push(marked);
        } else {
            let (bare, tone) = toneless(letter);
            letters.push(bare);
            tones.extend(tone);
        }
    }
    tones + &letters
}

fn end_word(text: &mut String) {
    if !text.is_empty() && !text.ends_with(' ') {
        text.push(' ');
    }
}

/// The letter without its tone, and the tone as a mark.
fn toneless(letter: char) -> (char, Option<char>) {
    if letter.is_ascii() {
        return (letter, None);
    }
    for row in TONES {
        if let Some(column) = row.iter().position(|other| *other == letter) {
            return (row[0], column.checked_sub(1).map(|mark| TONE_MARKS[mark]));
        }
    }
    (letter, None)
}

/// The Latin letter under a vowel mark. Eth and African d are drawn like đ and typed for it by mistake.
fn plain(letter: char) -> char {
    match letter {
        'ă' | 'â' => 'a',
        'ê' => 'e',
        'ô' | 'ơ' => 'o',
        'ư' => 'u',
        'đ' | 'ð' | 'ɖ' => 'd',
        other => other,
    }
}

fn with_mark(letter: char, mark: char) -> Option<char> {
    match (letter, mark) {
        ('a', '\u{302}') => Some('â'),
        ('e', '\u{302}') => Some('ê'),
        ('o', '\u{302}') => Some('ô'),
        ('a', '\u{306}') => Some('ă'),
        ('o', '\u{31B}') => Some('ơ'),
        ('u', '\u{31B}') => Some('ư'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_marked_letter_folds_to_its_latin_one() {
        for row in TONES {
            let folded: String = fold(&row.iter().chain(&row).collect::<String>().to_uppercase());
            assert_eq!(folded, String::from(plain(row[0])).repeat(12));
        }
        assert_eq!(fold("Đđ Ðð Ɖɖ"), "dd dd dd");
    }

    #[test]
    fn composed_and_decomposed_fold_alike() {
        assert_eq!(fold("ậ"), fold("a\u{323}\u{302}"));
        assert_eq!(fold("ậ"), fold("â\u{323}"));
        assert_eq!(fold("Ngh\u{129}a \u{110}ô"), fold("Nghi\u{303}a \u{110}o\u{302}"));
    }

    #[test]
    fn a_key_has_words_only() {
        assert_eq!(key("Văn Miếu - Quốc Tử Giám"), "van mieu quoc tu giam");
        assert_eq!(key("Đắk R'Lấp,"), "dak rlap");
        assert_eq!(key("P.Ngọc Hà"), "p ngoc ha");
    }

    #[test]
    fn a_spelling_tells_names_apart_but_not_writings() {
        assert_eq!(spelling("Khánh Hoà"), spelling("KHÁNH Ho\u{300}a"));
        assert_eq!(spelling("Ngu\u{31B}\u{309}"), spelling("ngử"));
        assert_eq!(spelling("ậ"), spelling("a\u{323}\u{302}"));
        assert_ne!(spelling("Yên Bái"), spelling("Yên Bài"));
        assert_eq!(spelling("P. Cẩm Giàng,"), spelling("p cẩm giàng"));
        assert!(spelling("Giàng").starts_with(&spelling("già")));
    }
}
