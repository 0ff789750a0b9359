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

/// More columns than a phone shows side by side: there each row becomes a list.
const BESIDE_MAX: usize = 3;

/// The table; on a narrow phone one of many columns becomes a list of rows.
#[must_use]
pub fn table(table: &Table) -> Markup {
    html! {
        div.table role="group" tabindex="0" aria-label=(table.caption) {
            table.listed[table.heads.len() > BESIDE_MAX] role="table" {
                caption { (table.caption) }
                thead role="rowgroup" { tr role="row" { @for head in &table.heads { (head_cell(head)) } } }
                tbody role="rowgroup" { @for row in &table.rows { tr role="row" { (cells(row, &table.heads)) } } }
            }
        }
    }
}

fn head_cell(head: &Head) -> Markup {
    let sorted = (head.sort == Some(Sorting::Now)).then_some("other");
    html! {
        th.n[head.is_figure].by[matches!(head.sort, Some(Sorting::By(_)))] role="columnheader" scope="col" aria-sort=[sorted] {
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
            @if at == 0 { th role="rowheader" scope="row" { (cell) } }
            @else { td.n[head.is_figure] role="cell" data-head=(head.label) { (cell) } }
        }
    }
}
