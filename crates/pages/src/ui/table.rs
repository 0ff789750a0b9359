//! Calm tables: figures to the right, the first column names the row, sorting by link.

use maud::{Markup, html};

use crate::urls::Url;

/// The head of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    label: String,
    is_figure: bool,
    sort: Option<Sorting>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Sorting {
    By(Url),
    Now,
}

impl Head {
    /// A column of words.
    #[must_use]
    pub fn words(label: &str) -> Self {
        Self { label: label.into(), is_figure: false, sort: None }
    }

    /// A column of figures.
    #[must_use]
    pub fn figures(label: &str) -> Self {
        Self { label: label.into(), is_figure: true, sort: None }
    }

    /// The column with a link that sorts by it, or marked as the one sorted by now (`None`).
    #[must_use]
    pub fn sorted_by(mut self, link: Option<Url>) -> Self {
        self.sort = Some(link.map_or(Sorting::Now, Sorting::By));
        self
    }
}

/// A table; every row has as many cells as there are heads, the first names the row.
#[derive(Debug, Clone)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// The columns.
    pub heads: Vec<Head>,
    /// The cells.
    pub rows: Vec<Vec<Markup>>,
}

/// The table, scrolling by itself on a narrow phone.
#[must_use]
pub fn table(table: &Table) -> Markup {
    html! {
        div.table role="group" tabindex="0" aria-label=(table.caption) {
            table {
                caption { (table.caption) }
                thead { tr { @for head in &table.heads { (head_cell(head)) } } }
                tbody { @for row in &table.rows { tr { (cells(row, &table.heads)) } } }
            }
        }
    }
}

fn head_cell(head: &Head) -> Markup {
    let sorted = (head.sort == Some(Sorting::Now)).then_some("other");
    html! {
        th.n[head.is_figure] scope="col" aria-sort=[sorted] {
            @match &head.sort {
                Some(Sorting::By(link)) => { a href=(link) { (head.label) } }
                Some(Sorting::Now) => { (head.label) " ▾" }
                None => { (head.label) }
            }
        }
    }
}

fn cells(row: &[Markup], heads: &[Head]) -> Markup {
    html! {
        @for (at, (cell, head)) in row.iter().zip(heads).enumerate() {
            @if at == 0 { th scope="row" { (cell) } }
            @else { td.n[head.is_figure] { (cell) } }
        }
    }
}
