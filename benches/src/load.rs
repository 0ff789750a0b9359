//! Many clients at once, each waiting for its answer before it asks again.

use std::io;
use std::time::{Duration, Instant};

use tokio::task::JoinSet;

/// How long each client goes on, and what it has timed.
#[derive(Debug)]
pub struct Watch {
    until: Instant,
    taken: Vec<Duration>,
}

impl Watch {
    /// Whether there is time for more.
    #[must_use]
    pub fn goes_on(&self) -> bool {
        Instant::now() < self.until
    }

    /// Does a piece of work and keeps how long it took.
    ///
    /// # Errors
    /// Those of the work.
    pub async fn time<T>(&mut self, work: impl Future<Output = io::Result<T>>) -> io::Result<T> {
        let from = Instant::now();
        let done = work.await?;
        self.taken.push(from.elapsed());
        Ok(done)
    }
}

/// What many clients did.
#[derive(Debug)]
pub struct Load {
    /// How long they took together.
    pub took: Duration,
    /// What they timed, shortest first.
    taken: Vec<Duration>,
}

impl Load {
    /// What was timed within so long, in any order.
    #[must_use]
    pub fn of(took: Duration, mut taken: Vec<Duration>) -> Self {
        taken.sort_unstable();
        Self { took, taken }
    }

    /// How many pieces of work were timed.
    #[must_use]
    pub fn count(&self) -> usize {
        self.taken.len()
    }

    /// Pieces of work in a second.
    #[must_use]
    pub fn per_second(&self) -> f64 {
        self.count() as f64 / self.took.as_secs_f64()
    }

    /// The time within which so many percent were done.
    #[must_use]
    pub fn percentile(&self, percent: usize) -> Duration {
        let at = (self.count() * percent / 100).min(self.count().saturating_sub(1));
        self.taken.get(at).copied().unwrap_or_default()
    }
}

/// Lets clients work side by side for so long. Each gets a watch and gives it back.
///
/// # Errors
/// The first of theirs.
pub async fn run<C, W>(clients: Vec<C>, lasting: Duration, work: impl Fn(C, Watch) -> W) -> io::Result<Load>
where
    W: Future<Output = io::Result<Watch>> + Send + 'static,
{
    let from = Instant::now();
    let mut tasks = JoinSet::new();
    for client in clients {
        tasks.spawn(work(client, Watch { until: from + lasting, taken: Vec::new() }));
    }
    let mut taken = Vec::new();
    while let Some(done) = tasks.join_next().await {
        taken.append(&mut done??.taken);
    }
    Ok(Load::of(from.elapsed(), taken))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_within_what_was_measured() {
        let taken: Vec<Duration> = (1..=100).map(Duration::from_millis).collect();
        let load = Load { took: Duration::from_secs(2), taken };
        assert_eq!(load.percentile(50), Duration::from_millis(51));
        assert_eq!(load.percentile(99), Duration::from_millis(100));
        assert_eq!(load.percentile(100), Duration::from_millis(100));
        assert_eq!(Load { took: Duration::ZERO, taken: Vec::new() }.percentile(50), Duration::ZERO);
    }
}
