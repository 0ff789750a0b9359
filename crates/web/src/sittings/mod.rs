//! Supervised examinations, for the organiser: an officer, within their area.

mod deeds;
mod list;
mod open;
mod room;
mod seat;
mod seats;
mod sheet;
mod told;

pub(crate) use deeds::{Change, TRIES, change_seat, next_no};
pub(crate) use list::list;
pub(crate) use open::{check, new, open};
pub(crate) use room::{act as act_on_room, closing, note, show as room};
pub(crate) use seat::{act as act_on_seat, show as seat};
pub(crate) use seats::{add as add_seat, form as seat_form};
pub(crate) use sheet::show as sheet;
pub(crate) use told::test_title;

use domain::ids::SittingId;
use domain::people::RoleKind;
use store::Scope;
use store::sittings::{self, Sitting};

use crate::app::App;
use crate::clock;
use crate::problem::{Problem, What};
use crate::viewer::{Account, Viewer};

/// Who may organise a sitting.
const ORGANISERS: &[RoleKind] = &[RoleKind::Officer];

/// The units in which an organiser organises: those of their roles and what lies below them.
fn area(app: &App, account: &Account) -> Scope {
    account.area(app, ORGANISERS, clock::now())
}

/// A sitting that the viewer may see; of one elsewhere it is not even said that it exists.
async fn find<'v>(app: &App, viewer: &'v Viewer, id: &str) -> Result<(&'v Account, Sitting), Problem> {
    let account = viewer.account_with(ORGANISERS)?;
    let missing = || Problem::new(What::NotFound);
    let id: SittingId = id.parse().map_err(|_| missing())?;
    let sitting = sittings::find(&app.store, id).await?.ok_or_else(missing)?;
    if area(app, account).holds(sitting.unit) { Ok((account, sitting)) } else { Err(missing()) }
}
