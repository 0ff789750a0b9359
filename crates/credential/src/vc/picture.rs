//! The picture of a badge as a PNG: the ladder of five rungs, drawn pixel by pixel. Small, and the same for everybody; what was
//! achieved stands in the credential that is baked into it.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::bake::{PNG_SIGNATURE, chunk};

/// Width and height in pixels.
const SIDE: usize = 256;
const CORNER: usize = 24;
const BORDER: usize = 6;
/// Clear, paper, border, and the five rungs from the lowest.
const PALETTE: [[u8; 3]; 8] = [
    [0xff, 0xff, 0xff],
    [0xff, 0xfc, 0xf7],
    [0x0b, 0x5d, 0x5a],
    [0xd3, 0xe8, 0xe3],
    [0xa3, 0xcf, 0xc8],
    [0x63, 0xa9, 0xa3],
    [0x2b, 0x80, 0x7c],
    [0x0b, 0x5d, 0x5a],
];
const CLEAR: u8 = 0;
const PAPER: u8 = 1;
const EDGE: u8 = 2;
const LOWEST: u8 = 3;

/// The picture, without a credential in it.
///
/// ```
/// use credential::vc::{badge_png, bake_png, unbake_png};
/// let baked = bake_png(&badge_png(), "{}").unwrap();
/// assert_eq!(unbake_png(&baked).as_deref(), Some("{}"));
/// ```
#[must_use]
pub fn badge_png() -> Vec<u8> {
    let side = u32::try_from(SIDE).unwrap_or(0).to_be_bytes();
    // Eight bits a pixel, by palette, no interlacing.
    let header = [&side[..], &side, &[8, 3, 0, 0, 0]].concat();
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
    // Each row begins with 0: it is not filtered. Writing into memory does not fail.
    let rows: Vec<u8> =
        (0..SIDE).flat_map(|y| core::iter::once(0).chain((0..SIDE).map(move |x| colour(x, y)))).collect();
    let packed = packer.write_all(&rows).and_then(|()| packer.finish()).unwrap_or_default();
    [
        PNG_SIGNATURE.to_vec(),
        chunk(b"IHDR", &header),
        chunk(b"PLTE", PALETTE.as_flattened()),
        chunk(b"tRNS", &[0]),
        chunk(b"IDAT", &packed),
        chunk(b"IEND", b""),
    ]
    .concat()
}

fn colour(x: usize, y: usize) -> u8 {
    if !is_within(x, y, 0) {
        return CLEAR;
    }
    if !is_within(x, y, BORDER) {
        return EDGE;
    }
    rung(x, y).unwrap_or(PAPER)
}

/// Whether a pixel lies within the square with round corners that stands so far inside the picture.
fn is_within(x: usize, y: usize, inside: usize) -> bool {
    let (low, high) = (inside + CORNER, SIDE - 1 - inside - CORNER);
    let away = |at: usize| low.saturating_sub(at).max(at.saturating_sub(high));
    away(x).pow(2) + away(y).pow(2) <= CORNER.pow(2)
}

/// The rung on which a pixel lies: five bars, each higher than the one before.
fn rung(x: usize, y: usize) -> Option<u8> {
    let right = x.checked_sub(36)?;
    let (step, across) = (right / 38, right % 38);
    let height = 36 + 28 * step;
    let is_on = step < 5 && across < 32 && y < 208 && y + height >= 208;
    let is_edge = is_on && (!(2..30).contains(&across) || y >= 206 || y + height < 210);
    let step = u8::try_from(step).ok()?;
    is_on.then_some(if is_edge { EDGE } else { LOWEST + step })
}
