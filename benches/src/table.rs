//! Tables in plain text.

use std::time::Duration;

/// A table: the first column is words, the others are figures and stand to the right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    title: &'static str,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// An empty table with these headings.
    #[must_use]
    pub fn new<const N: usize>(title: &'static str, headings: [&str; N]) -> Self {
        Self { title, rows: vec![headings.map(str::to_owned).to_vec()] }
    }

    /// One more row.
    pub fn row<const N: usize>(&mut self, cells: [String; N]) {
        self.rows.push(cells.into());
    }

    /// The table as text.
    #[must_use]
    pub fn text(&self) -> String {
        let columns = self.rows.first().map_or(0, Vec::len);
        let width = |at: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(at));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        let lines = self.rows.iter().map(|row| line(row, &widths));
        format!("\n{}\n{}", self.title, lines.collect::<String>())
    }

    /// Prints it.
    pub fn print(&self) {
        say(self.text().trim_end_matches('\n'));
    }
}

fn line(row: &[String], widths: &[usize]) -> String {
    let padded = row.iter().zip(widths).enumerate().map(|(at, (cell, width))| match at {
        0 => format!("  {cell:<width$}"),
        _ => format!("  {cell:>width$}"),
    });
    padded.collect::<String>().trim_end().to_owned() + "\n"
}

/// A line on standard output.
#[expect(clippy::print_stdout, reason = "this is the one place")]
pub fn say(line: &str) {
    println!("{line}");
}

/// Kilobytes of 1,000 bytes, the stricter reading of a limit.
#[must_use]
pub fn kilobytes(bytes: usize) -> String {
    format!("{:.1} KB", bytes as f64 / 1e3)
}

/// Megabytes of 1,000,000 bytes, the stricter reading of a limit.
#[must_use]
pub fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}

/// Milliseconds.
#[must_use]
pub fn millis(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1e3)
}

/// Seconds.
#[must_use]
pub fn seconds(time: Duration) -> String {
    format!("{:.2} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_below_each_other() {
        let mut table = Table::new("Pages", ["page", "pages/s"]);
        table.row(["home".into(), "12345".into()]);
        table.row(["a ward".into(), "9".into()]);
        assert_eq!(table.text(), "\nPages\n  page    pages/s\n  home      12345\n  a ward        9\n");
    }
}
