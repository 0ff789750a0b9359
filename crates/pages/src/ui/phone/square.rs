//! A square that looks like a code and holds nothing: no camera can be led anywhere by a practice.

use maud::{Markup, html};

const SIDE: usize = 21;
/// The side of an eye, with the quiet line around it.
const EYE: usize = 8;
/// Where the far eyes begin.
const FAR: usize = SIDE - EYE;

/// A pattern of its own for every label, always the same for the same one.
pub(super) fn square(label: &str) -> Markup {
    html! {
        svg.square viewBox="-2 -2 25 25" aria-hidden="true" shape-rendering="crispEdges" {
            path fill="#fff" d="M-2-2h25v25h-25z" {}
            path d=(modules(label)) {}
            path d="M0 0h7v7h-7zM14 0h7v7h-7zM0 14h7v7h-7z" {}
            path fill="#fff" d="M1 1h5v5h-5zM15 1h5v5h-5zM1 15h5v5h-5z" {}
            path d="M2 2h3v3h-3zM16 2h3v3h-3zM2 16h3v3h-3z" {}
        }
    }
}

/// One sub-path for each dark module outside the three eyes.
fn modules(label: &str) -> String {
    let mut dice =
        label.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
            | 1;
    let mut path = String::new();
    for place in 0..SIDE * SIDE {
        let (x, y) = (place % SIDE, place / SIDE);
        dice ^= dice << 13;
        dice ^= dice >> 17;
        dice ^= dice << 5;
        let in_eye = matches!((x / EYE, y / EYE, x, y), (0, 0, ..) | (0, _, _, FAR..) | (_, 0, FAR.., _));
        if dice & 1 == 1 && !in_eye {
            path.push_str(&format!("M{x} {y}h1v1h-1z"));
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_label_has_its_own_pattern_and_keeps_it() {
        assert_eq!(modules("Rau chị Lan"), modules("Rau chị Lan"));
        assert_ne!(modules("Rau chị Lan"), modules("Rau chị Lân"));
    }
}
