//! A file of answers: a header of item ids, one row a person, each field a score or empty.

use std::path::Path;

use irt::calibrate::Answer;

use crate::failure::Failure;

/// A first column of this name holds persons and not answers.
const PERSON: &str = "person";

/// Who answered what.
#[derive(Debug)]
pub(crate) struct Answers {
    /// The ids of the items, in the order of their columns.
    pub(crate) items: Vec<String>,
    /// What each person is called: the first column, or the number of the row from 1.
    pub(crate) labels: Vec<String>,
    /// The answers of each person, by the place of the item.
    pub(crate) persons: Vec<Vec<Answer>>,
}

/// Reads a file in which no score is above `top`.
pub(crate) fn read(path: &Path, top: u8) -> Result<Answers, Failure> {
    let fault = |cause: &csv::Error| Failure::file("read the answers of", path, &told(cause));
    let mut reader = csv::ReaderBuilder::new().from_path(path).map_err(|cause| fault(&cause))?;
    let header = reader.headers().map_err(|cause| fault(&cause))?.clone();
    let labelled = header
        .get(0)
        .is_some_and(|first| first.trim_start_matches('\u{feff}').trim().eq_ignore_ascii_case(PERSON));
    let skip = usize::from(labelled);
    let items: Vec<String> =
        header.iter().skip(skip).map(|id| id.trim_start_matches('\u{feff}').trim().to_owned()).collect();
    well_named(path, &items)?;
    let (mut labels, mut persons) = (Vec::new(), Vec::new());
    for row in reader.records() {
        let row = row.map_err(|cause| fault(&cause))?;
        let line = row.position().map_or(0, csv::Position::line);
        let fields = row.iter().skip(skip).zip(&items).zip(0_u32..);
        let scores = fields.filter_map(|((field, id), item)| match score(field.trim(), top) {
            Ok(score) => Some(Ok(Answer { item, score: score? })),
            Err(wanted) => {
                Some(Err(at(path, line, &format!("item {id}: \"{field}\" is no score; {wanted}"))))
            }
        });
        let label = row.get(0).filter(|_| labelled).map(str::to_owned);
        labels.push(label.unwrap_or_else(|| (labels.len() + 1).to_string()));
        persons.push(scores.collect::<Result<_, Failure>>()?);
    }
    if persons.is_empty() {
        return Err(at(path, 1, "nobody has answered; write one row for each person below the header"));
    }
    Ok(Answers { items, labels, persons })
}

/// A field's score, none when it is empty, or what it should have been.
fn score(field: &str, top: u8) -> Result<Option<u8>, String> {
    if field.is_empty() || field == "NA" {
        return Ok(None);
    }
    let wanted = || match top {
        1 => "write 1 for right, 0 for wrong, or nothing where the item was not given".to_owned(),
        _ => format!("write a whole number from 0 to {top}, or nothing where the item was not given"),
    };
    field.parse().ok().filter(|score| *score <= top).map(Some).ok_or_else(wanted)
}

fn well_named(path: &Path, items: &[String]) -> Result<(), Failure> {
    if items.is_empty() {
        return Err(at(path, 1, "no items; write their ids in the first line, with a comma between"));
    }
    for (place, id) in items.iter().enumerate() {
        if id.is_empty() {
            return Err(at(path, 1, &format!("item {} has no id; give it one", place + 1)));
        }
        if items.iter().take(place).any(|other| other == id) {
            return Err(at(path, 1, &format!("item {id} is there twice; give each its own id")));
        }
    }
    Ok(())
}

/// A fault at a line of a file.
pub(super) fn at(path: &Path, line: u64, words: &str) -> Failure {
    Failure::told(format!("{}:{line}: {words}", path.display()))
}

/// What the reader of CSV found amiss, without the path.
pub(super) fn told(cause: &csv::Error) -> String {
    match cause.kind() {
        csv::ErrorKind::UnequalLengths { pos, expected_len, len } => {
            let line = pos.as_ref().map_or(0, csv::Position::line);
            format!(
                "line {line} has {len} fields and the first line {expected_len}; write one for each item, empty where it was not given"
            )
        }
        csv::ErrorKind::Io(cause) => cause.to_string(),
        _ => cause.to_string(),
    }
}

/// A word as a field of a file.
pub(super) fn quoted(id: &str) -> String {
    if id.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", id.replace('"', "\"\""))
    } else {
        id.to_owned()
    }
}
