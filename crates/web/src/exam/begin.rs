//! Beginning the attempt at a seat: the attempt and the seat move together or not at all.

use axum::extract::State;
use axum::response::Response;
use domain::assessment::{self, Desk, Refused, Time, decide};
use domain::ids::StatementId;
use domain::sitting::{Act, Deed, SeatDeed, pace};
use jiff::Timestamp;
use pages::messages::Messages;
use pages::urls;
use store::learners::{Saved, save_all};
use store::sittings::{self, MoveSeat, Placed, Sitting, Who};
use store::{StoreError, attempts};

use super::seat::{mine, page};
use crate::acts::learner;
use crate::app::App;
use crate::clock;
use crate::forms::{Posted, act_id};
use crate::problem::{Problem, What};
use crate::respond;
use crate::sittings::TRIES;
use crate::test_acts::uses_of;
use crate::viewer::Viewer;

/// What became of it.
enum Begun {
    Yes,
    /// The seat can't begin now; its page says why.
    NotNow,
    /// The test can't.
    Refused(Refused),
    Raced,
}

/// POST `/exam/seat/begin`.
pub(crate) async fn begin(State(app): State<App>, viewer: Viewer, Posted(form): Posted) -> Response {
    let now = clock::now();
    let done = async {
        let id = act_id(&form, now)?;
        for _ in 0..TRIES {
            let Some((sitting, placed)) = mine(&app, &viewer).await? else { break };
            let question = urls::check_question(sitting.room.plan.blueprint.as_str());
            match try_to(&app, &sitting, &placed, id, now).await? {
                Begun::Yes => return Ok(respond::see_other(&question)),
                Begun::NotNow => return Ok(respond::see_other(&urls::exam_seat())),
                Begun::Refused(refused) => return page(&app, &viewer, words(&viewer, &refused)).await,
                Begun::Raced => {}
            }
        }
        Ok(respond::see_other(&urls::exam_seat()))
    };
    done.await.unwrap_or_else(|problem: Problem| viewer.problem(&app, problem))
}

async fn try_to(
    app: &App,
    sitting: &Sitting,
    placed: &Placed,
    id: StatementId,
    now: Timestamp,
) -> Result<Begun, Problem> {
    let blueprint = sitting.room.plan.blueprint.clone();
    let minutes = app.curriculum.blueprints.get(&blueprint).and_then(|test| test.minutes);
    let deed = SeatDeed::Begin { attempt: id, minutes };
    let Some(person) = placed.person else { return Ok(Begun::NotNow) };
    let Ok(after) = placed.seat.clone().change(&sitting.room, &deed, now) else { return Ok(Begun::NotNow) };

    let time = pace(&sitting.room, &after, now).deadline.map_or(Time::Unlimited, Time::Until);
    let (manner, within) = (after.manner, Some(sitting.id));
    let begin = assessment::Deed::Begin { blueprint, manner, time, sitting: within };
    let act = assessment::Act { id, at: now, deed: begin };
    let (learner, past) = (learner(app, person).await?, attempts::list(&app.store, person).await?);
    let bank = app.banks.latest();
    let uses = uses_of(app, &bank, &act.deed).await?;
    let desk = Desk { curriculum: &app.curriculum, bank: &bank, uses: uses.as_deref() };
    let decided = match decide(&learner, desk, &past, &act, now) {
        Ok(decided) => decided,
        Err(refused) => return Ok(Begun::Refused(refused)),
    };

    let act = Act { id, at: now, by: None, deed: Deed::Seat { no: placed.no, deed } };
    let who = Who { person: Some(person), name: placed.name.clone(), birth_year: placed.birth_year };
    let moved = MoveSeat { sitting, before: placed, after: &after, who: &who, act: &act };
    let first = sittings::step_move(&moved).then(attempts::step_save(&decided));
    match save_all(&app.store, first, core::slice::from_ref(&decided.decision)).await {
        Ok(Saved::Added | Saved::AlreadyThere) => Ok(Begun::Yes),
        Ok(Saved::Raced) => Ok(Begun::Raced),
        // The room or the seat moved meanwhile: look again.
        Err(StoreError::Expectation { .. } | StoreError::Conflict(_)) => Ok(Begun::Raced),
        Ok(Saved::ForeignId) => Err(Problem::new(What::BadForm)),
        Err(error) => Err(error.into()),
    }
}

fn words(viewer: &Viewer, refused: &Refused) -> String {
    let m = Messages(viewer.lang());
    match refused {
        Refused::TooSoon { from } | Refused::EnoughThisYear { from } => m.exam_too_soon(&m.moment(*from)),
        Refused::AlreadyOpen => m.exam_still_open().to_owned(),
        _ => m.exam_not_now().to_owned(),
    }
}
