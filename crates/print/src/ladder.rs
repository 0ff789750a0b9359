//! The ladder of five steps, as it is drawn on every page of the product: height, mark and colour say the same.

use crate::paper::{Colour, Pen, Pencil, TEAL, WHITE};

/// From light to deep teal, the first step to the fifth.
const RAMP: [Colour; 5] =
    [[0xD3, 0xE8, 0xE3], [0xA3, 0xCF, 0xC8], [0x63, 0xA9, 0xA3], [0x2B, 0x80, 0x7C], [0x0B, 0x5D, 0x5A]];
/// The outline of a step that was not taken.
const EDGE: Colour = [0x7D, 0x8A, 0x88];
/// The mark of a rung.
const MARK: Colour = [0x08, 0x47, 0x44];

/// A stair of 60 by 48 units of `unit`: the steps up to `taken` are filled, and its mark stands on the last.
pub(crate) fn stair(pencil: &mut Pencil<'_, '_>, at: (f32, f32), unit: f32, taken: u8) {
    let taken = taken.min(5);
    pencil.scaled(at, unit, |pencil| {
        let area = |step: u8| {
            (f32::from(step) * 12.0 - 11.0, 43.0 - f32::from(step) * 6.0, 10.0, 4.0 + f32::from(step) * 6.0)
        };
        for (step, colour) in (1..=taken).zip(RAMP) {
            pencil.framed(colour, Pen(TEAL, 1.3), &[area(step)], 2.0);
        }
        let ahead: Vec<_> = (taken + 1..=5).map(area).collect();
        pencil.framed(WHITE, Pen(EDGE, 1.3), &ahead, 2.0);
        if taken > 0 {
            let n = f32::from(taken);
            mark(pencil, (n * 12.0 - 12.0, 30.0 - n * 6.0), 1.0, taken);
        }
    });
}

/// The mark of the product: the stair without outlines, all steps taken.
pub(crate) fn emblem(pencil: &mut Pencil<'_, '_>, at: (f32, f32), unit: f32) {
    pencil.scaled(at, unit, |pencil| {
        for (step, colour) in (1..=5u8).zip(RAMP) {
            let n = f32::from(step);
            pencil.block(colour, (n * 12.0 - 11.0, 41.0 - n * 6.0, 10.0, 6.0 + n * 6.0), 2.0);
        }
    });
}

/// The whole ladder, large, with each step's mark above it, in a field `width` by `height`.
pub(crate) fn grand(pencil: &mut Pencil<'_, '_>, at: (f32, f32), (width, height): (f32, f32)) {
    let (gap, sign) = (width * 0.03, width * 0.1);
    let broad = (width - 4.0 * gap) / 5.0;
    pencil.scaled(at, 1.0, |pencil| {
        for (step, colour) in (1..=5u8).zip(RAMP) {
            let n = f32::from(step);
            let tall = (height - sign * 1.5) * (0.1 + 0.18 * n);
            let (left, top) = ((n - 1.0) * (broad + gap), height - tall);
            pencil.block(colour, (left, top, broad, tall), broad * 0.14);
            mark(pencil, (left + (broad - sign) / 2.0, top - sign * 1.3), sign / 12.0, step);
        }
    });
}

/// The mark of a rung in a box of 12 by 12 units: a dot, two dots, one who stands alone, a tick, a returning arrow.
fn mark(pencil: &mut Pencil<'_, '_>, at: (f32, f32), unit: f32, step: u8) {
    const DOT: Pen = Pen(MARK, 4.5);
    const PEN: Pen = Pen(MARK, 2.6);
    pencil.scaled(at, unit, |pencil| match step {
        1 => pencil.polyline(DOT, &[(6.0, 8.0), (6.01, 8.0)]),
        2 => {
            pencil.polyline(DOT, &[(2.5, 8.0), (2.51, 8.0)]);
            pencil.polyline(DOT, &[(9.5, 8.0), (9.51, 8.0)]);
        }
        3 => {
            pencil.polyline(PEN, &[(6.0, 1.5), (6.01, 1.5)]);
            pencil.polyline(PEN, &[(6.0, 6.5), (6.0, 10.5)]);
        }
        4 => pencil.polyline(PEN, &[(1.5, 6.5), (4.7, 9.7), (10.5, 3.0)]),
        _ => {
            pencil.polyline(PEN, &[(10.5, 0.5), (10.5, 3.5), (7.5, 3.5)]);
            pencil.curve(PEN, (10.5, 6.0), &RETURN);
        }
    });
}

/// Seven eighths of a circle of radius 4.5 around (6, 6), clockwise from its right: three quarters and an eighth.
const RETURN: [[(f32, f32); 3]; 4] = [
    [(10.5, 8.485), (8.485, 10.5), (6.0, 10.5)],
    [(3.515, 10.5), (1.5, 8.485), (1.5, 6.0)],
    [(1.5, 3.515), (3.515, 1.5), (6.0, 1.5)],
    [(7.193, 1.5), (8.338, 1.974), (9.182, 2.818)],
];
