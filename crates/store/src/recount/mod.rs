//! Recount: fold the statements again, and compare what comes out with what is kept.
//!
//! The statements alone are believed, and of each its JSON. From them follow the columns beside it, the version, place and
//! marks of each person, the standings, the tallies and the totals. Everything is read from one moment while the server
//! goes on; writing is not held up.
//!
//! Mending adds to tallies and totals what they lack at that moment, so acts that came since are not lost; and it mends a
//! person only if nobody has written about them since.

mod compare;
mod fold;

use crate::Store;
use crate::db::{Batch, Snapshot, StoreError, Value};
use crate::params;
use crate::read::parsed;
use compare::{compare_people, compare_tallies, compare_totals};
use domain::content::Syllabus;
use fold::{Counted, Fold};

/// Statements read at once.
const PAGE: usize = 8192;
/// Sorts after every id, which are made of 0–9, a–f and `-`.
const END: &str = "~";

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The columns beside a statement's JSON.
    Statement,
    /// Version, place and marks of a person.
    Person,
    /// A person's standing for a skill.
    Standing,
    /// What a day changed in a cell.
    Tally,
    /// Where a cell stands.
    Total,
}

/// Something kept that does not follow from the statements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What it is.
    pub kind: Kind,
    /// Which one: the parts of its key, with blanks between.
    pub key: String,
    /// What is kept.
    pub stored: String,
    /// What follows from the statements.
    pub counted: String,
}

/// What a recount found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// How many statements were read.
    pub statements: u64,
    /// How many of them are no acts of ours and count for nothing.
    pub foreign: u64,
    /// How many people there are.
    pub people: u64,
    /// What does not agree; empty when all is well.
    pub differences: Vec<Difference>,
}

/// What to do about differences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mend {
    /// Tell them.
    No,
    /// Tell them, and write what was counted in their place, in one transaction.
    Yes,
}

/// Counts again. The report tells what was found before any mending.
///
/// # Errors
/// `Corrupt` when a row cannot be read at all; `Expectation` when somebody wrote about a person who was to be mended
/// (try again); `Unavailable`.
pub async fn recount(store: &Store, syllabus: &Syllabus, mend: Mend) -> Result<Report, StoreError> {
    let found = look(store, syllabus).await?;
    if mend == Mend::Yes {
        store.db.write(found.mending).await?;
    }
    Ok(found.report)
}

/// Counts in one moment.
pub(crate) async fn look(store: &Store, syllabus: &Syllabus) -> Result<Findings, StoreError> {
    let mut moment = store.db.snapshot().await?;
    let found = count(&mut moment, syllabus).await;
    moment.done().await;
    found
}

/// The report, and what would mend it.
#[derive(Default)]
pub(crate) struct Findings {
    pub(crate) report: Report,
    pub(crate) mending: Batch,
}

impl Findings {
    fn differ(&mut self, kind: Kind, key: &[&str], stored: Option<&[Value]>, counted: Option<&[Value]>) {
        let (stored, counted) = (told(stored), told(counted));
        self.report.differences.push(Difference { kind, key: key.join(" "), stored, counted });
    }

    fn mend(&mut self, batch: Batch) {
        self.mending = core::mem::take(&mut self.mending).then(batch);
    }
}

fn told(values: Option<&[Value]>) -> String {
    let Some(values) = values else { return "nothing".into() };
    values.iter().map(Value::to_string).collect::<Vec<_>>().join(", ")
}

async fn count(moment: &mut Snapshot, syllabus: &Syllabus) -> Result<Findings, StoreError> {
    let mut findings = Findings::default();
    let mut fold = Fold::new(syllabus);
    let mut compared = String::new();
    let (mut person, mut seq) = (String::new(), -1_i64);
    loop {
        let rows = moment.rows(fold::READ, params![&person, seq, PAGE as i64]).await?;
        let Some(last) = rows.last() else { break };
        (person, seq) = (last.get("person")?, last.get("seq")?);
        fold.add(&rows, &mut findings)?;
        let done = fold.take_done();
        if let Some(upto) = done.keys().next_back().cloned() {
            compare_people(moment, &compared, &upto, done, &mut findings).await?;
            compared = upto;
        }
        tokio::task::yield_now().await;
    }
    let (rest, mut sums) = fold.finish();
    compare_people(moment, &compared, END, rest, &mut findings).await?;
    let totals = sums.totals().map(|(cell, by)| (cell.clone(), by)).collect();
    compare_tallies(moment, &mut sums, &mut findings).await?;
    compare_totals(moment, totals, &mut findings).await?;
    Ok(findings)
}

type People = std::collections::BTreeMap<String, Counted>;

fn cell(row: &crate::db::Row) -> Result<crate::sums::Cell, StoreError> {
    let group = crate::read::with(row, "grp", "the name of a group", domain::ids::GroupId::parse)?;
    Ok((group, parsed(row, "unit")?, crate::figures::indicator(row)?))
}
