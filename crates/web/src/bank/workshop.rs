//! What is being reckoned over all answers: one thing at a time in a process, since each takes a core for a while.

use std::sync::{Mutex, MutexGuard, PoisonError};

use pages::bank::{Busy, Work};

/// What runs, and how the last run ended.
#[derive(Debug, Default)]
pub struct Workshop(Mutex<Bench>);

#[derive(Debug, Default, Clone, Copy)]
struct Bench {
    busy: Option<Busy>,
    has_failed: bool,
}

impl Workshop {
    /// What runs now, and how far it is.
    #[must_use]
    pub fn busy(&self) -> Option<Busy> {
        self.bench().busy
    }

    /// Whether the last run failed.
    #[must_use]
    pub fn has_failed(&self) -> bool {
        self.bench().has_failed
    }

    /// Takes the bench for a run over so many answers; whether it was free.
    pub(super) fn take(&self, work: Work, of: u64) -> bool {
        let mut bench = self.bench();
        let is_free = bench.busy.is_none();
        if is_free {
            *bench = Bench { busy: Some(Busy { work, done: 0, of }), has_failed: false };
        }
        is_free
    }

    /// So many answers are read.
    pub(super) fn has_read(&self, done: u64) {
        if let Some(busy) = &mut self.bench().busy {
            busy.done = done;
        }
    }

    /// The run is over.
    pub(super) fn leave(&self, has_failed: bool) {
        *self.bench() = Bench { busy: None, has_failed };
    }

    fn bench(&self) -> MutexGuard<'_, Bench> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
