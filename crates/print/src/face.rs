//! The two faces: letters to glyphs, widths and kerning, in thousandths of the size.

use std::sync::LazyLock;

use krilla::text::Font;
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::{BoundingBox, GlyphMetrics};
use skrifa::raw::TableProvider;
use skrifa::raw::tables::gpos::{PairPos, PositionSubtables};
use skrifa::{FontRef, GlyphId, MetadataProvider};

static REGULAR: LazyLock<Face> =
    LazyLock::new(|| Face::read(include_bytes!("../assets/fonts/be-vietnam-pro-400.ttf")));
static STRONG: LazyLock<Face> =
    LazyLock::new(|| Face::read(include_bytes!("../assets/fonts/be-vietnam-pro-600.ttf")));

/// Weight 400: running text.
pub(crate) fn regular() -> &'static Face {
    &REGULAR
}

/// Weight 600: titles and names.
pub(crate) fn strong() -> &'static Face {
    &STRONG
}

/// A font of ours, opened for measuring and for drawing.
pub(crate) struct Face {
    /// The same font for drawing.
    pub(crate) font: Font,
    letters: Charmap<'static>,
    widths: GlyphMetrics<'static>,
    pairs: Vec<PairPos<'static>>,
}

impl Face {
    fn read(bytes: &'static [u8]) -> Self {
        let font = FontRef::new(bytes).expect("our own font file is sound");
        Self {
            font: Font::new(bytes.into(), 0).expect("our own font file is sound"),
            letters: font.charmap(),
            widths: font.glyph_metrics(Size::unscaled(), LocationRef::default()),
            pairs: kerning(&font),
        }
    }

    /// The glyph of a letter.
    pub(crate) fn glyph(&self, letter: char) -> Option<GlyphId> {
        self.letters.map(letter)
    }

    /// How far a glyph moves the pen.
    pub(crate) fn advance(&self, glyph: GlyphId) -> f32 {
        self.widths.advance_width(glyph).unwrap_or_default()
    }

    /// The ink of a glyph.
    pub(crate) fn ink(&self, glyph: GlyphId) -> BoundingBox {
        self.widths.bounds(glyph).unwrap_or_default()
    }

    /// How much nearer (negative) or farther two neighbours stand. The first table that covers the left one decides, as
    /// OpenType has it; a table of single pairs passes those on that it does not list.
    pub(crate) fn kern(&self, left: GlyphId, right: GlyphId) -> f32 {
        self.pairs.iter().find_map(|pairs| kern(pairs, left, right)).map_or(0.0, f32::from)
    }
}

/// The pair tables of the font; `kern` is the only feature we kept.
fn kerning(font: &FontRef<'static>) -> Vec<PairPos<'static>> {
    let Ok(lookups) = font.gpos().and_then(|table| table.lookup_list()) else { return Vec::new() };
    let tables = lookups.lookups().iter().flatten().filter_map(|lookup| match lookup.subtables() {
        Ok(PositionSubtables::Pair(tables)) => Some(tables),
        _ => None,
    });
    tables.flat_map(|tables| tables.iter().flatten().collect::<Vec<_>>()).collect()
}

fn kern(pairs: &PairPos<'_>, left: GlyphId, right: GlyphId) -> Option<i16> {
    match pairs {
        PairPos::Format1(listed) => {
            let set = listed.pair_sets().get(usize::from(listed.coverage().ok()?.get(left)?)).ok()?;
            let pair = set
                .pair_value_records()
                .iter()
                .flatten()
                .find(|pair| GlyphId::from(pair.second_glyph()) == right)?;
            Some(pair.value_record1().x_advance().unwrap_or_default())
        }
        PairPos::Format2(classes) => {
            classes.coverage().ok()?.get(left)?;
            let (left, right) = (classes.class_def1().ok()?.get(left), classes.class_def2().ok()?.get(right));
            let row = classes.class1_records().get(usize::from(left)).ok()?;
            let cell = row.class2_records().get(usize::from(right)).ok()?;
            Some(cell.value_record1().x_advance().unwrap_or_default())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accented_letters_are_kerned_like_plain_ones() {
        for face in [regular(), strong()] {
            let kern = |a, b| face.kern(face.glyph(a).unwrap(), face.glyph(b).unwrap());
            assert!(kern('T', 'o') < 0.0);
            assert_eq!(kern('T', 'ọ'), kern('T', 'o'));
            assert_eq!(kern('n', 'n'), 0.0);
        }
    }

    #[test]
    fn every_vietnamese_letter_has_a_glyph() {
        let tones = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"];
        for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".chars() {
            for tone in tones {
                let composed =
                    unicode_normalization::UnicodeNormalization::nfc(format!("{vowel}{tone}").as_str())
                        .collect::<Vec<_>>();
                assert_eq!(composed.len(), 1);
                assert!(regular().glyph(composed[0]).is_some() && strong().glyph(composed[0]).is_some());
            }
        }
    }
}
