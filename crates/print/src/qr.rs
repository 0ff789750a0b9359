//! A QR code as squares.

use qrcode::{Color, EcLevel, QrCode};

use crate::PrintRefused;

/// The white that the standard asks for around a code, in modules.
pub(crate) const QUIET: usize = 4;

/// A code, as runs of dark modules.
pub(crate) struct Code {
    /// Modules on a side, without the quiet zone.
    pub(crate) width: usize,
    /// Column, row and length of each run.
    pub(crate) runs: Vec<(usize, usize, usize)>,
}

impl Code {
    /// The smallest code for `content` that still reads with 15 % of it lost.
    pub(crate) fn of(content: &str) -> Result<Self, PrintRefused> {
        let code =
            QrCode::with_error_correction_level(content, EcLevel::M).map_err(|_| PrintRefused::Address)?;
        let mut runs = Vec::new();
        for (row, line) in code.to_colors().chunks(code.width()).enumerate() {
            let mut column = 0;
            for run in line.chunk_by(|a, b| a == b) {
                if run.first() == Some(&Color::Dark) {
                    runs.push((column, row, run.len()));
                }
                column += run.len();
            }
        }
        Ok(Self { width: code.width(), runs })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dark_module_is_in_one_run() {
        let content = "https://hocvuso.example/verify/HVS1.ABC";
        let code = QrCode::with_error_correction_level(content, EcLevel::M).unwrap();
        let drawn = Code::of(content).unwrap();
        let mut cells = vec![Color::Light; code.width() * code.width()];
        for (column, row, length) in drawn.runs {
            cells[row * code.width() + column..][..length].fill(Color::Dark);
        }
        assert_eq!(cells, code.to_colors());
    }

    #[test]
    fn what_fits_into_no_code_is_refused() {
        assert_eq!(Code::of(&"x".repeat(4000)).err(), Some(PrintRefused::Address));
    }
}
