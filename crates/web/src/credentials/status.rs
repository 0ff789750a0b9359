//! Places in the status lists, and the lists as they are published.

use credential::vc::{
    Bitstring, LIST_LENGTH_MIN, ProofOptions, StatusEntry, StatusList, StatusPurpose, sign,
};
use jiff::{SignedDuration, Timestamp};
use pages::urls;
use serde_json::Value;
use store::status_places::{self, Place};

use super::{address, did, signer};
use crate::app::App;
use crate::clock;
use crate::problem::{Problem, What};

/// Half of a list is taken before the next is begun, so that a free place is soon drawn.
const TAKEN_MAX: u64 = 65_536;
/// Draws until one is free; half of the places are, so that these fail together once in 4 billion times.
const DRAWS: usize = 32;
/// For how long a list may be used: who holds an older one must fetch it again.
const LIST_HOURS: i64 = 24;
/// Lists made within so many seconds are the same.
const GRAIN_SECONDS: i64 = 300;

/// Where the status of a credential stands; it gets its place now when it has none.
pub(super) async fn entry(app: &App, credential: &str) -> Result<StatusEntry, Problem> {
    let place = match status_places::find(&app.store, credential).await? {
        Some(place) => place,
        None => allot(app, credential).await?,
    };
    let list = address(app, &urls::status_list(place.list));
    Ok(StatusEntry { list, place: place.place, purpose: StatusPurpose::Revocation })
}

async fn allot(app: &App, credential: &str) -> Result<Place, Problem> {
    let list = newest(app).await?;
    for _ in 0..DRAWS {
        let drawn = u32::from_be_bytes(clock::bytes());
        let length = u32::try_from(LIST_LENGTH_MIN).unwrap_or(u32::MAX);
        status_places::add(&app.store, credential, Place { list, place: drawn % length }).await?;
        // Another request may have placed the same credential a moment before: its place counts.
        if let Some(place) = status_places::find(&app.store, credential).await? {
            return Ok(place);
        }
    }
    Err(Problem::new(What::Unavailable("no free place in the status list was found".into())))
}

async fn newest(app: &App) -> Result<u32, Problem> {
    let taken = status_places::count(&app.store).await?;
    Ok(u32::try_from(taken / TAKEN_MAX).unwrap_or(u32::MAX).saturating_add(1))
}

/// A list as it stands; `None` for one that is not begun.
pub(super) async fn unsigned(app: &App, list: u32, now: Timestamp) -> Result<Option<Value>, Problem> {
    if list == 0 || list > newest(app).await? {
        return Ok(None);
    }
    let mut bits = Bitstring::new(LIST_LENGTH_MIN);
    for revoked in status_places::list_revoked(&app.store, list).await? {
        let place = usize::try_from(revoked.place).unwrap_or(usize::MAX);
        bits.set(place).map_err(|error| Problem::new(What::Broken(error.to_string())))?;
    }
    let second = now.as_second();
    let valid_from = Timestamp::from_second(second - second.rem_euclid(GRAIN_SECONDS)).unwrap_or(now);
    let id = address(app, &urls::status_list(list));
    let list = StatusList {
        id: &id,
        issuer: &did(app),
        purpose: StatusPurpose::Revocation,
        bits: &bits,
        valid_from,
        valid_until: valid_from + SignedDuration::from_hours(LIST_HOURS),
    };
    Ok(Some(list.to_json()))
}

/// The same with the house's proof.
pub(super) fn signed(app: &App, unsigned: &Value, now: Timestamp) -> Value {
    sign(unsigned, &signer(app, &app.keys.now()), &ProofOptions::issued(now))
}

/// Our own lists that a document's credentials point to, signed: what a look at their status needs.
pub(super) async fn lists_of(app: &App, document: &Value, now: Timestamp) -> Result<Vec<Value>, Problem> {
    let mut numbers = Vec::new();
    collect(document, &address(app, &urls::status_list(0)), &mut numbers);
    numbers.sort_unstable();
    numbers.dedup();
    let mut lists = Vec::new();
    for number in numbers {
        if let Some(list) = unsigned(app, number, now).await? {
            lists.push(signed(app, &list, now));
        }
    }
    Ok(lists)
}

/// The numbers of our lists named anywhere in a document; `model` is the address of a list with the number 0.
fn collect(value: &Value, model: &str, numbers: &mut Vec<u32>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, model, numbers)),
        Value::Object(members) => {
            let list = members.get("statusListCredential").and_then(Value::as_str);
            let number = list.zip(model.strip_suffix('0')).and_then(|(list, stem)| list.strip_prefix(stem));
            numbers.extend(number.and_then(|number| number.parse::<u32>().ok()));
            members.values().for_each(|member| collect(member, model, numbers));
        }
        _ => {}
    }
}
