//! QR codes drawn as one SVG path.

use maud::{Markup, html};
use qrcode::{EcLevel, QrCode};

/// A QR code with the quiet zone that the standard asks for (4 modules), described by `label`. Nothing when `content` does
/// not fit into any code.
#[must_use]
pub fn qr(label: &str, content: &str) -> Markup {
    let Ok(code) = QrCode::with_error_correction_level(content, EcLevel::M) else { return html! {} };
    let side = code.width() + 8;
    html! {
        svg.qr viewBox={ "0 0 " (side) " " (side) } role="img" aria-label=(label) shape-rendering="crispEdges" {
            path fill="#fff" d={ "M0 0h" (side) "v" (side) "H0z" } {}
            path fill="#000" d=(dark_runs(&code)) {}
        }
    }
}

/// One sub-path for each horizontal run of dark modules.
fn dark_runs(code: &QrCode) -> String {
    let mut path = String::new();
    for (y, line) in code.to_colors().chunks(code.width()).enumerate() {
        let mut x = 0;
        for run in line.chunk_by(|a, b| a == b) {
            if run.first() == Some(&qrcode::Color::Dark) {
                path.push_str(&format!("M{} {}h{}v1h-{}z", x + 4, y + 4, run.len(), run.len()));
            }
            x += run.len();
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dark_module_is_drawn() {
        let code = QrCode::with_error_correction_level("HOCVUSO", EcLevel::M).unwrap();
        let dark = code.to_colors().iter().filter(|color| **color == qrcode::Color::Dark).count();
        let drawn: usize = dark_runs(&code)
            .split('h')
            .skip(1)
            .filter_map(|piece| piece.split_once('v').and_then(|(run, _)| run.parse::<usize>().ok()))
            .sum();
        assert_eq!(drawn, dark);
    }
}
