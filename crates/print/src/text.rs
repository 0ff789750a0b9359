//! Lines of text: letters to placed glyphs, and what fits where.

use core::ops::Range;

use krilla::text::{GlyphId, KrillaGlyph};
use skrifa::GlyphId as Glyph;
use unicode_normalization::UnicodeNormalization;

use crate::PrintRefused;
use crate::face::Face;

/// Units of the fonts in one em.
const EM: f32 = 1000.0;
/// The least white between a letter and a mark set on it.
const GAP: f32 = 50.0;

/// One line, set.
pub(crate) struct Line {
    pub(crate) face: &'static Face,
    pub(crate) text: String,
    pub(crate) glyphs: Vec<KrillaGlyph>,
    /// Its width at size 1.
    pub(crate) width: f32,
}

impl Line {
    /// Sets a line of `text`, composed first (NFC) so that tones sit where the type designer put them.
    pub(crate) fn set(face: &'static Face, text: &str) -> Result<Self, PrintRefused> {
        let text: String = text.nfc().collect();
        let mut pen = Setter { face, glyphs: Vec::with_capacity(text.len()), width: 0.0, letter: None };
        for (at, letter) in text.char_indices() {
            pen.put(letter, at..at + letter.len_utf8())?;
        }
        let Setter { glyphs, width, .. } = pen;
        Ok(Self { face, text, glyphs, width: width / EM })
    }

    /// Lines of at most `width` points at `size` points, broken at blanks; a longer word stands alone.
    pub(crate) fn wrap(
        face: &'static Face,
        text: &str,
        size: f32,
        width: f32,
    ) -> Result<Vec<Self>, PrintRefused> {
        Words::of(face, text)?.set(face, width / size)
    }

    /// The largest type, up to the end of `sizes`, in which the text fits into `width` on one line; when that falls below the
    /// start of `sizes`, more lines of as even a length as can be, at most `most`.
    pub(crate) fn fit(
        face: &'static Face,
        text: &str,
        width: f32,
        sizes: Range<f32>,
        most: usize,
    ) -> Result<(Vec<Self>, f32), PrintRefused> {
        let words = Words::of(face, text)?;
        let (mut room, mut size) = (f32::MAX, 0.0);
        for lines in 1..=most {
            let narrowest = words.narrowest(lines);
            let cap = if lines == 1 { sizes.end } else { sizes.start };
            let fitting = cap.min(width / narrowest.max(f32::EPSILON));
            if fitting > size {
                (room, size) = (narrowest, fitting);
            }
            if size >= sizes.start {
                break;
            }
        }
        Ok((words.set(face, room)?, size))
    }
}

/// The words of a text with their widths at size 1: where lines may be broken.
struct Words<'t> {
    words: Vec<(&'t str, f32)>,
    blank: f32,
}

impl<'t> Words<'t> {
    fn of(face: &'static Face, text: &'t str) -> Result<Self, PrintRefused> {
        let words = text.split_whitespace().map(|word| Ok((word, Line::set(face, word)?.width)));
        Ok(Self { words: words.collect::<Result<_, PrintRefused>>()?, blank: Line::set(face, " ")?.width })
    }

    /// As many words on a line as fit into `room`, again and again: the words of each line.
    fn broken(&self, room: f32) -> Vec<&[(&'t str, f32)]> {
        let mut lines = Vec::new();
        let (mut first, mut filled) = (0, 0.0);
        for (at, (_, width)) in self.words.iter().enumerate() {
            // A hair of tolerance: the sum of widths is not the width of the sum.
            if at > first && filled + self.blank + width > room + 0.002 {
                lines.push(&self.words[first..at]);
                (first, filled) = (at, *width);
            } else {
                filled += width + if at > first { self.blank } else { 0.0 };
            }
        }
        lines.push(&self.words[first..]);
        lines
    }

    /// The least room in which the words stand on at most `lines` lines.
    fn narrowest(&self, lines: usize) -> f32 {
        let whole = self.words.iter().map(|(_, width)| width + self.blank).sum::<f32>() - self.blank;
        let longest = self.words.iter().map(|(_, width)| *width).fold(0.0, f32::max);
        let (mut below, mut enough) = (longest, whole.max(longest));
        if self.broken(below).len() <= lines {
            return below;
        }
        // Halving: after 14 steps a thousandth of a line's width is left.
        for _ in 0..14 {
            let middle = f32::midpoint(below, enough);
            if self.broken(middle).len() <= lines { enough = middle } else { below = middle }
        }
        enough
    }

    /// The lines; a blank at the end of all but the last keeps words apart for whoever reads the text of the file.
    fn set(&self, face: &'static Face, room: f32) -> Result<Vec<Line>, PrintRefused> {
        let lines = self.broken(room);
        let last = lines.len() - 1;
        let line = |(index, words): (usize, &&[(&str, f32)])| {
            let text = words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(" ");
            let mut line = Line::set(face, &text)?;
            if index < last {
                let width = line.width;
                line = Line::set(face, &(text + " "))?;
                line.width = width;
            }
            Ok(line)
        };
        lines.iter().enumerate().map(line).collect()
    }
}

/// Places one glyph after the other.
struct Setter {
    face: &'static Face,
    glyphs: Vec<KrillaGlyph>,
    width: f32,
    letter: Option<Letter>,
}

/// The letter that a mark would be set on: its glyph, and how high and low its ink reaches with the marks it already has.
#[derive(Clone, Copy)]
struct Letter {
    glyph: Glyph,
    top: f32,
    bottom: f32,
}

impl Setter {
    /// A letter with a glyph of its own, or its parts one on the other: Ê Đê and Gia Rai write ŏ and ê̆, which few fonts have.
    fn put(&mut self, letter: char, range: Range<usize>) -> Result<(), PrintRefused> {
        match self.face.glyph(letter) {
            Some(glyph) if is_mark(letter) => self.mark(glyph, range),
            Some(glyph) => self.letter(glyph, range),
            None => {
                let parts: Vec<char> = core::iter::once(letter).nfd().collect();
                let glyphs = parts.iter().map(|part| self.face.glyph(dotless(*part, parts.len())));
                let glyphs: Option<Vec<Glyph>> = glyphs.collect();
                let [base, marks @ ..] = glyphs.as_deref().unwrap_or_default() else {
                    return Err(PrintRefused::Letter(letter));
                };
                self.letter(*base, range.clone());
                marks.iter().for_each(|mark| self.mark(*mark, range.clone()));
            }
        }
        Ok(())
    }

