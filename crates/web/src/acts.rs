//! One act of a person: load, decide, save; again when somebody was faster.

use domain::ids::{PersonId, StatementId};
use domain::learning::{Act, Decision, Learner, Refusal, decide};
use domain::record::Subject;
use jiff::Timestamp;
use store::learners::{self, Saved};
use store::record;

use crate::app::App;
use crate::clock;
use crate::metrics::Counter;
use crate::problem::{Problem, What};
use crate::versions;

/// How often an act is decided anew when another one of the same person came first. Two devices of one person are rare;
/// more than a handful of losses means something is wrong.
pub(crate) const TRIES: usize = 16;

/// What became of an act.
#[derive(Debug)]
pub enum Done {
    /// It is in the record.
    Recorded(Box<Decision>),
    /// It was in the record already.
    Again(Learner),
    /// It was refused.
    Refused(Learner),
}

impl Done {
    /// The learner as they stand now.
    #[must_use]
    pub fn learner(&self) -> &Learner {
        match self {
            Self::Recorded(decision) => &decision.learner,
            Self::Again(learner) | Self::Refused(learner) => learner,
        }
    }
}

/// Loads a person as a learner.
///
/// # Errors
/// When the database fails.
pub async fn learner(app: &App, person: PersonId) -> Result<Learner, Problem> {
    Ok(learners::find(&app.store, person).await?.unwrap_or_else(|| Learner::new(person)))
}

/// Does an act of a person.
///
/// # Errors
/// When the database fails, or others are faster again and again.
pub async fn act(app: &App, person: PersonId, act: &Act, now: Timestamp) -> Result<Done, Problem> {
    let mut act = act.clone();
    for _ in 0..TRIES {
        let mut learner = learner(app, person).await?;
        versions::hold_for_deed(app, &mut learner, &act.deed).await?;
        let decision = match decide(&learner, &app.curriculum, &act, now) {
            Ok(decision) => decision,
            Err(refusal) => return refused(app, learner, &act, &refusal).await,
        };
        match learners::save(&app.store, &decision).await? {
            Saved::Added => {
                app.metrics.count(Counter::Act);
                return Ok(Done::Recorded(Box::new(decision)));
            }
            Saved::AlreadyThere if is_recorded(app, &decision).await? => {
                app.metrics.count(Counter::ActAgain);
                return Ok(Done::Again(learner));
            }
            // Somebody went back and chose otherwise on the same page, or sent their first form twice before the browser had
            // its cookie: another act under a used id. It gets an id of its own.
            Saved::AlreadyThere | Saved::ForeignId => act.id = StatementId::mint(now, clock::chance()),
            Saved::Raced => {}
        }
    }
    Err(Problem::new(What::Unavailable("the same person's acts kept overtaking each other".into())))
}

/// Whether the record holds this very act under this id, and not another one.
///
/// # Errors
/// When the database fails.
pub async fn is_recorded(app: &App, decision: &Decision) -> Result<bool, Problem> {
    let stored = record::find(&app.store, decision.entry.id).await?;
    let stored = stored.and_then(|stored| domain::record::read(&stored.json).ok());
    Ok(stored.is_some_and(|stored| {
        let same_place = stored.subject != Subject::Settled || stored.place == decision.entry.place;
        stored.person == decision.entry.person
            && is_same(&stored.subject, &decision.entry.subject)
            && same_place
    }))
}

/// A round is chosen by what was seen before: the form that began it, sent again later, is still the same form.
fn is_same(stored: &Subject, now: &Subject) -> bool {
    match (stored, now) {
        (Subject::BeganDrill { skill: was, .. }, Subject::BeganDrill { skill: is, .. }) => was == is,
        _ => stored == now,
    }
}

/// A tap sent twice is refused the second time, because the phone has moved on: that is no refusal to tell.
async fn refused(app: &App, learner: Learner, act: &Act, refusal: &Refusal) -> Result<Done, Problem> {
    let known = record::find_owner(&app.store, act.id).await? == Some(learner.person);
    app.metrics.count(if known { Counter::ActAgain } else { Counter::ActRefused });
    tracing::debug!(?refusal, known, "an act was refused");
    Ok(if known { Done::Again(learner) } else { Done::Refused(learner) })
}
