//! Many people at once, for a demonstration. What was decided for each is given; nothing is counted here that was not decided.
//!
//! Rows go out in large transactions while the next people are being made. Until [`BulkWriter::finish`] the database says
//! that its demonstration is incomplete; [`begin`] then removes what there is and starts afresh.

use crate::db::{Batch, StoreError, Value, Written};
use crate::learners::{STANDING_COLUMNS, standing_row, workbook};
use crate::people::{INSERT_COLUMNS, NewPerson};
use crate::read::level_height;
use crate::sums::{Marks, Sums, add_tallies, add_totals, tally_row, total_row};
use crate::{Store, attempts, meta, params, people, record};
use domain::assessment::Attempt;
use domain::ids::{PersonId, StatementId};
use domain::learning::Learner;
use domain::record::Entry;
use domain::tally::Delta;
use tokio::task::JoinHandle;

const MARK: &str = "demonstration";
const INCOMPLETE: &str = "incomplete";
const COMPLETE: &str = "complete";
/// Statements in one transaction: enough that the commit costs little, few enough that they take some 10 MB.
const STATEMENTS: usize = 8192;
/// Narrow rows in one transaction.
const NARROW: usize = 16_384;

/// What a demonstration fills.
const TABLES: [&str; 17] = [
    "persons",
    "statements",
    "statement_ids",
    "standings",
    "attempts",
    "responses",
    "bank_versions",
    "tallies",
    "totals",
    "users",
    "roles",
    "sessions",
    "audit",
    "certificates",
    "reviews",
    "visit_confirmations",
    "badge_shares",
];

/// Whether the database holds a demonstration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Demonstration {
    /// It does not.
    None,
    /// One that was being made when the program ended. [`begin`] makes it anew.
    Incomplete,
    /// A whole one.
    Complete,
}

/// Whether the database holds a demonstration.
///
/// # Errors
/// `Unavailable`.
pub async fn find(store: &Store) -> Result<Demonstration, StoreError> {
    Ok(match meta::find(store, MARK).await?.as_deref() {
        None => Demonstration::None,
        Some(COMPLETE) => Demonstration::Complete,
        Some(_) => Demonstration::Incomplete,
    })
}

/// Marks the database as one of a demonstration that is incomplete, and removes what an earlier try left.
///
/// # Errors
/// `NotHere` when there are people who do not belong to a demonstration, or to a whole one; `Unavailable`.
pub async fn begin(store: &Store) -> Result<BulkWriter, StoreError> {
    let incomplete = find(store).await? == Demonstration::Incomplete;
    if !incomplete && people::count(store).await? > 0 {
        return Err(StoreError::NotHere {
            what: "This database holds people already, and a demonstration is made in an empty one".into(),
            instead: "Choose another folder with --data".into(),
        });
    }
    let emptied = TABLES
        .iter()
        .fold(meta::step(MARK, INCOMPLETE), |batch, table| batch.any(format!("DELETE FROM {table}"), vec![]));
    store.db.write(emptied).await?;
    Ok(BulkWriter {
        store: store.clone(),
        waiting: Rows::default(),
        ids: Vec::new(),
        sums: Sums::default(),
        flying: None,
    })
}

/// Takes people and writes them.
pub struct BulkWriter {
    store: Store,
    waiting: Rows,
    /// Kept to the end and written in their order: they are spread over all people and days, so that each transaction would
    /// touch as many pages as it has ids.
    ids: Vec<(StatementId, PersonId, u64)>,
    sums: Sums,
    flying: Option<JoinHandle<Result<Written, StoreError>>>,
}

#[derive(Default)]
struct Rows {
    persons: Vec<Vec<Value>>,
    statements: Vec<Vec<Value>>,
    standings: Vec<Vec<Value>>,
    attempts: Vec<Vec<Value>>,
    responses: Vec<Vec<Value>>,
}

impl Rows {
    fn batch(self) -> Batch {
        Batch::new()
            .insert_many("persons", &INSERT_COLUMNS, "", self.persons)
            .insert_many("statements", &record::COLUMNS, "", self.statements)
            .insert_many("standings", &STANDING_COLUMNS, "", self.standings)
            .insert_many("attempts", &attempts::COLUMNS, "", self.attempts)
            .insert_many("responses", &attempts::RESPONSE_COLUMNS, "", self.responses)
    }
}

