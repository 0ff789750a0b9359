//! The answers as the algorithm reads them: items that can't be estimated left out, equal persons told together.

use super::responses::{Answer, Responses};

/// Answers by row. A row is an item with a score; all the rows of the items stand one after the other.
pub(crate) struct Sheet {
    /// The first row of each item and, behind the last, how many there are. Items left out have none.
    pub(crate) first: Vec<usize>,
    /// The rows that each pattern of answers names.
    starts: Vec<usize>,
    rows: Vec<u32>,
    /// How many persons answered in this pattern.
    pub(crate) times: Vec<f64>,
    /// The answers of the longest pattern.
    pub(crate) longest: usize,
}

impl Sheet {
    /// Lays out the answers to items that have so many scores; 0 leaves an item out, and a score beyond is not read.
    ///
    /// Patterns are sorted, so that the order of persons makes no difference, not even of rounding.
    pub(crate) fn new(responses: &Responses, scores: &[usize]) -> Self {
        let first = first_rows(scores);
        let mut lines: Vec<Vec<u32>> = responses.iter().map(|answers| line(answers, &first)).collect();
        lines.retain(|line| !line.is_empty());
        lines.sort_unstable();
        let mut sheet = Self { first, starts: vec![0], rows: Vec::new(), times: Vec::new(), longest: 0 };
        for same in lines.chunk_by(|left, right| left == right) {
            sheet.rows.extend_from_slice(&same[0]);
            sheet.starts.push(sheet.rows.len());
            sheet.times.push(same.len() as f64);
            sheet.longest = sheet.longest.max(same[0].len());
        }
        sheet
    }

    /// How many rows there are.
    pub(crate) fn height(&self) -> usize {
        self.first.last().copied().unwrap_or(0)
    }

    /// The rows of an item.
    pub(crate) fn rows_of(&self, item: usize) -> core::ops::Range<usize> {
        self.first[item]..self.first[item + 1]
    }

    /// Each pattern and how many persons answered so.
    pub(crate) fn patterns(&self) -> impl Iterator<Item = (&[u32], f64)> {
        let lines = self.starts.windows(2).map(|ends| &self.rows[ends[0]..ends[1]]);
        lines.zip(self.times.iter().copied())
    }
}

fn first_rows(scores: &[usize]) -> Vec<usize> {
    let mut height = 0;
    let ends = scores.iter().map(|scores| {
        height += scores;
        height
    });
    core::iter::once(0).chain(ends).collect()
}

fn line(answers: &[Answer], first: &[usize]) -> Vec<u32> {
    let row = |answer: &Answer| {
        let item = answer.item as usize;
        let row = first.get(item)? + usize::from(answer.score);
        (row < *first.get(item + 1)?).then(|| u32::try_from(row).ok()).flatten()
    };
    let mut line: Vec<u32> = answers.iter().filter_map(row).collect();
    line.sort_unstable();
    line
}
