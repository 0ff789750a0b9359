//! How hard the Vietnamese texts are to read: long sentences, and words that the curriculum hardly uses elsewhere. Reported, never
//! enforced.

use std::collections::{BTreeMap, BTreeSet};

/// A longer sentence is hard to follow. Vietnamese writes one syllable a word, so this is counted between blanks.
pub const SENTENCE_WORDS_MAX: usize = 20;
/// A word that stands in fewer files is not common.
const FILES_LEAST: usize = 3;

/// What is hard to read in one file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The file.
    pub file: String,
    /// Long sentences: the line each begins on and how many words it has.
    pub long: Vec<(u32, usize)>,
    /// Words that are not common, each with the line where it first stands.
    pub rare: Vec<(u32, String)>,
}

impl Reading {
    /// Whether nothing is hard to read.
    #[must_use]
    pub const fn is_easy(&self) -> bool {
        self.long.is_empty() && self.rare.is_empty()
    }

    /// How many words the longest of the long sentences has, and where it begins.
    #[must_use]
    pub fn longest(&self) -> Option<(u32, usize)> {
        self.long.iter().copied().max_by_key(|(line, words)| (*words, core::cmp::Reverse(*line)))
    }
}

/// The words that a curriculum uses again and again.
#[derive(Debug, Clone, Default)]
pub struct CommonWords {
    common: BTreeSet<String>,
}

impl CommonWords {
    /// The common words of texts by path, possibly of several curricula.
    #[must_use]
    pub fn of<'t>(texts: impl IntoIterator<Item = (&'t String, &'t String)>) -> Self {
        let mut files: BTreeMap<String, usize> = BTreeMap::new();
        for (path, text) in texts {
            let passages = passages(path, text);
            let words: BTreeSet<String> =
                passages.iter().flat_map(|(_, passage)| passage.split_whitespace()).flat_map(plain).collect();
            for word in words {
                *files.entry(word).or_default() += 1;
            }
        }
        files.retain(|_, count| *count >= FILES_LEAST);
        Self { common: files.into_keys().collect() }
    }

    /// What is hard to read in a file.
    #[must_use]
    pub fn read(&self, path: &str, text: &str) -> Reading {
        let mut reading = Reading { file: path.into(), ..Reading::default() };
        let mut seen = BTreeSet::new();
        for (line, passage) in passages(path, text) {
            let lengths = sentences(&passage).into_iter().filter(|words| *words > SENTENCE_WORDS_MAX);
            reading.long.extend(lengths.map(|words| (line, words)));
            let words = passage.split_whitespace().flat_map(plain);
            let rare = words.filter(|word| !self.common.contains(word) && seen.insert(word.clone()));
            reading.rare.extend(rare.map(|word| (line, word)));
        }
        reading
    }
}

/// How many words each sentence has.
fn sentences(passage: &str) -> Vec<usize> {
    let mut lengths = vec![0];
    for word in passage.split_whitespace() {
        if word.chars().any(char::is_alphanumeric)
            && let Some(last) = lengths.last_mut()
        {
            *last += 1;
        }
        let bare = word.trim_end_matches(['”', '"', ')', '’']);
        if bare.ends_with(['.', '!', '?', '…', ':', ';']) {
            lengths.push(0);
        }
    }
    lengths
}

/// The words within what stands between two blanks, in small letters; names and numbers are nobody's vocabulary.
fn plain(token: &str) -> Vec<String> {
    let parts = token.split(|letter: char| !letter.is_alphanumeric());
    let words = parts.filter(|word| word.chars().count() > 1);
    words.filter(|word| word.chars().all(char::is_lowercase)).map(str::to_owned).collect()
}

/// The Vietnamese passages of a file, each with the line on which it begins. Catalogues and frameworks speak an official
/// language that is not ours to change.
fn passages(path: &str, text: &str) -> Vec<(u32, String)> {
    let folder = path.split('/').next().unwrap_or_default();
    match folder {
        "lessons" if path.ends_with("/vi.md") => of_lesson(text),
        "courses" | "paths" | "practices" | "items" | "drills" => of_outline(text),
        _ => Vec::new(),
    }
}