    fn letter(&mut self, glyph: Glyph, range: Range<usize>) {
        let near = self.letter.map_or(0.0, |before| self.face.kern(before.glyph, glyph));
        if let Some(before) = self.glyphs.last_mut() {
            before.x_advance += near / EM;
        }
        let advance = self.face.advance(glyph);
        let ink = self.face.ink(glyph);
        self.glyphs.push(placed(glyph, advance, (0.0, 0.0), range));
        self.letter = Some(Letter { glyph, top: ink.y_max, bottom: ink.y_min });
        self.width += advance + near;
    }

    /// Sets a mark on the middle of the letter before it, above its top or below its foot. The mark takes no room.
    fn mark(&mut self, glyph: Glyph, range: Range<usize>) {
        let Some(letter) = &mut self.letter else { return self.letter(glyph, range) };
        let (mark, base) = (self.face.ink(glyph), self.face.ink(letter.glyph));
        let middle = (base.x_min + base.x_max) / 2.0 - (mark.x_min + mark.x_max) / 2.0;
        let rise = if mark.y_min >= 0.0 {
            let rise = (letter.top + GAP - mark.y_min).max(0.0);
            letter.top = mark.y_max + rise;
            rise
        } else {
            let rise = (letter.bottom - GAP - mark.y_max).min(0.0);
            letter.bottom = mark.y_min + rise;
            rise
        };
        let shift = middle - self.face.advance(letter.glyph);
        self.glyphs.push(placed(glyph, 0.0, (shift, rise), range));
    }
}

fn placed(glyph: Glyph, advance: f32, (x, y): (f32, f32), range: Range<usize>) -> KrillaGlyph {
    KrillaGlyph::new(GlyphId::new(glyph.to_u32()), advance / EM, x / EM, y / EM, 0.0, range, None)
}

/// Combining marks of Latin.
fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// An `i` under a mark loses its dot.
fn dotless(part: char, parts: usize) -> char {
    if part == 'i' && parts > 1 { 'ı' } else { part }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::face::{regular, strong};

    #[test]
    fn a_decomposed_name_is_set_like_a_composed_one() {
        let composed = Line::set(strong(), "Nguyễn Thị Hường").unwrap();
        let decomposed = Line::set(strong(), &"Nguyễn Thị Hường".nfd().collect::<String>()).unwrap();
        assert_eq!((composed.text, composed.width), (decomposed.text, decomposed.width));
        assert_eq!(composed.glyphs.len(), decomposed.glyphs.len());
    }

    #[test]
    fn letters_without_a_glyph_are_set_from_their_parts() {
        let line = Line::set(regular(), "Y Bĭh Niê̆").unwrap();
        assert_eq!(line.glyphs.len(), 11);
        let plain = Line::set(regular(), "Y Bıh Niê").unwrap();
        assert!((line.width - plain.width).abs() < 0.001);
        assert!(line.glyphs.iter().filter(|glyph| glyph.x_advance == 0.0).all(|mark| mark.x_offset < 0.0));
    }

    #[test]
    fn a_letter_of_another_script_is_refused() {
        assert_eq!(Line::set(regular(), "សុខ").err(), Some(PrintRefused::Letter('ស')));
    }

    #[test]
    fn wrapped_lines_fit_and_lose_no_word() {
        let text = "Kỹ năng số ban đầu cho người dân ở phường Nghĩa Đô";
        let lines = Line::wrap(regular(), text, 10.0, 90.0).unwrap();
        assert!(lines.len() > 2);
        assert!(lines.iter().all(|line| line.width * 10.0 <= 90.1));
        assert_eq!(lines.iter().map(|line| line.text.as_str()).collect::<String>(), text);
    }

    #[test]
    fn a_long_name_shrinks_first_and_breaks_then() {
        let fit = |name: &str, most| {
            let (lines, size) = Line::fit(strong(), name, 500.0, 24.0..36.0, most).unwrap();
            assert!(lines.iter().all(|line| line.width * size <= 501.0), "{name}");
            (lines.len(), size)
        };
        assert_eq!(fit("Lê An", 2), (1, 36.0));
        assert_eq!(fit("Tôn Nữ Công Tằng Thị Hoàng", 2).0, 1);
        assert_eq!(fit(&["Nguyễn"; 9].join(" "), 2), (2, 24.0));
        assert!(fit(&["Nguyễn"; 9].join(" "), 1).1 < 24.0);
        assert_eq!(fit(&"W".repeat(80), 2).0, 1);
        assert_eq!(fit("", 2).0, 1);
    }

    #[test]
    fn a_broken_name_is_broken_evenly() {
        let (lines, _) =
            Line::fit(strong(), "Nguyễn Thị Hường Nguyễn Thị Hường", 150.0, 24.0..36.0, 2).unwrap();
        assert_eq!(
            lines.iter().map(|line| line.text.trim_end()).collect::<Vec<_>>(),
            ["Nguyễn Thị Hường"; 2]
        );
    }
}