impl BulkWriter {
    /// Adds a person with everything they did, in order from the first, all that it moved, and their attempts at tests.
    ///
    /// # Errors
    /// What an earlier write met: `Conflict` when an id comes twice; `Unavailable`.
    pub async fn add(
        &mut self,
        new: &NewPerson,
        learner: &Learner,
        entries: &[Entry],
        deltas: &[Delta],
        attempts: &[Attempt],
    ) -> Result<(), StoreError> {
        let rows = &mut self.waiting;
        rows.persons.push(person_row(new, learner, Marks::of(deltas)));
        for (seq, entry) in (0..).zip(entries) {
            rows.statements.push(record::row(seq, entry, domain::record::write(entry)));
            self.ids.push((entry.id, entry.person, seq));
        }
        let standings = &learner.book.standings;
        rows.standings
            .extend(standings.iter().map(|(skill, standing)| standing_row(learner.person, skill, standing)));
        for attempt in attempts {
            rows.attempts.push(attempts::row(learner.person, attempt));
            let answers = attempt.given.iter().enumerate();
            let row = |(place, given)| attempts::response_row(learner.person, attempt, place, given);
            rows.responses.extend(answers.map(row));
        }
        deltas.iter().for_each(|delta| self.sums.add(delta));
        if rows.statements.len() >= STATEMENTS { self.flush().await } else { Ok(()) }
    }

    /// Writes what is left and the sums, and says that the demonstration is complete.
    ///
    /// # Errors
    /// As [`BulkWriter::add`].
    pub async fn finish(mut self) -> Result<(), StoreError> {
        self.flush().await?;
        self.write_ids().await?;
        self.write_sums().await?;
        self.landed().await
    }

    async fn write_ids(&mut self) -> Result<(), StoreError> {
        let mut ids = core::mem::take(&mut self.ids);
        ids.sort_unstable();
        for some in ids.chunks(NARROW) {
            let rows = some.iter().map(|(id, person, seq)| record::id_row(*id, *person, *seq));
            self.write(Batch::new().insert_many("statement_ids", &record::ID_COLUMNS, "", rows)).await?;
        }
        Ok(())
    }

    async fn write_sums(&mut self) -> Result<(), StoreError> {
        let sums = core::mem::take(&mut self.sums);
        let mut rows = Vec::new();
        for (cell, day, by) in sums.days() {
            rows.push(tally_row(cell, day, by));
            if rows.len() == NARROW {
                self.write(add_tallies(core::mem::take(&mut rows))).await?;
            }
        }
        self.write(add_tallies(rows)).await?;
        let totals = sums.totals().map(|(cell, by)| total_row(cell, by));
        self.write(add_totals(totals).then(meta::step(MARK, COMPLETE))).await
    }

    async fn flush(&mut self) -> Result<(), StoreError> {
        let rows = core::mem::take(&mut self.waiting);
        self.write(rows.batch()).await
    }

    /// Hands a batch over once the one before is on the disk: one is written while the next is made.
    async fn write(&mut self, batch: Batch) -> Result<(), StoreError> {
        self.landed().await?;
        let db = self.store.db.clone();
        self.flying = Some(tokio::spawn(async move { db.write(batch).await }));
        Ok(())
    }

    async fn landed(&mut self) -> Result<(), StoreError> {
        let Some(flying) = self.flying.take() else { return Ok(()) };
        let stopped = |_| StoreError::Unavailable {
            what: "The writing of the demonstration was stopped".into(),
            remedy: "Start again: it is then made anew".into(),
        };
        flying.await.map_err(stopped)?.map(|_| ())
    }
}

fn person_row(new: &NewPerson, learner: &Learner, marks: Marks) -> Vec<Value> {
    let mut row = people::row(new, learner.version, &learner.book.place);
    let level = marks.level.flatten().map(level_height);
    row.extend(params![level, marks.attained == Some(true), workbook(&learner.workbook)]);
    row
}
