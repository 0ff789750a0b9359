//! Somebody who has told neither where they live nor who they are, and sits an examination: until they say otherwise they count where
//! it is held, as a helper's new people do. Without a group there would be no certificate to earn.

use domain::ids::{PersonId, StatementId};
use domain::learning::{Act, Deed, day_of};
use domain::sitting;
use jiff::Timestamp;
use store::sittings::Sitting;
use territory::Level;

use crate::acts;
use crate::app::App;
use crate::problem::Problem;
use crate::visits::group_of_age;

/// The year of birth of somebody who did not tell it: an adult.
const ADULT: i16 = 1970;

/// Settles a person who is not settled yet.
pub(super) async fn settle(
    app: &App,
    sitting: &Sitting,
    person: PersonId,
    born: Option<i16>,
    form: StatementId,
    now: Timestamp,
) -> Result<(), Problem> {
    let place = acts::learner(app, person).await?.book.place;
    if place.group().is_some() {
        return Ok(());
    }
    let here = sitting.unit.level() == Level::Commune && place.unit.level() != Level::Commune;
    let group = group_of_age(app, born.unwrap_or(ADULT), day_of(now).year());
    let deed = Deed::Settle { unit: here.then_some(sitting.unit), group };
    let act = Act { id: sitting::Act::beside(form, 3), at: now, deed };
    acts::act(app, person, &act, now).await.map(|_| ())
}
