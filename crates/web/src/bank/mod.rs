//! The bank's keepers: lists, one question, what is done to it, calibrations, attempts to look at.

mod calibrations;
mod change;
mod flags;
mod item;
mod list;
mod watch;
mod work;
mod workshop;

pub(crate) use calibrations::{begin, decide, list as list_calibrations, show as show_calibration};
pub(crate) use change::{ask, change};
pub(crate) use flags::list as list_flags;
pub(crate) use item::show as show_item;
pub(crate) use list::{count, list};
pub(crate) use watch::look_through;
pub use workshop::Workshop;

use domain::ids::ItemId;
use domain::people::RoleKind;

use crate::app::App;
use crate::viewer::Viewer;

/// Who keeps the bank.
const KEEPERS: &[RoleKind] = &[RoleKind::Keeper, RoleKind::Operator];
/// Exposure is reckoned over so many days.
const RECENT_DAYS: u32 = 90;

/// What a question asks, in the viewer's language; its name where the content has it no more.
fn asked(app: &App, viewer: &Viewer, item: &ItemId) -> String {
    let found = app.curriculum.items.iter().find(|content| content.id == *item);
    found.map_or_else(|| item.to_string(), |content| content.ask.get(viewer.lang()).to_owned())
}

/// Thousandths of a number.
fn milli(value: f64) -> i32 {
    (value.clamp(-1e5, 1e5) * 1000.0).round() as i32
}

/// Thousandths of a number that is not below zero.
fn milli_up(value: f64) -> u32 {
    milli(value).unsigned_abs()
}
