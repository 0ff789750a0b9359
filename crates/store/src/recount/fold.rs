//! Folding statements into people.

use super::{Findings, Kind, People};
use crate::db::{Batch, Row, StoreError, Value};
use crate::record::FOREIGN;
use crate::sums::{Marks, Sums};
use crate::{params, record};
use domain::content::Syllabus;
use domain::learning::{Book, History};
use domain::record::Entry;
use domain::tally::differences;
use jiff::civil::Date;

pub(super) const READ: &str =
    "SELECT person, seq, id, at, stored, verb, object, skill, rung, unit, helper, json FROM statements
    WHERE (person, seq) > (?1, ?2) ORDER BY person, seq LIMIT ?3";

/// Columns that must be what the JSON says: all before `json`, which is the last.
const REPEATED: usize = record::COLUMNS.len() - 1;

/// A person as the statements tell.
#[derive(Debug, Default)]
pub(super) struct Counted {
    pub(super) book: Book,
    /// What the book was made of, until the last statement of the person was seen.
    history: History,
    /// How many statements.
    pub(super) version: i64,
    pub(super) marks: Marks,
}

/// The fold so far.
pub(super) struct Fold<'s> {
    syllabus: &'s Syllabus,
    open: Option<(String, Counted)>,
    done: People,
    sums: Sums,
}

impl<'s> Fold<'s> {
    pub(super) fn new(syllabus: &'s Syllabus) -> Self {
        Self { syllabus, open: None, done: People::new(), sums: Sums::default() }
    }

    /// Adds the next statements, which come in the order of person and seq.
    pub(super) fn add(&mut self, rows: &[Row], findings: &mut Findings) -> Result<(), StoreError> {
        for (row, read) in rows.iter().zip(read_all(rows)?) {
            let person: &str = row.get("person")?;
            if self.open.as_ref().is_none_or(|(open, _)| open != person) {
                self.close();
                self.open = Some((person.to_owned(), Counted::default()));
            }
            let Some((_, counted)) = &mut self.open else { continue };
            counted.version += 1;
            findings.report.statements += 1;
            let seq_is = row.get::<i64>("seq")?;
            if seq_is != counted.version - 1 {
                let (stored, wanted) = ([Value::Int(seq_is)], [Value::Int(counted.version - 1)]);
                findings.differ(Kind::Statement, &[person, "seq"], Some(&stored), Some(&wanted));
            }
            match read {
                Some(entry) => {
                    compare_columns(row, &entry, findings)?;
                    let (_, deltas) = counted.history.post(self.syllabus, &entry);
                    deltas.iter().for_each(|delta| self.sums.add(delta));
                }
                None => compare_foreign(row, findings)?,
            }
        }
        Ok(())
    }

    fn close(&mut self) {
        let Some((person, mut counted)) = self.open.take() else { return };
        counted.book = core::mem::take(&mut counted.history).into_book();
        let from_nothing = differences(self.syllabus, &Book::default(), &counted.book, Date::MIN);
        counted.marks = Marks::of(&from_nothing);
        self.done.insert(person, counted);
    }

    /// The people whose last statement was seen.
    pub(super) fn take_done(&mut self) -> People {
        core::mem::take(&mut self.done)
    }

    pub(super) fn finish(mut self) -> (People, Sums) {
        self.close();
        (self.done, self.sums)
    }
}

/// Reads the JSON of a page on all processors: it is most of the work.
fn read_all(rows: &[Row]) -> Result<Vec<Option<Entry>>, StoreError> {
    let texts = rows.iter().map(|row| row.get::<&str>("json")).collect::<Result<Vec<_>, _>>()?;
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let share = texts.len().div_ceil(workers).max(1);
    let read = |texts: &[&str]| -> Vec<Option<Entry>> {
        texts.iter().map(|text| domain::record::read(text).ok()).collect()
    };
    Ok(std::thread::scope(|scope| {
        let hands: Vec<_> = texts.chunks(share).map(|texts| scope.spawn(move || read(texts))).collect();
        hands.into_iter().flat_map(|hand| hand.join().expect("reading a statement does not panic")).collect()
    }))
}

fn compare_columns(row: &Row, entry: &Entry, findings: &mut Findings) -> Result<(), StoreError> {
    let counted = record::row(row.get("seq")?, entry, String::new());
    let (stored, counted) = (&row.values()[..REPEATED], &counted[..REPEATED]);
    if stored == counted {
        return Ok(());
    }
    let key: [&str; 2] = [row.get("person")?, row.get("id")?];
    findings.differ(Kind::Statement, &key, Some(stored), Some(counted));
    // Person, seq and id are the key: if these differ the JSON is another statement's, and nothing here can mend that.
    if stored[..3] == counted[..3] {
        let sql = "UPDATE statements SET id = ?3, at = ?4, stored = ?5, verb = ?6, object = ?7, skill = ?8, rung = ?9, unit = ?10, helper = ?11
            WHERE person = ?1 AND seq = ?2";
        findings.mend(Batch::new().expect_one(sql, counted.to_vec()));
    }
    Ok(())
}

/// Of a statement that is no act of ours only this can be said: it must not pretend to be one.
fn compare_foreign(row: &Row, findings: &mut Findings) -> Result<(), StoreError> {
    findings.report.foreign += 1;
    if row.get::<&str>("verb")? != FOREIGN {
        let key: [&str; 2] = [row.get("person")?, row.get("id")?];
        let (stored, counted) = (params![row.get::<&str>("verb")?], params![FOREIGN]);
        findings.differ(Kind::Statement, &key, Some(&stored), Some(&counted));
    }
    Ok(())
}