fn of_outline(text: &str) -> Vec<(u32, String)> {
    let lines = (1u32..).zip(text.lines().map(str::trim_start));
    let texts = lines.filter(|(_, line)| !line.starts_with('#'));
    let vietnamese = texts.filter_map(|(at, line)| {
        let (vi, _) = line.split_once(" || ")?;
        Some((at, vi.split_once(char::is_whitespace)?.1.trim().to_owned()))
    });
    vietnamese.collect()
}

/// Paragraphs, answers, tips and alternatives of pictures; of the facts at the top the title and the summary.
fn of_lesson(text: &str) -> Vec<(u32, String)> {
    let mut passages: Vec<(u32, String)> = Vec::new();
    let (mut rules, mut open) = (0, false);
    for (at, whole) in (1u32..).zip(text.lines()) {
        // An answer's explanation stands indented below it.
        let (line, is_below) = (whole.trim(), whole.starts_with("  "));
        if line == "---" {
            rules += 1;
        } else if rules == 1 {
            let fact = line.strip_prefix("title:").or_else(|| line.strip_prefix("summary:"));
            passages.extend(fact.map(|fact| (at, fact.trim().to_owned())));
        } else if line.is_empty() {
            open = false;
        } else {
            let (begins, words) = body_line(line);
            match passages.last_mut().filter(|_| open && !begins && !is_below) {
                Some((_, passage)) => *passage += &format!(" {words}"),
                None => passages.push((at, words)),
            }
            open = true;
        }
    }
    passages
}

/// Whether a line begins something of its own, and its words without marks.
fn body_line(line: &str) -> (bool, String) {
    let marks = ["## ", "- [x] ", "- [ ] ", "- ", "> ", "? ", "!["];
    let mark = marks.iter().find(|mark| line.starts_with(**mark));
    let numbered = line.split_once(". ").filter(|(number, _)| number.chars().all(|it| it.is_ascii_digit()));
    let body = match (mark, numbered) {
        (Some(mark), _) => &line[mark.len()..],
        (None, Some((_, rest))) => rest,
        (None, None) => line,
    };
    let body = if mark == Some(&"![") { body.split_once("](").map_or(body, |(alt, _)| alt) } else { body };
    (mark.is_some() || numbered.is_some(), body.replace("**", ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_sentences_are_told_where_they_begin() {
        let long = "a ".repeat(21);
        let words = CommonWords::default();
        let lesson = format!("---\ntitle: T\n---\n\n## T\n\n{long}\nb.\n\n- c. {long}\n");
        assert_eq!(words.read("lessons/x/vi.md", &lesson).long, [(7, 22), (10, 21)]);
        assert_eq!(words.read("lessons/x/en.md", &lesson).long, []);
        let practice = format!("practice x\n  goal {long} || g\n  # goal {long} || g\n");
        assert_eq!(words.read("practices/x.txt", &practice).long, [(2, 21)]);
    }

    #[test]
    fn a_word_of_three_files_is_common_and_names_are_no_words() {
        let text = |words: &str| format!("practice x\n  goal {words} || g\n");
        let texts: BTreeMap<String, String> = [("a", "mở máy"), ("b", "mở máy"), ("c", "mở rồi")]
            .map(|(name, words)| (format!("practices/{name}.txt"), text(words)))
            .into();
        let common = CommonWords::of(&texts);
        let read = common.read("practices/d.txt", &text("mở máy cho Mai 24 lần"));
        let rare: Vec<&str> = read.rare.iter().map(|(_, word)| word.as_str()).collect();
        assert_eq!(rare, ["máy", "cho", "lần"]);
        assert!(common.read("skills.txt", &text("lạ lùng")).is_easy());
    }
}
