//! A file of items: columns `id,a,b,c`, and `content` where contents matter.

use std::collections::BTreeSet;
use std::path::Path;

use irt::{Bank, Entry, Item};

use super::answers::{at, told};
use crate::failure::Failure;

/// Items with their ids.
#[derive(Debug)]
pub(crate) struct Named {
    /// The ids, in the order of the file.
    pub(crate) ids: Vec<String>,
    /// The items.
    pub(crate) items: Vec<Item>,
    /// The content of each, by its number, when the file has a column for it.
    pub(crate) contents: Option<Vec<u16>>,
}

impl Named {
    /// The items, all scored; without contents in `contents` ones in turn.
    pub(crate) fn bank(&self, contents: u16) -> Bank {
        let in_turn: Vec<u16> = (0..contents.max(1)).cycle().take(self.items.len()).collect();
        let contents = self.contents.as_ref().unwrap_or(&in_turn);
        Bank::new(
            self.items.iter().zip(contents).map(|(item, content)| Entry::scored(*item, *content)).collect(),
        )
    }
}

/// Where the columns stand.
struct Columns {
    id: usize,
    a: usize,
    b: usize,
    c: Option<usize>,
    content: Option<usize>,
}

/// Reads a file of items.
pub(crate) fn read(path: &Path) -> Result<Named, Failure> {
    let fault = |cause: &csv::Error| Failure::file("read the items of", path, &told(cause));
    let mut reader = csv::ReaderBuilder::new().from_path(path).map_err(|cause| fault(&cause))?;
    let header = reader.headers().map_err(|cause| fault(&cause))?;
    let columns = columns(path, header)?;
    let mut named =
        Named { ids: Vec::new(), items: Vec::new(), contents: columns.content.map(|_| Vec::new()) };
    let (mut words, mut known) = (Vec::new(), BTreeSet::new());
    for row in reader.records() {
        let row = row.map_err(|cause| fault(&cause))?;
        let line = row.position().map_or(0, csv::Position::line);
        let (id, item) = self::item(&columns, &row).map_err(|words| at(path, line, &words))?;
        if !known.insert(id.clone()) {
            return Err(at(path, line, &format!("item {id} is there twice; give each its own id")));
        }
        named.ids.push(id);
        named.items.push(item);
        if let (Some(column), Some(contents)) = (columns.content, &mut named.contents) {
            contents.push(number_of(&mut words, row.get(column).unwrap_or("").trim()));
        }
    }
    if named.items.is_empty() {
        return Err(at(path, 1, "no items; write one row for each below the header"));
    }
    Ok(named)
}

fn columns(path: &Path, header: &csv::StringRecord) -> Result<Columns, Failure> {
    let find = |names: &[&str]| {
        header.iter().position(|field| {
            let field = field.trim_start_matches('\u{feff}').trim();
            names.iter().any(|name| field.eq_ignore_ascii_case(name))
        })
    };
    let must = |names: &[&str]| {
        let missing =
            || at(path, 1, &format!("no column {}; the first line must name the columns id,a,b,c", names[0]));
        find(names).ok_or_else(missing)
    };
    Ok(Columns {
        // What `irt calibrate` writes calls it item.
        id: must(&["id", "item"])?,
        a: must(&["a"])?,
        b: must(&["b"])?,
        c: find(&["c"]),
        content: find(&["content"]),
    })
}

fn item(columns: &Columns, row: &csv::StringRecord) -> Result<(String, Item), String> {
    let field = |column: usize| row.get(column).unwrap_or("").trim();
    let id = field(columns.id);
    if id.is_empty() {
        return Err("an item without an id; give it one".to_owned());
    }
    let number = |name: &str, column: usize| {
        let text = field(column);
        text.parse::<f64>().map_err(|_| {
            format!("item {id}: {name} is \"{text}\"; write a number with a point, such as 1.25")
        })
    };
    let c = match columns.c {
        Some(column) if !field(column).is_empty() => number("c", column)?,
        _ => 0.0,
    };
    let item = Item::new(number("a", columns.a)?, number("b", columns.b)?, c);
    item.map(|item| (id.to_owned(), item)).map_err(|cause| format!("item {id}: {cause}"))
}

/// Contents may be words; each gets the number of its first place.
fn number_of(words: &mut Vec<String>, word: &str) -> u16 {
    let place = words.iter().position(|other| other == word).unwrap_or_else(|| {
        words.push(word.to_owned());
        words.len() - 1
    });
    u16::try_from(place).unwrap_or(u16::MAX)
}
