//! Taking a check.

use super::calendar::own_hour;
use super::diary::{Diary, Over};
use crate::content::Item;
use crate::ids::{BlueprintId, ItemId};
use crate::learning::Deed;

/// What learning adds to the ability with which a person came.
const LEARNED: f64 = 0.9;

/// Takes a check once, from the first question to the last; some leave in the middle.
pub(super) fn take(diary: &mut Diary<'_>, check: &BlueprintId, ability: f64) -> Result<(), Over> {
    let leaves_after = if diary.chance.happens(30) { diary.chance.within(1..=8) } else { i64::MAX };
    diary.act(Deed::BeginCheck { check: check.clone() })?;
    let mut answered = 0;
    while let Some(item) = open(diary, check) {
        if answered == leaves_after {
            return Err(Over);
        }
        diary.pass(8_000, 45_000);
        let choice = choose(diary, &item, ability + LEARNED);
        diary.act(Deed::Answer { check: check.clone(), item, choice })?;
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
    let mark = diary.learner.workbook.checks.get(check);
    mark.and_then(|mark| mark.last.as_ref()).is_some_and(|outcome| outcome.all)
}

fn open(diary: &Diary<'_>, check: &BlueprintId) -> Option<ItemId> {
    diary.learner.workbook.checks.get(check)?.attempt.as_ref()?.open.clone()
}

/// The right answer as often as the model of the item says for this ability, else one of the wrong ones.
fn choose(diary: &mut Diary<'_>, id: &ItemId, ability: f64) -> u8 {
    let Some(item) = diary.curriculum.items.iter().find(|item| item.id == *id) else { return 0 };
    let knows = diary.chance.share() < item.model.probability(ability);
    let fitting = places(item, knows);
    diary.chance.pick(&fitting).copied().unwrap_or(0)
}

fn places(item: &Item, right: bool) -> Vec<u8> {
    (0u8..).zip(&item.choices).filter(|(_, choice)| choice.right == right).map(|(place, _)| place).collect()
}
