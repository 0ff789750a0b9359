//! One act of a person in a test: load, decide, save; again when somebody was faster.

use std::sync::Arc;

use domain::assessment::{Act, Attempt, Bank, Decided, Deed, Desk, Refused, Uses, decide};
use domain::ids::{PersonId, StatementId};
use domain::record::Subject;
use jiff::Timestamp;
use store::attempts;
use store::learners::{Saved, save_all};
use store::record;

use crate::acts::{TRIES, learner};
use crate::app::App;
use crate::clock;
use crate::metrics::Counter;
use crate::problem::{Problem, What};

/// What became of an act.
#[derive(Debug)]
pub enum Done {
    /// It is in the record.
    Recorded(Box<Decided>),
    /// It was in the record already.
    Again,
    /// It was refused.
    Refused(Refused),
}

/// Does an act of a person in a test.
///
/// # Errors
/// When the database fails, or others are faster again and again.
pub async fn act(app: &App, person: PersonId, act: &Act, now: Timestamp) -> Result<Done, Problem> {
    let mut act = act.clone();
    for _ in 0..TRIES {
        let learner = learner(app, person).await?;
        let past = past(app, person, &act.deed).await?;
        let bank = bank_of(app, &past, &act.deed).await?;
        let uses = uses_of(app, &bank, &act.deed).await?;
        let desk = Desk { curriculum: &app.curriculum, bank: &bank, uses: uses.as_deref() };
        let decided = match decide(&learner, desk, &past, &act, now) {
            Ok(decided) => decided,
            Err(refusal) => return refused(app, person, &act, refusal).await,
        };
        let decision = core::slice::from_ref(&decided.decision);
        match save_all(&app.store, attempts::step_save(&decided), decision).await? {
            Saved::Added => {
                app.metrics.count(Counter::Act);
                app.banks.note(&bank, &decided.attempt);
                return Ok(Done::Recorded(Box::new(decided)));
            }
            Saved::AlreadyThere if is_recorded(app, &decided).await? => {
                app.metrics.count(Counter::ActAgain);
                return Ok(Done::Again);
            }
            // The back button and another choice: another act under a used id. It gets an id of its own.
            Saved::AlreadyThere | Saved::ForeignId => act.id = StatementId::mint(now, clock::chance()),
            Saved::Raced => {}
        }
    }
    Err(Problem::new(What::Unavailable("the same person's acts kept overtaking each other".into())))
}

/// The attempts that a decision looks at: to begin, those before; else the open ones.
async fn past(app: &App, person: PersonId, deed: &Deed) -> Result<Vec<Attempt>, Problem> {
    Ok(match deed {
        Deed::Begin { .. } => attempts::list(&app.store, person).await?,
        _ => attempts::list_open(&app.store, person).await?,
    })
}

/// The bank that a decision goes by: to begin, the latest version; else the attempt's own.
async fn bank_of(app: &App, past: &[Attempt], deed: &Deed) -> Result<Arc<Bank>, Problem> {
    let open = past.iter().find(|attempt| attempt.is_open() && attempt.blueprint == *deed.blueprint());
    match (deed, open) {
        (Deed::Begin { .. }, _) | (_, None) => Ok(app.banks.latest()),
        (_, Some(attempt)) => bank(app, attempt.bank).await,
    }
}

/// How often each question was asked, to begin a test that holds it down.
pub(crate) async fn uses_of(app: &App, bank: &Bank, deed: &Deed) -> Result<Option<Arc<Uses>>, Problem> {
    let Deed::Begin { blueprint, .. } = deed else { return Ok(None) };
    let held_down = app.curriculum.blueprints.get(blueprint).is_some_and(|it| it.exposure.is_some());
    if !held_down {
        return Ok(None);
    }
    Ok(Some(app.banks.uses(&app.store, blueprint, bank).await?))
}

/// A version of the bank.
///
/// # Errors
/// When the database fails, or has no such version.
pub async fn bank(app: &App, number: u32) -> Result<Arc<Bank>, Problem> {
    let bank = app.banks.version(&app.store, &app.curriculum, number).await?;
    bank.ok_or_else(|| Problem::new(What::Unavailable(format!("there is no version {number} of the bank"))))
}

/// Whether the record holds this very act under this id, and not another one. The time that an answer took is no part of it.
async fn is_recorded(app: &App, decided: &Decided) -> Result<bool, Problem> {
    let entry = &decided.decision.entry;
    let stored = record::find(&app.store, entry.id).await?;
    let stored = stored.and_then(|stored| domain::record::read(&stored.json).ok());
    Ok(stored.is_some_and(|stored| stored.person == entry.person && is_same(&stored.subject, &entry.subject)))
}

fn is_same(stored: &Subject, now: &Subject) -> bool {
    match (stored, now) {
        (Subject::BeganCheck { check: stored, .. }, Subject::BeganCheck { check: now, .. }) => stored == now,
        (
            Subject::Answered { item: stored, answer: was, .. },
            Subject::Answered { item: now, answer: is, .. },
        ) => stored == now && was == is,
        (Subject::EndedCheck { attempt: stored, .. }, Subject::EndedCheck { attempt: now, .. }) => {
            stored == now
        }
        _ => false,
    }
}

/// An answer sent twice is refused the second time, because the test has moved on: that is no refusal to tell.
async fn refused(app: &App, person: PersonId, act: &Act, refusal: Refused) -> Result<Done, Problem> {
    let known = record::find_owner(&app.store, act.id).await? == Some(person);
    app.metrics.count(if known { Counter::ActAgain } else { Counter::ActRefused });
    tracing::debug!(?refusal, known, "an act of a test was refused");
    Ok(if known { Done::Again } else { Done::Refused(refusal) })
}
