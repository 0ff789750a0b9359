//! Taking a check.

use irt::Item as Model;

use super::calendar::own_hour;
use super::diary::{Diary, Over};
use crate::assessment::{Deed, Manner, Time};
use crate::content::{Item, Response};
use crate::ids::{BlueprintId, ItemId};

/// What learning adds to the ability with which a person came.
const LEARNED: f64 = 0.9;

/// Takes a check once, from the first question to the last; some leave in the middle.
pub(super) fn take(diary: &mut Diary<'_>, check: &BlueprintId, ability: f64) -> Result<(), Over> {
    let leaves_after = if diary.chance.happens(30) { diary.chance.within(1..=8) } else { i64::MAX };
    if open(diary, check).is_none() {
        let (blueprint, manner, time) = (check.clone(), Manner::OnScreen, Time::Usual);
        diary.test(Deed::Begin { blueprint, manner, time, sitting: None })?;
    }
    let mut answered = 0;
    while let Some(item) = open(diary, check) {
        if answered == leaves_after {
            return Err(Over);
        }
        diary.pass(8_000, 45_000);
        let answer = choose(diary, &item, ability + LEARNED);
        diary.test(Deed::Answer { blueprint: check.clone(), item, answer })?;
        answered += 1;
    }
    Ok(())
}

/// Takes a check; who fails may come back another day, twice at most.
pub(super) fn take_until_passed(
    diary: &mut Diary<'_>,
    check: &BlueprintId,
    ability: f64,
) -> Result<(), Over> {
    take(diary, check, ability)?;
    for _ in 0..2 {
        if has_passed(diary, check) || !diary.chance.happens(280) {
            return Ok(());
        }
        let (days, minute) = (diary.chance.within(1..=15), own_hour(&mut diary.chance));
        diary.another_day(days, minute)?;
        take(diary, check, ability)?;
    }
    Ok(())
}

/// Whether the last attempt passed every skill.
pub(super) fn has_passed(diary: &Diary<'_>, check: &BlueprintId) -> bool {
    let mark = diary.learner.workbook.tests.get(check);
    mark.and_then(|mark| mark.last.as_ref()).is_some_and(|outcome| outcome.all)
}

fn open(diary: &Diary<'_>, check: &BlueprintId) -> Option<ItemId> {
    let open = diary.attempts.iter().find(|attempt| attempt.blueprint == *check && attempt.is_open())?;
    open.open.as_ref().map(|open| open.item.clone())
}

/// The right answer as often as the true item says for this ability, else one that is near.
fn choose(diary: &mut Diary<'_>, id: &ItemId, ability: f64) -> Response {
    let Some(item) = diary.curriculum.items.iter().find(|item| item.id == *id) else {
        return Response::one(0);
    };
    let knows = diary.chance.share() < truth(item).probability(ability);
    let fitting = if knows { vec![item.key()] } else { item.near_misses() };
    diary.chance.pick(&fitting).copied().unwrap_or(item.key())
}

/// The item as it truly is: authors guess difficulties and are off by up to 0.6, most by less. What a calibration of the
/// demonstration's answers should find.
fn truth(item: &Item) -> Model {
    let hash = item.id.as_str().bytes().fold(5381u32, |hash, byte| hash.wrapping_mul(33) ^ u32::from(byte));
    let off = |shift: u32| f64::from((hash >> shift) % 31) / 50.0 - 0.3;
    let difficulty = item.model.difficulty() + off(0) + off(8);
    Model::two_parameter(item.model.slope(), difficulty.clamp(-6.0, 6.0)).unwrap_or(item.model)
}
