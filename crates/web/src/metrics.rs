//! What is counted for the operator, in the text form of Prometheus.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicU64, Ordering};

/// Counters since start.
#[derive(Debug, Default)]
pub struct Metrics {
    requests: AtomicU64,
    failures: AtomicU64,
    acts: AtomicU64,
    acts_again: AtomicU64,
    acts_refused: AtomicU64,
    sign_ins_refused: AtomicU64,
}

/// What can be counted.
#[derive(Debug, Clone, Copy)]
pub enum Counter {
    /// A request was answered.
    Request,
    /// A request was answered with a status of 500 or above.
    Failure,
    /// An act was recorded.
    Act,
    /// An act came a second time.
    ActAgain,
    /// An act was refused.
    ActRefused,
    /// A sign-in was refused.
    SignInRefused,
}

impl Metrics {
    /// One more.
    pub fn count(&self, counter: Counter) {
        self.cell(counter).fetch_add(1, Ordering::Relaxed);
    }

    const fn cell(&self, counter: Counter) -> &AtomicU64 {
        match counter {
            Counter::Request => &self.requests,
            Counter::Failure => &self.failures,
            Counter::Act => &self.acts,
            Counter::ActAgain => &self.acts_again,
            Counter::ActRefused => &self.acts_refused,
            Counter::SignInRefused => &self.sign_ins_refused,
        }
    }

    /// The page for Prometheus.
    #[must_use]
    pub fn page(&self) -> String {
        let lines = [
            ("hocvuso_requests_total", "Requests answered.", Counter::Request),
            ("hocvuso_failures_total", "Requests answered with a server error.", Counter::Failure),
            ("hocvuso_acts_total", "Acts recorded.", Counter::Act),
            (
                "hocvuso_acts_repeated_total",
                "Acts that came a second time and changed nothing.",
                Counter::ActAgain,
            ),
            ("hocvuso_acts_refused_total", "Acts refused by the rules.", Counter::ActRefused),
            ("hocvuso_sign_ins_refused_total", "Sign-ins refused.", Counter::SignInRefused),
        ];
        let mut page = String::new();
        for (name, help, counter) in lines {
            let value = self.cell(counter).load(Ordering::Relaxed);
            // Writing to a string cannot fail.
            let _ = writeln!(page, "# HELP {name} {help}\n# TYPE {name} counter\n{name} {value}");
        }
        page
    }
}
